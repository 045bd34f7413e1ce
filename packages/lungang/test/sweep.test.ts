import type { SolveOptions, Solver } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { expect, test } from "vitest";
import { openSession } from "../src/index.ts";
import { smallCase } from "./county.ts";

/** Returns a loader whose solvers note what is asked of each. */
function noting() {
  const asked: SolveOptions[][] = [];
  const loadSolver = () => {
    const solver = createHighsSolver();
    const { name, version, capabilities } = solver;
    const own: SolveOptions[] = [];
    asked.push(own);
    const value: Solver = {
      name,
      version,
      capabilities,
      close: () => solver.close(),
      solve: (program, options) => {
        own.push(options);
        return solver.solve(program, options);
      },
    };
    return Promise.resolve({ ok: true as const, value, warnings: [] });
  };
  return { asked, loadSolver };
}

test("a long sweep is shared among three solvers and leaves open what decides nothing; a short one is proven whole", async () => {
  const { asked, loadSolver } = noting();
  const session = openSession({ loadSolver });
  try {
    const outcome = await session.plan(await smallCase(), { solver: "highs" });
    const explanations = session.explain(outcome);
    const points = Array.from({ length: 13 }, (_, at) => ({ quotaShare: `${20 + 5 * at}%` }));
    const isShort = ({ limits }: SolveOptions) => limits?.nodes === 100;
    const few = await explanations.sweep(points.slice(0, 12));
    expect([asked.length, asked.flat().some(isShort)]).toEqual([3, false]);
    for (const own of asked) own.length = 0;
    const many = await explanations.sweep(points);
    expect(asked.map((own) => own.length > 0)).toEqual([true, true, true]);
    expect(asked.flat().some(isShort)).toBe(true);
    if (!few.ok || !many.ok) throw new Error("refused");
    const leads = (told: typeof few.value) => told.map(({ value: { price } }) => price?.lead);
    expect(leads(many.value).slice(0, 12)).toEqual(leads(few.value));
  } finally {
    await session.close();
  }
});
