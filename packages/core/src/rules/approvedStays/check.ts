import { waysBackOf } from "../../eligibility/ways-back.ts";
import { needOf } from "../../instance/joined.ts";
import type { Person } from "../../instance/person.ts";
import type { School } from "../../instance/school.ts";
import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { schoolSubject } from "../../recount/tally.ts";
import type { Finding } from "../../subject/finding.ts";
import type { ApprovedStaysParams } from "./schema.ts";
import { approvedStaysFindings } from "./text.ts";

/** Recounts who was approved to stay and does not, with what stands in the way. */
export const approvedStaysCheck: RuleCheck<ApprovedStaysParams> = {
  check: (_params, entry, facts) => {
    const { decisions, county } = facts.eligibility;
    const settled = new Set(facts.returns.flatMap(({ person, settles }) => (settles ? [person] : [])));
    const approved = Array.from(decisions.keys()).filter(
      (person) => decisions[person]?.standing === "returning" && waysBackOf(facts.eligibility, person).host,
    );
    const refused = approved.filter((person) => !settled.has(person));
    const value = approved.length - refused.length;
    return {
      measures: [measureOf(entry, { unit: "people", value, target: approved.length, sense: "atLeast" })],
      violations: refused.map((person) => {
        const about = { kind: "person", person: (county.persons[person] as Person).id } as const;
        return violationOf(entry, { about, amount: 1, unit: "people", finding: whyRefused(facts, person) });
      }),
    };
  },
};

/** Headcount of the host on either ledger first, then the post held there, then everything else. */
function whyRefused(facts: PlanFacts, person: number): Finding {
  const { county } = facts.eligibility;
  const host = county.works[person] as number;
  const cell = county.cellOf[person] as number;
  const school = schoolSubject(facts, host);
  const { say } = approvedStaysFindings;
  const { establishment } = county.schools[host] as School;
  const heads = Math.max(facts.relationAfter[host] as number, facts.workingAfter[host] as number);
  if (establishment !== undefined && heads >= establishment)
    return say.noHeadcount({ school, count: heads, most: establishment });
  const demand = needOf(county, facts.cellAfter, cell);
  const filled = facts.cellAfter[cell] as number;
  return filled >= demand ? say.postFull({ school, count: filled, most: demand }) : say.otherRules({ school });
}
