import type { Issue, Text } from "lungang";
import { checkCase, hasError } from "lungang";
import type { StandingsOf } from "lungang/node";
import { writeCheckResult } from "lungang/node";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedCase } from "../input/options.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { tellCheck } from "../text/check-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `check` as they stand on the command line. */
export interface CheckOptions extends PlanningOptions {
  /** Workbook in which the problems are marked. */
  readonly out?: string;
}

/** Checks the data against the policy and says what is known before any solve. */
export async function check(session: Session, county: string, options: CheckOptions): Promise<ExitCode> {
  const read = await readNamedCase(session, county, options);
  const found = read.ok ? { ...read.value, report: checkCase(read.value) } : undefined;
  const issues = read.ok ? [...read.warnings, ...(found?.report.issues ?? [])] : read.issues;
  const isBad = found === undefined || hasError(issues);
  if (isBad) reportBadInput(session, issues);
  else reportWarnings(session, issues);
  await markProblems(session, { county, issues, out: options.out, check: found });
  if (isBad) return EXIT.badInput;
  const report = { ...found.report, issues };
  if (session.json) tellJson(session, report);
  else tellCheck(session, { ...found, report });
  return EXIT.done;
}

interface Marked {
  readonly county: string;
  readonly issues: readonly Issue[];
  readonly out: string | undefined;
  /** How everybody stands, as far as the data could be read. */
  readonly check: StandingsOf | undefined;
}

/** Writes the workbook with the problems marked; who reads JSON has to ask for it. */
async function markProblems(session: Session, { county, issues, out, check: found }: Marked): Promise<void> {
  if (session.json && out === undefined) return;
  const named = { ...(out === undefined ? {} : { out }), ...(found === undefined ? {} : { check: found }) };
  const written = await writeCheckResult(county, issues, {
    ...named,
    language: session.language,
    folder: session.io.cwd,
  });
  if (!written.ok) reportWarnings(session, written.issues);
  else if (written.value !== undefined && !session.json) warn(session, say(session, markedText(written.value)));
}

function markedText(path: string): Text {
  return {
    zh: `问题已逐格标注，各人的资格和原因见“资格认定”表：${path}`,
    en: `The problems are marked cell by cell, and how everybody stands is listed, in ${path}`,
  };
}
