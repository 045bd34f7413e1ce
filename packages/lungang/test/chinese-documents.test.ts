import { policyNames } from "@lungang/policies";
import { readXlsxBook } from "@lungang/tabular";
import { afterAll, describe, expect, test } from "vitest";
import { MASKED, MASKED_IN_REPORTS } from "../../policies/test/masked-values.ts";
import type { OutFile, Report } from "../src/index.ts";
import { lettersFile, noPlanFile, openCase, planFiles, reportSections, reportsOf } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { IMPOSSIBLE, smallCounty } from "./county.ts";

/** What a Chinese officer reads holds no word of the program: every workbook of every policy is walked, cell by cell. */

const instance = smallCounty(5, 70);
const session = openSession();
afterAll(() => session.close());

/** Ids of the county are data, entries of a policy have letters and a number, check codes are hexadecimal, reports are numbered, and 某县 is written XX县. */
const IDS = new Set(
  [...instance.persons, ...instance.schools, ...instance.posts, ...instance.groups].map(({ id }) => id),
);
const ALLOWED = /^(?:[A-Z]{2}-\d+[a-z]?|[0-9a-f]{64}|XX|R\d+(?:\.\d+)?)$/u;
const WORD = /[A-Za-z0-9_.-]*[A-Za-z][A-Za-z0-9_.-]*/gu;

/** Returns the words of a text that no Chinese reader knows; a number without a unit follows no verb of amount. */
function foreignIn(where: string, cell: unknown): readonly string[] {
  if (typeof cell !== "string" || IDS.has(cell)) return [];
  const words = (cell.match(WORD) ?? []).filter((word) => !ALLOWED.test(word) && !IDS.has(word));
  const bare = cell.match(/(?:共|满|至少|至多|不少于|超过)\s*\d+(?:\.\d+)?(?=[，。；、）]|$)/gu) ?? [];
  return [...words, ...bare].map((word) => `${where}: ${word} in ${cell.slice(0, 120)}`);
}

async function inWorkbook(file: OutFile): Promise<readonly string[]> {
  const book = await readXlsxBook(file.content as Uint8Array);
  if (!book.ok) throw new Error(JSON.stringify(book.issues));
  return book.value.sheets.flatMap(({ name, rows }) =>
    [name, ...rows.flat()].flatMap((cell) => foreignIn(`${file.name} › ${name}`, cell)),
  );
}

/** The Chinese side of everything that a report says. */
function inReport({ id, title, tables, notes, missing }: Report): readonly string[] {
  const texts = tables.flatMap((table) => [
    table.title.zh,
    ...table.columns.map(({ header }) => header.zh),
    ...table.rows.flat().map((value) => (value !== null && typeof value === "object" ? value.zh : value)),
  ]);
  return [title.zh, ...texts, ...[...notes, ...missing].map(({ zh }) => zh)].flatMap((cell) => foreignIn(id, cell));
}

const planned: string[] = [];

describe.each(policyNames)("%s", (name) => {
  test("says nothing in another language than Chinese", async () => {
    const sections = reportSections(undefined);
    const opened = await openCase({
      county: { instance },
      policy: { name },
      settings: { ...MASKED[name], ...MASKED_IN_REPORTS[name] },
      withReports: sections.ok ? sections.value : [],
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues, undefined, 2));
    const outcome = await session.plan(opened.value);
    if (outcome.status !== "planned") return;
    planned.push(name);
    const { plan } = outcome;
    const files = await planFiles(opened.value, plan, { language: "zh" });
    const books = await Promise.all(files.filter(({ name: file }) => file.endsWith(".xlsx")).map(inWorkbook));
    const reports = (["internal", "public"] as const).flatMap((audience) =>
      reportsOf(opened.value, plan, { audience }),
    );
    const letters = String(
      lettersFile("通知书.html", { planningCase: opened.value, plan }, { language: "zh" }).content,
    );
    const told = [...letters.matchAll(/<(?:h1|p)[^>]*>([^<]*)</gu)].flatMap(([, text = ""]) =>
      foreignIn("通知书", text),
    );
    const found = [...books.flat(), ...reports.flatMap(inReport), ...told];
    expect([...new Set(found)]).toEqual([]);
  });
});

test("says why there is no plan in no other language than Chinese", async () => {
  const settings = { ...MASKED["detailed-measures"], ...IMPOSSIBLE };
  const opened = await openCase({ county: { instance }, policy: { name: "detailed-measures" }, settings });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues, undefined, 2));
  const conflict = await session.conflict(opened.value);
  expect(conflict.value?.rules.length).toBeGreaterThan(0);
  const highest = await session.highest(opened.value);
  const file = await noPlanFile(opened.value, { conflict, highest }, { language: "zh" });
  await expect(inWorkbook(file)).resolves.toEqual([]);
});

test("most policies have a plan for the county", () => {
  expect(planned.length).toBeGreaterThanOrEqual(policyNames.length - 3);
});
