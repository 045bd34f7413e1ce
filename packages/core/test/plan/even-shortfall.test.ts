import { isDeepStrictEqual } from "node:util";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import type { Draws as Random } from "@lungang/solver-testkit";
import { Draws } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { cases, isCampaign } from "../../../../scripts/campaign-size.ts";
import type { Instance } from "../../src/instance/instance.ts";
import type { Solver } from "@lungang/program";
import type { Plan } from "../../src/plan/plan.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { resolvePolicy } from "../../src/planner/resolve-policy.ts";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import type { PlanFacts } from "../../src/recount/facts.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../small-county.ts";
import { oneOf } from "./draw.ts";
import { bestOfEveryPlan } from "./every-plan.ts";

/**
 * Shortfalls are shared out evenly: the plan against every plan of a county, compared by what every place lacks, the
 * greatest first.
 *
 * `LUNGANG_SEED` sets the first of the counties.
 */
const CASES = cases(16);
const FIRST = Number(process.env["LUNGANG_SEED"] ?? 1);
const MOST_PLANS = 5000;
/** Limits that are drawn until one binds. */
const TRIES = 12;

const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: highs });
afterAll(() => Promise.all([network.close(), highs.close()]));

const SUBJECTS = ["语文", "数学"];
const subjectOf = (subject: string) => [{ subject, main: true }];

interface Case {
  readonly instance: Instance;
  readonly params: { readonly unit: string; readonly by: "post" | "school" | "township" };
  /** Rules beside the one that shares out. */
  readonly bounds: readonly object[];
}

/** A county that lacks more than it has, and three of four with a quota or a cap that binds where one does. */
function caseOf(seed: number): Case {
  const draws = new Draws(seed);
  const ids = ["A", "B", "C", "D"].slice(0, draws.integer(2, 4));
  const schools = ids.map((id) =>
    school({ id, township: oneOf(draws, ["T1", "T2"]), coordinates: { latitude: 34, longitude: 109 } }),
  );
  const posts = ids.flatMap((at) =>
    SUBJECTS.map((subject) => post(at, draws.integer(0, 5), { id: `${at}-${subject}`, subject })),
  );
  const persons = Array.from({ length: draws.integer(3, 5) }, (_, k) =>
    teacher({
      id: `p${k}`,
      homeSchool: oneOf(draws, ids),
      residence: { latitude: 34, longitude: 109 },
      subjects: subjectOf(oneOf(draws, SUBJECTS)),
      birthDate: draws.chance(0.8) ? "1980-05-05" : "1960-05-05",
    }),
  );
  const free = { instance: countyOf({ schools, posts, persons }), params: paramsOf(draws), bounds: [] };
  return seed % 4 === 0 ? free : { ...free, bounds: bindingBounds(free, draws) };
}

/** Draws a limit by which the best spread is another one; the last drawn where none of them does it. */
function bindingBounds(free: Case, draws: Random): readonly object[] {
  const unbound = bestSpread(free);
  let bounds: readonly object[] = [];
  for (let tries = 0; tries < TRIES; tries++) {
    bounds = boundsOf(draws);
    if (!isDeepStrictEqual(bestSpread({ ...free, bounds }), unbound)) break;
  }
  return bounds;
}

function paramsOf(draws: Random): Case["params"] {
  const by = oneOf(draws, ["post", "post", "school", "township"] as const);
  return { unit: by === "township" ? "heads" : oneOf(draws, ["heads", "share"]), by };
}

function boundsOf(draws: Random): object[] {
  const share = oneOf(draws, ["20%", "40%", "60%"]);
  const caps = [
    rule("quota", { share }),
    rule("quota", { share, bound: "atMost" }),
    rule("perSchool", { maxOut: 1, maxIn: draws.integer(1, 2) }),
    rule("netInflow", { by: "township", max: 0 }),
    rule("share", { share: "1/2", set: { attr: "to.id", op: "eq", value: "A" } }),
  ];
  return [oneOf(draws, caps)];
}

/** Heads that a place needs at most: every post of a county above needs up to five. */
const MOST_NEED = { post: 5, school: 10, township: 40 };

function policyFor({ params, bounds }: Pick<Case, "params" | "bounds">, upTo: number) {
  return policyOf({
    rules: [rule("total", { max: 99 }), rule("evenShortfall", { ...params, upTo, level: "gaps" }), ...bounds],
    levels: ["compliance", "gaps"],
  });
}

/** What every place lacks, the greatest first. */
function spread({ params: { unit, by } }: Pick<Case, "params">, lacks: readonly Lack[]): readonly number[] {
  const places = new Map<string, Lack>();
  for (const { at, need, missing } of lacks) {
    const known = places.get(at[by]);
    places.set(at[by], { at, need: need + (known?.need ?? 0), missing: missing + (known?.missing ?? 0) });
  }
  return [...places.values()]
    .map(({ need, missing }) => (missing === 0 ? 0 : unit === "heads" ? missing : missing / need))
    .sort((a, b) => b - a);
}

interface Lack {
  readonly at: Readonly<Record<"post" | "school" | "township", string>>;
  readonly need: number;
  readonly missing: number;
}

function lacksOf(instance: Instance, headsAt: (school: string, subject: string) => number): readonly Lack[] {
  return instance.posts.map(({ id, school: at, subject = "", capacity = 0 }) => {
    const township = instance.schools.find((entry) => entry.id === at)?.township ?? "";
    return {
      at: { post: id, school: at, township },
      need: capacity,
      missing: Math.max(0, capacity - headsAt(at, subject)),
    };
  });
}

/** Recounted from the lines of the plan alone. */
function lacksIn(instance: Instance, moves: readonly { readonly person: string; readonly to: string }[]) {
  const goal = new Map(moves.map(({ person, to }) => [person, to]));
  return lacksOf(instance, (at, subject) => {
    const own = instance.persons.filter(({ subjects }) => subjects[0]?.subject === subject);
    return own.filter(({ id, homeSchool }) => (goal.get(id) ?? homeSchool) === at).length;
  });
}

async function planned(given: Case, solver: Solver, upTo: number): Promise<Plan | undefined> {
  const { instance } = given;
  const policy = policyFor(given, upTo);
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status === "infeasible") return undefined;
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan })).toMatchObject({ ok: true, violations: [] });
  expect(outcome.plan.levels.map(({ reason }) => reason).every((reason) => reason === "optimal")).toBe(true);
  return outcome.plan;
}

const tally = { compared: 0, infeasible: 0, binding: 0, uneven: 0, tooMany: 0 };

function bestSpread(given: Case): readonly number[] | "infeasible" | "tooMany" {
  const { instance } = given;
  const movesIn = ({ eligibility, moves }: PlanFacts) =>
    moves.map(({ person, to }) => ({
      person: eligibility.county.persons[person]?.id ?? "",
      to: eligibility.county.schools[to]?.id ?? "",
    }));
  const policy = policyFor(given, 1);
  const best = bestOfEveryPlan({ instance, policy, locks: [] }, MOST_PLANS, {
    values: (facts) => spread(given, lacksIn(instance, movesIn(facts))),
  });
  return best.status === "planned" ? best.values : best.status;
}

/** Compares a county and returns what differs. */
async function tryCase(seed: number): Promise<readonly unknown[]> {
  const given = caseOf(seed);
  const expected = bestSpread(given);
  if (expected === "tooMany") {
    tally.tooMany++;
    return [];
  }
  const upTo = MOST_NEED[given.params.by];
  const wrong: unknown[] = [];
  for (const solver of [highs, network]) {
    const plan = await planned(given, solver, upTo);
    const found = plan === undefined ? "infeasible" : spread(given, lacksIn(given.instance, plan.moves));
    if (!isDeepStrictEqual(found, expected)) wrong.push({ seed, solver: solver.name, found, expected });
  }
  if (expected === "infeasible") {
    tally.infeasible++;
    return wrong;
  }
  tally.compared++;
  if (given.bounds.length > 0 && !isDeepStrictEqual(bestSpread({ ...given, bounds: [] }), expected)) tally.binding++;
  // Where only the sum counted, another plan would be as good.
  const sum = policyOf({
    rules: [rule("total", { max: 99 }), rule("postBalance", { level: "gaps", growth: "free" }), ...given.bounds],
    levels: ["gaps"],
  });
  const plain = await planCounty({ instance: given.instance, policy: sum, solver: highs });
  if (plain.status !== "planned") throw new Error(JSON.stringify(plain));
  if (!isDeepStrictEqual(spread(given, lacksIn(given.instance, plain.plan.moves)), expected)) tally.uneven++;
  return wrong;
}

describe("leximin against every plan", () => {
  const BATCH = 8;
  const starts = Array.from({ length: Math.ceil(CASES / BATCH) }, (_, batch) => FIRST + batch * BATCH);

  test.each(starts)("on the counties from seed %d", { timeout: 300_000 }, async (start) => {
    const wrong: unknown[] = [];
    for (let seed = start; seed < Math.min(start + BATCH, FIRST + CASES); seed++) wrong.push(...(await tryCase(seed)));
    expect(wrong).toEqual([]);
  });

  test("and many have a quota or cap that binds, and share out what a sum would not", () => {
    if (isCampaign) process.stdout.write(`${JSON.stringify(tally)}\n`);
    expect(tally.compared).toBeGreaterThan(CASES / 2);
    expect(tally.binding).toBeGreaterThan(CASES / 4);
    expect(tally.uneven).toBeGreaterThan(CASES / 20);
  });
});

/** Three vacancies at A, two at B, one at C; two may leave D, where both are too many. */
const county = countyOf({
  schools: ["A", "B", "C", "D"].map((id) => school({ id, coordinates: { latitude: 34, longitude: 109 } })),
  posts: [post("A", 3), post("B", 2), post("C", 1), post("D", 0)],
  persons: ["x", "y"].map((id) =>
    teacher({ id, homeSchool: "D", residence: { latitude: 34, longitude: 109 }, subjects: subjectOf("语文") }),
  ),
});

const even = (params: object, levels = ["compliance", "gaps"]) =>
  policyOf({ rules: [rule("total", { max: 9 }), rule("evenShortfall", { level: "gaps", ...params })], levels });

async function levelsOf(params: object) {
  const outcome = await planCounty({ instance: county, policy: even(params), solver: highs });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const { moves, levels, measures } = outcome.plan;
  const known = levels.filter(({ name }) => name.startsWith("gaps"));
  return {
    to: moves.map(({ to }) => to).sort(),
    levels: Object.fromEntries(known.map(({ name, value }) => [name, value])),
    greatest: measures.find(({ rule: id }) => id === "evenShortfall")?.value,
  };
}

test("by heads the post that lacks most comes first, and the steps tell how many lack how much", async () => {
  // 3, 2, 1 become 1, 2, 1 or 2, 1, 1: two lack two or more after neither, one does.
  const { to, levels, greatest } = await levelsOf({ upTo: 3 });
  expect(to).toContain("A");
  expect(levels).toEqual({ gapsOver2: 0, gapsOver1: 1, gapsOver0: 4 });
  expect(greatest).toBe(2);
});

test("by share the posts that have nobody come first, however small", async () => {
  // One stays without anybody whatever is done: it is A, as B then lacks a half and C nothing.
  expect(await levelsOf({ unit: "share", upTo: 3 })).toEqual({
    to: ["B", "C"],
    // In sixths A lacks 6 and B 3: beyond 2/3, 1/2, 1/3 and nothing.
    levels: { gapsOver2of3: 2, gapsOver1of2: 3, gapsOver1of3: 5, gapsOver0: 9 },
    greatest: 3,
  });
});

test("beyond the last step what is more is summed, and comes first", async () => {
  expect((await levelsOf({ upTo: 1 })).levels).toEqual({ gapsOver0: 4 });
});

test("a level that is parted takes no other rule, and no other level of its name", () => {
  const document = (rules: readonly object[], levels: readonly string[]) => ({
    ...(even({}).origin.document as object),
    rules,
    levels: levels.map((name) => ({ name, unit: "points", text: { zh: "层级", en: "level" } })),
  });
  const found = (rules: readonly object[], levels: readonly string[]) => {
    const resolved = resolvePolicy(document(rules, levels));
    return resolved.ok ? resolved.value.levels.map(({ name }) => name) : resolved.issues.map(({ code }) => code);
  };
  const rules = [rule("evenShortfall", { level: "gaps", upTo: 2 })];
  expect(found(rules, ["gaps"])).toEqual(["gapsOver1", "gapsOver0"]);
  expect(found([...rules, rule("postBalance", { level: "gaps" })], ["gaps"])).toEqual(["shared-level"]);
  expect(found(rules, ["gaps", "gapsOver1"])).toEqual(["unused-level", "shared-level"]);
  expect(found([rule("evenShortfall", { level: "gaps", unit: "share", upTo: 13 })], ["gaps"])).toEqual([
    "invalid-policy",
  ]);
});

test("the levels of the steps are called in the words of the policy", () => {
  expect(even({ by: "school", upTo: 2 }).levels.map(({ text }) => text)).toEqual([
    { zh: "compliance", en: "compliance" },
    { zh: "gaps：各学校缺员超过1人的部分", en: "gaps: what a school lacks beyond 1 head" },
    { zh: "gaps：全部缺员", en: "gaps: all that is missing" },
  ]);
  expect(even({ unit: "share", upTo: 2 }).levels.at(1)?.text).toEqual({
    zh: "gaps：各岗位缺员超过需要数2分之1的部分",
    en: "gaps: what a post lacks beyond 1/2 of the need",
  });
});
