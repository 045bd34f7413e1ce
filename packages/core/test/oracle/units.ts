import type { Place } from "./kinds.ts";

/** Places that need heads together: one by itself, or some that are joined. */
export interface Unit {
  readonly key: string;
  readonly school: string;
  readonly stage: string | undefined;
  readonly need: number;
  lacks(heads: (place: Place) => number): number;
}

/** Returns what needs heads, each once. */
export function unitsOf(world: { readonly places: ReadonlyMap<string, Place> }): readonly Unit[] {
  return [...world.places.values()].flatMap((place): Unit[] => {
    const { joined = { places: [place], beyond: 0 } } = place;
    if (joined.places[0] !== place) return [];
    const whole = joined.places.reduce((sum, { need }) => sum + need, 0);
    const lacks: Unit["lacks"] = (heads) => {
      const taken = joined.places.filter((one) => heads(one) > one.need).length;
      const short = joined.places.reduce((sum, one) => sum + Math.max(0, one.need - heads(one)), 0);
      return short + Math.max(0, joined.beyond - taken);
    };
    const { key, school, stage } = place;
    return [{ key, school, stage, need: whole + joined.beyond, lacks }];
  });
}
