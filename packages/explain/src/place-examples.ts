import { postName } from "@lungang/core";
import type { Cell, School } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Form } from "@lungang/core/policy";
import type { SolvedProgram } from "@lungang/core/formulation";
import { ABSENT, FORM_RETURN, FORM_SETTLE, LOTTERY } from "@lungang/core/formulation";
import type { Ask, Change, NearbyPoint } from "@lungang/program";
import { levelValue, nearbyPoints } from "@lungang/program";
import { z } from "zod";
import type { Option } from "./place-options.ts";
import type { ChangedPerson, Placement } from "./placements.ts";
import { changedPersonSchema, placementsOf, STAYS } from "./placements.ts";

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
export function placeExamples(
  solved: SolvedProgram,
  options: ReadonlyMap<number, readonly Option[]>,
  { plan, prices, signal }: Given,
): ReadonlyMap<number, PlaceExample> {
  const { program, chain } = solved;
  const points = nearbyPoints(program, asksOf(options, chain.values), { point: chain.values, prices, signal });
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
  readonly #moveOf: ReadonlyMap<number, number>;
  readonly #before: ReadonlyMap<string, Placement>;
  readonly #values: readonly number[];

  constructor(solved: SolvedProgram, plan: Plan) {
    const { network, program, chain } = solved;
    this.#solved = solved;
    this.#moveOf = new Map(Array.from(network.move, (column, move): [number, number] => [column, move]));
    this.#before = placementsOf(plan);
    this.#values = program.levels.map((level) => levelValue(level, chain.values));
  }

  read({ changes, values }: NearbyPoint): PlaceExample {
    const { levels } = this.#solved.program;
    const at = levels.findIndex(({ name }, number) => name !== LOTTERY && values[number] !== this.#values[number]);
    const level = levels[at];
    const changed = this.#changed(changes);
    if (level === undefined) return { changed };
    const [before, after] = [this.#values[at] as number, values[at] as number];
    return { lead: { level: level.name, unit: level.unit, before, after }, changed };
  }

  /** People by id, each with the place before and after. */
  #changed(changes: ReadonlyMap<number, number>): ChangedPerson[] {
    const { moves, eligibility } = this.#solved;
    const after = new Map<number, Placement>();
    for (const [column, by] of changes) {
      const move = this.#moveOf.get(column);
      if (move === undefined) continue;
      const person = moves.person[move] as number;
      if (by > 0) after.set(person, placeOfMove(this.#solved, move));
      else if (!after.has(person)) after.set(person, STAYS);
    }
    return [...after]
      .map(([person, is]): ChangedPerson => {
        const id = eligibility.county.persons[person]?.id ?? "";
        return { person: id, before: this.#before.get(id) ?? STAYS, after: is };
      })
      .sort((a, b) => (a.person < b.person ? -1 : 1));
  }
}

function placeOfMove({ moves, eligibility: { county, policy } }: SolvedProgram, move: number): Placement {
  const cell = county.cells[moves.cell[move] as number] as Cell;
  const place = { to: (county.schools[cell.school] as School).id, post: postName(cell) };
  const form = moves.form[move] as number;
  if (form === FORM_RETURN || form === FORM_SETTLE) return { ...place, distanceMetres: null };
  const metres = moves.metres[move] as number;
  return { ...place, form: (policy.forms[form] as Form).code, distanceMetres: metres < 0 ? null : metres };
}
