import type { RandomCase } from "../plan/random-county.ts";
import { randomCase } from "../plan/random-county.ts";

/** Rules of points and shares of staff: they came after the second reading, which does not know them. */
export const UNREAD: ReadonlySet<string> = new Set(["pointsFirst", "pointsSum", "staffShare"]);

/** Returns a random county whose policy the second reading knows whole. */
export function readableCase(seed: number): RandomCase {
  const given = randomCase(seed);
  const isRead = ({ rule }: { readonly rule: string }) => !UNREAD.has(rule);
  const written = given.policyDocument as { readonly rules: readonly { readonly rule: string }[] };
  return {
    ...given,
    policyDocument: { ...written, rules: written.rules.filter(isRead) },
    policy: { ...given.policy, rules: given.policy.rules.filter(isRead) },
  };
}
