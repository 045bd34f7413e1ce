import { canonicalJson, sha256 } from "../instance/canonical-json.ts";
import type { PlanRequest } from "../plan/outcome.ts";
import type { Manifest } from "../plan/plan.ts";
import { CORE_VERSION } from "./version.ts";

/**
 * Returns what a plan was made from: inputs as hashes, seed, backend, versions, limits and overrides.
 *
 * @param instanceHash - where it is known: the instance is large
 * @public
 */
export async function manifestOf(request: PlanRequest, seed: string, instanceHash?: string): Promise<Manifest> {
  const { instance, policy, solver, limits, locks } = request;
  return {
    instance: { county: instance.county.id, planYear: instance.planYear },
    policy: { id: policy.id, version: policy.version },
    seed,
    solver: solver.name,
    versions: { core: CORE_VERSION, [solver.name]: solver.version },
    hashes: {
      instance: instanceHash ?? (await hashOf(instance)),
      policy: await hashOf(policy),
      locks: await hashOf(locks ?? []),
    },
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

function hashOf(value: unknown): Promise<string> {
  return sha256(canonicalJson(value));
}
