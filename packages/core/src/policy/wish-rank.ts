import type { County } from "../instance/county.ts";

/** Returns the place of the school entered among the wishes of a person, counted from 1; undefined where it is no wish. */
export function wishRank(
  { persons, schools }: County,
  { person, to }: { readonly person: number; readonly to: number },
): number | undefined {
  const id = schools[to]?.id;
  const rank = id === undefined ? -1 : (persons[person]?.application?.wishes.indexOf(id) ?? -1);
  return rank < 0 ? undefined : rank + 1;
}
