import { policyNames } from "@lungang/policies";
import { afterAll, describe, expect, test } from "vitest";
import { MASKED, MASKED_IN_REPORTS } from "../../policies/test/masked-values.ts";
import type { OutFile, Report } from "../src/index.ts";
import { lettersFile, noPlanFile, openCase, pageFile, planFiles, reportSections, reportsOf } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { IMPOSSIBLE, smallCounty } from "./county.ts";
import { chineseBut, foreignBut, inLetters, inWorkbook, unexplainedIn } from "./words.ts";

/**
 * What a Chinese officer reads holds no word of the program, and what is told in English no Chinese but names: every document of
 * every policy is walked, cell by cell and sentence by sentence.
 */

const instance = smallCounty(5, 70);
const session = openSession();
afterAll(() => session.close());

/** A school that a setting names by an id, which the workbook shows as it was typed. */
const typed = String(MASKED["xx-county-2021"]?.["namedSchool"]);
const ids = [...instance.persons, ...instance.schools, ...instance.posts, ...instance.groups].map(({ id }) => id);
const foreignIn = foreignBut(new Set([...ids, typed]));
const chineseIn = chineseBut([
  instance.county.name,
  ...[...instance.persons, ...instance.schools, ...instance.groups].map(({ name }) => name ?? ""),
  ...[...instance.posts, ...instance.persons.flatMap(({ subjects }) => subjects)].map(({ subject }) => subject ?? ""),
  ...instance.persons.map(({ name }) => `${(name ?? "").slice(0, 1)}**`),
]);

/** Both sides of everything that the data of a page say. */
function inPage({ name, content }: OutFile): readonly string[] {
  const data = /<script type="application\/json" id="data">(.*?)<\/script>/su.exec(String(content))?.[1] ?? "null";
  const found: string[] = [];
  JSON.parse(data, (_key, value: unknown) => {
    if (value === null || typeof value !== "object" || !("zh" in value) || !("en" in value)) return value;
    // What is told of one name alike in both languages is data.
    if (value.zh !== value.en) found.push(...foreignIn(name, value.zh), ...chineseIn(name, value.en));
    return value;
  });
  return found;
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

const isBook = ({ name }: OutFile) => name.endsWith(".xlsx");

const planned: string[] = [];

describe.each(policyNames)("%s", (name) => {
  test("is told in one language", async () => {
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
    const books = await Promise.all(files.filter(isBook).map((file) => inWorkbook(file, foreignIn)));
    const reports = (["internal", "public"] as const).flatMap((audience) =>
      reportsOf(opened.value, plan, { audience }),
    );
    const ground = { planningCase: opened.value, plan };
    const letters = (["zh", "en"] as const).flatMap((language) =>
      inLetters(lettersFile("通知书.html", ground, { language }), language === "zh" ? foreignIn : chineseIn),
    );
    const english = await planFiles(opened.value, plan, { language: "en" });
    const others = english.filter(isBook);
    books.push(...(await Promise.all(others.map((file) => inWorkbook(file, chineseIn)))));
    const page = await pageFile("page.html", ground);
    if (!page.ok) throw new Error(JSON.stringify(page.issues));
    books.push(...(await Promise.all([...files, ...others].filter(isBook).map(unexplainedIn))));
    const found = [...books.flat(), ...reports.flatMap(inReport), ...letters, ...inPage(page.value)];
    expect([...new Set(found)]).toEqual([]);
  });
});

test("says why there is no plan in one language", async () => {
  const settings = { ...MASKED["detailed-measures"], ...IMPOSSIBLE };
  const opened = await openCase({ county: { instance }, policy: { name: "detailed-measures" }, settings });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues, undefined, 2));
  const conflict = await session.conflict(opened.value);
  expect(conflict.value?.rules.length).toBeGreaterThan(0);
  const highest = await session.highest(opened.value);
  const found = { conflict, highest };
  const chinese = await noPlanFile(opened.value, found, { language: "zh" });
  await expect(inWorkbook(chinese, foreignIn)).resolves.toEqual([]);
  const english = await noPlanFile(opened.value, found, { language: "en" });
  await expect(inWorkbook(english, chineseIn)).resolves.toEqual([]);
});

test("most policies have a plan for the county", () => {
  expect(planned.length).toBeGreaterThanOrEqual(policyNames.length - 3);
});
