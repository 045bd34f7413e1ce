import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/** National and prefecture documents, and county measures with quotas of the eligible. */

const backbone = { honours: ["backboneCounty" as const] };
const pregnant = { sex: "female" as const, statuses: [{ code: "pregnancy" as const }] };
const recent = { tenureStart: "2021-09-01" };

const office = (name: "principal" | "vicePrincipal", start: string) => ({
  personType: name,
  offices: [{ office: name, start }],
});

/** Heads of A and C who led long enough to swap, and their posts. */
const LEADERS = {
  schools: {
    A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
    C: { establishment: 7, posts: { 语文: 3, 数学: 2, 音乐: 1, principal: 1 } },
  },
  people: {
    ap: office("principal", "2013-09-01"),
    cp: { ...office("principal", "2014-09-01"), schoolsWorked: 2 },
  },
} as const;

export const NOTICES: readonly SmallCase[] = [
  {
    policy: "national-2014",
    settings: { schoolYears: 6, leaderYears: 8, termMonths: 36 },
    instance: smallCounty({
      ...LEADERS,
      people: { ...LEADERS.people, a1: backbone, a2: pregnant, a3: recent, b1: backbone },
    }),
    says: {
      "NC-04: of two who go, one is a backbone teacher":
        "b1 leaves B for C-语文 as rotation until 2027-08-31: due (NC-02)",
      "NC-03: a tenth of the eighteen who are eligible is two": "quota (NC-03): 2 of at least 2",
      "DM-09: the pregnant teacher stays this year": "a2 stays at A: exempt (DM-09)",
    },
  },
  {
    policy: "yulin-notice",
    settings: { document74Exemptions: "pregnancy,lactation", exchangeScope: "alliance", quotaShare: "10%" },
    instance: smallCounty({
      ...LEADERS,
      people: {
        ...LEADERS.people,
        a1: { ...backbone, statuses: [{ code: "featuredLead" }] },
        a2: pregnant,
        a4: backbone,
        // A recruit who can teach music starts where music is missing.
        r1: { subject: "音乐", recruitYear: 2024, tenureStart: "2024-09-01", livesAt: 2 },
      },
    }),
    says: {
      "YL-12: the backbone teacher goes to the weak school, three years":
        "a4 leaves A for C-语文 as alliance until 2027-08-31: due (YL-02)",
      "YL-08: the lead of a featured course is deferred": "a1 stays at A: exempt (YL-08)",
      "YL-14c: B helps its partner D outside of the alliance":
        "b3 leaves B for D-语文 as counterpart until 2027-08-31: due (YL-02)",
      "YL-26: the recruit starts at the weak school that lacks music":
        "r1 starts at C-音乐 as recruit with the relation for good: recruit",
      "YL-15: the head of a village school does not rotate": "not due: cp",
    },
  },
  {
    policy: "detailed-measures",
    instance: smallCounty({
      people: {
        a1: { professionalTitle: "senior" },
        a2: pregnant,
        // 46 on 31 August: over the limit of women.
        a3: { sex: "female", birthDate: "1978-08-31" },
        v1: null,
        b1: { ...recent, application: { volunteer: true, homeConsent: true, wishes: ["D"] } },
      },
    }),
    says: {
      "DM-05: a senior teacher is among those who go":
        "a1 leaves A for B-语文 as rotation until 2026-08-31: due (DM-03)",
      "DM-08: a volunteer with the consent of the school goes where a post is short":
        "b1 leaves B for D-语文 as rotation until 2026-08-31: volunteer (DM-08)",
      "DM-03: a woman of 46 on 31 August is not due": "not due: a3",
    },
  },
  {
    policy: "banan-chongqing",
    settings: { yearlyMoves: 4, postFillMost: 1, supportMost: 1 },
    instance: smallCounty({
      schools: {
        A: { establishment: 9, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        C: { establishment: 7, posts: { 语文: 3, 数学: 2, 音乐: 1, principal: 1 } },
        D: { establishment: 4 },
      },
      people: {
        // Ten and twelve years in the office; a rural head comes to town only after an excellent year.
        ap: office("principal", "2014-09-01"),
        cp: { ...office("principal", "2012-09-01"), evaluations: [{ year: 2024, grade: "excellent" }] },
        a1: { evaluations: [{ year: 2024, grade: "excellent" }] },
        a2: pregnant,
        a5: { recruitYear: 2022, tenureStart: "2022-09-01", ruralYears: 0 },
      },
    }),
    says: {
      "BN-01: the head with ten years in the office goes to the country":
        "ap leaves A for C-principal as leaderRotation with the relation until 2027-08-31: due (BN-01)",
      "BN-02: the rural head comes to town because his year was excellent":
        "cp leaves C for A-principal as leaderRotation with the relation until 2027-08-31: due (BN-01)",
      "BN-08: the recruit of 2022 at a town school has to go to the country for two years":
        "a5 leaves A for D-语文 as down until 2026-08-31: forced (BN-08)",
    },
  },
  {
    policy: "xx-county-report",
    settings: { termMonths: 24, lastPlaceTimes: 2 },
    instance: smallCounty({
      people: {
        a1: { application: { volunteer: true, homeConsent: true, wishes: ["D", "C"] } },
        a2: { application: { volunteer: true, homeConsent: false, wishes: ["C"] } },
        b1: {
          examRanks: [
            { survey: "2023", rank: 30, of: 30 },
            { survey: "2024", rank: 31, of: 31 },
          ],
        },
        b2: { examRanks: [{ survey: "2024", rank: 30, of: 30 }] },
        x1: { establishment: "external", homeSchool: "C" },
      },
    }),
    says: {
      "XR-14: twice last means another post in the township; at C somebody from outside fills it (XR-16)":
        "b1 leaves B for A-语文 as lastPlace until 2026-08-31: forced (XR-14)",
      "XR-09: who has the consent of the school goes where he wished":
        "a1 leaves A for D-语文 as postFill until 2026-08-31: volunteer (XR-09)",
    },
  },
];
