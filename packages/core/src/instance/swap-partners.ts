import type { County } from "./county.ts";
import { NONE } from "./county.ts";

/**
 * Returns with whom everybody may exchange places, -1 where there is nobody in the county: each of the two names the other.
 *
 * Shapes: one entry a person.
 */
export function swapPartnersOf({ persons, personIndex }: County): Int32Array {
  const named = persons.map(({ swapPartner }, person) => {
    const other = swapPartner === undefined ? NONE : (personIndex.get(swapPartner) ?? NONE);
    return other === person ? NONE : other;
  });
  return Int32Array.from(named, (other, person) => (other !== NONE && named[other] === person ? other : NONE));
}

/** Returns a test of whether a post is that of somebody with whom a person may exchange places. */
export function swapTest(county: County): (person: number, cell: number) => boolean {
  const partners = swapPartnersOf(county);
  return (person, cell) => {
    const partner = partners[person] as number;
    return partner !== NONE && county.cellOf[partner] === cell;
  };
}
