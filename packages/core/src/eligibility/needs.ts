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

/**
 * Returns a county in which a rest of less than half a full load is no post of its own where others teach it beside theirs:
 * two posts of 3 periods are no two people. Half a load or more is one: somebody may be sent for it. Who fills a post, or is
 * expected back, is not superfluous for the rest.
 */
export function withoutSmallRests(
  county: County,
  {
    isTaught,
    occupies,
  }: {
    /** Whether people of other posts may teach periods of a post. */
    readonly isTaught: (cell: Cell) => boolean;
    readonly occupies: (person: number) => boolean;
  },
): County {
  const filled = peopleByCell(county, occupies);
  const cells = county.cells.map((cell, index): Cell => {
    const { kind, periods, demand } = cell;
    if (kind !== "teaching" || periods?.giveHeads !== true) return cell;
    const { needed, fullLoad } = periods;
    const whole = Math.floor(needed / fullLoad);
    const rounded = 2 * (needed - whole * fullLoad) < fullLoad ? whole : whole + 1;
    const heads = Math.max(rounded, Math.min(demand, filled[index] as number));
    return heads < demand && isTaught(cell) ? { ...cell, demand: heads } : cell;
  });
  return cells.some((cell, index) => cell !== county.cells[index]) ? { ...county, cells } : county;
}

/** People who fill each cell or are expected back to it. Shapes: one entry a cell. */
function peopleByCell({ persons, cellOf, reservedCellOf, cells }: County, occupies: (person: number) => boolean) {
  const counts = new Int32Array(cells.length);
  for (const [person, entry] of persons.entries()) {
    if (!worksThere(entry) || !occupies(person)) continue;
    for (const cell of [cellOf[person] as number, reservedCellOf[person] as number])
      if (cell !== NONE) counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** A cell without posts needs somebody only where the school lists no post of its kind. */
function isUnlisted({ posts, demand }: Cell): boolean {
  return posts.length === 0 && demand > 0;
}
