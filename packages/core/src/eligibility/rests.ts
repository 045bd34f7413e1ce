import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { JoinedPosts } from "../instance/joined.ts";
import type { Periods } from "../instance/periods.ts";
import { worksThere } from "../instance/person.ts";
import type { JoinableInput } from "./joinable.ts";
import { joinablePosts } from "./joinable.ts";
import { taughtByPeriods } from "./period-reach.ts";

/** Returns a county in which posts by periods need the heads that the forms of a policy leave for what is no whole load. */
export function withRests(county: County, input: JoinableInput): County {
  const { context, policy, inScope, occupies } = input;
  const options = { isTaught: taughtByPeriods(context, policy, inScope), occupies };
  return withJoinedPosts(withoutSmallRests(county, options), joinablePosts(input), options);
}

/** What decides about rests of full loads. */
interface NeedOptions {
  /** Whether people of other posts may teach periods of a post. */
  readonly isTaught: (cell: Cell) => boolean;
  readonly occupies: (person: number) => boolean;
}

/**
 * Returns a county in which a rest of less than half a full load is no post of its own where others teach it beside theirs:
 * two posts of 3 periods are no two people. Half a load or more is one: somebody may be sent for it. Who fills a post, or is
 * expected back, is not superfluous for the rest.
 */
function withoutSmallRests(county: County, { isTaught, occupies }: NeedOptions): County {
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

/**
 * Returns a county in which posts that one person may join need their heads together: whole loads each, and beside them as
 * many as their rests are loads, half a load and more rounded up. Somebody who is there already, or is expected back, is not
 * superfluous; where nobody there teaches a rest of less than half a load, one person does.
 *
 * @param parts - posts of one school and full load, by position
 */
function withJoinedPosts(county: County, parts: readonly (readonly number[])[], options: NeedOptions): County {
  const filled = peopleByCell(county, options.occupies);
  const cells = [...county.cells];
  const joined: JoinedPosts[] = [];
  for (const part of parts) {
    const heads = headsBeyond(county, part, { ...options, filled });
    const isJoined = heads > 0 && heads < part.length;
    for (const index of part) {
      const cell = county.cells[index] as Cell;
      const { needed, fullLoad } = cell.periods as Periods;
      const demand = Math.floor(needed / fullLoad) + (heads === part.length ? 1 : 0);
      cells[index] = { ...cell, demand, ...(isJoined ? { joined: joined.length } : {}) };
    }
    if (isJoined) joined.push({ cells: byRest(county, part), heads });
  }
  return parts.length === 0 ? county : { ...county, cells, joined };
}

/** Returns the heads that posts need together beyond whole loads. */
function headsBeyond(
  county: County,
  part: readonly number[],
  { isTaught, filled }: NeedOptions & { readonly filled: Int32Array },
): number {
  const posts = part.map((index) => county.cells[index] as Cell);
  const rest = posts.reduce((sum, cell) => sum + restOf(cell), 0);
  const { fullLoad } = (posts[0] as Cell).periods as Periods;
  const rounded = Math.floor((2 * rest + fullLoad) / (2 * fullLoad));
  const there = part.filter((index, at) => {
    const { needed } = (posts[at] as Cell).periods as Periods;
    return (filled[index] as number) > Math.floor(needed / fullLoad);
  });
  const least = rounded === 0 && !posts.every(isTaught) ? 1 : rounded;
  return Math.max(least, there.length);
}

function restOf({ periods }: Cell): number {
  return periods === undefined ? 0 : periods.needed % periods.fullLoad;
}

/** Returns posts with those first that leave the most periods beyond whole loads. */
function byRest({ cells }: County, part: readonly number[]): readonly number[] {
  return [...part].sort((a, b) => restOf(cells[b] as Cell) - restOf(cells[a] as Cell) || a - b);
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
