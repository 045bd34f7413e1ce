import { appointmentFileNames, appointmentFiles, together } from "lungang";
import type { AppointmentOutcome, Applications, Issue } from "lungang";
import { openSession } from "lungang/node";
import { readApplications } from "../input/applications.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFolder, documentOptions, readDate, writeFolder } from "../output.ts";
import type { DatedOptions } from "../output.ts";
import { say, tell, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { tellAppointment, tellBrokenPromises } from "../text/appointment-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `appoint` as they stand on the command line. */
export interface AppointOptions extends DatedOptions {
  /** Policy that says what the workbook leaves out; the one that the workbook names by default. */
  readonly policy?: string;
  readonly set: readonly string[];
  /** Rotation plan after which people compete for the same posts. */
  readonly after?: string;
  /** County of that plan, where it is not on record. */
  readonly instance?: string;
  /** Whether to find the list with the fewest changes as well. */
  readonly fewestChanges?: boolean;
}

/** Decides who gets which post from a workbook of applications, checks it, and writes the list. */
export async function appoint(session: Session, name: string, options: AppointOptions): Promise<ExitCode> {
  const read = together(
    await readApplications(session, name, options),
    readDate(options),
    await checkFolder(session, options, { set: "appointment", names: appointmentFileNames }),
  );
  if (!read.ok) return reportBadInput(session, read.issues);
  const [applications] = read.value;
  const planning = openSession();
  try {
    const outcome = await planning.appoint(applications, { fewestChanges: options.fewestChanges === true });
    return await tellOutcome(session, { outcome, applications, name, warnings: read.warnings, options });
  } finally {
    await planning.close();
  }
}

interface Made {
  readonly outcome: AppointmentOutcome;
  readonly applications: Applications;
  /** Where the applications were read from. */
  readonly name: string;
  /** What was noticed when the workbook was read. */
  readonly warnings: readonly Issue[];
  readonly options: AppointOptions;
}

async function tellOutcome(session: Session, made: Made): Promise<ExitCode> {
  const { outcome, applications, name, warnings, options } = made;
  const issues = [...warnings, ...outcome.issues];
  if (outcome.status === "invalid") return reportBadInput(session, issues);
  if (outcome.status !== "appointed") {
    if (session.json) tellJson(session, { ...outcome, issues });
    else warn(session, say(session, outcome.message));
    return outcome.status === "infeasible" ? EXIT.infeasible : EXIT.stopped;
  }
  const make = () => appointmentFiles(applications, outcome, documentOptions(session, options));
  const written = await writeFolder(session, options, {
    set: "appointment",
    madeFrom: { applications: name, ...(options.after === undefined ? {} : { plan: options.after }) },
    make,
  });
  if (!written.ok) return reportBadInput(session, written.issues);
  reportWarnings(session, issues);
  if (session.json) tellJson(session, { ...outcome, issues });
  else {
    tellAppointment(session, outcome);
    for (const path of written.value) tell(session, say(session, { zh: `已写入 ${path}`, en: `Wrote ${path}` }));
    tellBrokenPromises(session, outcome.appointment);
  }
  return outcome.appointment.properties.every(({ holds }) => holds) ? EXIT.done : EXIT.infeasible;
}
