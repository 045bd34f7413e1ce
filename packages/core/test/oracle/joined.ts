import type { Person } from "./types.ts";
import type { Place } from "./kinds.ts";
import { admits, couldTeachAt, isQualified, staysInside } from "./lines.ts";
import type { World } from "./world.ts";

/** Posts of one school that one person may join (SC-04): whole loads stay with each, what is left is needed together. */

const STAGES = ["kindergarten", "primary", "junior", "senior", "vocational", "special"];

/** Whole loads and what is left of a place whose heads come from periods; undefined of any other. */
function loadsOf({
  kind,
  posts,
}: Place): { readonly load: number; readonly whole: number; readonly rest: number } | undefined {
  const [load, ...others] = new Set(posts.map(({ fullLoad }) => fullLoad));
  const alike = posts.every(({ capacity, periodsPerWeek }) => capacity === undefined && periodsPerWeek !== undefined);
  if (kind !== "teaching" || !alike || load === undefined || others.length > 0) return undefined;
  const periods = posts.reduce((sum, { periodsPerWeek = 0 }) => sum + periodsPerWeek, 0);
  return { load, whole: Math.floor(periods / load), rest: periods % load };
}

const before = (a: Place, b: Place) =>
  STAGES.indexOf(a.stage ?? "") - STAGES.indexOf(b.stage ?? "") || ((a.subject ?? "") < (b.subject ?? "") ? -1 : 1);

/** What a person who stands in one of some places of a school could teach there in all. */
function couldJoin(world: World, person: Person, places: readonly Place[]): readonly Place[] {
  const [{ school, stage } = { school: "", stage: undefined }] = places;
  if (!world.occupies(person)) return [];
  const forms = world.forms.filter((form) => staysInside(form) && plans(world, form.code));
  const teaches = places.filter((place) =>
    forms.some(
      (form) => isQualified(world, person, place, form, stage) && couldTeachAt(world, person, school, form, school),
    ),
  );
  const from = world.works(person);
  const comes = (place: Place) =>
    (from === undefined || world.inScope(from)) && world.forms.some((form) => admits(world, person, place, form));
  const stands = places.filter((place) => world.fills(person) === place || comes(place));
  if (teaches.length === 0 || stands.length === 0) return [];
  if (stands.some((place) => teaches.includes(place))) return teaches;
  const own = stands.find((place) => world.fills(person) === place) ?? stands[0];
  return places.filter((place) => place === own || teaches.includes(place));
}

const plans = (world: World, code: string) =>
  world.policy.rules.some(({ rule, params }) => rule === "itinerant" && params?.["form"] === code);

/** Places of a school that may go together at all: with something left, of one full load and stage. */
function candidates(world: World): readonly (readonly Place[])[] {
  const found = new Map<string, Place[]>();
  for (const place of world.places.values()) {
    const loads = loadsOf(place);
    if (loads === undefined || loads.rest === 0) continue;
    const key = `${place.school} ${loads.load} ${place.stage}`;
    found.set(key, [...(found.get(key) ?? []), place]);
  }
  return [...found.values()].map((places) => places.toSorted(before)).filter(({ length }) => length > 1);
}

/** What joining posts makes of needs, still to be done. */
export interface Joining {
  readonly places: readonly Place[];
  /** Heads beyond whole loads. */
  readonly beyond: number;
}

/**
 * Which places are joined: the most that one person could join first.
 *
 * @param comes - whether somebody of another post may teach a place by periods
 */
export function joinings(world: World, comes: (place: Place) => boolean): readonly Joining[] {
  return candidates(world).flatMap((places) => {
    const joins = world.instance.persons.map((person) => couldJoin(world, person, places));
    const found: Joining[] = [];
    let open = [...places];
    for (;;) {
      const now = open;
      const best = joins
        .map((list) => now.filter((place) => list.includes(place)))
        .filter(({ length }) => length > 1)
        .toSorted((a, b) => b.length - a.length || firstDifference(now, a, b))[0];
      if (best === undefined) return found;
      found.push({ places: best, beyond: beyondOf(world, best, comes) });
      open = open.filter((place) => !best.includes(place));
    }
  });
}

const firstDifference = (all: readonly Place[], a: readonly Place[], b: readonly Place[]) => {
  const at = a.findIndex((place, k) => place !== b[k]);
  return at < 0 ? 0 : all.indexOf(a[at] as Place) - all.indexOf(b[at] as Place);
};

function beyondOf(world: World, places: readonly Place[], comes: (place: Place) => boolean): number {
  const loads = places.map((place) => loadsOf(place) ?? { load: 1, whole: 0, rest: 0 });
  const rest = loads.reduce((sum, one) => sum + one.rest, 0);
  const rounded = Math.round(rest / (loads[0]?.load ?? 1));
  // Who is there, or comes back, is not superfluous.
  const backTo = (place: Place) =>
    world.instance.persons.filter(
      (who) => world.fills(who) !== place && world.homePlace(who) === place && world.occupies(who),
    ).length;
  const there = places.filter((place, k) => world.headsAt(place) + backTo(place) > (loads[k]?.whole ?? 0)).length;
  return Math.max(rounded === 0 && !places.every(comes) ? 1 : rounded, there);
}

/** Writes what joining makes of needs. */
export function join(joinings: readonly Joining[]): void {
  for (const { places, beyond } of joinings)
    for (const place of places) {
      place.need = (loadsOf(place)?.whole ?? 0) + (beyond === places.length ? 1 : 0);
      if (beyond > 0 && beyond < places.length) place.joined = { places, beyond };
    }
}
