import type { Checked, FoundPolicy, Lock, Plan, PlanningCase } from "lungang";
import { caseOfPlan, together } from "lungang";
import { findPolicy, openCounty, readLocks, readPlanFile } from "lungang/node";
import type { Session } from "../session.ts";
import { readOverrides, readSettings } from "./arguments.ts";
import type { PlanningOptions } from "./options.ts";

/** Options beside a plan, which says itself what it was made with: what is given here goes over that. */
export interface BesidePlanOptions extends Omit<PlanningOptions, "policy"> {
  readonly instance: string;
  readonly policy?: string;
}

/** A plan and the case that it is read by. */
export interface PlanInput {
  readonly plan: Plan;
  readonly planningCase: PlanningCase;
}

/** Reads a plan and its county, and what is given beside the plan; the problems of all of it at once. */
export async function readPlanInput(
  { io }: Session,
  planName: string,
  options: BesidePlanOptions,
): Promise<Checked<PlanInput>> {
  const at = { folder: io.cwd };
  const read = together(
    readSettings(options.set),
    readOverrides(options.override),
    await openCounty(options.instance, at),
    await readPlanFile(planName, at),
    options.policy === undefined ? nothing<FoundPolicy>() : await findPolicy(options.policy, at),
    options.lock === undefined ? nothing<readonly Lock[]>() : await readLocks(options.lock, at),
  );
  if (!read.ok) return read;
  const [settings, overrides, instance, plan, policy, locks] = read.value;
  const found = caseOfPlan(plan, instance, {
    settings,
    overrides,
    withReports: options.withReports ?? [],
    ...(policy === undefined ? {} : { policy }),
    ...(locks === undefined ? {} : { locks }),
  });
  if (!found.ok) return found;
  return { ok: true, value: { plan, planningCase: found.value }, warnings: [...read.warnings, ...found.warnings] };
}

/** What is not given is as the plan says. */
function nothing<T>(): Checked<T | undefined> {
  return { ok: true, value: undefined, warnings: [] };
}
