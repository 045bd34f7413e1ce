import type { RuleEntry } from "../policy/policy.ts";

/** Whether a rule must hold, or gives at a price: soft rules, and those set aside with a logged reason. */
export function isHard(entry: RuleEntry): boolean {
  return entry.strength === "hard" || (entry.strength === "override" && entry.override === undefined);
}
