import { quotaMeaning } from "../quota/schema.ts";
import { hasUpperBound, totalMeaning } from "./schema.ts";
import { perSchoolMeaning } from "../perSchool/schema.ts";
import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import { isEverything } from "../../policy/predicate.ts";
import { leastLeavers } from "../perSchool/limits.ts";
import { selectSchools } from "../../formulation/move-tests.ts";
import type { QuotaParams } from "../quota/schema.ts";
import { quotaGroups } from "../quota/groups.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import type { TotalParams } from "./schema.ts";

/**
 * Standings whose moves the total bounds: everybody but volunteers and recruits.
 *
 * @public
 */
export const BOUNDED_STANDINGS: ReadonlySet<string> = new Set(["due", "forced", "pinned"]);

const MUST_GO: ReadonlySet<string> = new Set(["forced", "pinned"]);

/**
 * Returns how many counted moves of people other than volunteers and recruits are allowed: the least that an entry of
 * the policy says.
 *
 * @public
 */
export function totalBound(eligibility: DecidedCounty, rules: readonly PolicyRule[]): number {
  return Math.min(...rulesOf(rules, totalMeaning).map(({ params }) => boundOf(eligibility, rules, params)));
}

/** What some quotas ask for: moves, and the people and schools whose obligations these moves are already. */
interface Coverage {
  readonly moves: number;
  readonly people: ReadonlySet<number>;
  readonly schools: ReadonlySet<number>;
}

/** People who must go and the least numbers of leavers of schools. */
interface Obligations {
  readonly people: readonly number[];
  /** Shapes: one entry a school. */
  readonly leavers: Int32Array;
}

/**
 * Returns the bound of one entry: none where it only asks for a number to be reached, the number that it states, or what
 * quotas, people who must go and the least leavers of schools ask for together. Within a group of a quota the obligations
 * count towards it; beyond the groups they are added, so that no obligation can use up the moves that a quota of other
 * people needs.
 */
export function boundOf(eligibility: DecidedCounty, rules: readonly PolicyRule[], params: TotalParams): number {
  if (params.max !== undefined) return params.max;
  if (!hasUpperBound(params)) return Infinity;
  const obliged = obligationsOf(eligibility, rules);
  const coverages = rulesOf(rules, quotaMeaning)
    .filter(({ params }) => params.bound === "atLeast")
    .map(({ params }) => coverageOf(eligibility, params, obliged));
  const asked = (some: readonly Coverage[]) => movesAsked(eligibility, obliged, some);
  if (params.quotas === "sum") return asked(coverages);
  return Math.max(asked([]), ...coverages.map((coverage) => asked([coverage])));
}

/** Returns whether people must go or schools must send, whatever the quotas ask for. */
export function hasObligations(eligibility: DecidedCounty, rules: readonly PolicyRule[]): boolean {
  const { people, leavers } = obligationsOf(eligibility, rules);
  return people.length > 0 || leavers.some((least) => least > 0);
}

function obligationsOf(eligibility: DecidedCounty, rules: readonly PolicyRule[]): Obligations {
  const { county, decisions } = eligibility;
  const leavers = new Int32Array(county.schools.length);
  for (const { params } of rulesOf(rules, perSchoolMeaning))
    for (const school of selectSchools({ eligibility }, params.schools)) {
      leavers[school] = Math.max(leavers[school] as number, leastLeavers(params, county, school));
    }
  const people = decisions.flatMap(({ standing }, person) => (MUST_GO.has(standing) ? [person] : []));
  return { people, leavers };
}

/** A quota of some moves only can be met by no obligation: they may be met by other moves. */
function coverageOf(eligibility: DecidedCounty, params: QuotaParams, obliged: Obligations): Coverage {
  const { county } = eligibility;
  const groups = quotaGroups(eligibility, params);
  const required = groups.reduce((sum, group) => sum + group.required, 0);
  if (!isEverything(params.moves)) return { moves: required, people: new Set(), schools: new Set() };
  const people = new Set<number>();
  const schools = new Set<number>();
  let moves = 0;
  for (const { members, required } of groups) {
    const within = new Set(county.works.filter((_school, person) => members[person] === 1));
    const going = obliged.people.filter((person) => members[person] === 1);
    const bySchool = [...within].map((school) =>
      Math.max(obliged.leavers[school] ?? 0, going.filter((person) => county.works[person] === school).length),
    );
    moves += Math.max(
      required,
      bySchool.reduce((sum, heads) => sum + heads, 0),
    );
    for (const person of going) people.add(person);
    for (const school of within) schools.add(school);
  }
  return { moves, people, schools };
}

/** Adds to the moves of some quotas the obligations that none of them covers. */
function movesAsked({ county }: DecidedCounty, { people, leavers }: Obligations, some: readonly Coverage[]): number {
  const alone = people.filter((person) => !some.some((coverage) => coverage.people.has(person)));
  const going = new Map<number, number>();
  for (const person of alone) {
    const school = county.works[person] as number;
    going.set(school, (going.get(school) ?? 0) + 1);
  }
  let moves = some.reduce((sum, coverage) => sum + coverage.moves, alone.length);
  leavers.forEach((least, school) => {
    if (some.some(({ schools }) => schools.has(school))) return;
    moves += Math.max(0, least - (going.get(school) ?? 0));
  });
  return moves;
}
