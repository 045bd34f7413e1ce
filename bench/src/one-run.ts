/**
 * One run in a process of its own: the choice as JSON in the first argument, the result as JSON on standard output; what a
 * run that its limit ended had used, with exit code 1.
 */
import { measureFiles } from "./files.ts";
import { measurePlan } from "./measure.ts";
import type { RunChoice } from "./run.ts";
import { UnfinishedError } from "./run.ts";
import { scenarioOf } from "./scenarios.ts";
import { measureQuestions } from "./questions.ts";
import { measureSingle } from "./single.ts";
import { measureWhatIf } from "./what-if.ts";
import { measureYears } from "./years.ts";

const choice = JSON.parse(process.argv[2] ?? "null") as RunChoice;
const task = await scenarioOf(choice.scenario).build({ schools: choice.schools ?? 0, seed: choice.seed });
const measure = {
  plan: measurePlan,
  single: measureSingle,
  whatIf: measureWhatIf,
  questions: measureQuestions,
  files: measureFiles,
  years: measureYears,
}[choice.kind];
try {
  console.log(JSON.stringify(await measure(task, choice)));
} catch (error) {
  if (error instanceof UnfinishedError) console.log(JSON.stringify(error.spent));
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
