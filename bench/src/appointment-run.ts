/**
 * Measures appointment of growing size, after a build of packages and bench: node bench/dist/appointment-run.js. Prints the
 * phases of every size; a broken promise ends it with an error.
 */
import type { Lap } from "./laps.ts";
import { lapLine } from "./laps.ts";
import type { MarketSize } from "./appointment.ts";
import { measureMarket, measureWorkbook } from "./appointment.ts";
import { measureJoined } from "./joined.ts";

const COUNTY: MarketSize = { schools: 200, postsPerSchool: 10, people: 8_000, applicants: 3_000, wishes: 6, heads: 4 };

/** Sizes from a county to a province: five people a post, all of whom apply. */
const GROWING: readonly MarketSize[] = [500, 1_000, 2_000].map((schools) => {
  const people = schools * 50;
  return { schools, postsPerSchool: 10, people, applicants: people, wishes: 6, heads: 5 };
});

function print(title: string, laps: readonly Lap[]): void {
  console.log(title);
  for (const lap of laps) console.log(lapLine(lap));
}

const titleOf = ({ people, applicants, schools, postsPerSchool }: MarketSize): string =>
  `${people} people, ${applicants} applicants, ${schools * postsPerSchool} posts`;

const { laps, rotated, moved } = await measureJoined({ schools: 200, people: 8_000, applicants: 3_000 });
print(`200 schools, 8000 people: ${rotated} rotate, then 3000 apply in four rounds and ${moved} move`, laps);
print(`${titleOf(COUNTY)}, by workbook`, (await measureWorkbook(COUNTY)).laps);
for (const size of [COUNTY, ...GROWING]) print(titleOf(size), measureMarket(size).laps);
