import type { Checked, Instance } from "@lungang/core";
import { loadInstance } from "@lungang/core";
import { ownColumns } from "@lungang/core/policy";
import { checkCoordinates, convertDeclared } from "@lungang/geo";
import type { NamedFile } from "@lungang/tabular";
import { readCounty } from "@lungang/tabular";
import { readJsonDocument } from "./json-text.ts";
import { inFile } from "./together.ts";

/** How every county is read, whatever it is read from: coordinates converted from the declared system and judged. */
const READING = { convertCoordinates: convertDeclared, checks: [checkCoordinates] } as const;

/**
 * What a county is read with.
 *
 * @public
 */
export interface CountyOptions {
  /** The document of the policy that it is read for: the columns that it declares are read as well. @defaultValue none */
  readonly policy?: unknown;
}

/** Returns how a county is read from tables. */
export function readingFor({ policy }: CountyOptions) {
  return { ...READING, columns: ownColumns(policy) };
}

/**
 * Where a county comes from: the bytes of a workbook, CSV files, the text of a JSON file, a document in memory, or a
 * county that was opened before. `file` is the name that issues give.
 *
 * @public
 */
export type CountySource =
  | { readonly workbook: Uint8Array; readonly file?: string }
  | { readonly sheets: readonly NamedFile[] }
  | { readonly text: string; readonly file: string }
  | { readonly document: unknown; readonly file?: string }
  | { readonly instance: Instance };

/**
 * Reads a county, and returns it in canonical order or everything that is wrong with it.
 *
 * @public
 */
export async function openCounty(source: CountySource, options: CountyOptions = {}): Promise<Checked<Instance>> {
  if ("instance" in source) return { ok: true, value: source.instance, warnings: [] };
  if ("sheets" in source) return readCounty(source.sheets, readingFor(options));
  if ("workbook" in source) {
    const { workbook, file } = source;
    return readCounty(file === undefined ? workbook : [{ name: file, bytes: workbook }], readingFor(options));
  }
  return "text" in source ? readJsonDocument(source, loadInstance) : fromDocument(source.document, source.file);
}

/** A document may spell coordinates in one system only, so there is nothing to convert. */
function fromDocument(document: unknown, file: string | undefined): Checked<Instance> {
  const loaded = loadInstance(document);
  return loaded.ok ? loaded : { ok: false, issues: inFile(loaded.issues, file) };
}
