import type { Checked, FoundPolicy, GivenBesidePlan, Instance, Lock, Plan, PlanningCase, Roster } from "lungang";
import { caseOfPlan, together } from "lungang";
import {
  findPolicy,
  openCountyFor,
  planBeside,
  readLocks,
  readPlanFile,
  readRosterFile,
  sourcesOf,
} from "lungang/node";
import type { Session } from "../session.ts";
import { say, warn } from "../session.ts";
import { readOverrides, readSettings, usageIssue } from "./arguments.ts";
import { issuesOf } from "./issues-of.ts";
import type { PlanningOptions } from "./options.ts";
import { readNamedCase } from "./options.ts";
import { notYetTold } from "./told-with-plan.ts";

/** Options beside a plan, which says itself what it was made with: what is given here goes over that. */
export interface BesidePlanOptions extends PlanningOptions {
  /** The county that the plan was made from by default. */
  readonly instance?: string;
  /** The plan that a workbook was made from; the one beside it by default. */
  readonly plan?: string;
}

/** A plan and the case that it is read by; the roster where a workbook was named. */
export interface PlanInput {
  readonly planningCase: PlanningCase;
  /** Where the county was read from. */
  readonly county: string;
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
  const named = await countyOf(session, name, { ...options, made: valueOf(plan) });
  if (!named.ok) return { ok: false, issues: [...issuesOf(plan), ...named.issues] };
  if (plan.ok && plan.value === undefined) return readRosterAlone(session, name, { ...options, county: named.value });
  const policy = await columnsFrom(session, options.policy);
  const county = await openCountyFor(named.value, {
    ...at,
    plan: valueOf(plan),
    file: options.plan ?? name,
    ...policy,
  });
  const read = together(
    county,
    plan,
    await readGiven(session, options, county),
    isWorkbook && county.ok ? await readRosterFile(name, county.value, at) : nothing<Roster>(),
  );
  if (!read.ok) return read;
  const [instance, found, given, roster] = read.value;
  const planningCase = caseOfPlan(found as Plan, instance, given);
  if (!planningCase.ok) return planningCase;
  const value = { plan: found, planningCase: planningCase.value, county: named.value, roster };
  const warnings = [...read.warnings, ...planningCase.warnings];
  return { ok: true, value, warnings: await notYetTold(session, warnings, { ...value, county }) };
}

function valueOf(plan: Checked<Plan | undefined>): Plan | undefined {
  return plan.ok ? plan.value : undefined;
}

/** The columns of a policy that is given are read with the county; else those of the policy in the plan. */
async function columnsFrom({ io }: Session, policy: string | undefined): Promise<{ readonly policy?: unknown }> {
  const found = policy === undefined ? undefined : await findPolicy(policy, { folder: io.cwd });
  return found?.ok === true ? { policy: found.value.document } : {};
}

/** Returns the county that is named, else the one that the plan was made from, which is said. */
async function countyOf(
  session: Session,
  name: string,
  { instance, plan, made }: BesidePlanOptions & { readonly made: Plan | undefined },
): Promise<Checked<string>> {
  if (instance !== undefined) return { ok: true, value: instance, warnings: [] };
  const { county } = await sourcesOf(plan ?? name, { folder: session.io.cwd, plan: made });
  if (county === undefined) return { ok: false, issues: [usageIssue("--instance", NO_COUNTY, EXPECTED)] };
  warn(session, say(session, { zh: `县域数据：${county}`, en: `County: ${county}` }));
  return { ok: true, value: county, warnings: [] };
}

const NO_COUNTY = {
  zh: "没有给出县域数据，方案旁也没有编制它所用的数据",
  en: "No county is given, and the one that the plan was made from is not beside it",
};

const EXPECTED = { expected: "--instance 县域数据.xlsx" };

/** Reads what goes over that with which a plan was made. */
async function readGiven(
  { io }: Session,
  { set, override, policy, lock, withReports = [] }: BesidePlanOptions,
  county: Checked<Instance>,
): Promise<Checked<GivenBesidePlan>> {
  const at = { folder: io.cwd };
  const known = county.ok ? { instance: county.value } : {};
  const read = together(
    readSettings(set),
    readOverrides(override),
    policy === undefined ? nothing<FoundPolicy>() : await findPolicy(policy, at),
    lock === undefined ? nothing<readonly Lock[]>() : await readLocks(lock, { ...at, ...known }),
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

/** A workbook without its plan is read by the policy that is given, or that the county names. */
async function readRosterAlone(
  session: Session,
  name: string,
  { county, ...options }: BesidePlanOptions & { readonly county: string },
): Promise<Checked<PlanInput>> {
  const opened = await readNamedCase(session, county, options);
  if (!opened.ok) return opened;
  const roster = await readRosterFile(name, opened.value.instance, { folder: session.io.cwd });
  if (!roster.ok) return roster;
  warn(session, say(session, ALONE));
  const value = { plan: undefined, planningCase: opened.value, county, roster: roster.value };
  return { ok: true, value, warnings: [...opened.warnings, ...roster.warnings] };
}

const ALONE = {
  zh: "名册旁没有编制它的 plan.json：参数取县域数据“政策参数”表和政策的默认值，编制时用 --set 另给的参数不在其中；请用 --plan 指明方案，或按名册“编制说明”表所列“设定的参数”再次给出",
  en: "The plan that the roster was made from is not beside it: parameters are those of the county and the policy, without what was set when it was made; name the plan with --plan, or set again what the sheet 编制说明 (About) of the roster lists",
};

/** What is not given is as the plan says. */
function nothing<T>(): Checked<T | undefined> {
  return { ok: true, value: undefined, warnings: [] };
}
