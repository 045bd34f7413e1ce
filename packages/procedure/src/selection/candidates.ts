import type { Issue } from "@lungang/core";
import type { RecordableStep, StepRecord } from "../steps/recorded-steps.ts";
import { recordedSteps } from "../steps/recorded-steps.ts";

/**
 * A step of a selection: recorded once for all, done by the application itself, or recorded of each candidate.
 *
 * @public
 */
export interface SelectionStep extends Omit<RecordableStep, "gate"> {
  readonly recorded: "once" | "byApplication" | "each";
}

/**
 * What was recorded of a step for a candidate; without a person for all.
 *
 * @public
 */
export interface SelectionRecord extends StepRecord {
  readonly person?: string | undefined;
}

/**
 * How far a candidate came: approved where `stoppedAt` is null.
 *
 * @public
 */
export interface Candidate {
  readonly person: string;
  /** Steps passed, in their order. */
  readonly passed: readonly string[];
  readonly stoppedAt: string | null;
  /** Whether the step where it ended was failed or is not recorded; null for who was approved. */
  readonly because: "failed" | "open" | null;
}

/**
 * Finds which applicants passed every step of a selection; only they may be appointed (XR-04).
 *
 * @param people - everybody who applied, each once
 * @returns the candidates in the order of the people, and what is wrong with the records
 * @public
 */
export function candidatesOf(
  steps: readonly SelectionStep[],
  people: readonly string[],
  records: readonly SelectionRecord[],
): { readonly candidates: readonly Candidate[]; readonly issues: readonly Issue[] } {
  const gates = steps.map(({ recorded: _recorded, ...step }) => ({ ...step, gate: true }));
  const once = records.filter(({ person }) => person === undefined);
  const found = people.map((person) => {
    const applied = steps.flatMap(({ id, recorded }) =>
      recorded === "byApplication" ? [{ at: -1, step: id, passed: true }] : [],
    );
    const own = [...once, ...applied, ...records.filter((record) => record.person === person)];
    return { person, ...recordedSteps(gates, own) };
  });
  const issues = new Map(found.flatMap((one) => one.issues.map((issue) => [JSON.stringify(issue), issue])));
  return {
    candidates: found.map(({ person, steps: standings }): Candidate => {
      const stop = standings.findIndex(({ state }) => state !== "passed");
      const passed = standings.slice(0, stop < 0 ? standings.length : stop).map(({ step }) => step);
      const last = standings[stop];
      if (last === undefined) return { person, passed, stoppedAt: null, because: null };
      return { person, passed, stoppedAt: last.step, because: last.state === "failed" ? "failed" : "open" };
    }),
    // What is wrong with a record for all is wrong once, and steps that were never recorded have no row to name.
    issues: [...issues.values()].filter(({ path }) => path?.[1] !== -1),
  };
}
