import { quotaMeaning } from "../quota/schema.ts";
import { perSchoolMeaning } from "../perSchool/schema.ts";
import { COUNTY } from "../../subject/rule-subject.ts";
import { isEverything } from "../../policy/predicate.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import { leastOutOf } from "../perSchool/check.ts";
import { groupsAt, quotaGroups } from "../quota/check.ts";
import type { QuotaParams } from "../quota/schema.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import { personTest, schoolTest, schoolsInScope, underTotal } from "../../recount/tally.ts";
import type { TotalParams } from "./schema.ts";
import { hasUpperBound } from "./schema.ts";
import { totalFindings } from "./text.ts";

/** Those of a group who must go, and the schools of its people. */
interface Members {
  readonly goers: readonly number[];
  readonly inside: ReadonlySet<number>;
}

const NOBODY: Members = { goers: [], inside: new Set() };

/** Recounts the moves that quotas and obligations ask for together. */
class NeedOfMoves {
  readonly #facts: PlanFacts;
  /** People who must go. */
  readonly #bound: readonly number[];
  /** Least leavers by school. */
  readonly #least = new Map<number, number>();

  constructor(facts: PlanFacts) {
    this.#facts = facts;
    const { decisions } = facts.eligibility;
    this.#bound = [...decisions.keys()].filter((person) =>
      ["forced", "pinned"].includes(decisions[person]?.standing ?? ""),
    );
    for (const { params } of rulesOf(facts.rules, perSchoolMeaning)) {
      const concerned = schoolTest(params.schools, facts);
      for (const school of schoolsInScope(facts))
        if (concerned(school)) this.#raise(school, leastOutOf(params, facts, school));
    }
  }

  #raise(school: number, least: number): void {
    this.#least.set(school, Math.max(least, this.#least.get(school) ?? 0));
  }

  /** Returns the moves that some quotas ask for with everything that they do not count beside them. */
  of(quotas: readonly QuotaParams[]): number {
    const { works, schools } = this.#facts.eligibility.county;
    const countedPeople = new Set<number>();
    const countedSchools = new Set<number>();
    let moves = 0;
    for (const quota of quotas) {
      const members = this.#membersOf(quota);
      for (const { id, required } of quotaGroups(quota, this.#facts)) {
        const { goers, inside } = members.get(id) ?? NOBODY;
        if (!isEverything(quota.moves)) {
          moves += required;
          continue;
        }
        moves += Math.max(required, this.#obligations(goers, inside));
        for (const person of goers) countedPeople.add(person);
        for (const school of inside) countedSchools.add(school);
      }
    }
    const left = this.#bound.filter((person) => !countedPeople.has(person));
    const elsewhere = [...schools.keys(), -1].filter((school) => !countedSchools.has(school));
    const beside = left.filter((person) => countedSchools.has(works[person] as number)).length;
    return moves + beside + this.#obligations(left, new Set(elsewhere));
  }

  /** Returns those who must go and the schools of each group of a quota, by id. */
  #membersOf(quota: QuotaParams): ReadonlyMap<string, Members> {
    const { county, decisions } = this.#facts.eligibility;
    const who = personTest(quota.who, this.#facts);
    const bound = new Set(this.#bound);
    const found = new Map<string, { goers: number[]; inside: Set<number> }>();
    county.works.forEach((school, person) => {
      if (decisions[person]?.standing === "outOfScope" || !who(person)) return;
      for (const id of groupsAt(quota, this.#facts, school)) {
        const members = found.get(id) ?? { goers: [], inside: new Set<number>() };
        found.set(id, members);
        members.inside.add(school);
        if (bound.has(person)) members.goers.push(person);
      }
    });
    return found;
  }

  /** At each school the larger of those who must go and the least leavers. */
  #obligations(goers: readonly number[], schools: ReadonlySet<number>): number {
    const { works } = this.#facts.eligibility.county;
    const counts = new Map<number, number>();
    for (const person of goers) counts.set(works[person] as number, (counts.get(works[person] as number) ?? 0) + 1);
    let sum = 0;
    for (const school of schools) sum += Math.max(this.#least.get(school) ?? 0, counts.get(school) ?? 0);
    return sum;
  }
}

/**
 * Returns the most counted moves of people who are due, forced or pinned.
 *
 * @public
 */
export function totalMax(params: TotalParams, facts: PlanFacts): number {
  if (params.max !== undefined) return params.max;
  if (!hasUpperBound(params)) return Infinity;
  const need = new NeedOfMoves(facts);
  const quotas = rulesOf(facts.rules, quotaMeaning).flatMap(({ params }) =>
    params.bound === "atLeast" ? [params] : [],
  );
  if (params.quotas === "sum") return need.of(quotas);
  return Math.max(need.of([]), ...quotas.map((quota) => need.of([quota])));
}

/** Recomputes both bounds on the total. */
export const totalCheck: RuleCheck<TotalParams> = {
  check: (params, entry, facts) => {
    const moved = facts.moves.filter((move) => underTotal(facts, move)).length;
    const most = hasUpperBound(params) ? totalMax(params, facts) : Infinity;
    // More than everybody cannot move: such a number bounds nothing, and nobody wants to read it.
    const isBound = most < facts.eligibility.county.instance.persons.length;
    const readings = [
      ...(isBound ? [{ about: COUNTY, unit: "people", value: moved, target: most, sense: "atMost" as const }] : []),
      ...(params.min === undefined
        ? []
        : [
            {
              about: { kind: "county", limit: "min" } as const,
              unit: "people",
              value: moved,
              target: params.min,
              sense: "atLeast" as const,
            },
          ]),
    ];
    return {
      measures: readings.map((reading) => measureOf(entry, reading)),
      violations: readings.flatMap((reading) => {
        const { about, target, sense } = reading;
        const amount = missedBy(reading);
        if (amount === 0) return [];
        const finding =
          sense === "atMost"
            ? totalFindings.say.exceeded({ moved, max: target })
            : totalFindings.say.notReached({ moved, min: target });
        return [violationOf(entry, { about, amount, unit: "people", finding })];
      }),
    };
  },
};
