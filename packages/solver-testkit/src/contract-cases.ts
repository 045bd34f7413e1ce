import type { LinearProgram, SolveOptions } from "@lungang/program";
import { claim, claimAgrees, claimClose, claimRejects, claimSolved } from "./claims.ts";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import { ANSWERS, KNAPSACK } from "./known-answers.ts";
import { smallProgram } from "./small-program.ts";

/** Cases about the meaning of answers. */
export function contractCases(context: ConformanceContext): ConformanceCase[] {
  const program = smallProgram(KNAPSACK);
  return [
    ...answerCases(context),
    {
      name: "contract: an offset belongs to every value and bound",
      run: async () => {
        const result = claimSolved(await context.solver().solve(program, { level: 1 }), program, { level: 1 });
        claimClose(result.primalBound, 10, "value");
        claimClose(result.dualBound, 10, "dual bound");
      },
    },
    {
      name: "contract: a level that does not exist is a RangeError",
      run: () => claimRejects(context.solver().solve(program, { level: 2 }), "RangeError"),
    },
    {
      name: "contract: bounds of the wrong shape are a RangeError",
      run: () =>
        claimRejects(context.solver().solve(program, { level: 0, columnLower: new Float64Array(1) }), "RangeError"),
    },
    {
      name: "contract: the same solve gives the same point",
      run: () => sameTwice(context, program),
    },
    {
      name: "contract: the program and the options are left as they are",
      run: () => leavesInput(context, program),
    },
    {
      name: "contract: what the capabilities leave out is refused",
      run: () => refuses(context, program),
    },
  ];
}

function answerCases({ solver }: ConformanceContext): ConformanceCase[] {
  return ANSWERS.map(({ name, program: small, wanted }) => ({
    name: `answer: ${name}`,
    run: async () => {
      const program = smallProgram(small);
      const options: SolveOptions = { level: 0, limits: { relativeGap: 0 } };
      const result = await solver().solve(program, options);
      if (typeof wanted === "string") {
        claim(result.termination.reason === wanted, `wanted ${wanted}, got ${result.termination.reason}`);
        return;
      }
      claim(result.termination.reason === "optimal", `wanted optimal, got ${result.termination.reason}`);
      claimClose(claimSolved(result, program, options).primalBound, wanted, "optimum");
      claimClose(result.dualBound, wanted, "dual bound");
    },
  }));
}

async function sameTwice({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const first = claimSolved(await solver().solve(program, { level: 0 }), program, { level: 0 });
  const second = claimSolved(await solver().solve(program, { level: 0 }), program, { level: 0 });
  claim(first.reproducible && second.reproducible, "a solve that no clock ended must be reproducible");
  claim(first.values.join() === second.values.join(), `got ${first.values.join()} and then ${second.values.join()}`);
}

async function leavesInput({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const arrays = [program.columnLower, program.rows, program.values, ...program.levels.map(({ cost }) => cost)];
  const before = JSON.stringify(arrays.map((array) => [...array]));
  await claimAgrees(solver(), program, { level: 0 });
  claim(before === JSON.stringify(arrays.map((array) => [...array])), "the program was changed or handed over");
}

async function refuses({ solver, createSolver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const { capabilities } = solver();
  const unsupported = "UnsupportedModelError";
  if (!capabilities.relaxation)
    await claimRejects(solver().solve(program, { level: 0, relaxation: true }), unsupported);
  if (!capabilities.nodeLimit) {
    await claimRejects(solver().solve(program, { level: 0, limits: { nodes: 5 } }), unsupported);
  }
  if (capabilities.iterationLimit !== true) {
    await claimRejects(solver().solve(program, { level: 0, limits: { iterations: 5 } }), unsupported);
  }
  if (capabilities.maxColumns < 10_000) {
    const columns = Array.from({ length: capabilities.maxColumns + 1 }, () => ({ lower: 0, upper: 1 }));
    const other = createSolver();
    await claimRejects(other.solve(smallProgram({ columns, rows: [] }), { level: 0 }), unsupported);
    await other.close();
  }
}
