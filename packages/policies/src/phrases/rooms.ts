import type { PolicyText } from "../document.ts";
import type { Entry } from "./rules.ts";
import type { Condition } from "./sets.ts";
import { all, is } from "./sets.ts";

/**
 * Returns the rule entry of rooms: of some people no more who need one come to a school than it has free.
 *
 * No text forbids to go without a room: the entry is priced, and what it misses is told. Who of them gets a room is the order
 * of the benefit `housing`.
 */
export function roomsFor(who: Condition, source: string, words: PolicyText): Entry {
  return {
    id: "rooms",
    rule: "schoolPlaces",
    source,
    strength: "soft",
    price: 10,
    text: words,
    params: { places: "roomsAvailable", moves: all(is("person.housingNeed", true), who) },
  };
}
