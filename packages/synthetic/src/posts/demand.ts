import type { Office, SchoolInput, SchoolType, Stage } from "@lungang/core";
import { codes, stagesOfType } from "@lungang/core";
import { largestRemainder } from "../shares.ts";
import { PERIODS } from "./subjects.ts";

/** Heads that a school needs of one sort. */
export interface Demand {
  readonly kind: "teaching" | "management" | "support" | "logistics";
  readonly stage?: Stage;
  readonly subject?: string;
  readonly office?: Office;
  readonly heads: number;
}

/** Pupils for each member of staff, times two (document 72 of 2014: 1:19, 1:13.5, 1:12.5; others are ours). */
const DOUBLE_RATIO: Readonly<Record<Stage, number>> = {
  kindergarten: 14,
  primary: 38,
  junior: 27,
  senior: 25,
  vocational: 30,
  special: 6,
};

/** Authorised staff of a village school or teaching point goes by its classes; two classes, three people. */
const STAFF_OF_TWO_CLASSES = 3;

/** Returns whether the authorised staff of a school goes by classes and not by pupils. */
export function countsClasses(level: SchoolInput["level"]): boolean {
  return level === "village" || level === "teachingPoint";
}

/** Returns the authorised staff for a number of pupils of a stage. */
export function staffForPupils(stage: Stage, pupils: number): number {
  return Math.ceil((2 * pupils) / DOUBLE_RATIO[stage]);
}

/** Returns the most pupils for which a stage has this authorised staff. */
export function pupilsForStaff(stage: Stage, staff: number): number {
  return Math.floor((staff * DOUBLE_RATIO[stage]) / 2);
}

/** Returns the authorised staff of a village school with some classes. */
export function staffForClasses(classes: number): number {
  return Math.ceil((classes * STAFF_OF_TWO_CLASSES) / 2);
}

/** Returns the most classes for which a village school has this authorised staff. */
export function classesForStaff(staff: number): number {
  return Math.floor((staff * 2) / STAFF_OF_TWO_CLASSES);
}

/** Returns the posts in management of a school with some heads; very small schools have none of their own. */
export function managementHeads(heads: number): Readonly<Record<Office, number>> {
  const vicePrincipal = heads >= 80 ? 3 : heads >= 40 ? 2 : heads >= 15 ? 1 : 0;
  const midLevel = heads >= 12 ? Math.min(10, Math.floor(heads / 12)) : 0;
  return { principal: heads >= 6 ? 1 : 0, vicePrincipal, midLevel };
}

/** Returns the heads that a school needs, which add up to the given total; nothing is listed twice. */
export function demandOf(type: SchoolType, heads: number, stageHeads: readonly number[] = []): Demand[] {
  const demands: Demand[] = [];
  const management = managementHeads(heads);
  for (const office of codes.OFFICES) demands.push({ kind: "management", office, heads: management[office] });
  demands.push(
    { kind: "support", heads: Math.floor(heads / 45) },
    { kind: "logistics", heads: Math.floor(heads / 50) },
  );
  const teaching = heads - demands.reduce((sum, demand) => sum + demand.heads, 0);
  const stages = stagesOfType(type);
  const perStage = largestRemainder(teaching, stages.length === stageHeads.length ? stageHeads : stages.map(() => 1));
  stages.forEach((stage, index) => demands.push(...teachingDemand(stage, perStage[index] ?? 0)));
  return demands.filter((demand) => demand.heads > 0);
}

function teachingDemand(stage: Stage, heads: number): Demand[] {
  const subjects = Object.entries(PERIODS[stage]);
  const parts = largestRemainder(
    heads,
    subjects.map(([, periods]) => periods),
  );
  return subjects.map(([subject], index) => ({ kind: "teaching", stage, subject, heads: parts[index] ?? 0 }));
}
