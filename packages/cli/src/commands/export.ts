import { basename, dirname } from "node:path";
import { instanceSchema, programOf } from "@lungang/core";
import { planSchema } from "@lungang/core/plan";
import { policySchema } from "@lungang/core/policy";
import { writeLp, writeMps } from "@lungang/program";
import { usageIssue } from "../input/arguments.ts";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedInput } from "../input/options.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { pathOf, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { writeAll } from "../write-all.ts";

/** Forms in which a program is written. */
export const PROGRAM_FORMATS = ["mps", "lp"] as const;
export type ProgramFormat = (typeof PROGRAM_FORMATS)[number];

/** Documents whose JSON Schema is written. */
export const SCHEMA_NAMES = ["instance", "policy", "plan"] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

const SCHEMAS = { instance: instanceSchema, policy: policySchema, plan: planSchema } as const;

/** Options of `export mps` and `export lp` as they stand on the command line. */
export interface ExportOptions extends PlanningOptions {
  readonly format: ProgramFormat;
  /** Name of the level that is minimised; the first by default. */
  readonly level?: string;
  readonly seed: string;
  readonly out?: string;
}

/** Writes the JSON Schema of a document. */
export function exportSchema(session: Session, name: SchemaName): ExitCode {
  tellJson(session, SCHEMAS[name].toJSONSchema({ io: "input" }));
  return EXIT.done;
}

/** Writes the program of a county as text that other solvers read. */
export async function exportProgram(session: Session, instance: string, options: ExportOptions): Promise<ExitCode> {
  const read = await readNamedInput(session, instance, options);
  if (!read.ok) return reportBadInput(session, read.issues);
  reportWarnings(session, read.warnings);
  const { instance: county, policy, locks } = read.value;
  const formulated = programOf(county, policy, { locks, seed: options.seed });
  if (!formulated.ok) return reportBadInput(session, formulated.issues, county);
  const built = formulated.value;
  const names = built.levels.map((level) => level.name);
  const level = options.level === undefined ? 0 : names.indexOf(options.level);
  if (level < 0) {
    const message = { zh: "方案没有这个目标层级", en: "The policy has no such level" };
    const details = { received: options.level ?? "", expected: names.join(", ") };
    return reportBadInput(session, [usageIssue("--level", message, details)]);
  }
  const text = options.format === "mps" ? writeMps(built, level) : writeLp(built, level);
  return deliver(session, text, options);
}

async function deliver(session: Session, text: string, { out, format }: ExportOptions): Promise<ExitCode> {
  if (out === undefined) {
    if (session.json) tellJson(session, { format, text });
    else session.io.stdout.write(text);
    return EXIT.done;
  }
  const path = pathOf(session, out);
  await writeAll(dirname(path), [{ name: basename(path), content: text }]);
  if (session.json) tellJson(session, { format, file: path });
  else tell(session, path);
  return EXIT.done;
}
