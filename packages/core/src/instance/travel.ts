import type { County } from "./county.ts";
import { greatCircleMetres } from "./great-circle.ts";
import type { Travel } from "./instance.ts";
import type { Issue } from "./issue.ts";
import type { Person } from "./person.ts";
import type { Coordinates } from "./scalars.ts";
import type { School } from "./school.ts";

/**
 * Marks a distance that nobody knows; it is never 0.
 *
 * @public
 */
export const UNKNOWN_METRES = -1;

/**
 * Distances from where people live to schools.
 *
 * @public
 */
export interface TravelTable {
  /** Whole metres from the residence of a person to a school, {@link UNKNOWN_METRES} where unknown. */
  readonly metres: (person: number, school: number) => number;
  /** Where a person lives: the residence, else the middle of the schools of the residence township. */
  readonly origin: (person: number) => Coordinates | undefined;
}

/**
 * Returns the distances of a county.
 *
 * An entry of the travel matrix wins, `null` in it means unknown; otherwise great-circle metres times the road factor,
 * rounded to the nearest metre. The residence counts and not the school worked at (tricky case 10).
 *
 * @public
 */
export function createTravel(county: County): TravelTable {
  const { roadFactor } = county.instance.travel;
  const entry = matrixEntries(county);
  const origins = originsOf(county);
  return {
    origin: (person) => origins[person],
    metres: (person, school) => {
      const listed = entry(person, school);
      if (listed !== undefined) return listed ?? UNKNOWN_METRES;
      const from = origins[person];
      const to = county.schools[school]?.coordinates;
      if (from === undefined || to === undefined) return UNKNOWN_METRES;
      return Math.round(greatCircleMetres(from, to) * roadFactor);
    },
  };
}

/**
 * Returns whole metres by road between two schools, {@link UNKNOWN_METRES} where a place is unknown.
 *
 * @public
 */
export function schoolMetres({ instance, schools }: County, a: number, b: number): number {
  const from = schools[a]?.coordinates;
  const to = schools[b]?.coordinates;
  if (from === undefined || to === undefined) return UNKNOWN_METRES;
  return Math.round(greatCircleMetres(from, to) * instance.travel.roadFactor);
}

type Entry = (person: number, school: number) => number | null | undefined;

function matrixEntries(county: County): Entry {
  const matrix: Travel["matrix"] = county.instance.travel.matrix;
  if (matrix === undefined) return () => undefined;
  const rows = new Map(matrix.persons.map((id, row) => [county.personIndex.get(id), row]));
  const columns = new Map(matrix.schools.map((id, column) => [county.schoolIndex.get(id), column]));
  return (person, school) => {
    const row = rows.get(person);
    const column = columns.get(school);
    return row === undefined || column === undefined ? undefined : matrix.metres[row]?.[column];
  };
}

function originsOf(county: County): readonly (Coordinates | undefined)[] {
  const centres = townshipCentres(county.schools);
  return county.persons.map(
    (person) =>
      person.residence ?? (person.residenceTownship === undefined ? undefined : centres.get(person.residenceTownship)),
  );
}

/** Returns the mean of the coordinates of the schools of each township. */
function townshipCentres(schools: readonly School[]): ReadonlyMap<string, Coordinates> {
  const sums = new Map<string, { latitude: number; longitude: number; count: number }>();
  for (const { township, coordinates } of schools) {
    if (township === undefined || coordinates === undefined) continue;
    const sum = sums.get(township) ?? { latitude: 0, longitude: 0, count: 0 };
    sum.latitude += coordinates.latitude;
    sum.longitude += coordinates.longitude;
    sum.count++;
    sums.set(township, sum);
  }
  return new Map(
    [...sums].map(([township, { latitude, longitude, count }]) => [
      township,
      { latitude: latitude / count, longitude: longitude / count },
    ]),
  );
}

/**
 * Returns what is missing to know the distances of some people to some schools: one issue for a person without a
 * residence, one for a school without coordinates; pairs that the travel matrix covers are not asked for.
 */
export function travelIssues(county: County, people: readonly number[], schools: readonly number[]): readonly Issue[] {
  const { metres, origin } = createTravel(county);
  const homeless = people.filter(
    (person) => origin(person) === undefined && schools.some((school) => metres(person, school) === UNKNOWN_METRES),
  );
  const located = people.filter((person) => origin(person) !== undefined);
  const unplaced = schools.filter(
    (school) =>
      county.schools[school]?.coordinates === undefined &&
      located.some((person) => metres(person, school) === UNKNOWN_METRES),
  );
  return [
    ...homeless.map((person) => personIssue(county.persons[person] as Person)),
    ...unplaced.map((school) => schoolIssue(county.schools[school] as School)),
  ];
}

function personIssue({ id }: Person): Issue {
  return {
    code: "unknown-distance",
    severity: "error",
    path: ["persons", id, "residence"],
    message: {
      zh: `人员“${id}”没有居住地，无法计算到学校的距离`,
      en: `Person "${id}" has no residence: distances to schools are unknown`,
    },
    advice: {
      zh: "请填写居住地坐标或居住乡镇，或填写“里程”表",
      en: "Give the coordinates or the township of the residence, or a travel matrix",
    },
  };
}

function schoolIssue({ id }: School): Issue {
  return {
    code: "unknown-distance",
    severity: "error",
    path: ["schools", id, "coordinates"],
    message: {
      zh: `学校“${id}”没有坐标，无法计算到该校的距离`,
      en: `School "${id}" has no coordinates: distances to it are unknown`,
    },
    advice: { zh: "请填写学校坐标，或填写“里程”表", en: "Give the coordinates of the school, or a travel matrix" },
  };
}
