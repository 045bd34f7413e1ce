import type { Cell, School } from "@lungang/core";
import { postName } from "@lungang/core";
import type { SolvedProgram } from "@lungang/core/formulation";
import { FORM_RETURN, FORM_SETTLE } from "@lungang/core/formulation";
import type { Plan } from "@lungang/core/plan";
import type { Form } from "@lungang/core/policy";
import type { ChangedPerson, Placement } from "./placements.ts";
import { placementsOf, STAYS } from "./placements.ts";

/** Returns the people whom a point near that of a plan places otherwise, by id, from the differences of its columns. */
export function changedReader(
  solved: SolvedProgram,
  plan: Plan,
): (changes: Iterable<readonly [column: number, by: number]>) => ChangedPerson[] {
  const { moves, network, eligibility } = solved;
  const moveOf = new Map(Array.from(network.move, (column, move): [number, number] => [column, move]));
  const before = placementsOf(plan);
  return (changes) => {
    const after = new Map<number, Placement>();
    for (const [column, by] of changes) {
      const move = moveOf.get(column);
      if (move === undefined) continue;
      const person = moves.person[move] as number;
      if (by > 0) after.set(person, placeOfMove(solved, move));
      else if (!after.has(person)) after.set(person, STAYS);
    }
    return [...after]
      .map(([person, is]): ChangedPerson => {
        const id = eligibility.county.persons[person]?.id ?? "";
        return { person: id, before: before.get(id) ?? STAYS, after: is };
      })
      .sort((a, b) => (a.person < b.person ? -1 : 1));
  };
}

/** Returns the columns in which two points differ, with the difference. */
export function differences(before: Float64Array, after: Float64Array): [column: number, by: number][] {
  const found: [number, number][] = [];
  for (let column = 0; column < after.length; column++) {
    const by = (after[column] as number) - (before[column] as number);
    if (by !== 0) found.push([column, by]);
  }
  return found;
}

function placeOfMove({ moves, eligibility: { county, policy } }: SolvedProgram, move: number): Placement {
  const cell = county.cells[moves.cell[move] as number] as Cell;
  const place = { to: (county.schools[cell.school] as School).id, post: postName(cell) };
  const form = moves.form[move] as number;
  if (form === FORM_RETURN || form === FORM_SETTLE) return { ...place, distanceMetres: null };
  const metres = moves.metres[move] as number;
  return { ...place, form: (policy.forms[form] as Form).code, distanceMetres: metres < 0 ? null : metres };
}
