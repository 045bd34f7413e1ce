import type { Issue } from "@lungang/core";
import { text, warningIssue } from "../market/issues.ts";
import type { MarketInput } from "../market/document.ts";

/** What posts of a school are set up from: its establishment and its work (YY-02). */
export interface PostPlan {
  readonly school: string;
  readonly township?: string;
  readonly establishment: number;
  /** Leaders and mid-level cadres within their fixed numbers. */
  readonly management: number;
  readonly teaching: readonly TeachingLoad[];
  readonly support: number;
  readonly logistics: number;
  /** Boarders, and how many of them one dormitory post looks after. */
  readonly dormitory?: { readonly boarders: number; readonly boardersPerPost: number };
}

/** Weekly periods of a subject in a stage. */
export interface TeachingLoad {
  readonly stage: string;
  readonly subject: string;
  readonly periodsPerWeek: number;
  /** Periods of one full post. */
  readonly fullLoad: number;
}

/** A post as a market takes it. */
export interface SetUpPost {
  readonly id: string;
  readonly school: string;
  readonly township?: string;
  readonly kind: NonNullable<MarketInput["posts"][number]["kind"]>;
  readonly stage?: string;
  readonly subject?: string;
  readonly capacity: number;
}

/** The posts of a school. */
export interface PostSetUp {
  readonly posts: readonly SetUpPost[];
  readonly heads: number;
  /** Heads of the establishment for which no post is set up. */
  readonly spare: number;
  /** Posts beyond the establishment: the full curriculum needs more than there is. */
  readonly beyond: number;
  readonly issues: readonly Issue[];
}

/**
 * Sets up the posts of a school by full workload: periods divided by the full load, rounded up, so that every subject is
 * taught (开齐开足). What this needs beyond the establishment is said and not cut, since which subject goes without is not
 * for a program to decide.
 *
 * @throws {RangeError} if a full load or the boarders of a post are no positive integers
 */
export function setUpPosts(plan: PostPlan): PostSetUp {
  const posts = [
    ...plain(plan, "management", plan.management),
    ...plan.teaching.map((load) => teachingPost(plan, load)),
    ...plain(plan, "support", plan.support),
    ...plain(plan, "logistics", plan.logistics),
    ...plain(plan, "dormitory", dormitoryHeads(plan.dormitory)),
  ].filter((post) => post.capacity > 0);
  const heads = posts.reduce((sum, post) => sum + post.capacity, 0);
  const beyond = Math.max(0, heads - plan.establishment);
  return {
    posts,
    heads,
    spare: Math.max(0, plan.establishment - heads),
    beyond,
    issues: beyond === 0 ? [] : [beyondIssue(plan, heads)],
  };
}

function plain(plan: PostPlan, kind: SetUpPost["kind"], capacity: number): readonly SetUpPost[] {
  return [{ ...placeOf(plan), id: `${plan.school}/${kind}`, kind, capacity }];
}

function teachingPost(plan: PostPlan, { stage, subject, periodsPerWeek, fullLoad }: TeachingLoad): SetUpPost {
  const capacity = headsForPeriods(periodsPerWeek, fullLoad);
  return { ...placeOf(plan), id: `${plan.school}/${stage}/${subject}`, kind: "teaching", stage, subject, capacity };
}

/**
 * Returns the heads that weekly periods need, rounded up so that all of them are taught.
 *
 * @throws {RangeError} if the full load is no positive integer
 */
export function headsForPeriods(periodsPerWeek: number, fullLoad: number): number {
  return ceilDivide(periodsPerWeek, fullLoad, "full load");
}

function placeOf({ school, township }: PostPlan): Pick<SetUpPost, "school" | "township"> {
  return township === undefined ? { school } : { school, township };
}

function dormitoryHeads(dormitory: PostPlan["dormitory"]): number {
  return dormitory === undefined ? 0 : ceilDivide(dormitory.boarders, dormitory.boardersPerPost, "boarders of a post");
}

function ceilDivide(amount: number, by: number, what: string): number {
  if (!Number.isInteger(by) || by < 1)
    throw new RangeError(`Cannot set up posts: ${what} must be a positive integer, is ${by}`);
  return Math.floor((amount + by - 1) / by);
}

function beyondIssue(plan: PostPlan, heads: number): Issue {
  return warningIssue({
    code: "posts-beyond-establishment",
    path: ["establishment"],
    received: String(plan.establishment),
    expected: { zh: `不少于 ${heads}`, en: `at least ${heads}` },
    message: text(
      `“${plan.school}”开齐课程需 ${heads} 个岗位，编制只有 ${plan.establishment} 个`,
      `"${plan.school}" needs ${heads} posts for the full curriculum and has an establishment of ${plan.establishment}`,
    ),
    advice: text(
      "请由县统筹调剂编制，或以走教、兼课补足",
      "Let the county move establishment, or teach the rest across schools",
    ),
  });
}
