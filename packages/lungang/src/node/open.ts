import { resolve } from "node:path";
import type { Checked, Instance, Lock } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { ReportSectionName } from "@lungang/core/policy";
import type { ReportRecords } from "@lungang/report";
import type { AppointmentList, Roster } from "@lungang/tabular";
import type { Applications } from "../appointment/open-applications.ts";
import { openCounty as openCountySource } from "../case/county.ts";
import { readLocks as readLocksSource } from "../case/locks.ts";
import type { PlanningCase } from "../case/planning-case.ts";
import { assembleCase } from "../case/planning-case.ts";
import type { FoundPolicy, PolicyChanges } from "../case/policy.ts";
import { sound } from "../case/together.ts";
import { readPlan } from "../documents/plan-document.ts";
import { readRecords } from "../files/report-file.ts";
import type { YearsCase, YearsSpan } from "../years/years-case.ts";
import { assembleYears } from "../years/years-case.ts";
import { readYears } from "../years/years-document.ts";
import { applicationsAt, appointmentListAt, countyAt, policyAt, rosterAt } from "./files.ts";
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
  /** Name of a policy that ships, or path of a YAML or JSON file. */
  readonly policy: string;
  /** Path of a JSON file of decisions already taken. @defaultValue none */
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

async function readParts({ county, policy, locks, folder }: Pick<CaseFiles, "county" | "policy" | "locks" | "folder">) {
  const at = { folder: folder ?? "." };
  return {
    county: await openCounty(county, at),
    policy: await findPolicy(policy, at),
    locks: locks === undefined ? sound<readonly Lock[]>([]) : await readLocks(locks, at),
  };
}

/**
 * Reads a county from a workbook, a folder of CSV files or a JSON file.
 *
 * @public
 */
export async function openCounty(path: string, { folder = "." }: Folder = {}): Promise<Checked<Instance>> {
  if (!path.toLowerCase().endsWith(".json")) return countyAt(resolve(folder, path));
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
 * Reads decisions already taken from a JSON file.
 *
 * @public
 */
export async function readLocks(path: string, { folder = "." }: Folder = {}): Promise<Checked<readonly Lock[]>> {
  const text = await readText(path, folder);
  return text.ok ? readLocksSource(text.value) : text;
}

/**
 * Reads a plan from its file.
 *
 * @public
 */
export async function readPlanFile(path: string, { folder = "." }: Folder = {}): Promise<Checked<Plan>> {
  await settleAround(resolve(folder, path));
  const text = await readText(path, folder);
  return text.ok ? readPlan(text.value) : text;
}

/**
 * Reads the plans of all years from their file.
 *
 * @public
 */
export async function readYearsFile(path: string, { folder = "." }: Folder = {}): Promise<Checked<readonly Plan[]>> {
  await settleAround(resolve(folder, path));
  const text = await readText(path, folder);
  return text.ok ? readYears(text.value) : text;
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
  const text = await readText(path, folder);
  return text.ok ? readRecords(text.value, planningCase) : text;
}

/**
 * Reads a workbook of applications for posts.
 *
 * @public
 */
export function openApplications(path: string, { folder = "." }: Folder = {}): Promise<Checked<Applications>> {
  return applicationsAt(resolve(folder, path));
}

/**
 * Reads the workbook of an appointment, as written or as edited by hand.
 *
 * @public
 */
export function readAppointmentListFile(
  path: string,
  { folder = "." }: Folder = {},
): Promise<Checked<AppointmentList>> {
  return appointmentListAt(resolve(folder, path));
}
