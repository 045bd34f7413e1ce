import type { Plan } from "@lungang/core/plan";
import type { SolvedProgram } from "@lungang/core/formulation";
import { ABSENT, LOTTERY } from "@lungang/core/formulation";
import type { Ask, Change, NearbyPoint } from "@lungang/program";
import { levelValue, nearbyPoints } from "@lungang/program";
import { z } from "zod";
import { changedReader } from "./changed-at.ts";
import type { Option } from "./place-options.ts";
import { changedPersonSchema } from "./placements.ts";

/**
 * Shape of a plan that keeps all rules and places a person otherwise: the first level that it changes, and all whom it places
 * otherwise than the plan in hand.
 *
 * @public
 */
export const placeExampleSchema = z.strictObject({
  /** Absent where no level differs but the lot. */
  lead: z.strictObject({ level: z.string(), unit: z.string(), before: z.number(), after: z.number() }).exactOptional(),
  changed: z.array(changedPersonSchema),
});

/**
 * A plan that keeps all rules and places a person otherwise; see {@link placeExampleSchema}.
 *
 * @public
 */
export type PlaceExample = z.infer<typeof placeExampleSchema>;

interface Given {
  readonly plan: Plan;
  /** Reduced costs of the levels that are closed, in their order. */
  readonly prices: readonly Float64Array[];
  readonly signal: AbortSignal | undefined;
}

/**
 * Returns for people another plan near the one in hand in which they are placed otherwise, the best that was found: who has
 * none here may still have one.
 */
export async function placeExamples(
  solved: SolvedProgram,
  options: ReadonlyMap<number, readonly Option[]>,
  { plan, prices, signal }: Given,
): Promise<ReadonlyMap<number, PlaceExample>> {
  const { program, chain } = solved;
  const points = await nearbyPoints(program, asksOf(options, chain.values), { point: chain.values, prices, signal });
  const reader = new PointReader(solved, plan);
  return new Map([...points].map(([person, point]) => [person, reader.read(point)]));
}

/** Returns what has to change for every other place of everybody. */
export function asksOf(options: ReadonlyMap<number, readonly Option[]>, values: Float64Array): readonly Ask[] {
  return [...options].flatMap(([person, places]) => places.map((place) => askFor(person, place, values)));
}

/** Columns of a person that change where another place is taken. */
function askFor(subject: number, { leave, move, columns }: Option, values: Float64Array): Ask {
  const changes: Change[] = [];
  const hold = (column: number, at: 0 | 1) => {
    if (values[column] !== at) changes.push({ column, by: at === 1 ? 1 : -1 });
  };
  hold(leave, move === ABSENT ? 0 : 1);
  for (const column of columns) hold(column, column === move ? 1 : 0);
  return { subject, changes };
}

/** Turns what differs at a point back into people and levels. */
class PointReader {
  readonly #solved: SolvedProgram;
  readonly #changedBy: ReturnType<typeof changedReader>;
  readonly #values: readonly number[];

  constructor(solved: SolvedProgram, plan: Plan) {
    const { program, chain } = solved;
    this.#solved = solved;
    this.#changedBy = changedReader(solved, plan);
    this.#values = program.levels.map((level) => levelValue(level, chain.values));
  }

  read({ changes, values }: NearbyPoint): PlaceExample {
    const { levels } = this.#solved.program;
    const at = levels.findIndex(({ name }, number) => name !== LOTTERY && values[number] !== this.#values[number]);
    const level = levels[at];
    const changed = this.#changedBy(changes);
    if (level === undefined) return { changed };
    const [before, after] = [this.#values[at] as number, values[at] as number];
    return { lead: { level: level.name, unit: level.unit, before, after }, changed };
  }
}
