import type { Text } from "@lungang/core";
import type { Market, Placement } from "../market/market.ts";
import { NO_POST, listOf, personAt, postAt } from "../market/market.ts";
import { pointsText } from "@lungang/core/policy";
import type { ReasonNames } from "../properties/finding.ts";
import type { Advantage, Judge } from "../properties/standing.ts";
import { judgeOf } from "../properties/standing.ts";
import { titleStops } from "../properties/titles.ts";

/** Why a person did not get a post that he prefers to what he got. */
export interface MissedPost {
  readonly post: string;
  /** Place in the person's list, counted from 1; null for a post that nobody wished for and that was tried as a near one. */
  readonly wish: number | null;
  readonly heads: number;
  /** People at the post who come before him there; all of them unless `passedOverFor` names somebody. */
  readonly before: number;
  /** The last of those who got the post and come before him, and by what. */
  readonly last?: {
    readonly person: string;
    readonly by: Advantage;
    /** Points of the last one, the lowest that were admitted, and his own, in ten-thousandths; where points decided. */
    readonly points?: { readonly last: number; readonly own: number };
  };
  /** Who got the post although he comes behind: a trade or a floor explains it, or the list is wrong. */
  readonly passedOverFor: readonly string[];
  /** Level of titles whose posts at the school are full, so that nobody else of it comes; undefined where none is. */
  readonly fullLevel?: string;
  /** Places left; not 0 only where a rule leaves places empty. */
  readonly free: number;
  readonly text: Text;
  /** The same for the person: nobody else is named in it. */
  readonly toPerson: Text;
}

/** Why a person has what he has. */
export interface PersonReasons {
  readonly person: string;
  readonly post: string | null;
  /** Place in the list, counted from 1; null for nothing. */
  readonly wish: number | null;
  readonly text: Text;
  readonly missed: readonly MissedPost[];
}

/** What people and posts are called, and which wish a post was where a market holds a part of them. */
export interface ReasonTelling extends ReasonNames {
  /** Place of a post in the list of a person, counted from 1; null where nobody wished for it. @defaultValue as in the market */
  readonly wishOf?: (person: string, post: string) => number | null;
}

/** Answers about one placement; made once for many people. */
export interface ReasonsOf {
  (personId: string): PersonReasons;
}

/**
 * Returns what answers, for every person of a placement, why he has his post and who came before him at better ones.
 *
 * Everything follows from the market and the placement alone, so that it also explains a list made by hand.
 *
 * @param names - what people and posts are called in the sentences, their ids by default, and which wish a post was
 * @throws {RangeError} when asked about somebody who is not in the market
 */
export function reasonsOf(market: Market, placement: Placement, names: ReasonTelling = {}): ReasonsOf {
  const judge = judgeOf(market);
  const positions = new Map(market.people.map((person, at) => [person.id, at]));
  const holders: number[][] = market.posts.map(() => []);
  placement.forEach((post, person) => {
    if (post !== NO_POST) holders[post]?.push(person);
  });
  const stops = new Map(
    titleStops({ market, placement }).map(({ person, post, level }) => [`${person} ${post}`, level]),
  );
  return (personId) => {
    const person = positions.get(personId);
    if (person === undefined) throw new RangeError(`Cannot explain "${personId}": not in the market`);
    const list = Array.from(listOf(market, person));
    const got = list.indexOf(placement[person] as number);
    const wishOf = (place: number) =>
      names.wishOf === undefined ? place + 1 : names.wishOf(personId, postAt(market, list[place] as number).id);
    const better = got < 0 ? list : list.slice(0, got);
    const missed = better.map((post, place) =>
      missedPost(
        { market, judge, names, person },
        { post, wish: wishOf(place), holders: holders[post] ?? [], fullLevel: stops.get(`${person} ${post}`) },
      ),
    );
    const id = placement[person] === NO_POST ? null : postAt(market, placement[person] as number).id;
    const wish = got < 0 ? null : wishOf(got);
    return {
      person: personId,
      post: id,
      wish,
      text: gotText(id === null ? null : nameOf(names.post, id), {
        wish,
        stays: keepsOwn(market, { person, post: placement[person] as number }),
      }),
      missed,
    };
  };
}

interface Asker {
  readonly market: Market;
  readonly judge: Judge;
  readonly names: ReasonNames;
  readonly person: number;
}

function nameOf(name: ((id: string) => string) | undefined, id: string): string {
  return name === undefined ? id : name(id);
}

interface Better {
  readonly post: number;
  readonly wish: number | null;
  readonly holders: readonly number[];
  readonly fullLevel: string | undefined;
}

function missedPost({ market, judge, names, person }: Asker, { post, wish, holders, fullLevel }: Better): MissedPost {
  const ahead: number[] = [];
  const behind: number[] = [];
  for (const other of holders) (judge.outranks(post, other, person) ? ahead : behind).push(other);
  const last = ahead.reduce<number | undefined>(
    (worst, other) => (worst === undefined || judge.outranks(post, worst, other) ? other : worst),
    undefined,
  );
  const { id, capacity, school } = postAt(market, post);
  const facts = {
    post: id,
    wish,
    heads: capacity,
    before: ahead.length,
    ...(last === undefined ? {} : { last: lastOf({ market, judge, names, person }, { post, last }) }),
    passedOverFor: behind.map((other) => personAt(market, other).id),
    ...(fullLevel === undefined ? {} : { fullLevel }),
    free: Math.max(0, capacity - holders.length),
  };
  const named = { ...facts, school };
  const spoken = names.postToPerson ?? names.post;
  const toPerson = { ...names, ...(spoken === undefined ? {} : { post: spoken }), person: null };
  return { ...facts, text: missedText(named, names), toPerson: missedText(named, toPerson) };
}

function lastOf(
  { market, judge, person }: Asker,
  { post, last }: { readonly post: number; readonly last: number },
): NonNullable<MissedPost["last"]> {
  const by = judge.decidedBy(post, last, person) as Advantage;
  const points = { last: judge.pointsAt(post, last), own: judge.pointsAt(post, person) };
  return { person: personAt(market, last).id, by, ...(by === "points" ? { points } : {}) };
}

/** What posts are called and people, who stay unnamed where there is no reader for them. */
interface MissedNames extends Pick<ReasonNames, "post"> {
  readonly person?: ReasonNames["person"] | null;
}

const BY: Readonly<Record<Advantage, Text>> = {
  ownPost: { zh: "已在该岗位", en: "being at the post already" },
  priorityClass: { zh: "优先类别在前", en: "the priority class" },
  ranking: { zh: "学校排序在前", en: "the ranking of the school" },
  points: { zh: "分值较高", en: "more points" },
  tieKey: { zh: "同分比较项在前", en: "a key that breaks ties" },
  lot: { zh: "抽签在前", en: "the draw" },
};

function missedText(
  facts: Omit<MissedPost, "text" | "toPerson"> & { readonly school: string },
  names: MissedNames,
): Text {
  const { wish, heads, before, last, passedOverFor, fullLevel, free, school } = facts;
  const post = nameOf(names.post, facts.post);
  const which = wishText(wish);
  const zh = [`${which.zh}“${post}”可聘 ${heads} 人`];
  const en = [`${which.en} post "${post}", heads ${heads}`];
  if (fullLevel !== undefined) {
    zh.push(`“${school}”的“${fullLevel}”岗位已满`);
    en.push(`the posts of "${fullLevel}" at "${school}" are full`);
  }
  if (last !== undefined) {
    const by = advantageText(last);
    const who = names.person === null ? undefined : nameOf(names.person, last.person);
    zh.push(`取得者中有 ${before} 人排在前面${who === undefined ? "" : `，最后一位是“${who}”`}（${by.zh}）`);
    en.push(
      `${before} of those who got it come before${who === undefined ? "" : `, the last is "${who}"`} by ${by.en}`,
    );
  }
  if (passedOverFor.length > 0) {
    const { person } = names;
    const [count, people] = [passedOverFor.length, passedOverFor.map((id) => nameOf(person ?? undefined, id))];
    zh.push(person === null ? `排在后面而取得者 ${count} 人` : `排在后面而取得者：${people.join("、")}`);
    en.push(person === null ? `${count} behind are there yet` : `behind and yet there: ${people.join(", ")}`);
  }
  if (free > 0) {
    zh.push(`尚有空额 ${free} 个`);
    en.push(`${free} places are left`);
  }
  return { zh: zh.join("；"), en: en.join("; ") };
}

/** Which wish a post was, or that it was tried because it is near. */
function wishText(wish: number | null): Text {
  return wish === null ? { zh: "较近的", en: "a nearer" } : { zh: `第 ${wish} 志愿`, en: `wish ${wish},` };
}

function advantageText({ by, points }: NonNullable<MissedPost["last"]>): Text {
  if (points === undefined) return BY[by];
  const [lowest, own] = [pointsText(points.last), pointsText(points.own)];
  return { zh: `最低 ${lowest} 分，本人 ${own} 分`, en: `${BY[by].en}: ${lowest} against ${own}` };
}

/** Whether somebody ends with the post held at the start, which ends every list without being asked for. */
function keepsOwn(market: Market, { person, post }: { readonly person: number; readonly post: number }): boolean {
  const { ownPost, ownPostIs } = personAt(market, person);
  return ownPostIs !== "leaves" && ownPost !== NO_POST && ownPost === post;
}

function gotText(
  post: string | null,
  { wish, stays }: { readonly wish: number | null; readonly stays: boolean },
): Text {
  if (post === null) return { zh: "志愿均未实现", en: "no wish came true" };
  if (stays) return { zh: `留任原岗位“${post}”`, en: `keeps the own post "${post}"` };
  if (wish === null) return { zh: `安排到岗位“${post}”（不是本人志愿）`, en: `placed at post "${post}", not a wish` };
  return { zh: `取得岗位“${post}”（第 ${wish} 志愿）`, en: `got post "${post}", wish ${wish}` };
}
