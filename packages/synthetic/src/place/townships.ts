import { placeNames } from "../names.ts";
import type { Random } from "../random.ts";
import type { Point } from "./ground.ts";
import { distanceKm, inDisc, plus } from "./ground.ts";

/** A township; the first one is the county town. */
export interface Township {
  readonly id: string;
  readonly name: string;
  readonly at: Point;
  /** Radius of the built-up place. */
  readonly radiusKm: number;
  readonly mountain: boolean;
  readonly remote: boolean;
}

const ORIGIN: Point = { x: 0, y: 0 };
/** Beyond this share of the spread a township is remote. */
const REMOTE = 0.72;
const MOUNTAINS = 0.5;
const TRIES = 8;

/** Returns the county town and a count of townships around it, kept apart from each other. */
export function layTownships(count: number, spreadKm: number, random: Random): Township[] {
  const names = placeNames(count + 1, random);
  const apart = (0.7 * spreadKm) / Math.sqrt(count + 1);
  const townRadiusKm = Math.min(spreadKm / 5, 1.5 + 0.3 * Math.sqrt(count));
  const town = { at: ORIGIN, radiusKm: townRadiusKm, mountain: false, remote: false };
  const townships: Township[] = [{ id: "X01", name: `${names[0] ?? ""}镇（城关）`, ...town }];
  for (let index = 1; index <= count; index++) {
    const at = freePlace(townships, { apart, spreadKm, townRadiusKm }, random);
    const far = distanceKm(at, ORIGIN) / spreadKm;
    const mountain = far > MOUNTAINS && random.chance(0.75);
    const name = `${names[index] ?? ""}${far > REMOTE ? "乡" : "镇"}`;
    const id = `X${String(index + 1).padStart(2, "0")}`;
    townships.push({ id, name, at, radiusKm: 0.8, mountain, remote: far > REMOTE });
  }
  return townships;
}

interface Room {
  readonly apart: number;
  readonly spreadKm: number;
  readonly townRadiusKm: number;
}

function freePlace(others: readonly Township[], room: Room, random: Random): Point {
  let best: Point = ORIGIN;
  let bestDistance = -1;
  for (let tries = 0; tries < TRIES && bestDistance < room.apart; tries++) {
    const at = inDisc(room.spreadKm, random);
    const nearest = Math.min(...others.map((other) => distanceKm(other.at, at)));
    if (nearest > bestDistance) [best, bestDistance] = [at, nearest];
  }
  return best;
}

/** Returns a place in the built-up part of a township. */
export function inSeat(township: Township, random: Random): Point {
  return plus(township.at, inDisc(township.radiusKm, random));
}
