import type { Instance, PersonInput, Plan, Policy, PostInput, SchoolInput } from "@lungang/core";
import { balanceOf, planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/verify/verify.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Rules about spread and flow in counties whose best plan is known: what binds, what is refused and who notices. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const BACKBONE = { attr: "person.honours", op: "has", value: ["backboneCounty"] };

const people = (count: number, prefix: string, given: Partial<PersonInput> = {}): PersonInput[] =>
  Array.from({ length: count }, (_, k) => teacher({ id: `${prefix}${k}`, homeSchool: "A", ...given }));

const backbone = { honours: ["backboneCounty" as const] };

interface Ground {
  readonly schools: readonly SchoolInput[];
  readonly posts: readonly PostInput[];
  readonly persons: readonly PersonInput[];
}

interface Rules {
  readonly rules: readonly object[];
  readonly forms?: readonly object[];
  readonly levels?: readonly string[];
  readonly eligibility?: object;
}

function given(ground: Ground, { levels, ...rules }: Rules): { instance: Instance; policy: Policy } {
  const near = (entry: SchoolInput, k: number) => ({
    coordinates: { latitude: 34 + k / 20, longitude: 109 },
    ...entry,
  });
  const instance = countyOf({
    ...ground,
    schools: ground.schools.map(near),
    persons: ground.persons.map((person) => ({ residence: { latitude: 34, longitude: 109 }, ...person })),
  });
  return { instance, policy: policyOf({ ...rules, levels: levels ?? ["compliance", "gaps", "balance", "calm"] }) };
}

async function outcomeOf(basis: { readonly instance: Instance; readonly policy: Policy }) {
  return planCounty({ ...basis, solver, limits: { relativeGap: 0 } });
}

async function planOf(basis: { readonly instance: Instance; readonly policy: Policy }): Promise<Plan> {
  const outcome = await outcomeOf(basis);
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ ...basis, plan: outcome.plan })).toMatchObject({ ok: true, violations: [] });
  return outcome.plan;
}

const routes = ({ moves }: Plan) => moves.map(({ from, to }) => `${from}>${to}`).sort();

/** The plan with one move less, and what verification says about it. */
function withoutMove(basis: { readonly instance: Instance; readonly policy: Policy }, plan: Plan, at = 0) {
  const moves = plan.moves.filter((_move, k) => k !== at);
  return verifyPlan({ ...basis, plan: { ...plan, moves } }).violations.map((violation) => violation.rule);
}

const total = rule("total", { max: 99 });

describe("balance", () => {
  const spread = rule("balance", { set: BACKBONE, level: "balance" });
  const calm = rule("stability", { level: "calm" });

  /** Tricky case 14: 1000, 1000 and 60 pupils, 14, 6 and 0 backbone teachers. */
  const trap: Ground = {
    schools: [
      school({ id: "A", students: 1000 }),
      school({ id: "B", students: 1000 }),
      school({ id: "T", students: 60 }),
    ],
    posts: [post("A", 30), post("B", 30), post("T", 5)],
    persons: [...people(14, "a", backbone), ...people(6, "b", { ...backbone, homeSchool: "B" })],
  };

  test("sends nobody to the lowest ratio where that spreads worse", async () => {
    const basis = given(trap, { rules: [spread, calm, total] });
    const plan = await planOf(basis);
    // Fair heads are 9.71, 9.71 and 0.58: 10, 10 and 0 are nearer than 10, 9 and 1.
    expect(routes(plan)).toEqual(["A>B", "A>B", "A>B", "A>B"]);
    const one = await planOf(given(trap, { rules: [spread, calm, rule("total", { max: 1 })] }));
    expect(routes(one)).toEqual(["A>B"]);
    expect(withoutMove(basis, plan)).toContain("plan:misreported-level");
  });

  test("its level is the mean absolute deviation in whole points", async () => {
    const plan = await planOf(given(trap, { rules: [spread, calm, rule("total", { max: 0 })] }));
    // Pupils 50 : 50 : 3 of 103 and 20 heads: 103 * 14 - 1000, 1000 - 103 * 6, 60.
    expect(plan.levels.find(({ name }) => name === "balance")?.value).toBe(442 + 382 + 60);
    const measure = plan.measures.find(({ subject }) => subject === "primary/mad");
    expect(measure?.value).toBeCloseTo((100 * 884) / (2060 * 103), 12);
  });

  test("the spread of tricky case 14 and of the worked example of section 8", () => {
    const cv = (heads: readonly number[], pupils: readonly number[]) =>
      balanceOf(pupils.map((students, k) => ({ students, amount: heads[k] ?? 0 }))).cv ?? 0;
    const trapped = [1000, 1000, 60];
    expect(cv([14, 6, 0], trapped)).toBeCloseTo(0.441, 3);
    expect(cv([13, 6, 1], trapped)).toBeCloseTo(0.376, 3);
    expect(cv([13, 7, 0], trapped)).toBeCloseTo(0.35, 3);
    expect(cv([12, 6, 2], trapped)).toBeCloseTo(0.52, 2);
    expect(cv([279, 137, 935, 160, 402], [45, 37, 89, 76, 55])).toBeCloseTo(0.515, 3);
  });

  test("a school of two stages counts in each by its own pupils", async () => {
    const junior = { stageCertified: ["junior" as const] };
    const basis = given(
      {
        schools: [
          school({ id: "N", type: "nineYear", studentsByStage: { primary: 300, junior: 100 } }),
          school({ id: "P", students: 100 }),
          school({ id: "J", type: "junior", students: 300 }),
        ],
        posts: [
          post("N", 9),
          post("N", 9, { id: "N-初中", stage: "junior" }),
          post("P", 9),
          post("J", 9, { stage: "junior" }),
        ],
        persons: [
          ...people(4, "p", { ...backbone, homeSchool: "N", stageCertified: ["primary"] }),
          ...people(4, "j", { ...backbone, ...junior, homeSchool: "N" }),
        ],
      },
      { rules: [spread, calm, total] },
    );
    const plan = await planOf(basis);
    expect(routes(plan)).toEqual(["N>J", "N>J", "N>J", "N>P"]);
    expect(plan.levels.find(({ name }) => name === "balance")?.value).toBe(0);
  });

  test("cannot be planned where somebody may change the stage, and says who", async () => {
    const both = { stageCertified: ["primary" as const, "junior" as const] };
    const outcome = await outcomeOf(
      given(
        {
          schools: [school({ id: "A", students: 100 }), school({ id: "J", type: "junior", students: 100 })],
          posts: [post("A", 3), post("J", 3, { stage: "junior" })],
          persons: people(2, "x", { ...backbone, ...both }),
        },
        { rules: [spread, total], forms: [form("rotation", { crossStage: true })] },
      ),
    );
    expect(outcome).toMatchObject({
      status: "invalid",
      issues: [{ code: "balance-total-not-fixed", path: ["rules", "balance"], received: "x0, x1" }],
    });
  });

  test("asks for pupils that nobody counted", async () => {
    const unknown = { ...trap, schools: [...trap.schools, school({ id: "U" })] };
    expect(await outcomeOf(given(unknown, { rules: [spread, total] }))).toMatchObject({
      status: "invalid",
      issues: [{ code: "balance-needs-pupils", path: ["schools", "U", "studentsByStage"] }],
    });
  });
});
