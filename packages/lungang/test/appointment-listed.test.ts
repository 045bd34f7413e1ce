import { policyDocument } from "@lungang/policies";
import { readXlsxBook } from "@lungang/tabular";
import { afterAll, describe, expect, test } from "vitest";
import type { OutFile } from "../src/index.ts";
import { appointmentFiles, findPolicy, readAppointmentList, verifyAppointmentList } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { SWAP_OR_ENVY, opened } from "./applications.ts";

/** Documents of an appointment list schools as the workbook does; what is decided knows nothing of it. */

const session = openSession();
afterAll(() => session.close());

const [header = [], first = [], second = [], third = []] = SWAP_OR_ENVY["岗位"] ?? [];
const SWAPPED: Sheets = { ...SWAP_OR_ENVY, 岗位: [header, third, second, first] };

async function filesOf(sheets: Sheets, policy?: object) {
  const found = policy === undefined ? undefined : findPolicy({ document: policy });
  if (found?.ok === false) throw new Error(JSON.stringify(found.issues));
  const applications = await opened(sheets, found === undefined ? {} : { policy: found.value });
  const outcome = await session.appoint(applications);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  const files = await appointmentFiles(applications, outcome, { language: "zh" });
  return new Map(files.map((file) => [file.name, file]));
}

/** Cells of a sheet by the header of their column. */
async function column(file: OutFile | undefined, sheet: string, title: string): Promise<readonly string[]> {
  const book = await readXlsxBook(file?.content as Uint8Array);
  const rows = (book.ok ? book.value.sheets.find(({ name }) => name === sheet)?.rows : undefined) ?? [];
  const at = rows.findIndex((row) => row.includes(title));
  const col = rows[at]?.indexOf(title) ?? -1;
  const listed = rows.slice(at + 1).filter(([number]) => /^\d+$/u.test(String(number)));
  return listed.map((row) => String(row[col] ?? ""));
}

describe("schools stand as listed", () => {
  test.each([
    ["as written", SWAP_OR_ENVY, ["甲校", "乙校", "丙校"]],
    ["in another order", SWAPPED, ["丙校", "乙校", "甲校"]],
  ] as const)("%s", async (_name, sheets, schools) => {
    const files = await filesOf(sheets);
    for (const book of ["聘任结果.xlsx", "聘任结果-公示.xlsx"]) {
      const listed = await column(files.get(book), "聘任名单", "聘任学校");
      expect([book, [...new Set(listed)]]).toEqual([book, schools]);
      expect(listed).toEqual([...listed].sort((a, b) => schools.indexOf(a as "甲校") - schools.indexOf(b as "甲校")));
    }
    const letters = String(files.get("聘任通知.html")?.content);
    const places = [...letters.matchAll(/(?:聘任您到|继续聘任您在)(.{2})任/gu)].map(([, school]) => school);
    expect([...new Set(places)]).toEqual(schools);
    expect(letters).toContain("任语文教师。");
  });

  test("and the decision is the same in any order", async () => {
    const [one, other] = [await filesOf(SWAP_OR_ENVY), await filesOf(SWAPPED)];
    expect(other.get("appointment.json")?.content).toEqual(one.get("appointment.json")?.content);
  });
});

test("names are published in full where the policy says so, and masked where it does not", async () => {
  const policy = {
    ...(policyDocument("gaoping-opinion") as object),
    appointment: { source: "GP-01", text: "x", rule: "acceptance" },
  };
  const publication = { source: "GP-01", names: "full", objections: "以书面形式向县人社局提出" };
  const names = async (document: object) =>
    column((await filesOf(SWAP_OR_ENVY, document)).get("聘任结果-公示.xlsx"), "聘任名单", "姓名");
  const full = await names({ ...policy, publication });
  expect(full).toContain("彭一");
  expect((await names(policy)).every((name) => /^.\*\*$/u.test(name))).toBe(true);
  const letters = (await filesOf(SWAP_OR_ENVY, { ...policy, publication })).get("聘任通知.html");
  expect(String(letters?.content)).toContain("县人社局");
});

test("a post that nobody has given an id is listed by school and work, and read back as the same", async () => {
  const ids: ReadonlyMap<unknown, string> = new Map([
    ["A", "S1/teaching/语文"],
    ["B", "S2-primary-语文"],
    ["C", "S3/teaching/语文"],
  ]);
  const keyed = Object.fromEntries(
    Object.entries(SWAP_OR_ENVY).map(([name, rows]) => [
      name,
      rows.map((row) => row.map((cell) => ids.get(cell) ?? cell)),
    ]),
  );
  const file = (await filesOf(keyed)).get("聘任结果.xlsx");
  const shown = await column(file, "聘任名单", "聘任岗位编号");
  expect([...new Set(shown)].sort()).toEqual(["丙校 语文", "乙校 语文", "甲校 语文"]);
  const list = await readAppointmentList(file?.content as Uint8Array);
  if (!list.ok) throw new Error(JSON.stringify(list.issues));
  const report = verifyAppointmentList(await opened(keyed), list.value);
  expect(report.ok && report.value.ok).toBe(true);
});
