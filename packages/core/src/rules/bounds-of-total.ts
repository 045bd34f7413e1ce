import type { Eligibility } from "../eligibility/eligibility.ts";
import type { Decision } from "../eligibility/decision.ts";
import { quotaBase } from "../eligibility/eligibility.ts";
import type { School } from "../instance/school.ts";
import { emptySubject } from "../policy/attributes.ts";
import { compilePredicate, isEverything } from "../policy/predicate.ts";
import { ceilShare, floorShare } from "../policy/share.ts";
import { schoolLimits } from "./limits.ts";
import { selectSchools } from "./move-tests.ts";
import type { QuotaParams } from "./quota/schema.ts";
import { groupsOf } from "./school-groups.ts";
import type { ActiveRule } from "./schemas.ts";
import { rulesOf } from "./schemas.ts";
import type { TotalParams } from "./total/schema.ts";

/** One quota: the people of its base and how many moves it asks for. */
export interface QuotaGroup {
  /** Name of the school, zone or alliance; empty for the county. */
  readonly name: string;
  /** Members of the group, in the base or not. Shapes: one entry a person. */
  readonly members: Uint8Array;
  readonly baseCount: number;
  readonly required: number;
}

/** Groups by eligibility and quota: rows of several rules ask for them. */
const groupMemory = new WeakMap<Eligibility, WeakMap<QuotaParams, readonly QuotaGroup[]>>();

/**
 * Returns the groups of a quota with their bases and required numbers; groups without a base are left out. They are
 * counted once.
 */
export function quotaGroups(eligibility: Eligibility, params: QuotaParams): readonly QuotaGroup[] {
  const known = groupMemory.get(eligibility) ?? new WeakMap<QuotaParams, readonly QuotaGroup[]>();
  groupMemory.set(eligibility, known);
  const groups = known.get(params) ?? countGroups(eligibility, params);
  known.set(params, groups);
  return groups;
}

function countGroups(eligibility: Eligibility, params: QuotaParams): readonly QuotaGroup[] {
  const { county, policy, context, decisions } = eligibility;
  const who = compilePredicate(params.who, { context, sets: policy.sets });
  const eligible = quotaBase(eligibility, params);
  const subject = emptySubject();
  const groups = new Map<string, { members: Uint8Array; baseCount: number }>();
  decisions.forEach((decision, person) => {
    subject.person = person;
    subject.from = county.works[person] as number;
    if (decision.standing === "outOfScope" || !who(subject)) return;
    const inBase = params.base === "eligible" ? eligible[person] === 1 : isStaff(decision, params);
    for (const name of groupsOf(params.by, county.schools[subject.from])) {
      const group = groups.get(name) ?? { members: new Uint8Array(decisions.length), baseCount: 0 };
      groups.set(name, group);
      group.members[person] = 1;
      if (inBase) group.baseCount++;
    }
  });
  const required = params.bound === "atLeast" ? ceilShare : floorShare;
  return [...groups]
    .filter(([, { baseCount }]) => baseCount > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { members, baseCount }]) => ({
      name,
      members,
      baseCount,
      required: required(params.share, baseCount),
    }));
}

function isStaff(decision: Decision, params: QuotaParams): boolean {
  return decision.standing !== "recruit" && !(params.excludeExempt && decision.exempt);
}

/** Standings whose moves the total bounds: everybody but volunteers and recruits. */
export const BOUNDED_STANDINGS: ReadonlySet<string> = new Set(["due", "forced", "pinned"]);

const MUST_GO: ReadonlySet<string> = new Set(["forced", "pinned"]);

/**
 * Returns how many counted moves of people other than volunteers and recruits are allowed: the least that an entry of
 * the policy says.
 */
export function totalBound(eligibility: Eligibility, rules: readonly ActiveRule[]): number {
  return Math.min(...rulesOf(rules, "total").map(({ params }) => boundOf(eligibility, rules, params)));
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
 * Returns the bound of one entry: the number that it states, or what quotas, people who must go and the least leavers
 * of schools ask for together. Within a group of a quota the obligations count towards it; beyond the groups they are
 * added, so that no obligation can use up the moves that a quota of other people needs.
 */
export function boundOf(eligibility: Eligibility, rules: readonly ActiveRule[], params: TotalParams): number {
  if (params.max !== undefined) return params.max;
  const obliged = obligationsOf(eligibility, rules);
  const coverages = rulesOf(rules, "quota")
    .filter(({ params }) => params.bound === "atLeast")
    .map(({ params }) => coverageOf(eligibility, params, obliged));
  const asked = (some: readonly Coverage[]) => movesAsked(eligibility, obliged, some);
  if (params.quotas === "sum") return asked(coverages);
  return Math.max(asked([]), ...coverages.map((coverage) => asked([coverage])));
}

/** Returns whether people must go or schools must send, whatever the quotas ask for. */
export function hasObligations(eligibility: Eligibility, rules: readonly ActiveRule[]): boolean {
  const { people, leavers } = obligationsOf(eligibility, rules);
  return people.length > 0 || leavers.some((least) => least > 0);
}

function obligationsOf(eligibility: Eligibility, rules: readonly ActiveRule[]): Obligations {
  const { county, decisions } = eligibility;
  const leavers = new Int32Array(county.schools.length);
  for (const { params } of rulesOf(rules, "perSchool"))
    for (const school of selectSchools({ eligibility }, params.schools)) {
      const { lower } = schoolLimits(params, county.schools[school] as School, 0).out;
      leavers[school] = Math.max(leavers[school] as number, lower);
    }
  const people = decisions.flatMap(({ standing }, person) => (MUST_GO.has(standing) ? [person] : []));
  return { people, leavers };
}

/** A quota of some moves only can be met by no obligation: they may be met by other moves. */
function coverageOf(eligibility: Eligibility, params: QuotaParams, obliged: Obligations): Coverage {
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
function movesAsked({ county }: Eligibility, { people, leavers }: Obligations, some: readonly Coverage[]): number {
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
