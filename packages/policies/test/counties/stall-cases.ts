import type { Settings } from "@lungang/core/policy";
import { MASKED } from "../masked-values.ts";
import type { PersonChange, SmallCase } from "./small.ts";
import type { Stalls } from "./stalls.ts";
import { GROUPS, IN_CYCLE, TOWN, stalls, village } from "./stalls.ts";

/** The county of the aims under each policy: as many go as lack somebody, and every aim decides in its own subject. */

interface Aimed extends Stalls {
  readonly settings: Settings;
  /** How the plan says that somebody goes. */
  readonly goes: string;
  /** Further sentences, each with what it shows. */
  readonly more?: Readonly<Record<string, string>>;
  /** Aims that the policy does not have, or in which something else comes first. */
  readonly without?: readonly (keyof typeof AIMS)[];
}

const AIMS = {
  "the nearest, though others are there longer": "aNear leaves A for C-语文",
  "the longest, though in mid-cycle": "aLong leaves A for C-数学",
  "the one who has no class in mid-cycle": "aFree leaves A for C-英语",
  "the one who wishes for it goes far": "aWish leaves A for H-音乐",
  "the one who has no wish has the other's place": "aHome leaves A for C-音乐",
} as const;

const lastTwice = ["2023", "2024"].map((year) => ({ survey: year, rank: 30, of: 30 }));

/** A place at a town school and one at a village school, for who is in neither of the other subjects. */
const CALLIGRAPHY = {
  B: { ...TOWN, ...GROUPS, km: 2, establishment: 9, students: 90, posts: { 信息科技: 2, 劳动: 2, 书法: 1 }, pairs: [] },
  H: village(35, { posts: { 音乐: 1, 书法: 1 } }),
};

/** Has no post at the own school. */
const PEN: PersonChange = { subject: "书法", tenureStart: "2016-09-01" };

const old = (birthDate: string) => ({
  bOld: { tenureStart: "2016-09-01", ...IN_CYCLE, subject: "劳动", livesAt: 0, birthDate },
});

const POLICIES: Readonly<Record<string, Aimed>> = {
  "generic-lungang-18": {
    settings: { termMonths: 36, yearlyMoves: 10 },
    goes: "as rotation until 2027-08-31: due (GL-01)",
  },
  "generic-chengxiang-17": {
    settings: { quotaShare: "32%", termMonths: 24, consentRequired: false },
    goes: "as down until 2026-08-31: due (CX-01)",
  },
  "generic-school-exchange": {
    asked: true,
    settings: { termMonths: 12 },
    // The text exempts nobody.
    people: { aIll: null, aFar3: { tenureStart: "2012-09-01", application: { volunteer: true, homeConsent: true } } },
    goes: "as collaborate until 2025-08-31: volunteer (SE-01)",
    without: ["the longest, though in mid-cycle"],
  },
  "national-2014": {
    settings: { ...MASKED["national-2014"], quotaShare: "34%", backboneShare: "0%" },
    schools: CALLIGRAPHY,
    people: { aPen: { ...PEN, honours: ["backboneCounty"] } },
    goes: "as rotation until 2027-08-31: due (NC-02)",
    more: {
      "YL-12: the backbone teacher goes to the country, though the town is nearer":
        "aPen leaves A for H-书法 as rotation until 2027-08-31: due (NC-02)",
    },
  },
  "xx-county-report": {
    asked: true,
    settings: { termMonths: 24, lastPlaceTimes: 2 },
    schools: {
      ...CALLIGRAPHY,
      G: { ...TOWN, ...GROUPS, quality: "weak", km: 3, establishment: 9, students: 50, posts: { 书法: 1 } },
    },
    people: {
      aPen: { ...PEN, application: { volunteer: true, homeConsent: true } },
      bLast: {
        subjects: [
          { subject: "劳动", main: true },
          { subject: "书法", main: false },
        ],
        examRanks: lastTwice,
      },
    },
    goes: "as support until 2026-08-31: volunteer (XR-09)",
    more: {
      "XR-01: from town to country, though a weak school of the town is nearer":
        "aPen leaves A for H-书法 as support until 2026-08-31: volunteer (XR-09)",
      "XR-14: last twice means another post of the school":
        "bLast leaves B for B-书法 as internal until 2026-08-31: forced (XR-14)",
    },
  },
  "daxuequ-baqiao": {
    settings: { longShare: "29%", anyShare: "0%" },
    schools: {
      H: village(35, { posts: { 音乐: 1, 书法: 1 } }),
      // Has to send one, though somebody of B has less of a way.
      Q: { ...TOWN, ...GROUPS, km: 3, establishment: 9, students: 50, posts: { 道德与法治: 1 }, quota: { minOut: 1 } },
    },
    people: {
      ...old("1975-05-05"),
      bPen: { ...PEN, livesAt: 30 },
      qPen: PEN,
      q1: { tenureStart: "2022-09-01", subject: "道德与法治" },
    },
    goes: "as support until 2025-08-31: due (BQ-03)",
    more: {
      "BQ-17: the school sends as many as it was told to":
        "qPen leaves Q for H-书法 as support until 2025-08-31: due (BQ-03)",
      "BQ-03: whose age limit comes first goes first":
        "bOld leaves B for C-劳动 as support until 2025-08-31: due (BQ-03)",
    },
  },
  "banan-chongqing": {
    settings: { yearlyMoves: 10, postFillMost: 9, supportMost: 9 },
    goes: "as groupInternal until 2025-08-31: due (BN-05)",
  },
  "detailed-measures": {
    settings: { quotaShare: "34%", expertShare: "0%", recruitsInQuota: false },
    schools: CALLIGRAPHY,
    people: { r1: { subject: "书法", recruitYear: 2024, tenureStart: "2024-09-01", livesAt: 0 } },
    goes: "as rotation until 2026-08-31: due (DM-03)",
    more: {
      "DM-07: the recruit starts at the village school, though the town is nearer":
        "r1 starts at H-书法 as recruit with the relation for good: recruit",
    },
  },
  "county-jiaoliu": {
    settings: { schoolYears: 6, yearlyMoves: 11 },
    schools: {
      // No school with the duty to send supporters: who is due there is so by years and age.
      B: {
        ...TOWN,
        ...GROUPS,
        area: "town",
        level: "village",
        km: 2,
        establishment: 9,
        students: 90,
        posts: { 信息科技: 2, 劳动: 2 },
      },
      F: village(4, { posts: { 科学: 1, 书法: 1 } }),
      G: { ...TOWN, ...GROUPS, km: 3, establishment: 9, students: 50, posts: { 书法: 1 } },
    },
    people: { f2: { subject: "书法" }, f3: { subject: "书法" } },
    goes: "as support until 2025-08-31: due (HL-01)",
    more: {
      "HL-10: nobody goes to a town school, so that one of the planned is missing":
        "soft plannedMoves (CJ-01) of county min by 1",
      "HL-01: whose age limit comes first goes first":
        "bOld leaves B for C-劳动 as rotation until 2027-08-31: due (HL-01)",
    },
  },
  "hanling-town": {
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0, primaryShare: "34%" },
    goes: "as rotation until 2027-08-31: due (HL-01)",
  },
  "gaoxin-flow": {
    // Each school sends its share: one that has a single teacher is left out.
    schools: { T: null },
    people: { tOnly: null },
    settings: { ...MASKED["gaoxin-flow"], quotaShare: "32%" },
    goes: "as rotation until 2027-08-31: due (GX-03)",
  },
  "shichang-township": {
    settings: { yearlyMoves: 11 },
    schools: { E: village(6, { establishment: 1, posts: { 语文: 1, 美术: 1, 书法: 1 } }) },
    people: { aTrial: { subject: "书法", tenureStart: "2023-09-01", probationUntil: "2025-08-31" } },
    goes: "as down until 2025-08-31: due (SC-01)",
  },
  "xx-county-2021": {
    settings: { namedSchool: "none", yearlyMoves: 11, termMonths: 36 },
    schools: CALLIGRAPHY,
    people: { aPen: PEN },
    goes: "as rotation with the relation until 2027-08-31: due (XC-01)",
    more: {
      "XC-03: to the country, though the town is nearer":
        "aPen leaves A for H-书法 as rotation with the relation until 2027-08-31: due (XC-01)",
    },
  },
  "yulin-notice": {
    settings: {
      document74Exemptions: "pregnancy,maternityLeave",
      exchangeScope: "county",
      quotaShare: "34%",
      backboneShare: "0%",
    },
    goes: "as alliance until 2027-08-31: due (YL-02)",
  },
};

export const STALLS: readonly SmallCase[] = Object.entries(POLICIES).map(
  ([policy, { settings, goes, more = {}, without = [], ...county }]): SmallCase => ({
    policy,
    name: "one subject for each aim",
    settings,
    instance: stalls(county),
    says: {
      ...Object.fromEntries(
        Object.entries(AIMS)
          .filter(([aim]) => !without.some((other) => other === aim))
          .map(([aim, who]) => [aim, `${who} ${goes}`]),
      ),
      ...more,
    },
  }),
);
