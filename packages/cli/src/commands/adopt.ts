import { dirname, join } from "node:path";
import type { AdoptOutcome, Language, Plan, PlanningCase, RosterChange } from "lungang";
import { adoptRoster, planFileNames, planFiles, together } from "lungang";
import { callIssue } from "../input/arguments.ts";
import type { BesidePlanOptions } from "../input/plan-input.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFolder, datedOptions, readDate, writeFolder } from "../output.ts";
import type { DatedOptions } from "../output.ts";
import { reasonsOfPlan } from "../reasons.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellVerification } from "../text/verify-text.ts";

/** Options of `adopt` as they stand on the command line. */
export interface AdoptOptions extends BesidePlanOptions, DatedOptions {}

/** Folder beside the edited workbook, where none is named. */
const FOLDERS: Readonly<Record<Language, string>> = { zh: "采用", en: "adopted" };

/** Folders in which plans stand that were adopted of the workbook one folder up. */
export const ADOPTED_FOLDERS: readonly string[] = Object.values(FOLDERS);

/** Makes a plan of a workbook that people edited: says what they changed, verifies it, and writes what `plan` writes. */
export async function adopt(session: Session, workbook: string, options: AdoptOptions): Promise<ExitCode> {
  const out = options.out ?? join(dirname(pathOf(session, workbook)), FOLDERS[session.language]);
  if (workbook.toLowerCase().endsWith(".json"))
    return reportBadInput(session, [callIssue(NO_WORKBOOK, { received: workbook, expected: "轮岗方案.xlsx" })]);
  const place = together(
    await checkFolder(session, { ...options, out }, { set: "plan", names: planFileNames }),
    readDate(options),
  );
  if (!place.ok) return reportBadInput(session, place.issues);
  const read = await readPlanInput(session, workbook, options);
  if (!read.ok) return reportBadInput(session, read.issues);
  const { planningCase, roster, plan, county } = read.value;
  if (roster === undefined) throw new Error("A workbook was read without its lines");
  const outcome = await adoptRoster(planningCase, roster, plan);
  if (outcome.status === "invalid") return reportBadInput(session, outcome.issues);
  reportWarnings(session, [...place.warnings, ...read.warnings, ...outcome.issues]);
  return outcome.status === "broken"
    ? refuse(session, outcome, planningCase)
    : deliver(session, outcome, { planningCase, county, options: { ...options, out } });
}

const NO_WORKBOOK = {
  zh: "采用的是改动过的名册工作簿",
  en: "What is adopted is a roster workbook that people edited",
};

type Adopted = Extract<AdoptOutcome, { status: "adopted" }>;
type Broken = Extract<AdoptOutcome, { status: "broken" }>;

function refuse(session: Session, { changes, verified }: Broken, planningCase: PlanningCase): ExitCode {
  if (session.json) tellJson(session, { ...verified, changes });
  else {
    tellChanges(session, changes);
    tellVerification(session, { report: verified, ...planningCase });
  }
  return EXIT.infeasible;
}

interface Delivery {
  readonly planningCase: PlanningCase;
  readonly county: string;
  readonly options: DatedOptions;
}

async function deliver(
  session: Session,
  { plan, changes, verified }: Adopted,
  { planningCase, county, options }: Delivery,
): Promise<ExitCode> {
  const make = async () => {
    const people = await reasonsOfPlan(session, {
      planningCase,
      plan,
      edited: changes.map(({ person }) => person),
    });
    const dated = datedOptions(session, options, planningCase);
    return planFiles(planningCase, plan satisfies Plan, { ...dated, ...(people === undefined ? {} : { people }) });
  };
  const written = await writeFolder(session, options, { set: "plan", madeFrom: { county }, make });
  if (!written.ok) return reportBadInput(session, written.issues);
  if (session.json) tellJson(session, { ...plan, changes });
  else {
    tellChanges(session, changes);
    tellVerification(session, { report: verified, ...planningCase });
    for (const path of written.value) tell(session, path);
  }
  return EXIT.done;
}

function tellChanges(session: Session, changes: readonly RosterChange[]): void {
  const count = changes.length;
  tell(session, say(session, { zh: `改动 ${count} 人：`, en: `${count} people changed:` }));
  for (const { message } of changes) tell(session, `  ${say(session, message)}`);
}
