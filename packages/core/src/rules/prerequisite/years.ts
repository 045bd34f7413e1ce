import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import type { Text } from "../../instance/issue.ts";
import { attributesIn } from "../../policy/condition-issues.ts";
import type { PolicyTerms } from "../../policy/policy.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { addPrerequisiteRows } from "./rows.ts";
import type { PrerequisiteParams } from "./schema.ts";

/** What moves of the years before change: in which posts and schools people lack. */
const CHANGED_BY_MOVES: ReadonlySet<string> = new Set([
  "post.vacant",
  "post.stageShort",
  "person.inSurplusPost",
  ...["school", "from", "to"].flatMap((end) => [`${end}.overEstablishment`, `${end}.underEstablishment`]),
]);

const REASON: Text = {
  zh: "条件涉及缺员或超编，以后各年取决于前一年的交流，逐年计算",
  en: "it asks who lacks people, which in later years depends on the moves before: judged year by year",
};

/** Whether a rule asks for what the moves of earlier years change. */
export function asksWhatMovesChange({ moves, requires }: PrerequisiteParams, sets: PolicyTerms["sets"]): boolean {
  const asked = [moves, requires].flatMap((condition) => [...attributesIn(condition, sets)]);
  return asked.some((attribute) => CHANGED_BY_MOVES.has(attribute));
}

/** Adds the rows of a year, unless what they ask for depends on the moves of the years before. */
export function addPrerequisiteHorizon(
  rule: PolicyRule<PrerequisiteParams>,
  { contexts }: HorizonContext,
  year: number,
): readonly Text[] {
  const rows = contexts[year] as RowsContext;
  if (year > 0 && asksWhatMovesChange(rule.params, rows.eligibility.policy.sets)) return [REASON];
  addPrerequisiteRows(rule.params, rule, rows);
  return [];
}
