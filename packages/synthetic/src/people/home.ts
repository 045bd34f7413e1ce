import type { Coordinates } from "@lungang/core";
import { inDisc, shifted } from "../place/ground.ts";
import type { SchoolPlan } from "../posts/plan.ts";
import { areaOf } from "../posts/plan.ts";
import type { Random } from "../random.ts";

/** Share of the people of schools outside the town who live in it. */
const LIVES_IN_TOWN = 0.38;
const TOWN_RADIUS_KM = 2.5;
const NEAR_KM = { urban: 3, town: 2, rural: 4, remote: 5 } as const;
/** Share of people who live far from the school, anywhere around. */
const LIVES_AWAY = 0.04;
const AWAY_KM = 15;

/** Draws where a person of a school lives; nowhere if the place of the school is unknown. */
export function drawResidence(
  { school, hub }: Pick<SchoolPlan, "school" | "hub">,
  random: Random,
): Coordinates | undefined {
  const { coordinates } = school;
  if (coordinates === undefined) return undefined;
  const area = areaOf(school);
  if (area !== "urban" && random.chance(LIVES_IN_TOWN)) return inTown(hub, random);
  if (random.chance(LIVES_AWAY)) return shifted(coordinates, inDisc(AWAY_KM, random));
  return shifted(coordinates, inDisc(NEAR_KM[area], random));
}

/** Draws a place in the town. */
export function inTown(hub: Coordinates, random: Random): Coordinates {
  return shifted(hub, inDisc(TOWN_RADIUS_KM, random));
}
