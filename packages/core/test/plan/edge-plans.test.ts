import type { Lock } from "../../src/eligibility/locks.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { PostInput, SchoolInput } from "../../src/instance/school.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Counties in which there is nothing to plan, or nothing to choose. */

const highs = createHighsSolver();
const jslp = createJslpSolver();

afterAll(() => Promise.all([highs.close(), jslp.close()]));

const at = (latitude: number) => ({ latitude, longitude: 109 });
const SCHOOLS = ["A", "B"].map((id, k) => school({ id, coordinates: at(34 + k / 10), establishment: 9 }));
const teachers = (count: number, given: Partial<PersonInput> = {}) =>
  Array.from({ length: count }, (_, k) => teacher({ id: `t${k}`, homeSchool: "A", residence: at(34), ...given }));

const RULES = [
  rule("postBalance", { level: "gaps" }),
  rule("establishment", { level: "heads" }),
  rule("quota", { share: "10%" }, { strength: "soft" }),
  rule("share", { share: "30%", set: { attr: "person.honours", op: "has", value: ["backboneCounty"] } }),
  rule("newRecruits"),
  rule("teamCap", { share: "30%" }),
  rule("perSchool", { maxOut: 3, maxIn: 3 }),
  rule("pairBalance", { forms: ["rotation"] }),
  rule("nearness", { level: "near" }),
  rule("wishes", { level: "near" }),
  rule("tenure", { level: "near" }),
  rule("fairBurden", { level: "near" }),
  rule("stability", { level: "near" }),
];

interface Ground {
  readonly schools?: readonly SchoolInput[];
  readonly posts?: readonly PostInput[];
  readonly persons?: readonly PersonInput[];
  readonly locks?: readonly Lock[];
  readonly rules?: readonly object[];
}

/** Plans with both backends, which have to say the same, and returns what they say. */
async function outcomeOf({ schools = SCHOOLS, posts = [], persons = [], locks = [], rules = RULES }: Ground) {
  const instance = countyOf({ schools, posts, persons });
  const policy = policyOf({
    rules,
    levels: ["compliance", "gaps", "heads", "near"],
    forms: [form("rotation"), form("recruit")],
  });
  const answers = [];
  for (const solver of [highs, jslp]) {
    const outcome = await planCounty({ instance, policy, locks, solver, limits: { relativeGap: 0 } });
    if (outcome.status !== "planned") {
      answers.push({ status: outcome.status });
      continue;
    }
    const { plan } = outcome;
    expect(verifyPlan({ instance, policy, locks, plan })).toMatchObject({ ok: true });
    answers.push({
      status: "planned",
      moves: plan.moves.map(({ person, post: to }) => `${person}>${to}`),
      stays: plan.stays.map(({ person, reason }) => `${person} ${reason}`),
      values: plan.levels.map(({ value }) => value),
      reason: plan.termination.reason,
    });
  }
  expect(answers[1]).toEqual(answers[0]);
  return answers[0];
}

const nothing = { status: "planned", moves: [], reason: "optimal" };

describe("a county", () => {
  test("without schools and people", async () => {
    expect(await outcomeOf({ schools: [] })).toEqual({ ...nothing, stays: [], values: [0, 0, 0, 0, 0] });
  });

  test("without people", async () => {
    const posts = [post("A", 2), post("B", 1)];
    expect(await outcomeOf({ posts })).toMatchObject({ ...nothing, values: [0, 3, 18, 0, 0] });
  });

  test("of one school", async () => {
    const given = { schools: SCHOOLS.slice(0, 1), posts: [post("A", 2)], persons: teachers(2) };
    const stays = ["t0 noPost", "t1 noPost"];
    expect(await outcomeOf(given)).toMatchObject({ ...nothing, stays });
  });

  test("in which nobody is due", async () => {
    const persons = teachers(3, { tenureStart: "2023-09-01" });
    expect(await outcomeOf({ posts: [post("A", 0), post("B", 3)], persons })).toMatchObject({
      ...nothing,
      stays: ["t0 notDue", "t1 notDue", "t2 notDue"],
      values: [0, 3, 15, 0, 0],
    });
  });

  test("in which everybody is exempt", async () => {
    const persons = teachers(3, { sex: "female", statuses: [{ code: "pregnancy" }] });
    expect(await outcomeOf({ posts: [post("A", 0), post("B", 3)], persons })).toMatchObject({
      ...nothing,
      stays: ["t0 exempt", "t1 exempt", "t2 exempt"],
    });
  });

  test("in which nobody works in scope", async () => {
    const persons = teachers(2, { inPost: false });
    expect(await outcomeOf({ posts: [post("B", 2)], persons })).toMatchObject({ ...nothing, stays: [] });
  });

  test("whose posts are all full: the soft quota gives", async () => {
    const posts = [post("A", 3), post("B", 0)];
    expect(await outcomeOf({ posts, persons: teachers(3) })).toMatchObject({ ...nothing, values: [1, 0, 15, 0, 0] });
  });

  test("whose posts are all full: the hard quota is infeasible", async () => {
    const rules = RULES.map((entry) => (entry.rule === "quota" ? { ...entry, strength: "hard" } : entry));
    expect(await outcomeOf({ posts: [post("A", 3), post("B", 0)], persons: teachers(3), rules })).toEqual({
      status: "infeasible",
    });
  });

  test("whose people are all pinned", async () => {
    const locks = ["t0", "t1"].map((person) => ({ person, post: "B-语文", reason: "decided" }));
    const rules = RULES.filter((entry) => !["pairBalance", "share"].includes(entry.rule));
    const posts = [post("A", 2), post("B", 2)];
    expect(await outcomeOf({ posts, persons: teachers(2), locks, rules })).toMatchObject({
      status: "planned",
      moves: ["t0>B-语文", "t1>B-语文"],
    });
    expect(await outcomeOf({ posts: [post("A", 2), post("B", 1)], persons: teachers(2), locks, rules })).toEqual({
      status: "infeasible",
    });
  });

  test("whose people are all held", async () => {
    const locks = ["t0", "t1"].map((person) => ({ person, stay: true as const, reason: "decided" }));
    expect(await outcomeOf({ posts: [post("A", 0), post("B", 2)], persons: teachers(2), locks })).toMatchObject({
      ...nothing,
      stays: ["t0 locked", "t1 locked"],
    });
  });

  test("that wants what its data cannot say is refused before any solve", async () => {
    const persons = teachers(1).map(({ residence: _residence, ...person }) => person);
    expect(await outcomeOf({ posts: [post("B", 1)], persons })).toEqual({ status: "invalid" });
  });
});
