/** One run in a process of its own: the choice as JSON in the first argument, the result as JSON on standard output. */
import { measure } from "./measure.ts";
import { scenarioOf } from "./scenarios.ts";
import { solverOf } from "./solvers.ts";

/** What one process runs. */
export interface RunChoice {
  readonly scenario: string;
  /** Absent for real lists. */
  readonly schools?: number;
  readonly seed: string;
  readonly solver: string;
  readonly timeSeconds: number;
}

const choice = JSON.parse(process.argv[2] ?? "null") as RunChoice;
const task = scenarioOf(choice.scenario).build({ schools: choice.schools ?? 0, seed: choice.seed });
const solver = solverOf(choice.solver);
try {
  console.log(JSON.stringify(await measure(task, solver, choice.timeSeconds)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await solver.close();
}
