import type { LinearProgram } from "@lungang/program";
import type { SmallRow } from "./small-program.ts";
import { smallProgram } from "./small-program.ts";

/**
 * A model in the JSON format of javascript-lp-solver and its relatives.
 *
 * @public
 */
export interface JslpModelText {
  readonly direction?: "maximize" | "minimize";
  readonly objective?: string;
  readonly variables: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly constraints: Readonly<
    Record<string, { readonly min?: number; readonly max?: number; readonly equal?: number }>
  >;
  readonly integers?: readonly string[];
  readonly binaries?: readonly string[];
}

/**
 * A program from such a model; its only level is minimised.
 *
 * @public
 */
export interface JslpProgram {
  readonly program: LinearProgram;
  /** Turns a value of the level into the model's own: -1 where the model is maximised. */
  readonly sign: 1 | -1;
}

/**
 * Returns the program that a model of javascript-lp-solver stands for.
 *
 * The data may be decimals: the guarantee of integer data does not hold for these programs, and the check of points
 * falls back to its tolerance row by row. Every variable is at least 0; a constraint no variable names is an empty row.
 *
 * @public
 */
export function fromJslpModel(model: JslpModelText): JslpProgram {
  const sign = model.direction === "minimize" ? 1 : -1;
  const { objective } = model;
  const integers = new Set(model.integers ?? []);
  const binaries = new Set(model.binaries ?? []);
  const variables = Object.entries(model.variables);
  const columns = variables.map(([name, entries]) => ({
    lower: 0,
    upper: binaries.has(name) ? 1 : Infinity,
    integer: integers.has(name) || binaries.has(name),
    costs: [objective === undefined ? 0 : sign * (entries[objective] ?? 0)],
  }));
  const rows = Object.entries(model.constraints).map(([name, { equal, min, max }]): SmallRow => ({
    lower: equal ?? min ?? -Infinity,
    upper: equal ?? max ?? Infinity,
    terms: variables.flatMap(([, entries], column) => (entries[name] === undefined ? [] : [[column, entries[name]]])),
  }));
  return { program: smallProgram({ columns, rows }), sign };
}
