import type { Text } from "@lungang/core";
import { NO_POST, postAt } from "../market/market.ts";
import { noJustifiedEnvy, noWaste } from "../properties/envy.ts";
import type { PropertyFinding, PropertyQuestion } from "../properties/finding.ts";
import { personName, postName } from "../properties/finding.ts";
import { judgeOf } from "../properties/standing.ts";
import type { CardCase } from "./card-case.ts";
import type { PersonEnd } from "./ends.ts";
import type { CardFacts, CardNames } from "./facts.ts";
import { guestHeads, hiddenHeads } from "./hidden-heads.ts";

/** Faults that a report card looks for. */
export const CARD_FINDINGS = [
  "worseThanStaying",
  "justifiedEnvy",
  "blockingPairs",
  "wastedPosts",
  "hiddenVacancies",
  "guestHeldPosts",
] as const;
/** Name of a fault that a report card looks for. */
export type CardFindingName = (typeof CARD_FINDINGS)[number];

/** A fault with every case of it. */
export interface CardFinding {
  readonly name: CardFindingName;
  readonly text: Text;
  readonly unit: "people" | "pairs" | "posts" | "heads";
  /** What the cases come to in the unit; null where the question makes no sense for this plan. */
  readonly value: number | null;
  readonly cases: readonly CardCase[];
}

/** Looks for every fault of a plan. */
export function cardFindings(facts: CardFacts, ends: readonly PersonEnd[], names: CardNames): readonly CardFinding[] {
  const question: PropertyQuestion = { market: facts.market, placement: facts.placement, names };
  const envy = facts.isRanked ? envyOf(question) : undefined;
  const waste = noWaste(question);
  const hidden = hiddenHeads(facts, names);
  const guests = guestHeads(facts, names);
  const worse = ends.filter(({ isWorse }) => isWorse).map((end) => worseCase(question, end));
  const pairs = envy === undefined ? undefined : pairsOf(envy, waste);
  return [
    { ...HEADS.worseThanStaying, value: worse.length, cases: worse },
    { ...HEADS.justifiedEnvy, value: envy === undefined ? null : distinct(envy, "people"), cases: casesOf(envy) },
    { ...HEADS.blockingPairs, value: pairs?.length ?? null, cases: casesOf(pairs) },
    { ...HEADS.wastedPosts, value: distinct(waste, "posts"), cases: casesOf(waste) },
    { ...HEADS.hiddenVacancies, value: sumOf(hidden), cases: hidden.map(({ found }) => found) },
    { ...HEADS.guestHeldPosts, value: sumOf(guests), cases: guests.map(({ found }) => found) },
  ];
}

/** Of two who are equal in everything nobody is passed over, unless a draw has parted them. */
function envyOf(question: PropertyQuestion): readonly PropertyFinding[] {
  const { market } = question;
  const judge = judgeOf(market);
  const people = new Map(market.people.map(({ id }, at) => [id, at]));
  const posts = new Map(market.posts.map(({ id }, at) => [id, at]));
  return noJustifiedEnvy(question).filter(({ people: [who = "", whom = ""], posts: [where = ""] }) => {
    const [post, first, second] = [posts.get(where), people.get(who), people.get(whom)];
    if (market.seed !== undefined || post === undefined || first === undefined || second === undefined) return true;
    return judge.decidedBy(post, first, second) !== "lot";
  });
}

/** A person and a post that would both rather have each other: somebody behind is there, or a place is free. */
function pairsOf(envy: readonly PropertyFinding[], waste: readonly PropertyFinding[]): readonly PropertyFinding[] {
  const pairOf = ({ people: [person], posts: [post] }: PropertyFinding) => JSON.stringify([person, post]);
  const free = new Set(waste.map(pairOf));
  return [...envy.filter((finding) => !free.has(pairOf(finding))), ...waste];
}

function casesOf(findings: readonly PropertyFinding[] = []): readonly CardCase[] {
  return findings.map(({ people, posts, text }) => ({ people, posts, text }));
}

function distinct(findings: readonly PropertyFinding[], what: "people" | "posts"): number {
  return new Set(findings.map((finding) => finding[what][0])).size;
}

function sumOf(found: readonly { readonly heads: number }[]): number {
  return found.reduce((sum, { heads }) => sum + heads, 0);
}

function worseCase(question: PropertyQuestion, { id, start, end, metresBefore, metresAfter }: PersonEnd): CardCase {
  const own = postAt(question.market, start).id;
  const got = end === NO_POST ? undefined : postAt(question.market, end).id;
  const who = personName(question, id);
  const [before, after] = [postName(question, own), got === undefined ? NOTHING : sameText(postName(question, got))];
  const far = metresBefore === undefined || metresAfter === undefined ? undefined : [metresBefore, metresAfter];
  const [near, away] = (far ?? []).map((metres) => (metres / METRES_PER_KM).toFixed(1));
  return {
    people: [id],
    posts: [own, ...(got === undefined ? [] : [got])],
    text: {
      zh: `“${who}”本可留在“${before}”，结果为“${after.zh}”，不是本人更愿去的岗位${far === undefined ? "" : `；离家由 ${near} 公里变为 ${away} 公里`}`,
      en: `"${who}" could stay at "${before}" and ends with "${after.en}", which he would not have changed it for${far === undefined ? "" : `; from home ${near} km before, ${away} km after`}`,
    },
  };
}

const METRES_PER_KM = 1000;
const NOTHING: Text = { zh: "无岗位", en: "no post" };

function sameText(text: string): Text {
  return { zh: text, en: text };
}

const HEADS = {
  worseThanStaying: {
    name: "worseThanStaying",
    unit: "people",
    text: { zh: "不如留任的人员", en: "people worse off than by staying" },
  },
  justifiedEnvy: {
    name: "justifiedEnvy",
    unit: "people",
    text: { zh: "被排在后面的人越过的人员", en: "people passed over for somebody behind them" },
  },
  blockingPairs: {
    name: "blockingPairs",
    unit: "pairs",
    text: { zh: "双方都更愿意的人员与岗位", en: "pairs of person and post that would both rather have each other" },
  },
  wastedPosts: {
    name: "wastedPosts",
    unit: "posts",
    text: { zh: "有人愿去却空置的岗位", en: "posts with a place left that somebody prefers" },
  },
  hiddenVacancies: {
    name: "hiddenVacancies",
    unit: "heads",
    text: { zh: "未公开的空岗", en: "vacancies that nobody was told of" },
  },
  guestHeldPosts: {
    name: "guestHeldPosts",
    unit: "heads",
    text: { zh: "仅由交流人员顶岗、期满即空的岗位", en: "heads that only a guest fills until the exchange ends" },
  },
} as const;
