import type { Coordinates, PostInput, SchoolInput, Stage } from "@lungang/core";
import { stagesOfType } from "@lungang/core";
import { numberedId } from "../names.ts";
import type { SettledRates } from "../options.ts";
import type { Random } from "../random.ts";
import { largestRemainder } from "../shares.ts";
import type { Demand } from "./demand.ts";
import {
  classesForStaff,
  countsClasses,
  demandOf,
  managementHeads,
  pupilsForStaff,
  staffForClasses,
  staffForPupils,
} from "./demand.ts";
import { overstaffing, supplyOf } from "./supply.ts";

/** A school with the heads that it needs and the people that it has, sort by sort. */
export interface SchoolPlan {
  readonly school: SchoolInput;
  readonly demands: readonly Demand[];
  /** People by demand, in the same order. */
  readonly supply: readonly number[];
  /** The town to which people of this school move. */
  readonly hub: Coordinates;
}

type Area = NonNullable<SchoolInput["area"]>;

/** Pupils in a class, from and to. */
const CLASS_SIZE: Readonly<Record<Area, readonly [number, number]>> = {
  urban: [44, 54],
  town: [36, 48],
  rural: [24, 38],
  remote: [14, 28],
};
const SMALLEST_GRADES: Readonly<Partial<Record<Stage, number>>> = { primary: 6, junior: 3, senior: 3 };
/** Share of the staff of a nine-year school that teaches the primary stage. */
const PRIMARY_PART = 3;
const JUNIOR_PART = 2;

/** Returns the area of a school; one that is not stated counts as rural. */
export function areaOf(school: SchoolInput): Area {
  return school.area ?? "rural";
}

/** Plans pupils, classes, establishment, posts and people of a made-up school with a given number of people. */
export function planSchool(
  given: { readonly school: SchoolInput; readonly headcount: number; readonly hub: Coordinates },
  rates: SettledRates,
  random: Random,
): SchoolPlan {
  const { school, headcount, hub } = given;
  const area = areaOf(school);
  const wanted = headcount === 0 ? 0 : Math.max(1, Math.round(headcount / (1 + overstaffing(area, rates, random))));
  const size = countsClasses(school.level) ? byClasses(wanted, random) : byPupils(school, wanted, random);
  const demands = demandOf(school.type, size.establishment, size.stageHeads);
  const management = managementHeads(size.establishment);
  const planned: SchoolInput = {
    ...school,
    ...size.facts,
    leadershipPosts: management.principal + management.vicePrincipal,
    midLevelPosts: management.midLevel,
    seniorPosts: Math.floor(size.establishment * (school.type === "junior" ? 0.18 : 0.12)),
    middlePosts: Math.floor(size.establishment * 0.45),
    roomsAvailable: area === "urban" ? 0 : random.integer(0, Math.ceil(size.establishment / 6)),
    ...(school.ownership === "private" ? {} : { establishment: size.establishment }),
  };
  return { school: planned, demands, supply: supplyOf(demands, { headcount, area, rates }, random), hub };
}

interface Size {
  readonly establishment: number;
  readonly stageHeads: readonly number[];
  readonly facts: Pick<SchoolInput, "students" | "studentsByStage" | "classes">;
}

function byClasses(wanted: number, random: Random): Size {
  const classes = wanted === 0 ? 0 : Math.max(1, classesForStaff(wanted));
  const establishment = staffForClasses(classes);
  const students = classes * random.integer(5, 17);
  return { establishment, stageHeads: [1], facts: { students, classes } };
}

function byPupils(school: SchoolInput, wanted: number, random: Random): Size {
  const stages = stagesOfType(school.type);
  const parts = stages.length === 2 ? [PRIMARY_PART, JUNIOR_PART] : [1];
  const stageHeads = largestRemainder(wanted, parts);
  const [low, high] = CLASS_SIZE[areaOf(school)];
  let classes = 0;
  const pupils = stages.map((stage, index) => {
    const staff = stageHeads[index] ?? 0;
    if (staff === 0) return 0;
    const most = pupilsForStaff(stage, staff);
    const count = most - random.integer(0, Math.max(0, most - pupilsForStaff(stage, staff - 1) - 1));
    const grades = Math.min(SMALLEST_GRADES[stage] ?? 1, Math.ceil(staff / 2));
    classes += Math.max(grades, Math.ceil(count / random.integer(low, high)));
    return count;
  });
  const students = pupils.reduce((a, b) => a + b, 0);
  const establishment = stages.reduce((sum, stage, index) => sum + staffForPupils(stage, pupils[index] ?? 0), 0);
  const byStage = Object.fromEntries(stages.map((stage, index) => [stage, pupils[index] ?? 0]));
  const facts = { students, classes, ...(stages.length > 1 ? { studentsByStage: byStage } : {}) };
  return { establishment, stageHeads, facts };
}

/** Returns one post a school, kind, stage and subject or office, with a capacity in heads. */
export function postsOf(plans: readonly SchoolPlan[]): PostInput[] {
  const count = plans.reduce((sum, plan) => sum + plan.demands.length, 0);
  const digits = Math.max(4, String(count).length);
  let next = 0;
  return plans.flatMap(({ school, demands }) =>
    demands.map(({ heads, ...sort }): PostInput => ({
      id: numberedId("P", next++, digits),
      school: school.id,
      ...sort,
      capacity: heads,
    })),
  );
}
