import type { SchoolChange, SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/** Generic regulations, and the exchange parts of the plans of county management. */

const pregnant = { sex: "female" as const, statuses: [{ code: "pregnancy" as const }] };
const asks = (...wishes: readonly string[]) => ({
  application: { volunteer: true, homeConsent: true, wishes: [...wishes] },
});

/** Junior schools of the plain and of the mountains, one directly under the county. */
const JUNIOR: Readonly<Record<string, SchoolChange>> = {
  J: {
    km: 5,
    type: "junior",
    area: "town",
    township: "T1",
    terrain: "plain",
    establishment: 3,
    posts: { 语文: 2, 数学: 1 },
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
};

const both = { stageCertified: ["primary" as const, "junior" as const] };

/** A keeps a teacher of music when the other one goes. */
const TWO_FOR_MUSIC = { A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 2 } } };

export const REGULATIONS: readonly SmallCase[] = [
  {
    policy: "implementation-2024",
    instance: smallCounty({
      schools: TWO_FOR_MUSIC,
      people: {
        az: { subject: "音乐" },
        a1: asks("D"),
        a2: asks("B"),
        a3: { application: { volunteer: true, homeConsent: false, wishes: ["D"] } },
        a9: asks("C"),
      },
    }),
    says: {
      "IP-02: the wish meets a vacancy": "a9 leaves A for C-音乐 as rotation until 2026-08-31: volunteer (IP-02)",
      "IP-03: two years": "a1 leaves A for D-语文 as rotation until 2026-08-31: volunteer (IP-02)",
      "IP-02: a wish that no vacancy meets stays a wish": "wishes (IP-04): 5 of at most 5",
    },
  },
  {
    policy: "generic-lungang-18",
    settings: { yearlyMoves: 3, termMonths: 24 },
    instance: smallCounty({
      schools: JUNIOR,
      people: { a5: both, a2: pregnant, j1: {}, j2: { subject: "数学" }, k1: {}, k2: {}, k3: { subject: "数学" } },
    }),
    says: {
      "GL-02: a primary teacher certified for both stages goes to the junior school":
        "a5 leaves A for J-语文 as rotation until 2026-08-31: due (GL-01)",
    },
  },
  {
    policy: "generic-chengxiang-17",
    settings: { quotaShare: "10%", termMonths: 24 },
    instance: smallCounty({
      schools: { A: { posts: { 语文: 4, 数学: 4, 音乐: 1 } }, C: { posts: { 语文: 3, 数学: 3, 音乐: 1 } } },
      people: { a1: asks("D"), a6: asks("B", "C"), c3: asks("A"), a9: { ...asks("C"), ...pregnant } },
    }),
    says: {
      "CX-02: a tenth of the fourteen town teachers is two, and they asked": "townShare (CX-02): 2 of at least 2",
      "CX-04: the teacher goes where she wished": "a1 leaves A for D-语文 as down until 2026-08-31: due (CX-01)",
      "CX-02: a rural teacher comes to the vacancy in town":
        "c3 leaves C for A-数学 as up until 2026-08-31: volunteer (CX-02)",
    },
  },
  {
    policy: "generic-school-exchange",
    settings: { termMonths: 12 },
    instance: smallCounty({
      schools: TWO_FOR_MUSIC,
      people: { az: { subject: "音乐" }, a9: asks("C"), a1: asks("B") },
    }),
    says: {
      "SE-01: a volunteer exchanges where a subject is missing":
        "a9 leaves A for C-音乐 as collaborate until 2025-08-31: volunteer (SE-01)",
    },
  },
  {
    policy: "gaoping-opinion",
    settings: { yearlyMoves: 2, termMonths: 36 },
    instance: smallCounty({
      people: {
        a1: { honours: ["famousTeacher"] },
        a2: pregnant,
        b1: asks("D"),
        b2: { honours: ["backboneCity"], livesAt: 11 },
      },
    }),
    says: {
      "GP-01: paired schools help each other": "a4 leaves A for C-语文 as counterpart until 2027-08-31: due (GP-01)",
      "GP-03: who asked for D goes to D": "b1 leaves B for D-语文 as counterpart until 2027-08-31: due (GP-01)",
    },
  },
  {
    policy: "yiyuan-qinglongshan",
    settings: { yearlyMoves: 1, termMonths: 12 },
    instance: smallCounty({
      planYear: 2025,
      people: {
        // Born in 1970: more than five years under the table in force (tricky case 15); born in 1964: fewer.
        a1: { birthDate: "1970-08-15", retireCategory: "male60", livesAt: 11 },
        a2: { birthDate: "1964-08-15", retireCategory: "male60", livesAt: 12 },
        a9: { sex: "female", statuses: [{ code: "maternityLeave" }] },
        r1: { subject: "音乐", recruitYear: 2025, tenureStart: "2025-09-01" },
      },
    }),
    says: {
      "YY-09: a man born in 1964 is within five years of retirement": "a2 stays at A: exempt (YY-09)",
      "YY-09: a man born in 1970 is not, since the age rises":
        "a1 leaves A for C-语文 as rotation until 2026-08-31: due (YY-01)",
      "YY-10: the recruit gets a post": "r1 starts at C-音乐 as recruit with the relation for good: recruit",
    },
  },
  {
    policy: "xx-county-2021",
    settings: { namedSchool: "J", yearlyMoves: 3, termMonths: 36 },
    instance: smallCounty({
      planYear: 2021,
      schools: {
        ...JUNIOR,
        A: { countyAffiliated: true },
        J: { ...JUNIOR["J"], posts: { 语文: 2, 数学: 1, 音乐: 1 }, establishment: 4 },
        P: {
          km: 9,
          type: "junior",
          area: "town",
          township: "T1",
          terrain: "plain",
          establishment: 3,
          posts: { 语文: 2 },
        },
      },
      people: {
        c1: { sex: "male", birthDate: "1963-07-30" },
        b1: { sex: "female", statuses: [{ code: "maternityLeave" }] },
        j1: {},
        j2: {},
        j3: { subject: "数学" },
        k1: {},
        k3: { subject: "音乐" },
        p1: both,
        p2: both,
        p3: { ...both, statuses: [{ code: "seconded" }] },
        p4: both,
      },
    }),
    says: {
      "XC-10: the named school chooses a music teacher county-wide":
        "k3 leaves K for J-音乐 as competition with the relation until 2024-08-31: due (XC-01)",
      "XC-09: surplus of a plain middle school goes to the mountain one":
        "p4 leaves P for K-语文 as postFill with the relation until 2024-08-31: due (XC-01)",
      "XC-14: a man born before August 1963 stays": "c1 stays at C: exempt (XC-14)",
      "XC-15: the seconded stay without headcount": "p3 stays at P: exempt (XC-15)",
    },
  },
];
