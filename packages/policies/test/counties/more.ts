import { ABOUT_A_TENTH } from "./about-a-tenth.ts";
import { AIMS } from "./aims.ts";
import { BALANCE } from "./balance.ts";
import { COUNTY_CASES } from "./county-cases.ts";
import { FULL_SCHOOLS } from "./full-schools.ts";
import { GOING_UP } from "./going-up.ts";
import { HEADS } from "./heads.ts";
import { OWN_RULES } from "./own-rules.ts";
import { PERIODS } from "./periods.ts";
import { ROOMS } from "./rooms.ts";
import type { SmallCase } from "./small.ts";
import { STALLS } from "./stall-cases.ts";
import { STAYING } from "./staying.ts";
import { TOWN_CASES } from "./town-cases.ts";
import { TWO_WAYS } from "./two-ways.ts";
import { YULIN_CASES } from "./yulin-cases.ts";

/**
 * Counties in which parts of a policy bind that do not in its first one. What takes a part away is looked for in this order, and the
 * first that is found stands in the table of evidence.
 */
export const MORE: readonly SmallCase[] = [
  ...AIMS,
  ...BALANCE,
  ...PERIODS,
  ...ROOMS,
  ...TWO_WAYS,
  ...COUNTY_CASES,
  ...YULIN_CASES,
  ...TOWN_CASES,
  ...FULL_SCHOOLS,
  ...GOING_UP,
  ...STALLS,
  ...HEADS,
  ...STAYING,
  ...OWN_RULES,
  ...ABOUT_A_TENTH,
];
