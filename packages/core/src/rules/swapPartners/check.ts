import type { County } from "../../instance/county.ts";
import { NONE } from "../../instance/county.ts";
import type { Person } from "../../instance/person.ts";
import type { Violation } from "../../plan/plan.ts";
import type { CheckedMove, PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { violationOf } from "../../recount/rule-check.ts";
import { personTest } from "../../recount/tally.ts";
import type { Finding } from "../../subject/finding.ts";
import type { SwapPartnersParams } from "./schema.ts";
import { swapPartnersFindings } from "./text.ts";

/** Somebody whom a person names and who names him. */
function partnerOf({ id, swapPartner = "" }: Person, { persons, personIndex }: County): number {
  const other = personIndex.get(swapPartner) ?? NONE;
  return swapPartner !== id && persons[other]?.swapPartner === id ? other : NONE;
}

/** What is wrong with a move of somebody who names a partner. */
function wrongWith({ person, cell }: CheckedMove, facts: PlanFacts): readonly Finding[] {
  const { county, decisions } = facts.eligibility;
  const own = county.persons[person] as Person;
  const other = partnerOf(own, county);
  if (other === NONE || cell !== county.cellOf[other]) {
    return decisions[person]?.standing === "volunteer" ? [swapPartnersFindings.say.elsewhere({})] : [];
  }
  const isMet = facts.moves.some((move) => move.person === other && move.cell === county.cellOf[person]);
  const partner = { kind: "person", person: county.persons[other]?.id ?? "" } as const;
  return isMet ? [] : [swapPartnersFindings.say.oneSided({ partner })];
}

/** Recounts for everybody who moves and names a partner whether the two exchange places. */
export const swapPartnersCheck: RuleCheck<SwapPartnersParams> = {
  check: (params, entry, facts) => {
    const { persons } = facts.eligibility.county;
    const isAsked = personTest(params.who, facts);
    const violations = facts.moves.flatMap((move): Violation[] => {
      const { id = "", swapPartner } = persons[move.person] ?? {};
      if (swapPartner === undefined || !isAsked(move.person)) return [];
      const about = { kind: "person", person: id } as const;
      return wrongWith(move, facts).map((finding) => violationOf(entry, { about, amount: 1, unit: "people", finding }));
    });
    return { measures: [], violations };
  },
};
