import type { Solver } from "@lungang/program";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import { contractCases } from "./contract-cases.ts";
import { claim, ConformanceError } from "./claims.ts";
import { limitCases } from "./limit-cases.ts";
import { magnitudeCases } from "./magnitude-cases.ts";
import type { TestModel } from "./model-cases.ts";
import { modelCases } from "./model-cases.ts";
import { optionCases } from "./option-cases.ts";
import { randomCases } from "./random-cases.ts";
import { smallProgram } from "./small-program.ts";

/**
 * A test that a backend is known to fail.
 *
 * @public
 */
export interface ConformanceSkip {
  readonly test: string;
  readonly reason: string;
}

/**
 * Options of {@link conformanceTests}.
 *
 * @public
 */
export interface ConformanceOptions {
  /** @defaultValue none */
  readonly skips?: readonly ConformanceSkip[];
  /** @defaultValue 1 */
  readonly seed?: number;
  /** Programs drawn from each random family. @defaultValue 20 */
  readonly programs?: number;
  /** Models of javascript-lp-solver with their results, see `readModels`. @defaultValue none */
  readonly models?: readonly TestModel[];
  /** Seconds for each of those models. @defaultValue 30 */
  readonly patience?: number;
}

/**
 * Returns the tests that every backend has to pass.
 *
 * One solver serves all of them in their order, as it would a chain of levels; the last closes it. A skipped test is run
 * all the same and fails if it passes, so no skip outlives its reason.
 *
 * @throws {RangeError} if a skip names no test
 * @public
 */
export function conformanceTests(createSolver: () => Solver, options: ConformanceOptions = {}): ConformanceCase[] {
  let solver: Solver | undefined;
  const context: ConformanceContext = {
    solver: () => (solver ??= createSolver()),
    createSolver,
    seed: options.seed ?? 1,
    programs: options.programs ?? 20,
    patience: options.patience ?? 30,
  };
  const cases = [
    ...contractCases(context),
    ...optionCases(context),
    ...randomCases(context),
    ...magnitudeCases(context),
    ...limitCases(context),
    ...modelCases(context, options.models ?? []),
    { name: "close: ends the worker, a later solve starts a new one", run: () => closes(context) },
  ];
  const skips = new Map((options.skips ?? []).map((skip) => [skip.test, skip.reason]));
  for (const test of skips.keys()) {
    if (!cases.some(({ name }) => name === test)) throw new RangeError(`Cannot skip "${test}": no such test`);
  }
  return cases.map((test) => {
    const reason = skips.get(test.name);
    return reason === undefined ? test : expectFailure(test, reason);
  });
}

function expectFailure({ name, run }: ConformanceCase, reason: string): ConformanceCase {
  return {
    name: `${name} (skipped: ${reason})`,
    run: async () => {
      const failed = await run().then(
        () => false,
        () => true,
      );
      if (!failed) throw new ConformanceError(`"${name}" is skipped, but it passes; remove the skip`);
    },
  };
}

async function closes({ solver }: ConformanceContext): Promise<void> {
  const program = smallProgram({ columns: [{ lower: 0, upper: 3, costs: [-1] }], rows: [] });
  await solver().close();
  const result = await solver().solve(program, { level: 0 });
  claim(result.primalBound === -3, `wanted -3 after close, got ${result.primalBound}`);
  await solver().close();
}
