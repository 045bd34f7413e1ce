import type { After } from "./after.ts";
import { join, joinings } from "./joined.ts";
import type { Form } from "../../src/policy.ts";
import type { Found, Question } from "./reading.ts";
import { asNumber, exact, groupAbout, groupsOf, some } from "./reading.ts";
import type { Person } from "./types.ts";
import type { Place } from "./kinds.ts";
import { couldTeachAt, isQualified, isWhole, staysInside } from "./lines.ts";
import type { World } from "./world.ts";

/** Light forms and periods taught elsewhere. */

const YEAR = 12;

const isLong = ({ countsAsLong, termMonths }: Form) => countsAsLong ?? termMonths.min >= YEAR;

export function participationBreaches(question: Question): Found[] {
  const { world, params } = question;
  const by = params.text("by", "county");
  const people = world.instance.persons.filter(
    (who) =>
      !["outOfScope", "recruit"].includes(world.standing(who)) &&
      world.meets(params.condition("who"), { person: who }) &&
      !(params.flag("excludeExempt", false) && world.isExempt(who)),
  );
  const single = params.raw<Readonly<Record<string, number>>>("bySchool") ?? {};
  const groups = new Set(
    [...world.schools.keys()].filter((id) => world.inScope(id)).flatMap((id) => groupsOf(world, by, id)),
  );
  const takes = (who: Person, long: boolean) => takesPart(question, who, long);
  const found: Found[] = [];
  for (const group of groups) {
    const of = people.filter((who) => groupsOf(world, by, who.homeSchool).includes(group));
    for (const [key, limit] of [
      ["share", undefined],
      ["longShare", "longTerm"],
    ] as const) {
      if (!params.has(key)) continue;
      const required = asNumber(exact(params.raw(key)), of.length, "atLeast", params.raw("rounding"));
      const have = of.filter((who) => takes(who, key === "longShare")).length;
      const subject = groupAbout(by, group);
      found.push(...some(required - have, limit === undefined ? subject : { ...subject, limit }));
    }
  }
  for (const [id, least] of Object.entries(single)) {
    if (!world.inScope(id)) continue;
    const have = people.filter((who) => who.homeSchool === id && takes(who, false)).length;
    found.push(...some(least - have, { ...groupAbout("school", id) }));
  }
  return found;
}

function takesPart({ world, after, params }: Question, who: Person, long: boolean): boolean {
  const forms = params.list("forms", []);
  const counts = (code: string) => {
    const form = world.forms.find((one) => one.code === code);
    return form !== undefined && forms.includes(code) && (!long || isLong(form));
  };
  if (params.flag("countRunning", true) && world.standing(who) === "running") return true;
  const move = after.moves.find((one) => one.person === who);
  if (move !== undefined && after.counts(move) && (!long || isLong(move.form))) return true;
  return [...after.lines.participations, ...after.lines.itineraries].some(
    (line) => line.person === who.id && move === undefined && counts(line.form),
  );
}

export function itinerantBreaches(question: Question): Found[] {
  const { world, after, params } = question;
  const lines = after.lines.itineraries.filter(({ form }) => form === params.text("form", ""));
  const people = new Set(lines.map(({ person }) => person));
  return [...people].flatMap((id) => {
    const who = world.people.get(id);
    if (who === undefined) return [];
    const own = lines.filter(({ person }) => person === id);
    const subject = (limit: string) => ({ kind: "person", person: id, limit });
    const move = after.moves.find((one) => one.person === who);
    const full = params.number("fullLoad") ?? (move?.place ?? world.fills(who))?.posts[0]?.fullLoad ?? 0;
    const load = move === undefined ? who.weeklyLoad : leftForLast(move.place);
    const room = Math.max(0, full - (load ?? Number.POSITIVE_INFINITY));
    const periods = own.reduce((sum, line) => sum + line.periods, 0);
    const places = new Set(own.map(({ to }) => to)).size;
    const farthest = Math.max(...own.map(({ from, to }) => world.metresBetween(from, to)));
    return [
      ...some(
        world.meets(params.condition("who"), { person: who, from: move?.place.school }) ? 0 : 1,
        subject("membership"),
      ),
      ...some(periods - room, subject("load")),
      ...some(places - params.whole("maxPlaces", 2), subject("places")),
      ...some(farthest - (params.number("maxMetres") ?? Number.POSITIVE_INFINITY), subject("metres")),
    ];
  });
}

/**
 * Takes back posts that stand for less than half a load of periods, where a form that some rule plans by periods may bring
 * somebody who teaches the subject: two posts of three periods are no two people.
 */
export function takeBackSmallRests(world: World): void {
  const planned = world.policy.rules.filter(({ rule }) => rule === "itinerant").map(({ params }) => params?.["form"]);
  const forms = world.forms.filter((form) => planned.includes(form.code) && !isWhole(form));
  const comes = (place: Place) =>
    forms.some((form) =>
      world.instance.persons.some(
        (person) =>
          world.fills(person) !== place &&
          isQualified(world, person, place, form) &&
          couldTeachAt(world, person, place.school, form),
      ),
    );
  const fewer = [...world.places.values()].flatMap((place) => {
    const [first] = place.posts;
    const alike = place.posts.every(
      ({ capacity, fullLoad, periodsPerWeek }) =>
        capacity === undefined && periodsPerWeek !== undefined && fullLoad === first?.fullLoad,
    );
    if (place.kind !== "teaching" || first?.fullLoad === undefined || !alike || !comes(place)) return [];
    const periods = place.posts.reduce((sum, { periodsPerWeek = 0 }) => sum + periodsPerWeek, 0);
    // Half a load is rounded up, less is not; who is there, or comes back, is not superfluous.
    const comesBack = (who: Person) => world.fills(who) !== place && world.homePlace(who) === place;
    const back = world.instance.persons.filter((who) => comesBack(who) && world.occupies(who)).length;
    const heads = Math.max(Math.round(periods / first.fullLoad), world.headsAt(place) + back);
    return [{ place, heads: Math.min(place.need, heads) }];
  });
  const joined = joinings(world, comes);
  for (const { place, heads } of fewer) place.need = heads;
  join(joined);
}

/** Periods a week of a place and of a whole post there; undefined where posts do not say, or not alike. */
export function periodsAt({ posts, kind }: Place): { readonly needed: number; readonly load: number } | undefined {
  const [load, ...others] = new Set(posts.map(({ fullLoad }) => fullLoad));
  const known = kind === "teaching" && posts.every(({ periodsPerWeek }) => periodsPerWeek !== undefined);
  if (!known || load === undefined || others.length > 0) return undefined;
  return { needed: posts.reduce((sum, { periodsPerWeek = 0 }) => sum + periodsPerWeek, 0), load };
}

/** What is left for one who comes to a place when the others teach full loads. */
function leftForLast(place: Place): number | undefined {
  const periods = periodsAt(place);
  if (periods === undefined) return undefined;
  const stated = place.posts.some(({ capacity }) => capacity !== undefined);
  const heads = Math.max(1, stated ? place.need : Math.ceil(periods.needed / periods.load));
  return Math.min(periods.load, Math.max(0, periods.needed - (heads - 1) * periods.load));
}

/** Periods of a place that nobody teaches: a head gives a full load, less what it teaches elsewhere at the school. */
export function untaught(after: After, place: Place): number {
  const { world, lines } = after;
  const periods = periodsAt(place);
  if (periods === undefined) return 0;
  const isInside = (code: string) => world.forms.some((form) => form.code === code && staysInside(form));
  const walked = lines.itineraries.reduce((sum, { person, form, post, periods: taught }) => {
    const who = world.people.get(person);
    const gives = who !== undefined && isInside(form) && world.occupies(who) && after.place(who) === place;
    return sum + (world.placeNamed(post) === place ? taught : 0) - (gives ? taught : 0);
  }, 0);
  return Math.max(0, periods.needed - periods.load * after.headsAt(place) - walked);
}
