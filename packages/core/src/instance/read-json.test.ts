import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, possibleReadings } from "./decode-text.ts";
import type { Issue } from "./issue.ts";
import { scanJson } from "./json-scan.ts";
import { readJsonFile, readJsonText } from "./read-json.ts";

function issuesOf(text: string): readonly Issue[] {
  const read = readJsonText(text, "a.json");
  return read.ok ? [] : read.issues;
}

/** 语文 and 音乐 as GB18030, in a JSON document. */
const GBK = Buffer.concat([
  Buffer.from('{"a": "'),
  Buffer.from([0xd3, 0xef, 0xce, 0xc4]),
  Buffer.from('", "b": "'),
  Buffer.from([0xd2, 0xf4, 0xc0, 0xd6]),
  Buffer.from('"}'),
]);

describe("readJsonFile", () => {
  const valueOf = (bytes: Uint8Array) => {
    const read = readJsonFile(bytes, "a.json");
    return read.ok ? read.value.value : read.issues.map(({ code }) => code);
  };

  test("reads UTF-8 with and without mark, UTF-16 with mark, and GB18030", () => {
    expect(valueOf(Buffer.from('{"a": "语文"}'))).toEqual({ a: "语文" });
    expect(valueOf(Buffer.from('\uFEFF{"a": "语文"}'))).toEqual({ a: "语文" });
    expect(valueOf(Buffer.from('\uFEFF{"a": "语文"}', "utf16le"))).toEqual({ a: "语文" });
    expect(valueOf(Buffer.from('{"a": "语文"}', "utf16le"))).toEqual({ a: "语文" });
    expect(valueOf(GBK)).toEqual({ a: "语文", b: "音乐" });
  });

  test.each<readonly [string, Uint8Array]>([
    ["a text already spoilt", Buffer.from('{"a": "\uFFFD\uFFFD"}')],
    ["Big5", Buffer.from([0x22, 0xbb, 0x79, 0xa4, 0xe5, 0xa6, 0x72, 0xa4, 0x40, 0xa8, 0xd3, 0x22])],
    ["Shift-JIS", Buffer.from([0x22, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x82, 0xcc, 0x22])],
    ["Latin-1", Buffer.from([0x22, 0xe9, 0x6c, 0xe8, 0x76, 0x65, 0x22])],
    ["a text spoilt twice", Buffer.from([0x22, 0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd, 0xd3, 0xef, 0x22])],
    ["half a character", GBK.subarray(0, 8)],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff])],
  ])("refuses %s", (_name, bytes) => {
    expect(valueOf(bytes)).toEqual(["text-undecodable"]);
  });

  test("a text of UTF-8 that has a fault is read as UTF-8 and the fault is named", () => {
    expect(decodeText(Buffer.from('{"a": "语文",}'), () => false)?.encoding).toBe("utf-8");
    expect(possibleReadings(GBK).map(({ encoding }) => encoding)).toEqual(["gb18030"]);
  });
});

test.each<readonly [string, string, string, number]>([
  ["nothing", "", "文件是空的", 1],
  ["spaces", " \n ", "文件是空的", 2],
  ["a comma too many", "[1,\n2,\n]", "多了逗号", 2],
  ["a comma too many in an object", '{"a": 1,}', "多了逗号", 1],
  ["Chinese quotes", "[{“person”：“T01”}]", "中文标点", 1],
  ["a Chinese colon", '{"a"：1}', "中文标点", 1],
  ["a Chinese comma", "[1，2]", "中文标点", 1],
  ["a key without quotes", "{\n a: 1}", "键名", 2],
  ["single quotes", "{'a': 1}", "键名", 1],
  ["no colon", '{"a" 1}', "缺少冒号", 1],
  ["no comma", '{"a": 1\n"b": 2}', "缺少逗号", 2],
  ["brackets that do not match", '{"a": [1}', "缺少逗号", 1],
  ["a missing bracket", '{"a": 1', "缺少逗号", 1],
  ["NaN", "[NaN]", "应为值", 1],
  ["undefined", "[undefined]", "应为值", 1],
  ["a leading zero", '{"a": 012}', "缺少逗号", 1],
  ["a plus sign", "[+1]", "应为值", 1],
  ["hexadecimal", "[0x10]", "缺少逗号", 1],
  ["a comment", "[1] // end", "多余的内容", 1],
  ["a comment before", "/* a */ [1]", "应为值", 1],
  ["two documents", "{}\n{}", "多余的内容", 2],
  ["an open text", '["abc', "双引号没有配对", 1],
  ["a line break in a text", '["a\nb"]', "换行或制表符", 1],
  ["a path of Windows", '["C:\\data"]', "反斜杠", 1],
  ["a key twice", '{"a": 1,\n"a": 2}', "写了两次", 2],
  ["a key twice, once escaped", '{"a": 1, "\\u0061": 2}', "写了两次", 1],
  ["a key twice deep inside", '{"a": [{"b": 1, "b": 1}]}', "写了两次", 1],
  ["2^53", "[9007199254740992]", "数字过大", 1],
  ["a long id as a number", '{"id": 530000198503010121}', "数字过大", 1],
  ["a number without end", "[1e999]", "数字过大", 1],
  ["very deep", "[".repeat(20_000), "嵌套", 1],
])("%s is refused at its line", (_name, text, fragment, line) => {
  const issues = issuesOf(text);
  expect(issues.map(({ message }) => message.zh.includes(fragment))).toEqual([true]);
  expect(issues[0]?.place).toEqual({ file: "a.json", line });
  expect(issues.every(({ advice }) => advice !== undefined)).toBe(true);
});

test("all keys given twice are named at once, before a fault of the grammar", () => {
  expect(issuesOf('{"a": 1, "a": 2, "b": {"c": 1, "c": 2},}').map(({ code }) => code)).toEqual([
    "duplicate-key",
    "duplicate-key",
    "invalid-syntax",
  ]);
});

test("whatever JSON.parse takes or refuses, the scanner takes or refuses as well", () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const syntax = (text: string) => scanJson(text).every(({ kind }) => kind === "key-twice" || kind === "digits-lost");
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 5 }),
      fc.nat(),
      fc.constantFrom("", ",", '"', "}", "[", "\\", "0", "\t"),
      (json, at, extra) => {
        const text =
          json.slice(0, at % (json.length + 1)) + extra + json.slice((at % (json.length + 1)) + (extra === "" ? 1 : 0));
        for (const given of [json, text]) expect(syntax(given)).toBe(parses(given));
      },
    ),
    { seed: 11, numRuns: 2000 },
  );
});

test("issues get the line of the value at their path, or of the nearest above it", () => {
  const read = readJsonText('{\n "persons": [\n  {"id": "a"},\n  {"id": "b",\n   "x": 1}\n ]\n}', "c.json");
  const issue = (path: readonly (string | number)[]): Issue => ({
    code: "invalid-value",
    severity: "error",
    message: { zh: "x", en: "x" },
    path,
  });
  const paths = [["persons", 1, "x"], ["persons", 1, "none"], ["persons", 0, "id"], ["none"], []];
  const placed = read.ok ? read.value.place(paths.map(issue)) : [];
  expect(placed.map(({ place }) => place?.line)).toEqual([5, 4, 3, 1, 1]);
});
