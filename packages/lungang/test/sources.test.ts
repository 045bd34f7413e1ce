import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsxBook, writeCounty, writeWorkbook } from "@lungang/tabular";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CountySource } from "../src/index.ts";
import { countyFiles, openCase, openYearsCase, policyDocument } from "../src/index.ts";
import { openCase as openCaseFiles, openYearsCase as openYearsFiles } from "../src/node.ts";
import { smallCounty } from "./county.ts";

/** A county that says of itself what its policy is and what is decided says so from bytes as from paths. */

const county = smallCounty(4, 60);
const [one, two] = county.persons;
const text = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join("\n"));
const SETTINGS = [
  ["参数", "取值"],
  ["政策", "detailed-measures"],
  ["quotaShare", "25%"],
];
const DECIDED = [
  ["人员编号", "安排", "理由"],
  [one?.id ?? "", "留任", "班子研究"],
];
const sheets = [
  ...countyFiles(county),
  { name: "政策参数.csv", bytes: text(SETTINGS) },
  { name: "已定人员.csv", bytes: text(DECIDED) },
];

let folder = "";
let workbook: Uint8Array = new Uint8Array();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lungang-sources-"));
  await mkdir(join(folder, "csv"));
  for (const { name, bytes } of sheets) await writeFile(join(folder, "csv", name), bytes);
  const book = await readXlsxBook(await writeCounty(county));
  const said = [
    { name: "政策参数", rows: SETTINGS },
    { name: "已定人员", rows: DECIDED },
  ];
  workbook = await writeWorkbook(
    [...(book.ok ? book.value.sheets : []), ...said].map(({ name, rows: [header = [], ...rows] }) => ({
      name,
      columns: header.map((title) => ({ header: String(title) })),
      rows,
    })),
  );
  await writeFile(join(folder, "county.xlsx"), workbook);
});
afterAll(() => rm(folder, { recursive: true }));

const SOURCES: readonly (readonly [string, string, () => CountySource])[] = [
  ["a workbook", "county.xlsx", () => ({ workbook, file: "county.xlsx" })],
  ["a folder of sheets", "csv", () => ({ sheets })],
];

describe.each(SOURCES)("%s", (_what, path, source) => {
  const isOpen = {
    policyId: "detailed-measures",
    quota: "25%",
    locks: [{ person: one?.id, stay: true, reason: "班子研究" }],
  };
  const told = (opened: Awaited<ReturnType<typeof openCase>>) =>
    opened.ok
      ? {
          policyId: opened.value.policy.id,
          quota: opened.value.policy.origin.settings["quotaShare"],
          locks: opened.value.locks,
        }
      : opened.issues;

  it("opens as from its path", async () => {
    const bytes = await openCase({ county: source() });
    expect(told(bytes)).toEqual(isOpen);
    expect(bytes).toEqual(await openCaseFiles({ county: path, folder }));
    const years = await openYearsCase({ county: source(), years: 2 });
    expect(years.ok && years.value.locks).toEqual(isOpen.locks);
    expect(years).toEqual(await openYearsFiles({ county: path, folder, years: 2 }));
  });

  it("gives way to what is given, which is said", async () => {
    const locks = { document: [{ person: two?.id, stay: true, reason: "x" }] };
    const given = { settings: { quotaShare: "50%" }, locks };
    const opened = await openCase({ county: source(), ...given });
    expect(told(opened)).toEqual({ ...isOpen, quota: "50%", locks: locks.document });
    expect(opened.ok && opened.warnings.filter(({ code }) => code === "differs-from-county")).toHaveLength(2);
    const other = policyDocument("national-2014");
    for (const policy of [{ name: "national-2014" }, { document: other }]) {
      const replaced = await openCase({ county: source(), policy });
      const codes = (replaced.ok ? replaced.warnings : replaced.issues).map(({ code }) => code);
      expect(codes).toContain("differs-from-county");
    }
  });
});

it("needs a policy where neither the county nor the call names one", async () => {
  const opened = await openCase({ county: { instance: county } });
  expect(opened.ok ? [] : opened.issues.map(({ code }) => code)).toEqual(["no-policy"]);
});
