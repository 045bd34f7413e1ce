import type { InstanceInput } from "@lungang/core";
import type { CountyOptions } from "./options.ts";
import { checkedCount, settleRates } from "./options.ts";
import type { Setting } from "./people/draft.ts";
import { populate } from "./people/populate.ts";
import { groupSchools } from "./place/groups.ts";
import { COUNTY_TOWN, drawMap } from "./place/sites.ts";
import { planSchool, postsOf } from "./posts/plan.ts";
import { Random } from "./random.ts";
import { largestRemainder } from "./shares.ts";

const PEOPLE_PER_SCHOOL = 40;
const PLAN_YEAR = 2024;
const SPREAD_PER_ROOT = 2.5;
const SMALLEST_SPREAD_KM = 12;
/** Weights of schools are drawn as fractions; their integer grid. */
const GRID = 1000;

/**
 * Returns a made-up county: a town in the centre, townships around, mountains far out, with posts and people.
 *
 * Guarantees: the same options give the same data on every machine; `people` is met exactly if there is a school;
 * nobody is real.
 * Cost: linear in people.
 *
 * @throws {RangeError} if a count is no integer from 0, a rate is not from 0 to 1, or there are people without schools
 * @example A county of three schools
 * ```ts
 * import { loadInstance } from "@lungang/core";
 * import { generateCounty } from "@lungang/synthetic";
 *
 * const county = generateCounty({ seed: "first", schools: 3, people: 90 });
 * if (county.persons.length !== 90 || !loadInstance(county).ok) throw new Error("not a county");
 * ```
 * @public
 */
export function generateCounty(options: CountyOptions): InstanceInput {
  const schools = checkedCount("schools", options.schools);
  const people = checkedCount("people", options.people ?? PEOPLE_PER_SCHOOL * schools);
  if (schools === 0 && people > 0) throw new RangeError(`Cannot make a county: ${people} people need a school`);
  const rates = settleRates(options);
  const planYear = checkedCount("planYear", options.planYear ?? PLAN_YEAR);
  const spreadKm = options.spreadKm ?? Math.max(SMALLEST_SPREAD_KM, SPREAD_PER_ROOT * Math.sqrt(schools));
  if (!(spreadKm > 0))
    throw new RangeError(`Cannot make a county: spreadKm must be above 0, current value is ${spreadKm}`);
  const map = drawMap({ seed: options.seed, schools, spreadKm });
  const grouped = groupSchools(map, new Random(`${options.seed}/groups`));
  const recruits = Math.round(rates.recruitRate * people);
  const weights = map.sites.map((site) => Math.round(GRID * site.staffWeight));
  const headcounts = largestRemainder(people - recruits, weights);
  const random = new Random(`${options.seed}/posts`);
  const plans = grouped.schools.map((school, index) =>
    planSchool({ school, headcount: headcounts[index] ?? 0, hub: COUNTY_TOWN }, rates, random),
  );
  const setting: Setting = { seed: options.seed, planYear, rates, plans };
  return {
    format: "lungang-instance-1",
    county: {
      id: "C1",
      name: "示例县",
      establishment: plans.reduce((sum, { school }) => sum + (school.establishment ?? 0), 0),
    },
    planYear,
    schools: plans.map(({ school }) => school),
    posts: postsOf(plans),
    persons: populate(setting, recruits),
    groups: schools === 0 ? [] : grouped.groups,
  };
}
