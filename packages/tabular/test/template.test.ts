import { read as readSheetJs } from "@e965/xlsx";
import type { DataNeeds } from "@lungang/core/policy";
import { expect, test } from "vitest";
import { writeAppointmentTemplate, writeTemplate } from "../src/index.ts";
import { SHEETS } from "../src/sheets/sheets.ts";
import { readArchive } from "../src/workbook/zip.ts";

const NEEDS: DataNeeds = new Map([
  ["persons.homeSchool", "needed"],
  ["persons.tenureStart", "needed"],
  ["persons.honours", "read"],
  ["schools.quality", "needed"],
  ["offices", "needed"],
  ["exchanges", "read"],
]);

const ORANGE = "C55A11";

/** Headers of a sheet with their colours. */
function coloured(cells: Readonly<Record<string, unknown>>) {
  return Object.keys(cells).flatMap((at) => {
    if (!/^[A-Z]+1$/u.test(at)) return [];
    const { v, s } = cells[at] as { v: string; s?: { fgColor?: { rgb?: string } } };
    return [{ header: v, colour: s?.fgColor?.rgb }];
  });
}

/** Headers of a sheet, those in orange and those that are folded away among them. */
async function headersOf(sheet: string, needs?: DataNeeds) {
  const book = readSheetJs(await writeTemplate(needs === undefined ? {} : { needs }), { cellStyles: true });
  const cells = book.Sheets[sheet] ?? {};
  const found = coloured(cells);
  const headers = found.map(({ header }) => header);
  return {
    headers,
    orange: found.filter(({ colour }) => colour === ORANGE).map(({ header }) => header),
    folded: headers.filter((_header, at) => cells["!cols"]?.[at]?.hidden === true),
  };
}

test("orange is what the policy needs, and what it does not read is folded away behind the rest", async () => {
  const { orange, folded, headers } = await headersOf("人员", NEEDS);
  expect(orange).toEqual(["人员编号", "性别", "出生日期", "人事关系学校", "人员类别", "到现校日期"]);
  expect(headers.filter((header) => !folded.includes(header))).toEqual([
    "人员编号",
    "性别",
    "出生日期",
    "人事关系学校",
    "人员类别",
    "荣誉称号",
    "到现校日期",
  ]);
  expect(headers.slice(-folded.length)).toEqual(folded);
  expect((await headersOf("学校", NEEDS)).orange).toEqual(["学校编号", "学校名称", "学校类型", "办学水平"]);
});

test("without a policy every column is shown", async () => {
  expect((await headersOf("人员")).folded).toEqual([]);
});

test("distances are asked for in kilometres", async () => {
  const { folded, headers } = await headersOf("里程");
  expect([folded, headers.at(-1)]).toEqual([["里程（米）"], "里程（米）"]);
});

/** Excel takes 255 characters of a list, 225 of a message, and 31 of the name of a sheet. */
test("drop-down lists keep within what spreadsheets take, and reach every vocabulary", async () => {
  const archive = await readArchive(
    await writeTemplate({ needs: NEEDS }),
    (name) => name.startsWith("xl/worksheets/"),
    {},
  );
  if (!("parts" in archive)) throw new Error(JSON.stringify(archive));
  const xml = [...archive.parts.values()].map(({ content }) => new TextDecoder().decode(content)).join("");
  const formulas = [...xml.matchAll(/<formula1>([^<]*)<\/formula1>/gu)].map(([, text = ""]) => text);
  const messages = [...xml.matchAll(/ error="([^"]*)"/gu)].map(([, message = ""]) => message);
  expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThanOrEqual(255);
  expect(Math.max(...messages.map((message) => message.length))).toBeLessThanOrEqual(225);
  const codecs = SHEETS.filter(({ key }) => key !== "county").flatMap(({ columns }) =>
    columns.map(({ codec }) => codec),
  );
  const lists = codecs.filter(({ choices, offers }) => choices !== undefined || offers !== undefined);
  // One more is that of the coordinate system.
  expect(formulas).toHaveLength(lists.length + 1);
  // Every sheet that a list stands in exists, and a list ends where its words do.
  const book = readSheetJs(await writeTemplate({ needs: NEEDS }));
  expect(formulas.filter((formula) => formula.includes("选项")).length).toBeGreaterThan(0);
  for (const formula of formulas.filter((each) => each.startsWith("'选项'"))) {
    const [, column = "", last = ""] = /\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)$/u.exec(formula) ?? [];
    const cells = book.Sheets["选项"] ?? {};
    expect([cells[`${column}${last}`] !== undefined, cells[`${column}${Number(last) + 1}`]]).toEqual([true, undefined]);
  }
  expect(book.SheetNames.filter((name) => name.length > 31)).toEqual([]);
});

test("the kinds of schools are orange in a template of applications where a policy asks for some that no data tell", async () => {
  const headersOfPosts = async (kinds: readonly string[]) => {
    const book = readSheetJs(await writeAppointmentTemplate(undefined, { kinds }), { cellStyles: true });
    return coloured(book.Sheets["岗位"] ?? {}).filter(({ colour }) => colour === ORANGE);
  };
  const [plain, asked] = [await headersOfPosts([]), await headersOfPosts(["坝区中学"])];
  expect(plain.map(({ header }) => header)).not.toContain("学校类别");
  expect(asked.map(({ header }) => header)).toContain("学校类别");
  expect(asked).toHaveLength(plain.length + 1);
});
