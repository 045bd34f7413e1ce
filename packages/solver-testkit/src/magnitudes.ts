import type { LinearProgram } from "@lungang/program";
import type { Draws } from "./random.ts";
import type { SmallColumn, SmallRow } from "./small-program.ts";
import { smallProgram } from "./small-program.ts";

/**
 * Integer programs of 3 to 5 columns, most of which range over up to `width` values, with a planted point in most: the
 * kind on which solvers in floating point cut optima off. Too wide to try every point; `exactSearch` solves them.
 *
 * @public
 */
export function rangedProgram(draws: Draws, width: number): LinearProgram {
  const planted: number[] = [];
  const columns = Array.from({ length: draws.integer(3, 5) }, () => {
    const range = draws.chance(0.65) ? draws.integer(Math.ceil(width / 12), width) : 1;
    const lower = range === 1 ? 0 : -draws.integer(0, range);
    planted.push(lower + draws.integer(0, range));
    return { lower, upper: lower + range, costs: [draws.integer(-9, 9)] };
  });
  const rows = Array.from({ length: draws.integer(2, 5) }, () =>
    plantedRow(draws, { planted, coefficient: () => draws.integer(-9, 9), room: width }),
  );
  return smallProgram({ columns, rows });
}

/**
 * Integer programs of 2 to 5 columns of small range whose coefficients are up to `size`, some beside small ones, with a
 * planted point in most.
 *
 * @public
 */
export function steepProgram(draws: Draws, size: number): LinearProgram {
  const planted: number[] = [];
  const columns: SmallColumn[] = Array.from({ length: draws.integer(2, 5) }, () => {
    const upper = draws.integer(1, 9);
    planted.push(draws.integer(0, upper));
    return { lower: 0, upper, costs: [draws.integer(-9, 9)] };
  });
  const coefficient = () => (draws.chance(0.5) ? draws.integer(-9, 9) : draws.integer(-size, size));
  const rows = Array.from({ length: draws.integer(1, 3) }, () => plantedRow(draws, { planted, coefficient, room: 2 }));
  return smallProgram({ columns, rows });
}

interface Planting {
  readonly planted: readonly number[];
  readonly coefficient: () => number;
  /** How far a side may be from the planted point. */
  readonly room: number;
}

function plantedRow(draws: Draws, { planted, coefficient, room }: Planting): SmallRow {
  const values = planted.map(() => (draws.chance(0.75) ? coefficient() : 0));
  const sum = values.reduce((total, value, column) => total + value * (planted[column] as number), 0);
  const terms = values.map((value, column) => [column, value] as const);
  const off = draws.chance(0.5) ? draws.integer(0, 9) : draws.integer(0, room);
  const kind = draws.integer(0, 9);
  // One row in ten asks for what nothing was planted for.
  if (kind < 1) return { lower: sum + off, upper: sum + off, terms };
  if (kind < 4) return { lower: sum, upper: sum, terms };
  return kind < 7 ? { lower: -Infinity, upper: sum + off, terms } : { lower: sum - off, upper: Infinity, terms };
}
