import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import type { PersonInput } from "../../src/index.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan, verifyRoster } from "../../src/planner/verify-plan.ts";
import { countyOf, leader, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Spouses are not leader and subordinate at one school. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const HERE = { latitude: 34, longitude: 109 };

/** The teacher of A is due; near by is N, where the spouse works, and F is far. */
function ground(spouse: Partial<PersonInput> & Pick<PersonInput, "personType">, more: Partial<PersonInput> = {}) {
  const who = { id: "spouse", homeSchool: "N", residence: HERE, ...spouse };
  return countyOf({
    schools: ["A", "N", "F"].map((id, k) => school({ id, coordinates: { ...HERE, latitude: 34 + k / 10 } })),
    posts: [post("A", 1), post("N", 2), post("F", 2)],
    persons: [
      teacher({ id: "who", homeSchool: "A", residence: HERE, spouse: "spouse", ...more }),
      spouse.personType === "teacher" ? teacher({ tenureStart: "2023-09-01", ...who }) : leader(who),
    ],
  });
}

const policyWith = (params: object = {}) =>
  policyOf({
    rules: [rule("quota", { share: "100%" }), rule("nearness", { level: "near" }), rule("avoidance", params)],
    levels: ["compliance", "near"],
  });

async function goals(instance: ReturnType<typeof ground>, params: object = {}) {
  const policy = policyWith(params);
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  return outcome.plan.moves.map(({ person, to }) => `${person}>${to}`);
}

const HEAD = { personType: "vicePrincipal" as const, tenureStart: "2023-09-01", offices: [] };

test("nobody goes to the school that the spouse leads, and to any other", async () => {
  expect(await goals(ground(HEAD))).toEqual(["who>F"]);
  expect(await goals(ground({ personType: "teacher" }))).toEqual(["who>N"]);
  expect(await goals(ground({ personType: "teacher", leadershipTeam: true }))).toEqual(["who>F"]);
});

test("who leads is what the policy says", async () => {
  expect(await goals(ground(HEAD), { leaders: { any: [] } })).toEqual(["who>N"]);
  const women = { attr: "person.sex", op: "eq", value: "female" };
  expect(await goals(ground({ personType: "teacher" }, { sex: "female" }), { leaders: women })).toEqual(["who>F"]);
});

test("two who both move do not end at one school", async () => {
  const both = ground({ personType: "teacher", homeSchool: "A", tenureStart: "2010-09-01", leadershipTeam: true });
  const posts = both.posts.map((entry) => (entry.id === "A-语文" ? { ...entry, capacity: 2 } : entry));
  expect((await goals({ ...both, posts })).map((line) => line.slice(-1)).sort()).toEqual(["F", "N"]);
});

test("written by hand, the two at one school are refused by name", () => {
  const instance = ground(HEAD);
  const { violations } = verifyRoster({
    instance,
    policy: policyWith(),
    moves: [{ person: "who", to: "N", post: "N-语文" }],
  });
  const found = violations.filter(({ rule: id }) => id === "avoidance");
  expect(found).toMatchObject([{ about: { kind: "person", person: "who" }, finding: { code: "avoidance.together" } }]);
});
