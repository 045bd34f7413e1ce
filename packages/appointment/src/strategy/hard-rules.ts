import type { z } from "zod";
import type { MarketInput } from "../market/document.ts";
import type { hardRulesSchema } from "../market/hard-rules.ts";
import type { StrategyStatement } from "./statement.ts";

/** A market with a hard rule in which somebody gains by a shorter list. */
export interface HardRulesCounterexample {
  readonly market: MarketInput;
  readonly rules: z.input<typeof hardRulesSchema>;
  readonly person: string;
  readonly instead: readonly string[];
}

/** The village needs somebody: who does not name it cannot be sent there. */
export const HARD_RULES_COUNTEREXAMPLE: HardRulesCounterexample = {
  person: "second",
  instead: ["town"],
  market: {
    format: "lungang-market-1",
    posts: [
      { id: "town", school: "town", capacity: 1 },
      { id: "village", school: "village", capacity: 1 },
    ],
    people: [
      { id: "first", points: 90 },
      { id: "second", points: 80 },
    ],
    applications: [
      { person: "first", wishes: ["town", "village"] },
      { person: "second", wishes: ["town", "village"] },
    ],
  },
  rules: { format: "lungang-hard-rules-1", limits: [{ id: "village", posts: ["village"], atLeast: 1 }] },
};

/** Returns what holds where an integer program decides under couples and limits. */
export function strategyOfHardRules(): StrategyStatement {
  return {
    isSafe: false,
    text: {
      zh: "如实填报不安全：有夫妻同调、区域下限等硬性规定时，不填不愿去的岗位可能使他人被派去",
      en: "Honest answers are not safe: with couples and limits of regions, leaving out a post can send somebody else there",
    },
    example: {
      zh: "例（人员、岗位均为虚构）：村校至少留一人，某人如实填报镇小、村校，被派到村校；只填镇小，取得镇小，由排在其前的人去村校",
      en: 'For example, where the village needs somebody, "second" with the honest list town, village is sent to the village; with town alone he gets town, and somebody before him goes to the village',
    },
    reference:
      "With couples no rule that finds a stable placement wherever one exists is safe; Roth 1984 shows that none may exist",
  };
}
