import type { SchoolChange, SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";
import { MASKED } from "../masked-values.ts";

/** Districts, townships, pairs of schools and the two texts of the Hanling family. */

const pregnant = { sex: "female" as const, statuses: [{ code: "pregnancy" as const }] };
const recent = { tenureStart: "2021-09-01" };
const old = { birthDate: "1966-05-05" };
const young = { birthDate: "1995-05-05", tenureStart: "2019-09-01" };
const excellent = { evaluations: [{ year: 2024, grade: "excellent" as const }] };

/** A middle school with lower and upper secondary classes on the road to C. */
const MIDDLE: Readonly<Record<string, SchoolChange>> = {
  M: {
    km: 6,
    type: "completeMiddle",
    area: "town",
    quality: "ordinary",
    township: "T1",
    terrain: "plain",
    zones: ["Z1"],
    establishment: 4,
    students: 300,
    posts: { 语文: 2, 数学: 1 },
  },
  N: {
    km: 14,
    type: "senior",
    area: "rural",
    quality: "weak",
    township: "T2",
    terrain: "mountain",
    zones: ["Z2"],
    level: "village",
    establishment: 3,
    students: 90,
    posts: { 语文: 2, 数学: 1 },
  },
};

export const COUNTRYSIDE: readonly SmallCase[] = [
  {
    policy: "zhongwei-pairing",
    settings: { start: "02-20", youngAge: 35, pairCount: 2 },
    instance: smallCounty({
      schools: { B: { pairs: [] }, D: { pairs: [] } },
      people: { a2: pregnant, c1: young, c2: old, c3: young, c4: old },
    }),
    says: {
      "ZW-02: two go each way": "equalSwap (ZW-02) of pair C A P1: 0 of 0",
      "ZW-03: a year that starts in February": "a5 leaves A for C-语文 as support until 2025-02-19: due (ZW-02)",
      "ZW-04: the rural school sends its young teachers to learn":
        "c1 leaves C for A-语文 as shadow until 2025-02-19: due (ZW-02)",
      "ZW-01: schools without this partner take no part": "b1 stays at B: noPost",
    },
  },
  {
    policy: "daxuequ-baqiao",
    settings: { longShare: "20%" },
    instance: smallCounty({
      schools: { B: { quota: { minOut: 1 } }, D: { zones: ["Z1"] } },
      people: {
        a1: { statuses: [{ code: "punishment" }] },
        a2: pregnant,
        a3: { named: true, ...recent },
        // 51 on 31 August.
        a4: { birthDate: "1973-08-31" },
        d1: { named: true },
      },
    }),
    says: {
      "BQ-18: whom the joint meeting names goes, after three years only":
        "a3 leaves A for B-语文 as support until 2025-08-31: forced (BQ-18)",
      "BQ-02: a teacher under punishment stays": "a1 stays at A: exempt (BQ-02)",
      "BQ-06a: twelve of the twenty take part in some form": "anyForm (BQ-06a) of group zone Z1: 12 of at least 12",
      "BQ-06b: a fifth of the twenty in the district is four":
        "longExchange (BQ-06b) of group zone Z1 longTerm: 8 of at least 4",
      "BQ-03: a man of 51 is not due": "not due: a4",
    },
  },
  {
    policy: "shichang-township",
    settings: { yearlyMoves: 3 },
    instance: smallCounty({
      schools: { D: { township: "T1" } },
      people: {
        a1: { birthDate: "1969-09-01" },
        a2: pregnant,
        a3: { birthDate: "1969-08-31" },
        c1: { tenureStart: "2010-09-01" },
        r1: { subject: "音乐", recruitYear: 2024, tenureStart: "2024-09-01", probationUntil: "2025-08-31", livesAt: 1 },
      },
    }),
    says: {
      "SC-01: a man of 55 is sent to the village school":
        "a3 leaves A for C-语文 as down until 2025-08-31: due (SC-01)",
      "SC-03: the recruit on probation starts where heads are missing":
        "r1 starts at C-音乐 as recruit with the relation for good: recruit",
      "SC-01: nobody leaves a village school": "not due: c1, c2, c3, c4, d1, d2",
    },
  },
  {
    policy: "county-jiaoliu",
    settings: { schoolYears: 6, yearlyMoves: 4 },
    instance: smallCounty({
      schools: { ...MIDDLE, A: { posts: { 语文: 3, 数学: 3, 音乐: 1 } } },
      people: {
        a1: { professionalTitle: "primarySenior" },
        a2: pregnant,
        a3: old,
        m1: young,
        m2: young,
        m3: { subject: "数学" },
        n1: recent,
        n2: { subject: "数学", ...recent },
      },
    }),
    says: {
      "CJ-02: a city school sends a supporter too": "a5 leaves A for C-语文 as support until 2025-08-31: due (HL-01)",
      "HL-03: two of nineteen primary teachers are about a tenth": "primary-most (HL-03): 2 of at most 2",
    },
  },
  {
    policy: "hanling-town",
    settings: { schoolYears: 6, middleLeast: 1 },
    instance: smallCounty({
      schools: { ...MIDDLE, B: { posts: { 语文: 2, 数学: 2 } } },
      people: {
        a1: { professionalTitle: "primarySenior" },
        a2: pregnant,
        m1: young,
        m2: { ...young, application: { wishes: ["N"] } },
        m3: { subject: "数学" },
        n1: { ...recent, ...excellent },
        n2: { subject: "数学", ...recent },
        // The goal of the exchange was missed: it runs on (HL-05).
        c1: {
          homeSchool: "A",
          currentSchool: "C",
          exchanges: [{ from: "A", to: "C", form: "rotation", start: "2021-09-01", end: "2024-08-31", goalMet: false }],
        },
      },
    }),
    says: {
      "HL-16: the middle school of the town sends a supporter to the weak school":
        "m1 leaves M for N-语文 as support until 2025-08-31: due (HL-13)",
      "HL-19: the teacher who is sent up fills the place": "n1 leaves N for M-语文 as up until 2025-08-31: due (HL-18)",
      "HL-05: an exchange whose goal was missed runs on": "c1 stays at C: running (HL-05)",
      "HL-02: a titled teacher goes to another place for three years":
        "a1 leaves A for C-语文 as rotation until 2027-08-31: due (HL-01)",
    },
  },
  {
    policy: "gaoxin-flow",
    settings: { ...MASKED["gaoxin-flow"], quotaShare: "20%" },
    instance: smallCounty({
      schools: { A: null },
      people: {
        ...Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`a${k + 1}`, null])),
        b1: {
          ...recent,
          examRanks: [
            { survey: "2023", rank: 30, of: 30 },
            { survey: "2024", rank: 31, of: 31 },
          ],
        },
        b3: { ...recent, examRanks: [{ survey: "2024", rank: 20, of: 30, gapToMean: -12.5 }] },
        // Three years before the retirement that the table in force gives him.
        b2: { birthDate: "1966-05-05" },
        b4: { statuses: [{ code: "seriousIllness", certificateGrade: 3 }] },
        c1: { serviceUntil: "2026-08-31" },
      },
    }),
    says: {
      "GX-07: twice last at the centre school has to go":
        "b1 leaves B for D-语文 as lastPlace until 2027-08-31: forced (GX-07)",
      "GX-07: twelve points below the mean has to go":
        "b3 leaves B for C-语文 as lastPlace until 2027-08-31: forced (GX-07)",
      "GX-02: near retirement by the table in force": "b2 stays at B: exempt (GX-02)",
      "GX-01: each school sends its share": "schoolShare (GX-01) of school C: 1 of at least 1",
    },
  },
];
