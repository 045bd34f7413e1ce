import { mayMove } from "../../eligibility/decision.ts";
import type { Cell } from "../../instance/cells.ts";
import { postName } from "../../instance/cells.ts";
import type { Person } from "../../instance/person.ts";
import { emptySubject } from "../../policy/attributes.ts";
import { comesBefore } from "../../policy/point-attributes.ts";
import { pointCounters } from "../../policy/policy-attributes.ts";
import type { CheckedMove, PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { violationOf } from "../../recount/rule-check.ts";
import { personTest, schoolId } from "../../recount/tally.ts";
import type { PointsFirstParams } from "./schema.ts";
import { pointsFirstFindings } from "./text.ts";

/** Somebody who did not get a wished post into which people with fewer points went. */
interface PassedOver {
  readonly person: number;
  readonly cell: number;
  readonly count: number;
}

function passedOver({ points, who }: PointsFirstParams, facts: PlanFacts): readonly PassedOver[] {
  const { eligibility } = facts;
  const { county, decisions, admission, policy, context } = eligibility;
  const counter = pointCounters(policy).get(points);
  if (counter === undefined) return [];
  const asked = personTest(who, facts);
  const competes = (person: number): boolean => {
    const standing = decisions[person]?.standing;
    const isFree = standing !== undefined && mayMove(standing) && standing !== "pinned" && standing !== "recruit";
    return isFree && asked(person);
  };
  const entered = new Map<number, CheckedMove[]>();
  const ends = new Map<number, CheckedMove>();
  for (const move of facts.moves) {
    ends.set(move.person, move);
    if (competes(move.person)) entered.set(move.cell, [...(entered.get(move.cell) ?? []), move]);
  }
  const keyAt = ({ person, cell, form: number }: Pick<CheckedMove, "person" | "cell" | "form">): readonly number[] => {
    const form = policy.forms[number];
    const to = (county.cells[cell] as Cell).school;
    return counter.keyAt(context, {
      ...emptySubject(),
      person,
      from: county.works[person] as number,
      to,
      cell,
      form: form?.code,
      relationMoves: form?.relationMoves,
    });
  };
  return county.persons.flatMap(({ application }: Person, person): PassedOver[] => {
    const wishes = application?.wishes ?? [];
    if (wishes.length === 0 || !competes(person)) return [];
    const got = ends.get(person);
    const rank = got === undefined ? -1 : wishes.indexOf(schoolId(facts, got.to));
    return [...entered].flatMap(([cell, movers]): PassedOver[] => {
      const wished = wishes.indexOf(schoolId(facts, (county.cells[cell] as Cell).school));
      if (wished < 0 || (rank >= 0 && rank <= wished)) return [];
      // In which form the person would go is open, and the one that ranks best counts.
      const own = admission.formsOf(person, cell).map((form) => keyAt({ person, cell, form }));
      const count = movers.filter(
        (move) => move.person !== person && own.some((key) => comesBefore(key, keyAt(move))),
      ).length;
      return count === 0 ? [] : [{ person, cell, count }];
    });
  });
}

/** Looks for everybody who was passed over by people with fewer points. */
export const pointsFirstCheck: RuleCheck<PointsFirstParams> = {
  check: (params, entry, facts) => {
    const { county } = facts.eligibility;
    return {
      measures: [],
      violations: passedOver(params, facts).map(({ person, cell, count }) => {
        const post = { kind: "post", post: postName(county.cells[cell] as Cell) } as const;
        const about = { kind: "person", person: (county.persons[person] as Person).id } as const;
        const finding = pointsFirstFindings.say.passedOver({ post, count });
        return violationOf(entry, { about, amount: count, unit: "people", finding });
      }),
    };
  },
};
