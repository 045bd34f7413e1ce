import type { County } from "./county.ts";
import { NONE } from "./county.ts";

/**
 * Returns the spouse of everybody by position, -1 where there is none in the county. That one of the two names the other is
 * enough; where somebody names a third, or two name the same person, nobody can say who the couple is, and there is none.
 *
 * Shapes: one entry a person.
 *
 * @public
 */
export function couplesOf({ persons, personIndex }: County): Int32Array {
  const linked = persons.map((): Set<number> => new Set());
  persons.forEach(({ spouse }, person) => {
    const other = spouse === undefined ? undefined : personIndex.get(spouse);
    if (other === undefined || other === person) return;
    linked[person]?.add(other);
    linked[other]?.add(person);
  });
  const only = linked.map((others) => (others.size === 1 ? ([...others][0] as number) : NONE));
  return Int32Array.from(only, (other, person) => (other !== NONE && only[other] === person ? other : NONE));
}
