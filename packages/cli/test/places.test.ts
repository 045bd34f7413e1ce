import { readdir, writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { openTerminal } from "./terminal.ts";
import { facts, many, post, school, bookOf, teacher, writeBook } from "./tricky/workbook.ts";

/** What planning finds in a workbook after it was read is still told with its cell. */

const terminal = openTerminal();
const nowhere = { 居住地纬度: undefined, 居住地经度: undefined };
const sheets = {
  基本信息: facts(2024),
  学校: [school("A", "甲小"), school("B", "乙小")],
  岗位: [post("A", 5), post("B", 5)],
  // The id of the second person is the position of another one.
  人员: [...many(2, (k) => teacher(`a${k}`, "A")), teacher("0", "A", nowhere), teacher("b", "B")],
};

it.each([["plan"], ["check"]])("%s names file, sheet and cell of a person without a residence", async (verb) => {
  const book = await writeBook(terminal, "county.xlsx", sheets);
  const { code, err } = await terminal.call(verb, book, "--policy", "detailed-measures");
  expect(err).toMatch(/人员 › [K-M]4：人员“0”没有居住地/u);
  expect(code).toBe(2);
});

it("tells the same as JSON", async () => {
  const book = await writeBook(terminal, "county.xlsx", sheets);
  const { out } = await terminal.call("plan", book, "--policy", "detailed-measures", "--json");
  expect(JSON.parse(out)).toMatchObject({
    issues: [{ place: { sheet: "人员", cell: expect.stringMatching(/4$/u) as unknown } }],
  });
});

it.each([
  ["a file that is no workbook", () => Promise.resolve(Buffer.from("%PDF-1.7"))],
  ["a workbook that is cut off", async () => (await bookOf(sheets)).subarray(0, 4000)],
  ["a workbook with an unknown word", () => bookOf({ ...sheets, 人员: [teacher("x", "A", { 性别: "火星" })] })],
  ["a workbook without people", () => bookOf({ ...sheets, 人员: [] })],
])("%s leaves nothing half-written", async (_name, make) => {
  await writeFile(terminal.path("bad.xlsx"), await make());
  const before = await readdir(terminal.folder);
  const { code, err } = await terminal.call("plan", "bad.xlsx", "--policy", "detailed-measures", "--out", "out");
  expect(code).toBe(2);
  expect(err).toContain("bad.xlsx");
  expect(err).toContain("处理：");
  expect(await readdir(terminal.folder)).toEqual(before);
});

it("takes an id that looks like a position for no position", async () => {
  const child = { 出生日期: "2015-05-05" };
  const people = [teacher("a1", "A", child), teacher("a2", "A"), teacher("0", "A"), teacher("b", "B")];
  const book = await writeBook(terminal, "child.xlsx", { ...sheets, 人员: people });
  const { err } = await terminal.call("check", book, "--policy", "detailed-measures");
  expect(err).toMatch(/人员 › D2/u);
});
