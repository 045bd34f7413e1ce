import type { School } from "../../instance/school.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure, violationOf } from "../../recount/rule-check.ts";
import { schoolId, schoolsInScope } from "../../recount/tally.ts";
import type { EstablishmentParams } from "./schema.ts";
import { establishmentFindings } from "./text.ts";

/** A school in scope whose establishment is bounded. */
interface BoundedSchool {
  readonly school: number;
  readonly establishment: number;
}

function boundedSchools(facts: PlanFacts): readonly BoundedSchool[] {
  return schoolsInScope(facts).flatMap((school) => {
    const { establishment } = facts.eligibility.county.schools[school] as School;
    return establishment === undefined ? [] : [{ school, establishment }];
  });
}

/** Returns heads over and under establishment on the working ledger, over the schools in scope. */
export function overAndUnder(facts: PlanFacts): { readonly over: number; readonly under: number } {
  let [over, under] = [0, 0];
  for (const { school, establishment } of boundedSchools(facts)) {
    const surplus = (facts.workingAfter[school] as number) - establishment;
    over += Math.max(0, surplus);
    under += Math.max(0, -surplus);
  }
  return { over, under };
}

function levelValue(params: EstablishmentParams, facts: PlanFacts): number {
  const { over, under } = overAndUnder(facts);
  return params.overWeight * over + params.underWeight * under;
}

/** The most heads of a school on both ledgers: what returns or was there may stay above the establishment. */
function mostOf(facts: PlanFacts, { school, establishment }: BoundedSchool) {
  const back = facts.schoolReturns[school] as number;
  return {
    working: Math.max(establishment, (facts.workingBefore[school] as number) + back),
    relation: Math.max(establishment, facts.relationBefore[school] as number),
  };
}

/** Recomputes both ledgers of every school in scope against the establishment (tricky cases 5 and 8). */
export const establishmentCheck: RuleCheck<EstablishmentParams> = {
  check: (params, entry, facts) => {
    const after = { working: facts.workingAfter, relation: facts.relationAfter };
    const ledgers = (["working", "relation"] as const).filter((ledger) => params[ledger] === "never");
    const violations = boundedSchools(facts).flatMap((bounded) =>
      ledgers.flatMap((ledger) => {
        const count = after[ledger][bounded.school] as number;
        const most = mostOf(facts, bounded)[ledger];
        if (count <= most) return [];
        const about = { kind: "school", school: schoolId(facts, bounded.school), limit: ledger } as const;
        const finding = establishmentFindings.say.exceeded({ ledger, after: count, most });
        return [violationOf(entry, { about, amount: count - most, unit: "heads", finding })];
      }),
    );
    return { measures: [pricedMeasure(entry, "heads", levelValue(params, facts))], violations };
  },
  levelValue,
};
