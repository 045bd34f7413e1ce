import type { Coordinates, Instance, Issue, Travel } from "@lungang/core";
import { greatCircleMetres } from "@lungang/core";

/**
 * What a provider is told besides the points.
 *
 * @public
 */
export interface TravelRequest {
  readonly signal?: AbortSignal;
}

/**
 * A source of travel distances between WGS-84 points: a map service, a routing engine, a table.
 *
 * Shapes: the answer has one row an origin and one entry a destination; metres, `null` for unknown or unreachable.
 *
 * @public
 */
export type TravelProvider = (
  origins: readonly Coordinates[],
  destinations: readonly Coordinates[],
  request?: TravelRequest,
) => Promise<readonly (readonly (number | null)[])[]>;

/**
 * A distance that is asked for, by ids.
 *
 * @public
 */
export interface TravelPair {
  readonly person: string;
  readonly school: string;
}

/**
 * Who is asked for distances, how much at a time, and when to stop.
 *
 * @public
 */
export interface TravelMatrixOptions {
  /** @defaultValue haversine distances times the road factor of the instance */
  readonly provider?: TravelProvider;
  /**
   * Most origins in one request.
   * @defaultValue 100
   */
  readonly maxOrigins?: number;
  readonly signal?: AbortSignal;
}

type TravelMatrix = NonNullable<Travel["matrix"]>;

/**
 * The matrix with what could not be found out.
 *
 * @public
 */
export interface TravelResult {
  readonly matrix: TravelMatrix;
  readonly issues: readonly Issue[];
}

const DEFAULT_ROAD_FACTOR = 1.3;
const DEFAULT_MAX_ORIGINS = 100;

/**
 * Returns a provider that multiplies great-circle metres by a road factor; it needs no network.
 *
 * @public
 */
export function haversineProvider(roadFactor = DEFAULT_ROAD_FACTOR): TravelProvider {
  return (origins, destinations) =>
    Promise.resolve(
      origins.map((origin) => destinations.map((to) => Math.round(greatCircleMetres(origin, to) * roadFactor))),
    );
}

/**
 * Returns the `travel.matrix` of an instance with the pairs asked for and `null` everywhere else.
 *
 * People and schools stand in the order in which they are first asked for. A request holds one school and as many
 * origins as the provider takes, the shape that every service accepts; people who live at the same point are one origin.
 *
 * Cost: one request a school and `maxOrigins` distinct residences.
 *
 * @public
 */
export async function travelMatrix(
  instance: Pick<Instance, "persons" | "schools" | "travel">,
  pairs: readonly TravelPair[],
  options: TravelMatrixOptions = {},
): Promise<TravelResult> {
  const persons = [...new Set(pairs.map((pair) => pair.person))];
  const schools = [...new Set(pairs.map((pair) => pair.school))];
  const residence = new Map(instance.persons.map((person) => [person.id, person.residence]));
  const place = new Map(instance.schools.map((school) => [school.id, school.coordinates]));
  const rowOf = new Map(persons.map((id, index) => [id, index]));
  const metres: (number | null)[][] = persons.map(() => schools.map(() => null));
  const issues = [
    ...unplaced(persons, residence, "person-without-residence"),
    ...unplaced(schools, place, "school-without-coordinates"),
  ];
  const wanted = groupBySchool(pairs);
  const provider = options.provider ?? haversineProvider(instance.travel.roadFactor);
  const settled: Settled = { ...options, provider, residence };
  for (const [column, school] of schools.entries()) {
    const destination = place.get(school);
    if (destination === undefined) continue;
    for (const [person, distance] of await distancesFrom(wanted.get(school) ?? [], destination, settled)) {
      const row = metres[rowOf.get(person) ?? -1];
      if (row !== undefined) row[column] = distance;
    }
  }
  return { matrix: { persons, schools, metres }, issues };
}

interface Settled extends TravelMatrixOptions {
  readonly provider: TravelProvider;
  readonly residence: ReadonlyMap<string, Coordinates | undefined>;
}

/** Returns the distance of every person with a residence; people at one point share one question. */
async function distancesFrom(people: Iterable<string>, destination: Coordinates, settled: Settled) {
  const origins = distinctOrigins(people, settled.residence);
  const answers = await distancesTo(destination, origins.points, settled);
  return answers.flatMap(([origin, metres]) =>
    (origins.people.get(origin) ?? []).map((person): [string, number | null] => [person, metres]),
  );
}

function groupBySchool(pairs: readonly TravelPair[]): ReadonlyMap<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { person, school } of pairs) {
    const group = groups.get(school) ?? new Set();
    groups.set(school, group.add(person));
  }
  return groups;
}

function distinctOrigins(people: Iterable<string>, residence: ReadonlyMap<string, Coordinates | undefined>) {
  const points: Coordinates[] = [];
  const indexOf = new Map<string, number>();
  const byIndex = new Map<number, string[]>();
  for (const person of people) {
    const point = residence.get(person);
    if (point === undefined) continue;
    const key = `${point.latitude},${point.longitude}`;
    const index = indexOf.get(key) ?? points.push(point) - 1;
    indexOf.set(key, index);
    byIndex.set(index, [...(byIndex.get(index) ?? []), person]);
  }
  return { points, people: byIndex as ReadonlyMap<number, readonly string[]> };
}

async function distancesTo(
  destination: Coordinates,
  origins: readonly Coordinates[],
  options: Settled,
): Promise<readonly (readonly [number, number | null])[]> {
  const size = options.maxOrigins ?? DEFAULT_MAX_ORIGINS;
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`Cannot ask for distances: maxOrigins must be a positive integer, current value is ${size}`);
  }
  const found: [number, number | null][] = [];
  for (let start = 0; start < origins.length; start += size) {
    options.signal?.throwIfAborted();
    const chunk = origins.slice(start, start + size);
    const answer = await options.provider(chunk, [destination], options.signal ? { signal: options.signal } : {});
    if (answer.length !== chunk.length) {
      throw new RangeError(
        `Cannot use the travel provider: asked for ${chunk.length} origins, it answered ${answer.length}`,
      );
    }
    answer.forEach((row, index) => found.push([start + index, wholeMetres(row[0] ?? null)]));
  }
  return found;
}

/** A distance that is negative or not finite is unknown, never 0. */
function wholeMetres(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}

function unplaced(
  ids: readonly string[],
  places: ReadonlyMap<string, Coordinates | undefined>,
  code: "person-without-residence" | "school-without-coordinates",
): readonly Issue[] {
  const what = code === "person-without-residence" ? { zh: "人员", en: "person" } : { zh: "学校", en: "school" };
  return ids
    .filter((id) => places.get(id) === undefined)
    .map((id) => ({
      code,
      severity: "warning",
      message: {
        zh: `${what.zh}“${id}”没有坐标，距离未知`,
        en: `The ${what.en} "${id}" has no coordinates; distances are unknown`,
      },
      advice: { zh: "请填写坐标", en: "Give the coordinates" },
    }));
}
