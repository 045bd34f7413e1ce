import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/**
 * The town school has more of Chinese than it needs and the school of the next township as many too few: more would go than
 * about a tenth of the nineteen primary teachers, and they are those by whom the exchange is mainly made.
 */
const instance = smallCounty({
  schools: {
    A: { posts: { 语文: 1, 数学: 3, 音乐: 1 } },
    B: { township: "T3", establishment: 12, posts: { 语文: 7, 数学: 2 } },
    C: { posts: { 语文: 2, 数学: 4 } },
    D: { posts: { 语文: 1, 数学: 1 } },
  },
  people: Object.fromEntries(["a1", "a2", "a3", "a4", "a5"].map((id) => [id, { professionalTitle: "primarySenior" }])),
});

const says = { "HL-03: more would go than about a tenth": "primary-most (HL-03): 2 of at most 2" };

export const ABOUT_A_TENTH: readonly SmallCase[] = [
  {
    policy: "hanling-town",
    name: "more would go than about a tenth",
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0 },
    instance,
    says,
  },
  {
    policy: "county-jiaoliu",
    name: "more would go than about a tenth",
    settings: { schoolYears: 6, yearlyMoves: 4 },
    instance,
    says,
  },
];
