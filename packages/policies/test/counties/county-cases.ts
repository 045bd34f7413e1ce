import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";
import { led, office, recent, supported } from "./known-people.ts";

/** Counties under measures of a county in which parts of a policy bind that do not in its first one; each says what to look at. */

export const COUNTY_CASES: readonly SmallCase[] = [
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
];
