import type { PolicyRule } from "../../policy/policy-rule.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import { isEverything } from "../../policy/predicate.ts";
import { isHard } from "../../policy/strength.ts";
import { perSchoolMeaning } from "./schema.ts";

/**
 * Returns the ids of the entries whose limits of schools count every move and may not give: one move more at a limit that is reached
 * breaks them, with everybody else held.
 *
 * @public
 */
export function limitsOfEveryMove(rules: readonly PolicyRule[]): ReadonlySet<string> {
  const limits = rulesOf(rules, perSchoolMeaning).filter((rule) => isHard(rule));
  return new Set(limits.flatMap(({ id, params }) => (isEverything(params.moves) ? [id] : [])));
}
