import type { ReadContext } from "./cells.ts";
import { problemIssue, shortExpected, valueOf } from "./cells.ts";
import { cellText } from "./header.ts";
import { errorAt, shortText, warningAt } from "./issues.ts";
import { setPath } from "./nested.ts";
import type { Problem } from "../values/codec.ts";
import { isProblem } from "../values/codec.ts";
import type { Column } from "../sheets/spec.ts";
import type { Table } from "./table.ts";
import { dataRows } from "./data-rows.ts";
import { LEAVE_OUT, placeIn } from "./table.ts";

/** A record while its row is being read. */
type DraftRecord = Omit<RowRecord, "bad"> & { readonly bad: Set<string> };

/** Attributes read from one row, nested as in the instance. */
export interface RowRecord {
  readonly table: Table;
  readonly row: number;
  readonly value: Record<string, unknown>;
  /** Keys of columns whose cell could not be read. */
  readonly bad: ReadonlySet<string>;
}

/** Reads all data rows of a table; every cell that cannot be read is an issue, and so is a column that holds none. */
export function readRows(table: Table, context: ReadContext): readonly RowRecord[] {
  const readers = table.spec.columns.flatMap((column) => {
    const index = table.columns.get(column.key);
    const isMade = column.madeOf !== undefined && table.madeIds !== undefined;
    return index === undefined || isMade ? [] : [new ColumnReader({ table, column, index }, context)];
  });
  const width = Math.max(0, ...table.columns.values()) + 1;
  const records = dataRows(table, context.log).map((row): DraftRecord => {
    reportOverhang(table, row, { context, width });
    const record: DraftRecord = { table, row, value: {}, bad: new Set() };
    takeMadeId(record);
    for (const reader of readers) reader.read(record);
    return record;
  });
  for (const reader of readers) reader.finish();
  return records;
}

/** Takes the id made of words, where ids are; why there is none has been told. */
function takeMadeId({ table: { madeIds }, row, value, bad }: DraftRecord): void {
  const id = madeIds?.get(row);
  if (id !== undefined) setPath(value, "id", id);
  else if (madeIds !== undefined) bad.add("id");
}

/** Says that a row of a text file has more fields than the header; a comma in a field does that. */
function reportOverhang(table: Table, row: number, { context, width }: { context: ReadContext; width: number }): void {
  const { sheet, headerRow } = table;
  if (sheet.lines === undefined) return;
  const headerWidth = Math.max(width, sheet.rows[headerRow]?.length ?? 0);
  const extra = (sheet.rows[row] ?? []).findIndex((cell, index) => index >= headerWidth && cellText(cell) !== "");
  if (extra < 0) return;
  context.log.add(
    errorAt(placeIn(sheet, row, extra), "too-many-fields", {
      message: { zh: "该行的列数多于表头", en: "The line has more fields than the header" },
      advice: { zh: "含有逗号的内容请加双引号", en: "Put fields that contain commas in double quotes" },
    }),
  );
}

interface ColumnAt {
  readonly table: Table;
  readonly column: Column;
  readonly index: number;
}

interface BadCell {
  readonly record: DraftRecord;
  readonly problem: Problem;
}

/** Fewer cells that cannot be read are slips of the pen, each told at its place. */
const LEAST_BAD_CELLS = 3;

/** Reads one column, and tells at its end whether it is the column that its header says. */
class ColumnReader {
  readonly #at: ColumnAt;
  readonly #context: ReadContext;
  readonly #bad: BadCell[] = [];
  #good = 0;

  constructor(at: ColumnAt, context: ReadContext) {
    this.#at = at;
    this.#context = context;
  }

  read(record: DraftRecord): void {
    const { table, column, index } = this.#at;
    const value = valueOf({ sheet: table.sheet, row: record.row, index, column }, this.#context);
    if (isProblem(value)) {
      this.#bad.push({ record, problem: value });
      record.bad.add(column.key);
    } else if (value !== undefined) {
      this.#good++;
      setPath(record.value, column.key, value);
    }
  }

  finish(): void {
    const { column, table } = this.#at;
    const isForeign = column.required !== true && this.#bad.length >= LEAST_BAD_CELLS && this.#bad.length > this.#good;
    if (!isForeign) this.#reportCells();
    // What protects a person is never left out on a guess, whatever its column is called.
    else if (table.byAlias?.has(column.key) === true && column.sensitive !== true) this.#leaveOut();
    else this.#reportColumn();
  }

  #reportCells(): void {
    const { table, column, index } = this.#at;
    for (const { record, problem } of this.#bad) {
      this.#context.log.add(problemIssue({ sheet: table.sheet, row: record.row, index, column }, problem));
    }
  }

  #leaveOut(): void {
    const { table, column, index } = this.#at;
    for (const { record } of this.#bad) record.bad.delete(column.key);
    const header = this.#header();
    this.#context.log.add(
      warningAt(placeIn(table.sheet, table.headerRow, index), "column-left-out", {
        message: {
          zh: `“${header}”列的内容不是“${column.zh}”，${this.#bad.length} 个单元格未读入`,
          en: `The column "${header}" does not hold "${column.key}"; ${this.#bad.length} cells are not read`,
        },
        expected: shortExpected(column),
        ...this.#received(),
        advice: LEAVE_OUT,
      }),
    );
  }

  #reportColumn(): void {
    const { table, column, index } = this.#at;
    const { problem } = this.#bad[0] as BadCell;
    const { zh, en } = problem.message;
    this.#context.log.add(
      errorAt(placeIn(table.sheet, table.headerRow, index), problem.problem, {
        message: {
          zh: `“${column.zh}”列有 ${this.#bad.length} 个单元格无法读入：${zh}`,
          en: `${this.#bad.length} cells of column "${column.key}" cannot be read: ${en}`,
        },
        expected: shortExpected(column),
        ...this.#received(),
        advice: {
          zh: `${problem.advice.zh}；${LEAVE_OUT.zh}`,
          en: `${problem.advice.en}. ${LEAVE_OUT.en}`,
        },
      }),
    );
  }

  #header(): string {
    const { table, column, index } = this.#at;
    return shortText(cellText(table.sheet.rows[table.headerRow]?.[index]) || column.zh);
  }

  #received(): { readonly received?: string } {
    const { table, column, index } = this.#at;
    const value = table.sheet.rows[this.#bad[0]?.record.row ?? -1]?.[index];
    return column.sensitive === true || value === undefined ? {} : { received: shortText(value) };
  }
}
