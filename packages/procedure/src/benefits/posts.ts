import type { IsoDate } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { School } from "@lungang/core";
import type { BenefitEntry } from "@lungang/core/policy";
import type { BenefitContext } from "./context.ts";
import { exchangeOf, homeOf, isRural, isTown, peopleOf, personAt, schoolAt } from "./context.ts";
import type { ConditionStatus } from "./service.ts";
import { serviceRange, statusOf } from "./service.ts";

/**
 * A professional post that rises for the time of an exchange from town to country (YL-24).
 *
 * @public
 */
export interface HigherPostFinding {
  readonly entry: BenefitEntry;
  readonly person: number;
  /** Grade of the post now, 1 the highest and 13 the lowest; absent where nobody states it. */
  readonly from?: number;
  /** Grade during the exchange: a smaller number. */
  readonly to?: number;
  /** The rise crosses from one class of posts (senior 5-7, middle 8-10, junior 11-13) into the next. */
  readonly crossesClass: boolean;
  readonly until: IsoDate | null;
}

const HIGHEST = 1;

/** First grade of each class of professional posts. */
const CLASS_STARTS = [1, 5, 8, 11] as const;

function classOf(grade: number): number {
  return CLASS_STARTS.findLast((start) => start <= grade) ?? HIGHEST;
}

/** Returns whose post rises: people who start from a town school at a rural one. */
export function higherPosts(entry: BenefitEntry, context: BenefitContext): readonly HigherPostFinding[] {
  const { worksAfter, eligibility } = context;
  return peopleOf(entry, context).flatMap((person): HigherPostFinding[] => {
    const move = exchangeOf(context, person);
    const leaves = schoolAt(context, eligibility.county.works[person] as number);
    if (move === undefined || !isTown(leaves) || !isRural(schoolAt(context, worksAfter[person] as number))) return [];
    const from = personAt(context, person).postGrade;
    if (from === undefined) return [{ entry, person, crossesClass: false, until: move.end }];
    const to = Math.max(HIGHEST, from - (entry.grades ?? 1));
    return [{ entry, person, from, to, crossesClass: classOf(from) !== classOf(to), until: move.end }];
  });
}

/**
 * Somebody who may use a post of the school before it is vacant (YL-25).
 *
 * @public
 */
export interface EarlyPostFinding {
  readonly entry: BenefitEntry;
  readonly person: number;
  readonly post: "middle" | "senior";
  readonly status: ConditionStatus;
  readonly needed: number;
  readonly have: number;
  /** Posts of the school, holders of the title, and whether the early use goes beyond the posts. */
  readonly posts: number | null;
  readonly holders: number;
  readonly beyondPosts: boolean | null;
}

/** Returns people with level 1 or 2 who serve at remote schools and stay there under the plan. */
export function earlyPosts(entry: BenefitEntry, context: BenefitContext): readonly EarlyPostFinding[] {
  const found = peopleOf(entry, context).flatMap((person) => earlyPost(entry, context, person) ?? []);
  const users = new Map<string, number>();
  return found.map((finding) => {
    const key = `${context.eligibility.county.home[finding.person]}/${finding.post}`;
    if (finding.status === "met") users.set(key, (users.get(key) ?? 0) + 1);
    const { posts, holders } = finding;
    return { ...finding, beyondPosts: posts === null ? null : holders + (users.get(key) ?? 0) > posts };
  });
}

function earlyPost(
  entry: BenefitEntry,
  context: BenefitContext,
  person: number,
): Omit<EarlyPostFinding, "beyondPosts"> | undefined {
  const post = NEXT_POST[personAt(context, person).professionalTitle];
  if (post === undefined || !staysRemote(context, person)) return undefined;
  const needed = post === "middle" ? entry.level2Years : entry.level1Years;
  if (needed === undefined) return undefined;
  const range = serviceRange("remoteYears", entry, { context, person, afterPlan: false });
  const home = homeOf(context, person);
  const posts = post === "middle" ? home?.middlePosts : home?.seniorPosts;
  return {
    entry,
    person,
    post,
    status: statusOf(range, needed),
    needed,
    have: range.low,
    posts: posts ?? null,
    holders: holdersOf(context, home, post),
  };
}

const NEXT_POST: Readonly<Partial<Record<Person["professionalTitle"], EarlyPostFinding["post"]>>> = {
  level2: "middle",
  level1: "senior",
};

/** 仍在: years alone are not enough, the person has to be there still. */
function staysRemote(context: BenefitContext, person: number): boolean {
  const { eligibility, worksAfter } = context;
  const now = schoolAt(context, eligibility.county.works[person] as number);
  return now?.area === "remote" && schoolAt(context, worksAfter[person] as number)?.area === "remote";
}

const HOLDERS = { middle: ["level1", "primarySenior"], senior: ["senior", "chiefSenior"] } as const;

function holdersOf({ eligibility }: BenefitContext, home: School | undefined, post: "middle" | "senior"): number {
  const titles: readonly string[] = HOLDERS[post];
  return eligibility.county.persons.filter(
    ({ homeSchool, professionalTitle }) => homeSchool === home?.id && titles.includes(professionalTitle),
  ).length;
}
