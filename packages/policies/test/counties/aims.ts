import type { PersonChange, SchoolChange, SmallCase } from "./small.ts";
import { NOBODY, smallCounty } from "./small.ts";

/** Counties in which the aims that most policies share decide between people and places that are alike otherwise. */

/** Since 2012, beside whom those of 2016 are new. */
const NEW = { tenureStart: "2016-09-01" };
/** Who would have a long way to any school. */
const FAR = { livesAt: 90 };
const IN_CYCLE = { classCycleUntil: "2027-08-31" };
const TOWN = { area: "urban", quality: "good", level: "countyTown", township: "T1", terrain: "plain" } as const;
const VILLAGE = { area: "rural", quality: "weak", level: "village", township: "T1", terrain: "plain" } as const;

const village = (km: number, change: SchoolChange = {}): SchoolChange => ({ ...VILLAGE, km, students: 60, ...change });

const asks = (school: string, change: PersonChange = {}): PersonChange => ({
  application: { volunteer: true, homeConsent: true, wishes: [school] },
  ...change,
});

/** Pairs of the town school with each of the others, for policies that exchange between paired schools. */
const PAIRS = ["P1", "P2", "P3", "P4", "P5"];

/**
 * The town school has two teachers of Chinese too many. Short of one are: a private school next door, E, whose establishment is
 * full, D and, farther, C and H; F lacks nobody and has room. So one goes to D and one to C, one of them
 * the longest there, though in mid-cycle.
 * The famous teacher of mathematics, whom nobody needs at home, is wanted at G, which is paired with no school.
 */
function whoAndWhere(): SmallCase["instance"] {
  return smallCounty({
    schools: {
      A: { ...TOWN, establishment: 10, posts: { 语文: 7 }, pairs: PAIRS },
      B: { ...TOWN, km: 1, ownership: "private", establishment: 9, posts: { 语文: 2 }, pairs: ["P1"] },
      C: village(30, { establishment: 2, posts: { 语文: 2 }, pairs: ["P2"] }),
      D: village(12, { establishment: 2, posts: { 语文: 2 }, pairs: ["P3"], township: "T1" }),
      E: village(6, { establishment: 2, posts: { 语文: 2, 数学: 1 }, pairs: ["P4"] }),
      F: village(4, { establishment: 5, posts: { 语文: 2 }, pairs: ["P5"] }),
      G: village(14, { establishment: 1, posts: { 数学: 1 } }),
      H: village(35, { establishment: 2, posts: { 语文: 2 }, pairs: ["P2"] }),
    },
    people: {
      ...NOBODY,
      ...Object.fromEntries(["a1", "a2", "a3", "a5", "a6", "a7", "a8", "a9"].map((id) => [id, NEW])),
      a4: IN_CYCLE,
      am: { ...NEW, subject: "数学", honours: ["famousTeacher"] },
      ...Object.fromEntries(["b1", "c1", "d1", "e1", "f1", "f2"].map((id) => [id, { ...NEW, ...FAR }])),
      e2: { ...NEW, ...FAR, subject: "数学" },
    },
  });
}

/**
 * Two are to go, and wherever they leave they are missed: one of A and one of B, though all of A have been there longer, and in
 * each who has no class in mid-cycle. The only teacher of music wishes to go to the village school, which has none.
 */
function whoIsNotMissed(): SmallCase["instance"] {
  return smallCounty({
    schools: {
      A: { ...TOWN, establishment: 4, posts: { 语文: 3, 音乐: 1 }, pairs: PAIRS },
      B: { ...TOWN, km: 24, establishment: 3, posts: { 语文: 3 }, pairs: PAIRS },
      C: village(12, { establishment: 5, posts: { 语文: 2, 音乐: 1 }, pairs: ["P2"] }),
      D: village(12, { establishment: 3, posts: { 语文: 2 }, pairs: ["P3"], township: "T1" }),
    },
    people: {
      ...NOBODY,
      a1: {},
      ...Object.fromEntries(["a2", "a3"].map((id) => [id, IN_CYCLE])),
      b1: { tenureStart: "2014-09-01" },
      ...Object.fromEntries(["b2", "b3"].map((id) => [id, { tenureStart: "2014-09-01", ...IN_CYCLE }])),
      a9: asks("C", { subject: "音乐" }),
      c1: { ...NEW, ...FAR },
      d1: { ...NEW, ...FAR },
    },
  });
}

/**
 * Volunteers compete, in each subject for one post: by the way, by years, by the class in mid-cycle; and there are wishes that
 * nobody may have: a post beyond the establishment, one at a private school, the only teacher of music, one who is pregnant.
 */
function wishesForFew(): SmallCase["instance"] {
  return smallCounty({
    schools: {
      A: { ...TOWN, establishment: 20, posts: { 语文: 2, 数学: 2, 英语: 2, 音乐: 1, 体育: 1 } },
      B: { ...TOWN, km: 1, ownership: "private", establishment: 9, posts: { 语文: 2 } },
      C: village(12, { establishment: 9, posts: { 语文: 1, 数学: 1, 英语: 1, 音乐: 1, 体育: 1 } }),
      D: null,
      E: village(6, { establishment: 1, posts: { 语文: 2 } }),
    },
    people: {
      ...NOBODY,
      a1: asks("C", { livesAt: 10, ...NEW }),
      ...Object.fromEntries(["a2", "a3"].map((id) => [id, asks("C")])),
      a4: asks("C", { subject: "数学" }),
      ...Object.fromEntries(["a5", "a6"].map((id) => [id, asks("C", { subject: "数学", ...NEW })])),
      ...Object.fromEntries(["a7", "a8"].map((id) => [id, asks("C", { subject: "英语", ...IN_CYCLE })])),
      a9: asks("C", { subject: "英语" }),
      am: asks("C", { subject: "音乐" }),
      ap: asks("C", { subject: "体育", sex: "female", statuses: [{ code: "pregnancy" }] }),
      aq: { subject: "体育" },
      ar: asks("E"),
      as: asks("B"),
      e1: {},
    },
  });
}

export const AIMS: readonly SmallCase[] = [
  {
    policy: "implementation-2024",
    name: "wishes for few posts",
    instance: wishesForFew(),
    says: {
      "GP-02: the nearest of those who ask": "a1 leaves A for C-语文 as rotation until 2026-08-31: volunteer (IP-02)",
      "BQ-03: the longest of those who ask": "a4 leaves A for C-数学 as rotation until 2026-08-31: volunteer (IP-02)",
      "GP-03: the one who has no class in mid-cycle":
        "a9 leaves A for C-英语 as rotation until 2026-08-31: volunteer (IP-02)",
    },
  },
  ...[
    {
      policy: "yiyuan-qinglongshan",
      form: "rotation",
      cited: "YY-01",
      backbone: {},
    },
    {
      policy: "gaoping-opinion",
      form: "counterpart",
      cited: "GP-01",
      backbone: {
        "GP-01: a backbone teacher goes to a weak school of no pair":
          "am leaves A for G-数学 as rotation until 2025-08-31: due (GP-01)",
      },
    },
  ].flatMap(({ policy, form, cited, backbone }): readonly SmallCase[] => {
    const goes = (person: string, to: string) => `${person} leaves ${to} as ${form} until 2025-08-31: due (${cited})`;
    return [
      {
        policy,
        name: "who goes, and where",
        settings: { yearlyMoves: 3, termMonths: 12 },
        instance: whoAndWhere(),
        says: { "BQ-03, GP-02: the longest, to the nearest": goes("a4", "A for D-语文"), ...backbone },
      },
      {
        policy,
        name: "nobody is missed",
        settings: { yearlyMoves: 2, termMonths: 12 },
        instance: whoIsNotMissed(),
        says: {
          "IP-01: one of each school": goes("b1", "B for C-语文"),
          "GP-03: none in mid-cycle": goes("a1", "A for D-语文"),
        },
      },
    ];
  }),
];
