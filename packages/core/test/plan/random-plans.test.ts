import { isDeepStrictEqual } from "node:util";
import type { LinearProgram, Solver } from "@lungang/program";
import { SolverFailedError, UnsupportedModelError } from "@lungang/program";
import { programOf } from "../../src/planner/program-of.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import { bruteForce } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { RULE_NAMES } from "../../src/rules/registry.ts";
import { answerOf, expectedOf, isSound } from "./answers.ts";
import { randomCase } from "./random-county.ts";
import { cases, isCampaign } from "../../../../scripts/campaign-size.ts";

/**
 * Plans of both backends against trying every plan, on counties of no sense.
 *
 * `LUNGANG_SEED` sets the first of the counties.
 */
const CASES = cases(66);
const FIRST = Number(process.env["LUNGANG_SEED"] ?? 1);
/** Cases in one test, so that a failure is near its seed. */
const BATCH = 20;

const highs = createHighsSolver();
const jslp = createJslpSolver();
const SOLVERS: readonly Solver[] = [highs, jslp];

/** Trying every plan takes up to half a minute, and on a busy machine several times that. */
const PATIENT = { timeout: 300_000 };

afterAll(() => Promise.all(SOLVERS.map((solver) => solver.close())));

/**
 * The guards of the port may refuse what a backend says, or what it would be asked: jslp takes no coefficient beyond its
 * capabilities. No answer, but no wrong one either.
 */
function refusal(error: unknown): { readonly status: "refused" } {
  if (error instanceof SolverFailedError || error instanceof UnsupportedModelError) return { status: "refused" };
  throw error;
}

const tally = {
  planned: 0,
  infeasible: 0,
  /** Answers compared, by backend. */
  highs: 0,
  jslp: 0,
  /** Not compared: jslp was stopped, or refused what it does not take or could not prove. */
  stopped: 0,
  refused: 0,
  /** Not compared: more plans than can be tried, or data and policy that do not fit each other. */
  tooMany: 0,
  unsound: 0,
  invalid: 0,
};
const compared = new Map<string, number>();

/** Compares a case and counts what came of it; returns answers that differ. */
async function tryCase(seed: number): Promise<readonly object[]> {
  const given = randomCase(seed);
  if (!isSound(given)) {
    tally.unsound++;
    return [];
  }
  const expected = expectedOf(given);
  if (expected === undefined) {
    tally.tooMany++;
    return [];
  }
  const wrong: object[] = [];
  let counted = false;
  for (const solver of SOLVERS) {
    const found = await answerOf(given, solver).catch(refusal);
    if (found.status === "invalid") {
      tally.invalid++;
      return [];
    }
    if (!counted) tally[expected.status]++;
    counted = true;
    if (solver === jslp && (found.status === "refused" || found.status === "stopped")) {
      tally[found.status]++;
      continue;
    }
    tally[solver === highs ? "highs" : "jslp"]++;
    if (!isDeepStrictEqual(found, expected)) wrong.push({ seed, solver: solver.name, found, expected });
  }
  for (const name of new Set(given.policy.rules.map(({ rule }) => rule)))
    compared.set(name, (compared.get(name) ?? 0) + 1);
  return wrong;
}

describe("highs, jslp and trying every plan agree", () => {
  const starts = Array.from({ length: Math.ceil(CASES / BATCH) }, (_, batch) => FIRST + batch * BATCH);

  test.each(starts)("on the counties from seed %d", { timeout: 120_000 }, async (start) => {
    const wrong: object[] = [];
    for (let seed = start; seed < Math.min(start + BATCH, FIRST + CASES); seed++) wrong.push(...(await tryCase(seed)));
    expect(wrong).toEqual([]);
  });

  test("and the counties are of every kind", () => {
    if (isCampaign) process.stdout.write(`${JSON.stringify({ ...tally, ...Object.fromEntries(compared) })}\n`);
    expect(tally.planned).toBeGreaterThan(CASES / 3);
    expect(tally.infeasible).toBeGreaterThan(CASES / 10);
    expect(tally.planned + tally.infeasible).toBeGreaterThan(CASES * 0.8);
    // Shares that are rounded to the nearer number double the coefficients of their rows, which jslp refuses sooner, and
    // a level that is parted takes it as many solves as it has steps.
    expect(tally.refused + tally.stopped).toBeLessThanOrEqual(CASES / 20);
    for (const name of RULE_NAMES) expect([name, compared.get(name)]).not.toEqual([name, undefined]);
  });
});

/** Nothing in these programs can reach more, and trying ten millions of values takes too long. */
const MOST_VALUE = 12;

/** How many points a program has, rows aside, as a power of two. */
function sizeOf({ columnLower, columnUpper }: LinearProgram): number {
  return columnLower.reduce(
    (sum, lower, k) => sum + Math.log2(Math.min(columnUpper[k] ?? 0, MOST_VALUE) - lower + 1),
    0,
  );
}

/** The levels of a program one after the other, each over the points that keep the values of those before. */
function levelByLevel(program: LinearProgram): readonly number[] | "infeasible" {
  const columnUpper = program.columnUpper.map((upper) => Math.min(upper, MOST_VALUE));
  const values: number[] = [];
  const cuts = [];
  for (const [level, { cost, offset, name }] of program.levels.entries()) {
    if (name === "lottery") break;
    const found = bruteForce(program, { level, cuts, columnUpper });
    if (!found.feasible) return "infeasible";
    values.push(found.value);
    const columns = Int32Array.from(cost.keys()).filter((column) => cost[column] !== 0);
    cuts.push({
      lower: -Infinity,
      upper: found.value - offset,
      columns,
      values: Float64Array.from(columns, (column) => cost[column] as number),
    });
  }
  return values;
}

describe("every point of the program tried level by level", () => {
  const MOST_SIZE = 32;

  test("gives the level values of the plan", PATIENT, async () => {
    let tried = 0;
    for (let seed = FIRST + 100_000; seed < FIRST + 100_000 + Math.min(CASES, 400); seed++) {
      const given = randomCase(seed, { people: [2, 4] });
      if (!isSound(given)) continue;
      const program = programOf(given.instance, given.policy, { locks: given.locks });
      if (!program.ok || sizeOf(program.value) > MOST_SIZE) continue;
      tried++;
      const expected = levelByLevel(program.value);
      const found = await answerOf(given, highs);
      expect([seed, found.values ?? found.status]).toEqual([seed, expected]);
    }
    expect(tried).toBeGreaterThan(20);
  });
});
