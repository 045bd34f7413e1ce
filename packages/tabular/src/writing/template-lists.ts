import { SUBJECT_NAMES } from "../sheets/subject-names.ts";
import type { Column, SheetSpec } from "../sheets/spec.ts";
import { columnLetters } from "../workbook/book.ts";
import type { OutSheet } from "../workbook/out-sheet.ts";
import { fitsCell } from "./out-columns.ts";

/** Name of the sheet that holds what drop-down lists offer; it is not read. */
const LIST_SHEET = "选项";

/** The lists of a template: the sheet that holds them, and where the one of a column stands. */
export interface TemplateLists {
  readonly sheet: OutSheet;
  readonly listOf: (column: Column) => string | undefined;
  /** Returns a sheet whose cells offer what stands in the lists where it is too long for them. */
  readonly withLists: (sheet: OutSheet) => OutSheet;
}

/** Where the names of schools are typed. */
interface SchoolNames {
  readonly sheet: string;
  /** Position of the column. */
  readonly column: number;
  /** Numbers of the first and the last row that may hold one. */
  readonly rows: readonly [first: number, last: number];
}

/**
 * Returns the lists of a template: subjects, and the words of columns that are too long to stand in a cell. Schools are those
 * that are typed in their own sheet.
 *
 * @param decisions - sheets whose cells offer words of their own
 */
export function templateLists(
  { specs, decisions }: { readonly specs: readonly SheetSpec[]; readonly decisions: readonly OutSheet[] },
  schools: SchoolNames,
): TemplateLists {
  const lists = listsOf(specs, decisions);
  const titleOf = (words: readonly string[]) =>
    [...lists].find(([, other]) => other.join() === words.join())?.[0] ?? "";
  const places = new Map(
    [...lists].map(([title, words], at) => [title, rangeOf(LIST_SHEET, at, [2, words.length + 1])]),
  );
  const placeOf = (words: readonly string[]) => places.get(titleOf(words));
  return {
    sheet: {
      name: LIST_SHEET,
      columns: [...lists.keys()].map((header) => ({ header, width: 20 })),
      rows: rowsOf([...lists.values()]),
    },
    listOf: ({ codec: { choices, offers } }) => {
      if (offers === "schools") return filledOf(schools);
      return placeOf(offers === "subjects" ? SUBJECT_NAMES : (choices ?? offers ?? []));
    },
    withLists: (sheet) => ({
      ...sheet,
      rowChoices: (sheet.rowChoices ?? []).map((each) => {
        const formula = fitsCell(each.choices) ? undefined : placeOf(each.choices);
        return formula === undefined ? each : { ...each, choicesFrom: formula };
      }),
    }),
  };
}

/** Returns every list that does not stand in the cells themselves, by its title: the same words once. */
function listsOf(specs: readonly SheetSpec[], decisions: readonly OutSheet[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map([["学科", SUBJECT_NAMES]]);
  const add = (title: string, words: readonly string[]) => {
    if (![...lists.values()].some((other) => other.join() === words.join())) lists.set(title, words);
  };
  for (const { zh: sheet, columns } of specs)
    for (const { zh, codec } of columns) {
      const words = codec.choices ?? (typeof codec.offers === "object" ? codec.offers : []);
      if (!fitsCell(words)) add(lists.has(zh) ? `${sheet}·${zh}` : zh, words);
    }
  for (const { row, choices, rows } of longChoices(decisions)) add(String(rows[row]?.[0]), choices);
  return lists;
}

/** Lists of single cells that are too long to stand in them. */
function longChoices(sheets: readonly OutSheet[]) {
  return sheets.flatMap(({ rows, rowChoices = [] }) =>
    rowChoices.filter(({ choices }) => !fitsCell(choices)).map((each) => ({ ...each, rows })),
  );
}

function rowsOf(lists: readonly (readonly string[])[]): OutSheet["rows"] {
  const longest = Math.max(...lists.map((words) => words.length));
  return Array.from({ length: longest }, (_, row) => lists.map((words) => words[row] ?? null));
}

function rangeOf(sheet: string, column: number, [first, last]: readonly [number, number]): string {
  const letters = columnLetters(column);
  return `'${sheet}'!$${letters}$${first}:$${letters}$${last}`;
}

/** The rows that are filled in: a list that ends in empty cells opens at the first of them. */
function filledOf({ sheet, column, rows }: SchoolNames): string {
  const [first] = rows;
  const start = `'${sheet}'!$${columnLetters(column)}$${first}`;
  return `OFFSET(${start},0,0,MAX(1,COUNTA(${rangeOf(sheet, column, rows)})),1)`;
}
