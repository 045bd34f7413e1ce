import type { Issue, SourceLocation } from "@lungang/core";
import type { FileIssueCode } from "./file-issues.ts";
import { fileIssue } from "./file-issues.ts";
import { asciiBytes, concatBytes, indexOfBytes, startsWithBytes } from "./bytes.ts";
import { scanSheet } from "./sheet-scan.ts";
import { checkStructure, countStrings } from "./sheet-structure.ts";
import { writeStoredArchive } from "./stored-archive.ts";
import type { Archive, Part, Parts } from "./zip.ts";
import { readArchive } from "./zip.ts";

/** Largest file that is opened at all. */
export const MAX_FILE_BYTES = 20 * 2 ** 20;

/** Parts that hold no cells: neither inflated nor handed on. */
const UNUSED =
  /(^|\/)(drawings|media|charts|chartsheets|theme|docProps|pivotTables|pivotCache|slicers|slicerCaches|timelines|timelineCaches|threadedComments|persons|customXml|printerSettings|embeddings|ctrlProps|activeX|tables|queryTables|richData|webextensions)\/|worksheets\/_rels\/|(^|\/)(comments\d*|cellimages|metadata|calcChain|connections)\.xml/i;

function isWanted(name: string): boolean {
  return /\.(xml|rels)$/i.test(name) && !UNUSED.test(name);
}

/**
 * Checks the bytes of a workbook before any library sees them and returns a clean archive of its sheets.
 *
 * Recognised and refused: other formats, passwords, macros, external links, unsafe names, bombs, DOCTYPE, huge sheets.
 */
export async function preflight(bytes: Uint8Array, place: SourceLocation): Promise<Uint8Array | readonly Issue[]> {
  if (bytes.length > MAX_FILE_BYTES) {
    const received = `${(bytes.length / 2 ** 20).toFixed(1)} MB`;
    return [fileIssue("file-too-large", place, { received, expected: `≤ ${MAX_FILE_BYTES / 2 ** 20} MB` })];
  }
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) return [fileIssue(foreign, place)];
  const archive = await readArchive(bytes, isWanted, place);
  if ("code" in archive) return [archive];
  const refused = refusedArchive(archive.names);
  if (refused !== undefined) return [fileIssue(refused, place)];
  const issues = checkParts(archive, place);
  return issues.length > 0 ? issues : writeStoredArchive(archive.parts);
}

const COMPOUND_FILE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const ZIP = asciiBytes("PK\u0003\u0004");
/** The name of the stream of an encrypted workbook, as UTF-16. */
const ENCRYPTED_PACKAGE = concatBytes(Array.from("EncryptedPackage", (char) => asciiBytes(`${char}\0`)));
const HEAD_BYTES = 1024;

/** Returns what the bytes are if they are not a zip archive. */
function foreignFormat(bytes: Uint8Array): FileIssueCode | undefined {
  if (bytes.length === 0) return "file-empty";
  if (startsWithBytes(bytes, COMPOUND_FILE)) {
    return indexOfBytes(bytes, ENCRYPTED_PACKAGE) < 0 ? "legacy-xls" : "encrypted-workbook";
  }
  if (startsWithBytes(bytes, ZIP)) return undefined;
  const head = new TextDecoder("latin1")
    .decode(bytes.subarray(0, HEAD_BYTES))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (/^<(!doctype html|html|head|meta|table|style)/i.test(head)) return "html-as-workbook";
  return head.startsWith("<?xml") ? "xml-as-workbook" : "not-a-workbook";
}

function refusedArchive(names: readonly string[]): FileIssueCode | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/\.xlsb$|(^|\/)workbook\.bin$/i)) return "binary-xlsb";
  if (has(/^content\.xml$/i) && has(/^META-INF\/manifest\.xml$/i)) return "open-document";
  if (has(/vbaProject/i)) return "has-macros";
  if (has(/(^|\/)externalLinks\//i)) return "has-external-links";
  return has(/(^|\/)workbook\d*\.xml$/i) && names.includes("[Content_Types].xml") ? undefined : "not-a-workbook";
}

function checkParts({ parts }: Archive, place: SourceLocation): readonly Issue[] {
  const sheets = sheetNamesOf(parts);
  const declared = [...parts].find(([, { content }]) => declaresDocumentType(content));
  if (declared !== undefined) return [fileIssue("document-type", place, { received: declared[0] })];
  const excesses = [...parts].flatMap(([name, { content }]) => {
    const excess = indexOfBytes(content, SHEET_DATA) < 0 ? undefined : scanSheet(content);
    if (excess === undefined) return [];
    const { code, cell, ...details } = excess;
    return [fileIssue(code, placeOf(place, sheets.get(name) ?? name, cell), details)];
  });
  return excesses.length > 0 ? excesses : checkContents(parts, sheets, place);
}

function placeOf(place: SourceLocation, sheet: string, cell: string | undefined): SourceLocation {
  return { ...place, sheet, ...(cell === undefined ? {} : { cell }) };
}

/** Looks whether every part is whole, once their size is known to be bearable. */
function checkContents(parts: Parts, sheets: ReadonlyMap<string, string>, place: SourceLocation): readonly Issue[] {
  const missing = [...sheets].filter(([path]) => !parts.has(path) && !UNUSED.test(path));
  if (missing.length > 0) return missing.map(([, sheet]) => fileIssue("sheet-part-missing", { ...place, sheet }));
  const strings = [...parts].find(([name]) => /(^|\/)sharedStrings\.xml$/i.test(name))?.[1];
  const count = strings === undefined ? 0 : countStrings(textOf(strings) ?? "");
  if (count === undefined) return [fileIssue("malformed-xml", place)];
  return [...parts].flatMap(([name, part]) => {
    const xml = textOf(part);
    if (xml === undefined) return [fileIssue("malformed-xml", { ...place, sheet: sheets.get(name) ?? name })];
    return checkStructure(xml, count).map(({ code, cell }) =>
      fileIssue(code, placeOf(place, sheets.get(name) ?? name, cell)),
    );
  });
}

/** Returns a part as text, undefined where its bytes are none. */
function textOf({ content }: Part): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

const SHEET_DATA = asciiBytes("sheetData");
const DECLARATIONS = ["<!DOCTYPE", "<!doctype", "<!ENTITY"].map(asciiBytes);

function declaresDocumentType(xml: Uint8Array): boolean {
  return DECLARATIONS.some((declaration) => indexOfBytes(xml, declaration) >= 0);
}

/** Returns the names of sheets by the path of their part, as far as simple matching finds them; for messages only. */
function sheetNamesOf(parts: Parts): ReadonlyMap<string, string> {
  const text = (name: string) => new TextDecoder().decode(parts.get(name)?.content);
  const workbook = text("xl/workbook.xml");
  const relations = text("xl/_rels/workbook.xml.rels");
  const nameById = new Map(tagsOf(workbook, "sheet").map((tag) => [attribute(tag, "r:id"), attribute(tag, "name")]));
  return new Map(
    tagsOf(relations, "Relationship").flatMap((tag): [string, string][] => {
      const name = nameById.get(attribute(tag, "Id"));
      const target = attribute(tag, "Target").replace(/^\/?(xl\/)?/, "xl/");
      return name === undefined ? [] : [[target, name]];
    }),
  );
}

function tagsOf(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? "";
}
