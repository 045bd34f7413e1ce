import type { Issue, SourceLocation, Text } from "@lungang/core";
import { columnLetters, parseAddress } from "../workbook/book.ts";

/**
 * The same problem of several rows: told once, with the rows.
 *
 * @public
 */
export interface IssueGroup {
  /** The first of them by their rows. */
  readonly issue: Issue;
  readonly count: number;
  /** Places of all of them, in the order found. */
  readonly places: readonly SourceLocation[];
  /** The message of the first, with the number of the others and their rows behind it. */
  readonly message: Text;
  /** What was found in them, each text once. */
  readonly received?: string;
  /** What could stand there. */
  readonly expected?: Text;
}

/**
 * Puts together what is the same problem of the same column: 20 people whose latitude and longitude are swapped are one
 * line with a count and the rows of the sheet. Errors come first; within them the order found stays.
 *
 * @public
 */
export function groupIssues(issues: readonly Issue[]): readonly IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = keyOf(issue);
    const list = groups.get(key) ?? [];
    groups.set(key, list);
    list.push(issue);
  }
  const ordered = [...groups.values()].sort((a, b) => rank(a[0]) - rank(b[0]));
  return ordered.map(groupOf);
}

function rank(issue: Issue | undefined): number {
  return issue?.severity === "error" ? 0 : 1;
}

/** What differs from row to row, names and numbers in quotes, does not make another problem. */
function keyOf({ code, severity, place = {}, path = [], message, expected = "", question, advice }: Issue): string {
  const position = place.cell === undefined ? undefined : parseAddress(place.cell);
  const column = position === undefined ? "" : columnLetters(position.column);
  // Without a cell the path says what it is about; the number of a person or a school in it is like that of a row.
  const field = position === undefined ? path.filter((key) => typeof key === "string") : [];
  const words = message.zh.replace(/“[^”]*”/gu, "“”").replace(/\d+/gu, "0");
  const remedy = remedyOf(place, advice);
  return JSON.stringify([severity, code, place.file, place.sheet, column, field, words, expected, question, remedy]);
}

/** In a text with lines every mistake has a remedy of its own, and so has a word that is meant; in a sheet the cells have it. */
function remedyOf({ line }: SourceLocation, advice: Issue["advice"]): string | undefined {
  const isMeant = advice?.zh.startsWith("是否应为") === true;
  return line === undefined && !isMeant ? undefined : advice?.zh;
}

function groupOf(issues: readonly Issue[]): IssueGroup {
  const issue = topmost(issues as readonly [Issue, ...Issue[]]);
  const places = issues.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const count = issues.length;
  const found = receivedOf(issues);
  const told = { ...(found === "" ? {} : { received: found }), ...expectedOf(issue) };
  if (count === 1) return { issue, count, places, message: issue.message, ...told };
  const rows = rowsText(places);
  const message = {
    zh: `${issue.message.zh}（同类问题共 ${count} 处${rows === "" ? "" : `：第 ${rows} 行`}）`,
    en: `${issue.message.en} (${count} alike${rows === "" ? "" : `, in rows ${rows}`})`,
  };
  return { issue, count, places, message, ...told };
}

/** Who goes down the rows finds the first of them first, whatever order it was found in; without rows the order found stays. */
function topmost(issues: readonly [Issue, ...Issue[]]): Issue {
  return issues.reduce((first, issue) =>
    (rowOf(issue.place ?? {}) ?? Infinity) < (rowOf(first.place ?? {}) ?? Infinity) ? issue : first,
  );
}

/** A value is typed alike in every language. */
function expectedOf({ expected }: Issue): Pick<IssueGroup, "expected"> {
  if (expected === undefined) return {};
  return { expected: typeof expected === "string" ? { zh: expected, en: expected } : expected };
}

/** Different texts that are listed; the marked cells hold all of them. */
const MOST_RECEIVED = 8;

function receivedOf(issues: readonly Issue[]): string {
  const texts = [...new Set(issues.flatMap(({ received }) => (received === undefined ? [] : [received])))];
  const rest = texts.length > MOST_RECEIVED ? "、…" : "";
  return `${texts.slice(0, MOST_RECEIVED).join("、")}${rest}`;
}

/** Rows that are listed; the rest is as good as told by the count. */
const MOST_SPANS = 40;

/** Returns the numbers of rows as a reader counts them, neighbours as a span: 2-5、9. */
export function rowsText(places: readonly SourceLocation[]): string {
  const rows = [...new Set(places.flatMap((place) => rowOf(place) ?? []))].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else spans.push([row, row]);
  }
  const shown = spans.slice(0, MOST_SPANS).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  return shown.join("、") + (spans.length > MOST_SPANS ? "、…" : "");
}

function rowOf({ line, cell }: SourceLocation): number | undefined {
  if (line !== undefined) return line;
  const position = cell === undefined ? undefined : parseAddress(cell);
  return position === undefined ? undefined : position.row + 1;
}
