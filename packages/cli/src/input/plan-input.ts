import type { Checked, FoundPolicy, GivenBesidePlan, Lock, Plan, PlanningCase, Roster } from "lungang";
import { caseOfPlan, together } from "lungang";
import { findPolicy, openCounty, planBeside, readLocks, readPlanFile, readRosterFile } from "lungang/node";
import type { Session } from "../session.ts";
import { readOverrides, readSettings, usageIssue } from "./arguments.ts";
import type { PlanningOptions } from "./options.ts";
import { readNamedCase } from "./options.ts";

/** Options beside a plan, which says itself what it was made with: what is given here goes over that. */
export interface BesidePlanOptions extends Omit<PlanningOptions, "policy"> {
  readonly instance: string;
  readonly policy?: string;
  /** The plan that a workbook was made from; the one beside it by default. */
  readonly plan?: string;
}

/** A plan and the case that it is read by; the roster where a workbook was named. */
export interface PlanInput {
  readonly planningCase: PlanningCase;
  /** The plan that was named, or the one that the workbook was made from where it is known. */
  readonly plan: Plan | undefined;
  /** Lines of the workbook that was named. */
  readonly roster: Roster | undefined;
}

/** Reads a plan file or a roster workbook and its county, and what is given beside it; the problems of all of it at once. */
export async function readPlanInput(
  session: Session,
  name: string,
  options: BesidePlanOptions,
): Promise<Checked<PlanInput>> {
  const at = { folder: session.io.cwd };
  const isWorkbook = !name.toLowerCase().endsWith(".json");
  const plan = isWorkbook ? await planBeside(name, { ...at, plan: options.plan }) : await readPlanFile(name, at);
  if (plan.ok && plan.value === undefined) return readRosterAlone(session, name, options);
  const county = await openCounty(options.instance, at);
  const read = together(
    county,
    plan,
    await readGiven(session, options),
    isWorkbook && county.ok ? await readRosterFile(name, county.value, at) : nothing<Roster>(),
  );
  if (!read.ok) return read;
  const [instance, found, given, roster] = read.value;
  const planningCase = caseOfPlan(found as Plan, instance, given);
  if (!planningCase.ok) return planningCase;
  const value = { plan: found, planningCase: planningCase.value, roster };
  return { ok: true, value, warnings: [...read.warnings, ...planningCase.warnings] };
}

/** Reads what goes over that with which a plan was made. */
async function readGiven(
  { io }: Session,
  { set, override, policy, lock, withReports = [] }: BesidePlanOptions,
): Promise<Checked<GivenBesidePlan>> {
  const at = { folder: io.cwd };
  const read = together(
    readSettings(set),
    readOverrides(override),
    policy === undefined ? nothing<FoundPolicy>() : await findPolicy(policy, at),
    lock === undefined ? nothing<readonly Lock[]>() : await readLocks(lock, at),
  );
  if (!read.ok) return read;
  const [settings, overrides, found, locks] = read.value;
  const value = {
    settings,
    overrides,
    withReports,
    ...(found === undefined ? {} : { policy: found }),
    ...(locks === undefined ? {} : { locks }),
  };
  return { ...read, value };
}

/** A workbook without its plan does not say by which policy it was made. */
async function readRosterAlone(
  session: Session,
  name: string,
  { policy, ...options }: BesidePlanOptions,
): Promise<Checked<PlanInput>> {
  if (policy === undefined) return { ok: false, issues: [usageIssue("--policy", NO_POLICY)] };
  const opened = await readNamedCase(session, options.instance, { ...options, policy });
  if (!opened.ok) return opened;
  const roster = await readRosterFile(name, opened.value.instance, { folder: session.io.cwd });
  if (!roster.ok) return roster;
  const value = { plan: undefined, planningCase: opened.value, roster: roster.value };
  return { ok: true, value, warnings: [...opened.warnings, ...roster.warnings] };
}

const NO_POLICY = {
  zh: "名册旁没有生成它的 plan.json，请用 --plan 指出，或给出政策",
  en: "No plan.json lies beside the roster; name it with --plan, or give the policy",
};

/** What is not given is as the plan says. */
function nothing<T>(): Checked<T | undefined> {
  return { ok: true, value: undefined, warnings: [] };
}
