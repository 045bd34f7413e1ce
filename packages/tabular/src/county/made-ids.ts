import type { Issue, Text } from "@lungang/core";
import { wordOf } from "@lungang/core";
import { personSheet } from "../sheets/person-sheet.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { foldPerson, tidyPerson } from "../values/names.ts";
import type { PersonMarks } from "./known-ids.ts";
import { withKnownIds } from "./known-ids.ts";
import type { SheetData } from "../workbook/book.ts";
import type { ReadContext } from "./cells.ts";
import { valueOf } from "./cells.ts";
import { cellText } from "./header.ts";
import type { IssueDetails } from "./issues.ts";
import { IssueLog, errorAt, warningAt } from "./issues.ts";
import type { Table } from "./table.ts";
import { dataRows } from "./data-rows.ts";
import { findTable, placeIn, rowNumber } from "./table.ts";

/** A row of a sheet of people without ids. */
interface Unnumbered extends PersonMarks {
  readonly row: number;
}

interface MadeIdsContext extends Pick<ReadContext, "log" | "date1904"> {
  /** What to do with ids made of names. @defaultValue they are to be kept for the years to come */
  readonly advice?: Text;
  /** The id under which the person of a row is known elsewhere. @defaultValue nobody is known elsewhere */
  readonly idOf?: ((row: PersonMarks) => string | undefined) | undefined;
}

const KEEP_THEM: Text = {
  zh: "各表写姓名即可。改名的人会失去交流经历，新来的人与离开的人同名则会误认；“检查结果”中的这张表已补上“人员编号”列，请抄入原表，以后沿用",
  en: "Names are enough in all sheets. Whoever changes the name loses the history, and a newcomer with the name of one who left is taken for that person: the result of the check has the column of ids, copy it into the sheet and keep it",
};

/**
 * Gives people their names as ids where a sheet has no ids at all. Namesakes are told apart by the year in which they began to
 * work or by sex: nobody makes a secret of these, and they stay the same when somebody moves. Where they do not tell people
 * apart, ids are asked for.
 *
 * @returns the table with ids by row; the same table where it has ids, or no names
 */
export function withMadeIds(table: Table, { log, date1904, advice = KEEP_THEM, idOf }: MadeIdsContext): Table {
  const { spec, columns, sheet } = table;
  const name = columns.get("name");
  if (name === undefined || !spec.columns.some(({ madeOf }) => madeOf === "name")) return table;
  const rows = dataRows(table, new IssueLog());
  const index = columns.get("id");
  if (index !== undefined && rows.some((row) => cellText(sheet.rows[row]?.[index]) !== "")) return table;
  const people = rows.map((row) => unnumbered(table, row, date1904));
  // Issues about an id are shown where it comes from.
  const named: Table = { ...table, columns: new Map([...columns, ["id", name]]) };
  const madeIds = idsOf(people, named, log);
  if (people.length > 0) log.add(notice(named, people, { ids: madeIds, advice }));
  if (idOf === undefined) return { ...named, madeIds };
  const byRow = new Map(people.map((person) => [person.row, idOf(person)]));
  return { ...named, madeIds: withKnownIds(madeIds, (row) => byRow.get(row)), alsoCalled: madeIds };
}

/** Returns a sheet of people with the ids made for them in a column: the one that was empty, or a new one at the end. */
export function withIdColumn(spec: SheetSpec, sheet: SheetData, date1904: boolean): SheetData {
  const found = findTable(spec, sheet, new IssueLog());
  const table = found && withMadeIds(found, { log: new IssueLog(), date1904 });
  if (found === undefined || table?.madeIds === undefined) return sheet;
  const at = found.columns.get("id") ?? Math.max(...sheet.rows.map((row) => row.length));
  const header = spec.columns.find(({ key }) => key === "id")?.zh ?? "";
  const idIn = (row: number) => (row === found.headerRow ? header : table.madeIds?.get(row));
  const rows = sheet.rows.map((cells, row) => {
    const id = idIn(row);
    const width = Math.max(cells.length, at + 1);
    return id === undefined
      ? cells
      : Array.from({ length: width }, (_, index) => (index === at ? id : (cells[index] ?? null)));
  });
  return { ...sheet, rows };
}

function idsOf(people: readonly Unnumbered[], table: Table, log: IssueLog): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  const byName = namesakes(people);
  for (const alike of byName.values()) {
    const [first] = alike;
    const made = marksOf(alike, byName);
    if (first?.name === "") for (const { row } of alike) log.add(nameless(table, row));
    else if (made === undefined) log.add(tooAlike(table, alike));
    else alike.forEach(({ row }, at) => ids.set(row, `${first?.name ?? ""}${made[at] ?? ""}`));
  }
  return ids;
}

function namesakes(people: readonly Unnumbered[]): ReadonlyMap<string, readonly Unnumbered[]> {
  const byName = new Map<string, Unnumbered[]>();
  for (const person of people) {
    const folded = foldPerson(person.name);
    byName.set(folded, [...(byName.get(folded) ?? []), person]);
  }
  return byName;
}

/** What may tell namesakes apart, the first that does is taken. */
const MARKS: readonly ((person: Unnumbered) => readonly string[])[] = [
  ({ year }) => [year],
  ({ sex }) => [sex],
  ({ sex, year }) => [sex, year],
];

/** Returns what follows the name of each in the id; undefined where nothing tells them apart. */
function marksOf(alike: readonly Unnumbered[], taken: ReadonlyMap<string, unknown>): readonly string[] | undefined {
  if (alike.length === 1) return [""];
  // What somebody else is called is no id of a namesake.
  const isFree = (mark: string, at: number) => !taken.has(foldPerson(`${alike[at]?.name ?? ""}${mark}`));
  return MARKS.map((mark) => alike.map(mark))
    .filter((marks) => marks.every((parts) => !parts.includes("")))
    .map((marks) => marks.map((parts) => parts.map((part) => `-${part}`).join("")))
    .find((marks) => new Set(marks).size === marks.length && marks.every(isFree));
}

const YEAR_DIGITS = 4;

function unnumbered({ sheet, columns }: Table, row: number, date1904: boolean): Unnumbered {
  // What is wrong with a cell is told when the row is read.
  const context = { log: new IssueLog(), references: SAME, date1904 };
  const read = (key: string) => {
    const [index, column] = [columns.get(key), personSheet.columns.find((each) => each.key === key)];
    return index === undefined || column === undefined ? undefined : valueOf({ sheet, row, index, column }, context);
  };
  const [name, sex, hiredOn, recruitYear] = ["name", "sex", "hiredOn", "recruitYear"].map(read);
  const year = typeof hiredOn === "string" ? hiredOn.slice(0, YEAR_DIGITS) : recruitYear;
  return {
    row,
    name: typeof name === "string" ? tidyPerson(name) : "",
    sex: typeof sex === "string" ? wordOf("sex", sex) : "",
    year: typeof year === "string" || typeof year === "number" ? String(year) : "",
  };
}

const same = (text: string) => text;
const SAME = { school: same, group: same, person: same };

function notice(
  table: Table,
  people: readonly Unnumbered[],
  { ids, advice }: { readonly ids: ReadonlyMap<number, string>; readonly advice: Text },
): Issue {
  const marked = people.filter(({ row, name }) => ids.has(row) && ids.get(row) !== name);
  const sheet = table.sheet.lines === undefined ? table.sheet.name : table.spec.zh;
  const sample = marked.map(({ row }) => ids.get(row) ?? "").sort()[0];
  return warningAt(placeIn(table.sheet, table.headerRow, table.columns.get("id")), "ids-of-names", {
    message: {
      zh: `“${sheet}”表没有人员编号，${people.length} 人按姓名识别${sample === undefined ? "" : `；同名的 ${marked.length} 人在姓名后加参加工作年份或性别，如“${sample}”`}`,
      en: `The sheet of people has no ids: ${people.length} people are known by name${sample === undefined ? "" : `; ${marked.length} who share a name by year or sex as well, such as "${sample}"`}`,
    },
    advice,
  });
}

function nameless(table: Table, row: number): Issue {
  return errorAt(placeIn(table.sheet, row, table.columns.get("id")), "missing-value", {
    message: { zh: "姓名和人员编号都没有填写", en: "Neither a name nor an id is given" },
    advice: { zh: "请填写姓名；有编号的请补“人员编号”", en: "Give the name, or an id" },
  });
}

function tooAlike(table: Table, alike: readonly Unnumbered[]): Issue {
  const lines = alike.map(({ row }) => rowNumber(table.sheet, row));
  const details: IssueDetails = {
    received: alike[0]?.name ?? "",
    advice: {
      zh: "同一人请只保留一行；确是不同的人，请加“人员编号”列为全体填写编号，或在姓名后加以区别，如“张三（大）”",
      en: "Keep one row of one person. For different people add a column of ids, or tell their names apart",
    },
  };
  return errorAt(placeIn(table.sheet, alike[1]?.row, table.columns.get("id")), "names-alike", {
    message: {
      zh: `第 ${lines.join("、")} 行同名，性别和参加工作年份不能区分，又没有人员编号`,
      en: `Rows ${lines.join(", ")} have one name, and neither sex nor the year of their first work nor an id tells them apart`,
    },
    ...details,
  });
}
