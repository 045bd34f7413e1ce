import type { After } from "./after.ts";
import type { Form } from "../../src/policy.ts";
import type { Found, Question } from "./reading.ts";
import { asNumber, exact, groupAbout, groupsOf, some } from "./reading.ts";
import type { Person } from "./types.ts";
import type { Place } from "./kinds.ts";
import { couldTeachAt, isQualified, isWhole } from "./lines.ts";
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
    (line) => line.person === who.id && counts(line.form),
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
    const full = params.number("fullLoad") ?? world.fills(who)?.posts[0]?.fullLoad ?? 0;
    const room = Math.max(0, full - (who.weeklyLoad ?? Number.POSITIVE_INFINITY));
    const periods = own.reduce((sum, line) => sum + line.periods, 0);
    const places = new Set(own.map(({ to }) => to)).size;
    const farthest = Math.max(...own.map(({ from, to }) => world.metresBetween(from, to)));
    return [
      ...some(world.meets(params.condition("who"), { person: who }) ? 0 : 1, subject("membership")),
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
    const back = world.instance.persons.filter(
      (who) => world.homePlace(who) === place && world.fills(who) !== place && world.occupies(who),
    ).length;
    const heads = Math.max(Math.round(periods / first.fullLoad), world.headsAt(place) + back);
    return [{ place, heads: Math.min(place.need, heads) }];
  });
  for (const { place, heads } of fewer) place.need = heads;
}

/** Periods of a place that nobody teaches. */
export function untaught(after: After, place: Place): number {
  const { posts, kind } = place;
  const loads = new Set(posts.map(({ fullLoad }) => fullLoad));
  const known =
    kind === "teaching" && posts.length > 0 && posts.every(({ periodsPerWeek }) => periodsPerWeek !== undefined);
  const [load] = loads;
  if (!known || loads.size !== 1 || load === undefined) return 0;
  const needed = posts.reduce((sum, { periodsPerWeek = 0 }) => sum + periodsPerWeek, 0);
  const walked = after.lines.itineraries
    .filter(({ post }) => after.world.placeNamed(post) === place)
    .reduce((sum, { periods }) => sum + periods, 0);
  return Math.max(0, needed - load * after.headsAt(place) - walked);
}
