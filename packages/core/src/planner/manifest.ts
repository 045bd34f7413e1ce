import { canonicalJson, sha256 } from "../instance/canonical-json.ts";
import type { Instance } from "../instance/instance.ts";
import { withoutListOrder } from "../instance/school-order.ts";
import type { PlanRequest } from "../plan/outcome.ts";
import type { Manifest, PlanBasis } from "../plan/plan.ts";
import { CORE_VERSION } from "./version.ts";

/**
 * What a manifest tells of: the inputs of a plan, and who decided.
 *
 * @public
 */
export interface ManifestRequest extends Pick<PlanRequest, "instance" | "policy" | "locks" | "limits"> {
  readonly solver: Pick<PlanRequest["solver"], "name" | "version">;
}

/**
 * Returns what a plan was made from: inputs as hashes, seed, backend, versions, limits and overrides.
 *
 * @param instanceHash - where it is known: the instance is large
 * @public
 */
export async function manifestOf(request: ManifestRequest, seed: string, instanceHash?: string): Promise<Manifest> {
  const { instance, policy, solver, limits } = request;
  return {
    instance: { county: instance.county.id, planYear: instance.planYear },
    policy: { id: policy.id, version: policy.version },
    seed,
    solver: solver.name,
    versions: { core: CORE_VERSION, [solver.name]: solver.version },
    hashes: {
      instance: instanceHash ?? (await hashOfInstance(instance)),
      ...(await hashesOfBasis(basisOf(request))),
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

/**
 * Returns policy, settings, overrides and locks as they are used, as data that no later change of theirs reaches.
 *
 * @public
 */
export function basisOf({ policy, locks }: Pick<PlanRequest, "policy" | "locks">): PlanBasis {
  const { document, settings, overrides } = policy.origin;
  // A document may be written in code, with keys that hold nothing.
  return JSON.parse(JSON.stringify({ policy: document, settings, overrides, locks: locks ?? [] })) as PlanBasis;
}

/** Returns the hashes of a basis as a manifest has them. */
export async function hashesOfBasis({
  locks,
  ...policy
}: PlanBasis): Promise<Pick<Manifest["hashes"], "policy" | "locks">> {
  return { policy: await hashOf(policy), locks: await hashOf(locks) };
}

/** Returns the hash of an instance: the order in which documents list its schools is not of it. */
export function hashOfInstance(instance: Instance): Promise<string> {
  return hashOf(withoutListOrder(instance));
}

/** Returns the hash of any data: equal content, equal hash. */
function hashOf(value: unknown): Promise<string> {
  return sha256(canonicalJson(value));
}
