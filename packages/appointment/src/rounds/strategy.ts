import type { MarketInput } from "../market/document.ts";
import type { Market } from "../market/market.ts";
import type { StrategyStatement } from "../strategy/statement.ts";
import { strategyUnder } from "../strategy/strategy.ts";
import type { Round, RoundsInput } from "./round.ts";

/** A chain in which somebody gains by leaving out a post of the first round. */
export interface RoundsCounterexample {
  readonly market: MarketInput;
  readonly rounds: RoundsInput;
  readonly person: string;
  readonly instead: readonly string[];
}

/** Who takes the post of the own township in the first round is out when a better one is offered in the second. */
export const ROUNDS_COUNTEREXAMPLE: RoundsCounterexample = {
  person: "L",
  instead: ["C"],
  market: {
    format: "lungang-market-1",
    posts: [
      { id: "home", school: "H", township: "X1", capacity: 1 },
      { id: "N", school: "N", township: "X1", capacity: 1 },
      { id: "C", school: "C", township: "X2", capacity: 1 },
    ],
    people: [{ id: "L", points: 10, ownPost: "home" }],
    applications: [{ person: "L", wishes: ["C", "N"] }],
  },
  rounds: {
    format: "lungang-rounds-1",
    rounds: [
      { id: "township", rule: { name: "acceptance" }, reach: "ownTownship", fixes: "movers" },
      { id: "county", rule: { name: "acceptance" }, reach: "betweenTownships", fixes: "movers" },
    ],
  },
};

/**
 * Returns whether honest answers are safe over a chain of rounds: only where every rule is safe and nobody can take part in
 * more than one round, so that no answer decides in which round one is out.
 */
export function strategyOfRounds(market: Market, rounds: readonly Round[]): StrategyStatement {
  const [only] = rounds;
  if (rounds.length === 1 && only !== undefined) return strategyUnder(market, only.rule);
  const unsafe = rounds.map((round) => strategyUnder(market, round.rule)).find((statement) => !statement.isSafe);
  if (unsafe !== undefined) return unsafe;
  return isEachInOne(market, rounds) ? EACH_IN_ONE : IN_SEVERAL;
}

function isEachInOne(market: Market, rounds: readonly Round[]): boolean {
  const everybody = market.people.map((person) => person.id);
  const names = rounds.flatMap((round) => round.people ?? everybody);
  return new Set(names).size === names.length;
}

const EACH_IN_ONE: StrategyStatement = {
  isSafe: true,
  text: {
    zh: "如实填报是安全的：每人只参加一轮，各轮规则本身安全，先前各轮的结果不因本人填报而变",
    en: "Honest answers are safe: everybody takes part in one round, each rule is safe, and no answer changes the rounds before",
  },
  reference:
    "Dubins and Freedman 1981 and Roth 1982 for each round; what was fixed before does not depend on later answers",
};

const IN_SEVERAL: StrategyStatement = {
  isSafe: false,
  text: {
    zh: "分轮进行时如实填报不安全：前一轮取得岗位者不能参加后一轮，放弃前一轮可能得到更好的岗位",
    en: "Honest answers are not safe over several rounds: who gets a post is out, and a better one may come in a later round",
  },
  example: {
    zh: "例：某人如实依次填报外乡镇、本乡镇两个岗位，第一轮只限本乡镇，取得本乡镇岗位而出局；只填外乡镇岗位，第二轮即可取得",
    en: 'For example "L" with the honest list C, N gets N in the first round, which is for the own township, and is out; with C alone the second round gives C',
  },
};
