import { readFile, writeFile } from "node:fs/promises";
import type { Plan } from "@lungang/core/plan";
import type { VerifyReport } from "@lungang/core";
import { planSchema } from "@lungang/core/plan";
import { readXlsxBook, writeWorkbook } from "@lungang/tabular";
import type { ExitCode } from "../../src/index.ts";
import type { Terminal } from "../terminal.ts";
import type { Sheets } from "./workbook.ts";
import { unframed } from "../unframed.ts";
import { writeBook } from "./workbook.ts";

/** What the command line answers to a workbook, and to a roster that was edited by hand. */

/** A plan of a workbook, with the workbooks that were written for it. */
export interface Planned {
  readonly plan: Plan;
  /** What the bureau reads on the terminal. */
  readonly out: string;
  /** Name of the workbook with the roster. */
  readonly roster: string;
  /** Arguments that name the county and the policy again. */
  readonly basis: readonly string[];
}

/** Plans a workbook and verifies both the plan and its roster; anything but a verified plan throws. */
export async function planBook(
  terminal: Terminal,
  name: string,
  { sheets, policy }: { readonly sheets: Sheets; readonly policy: readonly string[] },
): Promise<Planned> {
  const book = await writeBook(terminal, `${name}.xlsx`, sheets);
  const { code, out, err } = await terminal.call("plan", book, ...policy, "--out", name);
  if (code !== 0) throw new Error(`No plan for ${name}: ${code}\n${err}\n${out}`);
  const plan = planSchema.parse(JSON.parse(await readFile(terminal.path(`${name}/plan.json`), "utf8")));
  const planned = { plan, out, roster: `${name}/轮岗方案.xlsx`, basis: ["--instance", book, ...policy] };
  for (const file of [`${name}/plan.json`, planned.roster]) {
    const verified = await terminal.call("verify", file, ...planned.basis);
    if (verified.code !== 0) throw new Error(`${file} is not verified:\n${verified.err}\n${verified.out}`);
  }
  return planned;
}

/** A line of a roster by its headers. */
type Line = Readonly<Record<string, string | number | null>>;

/** What `verify` says of a roster. */
export interface Judged {
  readonly code: ExitCode;
  /** Rules that are broken and have to hold. */
  readonly broken: readonly string[];
  /** Codes of what was noticed when it was read. */
  readonly warnings: readonly string[];
  /** What the bureau reads on the terminal. */
  readonly text: () => Promise<string>;
}

/** Edits the lines of a roster workbook as somebody does by hand, and verifies it. */
export async function verifyEdited(
  terminal: Terminal,
  { roster, basis }: Pick<Planned, "roster" | "basis">,
  edit: (lines: readonly Line[]) => readonly Line[],
  edited = "交流轮岗人员名册",
): Promise<Judged> {
  const read = await readXlsxBook(await readFile(terminal.path(roster)));
  const sheets = (read.ok ? read.value.sheets : []).map(({ name, rows: all }) => {
    const [headers = [], ...rows] = unframed(all);
    const names = headers.map(String);
    const lines = rows.map((row) => Object.fromEntries(names.map((header, at) => [header, textOf(row[at])])));
    const changed = name === edited ? edit(lines) : lines;
    return {
      name,
      columns: names.map((header) => ({ header })),
      rows: changed.map((line) => names.map((header) => line[header] ?? null)),
    };
  });
  await writeFile(terminal.path("edited.xlsx"), await writeWorkbook(sheets));
  return verifyFile(terminal, "edited.xlsx", basis);
}

/** Verifies a plan or a roster. */
export async function verifyFile(terminal: Terminal, file: string, basis: readonly string[]): Promise<Judged> {
  const { code, out } = await terminal.call("verify", file, ...basis, "--json");
  const { violations = [], issues = [] } = JSON.parse(out) as Partial<VerifyReport>;
  const hard = violations.filter(({ strength }) => strength === "hard");
  const broken = [...new Set(hard.map(({ rule }) => rule))];
  return { code, broken, warnings: issues.map((issue) => issue.code), text: () => textOfVerify(terminal, file, basis) };
}

async function textOfVerify(terminal: Terminal, file: string, basis: readonly string[]): Promise<string> {
  return (await terminal.call("verify", file, ...basis)).out;
}

function textOf(cell: unknown): string | number | null {
  if (typeof cell === "string" || typeof cell === "number") return cell;
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : null;
}

/** Returns lines with some cells of the named people changed. */
export function changing(people: readonly string[], cells: Line) {
  return (lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => (people.includes(String(line["人员编号"])) ? { ...line, ...cells } : line));
}

/** Returns lines without those of the named people. */
export function without(people: readonly string[]) {
  return (lines: readonly Line[]): readonly Line[] =>
    lines.filter((line) => !people.includes(String(line["人员编号"])));
}

/** Returns lines with one more, like the first of them but for another person. */
export function adding(cells: Line) {
  return (lines: readonly Line[]): readonly Line[] => [...lines, { ...lines[0], ...cells }];
}
