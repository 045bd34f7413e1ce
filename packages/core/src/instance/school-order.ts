import type { Instance } from "./instance.ts";
import type { School } from "./school.ts";

const NUMBERED = new Intl.Collator("en", { numeric: true });

/**
 * Compares ids as people count: S2 comes before S10.
 *
 * @public
 */
export function compareIds(a: string, b: string): number {
  return NUMBERED.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Returns schools in the order in which documents list them: as the county lists them (`listOrder`), and by id where it does
 * not say. An instance itself stands in canonical order, which goes by content.
 *
 * @public
 */
export function listedSchools<T extends Pick<School, "id" | "listOrder">>(schools: readonly T[]): readonly T[] {
  const place = ({ listOrder = Number.MAX_SAFE_INTEGER }: T) => listOrder;
  return [...schools].sort((a, b) => place(a) - place(b) || compareIds(a.id, b.id));
}

/**
 * Returns the place of a school among the {@link listedSchools}; a school that is not of the county, and no school, come last.
 *
 * @public
 */
export function placesInList({ schools }: Pick<Instance, "schools">): (school: string | null | undefined) => number {
  const places = new Map(listedSchools(schools).map(({ id }, place) => [id, place]));
  return (school) => places.get(school ?? "") ?? places.size;
}

/** Returns an instance without what documents alone read: schools listed in another order are the same county. */
export function withoutListOrder(instance: Instance): Instance {
  if (instance.schools.every(({ listOrder }) => listOrder === undefined)) return instance;
  return { ...instance, schools: instance.schools.map(({ listOrder: _order, ...school }) => school) };
}
