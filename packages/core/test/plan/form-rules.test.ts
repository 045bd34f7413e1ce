import type { Instance } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import type { PostInput, SchoolInput } from "../../src/instance/school.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Forms of the catalogue with the rules that belong to them, in counties whose best plan is known. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const people = (count: number, prefix: string, given: Partial<PersonInput> = {}): PersonInput[] =>
  Array.from({ length: count }, (_, k) => teacher({ id: `${prefix}${k}`, homeSchool: "A", ...given }));

interface Basis {
  readonly instance: Instance;
  readonly policy: Policy;
}

interface Parts {
  readonly schools: readonly SchoolInput[];
  readonly posts: readonly PostInput[];
  readonly persons: readonly PersonInput[];
  readonly forms: readonly object[];
  readonly rules?: readonly object[];
}

const gaps = rule("postBalance", { level: "gaps" });
const total = rule("total", { max: 99 });

function basisOf({ schools, posts, persons, forms, rules = [] }: Parts): Basis {
  const instance = countyOf({
    schools: schools.map((entry, k) => ({ coordinates: { latitude: 34 + k / 20, longitude: 109 }, ...entry })),
    posts,
    persons: persons.map((person) => ({ residence: { latitude: 34, longitude: 109 }, ...person })),
  });
  return { instance, policy: policyOf({ forms, rules: [gaps, total, ...rules], levels: ["gaps"] }) };
}

const outcomeOf = (basis: Basis) => planCounty({ ...basis, solver, limits: { relativeGap: 0 } });

async function planOf(parts: Parts): Promise<Plan> {
  const basis = basisOf(parts);
  const outcome = await outcomeOf(basis);
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ ...basis, plan: outcome.plan })).toMatchObject({ ok: true, violations: [] });
  return outcome.plan;
}

const routes = ({ moves }: Plan) => moves.map(({ from, to, form }) => `${from}>${to} ${form}`).sort();

describe("postFill (BN-05a)", () => {
  /** A and B have two too many, C is short of four, D is full and short of a subject only. */
  const parts: Parts = {
    schools: [
      school({ id: "A", establishment: 2 }),
      school({ id: "B", establishment: 2 }),
      school({ id: "C", establishment: 6 }),
      school({ id: "D", establishment: 2 }),
    ],
    posts: [post("A", 2), post("B", 2), post("C", 6), post("D", 4)],
    persons: [...people(4, "a"), ...people(4, "b", { homeSchool: "B" }), ...people(2, "d", { homeSchool: "D" })],
    forms: [{ base: "postFill" }],
  };

  test("leads from schools with surplus to schools in need only", async () => {
    // Nobody leaves D, which has no surplus, and nobody goes there, because it is full.
    expect(new Set(routes(await planOf(parts)))).toEqual(new Set(["A>C postFill", "B>C postFill"]));
  });

  test("sends exactly the number given to each school", async () => {
    const filled = { attr: "move.form", op: "eq", value: "postFill" };
    const bySchool = { A: { minOut: 1, maxOut: 1 }, B: { minOut: 2, maxOut: 2 } };
    const given = { ...parts, rules: [rule("perSchool", { moves: filled, bySchool, useSchoolQuota: false })] };
    expect(routes(await planOf(given))).toEqual(["A>C postFill", "B>C postFill", "B>C postFill"]);
    const few = { ...given, rules: [rule("perSchool", { moves: filled, bySchool: { A: { minOut: 5 } } })] };
    expect(await outcomeOf(basisOf(few))).toMatchObject({
      status: "infeasible",
      leastViolations: [{ rule: "perSchool", about: { kind: "school", school: "A", limit: "minOut" } }],
    });
  });
});

describe("zoneRotation (BN-05b)", () => {
  const music = { subjects: [{ subject: "音乐", main: true }] };
  const zone = { zones: ["Z"] };
  const parts: Parts = {
    schools: [school({ id: "A", ...zone }), school({ id: "B", ...zone }), school({ id: "C", zones: ["Y"] })],
    posts: [
      post("A", 1),
      post("A", 1, { id: "A-音乐", subject: "音乐" }),
      post("B", 2),
      post("B", 1, { id: "B-音乐", subject: "音乐" }),
      post("C", 5),
    ],
    persons: [
      ...people(2, "a"),
      teacher({ id: "b", homeSchool: "B" }),
      ...people(2, "m", { homeSchool: "B", ...music }),
      teacher({ id: "c", homeSchool: "C" }),
    ],
    forms: [{ base: "zoneRotation" }],
  };

  test("complements: from a subject with too many to one with too few, inside the zone", async () => {
    expect(routes(await planOf(parts))).toEqual(["A>B zoneRotation", "B>A zoneRotation"]);
  });

  test("or is equal between every two schools of the zone", async () => {
    const open = { base: "zoneRotation", where: { all: [] } };
    const equal = rule("pairBalance", { forms: ["zoneRotation"], between: "zones" });
    const quota = rule("quota", { share: "1/3" });
    const three: Parts = {
      ...parts,
      forms: [open],
      schools: [...parts.schools.slice(0, 2), school({ id: "C", ...zone })],
      posts: [post("A", 3), post("B", 3), post("C", 3)],
      persons: [...people(3, "a"), ...people(2, "b", { homeSchool: "B" }), teacher({ id: "c", homeSchool: "C" })],
      rules: [equal, quota],
    };
    const found = routes(await planOf(three)).map((route) => route.slice(0, 3));
    expect(found).toHaveLength(2);
    const [from, to] = found[0]?.split(">") ?? [];
    expect(found[1]).toBe(`${to}>${from}`);
  });
});

describe("support and attachment (HL-16, HL-18, HL-19)", () => {
  const duty = { area: "urban" as const, quality: "good" as const };
  const weak = { area: "rural" as const, quality: "weak" as const };
  const parts: Parts = {
    schools: [school({ id: "A", ...duty, establishment: 4 }), school({ id: "W", ...weak, establishment: 9 })],
    posts: [post("A", 9), post("W", 9)],
    persons: [...people(5, "a"), ...people(4, "w", { homeSchool: "W" })],
    forms: [{ base: "support", source: "HL-15", termMonths: { min: 12, max: 24 } }, { base: "up" }],
  };
  const inForm = (form: string) => ({ attr: "move.form", op: "eq", value: form });
  const range = rule("perSchool", {
    schools: { attr: "school.area", op: "eq", value: "urban" },
    moves: inForm("support"),
    minOut: 2,
    maxOut: 4,
  });
  const most = rule("perSchool", { moves: inForm("up"), maxOut: 2, minOut: 0 }, { id: "up" });
  const surplus = rule("netInflow", { maxLoss: "surplus", schools: { attr: "school.area", op: "eq", value: "urban" } });
  const atLeastThree = rule("quota", { share: "1/3" });

  test("a sender may lose its surplus only, and whoever goes beyond is replaced from the weak school", async () => {
    const found = routes(await planOf({ ...parts, rules: [range, most, surplus, atLeastThree] }));
    const [out, back] = [
      found.filter((route) => route.startsWith("A")),
      found.filter((route) => route.startsWith("W")),
    ];
    expect(out.length).toBeGreaterThanOrEqual(2);
    expect(out.length - back.length).toBeLessThanOrEqual(1);
    expect(back.length).toBeLessThanOrEqual(2);
  });

  test("two supporters and nobody in their place are more than the surplus of one", async () => {
    const closed = rule("perSchool", { moves: inForm("up"), maxOut: 0 }, { id: "up" });
    const outcome = await outcomeOf(basisOf({ ...parts, rules: [range, closed, surplus] }));
    expect(outcome.status).toBe("infeasible");
  });
});

describe("a fixed number each way (ZW-02, tricky case 6)", () => {
  const pair = { pairs: ["P1"] };
  const pregnant = { sex: "female" as const, statuses: [{ code: "pregnancy" as const }] };
  const parts: Parts = {
    schools: [school({ id: "A", ...pair }), school({ id: "B", ...pair })],
    posts: [post("A", 9), post("B", 9)],
    persons: [
      ...people(5, "a"),
      ...people(4, "b", { homeSchool: "B" }),
      teacher({ id: "b4", homeSchool: "B", ...pregnant }),
    ],
    forms: [{ base: "mutual" }],
  };

  test("five against four names the pair", async () => {
    const swap = rule("pairBalance", { forms: ["mutual"], count: 5 });
    expect(await outcomeOf(basisOf({ ...parts, rules: [swap] }))).toMatchObject({
      status: "infeasible",
      leastViolations: [{ rule: "pairBalance", about: { kind: "pair", id: "P1" } }],
    });
  });

  test("a soft number gives one person on each side", async () => {
    const soft = rule("pairBalance", { forms: ["mutual"], count: 5 }, { strength: "soft" });
    const outcome = await outcomeOf(basisOf({ ...parts, rules: [soft] }));
    expect(outcome).toMatchObject({
      status: "planned",
      plan: { violations: [{ rule: "pairBalance", about: { kind: "pair", id: "P1" }, amount: 1 }] },
    });
  });
});

test("a light form moves nobody", async () => {
  const parts: Parts = {
    schools: [school({ id: "A", zones: ["Z"] }), school({ id: "B", zones: ["Z"] })],
    posts: [post("A", 1), post("B", 1)],
    persons: people(2, "a"),
    forms: [{ base: "shadow" }, { base: "partTime" }],
  };
  const plan = await planOf(parts);
  expect(plan.moves).toEqual([]);
});
