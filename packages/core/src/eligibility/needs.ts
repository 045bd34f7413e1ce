import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import { worksThere } from "../instance/person.ts";

/**
 * Returns a county in which cells that no post lists need as many as fill them or are expected back and use headcount:
 * whose headcount is not used leaves no post open (XC-15, tricky case 5).
 *
 * @param occupies - whether a person uses headcount, as the policy decides
 */
export function withNeeds(county: County, occupies: (person: number) => boolean): County {
  const fewer = new Map<number, number>();
  for (const [person, entry] of county.persons.entries()) {
    if (worksThere(entry) && occupies(person)) continue;
    const reserved = county.reservedCellOf[person] as number;
    const cell = reserved === NONE ? (county.cellOf[person] as number) : reserved;
    if (cell !== NONE && isUnlisted(county.cells[cell] as Cell)) fewer.set(cell, (fewer.get(cell) ?? 0) + 1);
  }
  if (fewer.size === 0) return county;
  const cells = county.cells.map((cell, index) => ({ ...cell, demand: cell.demand - (fewer.get(index) ?? 0) }));
  return { ...county, cells };
}

/** A cell without posts needs somebody only where the school lists no post of its kind. */
function isUnlisted({ posts, demand }: Cell): boolean {
  return posts.length === 0 && demand > 0;
}
