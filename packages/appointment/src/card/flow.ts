import type { PersonEnd } from "./ends.ts";
import type { CardFacts, Strength } from "./facts.ts";
import { STRENGTHS } from "./facts.ts";

/** People who go from schools of one standing to schools of another. */
export interface FlowLine {
  readonly from: Strength;
  readonly to: Strength;
  /** Ids, in order. */
  readonly people: readonly string[];
}

/** How people flow between strong and weak schools. */
export interface Flow {
  /** Every pair of standings, also those without anybody. */
  readonly lines: readonly FlowLine[];
  /** People who move to or from a school whose standing nobody knows. */
  readonly unknown: readonly string[];
}

/** Returns who moves between schools of which standing. */
export function flowOf({ schools }: CardFacts, ends: readonly PersonEnd[]): Flow {
  const strength = (school: string | undefined) => (school === undefined ? undefined : schools.get(school)?.strength);
  const moves = ends
    .filter(({ moved }) => moved)
    .map(({ id, from, to }) => ({ id, from: strength(from), to: strength(to) }));
  return {
    lines: STRENGTHS.flatMap((from) =>
      STRENGTHS.map((to) => ({
        from,
        to,
        people: moves.filter((move) => move.from === from && move.to === to).map(({ id }) => id),
      })),
    ),
    unknown: moves.filter(({ from, to }) => from === undefined || to === undefined).map(({ id }) => id),
  };
}
