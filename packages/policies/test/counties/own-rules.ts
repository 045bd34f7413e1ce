import { MASKED } from "../masked-values.ts";
import type { PersonChange, SmallCase } from "./small.ts";
import { NOBODY, smallCounty } from "./small.ts";
import { IN_CYCLE, TOWN, TWO, VILLAGE, village } from "./stalls.ts";

/** Counties for what one policy alone asks for. */

const excellent = { evaluations: [{ year: 2024, grade: "excellent" as const }] };
const onLeave: PersonChange = { sex: "female", statuses: [{ code: "maternityLeave" }] };
const senior = { professionalTitle: "senior" } as const;
const recent = { tenureStart: "2021-09-01" } as const;

const asks = (school: string) => ({ application: { volunteer: true, homeConsent: true, wishes: [school] } });

const each = (ids: readonly string[], change: PersonChange) => Object.fromEntries(ids.map((id) => [id, change]));

/**
 * A and B are over their establishment and send people to C, A one of them at most; G has excellent teachers and reserve cadres,
 * and a teacher of sport whom its partner S of the zone lacks, but who would have nobody to change places with.
 */
function formsOfBanan(): SmallCase["instance"] {
  return smallCounty({
    schools: {
      A: { ...TOWN, establishment: 2, students: 300, posts: { 语文: 2 }, quota: { maxOut: 1 } },
      B: { ...TOWN, level: "townshipCenter", km: 3, establishment: 1, students: 100, posts: { 语文: 1 } },
      C: { ...VILLAGE, km: 12, establishment: 9, students: 100, posts: { 语文: 3, 数学: 2 } },
      D: null,
      G: {
        ...TOWN,
        km: 1,
        establishment: 20,
        students: 200,
        posts: { 数学: 1, 音乐: 1, 体育: 1 },
        zones: ["Z9"],
      },
      S: {
        ...TOWN,
        quality: "ordinary",
        level: "demonstration",
        km: 2,
        establishment: 9,
        students: 100,
        posts: { 音乐: 2, 体育: 1, 英语: 1 },
        zones: ["Z9"],
      },
    },
    people: {
      ...NOBODY,
      ...each(["aPost1", "aPost2", "aPost3", "aPost4"], { livesAt: 10 }),
      ...each(["bPost1", "bPost2", "bPost3"], {}),
      ...each(["gBest1", "gBest2", "gBest3"], { subject: "数学", ...excellent }),
      ...each(["gCadre1", "gCadre2", "gCadre3"], { subject: "音乐", personType: "reserveCadre" }),
      ...each(["gSport1", "gSport2"], { subject: "体育" }),
      s1: { subject: "英语" },
    },
  });
}

/**
 * Junior and senior schools with two too many and a village school that lacks two; four excellent teachers of a weak school and
 * three places above; a short school in a township that has too many people.
 */
function stagesOfHanling(): SmallCase["instance"] {
  return smallCounty({
    schools: {
      A: null,
      B: { establishment: 20, township: "T1", posts: { 语文: 3, 数学: 2, 体育: 4 }, km: 4 },
      C: { establishment: 20, posts: { 语文: 2, 数学: 2, 体育: 1 } },
      D: { area: "rural", township: "T2", establishment: 3, posts: { 语文: 2, 数学: 1, 美术: 1 } },
      G: { ...VILLAGE, quality: "ordinary", township: "T2", km: 31, establishment: 1, posts: { 美术: 1, 英语: 9 } },
      J: { ...TOWN, type: "junior", km: 5, establishment: 9, posts: { 语文: 2 } },
      K: { ...VILLAGE, type: "junior", km: 15, establishment: 9, posts: { 语文: 3 } },
      X: { ...TOWN, type: "senior", km: 5, establishment: 9, posts: { 语文: 2 } },
      Y: { ...VILLAGE, type: "senior", km: 15, establishment: 9, posts: { 语文: 3 } },
    },
    people: {
      ...NOBODY,
      ...each(["b1", "b2", "b3", "c1", "c2", "d1", "k1", "y1"], TWO),
      ...each(["cUp1", "cUp2", "cUp3", "cUp4"], { ...TWO, subject: "体育", ...excellent }),
      ...each(["cArt1", "cArt2"], { subject: "美术", ...senior }),
      ...each(["g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9"], { ...TWO, subject: "英语" }),
      ...each(["j1", "j2", "j3", "j4", "x1", "x2", "x3", "x4"], senior),
    },
  });
}

/**
 * A middle school has three teachers of mathematics too many, of whom the named school may choose one; and one of English, for
 * whom a primary school is nearer, though it is the middle schools that are short.
 */
function shortStages(): SmallCase["instance"] {
  return smallCounty({
    planYear: 2021,
    schools: {
      A: { establishment: 20, posts: { 语文: 2 } },
      B: null,
      C: { establishment: 9, posts: { 语文: 1, 英语: 1 } },
      D: null,
      J: { ...TOWN, type: "junior", km: 5, establishment: 9, posts: { 数学: 2 } },
      K: { ...VILLAGE, type: "junior", km: 20, township: "T2", establishment: 9, posts: { 英语: 3 } },
      P: { ...TOWN, type: "junior", km: 9, establishment: 20, posts: { 语文: 1, 数学: 1 } },
    },
    people: {
      ...NOBODY,
      ...each(["a1", "a2", "a3", "a4", "c1", "p5"], onLeave),
      ...each(["p1", "p2", "p3"], { subject: "数学", stageCertified: ["junior"] }),
      p4: { subject: "英语", stageCertified: ["primary", "junior"] },
    },
  });
}

/** So many are equal but for their class: without the rule about it a draw takes the one who has none once in thirty times. */
const MANY_IN_CYCLE = Array.from({ length: 30 }, (_, k) => `aCycle${k + 1}`);

/**
 * Two paired schools send each other four: by nearness, years, class cycle and wish from the town, young ones from the village.
 * A private school is paired with the town school as well.
 */
function pairedSchools(): SmallCase["instance"] {
  const eight = { tenureStart: "2016-09-01" };
  const young = { subject: "体育", birthDate: "1995-05-05", tenureStart: "2019-09-01" };
  return smallCounty({
    schools: {
      A: {
        ...TOWN,
        establishment: 20,
        students: 400,
        posts: { 语文: 2, 数学: 2, 英语: 4, 音乐: 1, 体育: 4 },
        pairs: ["P1", "P2"],
      },
      B: null,
      C: village(12, { posts: { 语文: 1, 数学: 1, 英语: 1, 音乐: 1, 体育: 1 }, pairs: ["P1"] }),
      D: null,
      P: { ...VILLAGE, km: 1, ownership: "private", establishment: 9, students: 60, posts: { 体育: 1 }, pairs: ["P2"] },
    },
    people: {
      ...NOBODY,
      aNear: { ...eight, livesAt: 10 },
      ...each(["aFar1", "aFar2"], {}),
      aLong: { ...IN_CYCLE, subject: "数学" },
      ...each(["aShort1", "aShort2"], { ...eight, subject: "数学" }),
      aFree: { ...eight, subject: "英语" },
      ...each(MANY_IN_CYCLE, {
        ...eight,
        ...IN_CYCLE,
        subject: "英语",
        livesAt: 0.01,
      }),
      aWish: { ...eight, subject: "音乐", ...asks("C") },
      aElse: { ...eight, subject: "音乐", livesAt: 10, ...asks("P") },
      ...each(["cSport1", "cSport2", "cSport3", "cSport4"], young),
      cSport5: { ...young, ...IN_CYCLE },
      p1: { subject: "体育" },
    },
  });
}

const noneOfA = Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`a${k + 1}`, null]));

export const OWN_RULES: readonly SmallCase[] = [
  {
    policy: "banan-chongqing",
    name: "forms and their numbers",
    settings: { yearlyMoves: 5, postFillMost: 2, supportMost: 1, shadowMost: 1, zoneEqual: true },
    instance: formsOfBanan(),
    says: {
      "BN-05a: as many fill posts as the district allows": "postFillMost (BN-05a) of county max: 2 of at most 2",
      "BN-05a: each school sends its quota at most": "senderQuota (BN-05a) of school A maxOut: 1 of at most 1",
      "BN-04: as many learn as are told": "shadowMost (BN-04) of county max: 1 of at most 1",
      "BN-05b: nobody goes to S, from where nobody comes": "zoneSwap (BN-05b) of pair G S: 0 of 0",
    },
  },
  {
    policy: "hanling-town",
    name: "stages, people sent up and a full township",
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0 },
    instance: stagesOfHanling(),
    says: {
      "HL-03: one junior teacher, as near to the range as can be": "soft junior-most (HL-03) by 1",
      "HL-03: one senior teacher": "soft senior-most (HL-03) by 1",
      "HL-18: two are sent up": "sentUp (HL-18) of school C maxOut: 2 of at most 2",
    },
  },
  {
    policy: "xx-county-2021",
    name: "the named school and short stages",
    settings: { namedSchool: "J", namedCount: 1, yearlyMoves: 3, termMonths: 36 },
    instance: shortStages(),
    says: {
      "XC-03: to the stage that is short, though it is farther":
        "p4 leaves P for K-英语 as postFill with the relation until 2024-08-31: due (XC-01)",
      "XC-10: the named school chooses one": "namedSchool (XC-10) of school J maxIn: 1 of at most 1",
    },
  },
  {
    policy: "gaoxin-flow",
    name: "the exam, and the first year as a cadre",
    settings: { ...MASKED["gaoxin-flow"], quotaShare: "40%" },
    instance: smallCounty({
      schools: { A: null },
      people: {
        ...noneOfA,
        b1: { ...recent, examRanks: ["2023统考", "2024统考"].map((survey) => ({ survey, rank: 30, of: 30 })) },
        b2: {
          personType: "midLevel",
          tenureStart: "2010-09-01",
          offices: [{ office: "midLevel", start: "2024-03-01" }],
        },
      },
    }),
    says: {
      "GX-07: twice last in the exam has to go": "b1 leaves B for C-语文 as lastPlace until 2027-08-31: forced (GX-07)",
      "GX-02: a cadre in the first year stays": "b2 stays at B: exempt (GX-02)",
    },
  },
  {
    policy: "generic-chengxiang-17",
    name: "more who would come to town",
    settings: { quotaShare: "5%", termMonths: 24 },
    instance: smallCounty({
      schools: { A: { posts: { 语文: 6, 数学: 4, 音乐: 1 }, establishment: 14 } },
      people: { b1: asks("D"), c1: asks("A"), c3: { subject: "数学", ...asks("A") } },
    }),
    says: {
      "CX-02: one comes for one who goes": "asNeeded (CX-02) of route country town maxOfReverse: 1 of at most 1",
    },
  },
  {
    policy: "zhongwei-pairing",
    name: "four each way",
    settings: { start: "02-20", youngAge: 35, pairCount: 4 },
    instance: pairedSchools(),
    says: {
      "GP-02: the nearest": "aNear leaves A for C-语文 as support until 2025-02-19: due (ZW-02)",
      "BQ-03: the longest": "aLong leaves A for C-数学 as support until 2025-02-19: due (ZW-02)",
      "GP-03: who has no class in mid-cycle": "aFree leaves A for C-英语 as support until 2025-02-19: due (ZW-02)",
      "XR-09: who wishes for it": "aWish leaves A for C-音乐 as support until 2025-02-19: due (ZW-02)",
    },
  },
  {
    policy: "daxuequ-baqiao",
    name: "nobody is due",
    settings: { longShare: "20%", anyShare: "0%" },
    instance: smallCounty({
      schools: { D: { zones: ["Z1"] } },
      people: { ...NOBODY, ...each(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "c1", "c2", "d1"], recent) },
    }),
    says: {
      "BQ-06b: two of the ten take part for a school year":
        "longExchange (BQ-06b) of group zone Z1 longTerm: 2 of at least 2",
    },
  },
];
