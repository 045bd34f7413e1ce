import type { ProgramTextOptions, SchemaName } from "lungang";
import { jsonSchemaOf, programText, together } from "lungang";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedCase } from "../input/options.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFile, writeFile } from "../output.ts";
import type { OutOptions } from "../output.ts";
import { pathOf, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `export mps` and `export lp` as they stand on the command line. */
export interface ExportOptions extends PlanningOptions, ProgramTextOptions, OutOptions {}

/** Writes the JSON Schema of a document. */
export function exportSchema(session: Session, name: SchemaName): ExitCode {
  tellJson(session, jsonSchemaOf(name));
  return EXIT.done;
}

/** Writes the program of a county as text that other solvers read. */
export async function exportProgram(session: Session, county: string, options: ExportOptions): Promise<ExitCode> {
  const read = together(await readNamedCase(session, county, options), await checkFile(session, options));
  if (!read.ok) return reportBadInput(session, read.issues);
  reportWarnings(session, read.warnings);
  const text = programText(read.value[0], options);
  return text.ok ? deliver(session, text.value, options) : reportBadInput(session, text.issues);
}

async function deliver(session: Session, text: string, options: ExportOptions): Promise<ExitCode> {
  const { out, format } = options;
  if (out === undefined) {
    if (session.json) tellJson(session, { format, text });
    else session.io.stdout.write(text);
    return EXIT.done;
  }
  const path = pathOf(session, out);
  const written = await writeFile(session, { ...options, out }, { name: out, content: text });
  if (!written.ok) return reportBadInput(session, written.issues);
  if (session.json) tellJson(session, { format, file: path });
  else tell(session, path);
  return EXIT.done;
}
