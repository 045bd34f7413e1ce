import { readFile } from "node:fs/promises";
import { readXlsxBook } from "@lungang/tabular";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty();
const POLICY = ["--policy", "detailed-measures"] as const;
const PLAN = ["out/plan.json", "--instance", "county.json", ...POLICY] as const;

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  await call("plan", "county.json", ...POLICY, "--out", "out");
});

describe("report", () => {
  it("writes all reports into one workbook and names what nobody gave", async () => {
    const { code, out, err } = await call("report", ...PLAN, "--out", "报表.xlsx");
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(/^R1 .+/mu);
    expect(out).toMatch(/^R13 .+无数据：.*公示工作日数/mu);
    expect(out).toContain("报表.xlsx");
    const book = await readXlsxBook(await readFile(path("报表.xlsx")));
    expect(JSON.stringify(book)).toContain("R23");
  });

  it("gives the chosen ones as JSON", async () => {
    const { code, out } = await call("report", ...PLAN, "--only", "r2，R1", "--json");
    expect(code).toBe(0);
    const { reports } = JSON.parse(out) as { reports: { id: string; audience: string }[] };
    expect(reports.map(({ id, audience }) => [id, audience])).toEqual([
      ["R1", "internal"],
      ["R2", "internal"],
    ]);
  });

  it("shows no name, id or birth date in the public version of any report", async () => {
    const { code, out } = await call("report", ...PLAN, "--public", "--json");
    expect(code).toBe(0);
    for (const { name, birthDate } of county.persons) {
      expect(out).not.toContain(`"${name}"`);
      expect(out).not.toContain(birthDate);
    }
    const values = new Set(out.match(/"[^"]*"/gu));
    for (const { id } of county.persons) expect(values.has(`"${id}"`)).toBe(false);
  });

  it("asks for the masked values that the chosen reports read, and for no others", async () => {
    const yulin = ["--policy", "yulin-notice", "--set", "document74Exemptions=", "--json"];
    const ask = async (only: string) => {
      const { out } = await call("report", "out/plan.json", "--instance", "county.json", ...yulin, "--only", only);
      const { issues = [] } = JSON.parse(out) as { issues?: { code: string; path: string[] }[] };
      return issues.filter(({ code }) => code === "parameter-required").map(({ path: [, name] }) => name);
    };
    expect(await ask("R19")).toContain("titleRuralYears");
    expect(await ask("R1")).not.toContain("titleRuralYears");
  });

  it("refuses unknown reports, other files than workbooks and wrong dates, all at once", async () => {
    const { code, out } = await call(
      "report",
      ...PLAN,
      "--only",
      "R99",
      "--out",
      "a.pdf",
      "--decided",
      "soon",
      "--json",
    );
    expect(code).toBe(2);
    const { issues } = JSON.parse(out) as { issues: { path: string[] }[] };
    expect(issues.map(({ path: [option] }) => option)).toEqual(["--only", "--out", "--decided"]);
  });

  it("makes no report of a plan that breaks its rules", async () => {
    const plan = JSON.parse(await readFile(path("out/plan.json"), "utf8")) as { moves: object[] };
    await writeJson(terminal, "broken.json", { ...plan, moves: plan.moves.slice(1) });
    const rest = ["--instance", "county.json", ...POLICY, "--out", "broken.xlsx"];
    const { code } = await call("report", "broken.json", ...rest);
    expect(code).toBe(3);
    await expect(readFile(path("broken.xlsx"))).rejects.toThrow("ENOENT");
  });
});
