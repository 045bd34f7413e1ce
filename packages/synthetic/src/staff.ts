import type { Coordinates, InstanceInput, SchoolInput } from "@lungang/core";
import type { SchoolRow, StaffOptions } from "./row.ts";
import { checkedCount, settleRates } from "./options.ts";
import type { SettledRates } from "./options.ts";
import { populate } from "./people/populate.ts";
import { flatKilometres } from "./place/ground.ts";
import { demandOf } from "./posts/demand.ts";
import type { SchoolPlan } from "./posts/plan.ts";
import { areaOf, postsOf } from "./posts/plan.ts";
import { supplyOf } from "./posts/supply.ts";
import { Random } from "./random.ts";
import { largestRemainder } from "./shares.ts";

type Area = NonNullable<SchoolInput["area"]>;
type GroupInput = NonNullable<InstanceInput["groups"]>[number];

/** Farthest distance in kilometres from the centre of a zone for an area; beyond all it is remote. */
const AREA_KM: readonly (readonly [Area, number])[] = [
  ["urban", 4],
  ["town", 10],
  ["rural", 25],
];
/** Shares of the schools with the most pupils that count as good, and as large enough not to be weak. */
const GOOD = 0.2;
const NOT_WEAK = 0.6;

/**
 * Returns a real list of schools with made-up people: exactly as many at each school as the list says.
 *
 * The posts of public schools are all their teachers together, shared by pupils (largest remainder, ties by id), so that
 * surplus and deficit follow the pupils; a private school needs the teachers it has. Zones double as alliances.
 *
 * Guarantees: a school without teachers stays in, with posts and without people.
 * Cost: linear in people.
 *
 * @param schools - rows with different ids
 * @throws {RangeError} if a count is no integer from 0 or a rate is not from 0 to 1
 * @public
 */
export function staff(schools: readonly SchoolRow[], options: StaffOptions): InstanceInput {
  const rates = settleRates(options, { runningRate: 0, recruitRate: 0 });
  const rows = [...schools].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const row of rows) checkedCount(`teachers of school "${row.id}"`, row.teachers);
  const targets = shareTeachers(rows);
  const hubs = hubsByZone(rows);
  const sizes = [...rows].map(({ students = 0 }) => students).sort((a, b) => b - a);
  const random = new Random(`${options.seed}/posts`);
  const plans = rows.map((row, index) => {
    const hub = hubs.get(row.zone) ?? row;
    const target = targets[index] ?? 0;
    const school = schoolOf(row, { hub, sizes, target });
    return planStaff({ school, hub: placeOf(hub), target, headcount: row.teachers }, rates, random);
  });
  const people = rows.reduce((sum, row) => sum + row.teachers, 0);
  const { planYear, seed, county } = options;
  return {
    format: "lungang-instance-1",
    county: { ...county, establishment: targets.reduce((a, b) => a + b, 0) },
    planYear,
    schools: plans.map(({ school }) => school),
    posts: postsOf(plans),
    persons: populate({ seed, planYear, rates, plans }, Math.round(rates.recruitRate * people)),
    groups: groupsOf(rows),
  };
}

/** Shares the teachers of the public schools among these by pupils; others keep theirs. */
function shareTeachers(rows: readonly SchoolRow[]): number[] {
  const shared = rows.filter((row) => row.ownership !== "private");
  const total = shared.reduce((sum, row) => sum + row.teachers, 0);
  const pupils = rows.map((row) =>
    row.ownership === "private" ? 0 : checkedCount(`students of school "${row.id}"`, row.students ?? 0),
  );
  const parts = largestRemainder(total, pupils);
  return rows.map((row, index) => (row.ownership === "private" ? row.teachers : (parts[index] ?? 0)));
}

/** The school with the most pupils of each zone stands for its town. */
function hubsByZone(rows: readonly SchoolRow[]): ReadonlyMap<string | undefined, SchoolRow> {
  const hubs = new Map<string | undefined, SchoolRow>();
  for (const row of rows) {
    const largest = hubs.get(row.zone);
    if (largest === undefined || (row.students ?? 0) > (largest.students ?? 0)) hubs.set(row.zone, row);
  }
  return hubs;
}

function placeOf({ latitude, longitude }: Pick<SchoolRow, "latitude" | "longitude">): Coordinates {
  return { latitude, longitude };
}

interface Around {
  readonly hub: SchoolRow;
  /** Pupils of all schools, largest first. */
  readonly sizes: readonly number[];
  readonly target: number;
}

function schoolOf(row: SchoolRow, around: Around): SchoolInput {
  const area = row.area ?? areaByDistance(flatKilometres(placeOf(row), placeOf(around.hub)));
  const alliance = row.alliance ?? row.zone;
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    ownership: row.ownership ?? "public",
    area,
    quality: qualityOf(area, row.students ?? 0, around.sizes),
    coordinates: placeOf(row),
    establishment: around.target,
    ...(row.township === undefined ? {} : { township: row.township }),
    ...(row.zone === undefined ? {} : { zones: [row.zone] }),
    ...(alliance === undefined ? {} : { alliances: [alliance] }),
    ...(row.students === undefined ? {} : { students: row.students }),
    ...(row.classes === undefined ? {} : { classes: row.classes }),
  };
}

function areaByDistance(kilometres: number): Area {
  return AREA_KM.find(([, most]) => kilometres <= most)?.[0] ?? "remote";
}

/** Large schools of towns are good; small ones outside, and all remote ones, are weak. */
function qualityOf(area: Area, students: number, sizes: readonly number[]): NonNullable<SchoolInput["quality"]> {
  const atLeast = (share: number) => students > 0 && students >= (sizes[Math.floor(share * sizes.length)] ?? 0);
  if (area !== "remote" && area !== "rural" && atLeast(GOOD)) return "good";
  if (area === "remote") return "weak";
  return area === "urban" || atLeast(NOT_WEAK) ? "ordinary" : "weak";
}

interface Staffing {
  readonly school: SchoolInput;
  readonly hub: Coordinates;
  readonly target: number;
  readonly headcount: number;
}

function planStaff({ school, hub, target, headcount }: Staffing, rates: SettledRates, random: Random): SchoolPlan {
  const needed = demandOf(school.type, target);
  // A school that needs nobody still lists the posts of the people it has, all of them superfluous.
  const sorts = needed.length > 0 ? needed : demandOf(school.type, headcount);
  const supply = supplyOf(sorts, { headcount, area: areaOf(school), rates }, random);
  const demands = needed.length > 0 ? needed : sorts.map((demand) => ({ ...demand, heads: 0 }));
  return { school, demands, supply, hub };
}

/** Zones, alliances and townships by their own names. */
function groupsOf(rows: readonly SchoolRow[]): GroupInput[] {
  const groups = new Map<string, GroupInput>();
  for (const kind of ["zone", "alliance", "township"] as const) {
    for (const row of rows) {
      const id = kind === "alliance" ? (row.alliance ?? row.zone) : row[kind];
      if (id !== undefined) groups.set(`${kind}/${id}`, { id, kind, name: id });
    }
  }
  return [...groups.values()];
}
