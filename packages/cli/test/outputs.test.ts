import { readFile, readdir, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

/** Nothing that somebody wrote is lost, and a place that cannot be written is known before anything is solved. */

const terminal = openTerminal();
const { call, path } = terminal;
const POLICY = ["--policy", "detailed-measures"] as const;
const PLAN = ["plan", "county.json", ...POLICY] as const;
const YEARS = ["years", "county.json", ...POLICY, "--years", "1", "--method", "rolling"] as const;
const WORKBOOK = "轮岗方案.xlsx";

beforeAll(async () => {
  await writeJson(terminal, "county.json", smallCounty(4, 60));
  await call(...PLAN, "--out", "plan");
});

describe("a second run", () => {
  it("gives the same bytes in every file", async () => {
    const names = await readdir(path("plan"));
    expect(names).toContain(WORKBOOK);
    const before = await Promise.all(names.map((name) => readFile(path(`plan/${name}`))));
    expect((await call(...PLAN, "--out", "plan")).code).toBe(0);
    expect(await Promise.all(names.map((name) => readFile(path(`plan/${name}`))))).toEqual(before);
  });

  it.each([
    ["plan", [...PLAN, "--out", "plan"], `plan/${WORKBOOK}`],
    ["years", [...YEARS, "--out", "years"], `years/${smallCounty().planYear}/${WORKBOOK}`],
    ["report", ["report", "plan/plan.json", "--instance", "county.json", "--out", "reports.xlsx"], "reports.xlsx"],
    ["export", ["export", "lp", "county.json", ...POLICY, "--out", "program.lp"], "program.lp"],
  ])("of %s keeps what somebody has changed, and says so before it solves", async (_verb, argv, file) => {
    expect((await call(...argv)).code).toBe(0);
    const written = await readFile(path(file));
    await writeFile(path(file), "edited");
    const kept = await call(...argv);
    expect([kept.code, kept.out]).toEqual([2, ""]);
    expect(kept.err).toContain(path(file));
    expect(kept.err).toContain("--force");
    expect(kept.err).not.toContain("求解");
    expect(await readFile(path(file), "utf8")).toBe("edited");
    expect((await call(...argv, "--force")).code).toBe(0);
    expect(await readFile(path(file))).toEqual(written);
  });
});

describe("a place that cannot be written", () => {
  it.each(["/dev/null", "/proc/lungang", "county.json"])("%s is refused before the solve", async (place) => {
    for (const argv of [PLAN, YEARS]) {
      const { code, out, err } = await call(...argv, "--out", place);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("处理：");
      expect(err).not.toMatch(/求解|程序出错/u);
    }
  });
});
