import type { LinearProgram } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import type { Family } from "@lungang/solver-testkit";
import {
  assignmentProgram,
  bruteForce,
  degenerateProgram,
  Draws,
  equationProgram,
  generalProgram,
  mixedProgram,
  negativeProgram,
  networkProgram,
  seedOf,
  SIDE_ROW_KINDS,
} from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { createHighsSolver } from "./node.ts";

const highs = createHighsSolver();
const jslp = createJslpSolver();
const SEED = Number(process.env["LUNGANG_SEED"] ?? 20261122);
const PROGRAMS = 30;

const FAMILIES: Record<string, Family> = {
  general: generalProgram,
  assignment: assignmentProgram,
  mixed: mixedProgram,
  negative: negativeProgram,
  equations: equationProgram,
  degenerate: degenerateProgram,
  ...Object.fromEntries(SIDE_ROW_KINDS.map((kind) => [kind, (draws: Draws) => networkProgram(kind, draws)])),
};

afterAll(() => Promise.all([highs.close(), jslp.close()]));

async function answers(program: LinearProgram): Promise<(number | string)[]> {
  const options = { level: 0, limits: { relativeGap: 0 } };
  const results = await Promise.all([highs.solve(program, options), jslp.solve(program, options)]);
  const found = bruteForce(program);
  const solved = results.map((result) =>
    hasIncumbent(result) ? Math.round(result.primalBound * 1e6) / 1e6 : result.termination.reason,
  );
  return [found.feasible ? found.value : "infeasible", ...solved];
}

describe(`highs, jslp and exhaustive search agree (seed ${SEED})`, () => {
  test.each(Object.keys(FAMILIES))(`on ${PROGRAMS} programs: %s`, async (name) => {
    for (let k = 0; k < PROGRAMS; k++) {
      const seed = seedOf(SEED, k);
      const [wanted, ...got] = await answers((FAMILIES[name] as Family)(new Draws(seed)));
      expect(got, `program seed ${seed}`).toEqual([wanted, wanted]);
    }
  });
});
