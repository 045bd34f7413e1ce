import type { Person } from "../../instance/person.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import type { MustMoveParams } from "./schema.ts";
import { mustMoveFindings } from "./text.ts";

/** Recomputes that everybody who is forced or pinned moves and every ended exchange is settled one way or the other. */
export const mustMoveCheck: RuleCheck<MustMoveParams> = {
  check: (_params, entry, facts) => {
    const { decisions, county } = facts.eligibility;
    const moved = new Set(facts.moves.map(({ person }) => person));
    const returned = new Set(facts.returns.map(({ person }) => person));
    let wanted = 0;
    const violations = decisions.flatMap(({ standing, reasons }, index) => {
      const back = standing === "returning";
      const placed = standing === "recruit" && reasons.some(({ code }) => code === "pinned");
      if (!back && !placed && standing !== "forced" && standing !== "pinned") return [];
      wanted++;
      if ((back ? returned : moved).has(index)) return [];
      const about = { kind: "person", person: (county.persons[index] as Person).id } as const;
      const finding = back ? mustMoveFindings.say.notReturned({}) : mustMoveFindings.say.stillThere({});
      return [violationOf(entry, { about, amount: 1, unit: "people", finding })];
    });
    const value = wanted - violations.length;
    return {
      measures: [measureOf(entry, { unit: "people", value, target: wanted, sense: "atLeast" })],
      violations,
    };
  },
};
