import { spawnSync } from "node:child_process";
import { CBC } from "./cbc.ts";
import { GLPSOL } from "./glpsol.ts";
import { HIGHS } from "./highs.ts";
import { LP_SOLVE } from "./lp-solve.ts";
import type { NativeProgram } from "./native-program.ts";

/**
 * A program that was found.
 *
 * @public
 */
export interface InstalledProgram {
  readonly program: NativeProgram;
  /** Name on the PATH or a whole path. */
  readonly executable: string;
  /** What it says of itself, for example `2.10.8`. */
  readonly version: string;
}

const PROGRAMS: readonly NativeProgram[] = [HIGHS, CBC, GLPSOL, LP_SOLVE];

/**
 * Names of the programs that {@link findProgram} knows.
 *
 * @public
 */
export const PROGRAM_NAMES: readonly string[] = PROGRAMS.map(({ name }) => name);

const PATIENCE_MILLISECONDS = 20_000;

/**
 * Returns a program that is installed, nothing if it is not or does not say its version.
 *
 * @param executable - where it is; without it the PATH is searched
 * @throws {RangeError} if no program is known by that name
 * @public
 */
export function findProgram(name: string, executable?: string): InstalledProgram | undefined {
  const program = PROGRAMS.find((known) => known.name === name);
  if (program === undefined) {
    throw new RangeError(`Cannot find program "${name}": there are ${PROGRAM_NAMES.join(", ")}`);
  }
  for (const candidate of executable === undefined ? program.executables : [executable]) {
    const { stdout } = spawnSync(candidate, program.version.args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: PATIENCE_MILLISECONDS,
    });
    const version = program.version.pattern.exec(stdout ?? "")?.[1];
    if (version !== undefined) return { program, executable: candidate, version };
  }
  return undefined;
}
