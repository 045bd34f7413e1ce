import { readFile, readdir, writeFile } from "node:fs/promises";
import { readXlsxBook } from "@lungang/tabular";
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

describe("the day of documents", () => {
  /** Every dated line of a workbook. */
  async function daysIn(file: string): Promise<readonly string[]> {
    const book = await readXlsxBook(await readFile(path(file)));
    if (!book.ok) throw new Error(JSON.stringify(book.issues));
    const cells = book.value.sheets.flatMap(({ rows }) => rows.flat());
    return [...new Set(cells.flatMap((cell) => /日期：(.*)$/u.exec(typeof cell === "string" ? cell : "")?.[1] ?? []))];
  }

  it("is that of the decision in the policy, which is said, unless the call names another", async () => {
    const ours = JSON.parse((await call("policies", "detailed-measures", "--json")).out) as { calendar: object };
    const calendar = { ...ours.calendar, deadlines: { decided: "07-20" } };
    await writeJson(terminal, "ours.json", { ...ours, calendar });
    const decided = `${smallCounty().planYear}年7月20日`;
    const said = "文件日期按政策所定的方案确定日";
    const made = await call("plan", "county.json", "--policy", "ours.json", "--out", "dated");
    expect([made.code, made.err.split(said)]).toEqual([0, [expect.anything(), expect.anything()]]);
    expect(await daysIn(`dated/${WORKBOOK}`)).toEqual([decided]);
    expect(await daysIn("dated/轮岗方案-公示.xlsx")).toEqual([decided]);
    const letters = await call("report", "dated/plan.json", "--letters", "letters.html");
    expect(letters.err).toContain(said);
    expect(await readFile(path("letters.html"), "utf8")).toContain(decided);
    const other = await call("report", "dated/plan.json", "--date", "2026-08-01", "--out", "dated.xlsx");
    expect(other.err).not.toContain(said);
    expect(await daysIn("dated.xlsx")).toEqual(["2026年8月1日"]);
  });

  it("is the same for plans over years", async () => {
    const decided = `${smallCounty().planYear}年7月20日`;
    const years = ["years", "county.json", "--policy", "ours.json", "--years", "1"];
    const made = await call(...years, "--out", "dated-years");
    expect([made.code, made.err.includes(`方案确定日：${decided}`)]).toEqual([0, true]);
    expect(await daysIn("dated-years/多年总览.xlsx")).toEqual([decided]);
    const other = await call(...years, "--date", "2026-08-01", "--out", "dated-years");
    expect([other.code, other.err.includes("方案确定日")]).toEqual([0, false]);
    expect(await daysIn("dated-years/多年总览.xlsx")).toEqual(["2026年8月1日"]);
  });

  it("is left open where neither says it", async () => {
    expect((await call(...PLAN, "--out", "plan")).err).not.toContain("文件日期");
    expect(await daysIn(`plan/${WORKBOOK}`)).toEqual(["　　　　年　　月　　日"]);
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
