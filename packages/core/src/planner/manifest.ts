import { canonicalJson, sha256 } from "../instance/canonical.ts";
import type { PlanRequest } from "../plan/outcome.ts";
import type { Manifest } from "../plan/plan.ts";
import { CORE_VERSION } from "./version.ts";

/** Returns what a plan was made from: inputs as hashes, seed, backend, versions, limits and overrides. */
export async function manifestOf(request: PlanRequest, seed: string): Promise<Manifest> {
  const { instance, policy, solver, limits, locks } = request;
  const hash = (value: unknown) => sha256(canonicalJson(value));
  return {
    instance: { county: instance.county.id, planYear: instance.planYear },
    policy: { id: policy.id, version: policy.version },
    seed,
    solver: solver.name,
    versions: { core: CORE_VERSION, [solver.name]: solver.version },
    hashes: { instance: await hash(instance), policy: await hash(policy), locks: await hash(locks ?? []) },
    limits: {
      timeSeconds: limits?.timeSeconds ?? null,
      nodes: limits?.nodes ?? null,
      relativeGap: limits?.relativeGap ?? null,
    },
    overrides: policy.rules.flatMap(({ id, source, strength, override }) =>
      strength === "override" && override !== undefined ? [{ rule: id, source, reason: override }] : [],
    ),
  };
}
