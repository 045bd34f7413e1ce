import { greatCircleMetres } from "./great-circle.ts";
import type { Instance } from "./instance.ts";
import type { Findings } from "./references.ts";
import type { Coordinates } from "./scalars.ts";

/** Degrees around China. A point outside whose swap is inside has latitude and longitude in each other's place. */
const CHINA = { south: 17, north: 54, west: 73, east: 136 } as const;
/** Points may be some way off the gate, and a road is never much shorter than the straight line. */
const STRAIGHT_PART = 0.9;
const POINT_ERROR_METRES = 500;
/** So many schools on one spot were given the point of the county. */
const LEAST_ON_ONE_POINT = 3;
/** A road table whose longest road is shorter than this holds kilometres. */
const SHORTEST_TABLE_METRES = 300;
const LEAST_ENTRIES = 8;

/** Finds points that are swapped or all the same, and roads that are shorter than the straight line. */
export function checkPoints(instance: Instance, findings: Findings): void {
  instance.schools.forEach(({ id, coordinates }, index) =>
    checkSwapped(
      coordinates,
      { path: ["schools", index, "coordinates"], zh: `学校“${id}”`, en: `school "${id}"` },
      findings,
    ),
  );
  instance.persons.forEach(({ id, residence }, index) =>
    checkSwapped(
      residence,
      { path: ["persons", index, "residence"], zh: `人员“${id}”`, en: `person "${id}"` },
      findings,
    ),
  );
  checkOnePoint(instance, findings);
  checkRoads(instance, findings);
}

interface Owner {
  readonly path: readonly (string | number)[];
  readonly zh: string;
  readonly en: string;
}

function isInChina({ latitude, longitude }: Coordinates): boolean {
  return latitude >= CHINA.south && latitude <= CHINA.north && longitude >= CHINA.west && longitude <= CHINA.east;
}

function checkSwapped(point: Coordinates | undefined, { path, zh, en }: Owner, findings: Findings): void {
  if (point === undefined || isInChina(point)) return;
  if (!isInChina({ latitude: point.longitude, longitude: point.latitude })) return;
  findings.report({
    code: "coordinates-swapped",
    path,
    message: { zh: `${zh}的纬度和经度写反了`, en: `Latitude and longitude of ${en} are swapped` },
    advice: { zh: "请对调纬度和经度", en: "Swap latitude and longitude" },
  });
}

function checkOnePoint({ schools, persons }: Instance, findings: Findings): void {
  const spots = new Map<string, number[]>();
  schools.forEach(({ coordinates }, index) => {
    if (coordinates === undefined) return;
    const spot = `${coordinates.latitude}, ${coordinates.longitude}`;
    const list = spots.get(spot) ?? [];
    spots.set(spot, list);
    list.push(index);
  });
  for (const [received, indices] of spots) {
    if (indices.length < LEAST_ON_ONE_POINT) continue;
    findings.report({
      code: "schools-on-one-point",
      severity: "warning",
      path: ["schools", indices[0] ?? 0, "coordinates"],
      received,
      message: {
        zh: `${indices.length} 所学校的坐标完全相同，距离会算成 0`,
        en: `${indices.length} schools have the same coordinates; distances will be 0`,
      },
      advice: { zh: "请逐校填写实际坐标；不清楚的留空", en: "Give each school its own point, or leave it empty" },
    });
  }
  checkHomes(persons, findings);
}

const MANY_PEOPLE = 20;

function checkHomes(persons: Instance["persons"], findings: Findings): void {
  const homes = persons.flatMap(({ residence }) => (residence === undefined ? [] : [residence]));
  const [first] = homes;
  if (first === undefined || homes.length < MANY_PEOPLE) return;
  if (homes.some((home) => home.latitude !== first.latitude || home.longitude !== first.longitude)) return;
  findings.report({
    code: "homes-on-one-point",
    severity: "warning",
    path: ["persons"],
    message: {
      zh: `${homes.length} 人的居住地坐标完全相同`,
      en: `The residences of ${homes.length} people have the same coordinates`,
    },
    advice: { zh: "请逐人填写实际坐标；不清楚的留空", en: "Give each person the own point, or leave it empty" },
  });
}

/** An entry of the road table that is shorter than the straight line between the points. */
interface ShortRoad {
  readonly row: number;
  readonly column: number;
  readonly metres: number;
  readonly straight: number;
}

function checkRoads(instance: Instance, findings: Findings): void {
  const { compared, short } = shortRoads(instance);
  const { matrix } = instance.travel;
  const entries = (matrix?.metres ?? []).flat().filter((metres) => metres !== null);
  const longest = entries.reduce((most, metres) => Math.max(most, metres), 0);
  const isTiny = entries.length >= LEAST_ENTRIES && longest < SHORTEST_TABLE_METRES;
  const [first] = short;
  if (first !== undefined && short.length * 2 > compared) reportUnit(first, findings);
  else if (isTiny) reportTiny(longest, findings);
  else if (first !== undefined) reportShort(first, short.length, findings);
}

function shortRoads({ travel: { matrix }, persons, schools }: Instance): {
  compared: number;
  short: readonly ShortRoad[];
} {
  const homes = new Map(persons.map(({ id, residence }) => [id, residence]));
  const points = new Map(schools.map(({ id, coordinates }) => [id, coordinates]));
  const short: ShortRoad[] = [];
  let compared = 0;
  matrix?.metres.forEach((entries, row) => {
    const home = homes.get(matrix.persons[row] ?? "");
    if (home === undefined) return;
    entries.forEach((metres, column) => {
      const point = points.get(matrix.schools[column] ?? "");
      if (point === undefined || metres === null) return;
      const straight = greatCircleMetres(home, point);
      if (straight <= POINT_ERROR_METRES) return;
      compared++;
      if (metres < (straight - POINT_ERROR_METRES) * STRAIGHT_PART) short.push({ row, column, metres, straight });
    });
  });
  return { compared, short };
}

function reportUnit({ row, column, metres, straight }: ShortRoad, findings: Findings): void {
  findings.report({
    code: "roads-in-kilometres",
    path: ["travel", "matrix", "metres", row, column],
    received: String(metres),
    expected: `≥ ${Math.round(straight)}`,
    message: {
      zh: "里程普遍短于直线距离，可能以公里填写，应为米",
      en: "Most roads are shorter than the straight line: they may be in kilometres and should be in metres",
    },
    advice: { zh: "请把里程换算成米；坐标也请核对", en: "Give metres; check the coordinates as well" },
  });
}

function reportTiny(longest: number, findings: Findings): void {
  findings.report({
    code: "roads-very-short",
    severity: "warning",
    path: ["travel", "matrix", "metres", 0, 0],
    received: `≤ ${longest}`,
    message: {
      zh: `里程最长只有 ${longest} 米，可能以公里填写`,
      en: `The longest road has ${longest} metres; the roads may be in kilometres`,
    },
    advice: { zh: "里程以米为单位，请核对", en: "Roads are in metres; check them" },
  });
}

function reportShort({ row, column, metres, straight }: ShortRoad, count: number, findings: Findings): void {
  findings.report({
    code: "road-too-short",
    severity: "warning",
    path: ["travel", "matrix", "metres", row, column],
    received: String(metres),
    expected: `≥ ${Math.round(straight)}`,
    message: {
      zh: `${count} 处里程短于直线距离`,
      en: `${count} roads are shorter than the straight line`,
    },
    advice: { zh: "请核对里程（单位为米）和坐标", en: "Check the roads, in metres, and the coordinates" },
  });
}
