import { describe, expect, it } from "vitest";
import type { Instance, PersonInput, SchoolInput } from "@lungang/core";
import type { Plan, PlanMove } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { resolvePolicy } from "@lungang/core/policy";
import { DUE, EXEMPTIONS, countyOf, eligibilityOf, form, school, teacher } from "../../../core/test/small-county.ts";
import { benefitsOf } from "./benefits.ts";
import type { ConductRecord, TitleReview } from "./context.ts";
import { fullMonths } from "@lungang/core/plan";

const words = { zh: "待遇", en: "benefit" };

const SCHOOLS: readonly SchoolInput[] = [
  school({ id: "town", area: "urban", quality: "good" }),
  school({ id: "town2", area: "town" }),
  school({ id: "village", area: "rural", quality: "weak", roomsAvailable: 1 }),
  school({ id: "far", area: "remote", middlePosts: 1 }),
];

function entry(id: string, rest: object): object {
  return { id, source: "YL-21", text: words, ...rest };
}

const DOCUMENT = {
  format: "lungang-policy-1",
  id: "small",
  version: "1",
  name: words,
  calendar: { source: "DM-03", cutoff: "08-31", start: "09-01" },
  scope: { source: "YL-01", schools: { all: [] }, text: words },
  eligibility: { due: DUE, exemptions: EXEMPTIONS },
  forms: [form("rotation"), form("leaderRotation")],
  rules: [],
  levels: [{ name: "compliance", unit: "points", text: words }],
};

function policyWith(benefits: readonly object[]): Policy {
  const resolved = resolvePolicy({ ...DOCUMENT, benefits }, { withReports: true });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

function move(person: string, from: string, to: string, rest: Partial<PlanMove> = {}): PlanMove {
  const dates = { start: "2024-09-01", end: "2027-08-31" };
  return { person, from, to, post: "p", form: "rotation", ...dates, relationMoves: false, distanceMetres: 0, ...rest };
}

function found(made: {
  readonly benefits: readonly object[];
  readonly persons: readonly PersonInput[];
  readonly moves?: readonly PlanMove[];
  readonly conduct?: readonly ConductRecord[];
  readonly reviews?: readonly TitleReview[];
}) {
  const instance: Instance = countyOf({ schools: SCHOOLS, persons: made.persons });
  const eligibility = eligibilityOf(instance, policyWith(made.benefits));
  const plan = { moves: made.moves ?? [], returns: [] } as unknown as Plan;
  const benefits = benefitsOf({ eligibility, plan, conduct: made.conduct ?? [], reviews: made.reviews ?? [] });
  const id = (person: number) => instance.persons[person]?.id ?? "";
  const byId = <T extends { readonly person: number }>(list: readonly T[]) =>
    [...list].sort((a, b) => (id(a.person) < id(b.person) ? -1 : 1));
  const schoolId = (at: number) => instance.schools[at]?.id ?? "";
  return { benefits, id, byId, schoolId };
}

/** Status of one condition for one person. */
function statusOf(condition: object, person: PersonInput, moves: readonly PlanMove[] = []) {
  const { benefits } = found({ benefits: [entry("condition", condition)], persons: [person], moves });
  const [finding] = benefits.conditions;
  return finding === undefined ? undefined : `${finding.status}${finding.metByPlan ? " by plan" : ""}`;
}

const NEW_PRINCIPAL = { schools: 2, ruralOrWeakYears: 6 };

describe("conditions", () => {
  it("take either way: two schools or six years (YL-21, YL-22)", () => {
    const person = (rest: object) => teacher({ id: "a", homeSchool: "town", ...rest });
    expect(statusOf(NEW_PRINCIPAL, person({ schoolsWorked: 2, ruralYears: 0, weakYears: 0 }))).toBe("met");
    expect(statusOf(NEW_PRINCIPAL, person({ schoolsWorked: 1, ruralYears: 6, weakYears: 0 }))).toBe("met");
    expect(statusOf(NEW_PRINCIPAL, person({ schoolsWorked: 1, ruralYears: 5, weakYears: 0 }))).toBe("missing");
  });

  it("do not add rural to weak years, which may be the same years", () => {
    // 4 + 4 looks like 8, but at one school that is rural and weak it is 4.
    const person = teacher({ id: "a", homeSchool: "town", schoolsWorked: 1, ruralYears: 4, weakYears: 4 });
    expect(statusOf(NEW_PRINCIPAL, person)).toBe("unknown");
    expect(statusOf(NEW_PRINCIPAL, { ...person, weakYears: 1 })).toBe("missing");
  });

  it("say unknown where nobody stated the years, and never 0", () => {
    expect(statusOf({ ruralYears: 2 }, teacher({ id: "a", homeSchool: "town" }))).toBe("unknown");
    expect(statusOf({ ruralYears: 2 }, teacher({ id: "a", homeSchool: "town", ruralYears: 0 }))).toBe("missing");
  });

  it("take what the record shows where the years are not stated", () => {
    const exchanges = [
      { from: "town", to: "village", form: "rotation" as const, start: "2020-09-01", end: "2022-08-31" },
    ];
    const person = teacher({ id: "a", homeSchool: "town", exchanges });
    expect(statusOf({ ruralYears: 2 }, person)).toBe("met");
    expect(statusOf({ schools: 2 }, person)).toBe("met");
    expect(statusOf({ ruralYears: 3 }, person)).toBe("unknown");
    expect(statusOf({ ruralYears: 10 }, teacher({ id: "b", homeSchool: "village" }))).toBe("met");
  });

  it("count a year from September to August as twelve months, not eleven (GX-06, SC-07)", () => {
    expect(fullMonths("2022-09-01", "2023-08-31")).toBe(12);
    expect(fullMonths("2022-09-01", "2023-08-30")).toBe(11);
    expect(fullMonths("2023-09-01", "2023-08-31")).toBe(0);
    const exchanges = [
      { from: "town", to: "village", form: "rotation" as const, start: "2022-09-01", end: "2023-08-31" },
    ];
    expect(statusOf({ exchangeMonths: 12 }, teacher({ id: "a", homeSchool: "town", exchanges }))).toBe("met");
  });

  it("do not count what failed, what lies too far back, or a running exchange as ended (SC-08, BQ-10)", () => {
    const record = { from: "town", to: "village", form: "rotation" as const, start: "2020-09-01", end: "2021-08-31" };
    const person = (rest: object) => teacher({ id: "a", homeSchool: "town", exchanges: [{ ...record, ...rest }] });
    expect(statusOf({ exchanges: 1 }, person({}))).toBe("met");
    expect(statusOf({ exchanges: 1 }, person({ pass: false }))).toBe("missing");
    expect(statusOf({ exchanges: 1, withinYears: 3 }, person({}))).toBe("missing");
    expect(statusOf({ exchanges: 1, withinYears: 3 }, person({ end: "2021-09-01" }))).toBe("met");
    expect(statusOf({ exchanges: 1 }, person({ end: "2025-08-31" }))).toBe("missing");
    expect(statusOf({ exchangeMonths: 48 }, person({ end: "2025-08-31" }))).toBe("met");
    expect(statusOf({ exchanges: 1, forms: ["support"] }, person({}))).toBe("missing");
    expect(statusOf({ exchanges: 1, since: "2020-09-02" }, person({}))).toBe("missing");
  });

  it("say which people the plan brings there", () => {
    const person = teacher({ id: "a", homeSchool: "town", schoolsWorked: 1, ruralYears: 3, weakYears: 0 });
    expect(statusOf({ ruralYears: 6 }, person)).toBe("missing");
    expect(statusOf({ ruralYears: 6 }, person, [move("a", "town", "village")])).toBe("missing by plan");
    expect(statusOf({ ruralYears: 7 }, person, [move("a", "town", "village")])).toBe("missing");
    expect(statusOf({ ruralYears: 6 }, person, [move("a", "town", "town2")])).toBe("missing");
    expect(statusOf({ schools: 2 }, person, [move("a", "town", "town2")])).toBe("missing by plan");
  });

  it("take the first school of a recruit for service, and not for an exchange", () => {
    const recruit = teacher({ id: "a", recruitYear: 2024, schoolsWorked: 0, ruralYears: 0 });
    const first = { ...move("a", "", "village", { form: "recruit", end: null }), from: null };
    expect(statusOf({ exchanges: 1 }, recruit, [first])).toBe("missing");
    expect(statusOf({ exchangeMonths: 12 }, recruit, [first])).toBe("missing");
    expect(statusOf({ schools: 1 }, recruit, [first])).toBe("missing by plan");
    const { benefits } = found({
      benefits: [entry("allowance", { monthlyYuan: 1 }), entry("pay", { payRule: "host" }), entry("preference", {})],
      persons: [recruit],
      moves: [first],
    });
    expect([benefits.allowances, benefits.pay, benefits.preferences]).toEqual([[], [], []]);
  });

  it("ask for all of several values where the policy says so", () => {
    const person = teacher({ id: "a", homeSchool: "town", schoolsWorked: 2, ruralYears: 0 });
    expect(statusOf({ schools: 2, ruralYears: 1, require: "all" }, person)).toBe("missing");
    expect(statusOf({ schools: 2, ruralYears: 1 }, person)).toBe("met");
  });

  it("concern those who come up for the title or the post (BN-12, BN-13, BQ-10)", () => {
    const senior = { titles: ["senior"], ruralYears: 1 };
    const person = (rest: object) => teacher({ id: "a", homeSchool: "town", ruralYears: 0, ...rest });
    expect(statusOf(senior, person({ professionalTitle: "level1" }))).toBe("missing");
    expect(statusOf(senior, person({ professionalTitle: "level2" }))).toBeUndefined();
    expect(statusOf(senior, person({ professionalTitle: "level2", nextTitleWanted: "senior" }))).toBe("missing");
    expect(statusOf({ postGrades: [8], exchanges: 1 }, person({ postGrade: 9 }))).toBe("missing");
    expect(statusOf({ postGrades: [8], exchanges: 1 }, person({ postGrade: 7 }))).toBeUndefined();
  });

  it("concern whom the policy names, by the home school (SC-07)", () => {
    const who = { attr: "from.area", op: "eq", value: "urban" };
    expect(statusOf({ exchangeMonths: 12, who }, teacher({ id: "a", homeSchool: "town" }))).toBe("missing");
    expect(statusOf({ exchangeMonths: 12, who }, teacher({ id: "a", homeSchool: "village" }))).toBeUndefined();
  });
});

describe("service inside the term of the present title (HL-22)", () => {
  const inTerm = { ruralYears: 1, inTitleTerm: true };
  const served = (start: string, end: string, rest: object = {}, to = "village") =>
    teacher({
      id: "a",
      homeSchool: "town",
      titleSince: "2015-09-01",
      exchanges: [{ from: "town", to, form: "rotation", start, end }],
      ...rest,
    });

  it("counts a rural year after the title, and neither one before it nor one in a town", () => {
    expect(statusOf(inTerm, served("2015-09-01", "2016-08-31", { ruralYears: 1 }))).toBe("met");
    expect(statusOf(inTerm, served("2015-09-01", "2016-08-30", { ruralYears: 1 }))).not.toBe("met");
    expect(statusOf(inTerm, served("1998-09-01", "1999-08-31", { ruralYears: 1 }))).toBe("missing");
    expect(statusOf(inTerm, served("2016-09-01", "2018-08-31", { ruralYears: 0 }, "town2"))).toBe("missing");
  });

  it("cuts off what began before the title", () => {
    expect(statusOf(inTerm, served("2014-09-01", "2016-08-31", { ruralYears: 2 }))).toBe("met");
    expect(statusOf(inTerm, served("2014-08-31", "2016-08-30", { ruralYears: 2 }))).not.toBe("met");
  });

  it("is unknown where nobody says since when the title is held, and missing where there is no rural year at all", () => {
    const since = { titleSince: undefined };
    expect(statusOf(inTerm, served("2016-09-01", "2017-08-31", { ...since, ruralYears: 3 }))).toBe("unknown");
    expect(statusOf(inTerm, served("2016-09-01", "2017-08-31", { ...since, ruralYears: 0 }))).toBe("missing");
    expect(statusOf(inTerm, served("2016-09-01", "2017-08-31"))).toBe("met");
  });
});

describe("people whose exchange was assessed (BQ-19, BN-17)", () => {
  const excellent = { attr: "person.lastGrade", op: "eq", value: "excellent", ifMissing: false };
  const person = (id: string, grade: string, record: object) =>
    teacher({
      id,
      homeSchool: "town",
      evaluations: [{ year: 2024, grade: grade as "excellent" }],
      exchanges: [
        { from: "town", to: "village", form: "support", start: "2023-09-01", end: "2024-08-31", ...record },
      ] as PersonInput["exchanges"],
    });
  const preferred = (rest: object) => {
    const persons = [
      person("good", "excellent", {}),
      person("failed", "failed", {}),
      person("longAgo", "excellent", { start: "2021-09-01", end: "2023-08-31" }),
      person("other", "excellent", { form: "rotation" }),
      teacher({ id: "starts", homeSchool: "town", evaluations: [{ year: 2024, grade: "excellent" }] }),
    ];
    const moves = [move("starts", "town", "village")];
    const { benefits, id } = found({ benefits: [entry("preference", { who: excellent, ...rest })], persons, moves });
    return benefits.preferences.map(({ person: at }) => id(at)).sort();
  };

  it("are those with the grade who come back or are away, in the forms that are meant", () => {
    expect(preferred({ served: true })).toEqual(["good", "other"]);
    expect(preferred({ served: true, forms: ["support"] })).toEqual(["good"]);
  });

  it("are not those who only start", () => {
    expect(preferred({})).toEqual(["starts"]);
    expect(preferred({ forms: ["support"] })).toEqual([]);
  });
});

describe("higher posts (YL-24)", () => {
  const higherPost = entry("higherPost", { grades: 1 });
  const raise = (person: object, to = "village") => {
    const persons = [teacher({ id: "a", homeSchool: "town", ...person })];
    return found({ benefits: [higherPost], persons, moves: [move("a", "town", to)] }).benefits.higherPosts;
  };

  it("rise to the smaller number, for the time of the exchange", () => {
    expect(raise({ postGrade: 10 })).toMatchObject([{ from: 10, to: 9, crossesClass: false, until: "2027-08-31" }]);
  });

  it("say when the rise crosses from middle to senior posts", () => {
    expect(raise({ postGrade: 8 })).toMatchObject([{ from: 8, to: 7, crossesClass: true }]);
  });

  it("end at the first grade, and stay unknown where the grade is", () => {
    expect(raise({ postGrade: 1 })).toMatchObject([{ from: 1, to: 1, crossesClass: false }]);
    expect(raise({})[0]).not.toHaveProperty("to");
  });

  it("are for those who go from town to country alone", () => {
    expect(raise({ postGrade: 10 }, "town2")).toEqual([]);
  });
});

describe("early posts (YL-25)", () => {
  const earlyPost = entry("earlyPost", { level2Years: 5, level1Years: 10 });
  const far = (id: string, rest: object) =>
    teacher({ id, homeSchool: "far", professionalTitle: "level2", remoteYears: 5, ...rest });

  it("are for those with the years who are still there", () => {
    const persons = [far("a", {}), far("b", { remoteYears: 4 }), far("c", { homeSchool: "village" }), far("d", {})];
    const { benefits, id, byId } = found({ benefits: [earlyPost], persons, moves: [move("d", "far", "town")] });
    expect(byId(benefits.earlyPosts).map(({ person, status }) => [id(person), status])).toEqual([
      ["a", "met"],
      ["b", "missing"],
    ]);
  });

  it("are marked where they go beyond the posts of the school", () => {
    const persons = [far("a", {}), far("b", {}), far("c", { professionalTitle: "level1", remoteYears: 10 })];
    const { benefits, byId } = found({ benefits: [earlyPost], persons });
    // One middle post, held by c: both early users are beyond it; nobody states the senior posts.
    expect(byId(benefits.earlyPosts)).toMatchObject([
      { post: "middle", holders: 1, posts: 1, beyondPosts: true },
      { post: "middle", holders: 1, posts: 1, beyondPosts: true },
      { post: "senior", posts: null, beyondPosts: null },
    ]);
  });
});

describe("money", () => {
  const mover = teacher({ id: "a", homeSchool: "town" });
  const moves = [move("a", "town", "village")];

  it("multiplies the rate and the months of the exchange (YL-27, BN-10)", () => {
    const allowance = entry("allowance", { factor: 2, monthlyYuan: 300, onceYuan: 500 });
    const { benefits } = found({ benefits: [allowance], persons: [mover], moves });
    expect(benefits.allowances).toMatchObject([{ monthlyYuan: 600, months: 36, totalYuan: 22_100 }]);
  });

  it("leaves amounts that nobody states open, and does not call them 0", () => {
    const { benefits } = found({ benefits: [entry("allowance", { factor: 2 })], persons: [mover], moves });
    expect(benefits.allowances).toMatchObject([{ factor: 2, monthlyYuan: null, totalYuan: null }]);
  });

  it("counts a year for people who stay, where the policy pays them too", () => {
    const who = { attr: "to.area", op: "eq", value: "rural" };
    const stays = teacher({ id: "b", homeSchool: "village" });
    const allowance = entry("allowance", { monthlyYuan: 100, movers: false, who });
    const { benefits, byId } = found({ benefits: [allowance], persons: [mover, stays], moves });
    expect(byId(benefits.allowances).map(({ totalYuan }) => totalYuan)).toEqual([3600, 1200]);
  });

  it.each([
    ["host", "village"],
    ["home", "town"],
    ["post", "village"],
  ])("follows the %s", (payRule, expected) => {
    const { benefits, schoolId } = found({ benefits: [entry("pay", { payRule })], persons: [mover], moves });
    expect(benefits.pay.map(({ rule, school: at }) => [rule, schoolId(at)])).toEqual([[payRule, expected]]);
  });
});

describe("pass rates (BN-11)", () => {
  const review = (person: string, passed: boolean, title: "senior" | "level1" = "senior") => ({
    person,
    passed,
    title,
  });
  const persons = [
    ...["t1", "t2", "t3"].map((id) => teacher({ id, homeSchool: "town" })),
    ...["v1", "v2"].map((id) => teacher({ id, homeSchool: "village" })),
    teacher({ id: "f1", homeSchool: "far" }),
  ];
  const rates = (...reviews: readonly ReturnType<typeof review>[]) =>
    found({ benefits: [entry("passRate", { titles: ["senior", "level1"] })], persons, reviews }).benefits.passRates;

  it("compare the country with towns, title by title, in whole numbers", () => {
    const third = [
      review("t1", true),
      review("t2", false),
      review("t3", false),
      review("v1", true),
      review("v2", false),
    ];
    expect(rates(...third, review("f1", false))).toMatchObject([
      { title: "senior", rural: { reviewed: 3, passed: 1 }, town: { reviewed: 3, passed: 1 }, met: true },
      { title: "level1", rural: { reviewed: 0 }, town: { reviewed: 0 }, met: null },
    ]);
    expect(rates(...third, review("f1", false), review("v1", false))[0]).toMatchObject({ met: false });
  });

  it("are unknown where one side had no reviews, and leave out people whom nobody knows", () => {
    expect(rates(review("t1", true, "level1"), review("nobody", true, "level1"))[1]).toMatchObject({
      rural: { reviewed: 0 },
      met: null,
    });
  });

  it("need the titles that are compared", () => {
    const result = resolvePolicy({ ...DOCUMENT, benefits: [entry("passRate", {})] }, { withReports: true });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: "invalid-policy", expected: "titles" }]);
  });
});

describe("housing (YL-28)", () => {
  it("goes to the exchanged first, whatever the years of others, and to as many as there are rooms", () => {
    const need = { housingNeed: true };
    const persons = [
      teacher({ id: "exchanged", homeSchool: "town", ruralYears: 0, ...need }),
      teacher({ id: "long", homeSchool: "village", ruralYears: 20, ...need }),
      teacher({ id: "longer", homeSchool: "village", ruralYears: 25, ...need }),
      teacher({ id: "without", homeSchool: "village", ruralYears: 30 }),
    ];
    const moves = [move("exchanged", "town", "village")];
    const { benefits, id } = found({ benefits: [entry("housing", {})], persons, moves });
    expect(benefits.housing.map(({ person, group, housed }) => [id(person), group, housed])).toEqual([
      ["exchanged", 1, true],
      ["longer", 2, false],
      ["long", 2, false],
    ]);
  });

  it("is unknown where nobody states the rooms", () => {
    const persons = [teacher({ id: "a", homeSchool: "far", housingNeed: true })];
    const { benefits } = found({ benefits: [entry("housing", {})], persons });
    expect(benefits.housing).toMatchObject([{ housed: null }]);
  });
});

describe("penalties", () => {
  const refusal = entry("refusal", {
    kind: "penalty",
    on: ["refused"],
    years: 3,
    flags: ["noTitle", "noAwards", "assessmentFailed", "noSalaryStep"],
  });

  it("last three years after a refusal (BQ-12)", () => {
    const persons = [teacher({ id: "a", homeSchool: "town" }), teacher({ id: "b", homeSchool: "town" })];
    const conduct = [{ person: "a", trigger: "refused" as const, on: "2024-09-01" }];
    const { benefits, id } = found({ benefits: [refusal], persons, conduct });
    expect(benefits.penalties).toMatchObject([
      { until: "2027-08-31", flags: expect.arrayContaining(["noTitle"]) as unknown },
    ]);
    expect(benefits.penalties.map(({ person }) => id(person))).toEqual(["a"]);
  });

  it("follow a failed exchange of the last year, with the cap of pay (BQ-11)", () => {
    const record = { from: "town", to: "village", form: "rotation" as const, start: "2022-09-01", pass: false };
    const persons = [
      teacher({ id: "a", homeSchool: "town", exchanges: [{ ...record, end: "2024-07-31" }] }),
      teacher({ id: "b", homeSchool: "town", exchanges: [{ ...record, end: "2023-08-31" }] }),
    ];
    const cap = entry("cap", { kind: "penalty", on: ["assessmentFailed"], capShare: "50%" });
    const { benefits, id } = found({ benefits: [cap], persons });
    expect(benefits.penalties.map(({ person, capShare }) => [id(person), capShare])).toEqual([["a", "50%"]]);
  });
});

describe("a penalty with two shares (BQ-11)", () => {
  it("deducts for tasks that were not done, and caps for a failed assessment", () => {
    const both = entry("both", {
      kind: "penalty",
      on: ["tasksNotDone", "assessmentFailed"],
      deductShare: "20%",
      capShare: "50%",
    });
    const conduct = (["tasksNotDone", "assessmentFailed"] as const).map((trigger) => ({
      person: "a",
      trigger,
      on: "2024-07-01",
    }));
    const { benefits } = found({ benefits: [both], persons: [teacher({ id: "a", homeSchool: "town" })], conduct });
    expect(benefits.penalties.map(({ deductShare, capShare }) => [deductShare, capShare])).toEqual([
      ["20%", undefined],
      [undefined, "50%"],
    ]);
  });
});

describe("the section of the policy", () => {
  const resolve = (benefits: unknown, options: object = { withReports: true }) =>
    resolvePolicy({ ...DOCUMENT, benefits }, options);

  it("asks for masked values only where reports are made", () => {
    const parameters = { years: { type: "integer", source: "YL-23", text: words } };
    const document = { ...DOCUMENT, parameters, benefits: [entry("title", { ruralYears: { $param: "years" } })] };
    expect(resolvePolicy(document).ok).toBe(true);
    const refused = resolvePolicy(document, { withReports: ["benefits"] });
    expect(refused.ok ? [] : refused.issues).toMatchObject([{ code: "parameter-required", source: "YL-23" }]);
    expect(resolvePolicy(document, { withReports: ["reports"] }).ok).toBe(true);
    const given = resolvePolicy(document, { withReports: true, settings: { years: 3 } });
    expect(given.ok && given.value.benefits).toMatchObject([{ ruralYears: 3 }]);
  });

  it("refuses an entry without the values that its kind needs, and unknown conditions", () => {
    const empty = resolve([entry("title", {})]);
    expect(empty.ok ? [] : empty.issues).toMatchObject([{ code: "invalid-policy", path: ["benefits", 0] }]);
    const who = { attr: "person.luck", op: "eq", value: 1 };
    const unknown = resolve([entry("title", { ruralYears: 1, who })]);
    expect(unknown.ok ? [] : unknown.issues).toMatchObject([{ code: "invalid-predicate" }]);
  });

  it("refuses values that nothing reads", () => {
    const result = resolve([entry("title", { ruralYears: 1, rurlaYears: 2 })]);
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: "unknown-key", path: ["benefits", 0, "rurlaYears"], advice: { en: 'Did you mean "ruralYears"?' } },
    ]);
  });
});
