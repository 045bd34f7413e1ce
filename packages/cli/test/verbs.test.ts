import { policyNames } from "@lungang/policies";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import type { Plan } from "@lungang/core/plan";
import { instanceSchema } from "@lungang/core";
import { writeCountyCsv } from "@lungang/tabular";
import { beforeAll, describe, expect, it } from "vitest";
import { VERSION } from "../src/version.ts";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

const terminal = openTerminal({ LANG: "en_GB.UTF-8" });
const { call, path } = terminal;
const county = smallCounty();
const POLICY = ["--policy", "detailed-measures"] as const;

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  await call("plan", "county.json", ...POLICY, "--out", "out");
});

function parse(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

describe("check", () => {
  it("counts who is due, exempt and short before any solve", async () => {
    const { code, out } = await call("check", "county.json", ...POLICY, "--json");
    expect(code).toBe(0);
    const report = parse(out) as unknown as {
      standings: { standing: string; count: number }[];
      quotas: { base: number; target: number }[];
      subjects: { demand: number; people: number; missing: number; surplus: number }[];
    };
    const people = report.standings.reduce((sum, entry) => sum + entry.count, 0);
    expect(people).toBe(county.persons.length);
    const [quota] = report.quotas;
    expect(quota?.target).toBe(Math.ceil((quota?.base ?? 0) / 10));
    for (const entry of report.subjects) expect(entry.people - entry.demand).toBe(entry.surplus - entry.missing);
  });

  it("says the same in words, in the language of the environment", async () => {
    const { code, out } = await call("check", "county.json", ...POLICY);
    expect(code).toBe(0);
    expect(out).toContain("in scope");
    expect(out).toMatch(/base \d+, at least \d+/u);
  });

  it("reads a folder of CSV files", async () => {
    await mkdir(path("csv"));
    for (const { name, text } of writeCountyCsv(county)) await writeFile(path(`csv/${name}`), text);
    const { code, out } = await call("check", "csv", ...POLICY, "--json");
    expect(code).toBe(0);
    expect(parse(out)).toMatchObject({ counts: { people: county.persons.length, schools: county.schools.length } });
  });

  it("names file, sheet and cell, what was found and what to do", async () => {
    await call("init", "template.xlsx");
    const { code, err } = await call("check", "template.xlsx", ...POLICY, "--lang", "zh");
    expect(code).toBe(2);
    expect(err).toMatch(/错误 template\.xlsx › \S+ › [A-Z]+\d+：/u);
    expect(err).toContain("处理：");
    expect(err).toMatch(/\d+ 个错误，\d+ 个提醒/u);
  });

  it("gives the line of a mistake in a policy file, and the missing instance at once", async () => {
    await writeFile(path("ours.yaml"), "format: lungang-policy-1\nid: ours\nid: twice\n");
    const { code, out } = await call("check", "nowhere.json", "--policy", "ours.yaml", "--json");
    expect(code).toBe(2);
    const { issues } = parse(out) as { issues: { code: string; place: object }[] };
    expect(issues).toMatchObject([
      { code: "file-not-found", place: { file: "nowhere.json" } },
      { code: "duplicate-key", place: { file: "ours.yaml", line: 3 } },
    ]);
  });
});

describe("a policy file", () => {
  it("is told the line of an unknown rule and of a level that does not exist", async () => {
    const { out } = await call("policies", "detailed-measures", "--json");
    await writeFile(path("broken.json"), out.replace('"rule": "teamCap"', '"rule": "teamCup"'));
    const line = out.slice(0, out.indexOf('"rule": "teamCap"')).split("\n").length;
    const { code, out: answer } = await call("check", "county.json", "--policy", "broken.json", "--json");
    expect(code).toBe(2);
    expect(parse(answer)).toMatchObject({ issues: [{ code: "unknown-rule", place: { file: "broken.json", line } }] });
  });

  it("may be YAML with one's own numbers", async () => {
    const { out } = await call("policies", "detailed-measures", "--json");
    await writeFile(path("mine.yaml"), `# 本县方案\n${out}`);
    const { code, out: answer } = await call(
      "check",
      "county.json",
      "--policy",
      "mine.yaml",
      "--set",
      "quotaShare=1/5",
      "--json",
    );
    expect(code).toBe(0);
    const [quota] = (parse(answer) as { quotas: { base: number; target: number }[] }).quotas;
    expect(quota?.target).toBe(Math.ceil((quota?.base ?? 0) / 5));
  });
});

describe("verify", () => {
  it("confirms the plan and the workbook that plan wrote", async () => {
    for (const file of ["out/plan.json", "out/轮岗方案.xlsx"]) {
      const { code, out } = await call("verify", file, "--instance", "county.json", ...POLICY);
      expect(code).toBe(0);
      expect(out).toContain("Verified");
    }
  });

  it("finds a plan that was tampered with", async () => {
    const plan = JSON.parse(await readFile(path("out/plan.json"), "utf8")) as Plan;
    plan.moves.splice(0, Math.ceil(plan.moves.length / 2));
    await writeJson(terminal, "less.json", plan);
    const { code, out } = await call("verify", "less.json", "--instance", "county.json", ...POLICY, "--json");
    expect(code).toBe(3);
    expect(parse(out)).toMatchObject({ ok: false });
  });

  it("refuses what is no plan", async () => {
    await writeJson(terminal, "other.json", { format: "x" });
    const { code, out } = await call("verify", "other.json", "--instance", "county.json", ...POLICY, "--json");
    expect(code).toBe(2);
    expect((parse(out) as { issues: object[] }).issues[0]).toMatchObject({ code: "not-a-plan" });
  });
});

describe("init", () => {
  it("keeps an existing file unless forced", async () => {
    expect((await call("init", "new.xlsx")).code).toBe(0);
    await writeFile(path("new.xlsx"), "mine");
    const kept = await call("init", "new.xlsx", "--json");
    expect(kept.code).toBe(2);
    expect(await readFile(path("new.xlsx"), "utf8")).toBe("mine");
    expect((await call("init", "new.xlsx", "--force")).code).toBe(0);
    expect((await readFile(path("new.xlsx"))).subarray(0, 2).toString()).toBe("PK");
    expect((await readdir(terminal.folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("refuses other endings", async () => {
    expect((await call("init", "new.xls")).code).toBe(2);
  });
});

describe("policies", () => {
  it("lists them and shows one", async () => {
    const all = await call("policies", "--json");
    const { policies } = parse(all.out) as { policies: { name: string }[] };
    expect(policies.map(({ name }) => name)).toEqual(policyNames);
    expect(policyNames).toContain("yulin-notice");
    expect((await call("policies", "yulin-notice")).out).toContain("(has to be given)");
    expect((await call("policies", "nope")).code).toBe(2);
  });

  it("prints a document that plan takes back", async () => {
    const { out } = await call("policies", "detailed-measures", "--json");
    await writeFile(path("mine.json"), out);
    expect((await call("check", "county.json", "--policy", "mine.json")).code).toBe(0);
  });
});

describe("export", () => {
  it("writes the program of a level as MPS and LP", async () => {
    const mps = await call("export", "mps", "county.json", ...POLICY);
    expect(mps.code).toBe(0);
    expect(mps.out).toMatch(/^NAME LUNGANG FREE\n[\s\S]*ENDATA\n$/u);
    const lp = await call("export", "lp", "county.json", ...POLICY, "--level", "nearness", "--out", "near.lp");
    expect(lp.code).toBe(0);
    expect(await readFile(path("near.lp"), "utf8")).toMatch(/^Minimize/u);
    const wrong = await call("export", "lp", "county.json", ...POLICY, "--level", "beauty", "--json");
    expect(wrong.code).toBe(2);
    expect(parse(wrong.out)).toMatchObject({ issues: [{ received: "beauty" }] });
  });

  it("writes JSON Schemas", async () => {
    for (const name of ["instance", "policy", "plan"]) {
      const { code, out } = await call("export", "json-schema", name);
      expect(code).toBe(0);
      expect(parse(out)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    }
    expect(instanceSchema.safeParse(county).success).toBe(true);
  });
});

describe("wrong calls", () => {
  it("end with 2 and one JSON document", async () => {
    for (const argv of [
      ["plan"],
      ["verify", "x"],
      ["nonsense"],
      ["plan", "x", "--policy", "y", "--solver", "cplex"],
      [],
    ]) {
      const { code, out } = await call(...argv, "--json");
      expect([argv, code]).toEqual([argv, 2]);
      expect((parse(out) as { issues: object[] }).issues).toHaveLength(1);
    }
  });

  it("collect the problems of options and files", async () => {
    const { out } = await call(
      "plan",
      "none.xlsx",
      ...POLICY,
      "--set",
      "a",
      "--gap",
      "7",
      "--node-limit",
      "1.5",
      "--json",
    );
    const { issues } = parse(out) as { issues: { code: string }[] };
    expect(issues.map(({ code }) => code)).toEqual([
      "invalid-option",
      "file-not-found",
      "invalid-option",
      "invalid-option",
    ]);
  });

  it("help and version are answers", async () => {
    expect(await call("--version")).toMatchObject({ code: 0, out: `${VERSION}\n` });
    expect((await call("plan", "--help")).out).toContain("--policy");
  });
});

describe("version", () => {
  it("is that of the manifest", async () => {
    const manifest = parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
    expect(manifest["version"]).toBe(VERSION);
  });
});
