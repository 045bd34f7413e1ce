import type { SchoolInput } from "@lungang/core";
import type { SettledRates } from "../options.ts";
import type { Random } from "../random.ts";
import { randomShares } from "../shares.ts";
import type { Demand } from "./demand.ts";
import { managementHeads } from "./demand.ts";
import { PLENTIFUL, SCARCE } from "./subjects.ts";

type Area = NonNullable<SchoolInput["area"]>;

/** How strongly a shortage or a surplus is felt where. */
const SHORTAGE: Readonly<Record<Area, number>> = { urban: 0.15, town: 0.6, rural: 1, remote: 1.2 };
const SURPLUS: Readonly<Record<Area, number>> = { urban: 1, town: 0.5, rural: 0, remote: 0 };
const OFFICE_VACANT = 0.03;
/** Of a scarce subject there is always somebody left in the county. */
const FEWEST = 0.02;
const PRINCIPAL_FROM = 3;

/** Returns by what share a school has more people than its establishment; below 0 it has fewer. */
export function overstaffing(area: Area, rates: SettledRates, random: Random): number {
  const usual = 0.5 * SURPLUS[area] * rates.surplusRate - 0.4 * SHORTAGE[area] * rates.shortageRate;
  const reversed = random.chance(0.15) ? -1 : 1;
  return reversed * usual + 0.06 * random.bell();
}

/**
 * Splits the people of a school over its posts: scarce subjects go short in the countryside, 语文 and 数学 are plenty in
 * the county town; the rest follows the posts.
 *
 * Guarantees: the counts add up to the headcount if there are posts in teaching, and are in the order of the demands.
 */
export function supplyOf(
  demands: readonly Demand[],
  school: { readonly headcount: number; readonly area: Area; readonly rates: SettledRates },
  random: Random,
): number[] {
  let left = school.headcount;
  const fixed = demands.map((demand) => {
    if (demand.kind === "teaching") return 0;
    const vacant = random.chance(OFFICE_VACANT) ? 1 : 0;
    const heads = Math.max(0, Math.min(left, demand.heads - vacant, affordable(demand, school.headcount)));
    left -= heads;
    return heads;
  });
  const weights = demands.map((demand) => (demand.kind === "teaching" ? demand.heads * factor(demand, school) : 0));
  const teaching = randomShares(left, weights, random);
  return demands.map((_, index) => (fixed[index] ?? 0) + (teaching[index] ?? 0));
}

/** How many people of a small staff can be spared for other work than teaching. */
function affordable({ kind, office }: Demand, headcount: number): number {
  if (kind !== "management") return Math.floor(headcount / 40);
  if (office === undefined || office === "principal") return headcount >= PRINCIPAL_FROM ? 1 : 0;
  return managementHeads(headcount)[office];
}

function factor(
  { subject = "" }: Demand,
  { area, rates }: { readonly area: Area; readonly rates: SettledRates },
): number {
  if (SCARCE.has(subject)) return Math.max(FEWEST, 1 - SHORTAGE[area] * rates.shortageRate);
  return PLENTIFUL.has(subject) ? 1 + SURPLUS[area] * rates.surplusRate : 1;
}
