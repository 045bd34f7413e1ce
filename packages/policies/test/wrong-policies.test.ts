import { resolvePolicy } from "@lungang/core/policy";
import type { Issue } from "@lungang/core";
import { describe, expect, test } from "vitest";
import { loadPolicyBytes } from "../src/index.ts";
import { MISTAKES } from "./wrong/cases.ts";
import type { Mistake } from "./wrong/cases.ts";
import { POLICY } from "./wrong/policy.ts";

/** Returns everything that is wrong with a file, each with its line, and whether a policy came of it. */
function read(content: Uint8Array): { readonly issues: readonly Issue[]; readonly accepted: boolean } {
  const loaded = loadPolicyBytes(content, "ours.yaml");
  if (!loaded.ok) return { issues: loaded.issues, accepted: false };
  const { document, placeOf } = loaded.value;
  const resolved = resolvePolicy(document);
  const found = resolved.ok ? resolved.warnings : resolved.issues;
  const issues = [...loaded.warnings, ...found.map((issue) => ({ place: placeOf(issue.path ?? []), ...issue }))];
  return { issues, accepted: resolved.ok };
}

const bytes = (text: string) => new TextEncoder().encode(text);

function spoil({ right, wrong }: Mistake): string {
  expect(POLICY.split(right)).toHaveLength(2);
  return POLICY.replace(right, () => wrong);
}

/** Line of a text, counted from 1. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

/** What is said in Chinese, without what is quoted and without words of the language itself. */
const unquoted = (zh: string) =>
  zh
    .replace(/“[^”]*”/gu, "")
    .replace(/应为：.*/u, "")
    .replace(/[（(][^）)]*[）)]/gu, "")
    .replace(/\b(?:true|false|YAML|JSON|UTF-8|GB18030|person|from|to|school|post|move|sets|R1)\b|≥ \d+/gu, "");

test("the policy that mistakes are made in has none", () => {
  expect(read(bytes(POLICY))).toEqual({ issues: [], accepted: true });
});

describe("a mistake in a policy file", () => {
  test.each(MISTAKES)("$name is refused at its line, in words, with what to write", (mistake) => {
    const text = spoil(mistake);
    const { issues, accepted } = read(bytes(text));
    expect(accepted).toBe(false);
    const [first = ""] = mistake.wrong.split("\n");
    const line = lineOf(text, mistake.at ?? first);
    const told = issues.filter(({ place, code }) => place?.line === line && code === mistake.code);
    expect({
      line,
      issues: issues.map(({ place, code, message }) => [place?.line, code, message.zh]),
      told: told.length > 0,
    }).toMatchObject({ told: true });
    const said = (language: "zh" | "en") =>
      told.map(({ message, advice, expected, received }) => {
        const right = typeof expected === "object" ? expected[language] : expected;
        return [message[language], advice?.[language], right, received].join(" ");
      });
    expect(said("zh").join("\n")).toContain(mistake.zh);
    expect(said("en").join("\n")).toContain(mistake.en);
    for (const { message, advice, place } of issues) {
      expect(advice?.zh).toBeDefined();
      expect(place?.line).toBeGreaterThan(0);
      expect(unquoted(message.zh)).not.toMatch(/[a-z]{3,}/iu);
      expect(message.en).not.toMatch(/Invalid input|Too small|Unrecognized/u);
    }
  });

  test.each([
    [
      "an attribute of a wrong type",
      "sets:\n",
      "attributes:\n  - {id: 等次, text: 等次, type: nummber}\nsets:\n  high: {attr: person.x.等次, op: ge, value: 3}\n",
    ],
    [
      "an attribute of a wrong type that points count",
      "sets:\n",
      "attributes:\n  - {id: 等次, text: 等次, type: nummber}\npoints:\n  - {id: merit, source: 第七条, text: 积分, items: [{text: 等次, per: person.x.等次, points: 1}]}\nsets:\n",
    ],
    ["a form of no base", "forms:\n", "forms:\n  - {base: rotaton, source: 第三条}\n"],
  ])("%s is one mistake, and what follows from it none", (_name, right, wrong) => {
    const { issues } = read(bytes(POLICY.replace(right, () => wrong)));
    expect(issues.filter(({ severity }) => severity === "error").map(({ message }) => message.zh)).toHaveLength(1);
  });

  test("is one of more than sixty", () => {
    expect(MISTAKES.length).toBeGreaterThanOrEqual(60);
  });
});

test("many mistakes in one file are told in one round", () => {
  const places = (names: readonly string[]) => {
    const mistakes = names.map((name) => MISTAKES.find((each) => each.name === name) as Mistake);
    const text = mistakes.reduce((file, { right, wrong }) => file.replace(right, () => wrong), POLICY);
    const found = read(bytes(text)).issues;
    return mistakes.map(({ code, wrong, at, name }) => {
      const line = lineOf(text, at ?? (wrong.split("\n")[0] as string));
      return [name, found.some((issue) => issue.code === code && issue.place?.line === line)];
    });
  };
  const together = [
    "another format",
    "a misspelt key",
    "a number for a text",
    "a Chinese word for another",
    "an area",
    "a form",
    "a strength",
    "a person asked for in the scope",
    "a set that does not exist",
    "a rule",
    "an id with spaces",
    "a default above the whole",
    "half a year",
    "a day in words",
    "an age in quotes",
  ];
  expect(places(together)).toEqual(together.map((name) => [name, true]));
});

test("a wrong item of points hides neither the other items nor the rest of the file", () => {
  const points = `points:
  - {id: merit, source: 第四条, text: 积分, items: [{per: person.age, points: 一分}, {per: person.ruralyears, points: 2}]}
`;
  const { issues, accepted } = read(
    bytes(POLICY.replace("share: 20%", "share: 200%").replace("levels:", `${points}levels:`)),
  );
  expect(accepted).toBe(false);
  expect(issues.map(({ path }) => path?.join("."))).toEqual(
    expect.arrayContaining([
      "points.0.items.0.points",
      "points.0.items.1.per",
      expect.stringMatching(/^rules\.\d\.params\.share$/u) as string,
    ]),
  );
});

describe("a policy in GB18030", () => {
  /** The bytes of a text whose characters beyond ASCII are told by a table of pairs. */
  const inGbk = (text: string) =>
    Uint8Array.from(Array.from(text).flatMap((char) => GBK.get(char) ?? [...bytes(char)]));
  const GBK = gbkTable();

  test("is read where it gives ordinary Chinese and keys of ours, and said to be", () => {
    const { issues, accepted } = read(inGbk(POLICY));
    expect(accepted).toBe(true);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([["read-as-gb18030", "warning"]]);
  });

  test("has its mistakes at their lines too", () => {
    const mistake = MISTAKES.find(({ name }) => name === "an area") as Mistake;
    const { issues } = read(inGbk(spoil(mistake)));
    expect(issues.map(({ code }) => code).sort()).toEqual(["invalid-predicate", "read-as-gb18030"]);
  });

  test("is refused where no key of ours is in it, or where bytes are nobody's", () => {
    expect(read(inGbk("办法: 示例\n")).issues).toMatchObject([{ code: "text-undecodable" }]);
    const foreign = Uint8Array.from([...bytes("name: "), 0xaa, 0xa1, 0xaa, 0xa2, 0x0a]);
    expect(read(foreign).issues).toMatchObject([{ code: "text-undecodable" }]);
  });
});

/** Returns the two bytes of every character of GB2312, from the decoder that the platform has. */
function gbkTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      table.set(decoder.decode(Uint8Array.from([lead, trail])), [lead, trail]);
  return table;
}
