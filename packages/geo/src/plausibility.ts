import type { Coordinates, Instance, Issue, Text } from "@lungang/core";
import { greatCircleMetres } from "@lungang/core";

/**
 * A point with where it stands in its document.
 *
 * @public
 */
export interface LocatedPoint {
  readonly point: Coordinates;
  readonly path: readonly (string | number)[];
  /** What the point belongs to, for readers. */
  readonly label: Text;
  /** A private point (a residence) is never repeated in an issue. */
  readonly isPrivate?: boolean;
}

/** No county is smaller than this; points within it of the median are never called far. */
const LEAST_RADIUS_METRES = 150_000;
/** Points farther than this multiple of the median distance from the median point are far. */
const SPREAD_FACTOR = 8;
const NEAR_ZERO_DEGREES = 0.01;
/** With fewer points a median says nothing. */
const LEAST_POINTS = 3;

/**
 * Finds coordinates of an instance that cannot be right: 0/0, latitude and longitude swapped, far from all others.
 *
 * @public
 */
export function checkCoordinates(instance: Pick<Instance, "schools" | "persons">): readonly Issue[] {
  const schools = instance.schools.flatMap((school, index): LocatedPoint[] =>
    school.coordinates === undefined
      ? []
      : [
          {
            point: school.coordinates,
            path: ["schools", index, "coordinates"],
            label: { zh: `学校“${school.name}”的坐标`, en: `coordinates of school "${school.id}"` },
          },
        ],
  );
  const residences = instance.persons.flatMap((person, index): LocatedPoint[] =>
    person.residence === undefined
      ? []
      : [
          {
            point: person.residence,
            path: ["persons", index, "residence"],
            label: { zh: `人员“${person.id}”的居住地坐标`, en: `residence of person "${person.id}"` },
            isPrivate: true,
          },
        ],
  );
  return checkPoints([...schools, ...residences]);
}

/**
 * Finds implausible points; the bulk is the median of all points, so a minority of wrong ones cannot hide itself.
 *
 * @public
 */
export function checkPoints(points: readonly LocatedPoint[]): readonly Issue[] {
  const usable = points.filter(({ point }) => !isZero(point));
  const bulk = usable.length >= LEAST_POINTS ? bulkOf(usable.map(({ point }) => point)) : undefined;
  return points.flatMap((located) => {
    const issue = isZero(located.point) ? zeroIssue(located) : bulk && outsideIssue(located, bulk);
    return issue === undefined ? [] : [issue];
  });
}

interface Bulk {
  readonly centre: Coordinates;
  readonly radiusMetres: number;
}

function bulkOf(points: readonly Coordinates[]): Bulk {
  const centre = {
    latitude: median(points.map((point) => point.latitude)),
    longitude: median(points.map((point) => point.longitude)),
  };
  const typical = median(points.map((point) => greatCircleMetres(point, centre)));
  return { centre, radiusMetres: Math.max(LEAST_RADIUS_METRES, SPREAD_FACTOR * typical) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function isZero({ latitude, longitude }: Coordinates): boolean {
  return Math.abs(latitude) < NEAR_ZERO_DEGREES && Math.abs(longitude) < NEAR_ZERO_DEGREES;
}

function outsideIssue(located: LocatedPoint, bulk: Bulk): Issue | undefined {
  const { point } = located;
  if (greatCircleMetres(point, bulk.centre) <= bulk.radiusMetres) return undefined;
  const swapped = { latitude: point.longitude, longitude: point.latitude };
  const fitsSwapped = Math.abs(swapped.latitude) <= 90 && greatCircleMetres(swapped, bulk.centre) <= bulk.radiusMetres;
  return fitsSwapped ? swappedIssue(located) : farIssue(located, bulk);
}

function zeroIssue(located: LocatedPoint): Issue {
  return {
    ...base(located),
    code: "coordinates-zero",
    severity: "error",
    message: { zh: `${located.label.zh}是 0/0`, en: `The ${located.label.en} are 0/0` },
    advice: { zh: "不清楚的坐标请留空，不要填 0", en: "Leave unknown coordinates empty instead of 0" },
  };
}

function swappedIssue(located: LocatedPoint): Issue {
  return {
    ...base(located),
    code: "coordinates-swapped",
    severity: "error",
    message: {
      zh: `${located.label.zh}的纬度和经度写反了`,
      en: `Latitude and longitude of the ${located.label.en} are swapped`,
    },
    advice: { zh: "请对调纬度和经度", en: "Swap latitude and longitude" },
  };
}

function farIssue(located: LocatedPoint, bulk: Bulk): Issue {
  const km = Math.round(greatCircleMetres(located.point, bulk.centre) / 1000);
  const limit = Math.round(bulk.radiusMetres / 1000);
  return {
    ...base(located),
    code: "coordinates-far",
    severity: "warning",
    message: {
      zh: `${located.label.zh}距全县中心约 ${km} 公里`,
      en: `The ${located.label.en} are about ${km} km from the middle of the county`,
    },
    expected: `≤ ${limit} km`,
    advice: { zh: "请核对坐标和坐标系", en: "Check the coordinates and the coordinate system" },
  };
}

function base({ point, path, isPrivate }: LocatedPoint): Pick<Issue, "path" | "received"> {
  return isPrivate === true ? { path } : { path, received: `${point.latitude}, ${point.longitude}` };
}
