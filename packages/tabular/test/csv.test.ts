import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { NamedFile } from "../src/index.ts";
import { writeCsv } from "../src/index.ts";
import { readCounty } from "../src/node/index.ts";
import { county, workbook } from "./fixture.ts";

type Encode = (text: string) => Uint8Array;

const encodings: Readonly<Record<string, Encode>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with mark": (text) => Buffer.from(`\uFEFF${text}`),
  GB18030: gb18030,
  "UTF-16 with mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
};

const table = new Map<string, Buffer>();

/** Encodes by looking up what the platform decodes; Node can only decode GB18030. */
function gb18030(text: string): Uint8Array {
  if (table.size === 0) {
    const decoder = new TextDecoder("gb18030");
    for (let high = 0x81; high <= 0xfe; high++) {
      for (let low = 0x40; low <= 0xfe; low++) {
        const bytes = Buffer.from([high, low]);
        const char = decoder.decode(bytes);
        if (low !== 0x7f && char.length === 1 && !table.has(char)) table.set(char, bytes);
      }
    }
  }
  return Buffer.concat(Array.from(text, (char) => table.get(char) ?? Buffer.from(char)));
}

function files(
  encode: Encode,
  separator = ",",
  change: (name: string, text: string) => string = (_name, text) => text,
): NamedFile[] {
  return Object.entries(county()).map(([name, rows]) => {
    const text = rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))).join(separator)).join("\r\n");
    return { name: `${name}.csv`, bytes: encode(change(name, text)) };
  });
}

describe("CSV files", () => {
  test.each(Object.entries(encodings))("in %s give the same county as the workbook", async (_name, encode) => {
    const read = await readCounty(files(encode));
    const plain = await readCounty(await workbook(county()));
    expect(read.ok ? read.value : read.issues).toEqual(plain.ok && plain.value);
  });

  test.each(["\t", ";"])("separated by %j are read", async (separator) => {
    expect((await readCounty(files((text) => Buffer.from(text), separator))).ok).toBe(true);
  });

  test("may each have their own encoding", async () => {
    const [first, second, ...rest] = files((text) => Buffer.from(text));
    const other = files(gb18030)[1];
    if (first === undefined || second === undefined || other === undefined) throw new Error("no files");
    expect((await readCounty([first, other, ...rest])).ok).toBe(true);
  });

  test("name the file, the line and the cell of a problem", async () => {
    const read = await readCounty(
      files(
        (text) => Buffer.from(text),
        ",",
        (name, text) => (name === "人员" ? text.replace("1980-05-17", '"昨天\n"') : text),
      ),
    );
    expect(read.ok ? [] : read.issues.map(({ code, place }) => [code, place])).toEqual([
      ["not-a-date", { file: "人员.csv", cell: "D2", line: 2 }],
    ]);
    const later = await readCounty(
      files(
        (text) => Buffer.from(text),
        ",",
        (name, text) => (name === "人员" ? text.replace("张三", '"张\n三"').replace("1992-11-03", "x") : text),
      ),
    );
    expect(later.ok ? [] : later.issues.map(({ place }) => place?.line)).toEqual([4]);
  });

  test("whose encoding was ruined are refused for want of known words", async () => {
    const ruined = (text: string) =>
      Buffer.from(new TextDecoder("gb18030").decode(Buffer.from(text)).replaceAll("\uFFFD", ""));
    const read = await readCounty(files(ruined));
    expect(read.ok ? [] : [...new Set(read.issues.map((issue) => issue.code))]).toEqual([
      "header-not-found",
      "missing-value",
    ]);
  });

  test("with bytes of no encoding are refused", async () => {
    const read = await readCounty([{ name: "学校.csv", bytes: Buffer.from([0x61, 0xff, 0xff, 0x0a]) }]);
    expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toEqual(["text-undecodable"]);
  });

  test("with an open quote or a field too many are refused", async () => {
    const open = await readCounty(
      files(
        (text) => Buffer.from(text),
        ",",
        (name, text) => (name === "人员" ? text.replace("张三", '"张三') : text),
      ),
    );
    expect(open.ok ? [] : open.issues.map((issue) => issue.code)).toEqual(["csv-malformed"]);
    const wide = await readCounty(
      files(
        (text) => Buffer.from(text),
        ",",
        (name, text) => (name === "岗位" ? text.replace("语文,1", "语文,1,,9") : text),
      ),
    );
    expect(wide.ok ? [] : wide.issues.map((issue) => issue.code)).toEqual(["too-many-fields"]);
  });

  test("that are missing are named", async () => {
    const read = await readCounty("/nowhere/县.xlsx");
    expect(read.ok ? [] : read.issues.map((issue) => [issue.code, issue.place])).toEqual([
      ["file-not-found", { file: "县.xlsx" }],
    ]);
    const folder = await mkdtemp(join(tmpdir(), "lungang-"));
    expect((await readCounty(folder)).ok).toBe(false);
  });
});

test("writeCsv escapes what a spreadsheet would run and leaves numbers alone", () => {
  const text = writeCsv([["=1+1", "+1", "-1", "@A1", "\tx", "＝1", "a,b", '"', -5, null, true]]);
  expect(text).toBe("\uFEFF'=1+1,'+1,'-1,'@A1,'\tx,'＝1,\"a,b\",\"\"\"\",-5,,true\r\n");
});
