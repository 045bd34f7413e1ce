import type { RuleSubject } from "../../subject/rule-subject.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import type { School } from "../../instance/school.ts";
import { isLong } from "../../policy/forms.ts";
import type { Form } from "../../policy/policy.ts";
import { shareOf } from "../../policy/share.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { countedMoves, groupsOfSchool, personTest } from "../../recount/tally.ts";
import type { ParticipationParams } from "./schema.ts";
import { participationFindings } from "./text.ts";

/** Who takes part, each once: for any time, and for a year or more. */
interface Participants {
  readonly any: ReadonlySet<number>;
  readonly long: ReadonlySet<number>;
}

function participantsOf(params: ParticipationParams, facts: PlanFacts): Participants {
  const { decisions, policy } = facts.eligibility;
  const any = new Set<number>();
  const long = new Set<number>();
  const add = (person: number, lasting: boolean) => {
    any.add(person);
    if (lasting) long.add(person);
  };
  const formOf = (number: number) => policy.forms[number] as Form;
  for (const { person, form } of countedMoves(facts)) add(person, isLong(formOf(form)));
  // Who comes to a school and teaches other posts there takes part by the move or not at all.
  const moving = new Set(facts.moves.map(({ person }) => person));
  const staying = facts.itineraries.filter(({ person }) => !moving.has(person));
  for (const { person, form } of [...facts.participations, ...staying])
    if (params.forms.includes(formOf(form).code)) add(person, isLong(formOf(form)));
  if (params.countRunning)
    decisions.forEach(({ standing }, person) => {
      if (standing === "running") add(person, true);
    });
  return { any, long };
}

/** One group and what it is asked for. */
interface Group {
  readonly about: RuleSubject;
  readonly people: readonly number[];
}

function basePeople(params: ParticipationParams, facts: PlanFacts): readonly number[] {
  const who = personTest(params.who, facts);
  return facts.eligibility.decisions.flatMap(({ standing, exempt }, person) => {
    if (standing === "outOfScope" || standing === "recruit") return [];
    if (params.excludeExempt && exempt) return [];
    return who(person) ? [person] : [];
  });
}

function groupsOf(params: ParticipationParams, facts: PlanFacts, base: readonly number[]): readonly Group[] {
  const { county } = facts.eligibility;
  const groups = new Map<string, number[]>();
  for (const person of base) {
    const school: School | undefined = county.schools[county.home[person] as number];
    // A school that takes no part is asked for nobody.
    if (params.by === "school" && facts.eligibility.inScope[county.home[person] as number] !== 1) continue;
    for (const name of groupsOfSchool(params.by, school)) groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, people]) => ({ about: groupSubject(params.by, name), people }));
}

/** One number against what a group reaches. */
interface Asked extends Group {
  readonly long: boolean;
  readonly target: number;
}

function askedOf(params: ParticipationParams, facts: PlanFacts): readonly Asked[] {
  const { county } = facts.eligibility;
  const base = basePeople(params, facts);
  const { share, longShare, rounding } = params;
  const bound = { bound: "atLeast", rounding } as const;
  const byShare = groupsOf(params, facts, base).flatMap((group): Asked[] => [
    ...(share === undefined ? [] : [{ ...group, long: false, target: shareOf(share, group.people.length, bound) }]),
    ...(longShare === undefined
      ? []
      : [{ ...group, long: true, target: shareOf(longShare, group.people.length, bound) }]),
  ]);
  const takesPart = (id: string) => facts.eligibility.inScope[county.schoolIndex.get(id) ?? -1] === 1;
  const numbers = Object.entries(params.bySchool).filter(([id]) => takesPart(id));
  const given = numbers.map(([id, target]): Asked => {
    const people = base.filter((person) => county.schools[county.home[person] as number]?.id === id);
    return { about: { kind: "school", school: id }, people, long: false, target };
  });
  return [...byShare, ...given];
}

/** Recounts who takes part in any form, persons and not person-times. */
export const participationCheck: RuleCheck<ParticipationParams> = {
  check: (params, entry, facts) => {
    const found = participantsOf(params, facts);
    const readings = askedOf(params, facts).map(({ about, people, long, target }) => {
      const count = people.filter((person) => (long ? found.long : found.any).has(person)).length;
      return {
        reading: {
          about: long ? ({ ...about, limit: "longTerm" } as RuleSubject) : about,
          unit: "people",
          value: count,
          target,
          sense: "atLeast" as const,
        },
        base: people.length,
        long,
      };
    });
    return {
      measures: readings.map(({ reading }) => measureOf(entry, reading)),
      violations: readings
        .filter(({ reading }) => missedBy(reading) > 0)
        .map(({ reading, base, long }) =>
          violationOf(entry, {
            about: reading.about,
            amount: missedBy(reading),
            unit: "people",
            finding: participationFindings.say.missed({ base, long, count: reading.value, target: reading.target }),
          }),
        ),
    };
  },
};
