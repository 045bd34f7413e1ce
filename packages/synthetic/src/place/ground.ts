import type { Coordinates } from "@lungang/core";
import type { Random } from "../random.ts";

/** A place in kilometres east and north of the county town. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const KM_PER_DEGREE = 111.195;
const RADIANS_PER_DEGREE = Math.PI / 180;
/** Five decimals are about one metre. */
const DECIMALS = 100_000;

/** Cosine by its series, since the built-in one may differ in the last bit between engines. */
function cosine(degrees: number): number {
  const square = (degrees * RADIANS_PER_DEGREE) ** 2;
  return 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - square / 56)));
}

const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

/** Returns the place that lies some kilometres east and north of another. */
export function shifted(from: Coordinates, by: Point): Coordinates {
  return {
    latitude: rounded(from.latitude + by.y / KM_PER_DEGREE),
    longitude: rounded(from.longitude + by.x / (KM_PER_DEGREE * cosine(from.latitude))),
  };
}

/** Returns the kilometres between two places a county apart, on flat ground. */
export function flatKilometres(a: Coordinates, b: Coordinates): number {
  const y = (b.latitude - a.latitude) * KM_PER_DEGREE;
  const x = (b.longitude - a.longitude) * KM_PER_DEGREE * cosine((a.latitude + b.latitude) / 2);
  return Math.sqrt(x * x + y * y);
}

/** Returns a point of a disc around the origin, all parts of it equally likely. */
export function inDisc(radius: number, random: Random): Point {
  for (;;) {
    const point = { x: random.between(-1, 1), y: random.between(-1, 1) };
    if (point.x * point.x + point.y * point.y <= 1) return { x: point.x * radius, y: point.y * radius };
  }
}

export function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

export function distanceKm(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

/** Returns a number from 0 to 4 that grows with the direction of a point as an angle does. */
export function direction({ x, y }: Point): number {
  const size = Math.abs(x) + Math.abs(y);
  if (size === 0) return 0;
  if (y >= 0) return x >= 0 ? y / size : 1 - x / size;
  return x < 0 ? 2 - y / size : 3 + x / size;
}
