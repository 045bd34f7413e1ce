import { hasIncumbent } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws, networkProgram, seedOf } from "@lungang/solver-testkit";
import { afterAll, expect, test } from "vitest";
import { createNetworkSolver } from "./node.ts";

/** Enough people that some levels are searched between the point in hand and the relaxation. */
const MOVERS = 30;
const PROGRAMS = 20;

const highs = createHighsSolver();
const network = createNetworkSolver({
  finisher: createHighsSolver(),
  fewColumns: 0,
  siftFrom: 0,
  provable: 0,
  near: 8,
});

afterAll(() => Promise.all([highs.close(), network.close()]));

test("levels that are searched between the point in hand and the relaxation end at the optimum", async () => {
  let searched = 0;
  for (let k = 0; k < PROGRAMS; k++) {
    const program = networkProgram("counts", new Draws(seedOf(5, k)), MOVERS);
    for (const level of program.levels.keys()) {
      const options = { level, limits: { relativeGap: 0 } };
      const answer = await network.solve(program, options);
      if (!hasIncumbent(answer) || !answer.rawStatus.includes("columns between two points: Optimal")) continue;
      searched++;
      const wanted = await highs.solve(program, options);
      expect([k, answer.primalBound]).toEqual([k, hasIncumbent(wanted) && wanted.primalBound]);
    }
  }
  expect(searched).toBeGreaterThan(PROGRAMS / 4);
});
