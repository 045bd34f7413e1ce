import type { Issue, LeastViolation, Text } from "@lungang/core";
import type { Violation } from "@lungang/core/plan";
import { amountText, namesOf, violationText } from "@lungang/core/plan";
import { placeIssue } from "@lungang/tabular";
import type { z } from "zod";
import { placeLockIssue } from "../case/lock-places.ts";
import type { PlanningCase } from "../case/planning-case.ts";
import type { issueSchema, leastViolationSchema, toldViolationSchema } from "./parts.ts";

/**
 * A violation with its sentence.
 *
 * @public
 */
export type ToldViolation = z.infer<typeof toldViolationSchema>;

/**
 * What has to give at the least, with its sentence.
 *
 * @public
 */
export type ToldLeastViolation = z.infer<typeof leastViolationSchema>;

type NamedBy = Pick<PlanningCase, "instance" | "policy">;

/** Returns violations with their sentences. */
export function tellViolations(violations: readonly Violation[], { instance, policy }: NamedBy): ToldViolation[] {
  const names = namesOf(instance, { policy });
  return violations.map((violation) => ({ ...violation, message: violationText(violation, names) }));
}

/** Returns what has to give with sentences: the rule, where, and by how much. */
export function tellLeast(least: readonly LeastViolation[], { instance, policy }: NamedBy): ToldLeastViolation[] {
  const names = namesOf(instance, { policy });
  return least.map((entry) => ({
    ...entry,
    message: leastText(names.rule(entry.rule), names.subject(entry.about), amountText(entry.amount, entry.unit)),
  }));
}

function leastText(rule: Text, about: Text, amount: Text): Text {
  return {
    zh: `“${rule.zh}”（${about.zh}）至少须放宽 ${amount.zh}`,
    en: `"${rule.en}" (${about.en}) has to give by at least ${amount.en}`,
  };
}

/** Returns issues as data of their own, with the cell or line of what they are about where it is known. */
export function plainIssues(
  issues: readonly Issue[],
  { instance, locks }: Partial<Pick<PlanningCase, "instance" | "locks">> = {},
): z.infer<typeof issueSchema>[] {
  const ofLocks = issues.map((issue) => placeLockIssue(issue, locks));
  const placed = instance === undefined ? ofLocks : ofLocks.map((issue) => placeIssue(issue, instance));
  return JSON.parse(JSON.stringify(placed)) as z.infer<typeof issueSchema>[];
}

/**
 * Returns why a solve stopped, in words.
 *
 * @public
 */
export function limitText(limit: string | undefined): Text {
  return LIMITS[limit ?? "other"] ?? OTHER_LIMIT;
}

const OTHER_LIMIT: Text = { zh: "求解器自身的限制", en: "a limit of the solver" };

const LIMITS: Readonly<Record<string, Text>> = {
  time: { zh: "时间上限", en: "the time limit" },
  node: { zh: "节点上限", en: "the node limit" },
  iteration: { zh: "迭代上限", en: "the iteration limit" },
  objective: { zh: "目标上限", en: "the objective limit" },
  interrupted: { zh: "用户中断", en: "an interrupt" },
};
