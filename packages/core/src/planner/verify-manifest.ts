import { canonicalJson } from "../instance/canonical-json.ts";
import type { Instance } from "../instance/instance.ts";
import type { Manifest, Plan, PlanBasis, Violation } from "../plan/plan.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import { structureViolation } from "../verify/structure.ts";
import { hashOfInstance, hashesOfBasis } from "./manifest.ts";

type Part = Extract<RuleSubject, { kind: "manifest" }>["part"];

/**
 * Returns where the manifest of a plan does not fit the instance at hand or the basis in the plan itself: something was
 * changed after the plan was made, or the plan is another county's.
 *
 * @public
 */
export async function verifyManifest(
  { manifest, basis }: Pick<Plan, "manifest" | "basis">,
  instance: Instance,
): Promise<readonly Violation[]> {
  const { hashes } = manifest;
  const found = { instance: await hashOfInstance(instance), ...(await hashesOfBasis(basis)) };
  const wrong: readonly Part[] = [
    ...(["instance", "policy", "locks"] as const).filter((part) => hashes[part] !== found[part]),
    ...(sameOverrides(manifest, basis) ? [] : (["overrides"] as const)),
  ];
  return wrong.map((part) => structureViolation("misreported-manifest", { kind: "manifest", part }));
}

function sameOverrides({ overrides }: Manifest, basis: PlanBasis): boolean {
  const stated = Object.fromEntries(overrides.map(({ rule, reason }) => [rule, reason]));
  return canonicalJson(stated) === canonicalJson(basis.overrides);
}
