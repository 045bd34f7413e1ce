import { auditAppointment, auditPlan, auditRoster, cardFileNames, cardFiles, publicCard, together } from "lungang";
import type { Checked, Instance, Issue, Plan, ReportCardDocument } from "lungang";
import type { MadeFrom } from "lungang/node";
import { openCounty, readAppointmentListFile } from "lungang/node";
import type { BehindAppointment } from "../input/applications.ts";
import { applicationsBehind, behindNamed, readApplications } from "../input/applications.ts";
import { usageIssue } from "../input/arguments.ts";
import type { BesidePlanOptions } from "../input/plan-input.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFolder, writeFolder } from "../output.ts";
import type { OutOptions } from "../output.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellCard } from "../text/card-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `audit` as they stand on the command line. */
export interface AuditOptions extends BesidePlanOptions, OutOptions {
  readonly applications?: string;
  /** Rotation plan after which people competed, for an appointment. */
  readonly after?: string;
  /** Tells the public edition. */
  readonly public?: boolean;
}

/** A card with what it was made from. */
interface Audited {
  readonly card: ReportCardDocument;
  readonly madeFrom: MadeFrom;
}

/** Makes the report card of a plan, a roster or an appointment, by whomever it was made. */
export async function audit(session: Session, name: string, options: AuditOptions): Promise<ExitCode> {
  const read = together(
    await cardOf(session, name, options),
    await checkFolder(session, options, { set: "audit", names: cardFileNames }),
  );
  if (!read.ok) return reportBadInput(session, read.issues);
  const [{ card, madeFrom }] = read.value;
  const make = () => cardFiles(card, session.language);
  const written = await writeFolder(session, options, { set: "audit", madeFrom, make });
  if (!written.ok) return reportBadInput(session, written.issues);
  const isPublic = options.public === true;
  const shown = isPublic ? publicCard(card) : card;
  // What is wrong with data names people.
  if (!isPublic) reportWarnings(session, read.warnings);
  if (session.json) tellJson(session, shown);
  else {
    tellCard(session, shown);
    for (const path of written.value) tell(session, say(session, { zh: `已写入 ${path}`, en: `Wrote ${path}` }));
  }
  return EXIT.done;
}

async function cardOf(session: Session, name: string, options: AuditOptions): Promise<Checked<Audited>> {
  const { applications, after, ...beside } = options;
  const behind =
    applications === undefined
      ? await applicationsBehind(session, name)
      : await behindNamed(session, name, { applications, after });
  if (behind === undefined) return cardOfPlan(session, name, beside);
  return cardOfAppointment(session, name, { ...beside, ...behind, ...(after === undefined ? {} : { after }) });
}

async function cardOfPlan(session: Session, name: string, options: BesidePlanOptions): Promise<Checked<Audited>> {
  const read = await readPlanInput(session, name, options);
  if (!read.ok) return read;
  const { plan, roster, planningCase, county } = read.value;
  const card =
    roster === undefined ? await auditPlan(planningCase, plan as Plan) : await auditRoster(planningCase, roster, plan);
  return withSources(card, { county }, read.warnings);
}

async function cardOfAppointment(
  session: Session,
  name: string,
  { applications, after, instance, policy, set, lock, override }: BesidePlanOptions & BehindAppointment,
): Promise<Checked<Audited>> {
  if (lock !== undefined || override.length > 0)
    return { ok: false, issues: [usageIssue("--applications", RULE_IN_WORKBOOK)] };
  const at = { folder: session.io.cwd };
  const read = together(
    await readApplications(session, applications, {
      set,
      ...(policy === undefined ? {} : { policy }),
      ...(after === undefined ? {} : { after }),
      ...(instance === undefined ? {} : { instance }),
    }),
    await readAppointmentListFile(name, at),
    instance === undefined ? NO_COUNTY : await openCounty(instance, at),
  );
  if (!read.ok) return read;
  const county = instance === undefined ? {} : { county: instance };
  return withSources(auditAppointment(...read.value), { applications, ...county }, read.warnings);
}

const NO_COUNTY: Checked<Instance | undefined> = { ok: true, value: undefined, warnings: [] };

const RULE_IN_WORKBOOK = {
  zh: "评估聘任名单不与 --override、--lock 同用",
  en: "--override and --lock do not go with a workbook of applications",
};

function withSources(
  card: Checked<ReportCardDocument>,
  madeFrom: MadeFrom,
  warnings: readonly Issue[],
): Checked<Audited> {
  if (!card.ok) return card;
  return { ok: true, value: { card: card.value, madeFrom }, warnings: [...warnings, ...card.warnings] };
}
