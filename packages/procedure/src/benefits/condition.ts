import type { codes } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { BenefitEntry, Threshold } from "@lungang/core/policy";
import { THRESHOLDS } from "@lungang/core/policy";
import type { BenefitContext } from "./context.ts";
import { peopleOf, personAt } from "./context.ts";
import type { ConditionStatus } from "./service.ts";
import { serviceRange, statusOf } from "./service.ts";

/**
 * One of the ways to meet a condition.
 *
 * @public
 */
export interface Alternative {
  readonly threshold: Threshold;
  readonly needed: number;
  /** What is known for certain. */
  readonly have: number;
  /** Nobody states how much more there may be. */
  readonly open: boolean;
  readonly status: ConditionStatus;
  /** What is missing against what is known for certain; 0 where the way is open to the person. */
  readonly missing: number;
}

/**
 * What one condition says about one person.
 *
 * @public
 */
export interface ConditionFinding {
  readonly entry: BenefitEntry;
  readonly person: number;
  readonly status: ConditionStatus;
  /** Not met now, but met when the exchange that the plan adds has ended well. */
  readonly metByPlan: boolean;
  readonly alternatives: readonly Alternative[];
}

/** Returns whom a condition concerns and whether they meet it at the cut-off, and by the plan. */
export function conditionFindings(entry: BenefitEntry, context: BenefitContext): readonly ConditionFinding[] {
  return peopleOf(entry, context)
    .filter((person) => concerns(entry, personAt(context, person)))
    .map((person) => {
      const alternatives = alternativesOf(entry, { context, person, afterPlan: false });
      const status = together(entry, alternatives);
      const later = () => together(entry, alternativesOf(entry, { context, person, afterPlan: true }));
      const metByPlan = status !== "met" && context.moves.has(person) && later() === "met";
      return { entry, person, status, metByPlan, alternatives };
    });
}

type About = Parameters<typeof serviceRange>[2];

function alternativesOf(entry: BenefitEntry, about: About): readonly Alternative[] {
  return THRESHOLDS.flatMap((threshold): Alternative[] => {
    const needed = entry[threshold];
    if (needed === undefined) return [];
    const { low, high } = serviceRange(threshold, entry, about);
    const status = statusOf({ low, high }, needed);
    return [{ threshold, needed, have: low, open: high > low, status, missing: Math.max(0, needed - low) }];
  });
}

function together({ require }: BenefitEntry, alternatives: readonly Alternative[]): ConditionStatus {
  const all = (status: ConditionStatus) => alternatives.every((entry) => entry.status === status);
  const some = (status: ConditionStatus) => alternatives.some((entry) => entry.status === status);
  if (require === "all") return all("met") ? "met" : some("missing") ? "missing" : "unknown";
  return some("met") ? "met" : all("missing") ? "missing" : "unknown";
}

/** A condition on titles or posts concerns those who come up for them; others are not listed. */
function concerns({ titles, postGrades }: BenefitEntry, person: Person): boolean {
  const next = nextTitle(person);
  if (titles !== undefined && (next === undefined || !titles.includes(next))) return false;
  // Grades count downwards: from grade 9 the next is 8.
  return postGrades === undefined || (person.postGrade !== undefined && postGrades.includes(person.postGrade - 1));
}

const NEXT_TITLE: Readonly<Record<(typeof codes.TITLES)[number], (typeof codes.TITLES)[number] | undefined>> = {
  none: "level3",
  assistant: "level2",
  level3: "level2",
  level2: "level1",
  level1: "senior",
  primarySenior: "senior",
  senior: "chiefSenior",
  chiefSenior: undefined,
};

/** Returns the title that a person wants next, else the one above the present. */
export function nextTitle({ nextTitleWanted, professionalTitle }: Person): (typeof codes.TITLES)[number] | undefined {
  return nextTitleWanted ?? NEXT_TITLE[professionalTitle];
}
