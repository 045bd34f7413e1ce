import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Checked, Instance, Lock } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { ReportSectionName } from "@lungang/core/policy";
import type { ReportRecords } from "@lungang/report";
import type { AppointmentList, Decisions, ProcedureBook, Roster } from "@lungang/tabular";
import type { Applications, ApplicationsPolicy } from "../appointment/open-applications.ts";
import { APPOINTMENT_FILE } from "../appointment/appointment-files.ts";
import { listOfOutcome } from "../appointment/list-of-outcome.ts";
import { documentOf } from "../case/case-sources.ts";
import type { CountyOptions } from "../case/county.ts";
import { openCounty as openCountySource } from "../case/county.ts";
import { NOTHING_SAID, termsOf } from "../case/decisions.ts";
import { readJsonDocument } from "../case/json-text.ts";
import { locksOfMoves, locksOfText } from "../case/locks.ts";
import type { PlanningCase } from "../case/planning-case.ts";
import { assembleCase } from "../case/planning-case.ts";
import type { FoundPolicy, PolicyChanges } from "../case/policy.ts";
import { sound } from "../case/together.ts";
import { readPlan } from "../documents/plan-document.ts";
import type { PageExplanations } from "../files/page-explanations.ts";
import { readExplanation } from "../files/page-explanations.ts";
import { WORKBOOK_FILE } from "../files/plan-files.ts";
import { readRecords } from "../files/report-file.ts";
import { recordOfBook } from "../procedure/procedure-book.ts";
import type { YearsCase, YearsSpan } from "../years/years-case.ts";
import { assembleYears } from "../years/years-case.ts";
import { readYears } from "../years/years-document.ts";
import { editedBeside } from "./edited-beside.ts";
import {
  applicationsAt,
  appointmentListAt,
  countyAt,
  decisionsAt,
  policyAt,
  procedureBookAt,
  rosterAt,
} from "./files.ts";
import { settleAround } from "./output/commit.ts";
import { readText } from "./read-text.ts";

/**
 * Where relative paths start from.
 *
 * @public
 */
export interface Folder {
  /** @defaultValue the working directory */
  readonly folder?: string;
}

/**
 * What a case is opened from on a machine with files.
 *
 * @public
 */
export interface CaseFiles extends PolicyChanges, Folder {
  /** Path of a workbook, of a folder of CSV files or of a JSON file. */
  readonly county: string;
  /** Name of a policy that ships, or path of a YAML or JSON file. @defaultValue the one that the county names */
  readonly policy?: string;
  /**
   * Path of a JSON file of decisions already taken, of a plan file, or of a workbook with the sheet 已定人员 or a roster.
   *
   * @defaultValue those that the county holds
   */
  readonly locks?: string;
  /** Sections of the policy that only reports read and that are filled in too. @defaultValue none */
  readonly withReports?: readonly ReportSectionName[];
}

/**
 * What a case over years is opened from on a machine with files.
 *
 * @public
 */
export interface YearsCaseFiles extends Omit<CaseFiles, "withReports">, YearsSpan {}

/**
 * Opens a case from files; the problems of all of them come at once.
 *
 * @public
 */
export async function openCase(request: CaseFiles): Promise<Checked<PlanningCase>> {
  return assembleCase({ ...request, ...(await readParts(request)) });
}

/**
 * Opens a case over years from files; the problems of all of them come at once.
 *
 * @public
 */
export async function openYearsCase(request: YearsCaseFiles): Promise<Checked<YearsCase>> {
  return assembleYears({ ...request, ...(await readParts(request)) });
}

/** Settings and overrides that are given go over what the county says of its policy in sheets of its own. */
async function readParts({ county, policy, locks, folder, settings, overrides }: CaseFiles | YearsCaseFiles) {
  const at = { folder: folder ?? "." };
  const said = county.toLowerCase().endsWith(".json")
    ? sound(NOTHING_SAID)
    : await decisionsAt(resolve(at.folder, county));
  const found = await namedPolicy(policy, said, at);
  const instance = await openCounty(county, { ...at, ...(found === undefined ? {} : documentOf(found)) });
  const given = {
    policy,
    ...(settings === undefined ? {} : { settings }),
    ...(overrides === undefined ? {} : { overrides }),
    locks: locks === undefined ? undefined : await readLocksFor(locks, instance, at),
  };
  return { county: instance, ...(await termsOf(given, said, async (wanted) => found ?? findPolicy(wanted, at))) };
}

/** Finds the policy that is given, else the one that the county names; nothing where neither is. */
async function namedPolicy(
  given: string | undefined,
  said: Checked<Decisions>,
  at: Folder,
): Promise<Checked<FoundPolicy> | undefined> {
  const name = given ?? (said.ok ? said.value.policy?.name : undefined);
  return name === undefined ? undefined : findPolicy(name, at);
}

function readLocksFor(path: string, instance: Checked<Instance>, at: Folder): Promise<Checked<readonly Lock[]>> {
  return readLocks(path, { ...at, ...(instance.ok ? { instance: instance.value } : {}) });
}

/**
 * Reads a county from a workbook, a folder of CSV files or a JSON file.
 *
 * @public
 */
export async function openCounty(
  path: string,
  { folder = ".", ...options }: Folder & CountyOptions = {},
): Promise<Checked<Instance>> {
  if (!path.toLowerCase().endsWith(".json")) return countyAt(resolve(folder, path), options);
  const text = await readText(path, folder);
  return text.ok ? openCountySource(text.value) : text;
}

/**
 * Finds a policy by its name or by the path of a YAML or JSON file; a name wins over a file.
 *
 * @public
 */
export function findPolicy(nameOrPath: string, { folder = "." }: Folder = {}): Promise<Checked<FoundPolicy>> {
  return policyAt(nameOrPath, folder);
}

/**
 * Reads decisions already taken: a JSON file of them, a plan file or a roster, of which everybody goes where it says, or a
 * workbook with the sheet 已定人员.
 *
 * @public
 */
export async function readLocks(
  path: string,
  { folder = ".", instance }: Folder & { readonly instance?: Instance } = {},
): Promise<Checked<readonly Lock[]>> {
  if (path.toLowerCase().endsWith(".xlsx")) return locksOfWorkbook(resolve(folder, path), instance);
  const text = await readText(path, folder);
  return text.ok ? locksOfText(text.value) : text;
}

async function locksOfWorkbook(path: string, instance: Instance | undefined): Promise<Checked<readonly Lock[]>> {
  const said = await decisionsAt(path);
  if (!said.ok) return said;
  if (said.value.locks.length > 0) return sound(said.value.locks.map(({ place: _place, ...lock }) => lock as Lock));
  // What is wrong with the county is told by whoever reads it.
  if (instance === undefined) return sound([]);
  const roster = await readRosterFile(path, instance);
  return roster.ok ? sound(locksOfMoves(roster.value.moves), roster.warnings) : roster;
}

/**
 * Reads a plan from its file.
 *
 * @public
 */
export async function readPlanFile(path: string, { folder = "." }: Folder = {}): Promise<Checked<Plan>> {
  await settleAround(resolve(folder, path));
  const text = await readText(path, folder);
  if (!text.ok) return text;
  const plan = readPlan(text.value);
  return plan.ok ? sound(plan.value, await editedBeside(dirname(resolve(folder, path)), [WORKBOOK_FILE])) : plan;
}

/**
 * Reads the plans of all years from their file; what people edited in the workbooks of years is not in it, and that is said.
 *
 * @public
 */
export async function readYearsFile(path: string, { folder = "." }: Folder = {}): Promise<Checked<readonly Plan[]>> {
  await settleAround(resolve(folder, path));
  const text = await readText(path, folder);
  if (!text.ok) return text;
  const plans = readYears(text.value);
  if (!plans.ok) return plans;
  const workbooks = plans.value.map(({ manifest }) => `${manifest.instance.planYear}/${WORKBOOK_FILE}`);
  return sound(plans.value, await editedBeside(dirname(resolve(folder, path)), workbooks));
}

/**
 * Reads a roster workbook, as written or as edited by hand.
 *
 * @public
 */
export async function readRosterFile(
  path: string,
  instance: Instance,
  { folder = "." }: Folder = {},
): Promise<Checked<Roster>> {
  await settleAround(resolve(folder, path));
  return rosterAt(resolve(folder, path), instance);
}

/**
 * Reads what the authority adds to the data of one year from a JSON file.
 *
 * @public
 */
export async function readRecordsFile(
  path: string,
  planningCase: PlanningCase,
  { folder = "." }: Folder = {},
): Promise<Checked<ReportRecords>> {
  if (/\.xlsx$/iu.test(path)) return recordsOfProcedure(path, planningCase, folder);
  const text = await readText(path, folder);
  return text.ok ? readRecords(text.value, planningCase) : text;
}

/** What reports show of the workbook in which the procedure of a plan is kept. */
async function recordsOfProcedure(
  path: string,
  { instance }: PlanningCase,
  folder: string,
): Promise<Checked<ReportRecords>> {
  const book = await procedureBookAt(resolve(folder, path));
  const record = book.ok ? recordOfBook(book.value, instance) : book;
  return record.ok ? { ...record, value: { procedure: record.value } } : record;
}

/**
 * Reads the workbook in which the procedure of a plan is kept, for `openProcedure`.
 *
 * @returns undefined where there is none yet
 * @public
 */
export async function readProcedureFile(
  path: string,
  { folder = "." }: Folder = {},
): Promise<Checked<ProcedureBook | undefined>> {
  const file = resolve(folder, path);
  return (await isThere(file)) ? procedureBookAt(file) : { ok: true, value: undefined, warnings: [] };
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Reads what an explanation wrote as JSON, to be shown on the page of its plan.
 *
 * @public
 */
export async function readExplanationFile(
  path: string,
  { folder = "." }: Folder = {},
): Promise<Checked<PageExplanations>> {
  const text = await readText(path, folder);
  return text.ok ? readExplanation(text.value) : text;
}

/**
 * Reads a workbook of applications for posts.
 *
 * @public
 */
export function openApplications(
  path: string,
  { folder = ".", ...options }: Folder & ApplicationsPolicy = {},
): Promise<Checked<Applications>> {
  return applicationsAt(resolve(folder, path), { ...options, folder });
}

/**
 * Reads the list of an appointment: its internal workbook, as written or as edited by hand, the folder that holds it, or the
 * outcome that was written beside it (`appointment.json`).
 *
 * @public
 */
export async function readAppointmentListFile(
  path: string,
  { folder = "." }: Folder = {},
): Promise<Checked<AppointmentList>> {
  if (/\.json$/iu.test(path)) {
    const text = await readText(path, folder);
    return text.ok ? readJsonDocument(text.value, listOfOutcome) : text;
  }
  const at = resolve(folder, path);
  const inside = join(at, APPOINTMENT_FILE);
  return appointmentListAt((await isThere(inside)) ? inside : at);
}
