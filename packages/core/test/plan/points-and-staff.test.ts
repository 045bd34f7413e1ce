import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { Instance, PersonInput } from "../../src/index.ts";
import { loadInstance, planCounty, verifyPlan } from "../../src/index.ts";
import { DATA, dataText } from "../acceptance/data-files.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Rules that rank by points (S1) and keep a share of the staff (S10), in counties worked out by hand. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = (latitude: number) => ({ latitude, longitude: 109 });
const VOLUNTEERS = { volunteers: { source: "test", needsVacancy: false, needsHomeConsent: false, onlyWishes: true } };
const SCORE = { id: "score", type: "number", text: { zh: "积分", en: "score" } };
const MERIT = {
  id: "merit",
  source: "HR-10",
  text: { zh: "积分", en: "points" },
  items: [{ per: "person.x.score", points: 1 }],
  ties: [{ attr: "person.yearsAtSchool", order: "desc" }],
};

interface Asked {
  readonly rules: readonly object[];
  readonly eligibility?: object;
  readonly points?: object;
}

async function routesOf(instance: Instance, { rules, eligibility = VOLUNTEERS, points = MERIT }: Asked) {
  const policy = policyOf({
    attributes: [SCORE],
    points: [points],
    rules: [rule("total", { max: 99 }), ...rules],
    forms: [form("rotation")],
    eligibility,
    levels: ["compliance", "gaps", "wishes", "near"],
  });
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const { plan } = outcome;
  expect(verifyPlan({ instance, policy, plan }).violations).toEqual([]);
  return {
    routes: plan.moves
      .map(({ person, to }) => `${person}>${to}`)
      .sort()
      .join(" "),
    /** What verification says of the plan of another policy. */
    violations: (other: readonly object[]) => {
      const judged = policyOf({
        attributes: [SCORE],
        points: [points],
        rules: [rule("total", { max: 99 }), ...(other as ReturnType<typeof rule>[])],
        forms: [form("rotation")],
        eligibility,
        levels: ["compliance", "gaps", "wishes", "near"],
      });
      return verifyPlan({ instance, policy: judged, plan })
        .violations.filter(({ finding }) => /^(?:pointsFirst|staffShare)/u.test(finding.code))
        .map(({ about, amount }) => [JSON.stringify(about), amount].join(" "));
    },
  };
}

const full = rule("postBalance", { growth: "never" });
const wishes = rule("wishes", { level: "wishes", missed: 50, volunteerStays: 20 });
const first = rule("pointsFirst", { points: "merit" });

describe("points first", () => {
  describe.skipIf(DATA === undefined)("V1", () => {
    /** P has 100 points and wishes A, then B; Q has 60 and wishes A; A and B lack one each. */
    const instance = (): Instance => {
      const data = JSON.parse(dataText("mechanisms/v1-points.json")) as { persons: PersonInput[] };
      const scores: Readonly<Record<string, number>> = { P: 100, Q: 60 };
      const persons = data.persons.map((person) => ({ ...person, x: { score: scores[person.id] ?? 0 } }));
      const loaded = loadInstance({ ...data, persons });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
      return loaded.value;
    };

    test("the sum of ranks alone passes over the one with more points, and verification says so", async () => {
      const { routes, violations } = await routesOf(instance(), { rules: [full, wishes] });
      expect(routes).toBe("P>B Q>A");
      expect(violations([full, wishes, first])).toEqual(['{"kind":"person","person":"P"} 1']);
    });

    test("with points first P gets A and Q stays", async () => {
      expect((await routesOf(instance(), { rules: [full, wishes, first] })).routes).toBe("P>A");
    });
  });

  const two = (one: Partial<PersonInput>, other: Partial<PersonInput>, area: "rural" | "urban" = "urban") =>
    countyOf({
      schools: [
        school({ id: "H", coordinates: at(34) }),
        school({ id: "A", area, coordinates: at(34.1) }),
        school({ id: "B", area: "urban", coordinates: at(34.2) }),
      ],
      posts: [post("H", 0), post("A", 1), post("B", 1)],
      persons: [
        teacher({
          id: "one",
          homeSchool: "H",
          residence: at(34),
          application: { volunteer: true, wishes: ["A", "B"] },
          ...one,
        }),
        teacher({
          id: "two",
          homeSchool: "H",
          residence: at(34),
          application: { volunteer: true, wishes: ["A"] },
          ...other,
        }),
      ],
    });

  test.each<[string, Instance, string]>([
    ["more points", two({ x: { score: 1 } }, { x: { score: 2 } }), "one>B two>A"],
    ["a ten-thousandth more", two({ x: { score: 1.0001 } }, { x: { score: 1 } }), "one>A"],
    ["equal points, longer service", two({ x: { score: 1 }, tenureStart: "2009-09-01" }, { x: { score: 1 } }), "one>A"],
    ["nothing between them: the wishes decide", two({ x: { score: 1 } }, { x: { score: 1 } }), "one>B two>A"],
  ])("%s", async (_name, instance, expected) => {
    expect((await routesOf(instance, { rules: [full, wishes, first] })).routes).toBe(expected);
  });

  test("points that count at one post decide there alone", async () => {
    const points = {
      ...MERIT,
      items: [
        ...MERIT.items,
        {
          when: {
            all: [
              { attr: "to.area", op: "eq", value: "rural" },
              { attr: "person.id", op: "eq", value: "one" },
            ],
          },
          points: 5,
        },
      ],
    };
    const scores = [{ x: { score: 1 } }, { x: { score: 2 } }] as const;
    expect((await routesOf(two(...scores, "rural"), { rules: [full, wishes, first], points })).routes).toBe("one>A");
    expect((await routesOf(two(...scores), { rules: [full, wishes, first], points })).routes).toBe("one>B two>A");
  });
});

describe("the sum of points", () => {
  const instance = countyOf({
    schools: [school({ id: "H", coordinates: at(34) }), school({ id: "A", coordinates: at(34.1) })],
    posts: [post("H", 0), post("A", 1)],
    persons: [3, 1, 2].map((score, k) => teacher({ id: `p${k}`, homeSchool: "H", residence: at(34), x: { score } })),
  });
  const gaps = rule("postBalance", { growth: "never", level: "gaps" });

  test.each<[string, string]>([
    ["movers", "p1>A"],
    ["stayers", "p0>A"],
  ])("of %s decides who goes", async (of, expected) => {
    const sum = rule("pointsSum", { points: "merit", of, level: "wishes" });
    expect((await routesOf(instance, { rules: [gaps, sum], eligibility: {} })).routes).toBe(expected);
  });
});

describe("S10: share of the staff", () => {
  const local = { honours: ["backboneCounty" as const] };
  /** S has nine people, two of them of the set, and lacks one or two; `near` and `far` live beside it and far away. */
  const county = (missing: number, near: Partial<PersonInput>, far: Partial<PersonInput>) =>
    countyOf({
      schools: [school({ id: "S", coordinates: at(34) }), school({ id: "H", coordinates: at(34.3) })],
      posts: [post("S", 9 + missing), post("H", 0)],
      persons: [
        ...Array.from({ length: 9 }, (_, k) =>
          teacher({ id: `s${k}`, homeSchool: "S", tenureStart: "2023-09-01", ...(k < 2 ? local : {}) }),
        ),
        teacher({ id: "near", homeSchool: "H", residence: at(34), ...near }),
        teacher({ id: "far", homeSchool: "H", residence: at(34.3), ...far }),
      ],
    });
  const gaps = rule("postBalance", { growth: "never", level: "gaps" });
  const nearest = rule("nearness", { level: "near" });
  const set = { attr: "person.honours", op: "has", value: ["backboneCounty"] };
  const atS = { set, schools: { attr: "school.id", op: "eq", value: "S" } };
  const third = rule("staffShare", { share: "1/3", ...atS });

  test("the tenth has to be of the set, though three of ten are still fewer than a third", async () => {
    const { routes, violations } = await routesOf(county(1, {}, local), { rules: [gaps, nearest], eligibility: {} });
    expect(routes).toBe("near>S");
    expect(violations([gaps, nearest, third])).toEqual(['{"kind":"school","school":"S"} 1']);
    expect((await routesOf(county(1, {}, local), { rules: [gaps, nearest, third], eligibility: {} })).routes).toBe(
      "far>S",
    );
  });

  test("two of whom one is of the set leave it as far from the share as before: 3 of 11", async () => {
    expect((await routesOf(county(2, {}, local), { rules: [gaps, third], eligibility: {} })).routes).toBe(
      "far>S near>S",
    );
  });

  test("where nobody of the set is to be had, nobody comes", async () => {
    expect((await routesOf(county(1, {}, {}), { rules: [gaps, third], eligibility: {} })).routes).toBe("");
  });

  test.each([
    ["up", "far>S", ['{"kind":"school","school":"S"} 1']],
    ["halfUp", "far>S", ['{"kind":"school","school":"S"} 1']],
    ["halfDown", "near>S", []],
    ["down", "near>S", []],
  ])("a quarter of ten, rounded %s", async (rounding, expected, missed) => {
    const quarter = rule("staffShare", { share: "1/4", rounding, ...atS });
    const { violations } = await routesOf(county(1, {}, local), { rules: [gaps, nearest], eligibility: {} });
    expect(violations([gaps, nearest, quarter])).toEqual(missed);
    const { routes } = await routesOf(county(1, {}, local), { rules: [gaps, nearest, quarter], eligibility: {} });
    expect(routes).toBe(expected);
  });

  test("what is lacking is priced", async () => {
    const priced = rule("staffShare", { share: "1/3", level: "wishes", ...atS }, { strength: "soft", price: 1 });
    const free = rule("postBalance", { growth: "never" });
    expect((await routesOf(county(1, {}, local), { rules: [free, priced, nearest], eligibility: {} })).routes).toBe(
      "far>S",
    );
  });
});
