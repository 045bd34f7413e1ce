import { canonicalJson } from "@lungang/core";
import { listedSchools } from "@lungang/core/plan";
import { readXlsxBook, writeCountyCsv } from "@lungang/tabular";
import { afterAll, describe, expect, test } from "vitest";
import { lettersFile, openCase, pageFile, planFiles, reportsOf } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { smallCounty } from "./county.ts";

/** Documents list schools as the county does; the plan knows nothing of it. */

const instance = smallCounty(8, 240);
const session = openSession();
afterAll(() => session.close());

/** Plans the county whose sheet of schools has its rows in an order. */
async function planned(order: (lines: readonly string[]) => readonly string[]) {
  const files = writeCountyCsv(instance).map(({ name, text }) => {
    if (name !== "学校.csv") return { name, text };
    const [header = "", ...lines] = text.trimEnd().split("\r\n");
    return { name, text: [header, ...order(lines), ""].join("\r\n") };
  });
  const county = { sheets: files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })) };
  const opened = await openCase({ county, policy: { name: "detailed-measures" } });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues, undefined, 2));
  const outcome = await session.plan(opened.value);
  if (outcome.status !== "planned") throw new Error(outcome.status);
  return { planningCase: opened.value, plan: outcome.plan };
}

/** The first column of a sheet below its header, each value once. */
async function listedIn(content: Uint8Array, sheet: string, header: string): Promise<readonly string[]> {
  const book = await readXlsxBook(content);
  if (!book.ok) throw new Error(JSON.stringify(book.issues));
  const rows = book.value.sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const top = rows.findIndex((row) => row.includes(header));
  const column = rows[top]?.indexOf(header) ?? -1;
  const names = new Set(instance.schools.map(({ name }) => name));
  return [...new Set(rows.slice(top + 1).map((row) => String(row[column])))].filter((name) => names.has(name));
}

const byId = listedSchools(instance.schools).map(({ name }) => name);
/** By no id, name or size: the third school first, then backwards. */
const turned = (lines: readonly string[]) => [...lines.slice(2, 3), ...lines.slice(3).reverse(), ...lines.slice(0, 2)];

describe("the order of schools in the sheet", async () => {
  const [straight, other] = [await planned((lines) => lines), await planned(turned)];
  const wanted = turned(byId);

  test("changes no byte of the plan", () => {
    expect(canonicalJson(other.plan)).toBe(canonicalJson(straight.plan));
    expect(other.planningCase.instance.schools.map(({ id }) => id)).toEqual(
      straight.planningCase.instance.schools.map(({ id }) => id),
    );
  });

  test.each([false, true])("is that of every workbook (public: %s)", async (isPublic) => {
    const name = isPublic ? "轮岗方案-公示.xlsx" : "轮岗方案.xlsx";
    for (const [{ planningCase, plan }, order] of [[straight, byId] as const, [other, wanted] as const]) {
      const files = await planFiles(planningCase, plan, { language: "zh" });
      const content = files.find((file) => file.name === name)?.content as Uint8Array;
      expect(await listedIn(content, "学校前后对比", "学校名称")).toEqual(order);
      const left = await listedIn(content, "交流轮岗人员名册", "原单位名称");
      expect(left.length).toBeGreaterThan(2);
      expect(left).toEqual(order.filter((school) => left.includes(school)));
    }
  });

  test("is that of reports, letters and the page", async () => {
    const { planningCase, plan } = other;
    const reports = reportsOf(planningCase, plan, { audience: "public", reports: ["R2"] });
    const rows = reports.flatMap(({ tables }) => tables.flatMap((table) => table.rows.map(([, name]) => name)));
    expect(rows.filter((name) => typeof name === "string" && wanted.includes(name))).toEqual(wanted);
    const letters = String(lettersFile("通知书.html", other, { language: "zh" }).content);
    const entered = [...new Set([...letters.matchAll(/按时到(.*?)报到/gu)].map(([, name = ""]) => name))];
    expect(entered).toEqual(wanted.filter((school) => entered.includes(school)));
    const page = await pageFile("page.html", other);
    const data = String(page.ok && page.value.content).split('"schools":[')[1] ?? "";
    expect([...data.matchAll(/"name":"(.*?)"/gu)].slice(0, wanted.length).map(([, name]) => name)).toEqual(wanted);
  });
});
