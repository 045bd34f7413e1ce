import type { Instance } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import type { PostInput, SchoolInput } from "../../src/instance/school.ts";
import { balanceOf } from "../../src/indicators/balance.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
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
    const measure = plan.measures.find(({ about }) => about.kind === "stage" && about.limit === "meanDeviation");
    expect(measure?.value).toBeCloseTo((100 * 884) / (2060 * 103), 12);
  });

  test("the spread of tricky case 14 and of the worked example of docs/cases.md", () => {
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

  test("goes by the mean of plan start where somebody may change the stage", async () => {
    const both = { stageCertified: ["primary" as const, "junior" as const] };
    const schools = [
      school({ id: "A", students: 100 }),
      school({ id: "B", students: 100 }),
      school({ id: "J", type: "junior", students: 100 }),
    ];
    const posts = [post("A", 4), post("B", 4), post("J", 4, { stage: "junior" })];
    const persons = [...people(2, "x", { ...backbone, ...both }), ...people(2, "j", { homeSchool: "J", ...both })];
    const rules = [spread, calm, total];
    const forms = [form("rotation", { crossStage: true })];
    const plan = await planOf(given({ schools, posts, persons }, { rules, forms }));
    // Two of the primary stage on plan start: one at each school; who went to J would leave it one short.
    expect(routes(plan)).toEqual(["A>B"]);
    expect(plan.levels.find(({ name }) => name === "balance")?.value).toBe(0);
    const still = await planOf(
      given({ schools, posts, persons }, { rules: [rule("total", { max: 0 }), spread], forms }),
    );
    expect(still.levels.find(({ name }) => name === "balance")?.value).toBe(4);
    // Both are wanted at J first: two are missing at A and B then, and not none of none.
    const wanted = [post("A", 0), post("B", 0), post("J", 4, { stage: "junior" })];
    const primary = rule("balance", { set: BACKBONE, level: "balance", stages: ["primary"] });
    const gone = await planOf(
      given(
        { schools, posts: wanted, persons },
        { rules: [rule("postBalance", { level: "gaps" }), primary, total], forms },
      ),
    );
    expect(routes(gone)).toEqual(["A>J", "A>J"]);
    expect(gone.levels.find(({ name }) => name === "balance")?.value).toBe(4);
  });

  test("rests in a stage of which a school does not state its pupils, and says so", async () => {
    const unknown = {
      ...trap,
      schools: [...trap.schools, school({ id: "U" }), school({ id: "V" }), school({ id: "J", type: "junior" })],
    };
    const basis = given(unknown, {
      rules: [rule("balance", { set: BACKBONE, level: "balance", stages: ["primary"] }), calm, total],
    });
    const outcome = await outcomeOf(basis);
    const told = outcome.warnings.filter(({ code }) => code === "balance-needs-pupils");
    expect(told).toMatchObject([
      {
        severity: "warning",
        path: ["schools", "U", "studentsByStage"],
        received: "2",
        message: { zh: expect.stringContaining("U、V") },
      },
    ]);
    if (outcome.status !== "planned") throw new Error(outcome.status);
    expect(outcome.plan.moves).toEqual([]);
    expect(outcome.plan.measures.filter(({ rule: name }) => name === "balance")).toEqual([]);
    expect(verifyPlan({ ...basis, plan: outcome.plan })).toMatchObject({ ok: true });
    // The junior stage is none of this entry; where all pupils are stated it holds again, be they none.
    const stated = unknown.schools.map((entry) => ({ students: 0, ...entry }));
    expect(routes(await planOf(given({ ...unknown, schools: stated }, { rules: [spread, calm, total] })))).toHaveLength(
      4,
    );
  });
});

describe("netInflow", () => {
  const gaps = rule("postBalance", { level: "gaps" });

  /** Three heads wanted in town, two movers in the village, one in town who is wanted in the village. */
  const ground: Ground = {
    schools: [
      school({ id: "A", area: "rural", township: "T1" }),
      school({ id: "U", area: "urban", township: "T2" }),
      school({ id: "V", area: "urban", township: "T2" }),
    ],
    posts: [post("A", 1), post("U", 2), post("V", 2)],
    persons: [...people(3, "a"), teacher({ id: "u", homeSchool: "U", tenureStart: "2023-09-01" })],
  };
  const urban = { attr: "school.area", op: "eq", value: "urban" };

  test("keeps town from gaining on balance, school by school, by township or together", async () => {
    const gain = async (params: object | undefined) => {
      const rules = [gaps, total, ...(params === undefined ? [] : [rule("netInflow", params)])];
      return routes(await planOf(given(ground, { rules })));
    };
    expect(await gain(undefined)).toEqual(["A>U", "A>V"]);
    expect(await gain({ schools: urban, max: 0 })).toEqual([]);
    expect(await gain({ schools: urban, by: "area", max: 1 })).toHaveLength(1);
    expect(await gain({ by: "township", max: 1 })).toHaveLength(1);
    expect(await gain({ schools: urban, by: "together", max: 2 })).toHaveLength(2);
    expect(await gain({ maxLoss: "surplus", need: "posts" })).toHaveLength(2);
    expect(await gain({ maxLoss: 1 })).toHaveLength(1);
  });

  test("a full school may swap: one comes where one goes (tricky case 7)", async () => {
    const music = { subjects: [{ subject: "音乐", main: true }] };
    const swap: Ground = {
      schools: [school({ id: "A", establishment: 2 }), school({ id: "B", establishment: 9 })],
      posts: [
        post("A", 1),
        post("A", 1, { id: "A-音乐", subject: "音乐" }),
        post("B", 2),
        post("B", 0, { id: "B-音乐", subject: "音乐" }),
      ],
      persons: [...people(2, "a"), teacher({ id: "m", homeSchool: "B", ...music })],
    };
    const basis = given(swap, { rules: [gaps, total, rule("netInflow", { max: 0 })] });
    const plan = await planOf(basis);
    expect(routes(plan)).toEqual(["A>B", "B>A"]);
    const leaver = plan.moves.findIndex(({ from }) => from === "A");
    expect(withoutMove(basis, plan, leaver)).toContain("netInflow");
  });

  test("names the school that cannot lose as many as asked", async () => {
    const atA = { attr: "school.id", op: "eq", value: "A" };
    const rules = [total, rule("netInflow", { schools: atA, max: -4 })];
    expect(await outcomeOf(given(ground, { rules }))).toMatchObject({
      status: "infeasible",
      leastViolations: [{ rule: "netInflow", about: { kind: "school", school: "A", limit: "max" }, amount: 1 }],
    });
  });
});

describe("directionMatrix", () => {
  const gaps = rule("postBalance", { level: "gaps" });
  const ground: Ground = {
    schools: [
      school({ id: "A", area: "urban" }),
      school({ id: "T", area: "town" }),
      school({ id: "R", area: "rural" }),
    ],
    posts: [post("A", 4), post("T", 4), post("R", 8)],
    persons: [...people(4, "a"), ...people(2, "t", { homeSchool: "T" }), ...people(4, "r", { homeSchool: "R" })],
  };
  const classes = ["urban", "town", "rural"].map((name) => ({
    name,
    schools: { attr: "school.area", op: "eq", value: name },
  }));
  const matrix = (cells: readonly object[], rest: object = {}) => rule("directionMatrix", { classes, cells, ...rest });
  const quota = rule("quota", { share: "30%" });

  test("closes and asks for directions", async () => {
    const plan = async (...rules: readonly object[]) =>
      routes(await planOf(given(ground, { rules: [gaps, ...rules] })));
    expect(
      await plan(
        total,
        quota,
        matrix([
          { from: "*", to: "town", max: 0 },
          { from: "*", to: "urban", max: 0 },
          { from: "town", to: "rural", max: 0 },
        ]),
      ),
    ).toEqual(["A>R", "A>R", "A>R"]);
    expect(
      await plan(
        total,
        matrix([
          { from: "urban", to: "rural", min: 2 },
          { from: "rural", to: "town", max: 0 },
        ]),
      ),
    ).toEqual(expect.arrayContaining(["A>R", "A>R"]));
  });

  test("the reverse is at most a part of the wanted direction", async () => {
    const reverse = matrix([
      { from: "rural", to: "urban", maxOfReverse: "1/2", min: 1 },
      { from: "*", to: "town", max: 0 },
      { from: "town", to: "*", max: 0 },
    ]);
    const basis = given(ground, { rules: [rule("stability", { level: "calm" }), total, reverse] });
    const plan = await planOf(basis);
    expect(routes(plan)).toEqual(["A>R", "A>R", "R>A"]);
    expect(
      withoutMove(
        basis,
        plan,
        plan.moves.findIndex(({ from }) => from === "A"),
      ),
    ).toContain("directionMatrix");
  });

  test("a cell of an unknown class is an issue", () => {
    expect(() => given(ground, { rules: [matrix([{ from: "urban", to: "moon", max: 0 }])] })).toThrow(
      /invalid-policy/u,
    );
  });
});
