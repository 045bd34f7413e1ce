import { expect, test } from "vitest";
import { loadPolicyBytes } from "../src/index.ts";

/** A file that should be a policy, the code expected ("read" where it is one) and words of the message. */
interface Odd {
  readonly name: string;
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly code: string;
  readonly fragment: string;
  readonly line: number | undefined;
}
type Entry = readonly [
  name: string,
  file: string,
  content: string | Uint8Array,
  code: string,
  fragment: string,
  line?: number,
];

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
/** `name: 语文` and `name: 政策` as GB18030. */
const GBK_NAME = [0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xd3, 0xef, 0xce, 0xc4, 0x0a];
const GBK_JSON = [...Buffer.from('{"name": "'), 0xd5, 0xfe, 0xb2, 0xdf, ...Buffer.from('"}')];
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const blocks = (depth: number) => Array.from({ length: depth }, (_, k) => `${" ".repeat(k)}all:`).join("\n");

const ENTRIES: readonly Entry[] = [
  ["UTF-8", "p.yaml", "name: 政策\n", "read", "政策"],
  ["UTF-8 with mark", "p.yaml", "\uFEFFname: 政策\n", "read", "政策"],
  ["UTF-16 with mark", "p.yaml", utf16("name: 政策\n"), "read", "政策"],
  ["GB18030", "p.yaml", Uint8Array.from(GBK_NAME), "read", "语文"],
  ["GB18030 in JSON", "p.json", Uint8Array.from(GBK_JSON), "read", "政策"],
  ["UTF-16 in JSON", "p.json", utf16('{"name": "政策"}'), "read", "政策"],
  ["lines of Windows", "p.yaml", "name: 政策\r\nid: x\r\n", "read", "政策"],
  ["lines of Windows in JSON", "p.json", '{\r\n"name": "政策"\r\n}', "read", "政策"],
  ["a spoilt text", "p.yaml", "name: \uFFFD\uFFFD\n", "text-undecodable", "GB18030"],
  ["a picture", "p.yaml", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), "text-undecodable", "GB18030"],
  ["GB18030 without a key of ours", "p.yaml", Uint8Array.from([0xd3, 0xef, 0xce, 0xc4]), "text-undecodable", "GB18030"],
  ["nothing", "p.yaml", "", "invalid-policy", "空的", 1],
  ["nothing in JSON", "p.json", "", "invalid-syntax", "文件是空的", 1],
  ["a list", "p.yaml", "- a\n", "invalid-policy", "键: 值", 1],
  ["a list in JSON", "p.json", "[]", "invalid-policy", "键: 值", 1],
  ["a word", "p.yaml", "policy\n", "invalid-policy", "键: 值", 1],
  ["a number in JSON", "p.json", "7", "invalid-policy", "键: 值", 1],
  ["null in JSON", "p.json", "null", "invalid-policy", "键: 值", 1],
  ["a key twice", "p.yaml", "name: a\nid: b\nname: c\n", "duplicate-key", "重复的键", 3],
  ["a key twice deep inside", "p.yaml", "name: a\nrules:\n  - id: a\n    id: b\n", "duplicate-key", "重复的键", 4],
  ["a key twice in JSON", "p.json", '{"name": 1,\n"name": 2}', "duplicate-key", "写了两次", 2],
  ["a comma too many in JSON", "p.json", '{"name": 1,\n}', "invalid-syntax", "多了逗号", 1],
  ["a comment in JSON", "p.json", '{\n// a\n"name": 1}', "invalid-syntax", "双引号的键名", 2],
  ["Chinese punctuation in JSON", "p.json", "{“name”：1}", "invalid-syntax", "中文标点", 1],
  ["a Chinese colon", "p.yaml", "id: a\nname：b\n", "invalid-syntax", "缺少", 2],
  ["a tab", "p.yaml", "name: a\nrules:\n\t- id: a\n", "invalid-syntax", "制表符", 3],
  ["a wrong indentation", "p.yaml", "name: a\n  id: b\n", "invalid-syntax", "第", 1],
  ["an open quote", "p.yaml", 'name: "a\nid: b\n', "invalid-syntax", "标点", 1],
  ["an open bracket", "p.yaml", "name: [a, b\n", "invalid-syntax", "括号", 1],
  ["two policies", "p.yaml", "name: a\n---\nname: b\n", "invalid-syntax", "一份政策", 2],
  ["a tag", "p.yaml", "name: !!js/function 'x'\n", "invalid-syntax", "标签", 1],
  ["an alias without anchor", "p.yaml", "name: *a\n", "invalid-syntax", "锚点", 1],
  ["a share that begins with a percent sign", "p.yaml", "name: %8\n", "invalid-syntax", "第1行", 1],
  ["2^53", "p.yaml", "name: a\nseats: 9007199254740992\n", "digits-lost", "数字过大", 2],
  ["2^53 in JSON", "p.json", '{"name": 9007199254740992}', "digits-lost", "数字过大", 1],
  ["infinity", "p.yaml", "name: .inf\n", "digits-lost", "数字过大", 1],
  ["no number", "p.yaml", "name: .nan\n", "digits-lost", "数字过大", 1],
  ["99 levels", "p.json", `{"name": ${nested(98)}}`, "read", ""],
  ["20,000 levels in JSON", "p.json", `{"name": ${nested(20_000)}}`, "invalid-syntax", "嵌套", 1],
  ["20,000 levels in YAML", "p.yaml", `name: ${nested(20_000)}`, "invalid-syntax", "嵌套", 1],
  ["200 blocks", "p.yaml", blocks(200), "invalid-syntax", "嵌套", 100],
  ["a very long file", "p.yaml", `name: ${"a".repeat(1_000_000)}`, "file-too-large", "过大"],
];

const ODD = ENTRIES.map(([name, file, content, code, fragment, line]): Odd => {
  return { name, file, content, code, fragment, line };
});

test.each(ODD)("$name in $file", ({ file, content, code, fragment, line }) => {
  const read = loadPolicyBytes(typeof content === "string" ? Buffer.from(content) : content, file);
  const issues = read.ok ? [] : read.issues;
  const said = read.ok ? JSON.stringify(read.value.document) : (issues[0]?.message.zh ?? "");
  expect([read.ok ? "read" : issues[0]?.code, said.includes(fragment), issues[0]?.place?.line]).toEqual([
    code,
    true,
    line,
  ]);
  expect(issues.filter((issue) => issue.advice === undefined || issue.place?.file !== file)).toEqual([]);
  // Words of the library would be English within Chinese.
  expect(issues.filter(({ message }) => /[a-z]{4,} [a-z]{2,}/iu.test(message.zh))).toEqual([]);
});
