import { writeFileSync } from "node:fs";
import { loadPolicyText, policyDocument } from "@lungang/policies";
import { describe, expect, test } from "vitest";
import { openTerminal } from "./terminal.ts";

/** A policy that has what it needs and one slip, in the folder of the tests. */
const OURS = `extends: detailed-measures
id: ours
version: "1"
name: 我县办法
parameters:
  quotaShare: {default: 15%}
  longYears: {type: integer, default: 8, source: 第二条, text: 任教年限}
rules:
  - id: quota
    strength: soft
    text: 交流人数必须不低于15%
`;

describe("policies", () => {
  const { call, path } = openTerminal();
  const parse = (text: string) => JSON.parse(text) as Readonly<Record<string, unknown>>;
  writeFileSync(path("ours.yaml"), OURS);
  writeFileSync(path("wrong.yaml"), OURS.replace("strength: soft", "strength: sof"));
  const item = "{ id: 班主任, source: 第四条, kind: when, when: 担任班主任, points: 5 }";
  writeFileSync(path("unclear.yaml"), `${OURS}\nappointment: { source: 第三条, rule: acceptance, items: [${item}] }\n`);
  writeFileSync(path("gbk.yaml"), Uint8Array.from([...Buffer.from("name: "), 0xd5, 0xfe, 0xb2, 0xdf, 0x0a]));

  test("shows the parameters of one's own file", async () => {
    const { code, out } = await call("policies", "ours.yaml", "--lang", "zh");
    expect(code).toBe(0);
    expect(out).toContain("我县办法");
    expect(out).toMatch(/quotaShare[\s│]+15%/u);
    expect(out).toMatch(/longYears[\s│]+8[\s│]+第二条[\s│]+任教年限/u);
  });

  test("the list says which policies appoint people to posts, and a title stands for a name", async () => {
    const { out } = await call("policies", "--lang", "zh");
    const marked = out.split("\n").filter((line) => line.endsWith("（含岗位竞聘）"));
    const names = "xx-county-report yulin-notice gaoping-opinion yiyuan-qinglongshan xx-county-2021 detailed-measures";
    expect(marked.map((line) => line.split(" ")[0])).toEqual(names.split(" "));
    const named = await call("policies", "《XX县2021年义务教育县管校聘方案》", "--json");
    expect(parse(named.out)).toMatchObject({ id: "xx-county-2021" });
  });

  test("writes a policy as YAML that reads back equal", async () => {
    const { code, out } = await call("policies", "yulin-notice", "--yaml");
    const read = loadPolicyText(out, "p.yaml");
    expect([code, read.ok && read.value.document]).toEqual([0, policyDocument("yulin-notice")]);
  });

  test("lints a file: warnings with the line are no failure, errors are", async () => {
    const warned = await call("policies", "lint", "ours.yaml", "--lang", "zh");
    expect(warned.code).toBe(0);
    expect(warned.err).toContain("ours.yaml:10");
    expect(warned.err).toContain("“必须”");
    expect(warned.err).toContain("参数“longYears”");
    const wrong = await call("policies", "lint", "wrong.yaml", "--json");
    expect(wrong.code).toBe(2);
    expect((parse(wrong.out)["issues"] as readonly unknown[])[0]).toMatchObject({
      code: "invalid-policy",
      place: { line: 10 },
      advice: { en: 'Did you mean "soft"?' },
    });
    const unclear = await call("policies", "lint", "unclear.yaml", "--lang", "zh");
    expect([unclear.code, unclear.err]).toEqual([2, expect.stringMatching(/unclear\.yaml:\d+.*看不懂条件/u)]);
    const json = await call("policies", "lint", "ours.yaml", "--json");
    const codes = (parse(json.out)["issues"] as readonly { readonly code: string }[]).map(({ code }) => code);
    expect([json.code, codes]).toEqual([0, expect.arrayContaining(["strength-of-words", "unused-part"])]);
  });

  test("lint and show say that a file was read as GB18030", async () => {
    for (const words of [["lint", "gbk.yaml"], ["gbk.yaml"]])
      expect((await call("policies", ...words, "--lang", "zh")).err).toContain("已按 GB18030 读取");
  });

  test.each([
    ["--attributes", "attributes", "person.statuses", "哺乳期"],
    ["--rules", "rules", "postBalance", "岗位余缺"],
    ["--forms", "forms", "zoneRotation", "片区轮岗"],
  ])("%s lists the words of the language", async (option, key, name, word) => {
    const text = await call("policies", option, "--lang", "zh");
    expect(text.code).toBe(0);
    expect(text.out).toContain(name);
    expect(text.out).toContain(word);
    const json = await call("policies", option, "--json");
    expect(JSON.stringify(parse(json.out)[key])).toContain(`"${name}"`);
  });
});
