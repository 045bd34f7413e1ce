import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";
import { MASKED } from "../masked-values.ts";
import { AIMS } from "./aims.ts";
import { BALANCE } from "./balance.ts";
import { GOING_UP } from "./going-up.ts";
import { HEADS } from "./heads.ts";
import { OWN_RULES } from "./own-rules.ts";
import { PERIODS } from "./periods.ts";
import { ROOMS } from "./rooms.ts";
import { STALLS } from "./stall-cases.ts";
import { STAYING } from "./staying.ts";
import { TWO_WAYS } from "./two-ways.ts";

/** Counties in which parts of a policy bind that do not in its first one; each says what to look at. */

const office = (name: "principal" | "vicePrincipal", start: string, rest: object = {}) => ({
  personType: name,
  offices: [{ office: name, start }],
  ...rest,
});

const excellent = { evaluations: [{ year: 2024, grade: "excellent" as const }] };
const recent = { tenureStart: "2021-09-01" };

/** Came back this summer from a year of support. */
const supported = (from: string, to: string) => ({
  ...excellent,
  exchanges: [{ from, to, form: "support" as const, start: "2023-09-01", end: "2024-08-31" }],
});

const lastTwice = (name: string) => ["2023", "2024"].map((year) => ({ survey: `${year}${name}`, rank: 30, of: 30 }));

const PEOPLE_IDS = ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "c1", "c2", "d1"] as const;

/** Schools that have posts of a head and of a vice head. */
const led = (posts: Readonly<Record<string, number>>) => ({ ...posts, principal: 1, vicePrincipal: 1 });

export const MORE: readonly SmallCase[] = [
  ...AIMS,
  ...BALANCE,
  ...PERIODS,
  ...ROOMS,
  ...TWO_WAYS,
  {
    policy: "detailed-measures",
    name: "recruits and leaders",
    settings: { quotaShare: "40%" },
    instance: smallCounty({
      schools: {
        A: { establishment: 12, posts: led({ 语文: 4, 数学: 3, 音乐: 1 }) },
        C: { establishment: 8, posts: led({ 语文: 3, 数学: 2, 音乐: 1 }) },
      },
      people: {
        ap: office("principal", "2013-09-01"),
        av: office("vicePrincipal", "2013-09-01"),
        cp: office("principal", "2013-09-01"),
        cv: office("vicePrincipal", "2013-09-01"),
        ...Object.fromEntries(["a1", "a2", "a6", "b1"].map((id) => [id, { professionalTitle: "senior" as const }])),
        a6: { subject: "数学", professionalTitle: "senior" },
        r1: { subject: "音乐", recruitYear: 2024, tenureStart: "2024-09-01", livesAt: 1 },
      },
    }),
    says: {
      "DM-07: the recruit starts at the weak school":
        "r1 starts at C-音乐 as recruit with the relation for good: recruit",
      "DM-06: of a team of two nobody may leave, and nobody does": "leadershipTeam (DM-06) of school A: 0 of at most 0",
    },
  },
  {
    policy: "yulin-notice",
    name: "heads of town schools, and an alliance",
    settings: { document74Exemptions: "pregnancy,lactation", quotaShare: "30%" },
    instance: smallCounty({
      schools: {
        A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        B: { establishment: 6, posts: { 语文: 3, 数学: 2, principal: 1 } },
        C: { establishment: 5, roomsAvailable: 1 },
        D: { posts: { 语文: 2, 数学: 1, 音乐: 1 } },
      },
      people: {
        ap: office("principal", "2013-09-01", { schoolsWorked: 2 }),
        bp: office("principal", "2013-09-01", { schoolsWorked: 2 }),
        ...Object.fromEntries(
          ["a1", "a2", "a4", "b1", "b2"].map((id) => [id, { honours: ["backboneCounty" as const], housingNeed: true }]),
        ),
        c1: { housingNeed: true, ruralYears: 12 },
        d1: { professionalTitle: "level2", remoteYears: 12 },
        d2: { subject: "数学", professionalTitle: "level1", remoteYears: 12 },
      },
    }),
    says: {
      "YL-05: heads change places for a term of four years":
        "ap leaves A for B-principal as leaderRotation with the relation until 2028-08-31: due (YL-03)",
    },
  },
  {
    policy: "banan-chongqing",
    name: "reserve cadres, titles and supporters",
    settings: { yearlyMoves: 4, postFillMost: 1, supportMost: 1 },
    instance: smallCounty({
      schools: { A: { posts: { 语文: 5, 数学: 3, 音乐: 1 } } },
      people: {
        a5: null,
        b1: { personType: "reserveCadre", livesAt: 0 },
        b2: { ...recent, ...supported("B", "C"), professionalTitle: "level2" },
        b5: { subject: "数学", statuses: [{ code: "seconded" }] },
        a1: { professionalTitle: "level1" },
        b3: { application: { volunteer: true, homeConsent: true, wishes: ["C"] } },
      },
    }),
    says: {
      "BN-03: a reserve cadre is attached to the quality school":
        "b1 leaves B for A-语文 as attach until 2025-08-31: due (BN-03)",
    },
  },
  {
    policy: "daxuequ-baqiao",
    name: "cadres, support staff and assessed people",
    settings: { longShare: "20%", supportStaff: true },
    instance: smallCounty({
      schools: {
        A: { posts: { 语文: 4, 数学: 3, 音乐: 1, vicePrincipal: 1, 教辅: 1 } },
        C: { posts: { 语文: 3, 数学: 2, 音乐: 1, vicePrincipal: 1, 教辅: 2 } },
        D: { zones: ["Z1"] },
      },
      people: {
        av: office("vicePrincipal", "2013-09-01"),
        as: { personType: "support", subjects: [] },
        a1: { postGrade: 9 },
        b1: supported("B", "C"),
      },
    }),
    says: {},
  },
  {
    policy: "gaoxin-flow",
    name: "conduct and titles",
    settings: { ...MASKED["gaoxin-flow"], quotaShare: "20%" },
    instance: smallCounty({
      schools: { A: null },
      people: {
        ...Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`a${k + 1}`, null])),
        b1: { ...recent, named: true },
        b2: { professionalTitle: "level1" },
      },
    }),
    says: {
      "GX-08: whom conduct names has to go": "b1 leaves B for D-语文 as lastPlace until 2027-08-31: forced (GX-08)",
    },
  },
  {
    policy: "gaoxin-flow",
    name: "last places outside the centre school",
    settings: { ...MASKED["gaoxin-flow"], quotaShare: "20%" },
    instance: smallCounty({
      schools: { A: null },
      people: {
        ...Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`a${k + 1}`, null])),
        c1: { ...recent, examRanks: lastTwice("质量监测") },
        c2: { ...recent, examRanks: lastTwice("统考") },
        c3: {
          ...recent,
          subject: "数学",
          examRanks: [{ survey: "2024质量监测", rank: 20, of: 30, gapToMean: -12.5 }],
        },
      },
    }),
    says: {},
  },
  {
    policy: "shichang-township",
    name: "titles",
    settings: { yearlyMoves: 1 },
    instance: smallCounty({
      schools: { A: { level: "zone" }, D: { township: "T1" } },
      people: { a1: { professionalTitle: "level1" }, b1: { professionalTitle: "level1" } },
    }),
    says: {},
  },
  {
    policy: "hanling-town",
    name: "heads up and down, and the age of supporters",
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0 },
    instance: smallCounty({
      schools: {
        A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        C: { establishment: 7, posts: { 语文: 3, 数学: 2, 音乐: 1, principal: 1 } },
      },
      people: {
        ap: office("principal", "2013-09-01", { application: { wishes: ["C"] } }),
        cp: office("principal", "2014-09-01", { application: { wishes: ["A"] } }),
        // 44 on 31 August: the oldest who may be a supporter.
        ...Object.fromEntries(["b1", "b2", "b3"].map((id) => [id, { ...recent, birthDate: "1980-08-31" }])),
        b4: { ...recent, subject: "数学", birthDate: "1979-08-31" },
        b5: { ...recent, subject: "数学", birthDate: "1979-08-31" },
      },
    }),
    says: {},
  },
  {
    policy: "hanling-town",
    name: "an outstanding supporter, and a backbone teacher in term",
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0 },
    instance: smallCounty({
      people: {
        b1: supported("B", "C"),
        c1: {
          homeSchool: "A",
          currentSchool: "C",
          honours: ["backboneCounty"],
          exchanges: [{ from: "A", to: "C", form: "rotation", start: "2022-09-01", end: "2025-08-31" }],
        },
      },
    }),
    says: { "HL-11: a backbone teacher in term stays where she is": "c1 stays at C: running (HL-05)" },
  },
  {
    policy: "xx-county-2021",
    name: "applications and rotation of middle schools",
    settings: { namedSchool: "none", yearlyMoves: 2, termMonths: 36 },
    instance: smallCounty({
      planYear: 2021,
      schools: {
        C: { posts: { 语文: 3, 数学: 3, 音乐: 1 } },
        P: {
          km: 9,
          type: "junior",
          area: "town",
          township: "T1",
          terrain: "plain",
          establishment: 3,
          posts: { 语文: 2 },
        },
        K: {
          km: 20,
          type: "junior",
          area: "rural",
          township: "T2",
          terrain: "mountain",
          establishment: 3,
          posts: { 语文: 2, 数学: 1 },
        },
      },
      people: {
        p1: {
          subject: "数学",
          stageCertified: ["primary", "junior"],
          application: { volunteer: true, homeConsent: true, wishes: ["C"] },
        },
        p2: { stageCertified: ["primary", "junior"] },
        k1: {
          homeSchool: "P",
          currentSchool: "K",
          stageCertified: ["junior"],
          exchanges: [{ from: "P", to: "K", form: "rotation", start: "2020-09-01", end: "2023-08-31" }],
        },
      },
    }),
    says: {},
  },
  {
    policy: "yulin-notice",
    name: "a school that is full, and a post of head",
    settings: { document74Exemptions: "pregnancy,lactation", exchangeScope: "county", quotaShare: "5%" },
    instance: smallCounty({
      schools: {
        A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        B: { establishment: 6, posts: { 语文: 3, 数学: 2, principal: 1 } },
        // Two posts are open and no head more may be there.
        C: { establishment: 4 },
      },
      people: {
        // Nobody would lead A.
        ap: office("principal", "2013-09-01", {
          schoolsWorked: 2,
          honours: ["backboneCounty"],
          application: { wishes: ["B"] },
        }),
        a4: { honours: ["backboneCounty"] },
        c1: recent,
        c2: recent,
      },
    }),
    says: {
      "YL-19: the head who wishes to go stays, since nobody would lead the school":
        "principalPosts (YL-19): 1 of at least 1",
    },
  },
  ...(
    [
      ["hanling-town", { schoolYears: 6, middleLeast: 0, centerLeast: 0 }],
      ["county-jiaoliu", { schoolYears: 6, yearlyMoves: 2 }],
      ["banan-chongqing", { yearlyMoves: 2, postFillMost: 1, supportMost: 1 }],
    ] as const
  ).map(([policy, settings]): SmallCase => ({
    policy,
    name: "a school that is full",
    settings,
    instance: smallCounty({ schools: { C: { establishment: 4 } } }),
    says: {},
  })),
  ...(
    [
      ["hanling-town", { schoolYears: 6, middleLeast: 0, centerLeast: 0 }],
      ["county-jiaoliu", { schoolYears: 6, yearlyMoves: 0 }],
    ] as const
  ).map(([policy, settings]): SmallCase => ({
    policy,
    name: "a school over its establishment beside a short one",
    settings,
    // Everybody of B came three years ago and is over the age of supporters: nothing but the surplus moves them.
    instance: smallCounty({
      schools: { B: { establishment: 3, posts: { 语文: 1, 数学: 2 } } },
      people: Object.fromEntries(
        ["b1", "b2", "b3", "b4", "b5"].map((id, k) => [
          id,
          {
            tenureStart: "2021-09-01",
            birthDate: "1976-05-05",
            ...(k === 0 ? { livesAt: 12 } : {}),
            ...(k > 2 ? { subject: "数学" } : {}),
          },
        ]),
      ),
    }),
    says: {
      "HL-07: the surplus flows inside the township":
        "b1 leaves B for C-语文 as transfer with the relation until 2027-08-31: due (HL-07)",
    },
  })),
  {
    policy: "xx-county-report",
    name: "support inside the township",
    settings: { termMonths: 24, lastPlaceTimes: 2 },
    instance: smallCounty({ people: { b1: { application: { volunteer: true, homeConsent: true, wishes: ["C"] } } } }),
    says: {
      "XR-13: a volunteer supports the weak school of the township":
        "b1 leaves B for C-语文 as support until 2026-08-31: volunteer (XR-09)",
    },
  },
  {
    policy: "xx-county-2021",
    name: "a wish",
    settings: { namedSchool: "none", yearlyMoves: 1, termMonths: 36 },
    instance: smallCounty({
      planYear: 2021,
      people: {
        a1: { livesAt: 12 },
        a3: { application: { volunteer: true, homeConsent: true, wishes: ["D"] } },
      },
    }),
    says: {
      "XC-12: the wish goes before the shorter way":
        "a3 leaves A for D-语文 as rotation with the relation until 2024-08-31: due (XC-01)",
    },
  },
  {
    policy: "yiyuan-qinglongshan",
    name: "a wish",
    settings: { yearlyMoves: 1, termMonths: 12 },
    instance: smallCounty({
      planYear: 2025,
      people: { a1: { livesAt: 12 }, a3: { application: { volunteer: true, homeConsent: true, wishes: ["D"] } } },
    }),
    says: {
      "YY-05: the wish goes before the shorter way": "a3 leaves A for D-语文 as rotation until 2026-08-31: due (YY-01)",
    },
  },
  {
    policy: "xx-county-2021",
    name: "a school of the county",
    settings: { namedSchool: "none", yearlyMoves: 1, termMonths: 36 },
    instance: smallCounty({
      planYear: 2021,
      // The only posts that are open.
      schools: {
        A: { countyAffiliated: true, establishment: 12, posts: { 语文: 7, 数学: 3, 音乐: 1 } },
        C: { posts: { 语文: 2, 数学: 2 } },
        D: { posts: { 语文: 1, 数学: 1 } },
      },
    }),
    says: {
      "XC-06: nobody comes to a school of the county but by examination": "countySchools (XC-06): 0 of at most 0",
    },
  },
  {
    policy: "yulin-notice",
    name: "heads who rotate, and a school without one",
    settings: { document74Exemptions: "pregnancy,lactation", quotaShare: "100%" },
    instance: smallCounty({
      schools: {
        A: { establishment: 11, posts: led({ 语文: 4, 数学: 3, 音乐: 1 }) },
        B: { establishment: 7, posts: led({ 语文: 3, 数学: 2 }) },
        C: { establishment: 7, posts: { 语文: 3, 数学: 2, 音乐: 1, principal: 1 } },
      },
      people: {
        ...Object.fromEntries(PEOPLE_IDS.map((id) => [id, recent])),
        ...Object.fromEntries(
          ["a6", "a7", "a8", "b4", "b5", "c3", "c4", "d2"].map((id) => [id, { ...recent, subject: "数学" }]),
        ),
        a9: { ...recent, subject: "音乐" },
        ap: office("principal", "2013-09-01", { honours: ["backboneCounty"], application: { wishes: ["C"] } }),
        bp: office("principal", "2013-09-01", { honours: ["backboneCounty"] }),
        av: office("vicePrincipal", "2021-09-01", recent),
        bv: office("vicePrincipal", "2021-09-01", recent),
      },
    }),
    says: {
      "YL-19: the heads change places, and no school loses its own":
        "ap leaves A for B-principal as leaderRotation with the relation until 2028-08-31: due (YL-03)",
    },
  },
  {
    policy: "yulin-notice",
    name: "a private school",
    settings: { document74Exemptions: "pregnancy,lactation", exchangeScope: "county", quotaShare: "10%" },
    instance: smallCounty({
      schools: { C: { posts: { 语文: 2, 数学: 2 } }, D: { ownership: "private", posts: { 语文: 4, 数学: 2 } } },
      people: { a4: { honours: ["backboneCounty"] } },
    }),
    says: {},
  },
  {
    policy: "detailed-measures",
    name: "a couple",
    settings: { quotaShare: "5%", expertShare: "0%" },
    instance: smallCounty({
      people: {
        a1: { livesAt: 12, spouse: "a6", application: { wishes: ["C"] } },
        a6: { subject: "数学", spouse: "a1" },
      },
    }),
    says: {},
  },
  ...GOING_UP,
  ...STALLS,
  ...HEADS,
  ...STAYING,
  ...OWN_RULES,
];
