import { mkdir, readFile, writeFile } from "node:fs/promises";
import { readStamp, readXlsxBook, writeWorkbook } from "@lungang/tabular";
import type { Terminal } from "./terminal.ts";
import { unframed } from "./unframed.ts";

const ROSTERS: ReadonlySet<string> = new Set(["交流轮岗人员名册", "Roster"]);
const ID = 1;

/** A row of the roster as a program that knows only cells has it. */
export type Cells = (string | number | boolean | null)[];

/** Changes the rows of a roster, header included; a row is found by the id of its person. */
export type Edit = (rows: Cells[], rowOf: (person: string) => Cells) => void;

/** Writes the workbook of a plan with its roster edited, as a program that knows only cells does, and returns its name. */
export async function editRoster(
  { path }: Terminal,
  { from, to }: { readonly from: string; readonly to: string },
  edit: Edit,
): Promise<string> {
  await mkdir(path(to), { recursive: true });
  const bytes = await readFile(path(`${from}/轮岗方案.xlsx`));
  const book = await readXlsxBook(bytes);
  const stamp = await readStamp(bytes);
  const out = (book.ok ? book.value.sheets : []).map(({ name, rows }) => {
    const cells = unframed(rows).map((row) => [...row]);
    const rowOf = (person: string) => cells.find((row) => row[ID] === person) ?? [];
    if (ROSTERS.has(name)) edit(cells, rowOf);
    const [header = [], ...rest] = cells;
    return { name, columns: header.map((title) => ({ header: String(title ?? "") })), rows: rest };
  });
  const file = `${to}/改.xlsx`;
  await writeFile(path(file), await writeWorkbook(out, stamp === undefined ? {} : { stamp }));
  return file;
}
