import type { Instance } from "../../src/instance/instance.ts";
import type { Lock } from "../../src/eligibility/locks.ts";
import type { PlanRequest } from "../../src/plan/outcome.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws } from "@lungang/solver-testkit";
import { policyDocument } from "@lungang/policies";
import { generateCounty } from "@lungang/synthetic";
import { describe, expect, test } from "vitest";
import { hasError } from "../../src/instance/issue.ts";
import { decideAgain } from "../../src/eligibility/eligibility.ts";
import { lockedOtherwise } from "../../src/eligibility/locks.ts";
import { findMoves } from "../../src/moves/candidates.ts";
import type { EarlierPlan } from "../../src/planner/carry-over.ts";
import { movesAfter, preparedAfter } from "../../src/planner/carry-over.ts";
import type { Prepared } from "../../src/planner/prepare.ts";
import { prepare } from "../../src/planner/prepare.ts";
import { formulate } from "../../src/planner/formulate.ts";
import { loadInstance } from "../../src/index.ts";
import { resolvePolicy } from "../../src/policy.ts";
import { countyOf, policyOf, post, school, teacher } from "../small-county.ts";
import { oneOf, shuffled, someOf } from "./draw.ts";
import { randomCase } from "./random-county.ts";

/** What is known after an earlier plan and what is found out alone are the same to the byte, whatever is locked. */

const solver = createHighsSolver();

interface Asked {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
}

function groundOf({ instance, policy, locks }: Asked): EarlierPlan {
  const prepared = prepare(instance, policy, locks);
  return { prepared, locks, found: findMoves(prepared.eligibility, prepared.travel) };
}

/** Returns other locks: some are dropped, some added, and the rest may stand in another order. */
function otherLocks(draws: Draws, { locks }: Asked, { county }: Prepared["eligibility"]): readonly Lock[] {
  const added = Array.from({ length: draws.integer(0, 3) }, (_, k): Lock => {
    const { id } = oneOf(draws, county.persons);
    const cell = oneOf(draws, county.cells);
    const school = (county.schools[cell.school] as (typeof county.schools)[number]).id;
    const reason = `decision ${k}`;
    return oneOf<Lock>(draws, [
      { person: id, stay: true, reason },
      { person: id, school, reason },
      { person: id, post: cell.posts[0] ?? cell.key, reason },
      { person: id, forbid: school, reason },
    ]);
  });
  return shuffled(draws, [...someOf(draws, locks, 0.6), ...added]);
}

/** Returns a policy that differs in nothing that decisions depend on, or in settings that they do. */
function otherPolicy(draws: Draws, policy: Policy): Policy {
  return oneOf(draws, [
    policy,
    policy,
    { ...policy, rules: someOf(draws, policy.rules, 0.8) },
    { ...policy, candidates: { ...policy.candidates, limit: draws.integer(1, 4) } },
    { ...policy, eligibility: { ...policy.eligibility, forced: [] } },
  ]);
}

/** Compares everything that a program is made of; returns how many decisions were kept. */
function compare(ground: EarlierPlan, asked: Asked): number | undefined {
  const request: PlanRequest = { ...asked, solver };
  const after = preparedAfter(ground, request);
  const alone = prepare(asked.instance, asked.policy, asked.locks);
  expect(after.issues).toEqual(alone.issues);
  expect(after.eligibility.decisions).toEqual(alone.eligibility.decisions);
  expect(after.eligibility.inScope).toEqual(alone.eligibility.inScope);
  expect(after.eligibility.context.cellHeadcount).toEqual(alone.eligibility.context.cellHeadcount);
  if (hasError(alone.issues)) return undefined;
  const { moves } = movesAfter(ground, request, after);
  expect(moves).toEqual(findMoves(alone.eligibility, alone.travel).moves);
  const { county } = alone.eligibility;
  for (const person of county.persons.keys()) {
    expect(after.eligibility.admission.hasPost(person)).toBe(alone.eligibility.admission.hasPost(person));
    if (county.persons.length > 20) continue;
    for (const cell of county.cells.keys()) {
      const formAlone = alone.eligibility.admission.formOf(person, cell);
      expect(after.eligibility.admission.formOf(person, cell)).toBe(formAlone);
    }
  }
  const program = formulate({ ...after, moves, seed: "1" });
  expect(program).toEqual(formulate({ ...alone, moves, seed: "1" }));
  const before = ground.prepared.eligibility.decisions;
  return after.eligibility.decisions.filter((decision, person) => decision === before[person]).length;
}

test("random small counties", () => {
  let compared = 0;
  for (let seed = 5000; seed < 5100; seed++) {
    const given = randomCase(seed);
    const ground = groundOf(given);
    if (hasError(ground.prepared.issues)) continue;
    const draws = new Draws(seed);
    const locks = otherLocks(draws, given, ground.prepared.eligibility);
    const now = { ...given, policy: otherPolicy(draws, given.policy), locks };
    if (compare(ground, now) !== undefined) compared++;
  }
  expect(compared).toBeGreaterThan(40);
});

test("a county in which limits, rivals and shortages bite, one change after another", () => {
  const loaded = loadInstance(generateCounty({ seed: "locks", schools: 20, people: 500, volunteerRate: 0.1 }));
  const resolved = resolvePolicy(policyDocument("yulin-notice"), {
    settings: { document74Exemptions: "pregnancy", quotaShare: "10%", candidateLimit: 3 },
  });
  if (!loaded.ok || !resolved.ok) throw new Error("wanted a county and a policy");
  const policy = { ...resolved.value, candidates: { ...resolved.value.candidates, limit: 3 } };
  let asked: Asked = { instance: loaded.value, policy, locks: [] };
  let ground = groundOf(asked);
  const draws = new Draws(7);
  let kept = 0;
  for (let turn = 0; turn < 15; turn++) {
    const locks = otherLocks(draws, asked, ground.prepared.eligibility);
    const now = { ...asked, locks };
    const stand = compare(ground, now);
    if (stand === undefined) continue;
    const { persons } = loaded.value;
    expect(stand).toBe(persons.length - lockedOtherwise(asked.locks, locks).size);
    // The next plan comes after this one, which itself came after another.
    const request: PlanRequest = { ...now, solver };
    const prepared = preparedAfter(ground, request);
    ground = { prepared, locks, found: movesAfter(ground, request, prepared) };
    asked = now;
    kept++;
  }
  expect(kept).toBeGreaterThan(4);
});

test("a head without a record of offices is told again after a plan with other locks", () => {
  const years = { measure: "office", min: 8 } as const;
  const due = [{ id: "heads", source: "test", who: { all: [] }, years, text: { zh: "校长", en: "heads" } }];
  const given = {
    instance: countyOf({
      schools: [school({ id: "A" }), school({ id: "B" })],
      posts: [post("A", 1), post("B", 1)],
      persons: [
        teacher({ id: "head", homeSchool: "A", personType: "principal" }),
        teacher({ id: "t", homeSchool: "B" }),
      ],
    }),
    policy: policyOf({ eligibility: { due } }),
  };
  const ground = groundOf({ ...given, locks: [] });
  const told = ground.prepared.issues.map(({ code }) => code);
  expect(told).toContain("missing-offices");
  const now = { ...given, locks: [{ person: "t", stay: true as const, reason: "family" }] };
  const after = preparedAfter(ground, { ...now, solver });
  expect(after.issues).toEqual(groundOf(now).prepared.issues);
});

describe("what a lock of one person changes for others", () => {
  const at = (north: number) => ({ latitude: 34 + north / 100, longitude: 109 });
  const site = (id: string, north: number) => school({ id, coordinates: at(north) });
  const limited = (limit: number, perShortage: number): Policy => {
    const when = { attr: "person.named", op: "eq", value: true };
    const text = { zh: "点名", en: "named" };
    const policy = policyOf({ eligibility: { forced: [{ id: "named", source: "test", when, text }] } });
    return { ...policy, candidates: { ...policy.candidates, limit, perShortage } };
  };
  const movesOf = (ground: EarlierPlan, id: string) => {
    const { starts } = ground.found.moves;
    const person = ground.prepared.eligibility.county.personIndex.get(id) as number;
    return (starts[person + 1] as number) - (starts[person] as number);
  };

  test("a rival more leaves a person who must go one more refuge", () => {
    const names = Array.from({ length: 20 }, (_, k) => `S${String(k).padStart(2, "0")}`);
    const home = { homeSchool: "S00", residence: at(0) };
    const instance = countyOf({
      schools: names.map((id, k) => site(id, k)),
      posts: names.map((id, k) => post(id, k === 0 ? 2 : 1)),
      persons: [teacher({ id: "forced", named: true, ...home }), teacher({ id: "due", ...home })],
    });
    const policy = limited(1, 0);
    const asked = { instance, policy, locks: [{ person: "due", school: "S05", reason: "decided" }] };
    const [free, pinned] = [groundOf({ instance, policy, locks: [] }), groundOf(asked)];
    expect([movesOf(free, "forced"), movesOf(pinned, "forced")]).toEqual([7, 8]);
    expect(compare(free, asked)).toBe(1);
    expect(compare(pinned, { instance, policy, locks: [] })).toBe(1);
  });

  test("a person who is sent to a post in shortage sets free whom it kept as a candidate", () => {
    const instance = countyOf({
      schools: [site("home", 0), site("near", 1), site("far", 9)],
      posts: [post("home", 2), post("near", 1), post("far", 1)],
      persons: [
        teacher({ id: "closer", homeSchool: "home", residence: at(2) }),
        teacher({ id: "other", homeSchool: "home", residence: at(0) }),
      ],
    });
    const policy = limited(1, 1);
    const asked = { instance, policy, locks: [{ person: "other", school: "far", reason: "decided" }] };
    const [free, pinned] = [groundOf({ instance, policy, locks: [] }), groundOf(asked)];
    expect([movesOf(free, "closer"), movesOf(pinned, "closer")]).toEqual([2, 1]);
    expect(compare(free, asked)).toBe(1);
    expect(compare(pinned, { instance, policy, locks: [] })).toBe(1);
  });
});

test("decisions that were made with issues are not kept", () => {
  const { instance, policy } = randomCase(5000);
  const locks: readonly Lock[] = [{ person: "nobody", stay: true, reason: "x" }];
  const ground = groundOf({ instance, policy, locks });
  expect(hasError(ground.prepared.issues)).toBe(true);
  const now = { instance, policy, locks: [] };
  expect(preparedAfter(ground, { ...now, solver }).issues).toEqual(groundOf(now).prepared.issues);
  expect(() => decideAgain(ground.prepared.eligibility, policy, [])).toThrow(/with issues/);
});
