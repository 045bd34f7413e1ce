import type { Checked, LockEntry, SourceLocation } from "@lungang/core";
import { checked } from "@lungang/core";
import { DECISION_WORDS, POLICY_ROW, lockSheet, settingSheet } from "../sheets/decision-sheets.ts";
import { COUNTY_SHEETS } from "../sheets/sheets.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { foldText } from "../values/text.ts";
import type { Book } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import { IssueLog, errorAt, presentIssues } from "./issues.ts";
import type { RowRecord } from "./rows.ts";
import { readRows } from "./rows.ts";
import type { CountySource } from "./source.ts";
import { readBook } from "./source.ts";
import { findTable, placeIn } from "./table.ts";

/** A decision about one person, with its reason and its place. */
export interface PlacedLock extends LockEntry {
  readonly reason: string;
  readonly place: SourceLocation;
}

/**
 * What a county says of its policy: the sheets 政策参数 and 已定人员.
 *
 * @public
 */
export interface Decisions {
  /** Name or file of the policy. */
  readonly policy?: { readonly name: string; readonly place: SourceLocation };
  /** Values of parameters as they were typed, by name; empty cells are left out. */
  readonly settings: ReadonlyMap<string, { readonly text: string; readonly place: SourceLocation }>;
  /** Decisions already taken; people and schools by id or by name. */
  readonly locks: readonly PlacedLock[];
}

/**
 * Reads what a county says of its policy; nothing is decided where the sheets are missing or empty.
 *
 * @public
 */
export async function readDecisions(source: CountySource, options: ReadOptions = {}): Promise<Checked<Decisions>> {
  const book = await readBook(source, options);
  // Why a county cannot be read is told by whoever reads its data.
  if (!book.ok) return { ok: true, value: { settings: new Map(), locks: [] }, warnings: [] };
  const log = new IssueLog();
  const locks = recordsOf(book.value, lockSheet, log).flatMap((record) => lockOf(record, log) ?? []);
  const result = checked({ ...settingsOf(recordsOf(book.value, settingSheet, log)), locks }, log.all());
  return result.ok
    ? { ...result, warnings: presentIssues(result.warnings) }
    : { ok: false, issues: presentIssues(result.issues) };
}

function recordsOf(book: Book, spec: SheetSpec, log: IssueLog): readonly RowRecord[] {
  const sheet = book.sheets.find(({ name, rows }) => COUNTY_SHEETS.named(name) === spec && rows.length > 0);
  if (sheet === undefined) return [];
  const same = (text: string) => text;
  const references = { school: same, group: same, person: same };
  const table = findTable(spec, sheet, log);
  const context = { log, references, date1904: book.date1904 };
  return table === undefined ? [] : readRows(table, context).filter(({ bad }) => bad.size === 0);
}

function settingsOf(records: readonly RowRecord[]): Pick<Decisions, "policy" | "settings"> {
  const settings = new Map<string, { readonly text: string; readonly place: SourceLocation }>();
  let policy: Decisions["policy"];
  for (const record of records) {
    const { name, value } = record.value as { readonly name: string; readonly value?: string };
    const place = placeOf(record, "value");
    if (value === undefined) continue;
    if (name === POLICY_ROW) policy = { name: value, place };
    else settings.set(name, { text: value, place });
  }
  return policy === undefined ? { settings } : { policy, settings };
}

interface LockCells {
  readonly person?: string;
  readonly name?: string;
  readonly decision: string;
  readonly school?: string;
  readonly post?: string;
  readonly reason: string;
}

function lockOf(record: RowRecord, log: IssueLog): PlacedLock | undefined {
  const cells = record.value as unknown as LockCells;
  const place = placeOf(record, "decision");
  const decided = decisionOf(cells);
  const person = cells.person ?? cells.name;
  if (person !== undefined && decided !== undefined) return { person, ...decided, reason: cells.reason, place };
  log.add(errorAt(place, "decision-unclear", UNCLEAR));
  return undefined;
}

/** Returns what is decided; undefined where the word is unknown or the school is missing. */
function decisionOf({ decision, school, post }: LockCells): Omit<LockEntry, "person"> | undefined {
  const kind = Object.entries(DECISION_WORDS).find(([word]) => foldText(word) === foldText(decision))?.[1];
  if (kind === "stay") return { stay: true };
  if (kind === "school" && post !== undefined) return { post };
  return kind === undefined || school === undefined ? undefined : { [kind]: school };
}

const UNCLEAR = {
  message: { zh: "这一行“已定人员”没有写清楚", en: "This decision is not complete" },
  expected: {
    zh: `人员编号或姓名；${Object.keys(DECISION_WORDS).join("、")}；调往或不得调往的学校；理由`,
    en: "id or name of a person; what is decided; the school that it is about; why",
  },
  advice: { zh: "请补全这一行，或删去", en: "Complete the row or delete it" },
};

function placeOf({ table, row }: RowRecord, key: string): SourceLocation {
  return placeIn(table.sheet, row, table.columns.get(key));
}
