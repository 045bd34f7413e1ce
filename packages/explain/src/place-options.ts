import type { SolvedProgram } from "@lungang/core/formulation";
import { ABSENT } from "@lungang/core/formulation";
import type { ColumnBounds, PricedBound } from "@lungang/program";

/** A place that somebody could have instead: leaving with one move, or staying. */
export interface Option {
  readonly leave: number;
  /** {@link ABSENT} for staying. */
  readonly move: number;
  /** Columns of all moves of the person: the others are 0. */
  readonly columns: Int32Array;
  /** Filled in when the first level is found that the option cannot keep. */
  bound?: { readonly level: number; readonly by: number };
}

/** Returns what prices prove where an option is taken; `Infinity` where the bounds of columns do not admit it. */
export function boundWith(
  { leave, move, columns }: Option,
  { lower, upper }: ColumnBounds,
  { bound, reducedCosts }: Pick<PricedBound, "bound" | "reducedCosts">,
): number {
  let proven = bound;
  const hold = (column: number, at: 0 | 1) => {
    const [low, high] = [lower[column] as number, upper[column] as number];
    if (at < low || at > high) proven = Infinity;
    const cost = reducedCosts[column] as number;
    if (cost !== 0) proven += cost * at - cost * (cost > 0 ? low : high);
  };
  hold(leave, move === ABSENT ? 0 : 1);
  for (const column of columns) hold(column, column === move ? 1 : 0);
  return proven;
}

/** Returns the places that the plan does not give to people who have columns, by person; of everybody where nobody is named. */
export function optionsOf(
  { network, chain, moves, eligibility, program }: SolvedProgram,
  people: Iterable<number> = eligibility.county.persons.keys(),
): ReadonlyMap<number, readonly Option[]> {
  const found = new Map<number, readonly Option[]>();
  const bounds = { lower: program.columnLower, upper: program.columnUpper };
  const free = { bound: 0, reducedCosts: new Float64Array(program.columnCount) };
  for (const person of people) {
    const leave = network.leave[person] as number;
    const [first, end] = [moves.starts[person] as number, moves.starts[person + 1] as number];
    if (leave === ABSENT || first === end) continue;
    const columns = network.move.slice(first, end);
    const taken = columns.findIndex((column) => chain.values[column] === 1);
    const cell = taken < 0 ? ABSENT : moves.cell[first + taken];
    const options = [...columns].flatMap((move, at): Option[] =>
      moves.cell[first + at] === cell ? [] : [{ leave, move, columns }],
    );
    if (taken >= 0) options.push({ leave, move: ABSENT, columns });
    found.set(
      person,
      options.filter((option) => boundWith(option, bounds, free) < Infinity),
    );
  }
  return found;
}
