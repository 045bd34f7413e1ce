/** Whether the members that are kept can hold together; undefined where a limit left that open. */
export type Feasibility<T> = (kept: ReadonlySet<T>) => Promise<boolean | undefined>;

/** Members that cannot hold together, and whether without any one of them they can. */
export interface FoundConflict<T> {
  readonly members: readonly T[];
  /** False where a limit left open if a member is needed: it then counts as needed. */
  readonly minimal: boolean;
}

/**
 * Returns a smallest set that is infeasible, or undefined where all members together are feasible. Divides and conquers
 * (QuickXplain, Junker 2004): few checks where the set is small.
 *
 * The more members are kept, the fewer points there are. A verdict that is open counts as feasible, so that nothing is
 * left out that may be needed; the set is then not said to be minimal.
 *
 * @param members - in order: the first are left out first; the last ones may be infeasible by themselves, and nothing else is
 * looked at where they are
 */
export async function smallestConflict<T>(
  members: readonly T[],
  isFeasible: Feasibility<T>,
): Promise<FoundConflict<T> | undefined> {
  let minimal = true;
  const isInfeasible = async (kept: readonly T[]): Promise<boolean> => {
    const feasible = await isFeasible(new Set(kept));
    if (feasible === undefined) minimal = false;
    return feasible === false;
  };
  /** Members of `rest` that are needed beside `kept`; `grown` says whether `kept` has just grown. */
  const needed = async (kept: readonly T[], grown: boolean, rest: readonly T[]): Promise<readonly T[]> => {
    if (grown && (await isInfeasible(kept))) return [];
    if (rest.length <= 1) return rest;
    const half = Math.ceil(rest.length / 2);
    const [first, second] = [rest.slice(0, half), rest.slice(half)];
    const late = await needed([...kept, ...first], first.length > 0, second);
    const early = await needed([...kept, ...late], late.length > 0, first);
    return [...early, ...late];
  };
  if (!(await isInfeasible(members))) return undefined;
  if (await isInfeasible([])) return { members: [], minimal };
  for (let size = 1; size < members.length; size *= 2) {
    const last = members.slice(-size);
    // A verdict that is open says nothing of what is found among more of them.
    if ((await isFeasible(new Set(last))) === false) return { members: await needed([], false, last), minimal };
  }
  return { members: await needed([], false, members), minimal };
}

/**
 * Returns members with those that are named at the end, the first named last.
 *
 * @param named - keys of members, the weightiest first; some may be of nobody
 */
export function weightiestLast<T>(
  members: readonly T[],
  named: Iterable<string>,
  keyOf: (member: T) => string,
): readonly T[] {
  const places = new Map([...new Set(named)].map((key, at) => [key, at]));
  const placeOf = (member: T) => places.get(keyOf(member)) ?? places.size;
  return [...members].sort((a, b) => placeOf(b) - placeOf(a));
}
