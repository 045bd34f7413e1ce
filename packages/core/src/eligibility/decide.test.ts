import { describe, expect, test } from "vitest";
import {
  EXEMPTIONS,
  countyOf,
  eligibilityOf,
  leader,
  policyOf,
  post,
  school,
  standings,
  teacher,
} from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import { ATTRIBUTES, emptySubject } from "../policy/attributes.ts";
import type { Decision, Standing } from "./decision.ts";
import type { Lock } from "./locks.ts";

/** Who must, may and must not move: tables worked out by hand from docs/cases.md and the source documents. */

const words = { zh: "t", en: "t" };

const FORCED = [
  { id: "named", source: "BQ-18", when: { attr: "person.named", op: "eq", value: true }, text: words },
  { id: "last", source: "GX-07", when: { attr: "person.lastRanksInARow", op: "ge", value: 2 }, text: words },
];

const POLICY = policyOf({
  eligibility: {
    forced: FORCED,
    exemptions: [
      ...EXEMPTIONS,
      {
        id: "featured",
        source: "YL-08",
        when: {
          all: [
            { attr: "person.featuredCourseLead", op: "eq", value: true },
            { attr: "person.leadDeferralYearsUsed", op: "lt", value: 3 },
          ],
        },
        text: words,
      },
      {
        id: "retiring",
        source: "YY-09",
        when: { attr: "person.yearsToRetirement", op: "lt", value: 5, ifMissing: false },
        text: words,
      },
    ],
    volunteers: { source: "DM-08" },
    returns: { source: "YL-17", extendIfGoalMissed: true },
  },
});

const SCHOOLS = [school({ id: "A" }), school({ id: "B" })];

function decide(given: Partial<PersonInput>, locks: readonly Lock[] = [], planYear = 2024): Decision {
  const person = teacher({ id: "p", homeSchool: "A", ...given });
  const county = countyOf({ schools: SCHOOLS, posts: [post("A", 9), post("B", 9)], persons: [person], planYear });
  return eligibilityOf(county, POLICY, locks).decisions[0] as Decision;
}

type Row = readonly [what: string, given: Partial<PersonInput>, standing: Standing];

const exchange = (end: string, more: object = {}) => ({
  currentSchool: "B",
  exchanges: [{ from: "A", to: "B", form: "support" as const, start: "2021-09-01", end, ...more }],
});

const AGES: readonly Row[] = [
  ["a man of 50 on the cut-off (born a day later)", { birthDate: "1973-09-01" }, "due"],
  ["a man of 51 on the cut-off", { birthDate: "1973-08-31" }, "notDue"],
  ["a woman of 45", { sex: "female", birthDate: "1978-09-01" }, "due"],
  ["a woman of 46", { sex: "female", birthDate: "1978-08-31" }, "notDue"],
  ["a woman of 50", { sex: "female", birthDate: "1974-01-01" }, "notDue"],
];

const YEARS: readonly Row[] = [
  ["six full years to the last day", { tenureStart: "2018-09-01" }, "due"],
  ["one day short of six years", { tenureStart: "2018-09-02" }, "notDue"],
  ["an exchange in between, which does not break the years", { tenureStart: "2016-09-01" }, "due"],
];

const LEADERS: readonly Row[] = [
  [
    "vice principal for 8 years and principal for 4",
    {
      personType: "principal",
      offices: [
        { office: "vicePrincipal", start: "2012-09-01", end: "2020-08-31" },
        { office: "principal", start: "2020-09-01" },
      ],
    },
    "due",
  ],
  [
    "principal for 7 years",
    { personType: "principal", offices: [{ office: "principal", start: "2017-09-01" }] },
    "notDue",
  ],
  [
    "principal for 4 years after three years without office",
    {
      personType: "principal",
      offices: [
        { office: "vicePrincipal", start: "2009-09-01", end: "2017-08-31" },
        { office: "principal", start: "2020-09-01" },
      ],
    },
    "notDue",
  ],
  [
    "vice principal for 9 years at another school",
    {
      personType: "principal",
      offices: [
        { office: "vicePrincipal", school: "B", start: "2011-09-01", end: "2020-08-31" },
        { office: "principal", school: "A", start: "2020-09-01" },
      ],
    },
    "notDue",
  ],
  [
    "a man of 55 who leads for 12 years",
    { personType: "principal", birthDate: "1969-05-05", offices: [{ office: "principal", start: "2012-09-01" }] },
    "due",
  ],
];

const EXEMPT: readonly Row[] = [
  ["pregnant", { sex: "female", statuses: [{ code: "pregnancy" }] }, "exempt"],
  ["pregnant until before the cut-off", { sex: "female", statuses: [{ code: "pregnancy", to: "2024-08-30" }] }, "due"],
  ["pregnant from after the cut-off", { sex: "female", statuses: [{ code: "pregnancy", from: "2024-09-01" }] }, "due"],
  ["pregnant without approval", { sex: "female", statuses: [{ code: "pregnancy", approved: false }] }, "due"],
  ["a status that the policy does not exempt", { statuses: [{ code: "punishment" }] }, "due"],
  ["lead of a featured course", { featuredCourseLead: true, leadDeferralYearsUsed: 2 }, "exempt"],
  ["lead of a featured course, deferred three times", { featuredCourseLead: true, leadDeferralYearsUsed: 3 }, "due"],
];

const OTHERS: readonly Row[] = [
  ["temporary", { establishment: "temporary" }, "outOfScope"],
  ["external", { establishment: "external" }, "outOfScope"],
  ["not in post", { inPost: false }, "outOfScope"],
  ["support staff", { personType: "support", subjects: [] }, "notDue"],
  ["named and short of years", { named: true, tenureStart: "2023-09-01" }, "forced"],
  ["named and pregnant", { named: true, sex: "female", statuses: [{ code: "pregnancy" }] }, "exempt"],
  ["named and due", { named: true }, "forced"],
  [
    "last twice in a row",
    {
      tenureStart: "2023-09-01",
      examRanks: [
        { survey: "1", rank: 9, of: 9 },
        { survey: "2", rank: 8, of: 8 },
      ],
    },
    "forced",
  ],
  [
    "last, then not",
    {
      tenureStart: "2023-09-01",
      examRanks: [
        { survey: "1", rank: 9, of: 9 },
        { survey: "2", rank: 7, of: 8 },
      ],
    },
    "notDue",
  ],
  [
    "a volunteer with consent",
    { tenureStart: "2022-09-01", application: { volunteer: true, homeConsent: true } },
    "volunteer",
  ],
  ["a volunteer without consent", { tenureStart: "2022-09-01", application: { volunteer: true } }, "notDue"],
  ["a volunteer who is due", { application: { volunteer: true, homeConsent: true } }, "due"],
  ["on an exchange that goes on", exchange("2025-08-31"), "running"],
  ["on an exchange that ends the day before the start", exchange("2024-08-31"), "returning"],
  ["on an exchange that ends on the start", exchange("2024-09-01"), "running"],
  ["on an exchange that missed its goal", exchange("2024-08-31", { goalMet: false }), "running"],
  ["named on a running exchange", { ...exchange("2025-08-31"), named: true }, "running"],
  ["a recruit", { homeSchool: undefined, recruitYear: 2024, tenureStart: "2024-09-01" }, "recruit"],
  // Schools of the county are primary schools.
  [
    "a recruit for another stage",
    { homeSchool: undefined, recruitYear: 2024, stageCertified: ["junior"] },
    "outOfScope",
  ],
  [
    "a recruit for two stages, one of them taught",
    { homeSchool: undefined, recruitYear: 2024, stageCertified: ["junior", "primary"] },
    "recruit",
  ],
  ["a recruit of whom no stage is known", { homeSchool: undefined, recruitYear: 2024, stageCertified: [] }, "recruit"],
  ["a recruit who has a school", { recruitYear: 2024, tenureStart: "2024-09-01" }, "notDue"],
];

describe.each([
  ["age by sex at the cut-off (case 1)", AGES],
  ["full years (case 2)", YEARS],
  ["years as a leader (case 9)", LEADERS],
  ["exemptions", EXEMPT],
  ["standings", OTHERS],
] as const)("decideAll: %s", (_section, rows) => {
  test.each(rows)("%s", (_what, given, standing) => {
    expect(decide(given).standing).toBe(standing);
  });
});

test("case 1: the difference of years alone is wrong", () => {
  const naive = (birthDate: string, limit: number) => 2024 - Number(birthDate.slice(0, 4)) <= limit;
  expect(naive("1973-09-01", 50)).toBe(false);
  expect(decide({ birthDate: "1973-09-01" }).meetsDue).toBe(true);
});

test("case 1: an exclusive limit shifts by a year", () => {
  const due = [{ ...TEACHERS, age: { male: 50, female: 45, inclusive: false } }];
  const policy = policyOf({ eligibility: { due } });
  const standing = (birthDate: string) => {
    const persons = [teacher({ id: "p", homeSchool: "A", birthDate })];
    return standings(eligibilityOf(countyOf({ schools: SCHOOLS, persons }), policy))["p"];
  };
  expect(standing("1974-08-31")).toBe("notDue");
  expect(standing("1974-09-01")).toBe("due");
});

const TEACHERS = {
  id: "teachers",
  source: "YL-02",
  who: { attr: "person.personType", op: "eq", value: "teacher" },
  text: words,
};

test("case 2: an exchange breaks the years where the policy says so", () => {
  const due = [{ ...TEACHERS, years: { measure: "school", min: 6 } }];
  const exchanges = [{ from: "A", to: "B", form: "support" as const, start: "2019-09-01", end: "2021-08-31" }];
  const persons = [teacher({ id: "p", homeSchool: "A", tenureStart: "2014-09-01", exchanges })];
  const standing = (exchangeBreaksTenure: boolean) => {
    const policy = policyOf({ eligibility: { due, exchangeBreaksTenure } });
    return standings(eligibilityOf(countyOf({ schools: SCHOOLS, persons }), policy))["p"];
  };
  expect(standing(false)).toBe("due");
  expect(standing(true)).toBe("notDue");
});

test("case 9: years in one office, as a leader and at the school are three counters", () => {
  const offices = [
    { office: "vicePrincipal" as const, start: "2012-09-01", end: "2020-08-31" },
    { office: "principal" as const, start: "2020-09-01" },
  ];
  const persons = [leader({ id: "p", homeSchool: "A", personType: "principal", tenureStart: "2012-09-01", offices })];
  const standing = (years: object) => {
    const due = [{ ...TEACHERS, who: { all: [] }, years }];
    return standings(eligibilityOf(countyOf({ schools: SCHOOLS, persons }), policyOf({ eligibility: { due } })))["p"];
  };
  expect(standing({ measure: "leadership", min: 8 })).toBe("due");
  expect(standing({ measure: "office", office: "principal", min: 10 })).toBe("notDue");
  expect(standing({ measure: "office", office: "vicePrincipal", min: 15 })).toBe("notDue");
  const naive = standing({ measure: "school", min: 10 });
  expect(naive).toBe("due");
});

describe("case 15: near retirement by the table in force", () => {
  test("a man born in August 1970 has more than five years to go at 55", () => {
    const naive = 60 - 55 <= 5;
    expect(naive).toBe(true);
    expect(decide({ birthDate: "1970-08-20", retireCategory: "male60" }, [], 2025).exempt).toBe(false);
  });

  test("a man born in August 1968 has less than five", () => {
    expect(decide({ birthDate: "1968-08-20", retireCategory: "male60" }, [], 2025).standing).toBe("exempt");
  });
});

describe("case 13: forced but exempt", () => {
  const last: Partial<PersonInput> = {
    sex: "female",
    tenureStart: "2022-09-01",
    statuses: [{ code: "pregnancy", to: "2025-02-28" }],
    examRanks: [
      { survey: "1", rank: 9, of: 9 },
      { survey: "2", rank: 9, of: 9 },
    ],
  };

  test("exempt this year, with both reasons kept, forced the next although short of years", () => {
    expect(decide(last)).toMatchObject({ standing: "exempt", exempt: true, forced: true, meetsDue: false });
    expect(decide(last).reasons.map(({ code }) => code)).toEqual(["exempt", "forced"]);
    expect(decide(last, [], 2025)).toMatchObject({ standing: "forced", exempt: false });
  });
});

describe("decideAll: locks", () => {
  const LOCKS: readonly (readonly [string, Partial<PersonInput>, Lock, Standing])[] = [
    ["a due person stays", {}, { person: "p", stay: true, reason: "r" }, "held"],
    ["a forced person stays", { named: true }, { person: "p", stay: true, reason: "r" }, "held"],
    ["a due person goes to a school", {}, { person: "p", school: "B", reason: "r" }, "pinned"],
    [
      "a person who is not due goes to a post",
      { tenureStart: "2023-09-01" },
      { person: "p", post: "B-语文", reason: "r" },
      "pinned",
    ],
    [
      "an exempt person cannot be pinned",
      { statuses: [{ code: "longSickLeave" }] },
      { person: "p", school: "B", reason: "r" },
      "exempt",
    ],
    ["a forbidden school leaves the standing", {}, { person: "p", forbid: "B", reason: "r" }, "due"],
    ["a running exchange runs on", exchange("2025-08-31"), { person: "p", school: "B", reason: "r" }, "running"],
  ];

  test.each(LOCKS)("%s", (_what, given, lock, standing) => {
    expect(decide(given, [lock]).standing).toBe(standing);
  });

  const issues = (given: Partial<PersonInput>, lock: Lock) => {
    const persons = [teacher({ id: "p", homeSchool: "A", ...given })];
    const county = countyOf({ schools: SCHOOLS, posts: [post("B", 1)], persons });
    return eligibilityOf(county, POLICY, [lock]).issues.map(({ code }) => code);
  };

  test.each([
    [
      "an exempt person who is pinned",
      { statuses: [{ code: "seconded" as const }] },
      { person: "p", school: "B", reason: "r" },
      ["pinned-exempt"],
    ],
    [
      "a recruit who is pinned",
      { homeSchool: undefined, recruitYear: 2024 },
      { person: "p", school: "B", reason: "r" },
      [],
    ],
    [
      "a recruit who is held",
      { homeSchool: undefined, recruitYear: 2024 },
      { person: "p", stay: true as const, reason: "r" },
      ["held-cannot-stay"],
    ],
    ["a person who cannot move", { inPost: false }, { person: "p", school: "B", reason: "r" }, ["pinned-cannot-move"]],
    ["an unknown person", {}, { person: "q", school: "B", reason: "r" }, ["unknown-reference"]],
    ["an unknown school", {}, { person: "p", school: "Q", reason: "r" }, ["unknown-reference"]],
    ["an unknown post", {}, { person: "p", post: "Q", reason: "r" }, ["unknown-reference"]],
    [
      "an exempt person who stays",
      { statuses: [{ code: "seconded" as const }] },
      { person: "p", stay: true as const, reason: "r" },
      [],
    ],
  ])("%s is an issue or not", (_what, given, lock, codes) => {
    expect(issues(given, lock)).toEqual(codes);
  });
});

describe("decideAll: scope", () => {
  test("people at schools outside the scope stay out, whatever applies to them", () => {
    const county = countyOf({
      schools: [school({ id: "A" }), school({ id: "X", ownership: "private" })],
      persons: [teacher({ id: "a", homeSchool: "A" }), teacher({ id: "x", homeSchool: "X", named: true })],
    });
    const policy = { ...POLICY, scope: { ...POLICY.scope, schools: PUBLIC } };
    expect(standings(eligibilityOf(county, policy))).toEqual({ a: "due", x: "outOfScope" });
  });

  test("a value that a condition needs and nobody gave is an issue, once a person", () => {
    const { tenureStart: _start, ...unknown } = teacher({ id: "p", homeSchool: "A" });
    const { issues } = eligibilityOf(countyOf({ schools: SCHOOLS, persons: [unknown] }), POLICY);
    expect(issues).toMatchObject([{ code: "missing-value", severity: "error", path: ["persons", "p", "tenureStart"] }]);
  });
});

const PUBLIC = { attr: "school.ownership", op: "eq" as const, value: "public" };

describe("decideAll: headcount", () => {
  test("a status that says so uses no headcount, whatever the policy", () => {
    expect(decide({ statuses: [{ code: "punishment", occupiesHeadcount: false }] }).occupiesHeadcount).toBe(false);
    expect(decide({ statuses: [{ code: "pregnancy" }] }).occupiesHeadcount).toBe(true);
  });

  test("who uses no headcount leaves the post open and the school below its establishment (XC-15)", () => {
    const schools = [school({ id: "A", establishment: 1 })];
    const away = { statuses: [{ code: "punishment" as const, occupiesHeadcount: false }] };
    const open = (given: Partial<PersonInput>) => {
      const person = teacher({ id: "p", homeSchool: "A", ...given });
      const county = countyOf({ schools, posts: [post("A", 1)], persons: [person] });
      const { context } = eligibilityOf(county, POLICY);
      const subject = { ...emptySubject(), person: 0, to: 0, from: 0, school: 0, cell: 0 };
      const reads = (attr: string) => ATTRIBUTES.get(attr)?.read(context, subject);
      return ["post.vacant", "school.underEstablishment", "school.headcount"].map(reads);
    };
    expect(open({})).toEqual([false, false, 1]);
    expect(open(away)).toEqual([true, true, 0]);
    expect(open({ establishment: "temporary" })).toEqual([true, true, 0]);
    expect(open({ statuses: [{ code: "seconded" }] })).toEqual([false, false, 1]);
  });

  test("a status of another year says nothing about this year", () => {
    const past = { code: "longSickLeave" as const, from: "2019-01-01", to: "2019-12-31", occupiesHeadcount: false };
    expect(decide({ statuses: [past] }).occupiesHeadcount).toBe(true);
  });
});

describe("an exemption in principle (BQ-02)", () => {
  const sick = { statuses: [{ code: "pregnancy" as const }], sex: "female" as const };
  const applies = { application: { volunteer: true, homeConsent: true } };
  const refused = { application: { volunteer: true, homeConsent: false } };
  const pinned: readonly Lock[] = [{ person: "p", school: "B", reason: "r" }];
  const held: readonly Lock[] = [{ person: "p", stay: true, reason: "r" }];

  const standing = (inPrinciple: boolean, given: Partial<PersonInput>, locks: readonly Lock[] = []) => {
    const exemptions = EXEMPTIONS.map((entry) => ({ ...entry, inPrinciple }));
    const policy = policyOf({ eligibility: { exemptions, volunteers: { source: "BQ-16" } } });
    const persons = [teacher({ id: "p", homeSchool: "A", ...sick, ...given })];
    return eligibilityOf(countyOf({ schools: SCHOOLS, persons }), policy, locks).decisions[0]?.standing;
  };

  test("protects whoever says nothing, and lets go who applies with consent or has a destination fixed", () => {
    expect(standing(true, {})).toBe("exempt");
    expect(standing(true, refused)).toBe("exempt");
    expect(standing(true, {}, held)).toBe("exempt");
    expect(standing(true, applies)).toBe("due");
    expect(standing(true, { ...applies, tenureStart: "2023-09-01" })).toBe("volunteer");
    expect(standing(true, {}, pinned)).toBe("pinned");
  });

  test("is absolute where the text is", () => {
    expect(standing(false, applies)).toBe("exempt");
    expect(standing(false, {}, pinned)).toBe("exempt");
  });
});
