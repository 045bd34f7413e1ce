import type { PersonEnd } from "./ends.ts";

/** A person with the way to work before and after; undefined where unknown. Units: metres. */
export interface DistanceCase {
  readonly person: string;
  readonly metresBefore: number | undefined;
  readonly metresAfter: number | undefined;
}

/** How far people live from where they are sent. */
export interface Distances {
  /** Everybody who moves to another school. */
  readonly cases: readonly DistanceCase[];
  /** How many distances are known; of the rest nothing is said. */
  readonly knownBefore: number;
  readonly knownAfter: number;
  /**
   * Distances from home of those who move, to the school left and to the school entered.
   *
   * Shapes: ten entries, decile k the distance within which k tenths of them live (nearest rank); null where none is known.
   */
  readonly decilesBefore: readonly (number | null)[];
  readonly decilesAfter: readonly (number | null)[];
}

const TENTHS = 10;

/** Returns the distances of those who move. */
export function distancesOf(ends: readonly PersonEnd[]): Distances {
  const cases = ends
    .filter(({ moved }) => moved)
    .map(({ id, metresBefore, metresAfter }) => ({ person: id, metresBefore, metresAfter }));
  const before = cases.flatMap(({ metresBefore }) => metresBefore ?? []);
  const after = cases.flatMap(({ metresAfter }) => metresAfter ?? []);
  return {
    cases,
    knownBefore: before.length,
    knownAfter: after.length,
    decilesBefore: decilesOf(before),
    decilesAfter: decilesOf(after),
  };
}

/** Returns the deciles of some values by nearest rank: the least value that k tenths of them do not exceed. */
function decilesOf(values: readonly number[]): readonly (number | null)[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from({ length: TENTHS }, (_, at) => {
    const rank = Math.ceil(((at + 1) * sorted.length) / TENTHS);
    return sorted[rank - 1] ?? null;
  });
}
