/** The one place where files of counties, policies and rosters are read. */
import type { Checked, Instance } from "@lungang/core";
import { findPolicy as findPolicyFile } from "@lungang/policies/node";
import type { AppointmentList, Decisions, ProcedureBook, Roster } from "@lungang/tabular";
import {
  readAppointmentBook,
  readAppointmentList,
  readCounty as readCountyFile,
  readDecisions,
  readProcedureBook,
  readRoster as readRosterFile,
} from "@lungang/tabular/node";
import type { Applications, ApplicationsPolicy } from "../appointment/open-applications.ts";
import { readApplications } from "../appointment/open-applications.ts";
import type { CountyOptions } from "../case/county.ts";
import { readingFor } from "../case/county.ts";
import type { FoundPolicy } from "../case/policy.ts";

/** Reads a county from a workbook or a folder of CSV files by its path. */
export function countyAt(path: string, options: CountyOptions): Promise<Checked<Instance>> {
  return readCountyFile(path, readingFor(options));
}

/** Finds a policy by its name, or by the path of a YAML or JSON file from a folder. */
export function policyAt(nameOrPath: string, folder: string): Promise<Checked<FoundPolicy>> {
  return findPolicyFile(nameOrPath, { folder });
}

/** Reads a roster workbook by its path. */
export function rosterAt(path: string, instance: Instance): Promise<Checked<Roster>> {
  return readRosterFile(path, instance);
}

/** Reads a workbook of applications by its path; a policy that it names as a file lies where relative paths start. */
export function applicationsAt(
  path: string,
  { folder, ...options }: ApplicationsPolicy & { readonly folder: string },
): Promise<Checked<Applications>> {
  return readApplications((reading) => readAppointmentBook(path, reading), {
    ...options,
    find: (name) => policyAt(name, folder),
  });
}

/** Reads the workbook of a procedure by its path. */
export function procedureBookAt(path: string): Promise<Checked<ProcedureBook>> {
  return readProcedureBook(path);
}

/** Reads the list of an appointment by its path. */
export function appointmentListAt(path: string): Promise<Checked<AppointmentList>> {
  return readAppointmentList(path);
}

/** Reads what a county says of its policy by its path. */
export function decisionsAt(path: string): Promise<Checked<Decisions>> {
  return readDecisions(path);
}
