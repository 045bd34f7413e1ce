import type { Plan } from "@lungang/core/plan";
import { readXlsxBook } from "@lungang/tabular";
import { openCounty } from "lungang/node";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

/** `init --after`: the county of the next year, from the plan of this one. */

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty(5, 90);

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  const made = await call(
    "plan",
    "county.json",
    "--policy",
    "detailed-measures",
    "--set",
    "quotaShare=20%",
    "--out",
    "p",
  );
  if (made.code !== 0) throw new Error(made.err);
});

describe("the county of the next year", () => {
  it("has everybody where the plan leaves them, and is checked and planned without another word", async () => {
    const { code, out } = await call("init", "next.xlsx", "--after", "p/plan.json", "--lang", "zh");
    expect([code, out]).toEqual([0, expect.stringContaining("lungang check next.xlsx")]);
    const { moves } = JSON.parse(await readFile(path("p/plan.json"), "utf8")) as Plan;
    expect(moves.length).toBeGreaterThan(0);
    const opened = await openCounty(path("next.xlsx"));
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    expect(opened.value.planYear).toBe(county.planYear + 1);
    const people = new Map(opened.value.persons.map((person) => [person.id, person]));
    const homeOf = (id: string) => people.get(id)?.currentSchool ?? people.get(id)?.homeSchool;
    expect(moves.map(({ person }) => homeOf(person))).toEqual(moves.map(({ to }) => to));
    // Who is placed for the first time exchanges nothing.
    const exchanged = moves.filter(({ form }) => form !== "recruit");
    const last = exchanged.map(({ person }) => people.get(person)?.exchanges.at(-1));
    expect(last.map((one) => [one?.to, one?.start])).toEqual(exchanged.map(({ to, start }) => [to, start]));
    // Colleagues stand together: somebody will work in this list.
    const book = await readXlsxBook(await readFile(path("next.xlsx")));
    const [header = [], ...rows] = (book.ok ? book.value.sheets : []).find(({ name }) => name === "人员")?.rows ?? [];
    const at = ["人事关系学校", "现任教学校"].map((title) => header.indexOf(title));
    const schools = rows.map((cells) => cells[at[1] ?? -1] ?? cells[at[0] ?? -1]);
    expect(schools.filter((school, row) => school !== schools[row - 1])).toHaveLength(new Set(schools).size);
    // Whoever works in it knows the names of schools, and not their ids.
    const names = new Set(county.schools.map(({ name }) => name));
    expect(schools.filter((school) => !names.has(String(school)))).toEqual([]);
    // The workbook names policy and settings itself.
    const checked = await call("check", "next.xlsx", "--lang", "zh");
    expect([checked.code, checked.out.includes("《教师交流轮岗调配管理实施办法》")]).toEqual([0, true]);
    expect((await call("plan", "next.xlsx", "--out", "q")).code).toBe(0);
  });

  it("is refused beside options that say something else, each with what to do", async () => {
    const { code, err } = await call("init", "x.xlsx", "--after", "p/plan.json", "--appoint", "--lang", "zh");
    expect([code, err.includes("--appoint")]).toEqual([2, true]);
    const missing = await call("init", "x.xlsx", "--after", "none/plan.json", "--lang", "zh");
    expect(missing.code).toBe(2);
    await expect(readFile(path("x.xlsx"))).rejects.toThrow("ENOENT");
  });
});
