import { together, verifyAppointmentList } from "lungang";
import { readAppointmentListFile } from "lungang/node";
import type { ApplicationsOptions } from "../input/applications.ts";
import { readApplications } from "../input/applications.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellAppointmentReport } from "../text/appointment-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Checks the workbook of an appointment, also one edited by hand, against what the rule of the applications promises. */
export async function verifyAppointment(
  session: Session,
  listName: string,
  { applications, ...options }: ApplicationsOptions & { readonly applications: string },
): Promise<ExitCode> {
  const at = { folder: session.io.cwd };
  const read = together(
    await readApplications(session, applications, options),
    await readAppointmentListFile(listName, at),
  );
  if (!read.ok) return reportBadInput(session, read.issues);
  const checkedList = verifyAppointmentList(...read.value);
  if (!checkedList.ok) return reportBadInput(session, checkedList.issues);
  const report = checkedList.value;
  const issues = [...read.warnings, ...report.issues];
  reportWarnings(session, issues);
  if (session.json) tellJson(session, { ...report, issues });
  else tellAppointmentReport(session, report);
  return report.ok ? EXIT.done : EXIT.infeasible;
}
