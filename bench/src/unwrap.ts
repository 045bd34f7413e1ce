import type { Checked } from "@lungang/core";
import { AnswerError } from "./run.ts";

/** Returns what is inside. @throws {AnswerError} if the data or the policy of a scenario is wrong */
export function unwrap<T>(result: Checked<T>): T {
  if (result.ok) return result.value;
  throw new AnswerError(`Cannot pose the task: ${JSON.stringify(result.issues.slice(0, 3))}`);
}
