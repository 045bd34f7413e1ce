import { policyDocument, policyNames } from "@lungang/policies";
import { words } from "@lungang/core";
import { describe, expect, it } from "vitest";
import type { Check } from "../../lungang/test/words.ts";
import { chineseBut, foreignBut } from "../../lungang/test/words.ts";
import { MASKED, MASKED_IN_APPOINTMENT } from "../../policies/test/masked-values.ts";
import { editRoster } from "./edited-roster.ts";
import type { Cells } from "./edited-roster.ts";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";
import { facts, many, post, school, teacher, writeBook } from "./tricky/workbook.ts";

/**
 * What a planner reads on the terminal holds no word of the program, no day as files hold it and no number without its unit, and
 * in English no Chinese but names: everything that is written to a terminal under every policy is walked, line by line.
 */

const terminal = openTerminal();
const { call } = terminal;
const county = smallCounty(4, 30);

/** What the calls themselves give: names of parameters, rules, people and schools that are none. */
const TYPED_HERE = [
  "yulin",
  "yulin-notice",
  "foo",
  "quotaShare",
  "start",
  "quota",
  "T999",
  "S99",
  "zz",
  "没有人",
  "丙小",
  "甲小",
  "丁校",
];

/** What the rules of all policies are cited by. */
const sources = policyNames.flatMap((name) => [
  ...JSON.stringify(policyDocument(name)).matchAll(/"source":"([^"]*)"/gu),
]);

/** A county of which the roster of a plan is edited: its teachers fit several posts of a far school. */
const EDITED = {
  基本信息: facts(2024),
  学校: [
    school("A", "甲小"),
    school("B", "乙小", { 纬度: 34.2 }),
    school("C", "丙小", { 纬度: 34.1 }),
    school("E", "戊小", { 纬度: 34.4 }),
  ],
  岗位: [post("A", 8), post("B", 4), post("C", 4), post("E", 1, "音乐"), post("E", 1, "美术")],
  人员: [
    ...many(12, (k) => teacher(`a${k}`, "A", k === 12 ? { 任教学科: "语文(主)、音乐(兼)、美术(兼)" } : {})),
    teacher("b1", "B", { 姓名: "同名" }),
    teacher("b2", "B", { 姓名: "同名", 出生日期: "1981-05-05" }),
    teacher("c1", "C", { 状态: "孕期" }),
  ],
};

const names = [
  ...TYPED_HERE,
  ...sources.map(([, source = ""]) => source),
  county.county.name,
  ...[...county.persons, ...county.schools, ...county.groups].map(({ name }) => name ?? ""),
  // Cards of appointments and plans call a post as the data do, its stage included.
  ...county.posts.map(({ stage, subject }) => `${stage === undefined ? "" : words.stage[stage].zh}${subject ?? ""}`),
  ...[...county.posts, ...county.persons.flatMap(({ subjects }) => subjects)].map(({ subject }) => subject ?? ""),
  ...[...EDITED.人员, ...EDITED.学校, ...EDITED.岗位].flatMap((row) => Object.values(row)).map(String),
];
const { parameters: measured } = policyDocument("detailed-measures") as { parameters: object };
const parameters = Object.keys(measured);
const values = Object.values(MASKED).flatMap((settings) => Object.values(settings).map(String));
const ids = new Set([
  // What may be typed in place of what was: names of policies and parameters, and what a plan file says that it is.
  ...policyNames,
  ...parameters,
  "lungang-plan-2",
  // A post is called by its id and in words.
  "E-",
  // Posts of the example of a theorem.
  "A",
  "B",
  "C",
  ...values,
  ...TYPED_HERE,
  ...[...EDITED.人员, ...EDITED.学校, ...EDITED.岗位].flatMap((row) => Object.values(row)).map(String),
  ...[...county.persons, ...county.schools, ...county.posts, ...county.groups].map(({ id }) => id),
]);

/** Somebody who must not move, and a term and a form that do not go together. */
const BROKEN: [string, string, string, string] = ["c1", "师c1", "2025-01-31", "支教"];

const CHECKS: Readonly<Record<"zh" | "en", Check>> = { zh: foreignBut(ids), en: chineseBut(names) };

/** What has to be typed, names of files and places in them: a command with its options, a setting, a path, a cell. */
const TYPED = [
  / › [^›：:]+ › [A-Z]+\d+(?=[：:])/gu,
  / › [^›：:]+(?=[：:])/gu,
  /lungang [a-z-]+(?: (?:conflict|FILE\.xlsx))?/gu,
  /--[a-z-]+(?:[ =][\w=%.,-]+)?/gu,
  // How a day may be typed, and the names of systems of coordinates.
  /(?:写成 |日期，如 |应为：)\d{4}-\d{2}-\d{2}/gu,
  /WGS-84|GCJ-02|BD-09/gu,
  /[^\s：│]*\/[^\s：│]+/gu,
  /[\p{L}\d-]+\.(?:xlsx|json|csv|html)(?::\d+)?/gu,
];

/** What was found in the data is told as it stands there. */
const QUOTED = /(?:现为：|found: ).*?(?=；应为：|; expected: |$)/u;

/** Parts of what was written: cells of tables and lines, without what has to be typed and what was quoted. */
function partsOf(text: string): readonly string[] {
  const lines = text.split("\n").flatMap((line) => (line.startsWith("│") ? line.split("│") : [line]));
  return lines.map((line) =>
    TYPED.reduce((rest, typed) => rest.replaceAll(typed, ""), line.replace(QUOTED, "")).trim(),
  );
}

async function unhelpful(language: "zh" | "en", argv: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await call(...argv, "--lang", language);
  expect(out + err).not.toBe("");
  return partsOf(`${out}\n${err}`).flatMap((part) => CHECKS[language](argv.slice(0, 3).join(" "), part));
}

/** Walks calls one after another, since later ones read what earlier ones wrote. */
async function walk(language: "zh" | "en", calls: readonly (readonly string[])[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const argv of calls) found.push(...(await unhelpful(language, argv)));
  return [...new Set(found)];
}

const given = (values: Readonly<Record<string, unknown>> = {}) =>
  Object.entries(values).flatMap(([name, value]) => ["--set", `${name}=${String(value)}`]);

const [mover, stayer] = [county.persons.at(7)?.id ?? "", county.persons.at(-1)?.id ?? ""];

describe.each(policyNames)("%s", (name) => {
  const policy = ["--policy", name, ...given(MASKED[name])];

  it("is told on the terminal in one language", async () => {
    await writeJson(terminal, "county.json", county);
    const check = ["check", "county.json", ...policy];
    const found = [...(await walk("zh", [check, ["plan", "county.json", ...policy]])), ...(await walk("en", [check]))];
    expect(found).toEqual([]);
  });
});

const appointing = policyNames.filter((name) => "appointment" in (policyDocument(name) as object));

it.each(appointing)("an appointment under %s is told in one language", async (name) => {
  await writeJson(terminal, "county.json", county);
  const policy = ["--policy", name, ...given({ ...MASKED[name], ...MASKED_IN_APPOINTMENT[name] })];
  const book = `posts-${name}.xlsx`;
  const found = await walk("zh", [
    ["init", book, "--appoint", "--instance", "county.json", ...policy],
    ["appoint", book, ...policy],
  ]);
  expect(found).toEqual([]);
});

describe.each(["zh", "en"] as const)("in %s", (language) => {
  const measures = ["--policy", "detailed-measures"];
  const impossible = given({ expertShare: "100%", expertTitles: "", expertHonours: "" });

  it("explains in one language", async () => {
    await writeJson(terminal, "county.json", county);
    const explain = (...argv: string[]) => ["explain", ...argv, ...measures];
    const found = await walk(language, [
      explain("why", "county.json", mover),
      explain("why", "county.json", stayer),
      explain("why", "county.json", "--school", county.schools[1]?.id ?? ""),
      explain("why-not", "county.json", mover, "--stay"),
      explain("why-not", "county.json", stayer, "--leave"),
      explain("sweep", "county.json", "--grid", "quotaShare=8%,10%"),
      explain("front", "county.json", "--between", "shortfall,nearness"),
      explain("others", "county.json"),
      explain("price", "county.json"),
      // What parameters cost is told in the sentences of rules: once is enough.
      ...(language === "zh" ? [explain("price", "county.json", "--of", "参数")] : []),
      explain("conflict", "county.json", "--highest", ...impossible),
      ["plan", "county.json", ...measures, ...impossible],
    ]);
    expect(found).toEqual([]);
  });

  it("goes through a year in one language", async () => {
    const book = await writeJson(terminal, "county.json", county);
    const out = `year-${language}`;
    const plan = `${out}/plan.json`;
    const step = (name: string, on: string, ...more: string[]) => ["procedure", name, plan, "--on", on, ...more];
    const found = await walk(language, [
      ["plan", book, ...measures, "--out", out],
      ["audit", plan],
      step("publish", "2024-07-20", "--days", "5"),
      step("object", "2024-07-23", "--person", mover, "--reason", "x"),
      step("finalise", "2024-07-24"),
      step("object", "2024-07-22", "--person", mover, "--decide", "不成立"),
      step("object", "2024-07-25", "--person", mover, "--decide", "不成立"),
      step("finalise", "2024-07-26"),
      step("assess", "2025-01-20"),
      ["years", book, ...measures, "--years", "2"],
      ["init", `posts-${language}.xlsx`, "--appoint", "--instance", book, ...measures],
      ["appoint", `posts-${language}.xlsx`],
    ]);
    expect(found).toEqual([]);
  });

  it("takes over and refuses what people edited in one language", async () => {
    const book = await writeBook(terminal, `edited-${language}.xlsx`, EDITED);
    const planned = `plan-${language}`;
    const settings = ["--instance", book, ...measures, "--set", "quotaShare=1/4"];
    const planning = await call("plan", book, ...settings.slice(2), "--out", planned, "--lang", language);
    expect([planning.code, planning.err]).toEqual([0, expect.anything()]);
    const adopt = async (name: string, edit: (one: Cells, other: Cells) => void) => {
      const file = await editRoster(
        terminal,
        { from: planned, to: `${name}-${language}` },
        ([, one = [], other = []]) => edit(one, other),
      );
      return ["adopt", file, "--plan", `${planned}/plan.json`, ...settings];
    };
    const [ID, NAME, FORM, START, END, TO, POST, KM] = [1, 2, 10, 12, 13, 15, 16, 17];
    const found = await walk(language, [
      await adopt("moved", (one, other) => ([one[TO], one[POST], other[KM]] = ["丙小", null, 1])),
      await adopt("broken", (one, other) => ([one[ID], one[NAME], other[END], other[FORM]] = BROKEN)),
      await adopt("unclear", (one) => ([one[ID], one[NAME], one[TO], one[POST]] = ["a12", "师a12", "戊小", null])),
      await adopt("unknown", (one, other) => ([one[ID], one[POST], other[TO]] = ["T999", "zz", "丁校"])),
      await adopt("cells", (one, other) => ([one[FORM], one[START], other[TO]] = ["飞行", "昨天", null])),
      ["adopt", `${planned}/plan.json`, ...settings],
      ["adopt", book, ...settings],
    ]);
    expect(found).toEqual([]);
  });

  it("tells what is wrong in one language", async () => {
    await writeJson(terminal, "county.json", county);
    await writeJson(terminal, "locks.json", [
      { person: "T999", stay: true, reason: "x" },
      { person: mover, school: "S99", reason: "x" },
      { person: stayer, post: "zz", reason: "x" },
    ]);
    const bad = await writeBook(terminal, `bad-${language}.xlsx`, {
      基本信息: facts(2024),
      学校: [school("A", "甲小"), school("B", "乙小")],
      岗位: [post("A", 5), post("B", 5)],
      人员: [...many(2, (k) => teacher(`a${k}`, "A")), teacher("z", "丙小"), teacher("b", "B", { 性别: "雄" })],
    });
    const found = await walk(language, [
      ["check", "none.xlsx", ...measures],
      ["check", bad, ...measures],
      ["plan", "county.json", "--policy", "yulin"],
      ["plan", "county.json", "--policy", "yulin-notice"],
      ["plan", "county.json", "--policy", "gaoxin-flow"],
      ["plan", "county.json", ...measures, ...given({ quotaShare: "12", foo: "1", start: "13-40" })],
      ["plan", "county.json", ...measures, "--override", "quota="],
      ["plan", "county.json", ...measures, "--gap", "x", "--time-limit", "y", "--date", "2026-13-01"],
      ["plan", "county.json", ...measures, "--lock", "locks.json"],
      ["explain", "why", "county.json", "没有人", ...measures],
      ["explain", "why-not", "county.json", mover, ...measures],
      ["years", "county.json", ...measures, "--years", "99"],
      ["verify", "county.json"],
    ]);
    expect(found).toEqual([]);
  });
});
