import { appointmentFiles } from "lungang";
import type { AppointmentOutcome, Applications } from "lungang";
import { openApplications, openSession, writeFiles } from "lungang/node";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { pathOf, say, tell, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { tellAppointment } from "../text/appointment-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `appoint` as they stand on the command line. */
export interface AppointOptions {
  readonly out?: string;
}

/** Decides who gets which post from a workbook of applications, checks it, and writes the list. */
export async function appoint(session: Session, name: string, options: AppointOptions): Promise<ExitCode> {
  const opened = await openApplications(name, { folder: session.io.cwd });
  if (!opened.ok) return reportBadInput(session, opened.issues);
  const planning = openSession();
  try {
    const outcome = await planning.appoint(opened.value);
    return await tellOutcome(session, { outcome, opened, out: options.out });
  } finally {
    await planning.close();
  }
}

interface Made {
  readonly outcome: AppointmentOutcome;
  readonly opened: Awaited<ReturnType<typeof openApplications>> & { readonly ok: true };
  readonly out: string | undefined;
}

async function tellOutcome(session: Session, { outcome, opened, out }: Made): Promise<ExitCode> {
  const issues = [...opened.warnings, ...outcome.issues];
  if (outcome.status === "invalid") return reportBadInput(session, issues);
  if (outcome.status !== "appointed") {
    if (session.json) tellJson(session, { ...outcome, issues });
    else warn(session, say(session, outcome.message));
    return outcome.status === "infeasible" ? EXIT.infeasible : EXIT.stopped;
  }
  if (out !== undefined) await writeOut(session, { applications: opened.value, outcome, out });
  reportWarnings(session, issues);
  if (session.json) tellJson(session, { ...outcome, issues });
  else tellAppointment(session, outcome);
  return EXIT.done;
}

interface Written {
  readonly applications: Applications;
  readonly outcome: AppointmentOutcome & { readonly status: "appointed" };
  readonly out: string;
}

async function writeOut(session: Session, { applications, outcome, out }: Written): Promise<void> {
  const paths = await writeFiles(pathOf(session, out), await appointmentFiles(applications, outcome, session.language));
  if (!session.json)
    for (const path of paths) tell(session, say(session, { zh: `已写入 ${path}`, en: `Wrote ${path}` }));
}
