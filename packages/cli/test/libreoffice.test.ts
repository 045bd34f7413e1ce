import { mkdir, readFile, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { writeTemplate, readXlsxBook, writeWorkbook } from "@lungang/tabular";
import type { Book, CellValue } from "@lungang/tabular";
import { beforeAll, describe, expect, test } from "vitest";
import { saveAll, soffice } from "./office/soffice.ts";
import { openTerminal } from "./terminal.ts";
import * as cases from "./tricky/cases.ts";
import { writeBook } from "./tricky/workbook.ts";
import { readArchive } from "../../tabular/src/workbook/zip.ts";
import type { Archive } from "../../tabular/src/workbook/zip.ts";
import { isCampaign } from "../../../scripts/campaign-size.ts";

/** A spreadsheet program opens, recalculates and saves our workbooks; nothing may be lost on the way. */

const terminal = openTerminal();
const { call, path } = terminal;
const DM = ["--policy", "detailed-measures", "--set", "quotaShare=1/6"];

const set = (...pairs: readonly string[]) => pairs.flatMap((pair) => ["--set", pair]);
const YULIN = ["--policy", "yulin-notice", ...set("document74Exemptions=", "quotaShare=100%", "exchangeScope=county")];
const GAOXIN = set(
  "surveyAtCentreOnly=true",
  "examAtCentreOnly=true",
  "pointsAtCentreOnly=true",
  "quotaShare=0%",
  "nearRetirementYears=5",
  "pointsBelow=10",
  "remoteYears=2",
  "termMonths=12",
);

/** Tricky cases that between them fill every sheet of records, each with a policy under which it has a plan. */
const COUNTIES = {
  case5: [
    cases.exemptHeads,
    ["--policy", "xx-county-2021", ...set("namedSchool=无", "termMonths=36", "yearlyMoves=9")],
  ],
  case8: [cases.awayUntil(2025), DM],
  case9: [cases.officeYears, YULIN],
  case10: [cases.nearAndWeak, YULIN],
  case13: [cases.forcedButExempt(2025), ["--policy", "gaoxin-flow", ...GAOXIN]],
} as const;

const USUAL: readonly string[] = ["case8", "case13"];

/** Bit of a cell that holds a formula. */
const FORMULA = 2;

/** Texts that spreadsheets like to turn into something else. */
const HOSTILE = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.invalid","x")',
  "\t=1+1",
  "＝1+1",
  "0012",
  "1E5",
  "TRUE",
  "2024-01-02",
  "_x000D_",
];

/** The drop-down lists of a workbook, by sheet and column; programs differ in quotes and in the last row. */
async function listsOf(name: string): Promise<readonly string[]> {
  const { parts } = (await readArchive(
    await readFile(path(name)),
    (part) => part.includes("worksheets/"),
    {},
  )) as Archive;
  const found = [...parts].flatMap(([part, { content }]) =>
    [...new TextDecoder().decode(content).matchAll(/<dataValidation [^]*?<\/dataValidation>/gu)].map(([xml]) => {
      const [, column = ""] = / sqref="([A-Z]+)/u.exec(xml) ?? [];
      const [, formula = ""] = /<formula1>([^<]*)/u.exec(xml) ?? [];
      return `${part} ${column} ${formula.replaceAll(/&quot;|&apos;|["']/gu, "")}`;
    }),
  );
  return found.sort();
}

/** Every county in a campaign; usually those of the most sheets. */
const chosen = isCampaign
  ? Object.entries(COUNTIES)
  : Object.entries(COUNTIES).filter(([name]) => USUAL.includes(name));

const files = [...chosen.map(([name]) => `${name}.xlsx`), "template.xlsx", "init.xlsx", "hostile.xlsx"];
const written = ["轮岗方案.xlsx", "轮岗方案-公示.xlsx", "报表.xlsx"];

async function bookOf(name: string): Promise<Book> {
  const read = await readXlsxBook(await readFile(path(name)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** Cells by sheet, without empty ones at the ends, which no program keeps. */
function cellsOf({ sheets }: Book) {
  return sheets.map(({ name, rows }) => ({
    name,
    rows: trimmed(
      rows.map((row) =>
        trimmed(
          row.map((cell) => plain(cell)),
          (cell) => cell === null,
        ),
      ),
      (row) => row.length === 0,
    ),
  }));
}

/** A spreadsheet keeps fifteen digits of a number. */
function plain(cell: CellValue): CellValue {
  if (cell === "") return null;
  return typeof cell === "number" ? Number(cell.toPrecision(14)) : cell;
}

function trimmed<T>(list: readonly T[], isEmpty: (item: T) => boolean): readonly T[] {
  return list.slice(0, list.findLastIndex((item) => !isEmpty(item)) + 1);
}

describe.skipIf(soffice === undefined)("workbooks that LibreOffice has opened and saved", () => {
  beforeAll(async () => {
    for (const [name, [sheets]] of chosen) await writeBook(terminal, `${name}.xlsx`, sheets);
    await writeFile(path("template.xlsx"), await writeTemplate());
    await call("init", "init.xlsx", "--policy", "yulin-notice");
    const columns = [{ header: "文本" }, { header: "=表头" }];
    const rows = HOSTILE.map((text) => [text, text]);
    await writeFile(path("hostile.xlsx"), await writeWorkbook([{ name: "文本", columns, rows, notes: ["=2+2"] }]));
    await call("plan", "case8.xlsx", ...DM, "--out", ".");
    await call("report", "plan.json", "--instance", "case8.xlsx", ...DM, "--out", "报表.xlsx");
    await mkdir(path("saved"));
    await saveAll(path("profile"), [...files, ...written].map(path), path("saved"));
  });

  test.each(chosen)("%s gives the same plan, byte for byte", async (name, [, policy]) => {
    const [before, after] = [
      await call("plan", `${name}.xlsx`, ...policy, "--json"),
      await call("plan", `saved/${name}.xlsx`, ...policy, "--json"),
    ];
    expect(before.code).toBe(0);
    expect(after.out).toBe(before.out);
  });

  test.each([...written, "template.xlsx", "init.xlsx", "hostile.xlsx"])("%s keeps every cell", async (name) => {
    const [before, after] = [cellsOf(await bookOf(name)), cellsOf(await bookOf(`saved/${name}`))];
    expect(after.map((sheet) => sheet.name)).toEqual(before.map((sheet) => sheet.name));
    const changed = before.filter((sheet, at) => !isDeepStrictEqual(sheet, after[at]));
    expect(changed).toEqual([]);
  });

  test("the template keeps every drop-down list", async () => {
    const [before, after] = [await listsOf("init.xlsx"), await listsOf("saved/init.xlsx")];
    expect(before.length).toBeGreaterThan(50);
    expect(after).toEqual(before);
  });

  test("the roster is verified as before", async () => {
    const { code, out } = await call("verify", "saved/轮岗方案.xlsx", "--instance", "saved/case8.xlsx", ...DM);
    expect(out).toContain("复核通过");
    expect(code).toBe(0);
  });

  test("the roster still says which plan it was made from, and adopting it changes nobody", async () => {
    const adopted = ["adopt", "saved/轮岗方案.xlsx", "--instance", "saved/case8.xlsx", "--plan", "plan.json"] as const;
    const { code, out } = await call(...adopted, "--out", "adopted");
    expect([code, out.includes("改动 0 人")]).toEqual([0, true]);
    const other = { ...(JSON.parse(await readFile(path("plan.json"), "utf8")) as object), indicators: {} };
    await writeFile(path("other.json"), JSON.stringify(other));
    const mixed = await call(...adopted.slice(0, -1), "other.json");
    expect([mixed.code, mixed.err.includes("不是同一套")]).toEqual([2, true]);
  });

  test("no text has become a formula", async () => {
    for (const name of ["hostile.xlsx", ...written]) {
      const { sheets } = await bookOf(`saved/${name}`);
      const formulas = sheets.flatMap(({ marks }) => [...marks.values()].filter((mark) => (mark & FORMULA) !== 0));
      expect(formulas).toEqual([]);
    }
    const cells = (await bookOf("saved/hostile.xlsx")).sheets[0]?.rows.slice(1).map((row) => row[0]);
    expect(cells?.slice(0, HOSTILE.length)).toEqual(HOSTILE);
  });
});
