import type { ProgramSize } from "@lungang/core";
import type { Lap } from "./laps.ts";

/**
 * What is measured: a plan, one level alone, plans after a plan, questions about one, a plan from a workbook to its files, or
 * six years.
 */
export type RunKind = "plan" | "single" | "whatIf" | "questions" | "files" | "years";

/** What one process runs. */
export interface RunChoice {
  readonly kind: RunKind;
  readonly scenario: string;
  /** Absent for real lists. */
  readonly schools?: number;
  readonly seed: string;
  readonly solver: string;
  /** Seconds of all solves together; a run that needs them has not finished. */
  readonly timeSeconds: number;
  readonly relativeGap: number;
  /** Counties solved before in the same process, untimed; one level only. @defaultValue 0 */
  readonly warmUp?: number;
}

/** What was found and proven of one level. */
export interface LevelValue {
  readonly name: string;
  readonly value: number;
  readonly dualBound: number | null;
}

/** An answer: up to the first level that differs, and whole; by the clock and of all processors. */
export interface MeasuredAnswer {
  readonly kind: string;
  /** The first level that differs, or the answer where none does. */
  readonly level: string;
  readonly lead: { readonly seconds: number; readonly cpuSeconds: number };
  readonly whole: { readonly seconds: number; readonly cpuSeconds: number };
}

/** What one run gives; times count only because the answer was checked. */
export interface Measured {
  /** Name and version of the solver. */
  readonly solver: string;
  readonly size: ProgramSize;
  readonly laps: readonly Lap[];
  readonly levels: readonly LevelValue[];
  /** Of questions. */
  readonly answers?: readonly MeasuredAnswer[];
  /** People who move; plans only. */
  readonly moves?: number;
  /** Seconds of the solves, by the clock and of all processors. */
  readonly solveSeconds: number;
  readonly solveCpuSeconds: number;
  /** As `solveSeconds`, but of an installed program only reading and solving, by its own clock where it has one. */
  readonly ownSeconds: number;
  /** Most that this process had held, and most that an installed program had held. */
  readonly peakMegabytes: number;
  readonly programMegabytes?: number;
}

/** Seconds that a run had used when its limit ended it, as in {@link Measured}: it takes longer. */
export type Spent = Pick<Measured, "solveSeconds" | "ownSeconds">;

/** A choice and what its process gave. */
export interface Run {
  readonly choice: RunChoice;
  /** Cores that others kept busy just before the run began. */
  readonly busyCores: number;
  readonly measured?: Measured;
  /** Why the run does not count. */
  readonly failed?: string;
  /** Present where that is the limit. */
  readonly spent?: Spent;
}

/** The answer of a run is wrong or not proven: its times mean nothing. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

/** The limit ended the run before its answer was proven. */
export class UnfinishedError extends AnswerError {
  readonly spent: Spent;

  /** Says the limit, and what was open. */
  constructor(timeSeconds: number, { open, spent }: { readonly open: string; readonly spent: Spent }) {
    super(`not finished within ${timeSeconds} s: ${open}`);
    this.spent = spent;
  }
}
