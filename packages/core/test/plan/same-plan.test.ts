import type { InstanceInput } from "../../src/instance/instance.ts";
import type { Lock } from "../../src/eligibility/locks.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { PlanLimits, PlanOutcome } from "../../src/plan/outcome.ts";
import { canonicalJson } from "../../src/instance/canonical-json.ts";
import { hasError } from "../../src/instance/issue.ts";
import { loadInstance } from "../../src/instance/load.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { resolvePolicy } from "../../src/planner/resolve-policy.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { policyDocument } from "@lungang/policies";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws } from "@lungang/solver-testkit";
import { generateCounty } from "@lungang/synthetic";
import { afterAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/planner/prepare.ts";
import { shuffled } from "./draw.ts";
import type { RandomCase } from "./random-county.ts";
import { randomCase, readCase } from "./random-county.ts";

/** What must not change a plan, and what must be told when it did. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const isSound = ({ instance, policy, locks }: RandomCase) => !hasError(prepare(instance, policy, locks).issues);

/** Sound random cases from a seed on. */
function cases(first: number, count: number): RandomCase[] {
  const found: RandomCase[] = [];
  for (let seed = first; found.length < count; seed++) {
    const given = randomCase(seed);
    if (isSound(given)) found.push(given);
  }
  return found;
}

async function planOf(
  given: Pick<RandomCase, "instance" | "policy" | "locks">,
  limits: PlanLimits = { relativeGap: 0 },
) {
  const { instance, policy, locks } = given;
  const outcome = await planCounty({ instance, policy, locks, solver, limits });
  // Durations are the only thing that may differ.
  return { ...outcome, seconds: {} };
}

/** Everything a user can tell apart, durations left out. */
function bytesOf(outcome: PlanOutcome): string {
  return canonicalJson(outcome.status === "planned" ? outcome.plan : outcome);
}

test("rows in another order give the same bytes", async () => {
  for (const given of cases(500, 28)) {
    const draws = new Draws(given.seed);
    const { schools, posts, persons } = given.document;
    const document: InstanceInput = {
      ...given.document,
      schools: shuffled(draws, schools).map((school) => ({ ...school, zones: shuffled(draws, school.zones ?? []) })),
      posts: shuffled(draws, posts),
      persons: shuffled(draws, persons),
    };
    const turned = { ...readCase(document, given.policyDocument), locks: given.locks };
    expect([given.seed, bytesOf(await planOf(turned))]).toEqual([given.seed, bytesOf(await planOf(given))]);
  }
});

/** Gives everything another id, in an order that has nothing to do with the old one. */
function renamed(given: RandomCase): Pick<RandomCase, "instance" | "policy" | "locks"> {
  const draws = new Draws(given.seed + 7);
  const { schools, posts, persons } = given.document;
  const groups = ["T1", "T2", "Z1", "Z2", "L1", "L2", "G1", "P1", "P2"];
  const all = [...schools, ...persons, ...(posts ?? [])].map(({ id }) => id).concat(groups);
  const numbers = shuffled(
    draws,
    all.map((_, k) => k),
  );
  const names = new Map(all.map((id, k) => [id, `n${String(numbers[k]).padStart(3, "0")}`]));
  const newName = (id: string) => names.get(id) ?? id;
  const text = JSON.stringify(
    { document: given.document, locks: given.locks, policy: given.policyDocument },
    (key, value: unknown) => {
      if (typeof value === "string" && key !== "name") return newName(value);
      if (key !== "bySchool") return value;
      return Object.fromEntries(
        Object.entries(value as object).map(([id, limits]) => [newName(id), limits as unknown]),
      );
    },
  );
  const { document, locks, policy } = JSON.parse(text) as { document: InstanceInput; locks: Lock[]; policy: object };
  return { ...readCase(document, policy), locks };
}

test("other ids give the same values of all levels, the lottery included", async () => {
  for (const given of cases(900, 40)) {
    const [a, b] = [await planOf(given), await planOf(renamed(given))];
    expect([given.seed, b.status]).toEqual([given.seed, a.status]);
    if (a.status !== "planned" || b.status !== "planned") continue;
    const values = (plan: Plan) => plan.levels.map(({ name, value }) => [name, value]);
    expect([given.seed, values(b.plan)]).toEqual([given.seed, values(a.plan)]);
    expect(b.plan.moves.length).toBe(a.plan.moves.length);
  }
});

test("other seeds of the lottery give the same values of all other levels", async () => {
  let differ = 0;
  for (const { seed, instance, policy, locks } of cases(1500, 28)) {
    const found = [];
    for (const draw of ["1", "2", "three"]) {
      const outcome = await planCounty({ instance, policy, locks, solver, seed: draw, limits: { relativeGap: 0 } });
      if (outcome.status === "planned") found.push(outcome.plan);
    }
    const [first, ...others] = found;
    if (first === undefined) continue;
    const values = ({ levels }: Plan) => levels.slice(0, -1).map(({ value }) => value);
    for (const plan of others) expect([seed, values(plan)]).toEqual([seed, values(first)]);
    if (others.some(({ moves }) => canonicalJson(moves) !== canonicalJson(first.moves))) differ++;
  }
  expect(differ).toBeGreaterThan(0);
});

test("a tolerance keeps the levels as the plan states them", async () => {
  for (const given of cases(2500, 40)) {
    const document = given.policyDocument as { levels: readonly object[] };
    const levels = document.levels.map((level, k) => ({ ...level, tolerance: k === 0 ? 3 : 1 }));
    const loose = { ...given, ...readCase(given.document, { ...document, levels }) };
    const outcome = await planOf(loose);
    if (outcome.status !== "planned") continue;
    const report = verifyPlan({
      instance: loose.instance,
      policy: loose.policy,
      locks: given.locks,
      plan: outcome.plan,
    });
    expect([given.seed, report.ok, report.violations.filter(({ strength }) => strength === "hard")]).toEqual([
      given.seed,
      true,
      [],
    ]);
  }
});

/** A county with enough choice that a limit can stop its planning. */
function middleCounty() {
  const loaded = loadInstance(generateCounty({ seed: "limits", schools: 12, people: 480 }));
  const resolved = resolvePolicy(policyDocument("detailed-measures"));
  if (!loaded.ok || !resolved.ok) throw new Error("the made-up county is wrong");
  return { instance: loaded.value, policy: resolved.value, locks: [] };
}

describe("limits", () => {
  const county = middleCounty();

  /** What a plan that a limit ended has to say: nothing, or that it cannot be repeated. */
  function endOf(outcome: PlanOutcome) {
    if (outcome.status !== "planned") return outcome.status === "stopped" ? outcome.termination : outcome.status;
    const { limit, reproducible, reason } = outcome.plan.termination;
    const { ok } = verifyPlan({ ...county, plan: outcome.plan });
    return reason === "optimal" ? { reason, ok } : { reason, ok, limit, reproducible };
  }

  test.each([1e-6, 0.02, 0.05, 0.1, 0.15, 0.3])(
    "a clock of %d s leaves nothing, or what cannot be repeated",
    async (timeSeconds) => {
      expect([
        { reason: "noSolutionFound", limit: "time" },
        { reason: "feasible", ok: true, limit: "time", reproducible: false },
        { reason: "optimal", ok: true },
      ]).toContainEqual(endOf(await planOf(county, { timeSeconds })));
    },
  );

  test("a signal that was given before planning stops it", async () => {
    const outcome = await planCounty({ ...county, solver, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ status: "stopped", termination: { limit: "interrupted" } });
  });

  test.each([1, 2, 3, 4, 5, 6])("a signal at level %d keeps what was found before", async (level) => {
    const abort = new AbortController();
    const outcome = await planCounty({
      ...county,
      solver,
      signal: abort.signal,
      onProgress: (progress) => {
        if (progress.phase === "level" && progress.index >= level) abort.abort();
      },
    });
    expect([
      { reason: "noSolutionFound", limit: "interrupted" },
      { reason: "feasible", ok: true, limit: "interrupted", reproducible: false },
    ]).toContainEqual(endOf(outcome));
  });

  test("a node limit can be repeated", async () => {
    const [a, b] = [await planOf(county, { nodes: 1 }), await planOf(county, { nodes: 1 })];
    expect(bytesOf(b)).toBe(bytesOf(a));
    expect(a).toMatchObject({ status: "planned", plan: { termination: { reproducible: true } } });
  });
});
