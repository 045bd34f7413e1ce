import type { Solver } from "@lungang/core";
import { SolverFailedError } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs";
import { createJslpSolver } from "@lungang/solver-jslp";
import { afterAll, describe, expect, test } from "vitest";
import { answerOf, expectedOf, isSound } from "./answers.ts";
import { NEWER, newerCase } from "./newer-rules.ts";

/** Rules about spread and flow: both backends against trying every plan. */

const CASES = Number(process.env["LUNGANG_CAMPAIGN"] ?? 40);
const FIRST = Number(process.env["LUNGANG_SEED"] ?? 1);

const SOLVERS: readonly Solver[] = [createHighsSolver(), createJslpSolver()];

afterAll(() => Promise.all(SOLVERS.map((solver) => solver.close())));

/** A backend may refuse an answer that it cannot prove; then there is nothing to compare. */
function refusal(error: unknown) {
  if (error instanceof SolverFailedError) return { status: "refused" };
  throw error;
}

describe("highs, jslp and trying every plan agree", () => {
  const names = Object.keys(NEWER);
  const groups = [...names.map((name) => [name, [name]] as const), ["any of them", names] as const];

  test.each(groups)("on counties with %s", { timeout: 300_000 }, async (rule, rules) => {
    let compared = 0;
    for (let seed = FIRST; seed < FIRST + CASES; seed++) {
      const given = newerCase(seed, rules);
      if (!isSound(given)) continue;
      const expected = expectedOf(given);
      if (expected === undefined) continue;
      for (const solver of SOLVERS) {
        const answer = await answerOf(given, solver).catch(refusal);
        if (answer.status === "invalid" || answer.status === "refused") continue;
        compared++;
        expect({ seed, solver: solver.name, ...answer }).toEqual({ seed, solver: solver.name, ...expected });
      }
    }
    if (process.env["LUNGANG_CAMPAIGN"] !== undefined) process.stdout.write(`${rule}: ${compared} compared\n`);
    expect(compared).toBeGreaterThan(CASES / 2);
  });
});
