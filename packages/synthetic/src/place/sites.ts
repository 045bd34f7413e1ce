import type { Coordinates, SchoolInput } from "@lungang/core";
import { numberedId, placeNames } from "../names.ts";
import { Random } from "../random.ts";
import type { Point } from "./ground.ts";
import { distanceKm, inDisc, plus, shifted } from "./ground.ts";
import type { SchoolKind } from "./mix.ts";
import { mixSchools } from "./mix.ts";
import type { Township } from "./townships.ts";
import { inSeat, layTownships } from "./townships.ts";

/** A school on the map, before it has pupils and people. */
export interface Site {
  readonly school: SchoolInput;
  readonly at: Point;
  /** Relative number of people. */
  readonly staffWeight: number;
}

export interface CountyMap {
  readonly townships: readonly Township[];
  readonly sites: readonly Site[];
}

export interface MapOptions {
  readonly seed: string;
  readonly schools: number;
  readonly spreadKm: number;
}

/** Where the county town lies; nowhere in particular. */
export const COUNTY_TOWN: Coordinates = { latitude: 27, longitude: 109 };

type Quality = NonNullable<SchoolInput["quality"]>;
type Area = NonNullable<SchoolInput["area"]>;

const QUALITY: Readonly<Record<Area, readonly (readonly [Quality, number])[]>> = {
  urban: [
    ["good", 45],
    ["ordinary", 50],
    ["weak", 5],
  ],
  town: [
    ["good", 6],
    ["ordinary", 69],
    ["weak", 25],
  ],
  rural: [
    ["good", 1],
    ["ordinary", 45],
    ["weak", 54],
  ],
  remote: [
    ["ordinary", 15],
    ["weak", 85],
  ],
};

interface Plot {
  readonly kind: SchoolKind;
  readonly township: Township;
}

/** Returns the map of a county: its townships, and its schools with area, terrain, quality and parent. */
export function drawMap(options: MapOptions): CountyMap {
  const random = new Random(`${options.seed}/map`);
  const mix = mixSchools(options.schools);
  const townships = layTownships(mix.townships, options.spreadKm, random);
  const outer = townships.slice(1);
  // Nine-year schools stand in the remotest townships.
  const byDistance = [...outer].sort((a, b) => distanceKm(a.at, { x: 0, y: 0 }) - distanceKm(b.at, { x: 0, y: 0 }));
  const seats = [...mix.seats].sort((a, b) => b.length - a.length);
  const town = townships[0] as Township;
  const plots: Plot[] = [
    ...mix.town.map((kind) => ({ kind, township: town })),
    ...byDistance.flatMap((township, index) => (seats[index] ?? []).map((kind) => ({ kind, township }))),
    ...mix.fields.map((kind, index) => ({ kind, township: outer[index % outer.length] as Township })),
  ];
  const names = placeNames(plots.length, random);
  const digits = Math.max(3, String(plots.length).length);
  const sites = plots.map((plot, index) => {
    const id = numberedId("S", index, digits);
    return drawSite(plot, { id, name: names[index] ?? id }, random);
  });
  return { townships, sites: withParents(sites) };
}

function drawSite({ kind, township }: Plot, label: { id: string; name: string }, random: Random): Site {
  const field = kind.where === "field";
  const at = field ? plus(township.at, ring(random)) : inSeat(township, random);
  const area = areaOf(kind, township);
  const [low, high] = kind.staff;
  const school: SchoolInput = {
    id: label.id,
    name: label.name + kind.suffix,
    type: kind.type,
    ownership: kind.ownership,
    level: kind.level,
    area,
    terrain: township.mountain ? "mountain" : "plain",
    quality: random.weighted(QUALITY[area]),
    countyAffiliated: kind.type === "senior",
    township: township.id,
    coordinates: shifted(COUNTY_TOWN, at),
  };
  return { school, at, staffWeight: random.between(low, high) };
}

/** A place in the villages, outside the seat. */
function ring(random: Random): Point {
  for (;;) {
    const point = inDisc(7, random);
    if (distanceKm(point, { x: 0, y: 0 }) > 2) return point;
  }
}

function areaOf(kind: SchoolKind, township: Township): Area {
  if (kind.where === "town") return "urban";
  if (kind.where === "seat") return township.remote ? "rural" : "town";
  return township.remote || (kind.level === "teachingPoint" && township.mountain) ? "remote" : "rural";
}

/** Village schools and teaching points belong to the primary or nine-year school at the seat. */
function withParents(sites: readonly Site[]): Site[] {
  const seats = new Map<string | undefined, string>();
  for (const { school } of sites) {
    const seat = school.area !== "urban" && (school.level === "townshipCenter" || school.type === "nineYear");
    if (seat) seats.set(school.township, school.id);
  }
  return sites.map((site) => {
    const parent = seats.get(site.school.township);
    const child = site.school.level === "village" || site.school.level === "teachingPoint";
    return child && parent !== undefined ? { ...site, school: { ...site.school, parent } } : site;
  });
}
