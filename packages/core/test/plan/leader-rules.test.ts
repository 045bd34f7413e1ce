import type { Instance } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Rules about principals and vice principals in counties whose best plan is known. */

const solver = createHighsSolver();

afterAll(() => solver.close());

interface Basis {
  readonly instance: Instance;
  readonly policy: Policy;
}

const outcomeOf = (basis: Basis) => planCounty({ ...basis, solver, limits: { relativeGap: 0 } });

async function planOf(basis: Basis): Promise<Plan> {
  const outcome = await outcomeOf(basis);
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ ...basis, plan: outcome.plan })).toMatchObject({ ok: true, violations: [] });
  return outcome.plan;
}

const routes = ({ moves }: Plan) => moves.map(({ person, to }) => `${person}>${to}`).sort();

const gaps = rule("postBalance", { level: "gaps" });
const total = rule("total", { max: 99 });

/** Town school U and village schools V and W; V has no principal. */
function basisOf(persons: readonly PersonInput[], rules: readonly object[], formRest: object = {}): Basis {
  const areas = { U: "urban", V: "rural", W: "rural" } as const;
  const instance = countyOf({
    schools: Object.entries(areas).map(([id, area], k) =>
      school({ id, area, coordinates: { latitude: 34 + k / 20, longitude: 109 } }),
    ),
    posts: ["U", "V", "W"].flatMap((id) => [
      office(id, "principal"),
      office(id, "vicePrincipal", id === "U" ? 1 : 0),
      post(id, 9),
    ]),
    persons: persons.map((person) => ({ residence: { latitude: 34, longitude: 109 }, ...person })),
  });
  const forms = [
    form("leaderRotation", { base: "leaderRotation", ...formRest }),
    form("rotation", { where: { any: [] } }),
  ];
  return { instance, policy: policyOf({ forms, rules: [gaps, total, ...rules], levels: ["gaps"] }) };
}

const principal = (id: string, homeSchool: string, given: Partial<PersonInput> = {}) =>
  leader({ id, personType: "principal", homeSchool, ...given });
const vice = (id: string, homeSchool: string, given: Partial<PersonInput> = {}) =>
  leader({ id, personType: "vicePrincipal", homeSchool, ...given });

describe("two-way exchange of principals (BN-02)", () => {
  const excellent = rule("prerequisite", {
    moves: {
      all: [
        { attr: "person.personType", op: "eq", value: "principal" },
        { attr: "from.area", op: "in", value: ["rural", "remote"] },
        { attr: "to.area", op: "in", value: ["urban", "town"] },
      ],
    },
    requires: { attr: "person.lastGradeExcellent", op: "eq", value: true },
  });
  const named = { named: true };
  const forced = {
    forced: [
      {
        id: "named",
        source: "test",
        when: { attr: "person.named", op: "eq", value: true },
        text: { zh: "指定", en: "named" },
      },
    ],
  };
  const graded = (grade: "excellent" | "qualified") => ({
    evaluations: [
      { year: 2023, grade },
      { year: 2022, grade: "excellent" as const },
    ],
  });

  test("a rural principal comes to town with an excellent last grade only", async () => {
    const swap = (grade: "excellent" | "qualified") => [
      principal("u", "U", named),
      principal("v", "V", { ...named, ...graded(grade) }),
      principal("w", "W", { tenureStart: "2023-09-01", offices: [{ office: "principal", start: "2023-09-01" }] }),
    ];
    const policy = (persons: readonly PersonInput[]) => {
      const basis = basisOf(persons, [excellent]);
      return {
        ...basis,
        policy: {
          ...basis.policy,
          eligibility: { ...basis.policy.eligibility, forced: policyOf({ eligibility: forced }).eligibility.forced },
        },
      };
    };
    const good = policy(swap("excellent"));
    const plan = await planOf(good);
    expect(routes(plan)).toEqual(["u>V", "v>U"]);
    expect(await outcomeOf(policy(swap("qualified")))).toMatchObject({ status: "infeasible" });
    // The same lines under worse grades: verification names the person.
    const { violations } = verifyPlan({ ...policy(swap("qualified")), plan });
    expect(violations[0]).toMatchObject({ rule: "prerequisite", about: { kind: "person", person: "v" }, amount: 1 });
  });
});

describe("new principals (YL-21, BN-03)", () => {
  const experienced = rule("prerequisite", {
    moves: {
      all: [
        { attr: "post.office", op: "eq", value: "principal" },
        { not: { attr: "person.personType", op: "eq", value: "principal" } },
      ],
    },
    requires: {
      any: [
        { attr: "person.schoolsWorked", op: "ge", value: 2, ifMissing: false },
        { attr: "person.ruralYears", op: "ge", value: 6, ifMissing: false },
        { attr: "person.weakYears", op: "ge", value: 6, ifMissing: false },
      ],
    },
  });
  const anybody = { all: [] };
  const fixed = { tenureStart: "2023-09-01", offices: [{ office: "principal" as const, start: "2023-09-01" }] };
  const persons = (given: Partial<PersonInput>) => [
    principal("u", "U", fixed),
    principal("w", "W", fixed),
    vice("a", "U", given),
    vice("b", "U"),
  ];

  test("only where the form promotes, and only with the experience", async () => {
    const plain = basisOf(persons({ schoolsWorked: 3 }), [experienced], { who: anybody });
    expect(routes(await planOf(plain)).filter((route) => route === "a>V")).toHaveLength(0);
    const principals = async (given: Partial<PersonInput>) => {
      const basis = basisOf(persons(given), [experienced], { who: anybody, promotes: true });
      const plan = await planOf(basis);
      return plan.moves.filter(({ post: at }) => at === "V-principal").map(({ person }) => person);
    };
    expect(await principals({ schoolsWorked: 3 })).toEqual(["a"]);
    expect(await principals({ ruralYears: 6 })).toEqual(["a"]);
    expect(await principals({ ruralYears: 5, schoolsWorked: 1 })).toEqual([]);
  });
});

describe("relation moves are auxiliary (BN-06)", () => {
  test("moves with relation are at most a part of those without: a share of a/(a+b)", async () => {
    const people = Array.from({ length: 6 }, (_, k) =>
      teacher({ id: `t${k}`, homeSchool: "A", honours: k < 3 ? ["backboneCounty"] : [] }),
    );
    const instance = countyOf({
      schools: [school({ id: "A" }), school({ id: "B" })].map((entry, k) => ({
        ...entry,
        coordinates: { latitude: 34 + k / 20, longitude: 109 },
      })),
      posts: [post("A", 0), post("B", 6)],
      persons: people.map((person) => ({ ...person, residence: { latitude: 34, longitude: 109 } })),
    });
    const backbone = { attr: "person.honours", op: "has", value: ["backboneCounty"] };
    const forms = [
      form("transfer", { who: { not: backbone }, relationMoves: true }),
      form("rotation", { who: backbone }),
    ];
    const half = rule("share", {
      set: { attr: "move.relationMoves", op: "eq", value: true },
      share: "1/3",
      bound: "atMost",
    });
    const basis = { instance, policy: policyOf({ forms, rules: [gaps, total, half], levels: ["gaps"] }) };
    const plan = await planOf(basis);
    // At most half as many with relation as without: one of three beside three.
    expect(plan.moves.filter(({ relationMoves }) => relationMoves)).toHaveLength(1);
    expect(plan.moves).toHaveLength(4);
  });
});
