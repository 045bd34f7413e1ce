import type { Checked } from "@lungang/core";
import { programOf } from "@lungang/core";
import { writeLp, writeMps } from "@lungang/program";
import type { PlanningCase } from "../case/planning-case.ts";
import { refused, sound } from "../case/together.ts";

/**
 * Forms in which a program is written.
 *
 * @public
 */
export const PROGRAM_FORMATS = ["mps", "lp"] as const;

/**
 * A form in which a program is written.
 *
 * @public
 */
export type ProgramFormat = (typeof PROGRAM_FORMATS)[number];

/**
 * What of a program is written.
 *
 * @public
 */
export interface ProgramTextOptions {
  readonly format: ProgramFormat;
  /** Name of the level that is minimised. @defaultValue the first */
  readonly level?: string;
  /** Seed of the lottery. @defaultValue "1" */
  readonly seed?: string;
}

/**
 * Returns the program of a case as text that other solvers read.
 *
 * @public
 */
export function programText({ instance, policy, locks }: PlanningCase, options: ProgramTextOptions): Checked<string> {
  const { format, level, seed = "1" } = options;
  const formulated = programOf(instance, policy, { locks, seed });
  if (!formulated.ok) return formulated;
  const program = formulated.value;
  const names = program.levels.map(({ name }) => name);
  const at = level === undefined ? 0 : names.indexOf(level);
  if (at < 0) return refused(unknownLevel(level ?? "", names));
  return sound(format === "mps" ? writeMps(program, at) : writeLp(program, at), formulated.warnings);
}

function unknownLevel(received: string, names: readonly string[]) {
  const message = { zh: "政策没有这个目标层级", en: "The policy has no such level" };
  return { code: "unknown-level", severity: "error", received, expected: names.join(", "), message } as const;
}
