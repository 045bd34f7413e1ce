import { readFile, readdir, writeFile } from "node:fs/promises";
import { planSchema } from "@lungang/core/plan";
import { verifyPlan } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { resolvePolicy } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import { readXlsxBook, writeCounty } from "@lungang/tabular";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty();
const POLICY = ["--policy", "detailed-measures"] as const;

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  await writeFile(path("county.xlsx"), await writeCounty(county));
});

function parse(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

/** The texts of all cells of a workbook. */
async function cellsOf(name: string): Promise<readonly string[]> {
  const book = await readXlsxBook(await readFile(path(name)));
  if (!book.ok) throw new Error(JSON.stringify(book.issues));
  return book.value.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === "string");
}

describe("plan", () => {
  it("prints one JSON document that is a plan and holds against the verifier", async () => {
    const { code, out } = await call("plan", "county.json", ...POLICY, "--json");
    expect(code).toBe(0);
    const plan = planSchema.parse(parse(out));
    const policy = resolvePolicy(policyDocument("detailed-measures"));
    if (!policy.ok) throw new Error("policy");
    expect(verifyPlan({ instance: county, policy: policy.value, plan }).ok).toBe(true);
    expect(plan.termination).toMatchObject({ reason: "optimal", reproducible: true });
    expect(plan.moves.length).toBeGreaterThan(0);
    expect(Object.keys(plan.moves[0] as object)).toEqual(
      expect.arrayContaining([
        "person",
        "from",
        "to",
        "post",
        "form",
        "start",
        "end",
        "relationMoves",
        "distanceMetres",
      ]),
    );
  });

  it("gives the same moves from the workbook as from JSON", async () => {
    const fromJson = await call("plan", "county.json", ...POLICY, "--json");
    const fromBook = await call("plan", "county.xlsx", ...POLICY, "--json");
    expect(fromBook.code).toBe(0);
    expect((parse(fromBook.out) as unknown as Plan).moves).toEqual((parse(fromJson.out) as unknown as Plan).moves);
  });

  it("writes the plan and two workbooks, all or none", async () => {
    const { code, out } = await call("plan", "county.json", ...POLICY, "--out", "out/first");
    expect(code).toBe(0);
    expect((await readdir(path("out/first"))).sort()).toEqual(
      [".lungang-record.json", "plan.json", "轮岗方案-公示.xlsx", "轮岗方案.xlsx"].sort(),
    );
    expect(out).toContain("plan.json");
    const plan = planSchema.parse(JSON.parse(await readFile(path("out/first/plan.json"), "utf8")));
    const shown = await readXlsxBook(new Uint8Array(await readFile(path("out/first/轮岗方案-公示.xlsx"))));
    const text = JSON.stringify(shown.ok ? shown.value : "");
    for (const { person } of plan.moves) {
      const name = county.persons.find(({ id }) => id === person)?.name ?? "-";
      expect(text).not.toContain(`"${person}"`);
      expect(text).not.toContain(`"${name}"`);
    }
  });

  it("speaks Chinese by default and English when asked", async () => {
    const chinese = await call("plan", "county.json", ...POLICY);
    expect(chinese.out).toContain("已证明为最好结果");
    expect(chinese.err).toContain("求解");
    const english = await call("plan", "county.json", ...POLICY, "--lang", "en");
    expect(english.out).toContain("proven optimal");
    expect(english.err).not.toMatch(/\p{Script=Han}/u);
  });

  it("asks for a masked value with the question and an example", async () => {
    const { code, out, err } = await call("plan", "county.json", "--policy", "yulin-notice", "--json");
    expect(code).toBe(2);
    expect(parse(out)).toMatchObject({
      issues: [
        {
          code: "parameter-required",
          source: "YL-09",
          example: "--set document74Exemptions=pregnancy,lactation,seriousIllness,longSickLeave",
        },
      ],
    });
    expect(err).toBe("");
  });

  it("takes settings, the last of a name wins", async () => {
    const { out } = await call(
      "plan",
      "county.json",
      ...POLICY,
      "--set",
      "quotaShare=50%",
      "--set",
      "quotaShare=20%",
      "--json",
    );
    const plan = parse(out) as unknown as Plan;
    const quota = plan.measures.find((measure) => measure.rule === "quota");
    expect(quota?.met).toBe(true);
    const usual = parse((await call("plan", "county.json", ...POLICY, "--json")).out) as unknown as Plan;
    const before = usual.measures.find((measure) => measure.rule === "quota")?.target ?? 0;
    expect(quota?.target).toBeGreaterThanOrEqual(2 * before - 1);
  });

  it("says what has to give where no plan exists, and prints no moves", async () => {
    const impossible = [
      "plan",
      "county.json",
      ...POLICY,
      "--set",
      "expertShare=100%",
      "--set",
      "expertTitles=",
      "--set",
      "expertHonours=",
    ];
    const { code, out } = await call(...impossible, "--json");
    expect(code).toBe(3);
    const answer = parse(out);
    expect(answer).toMatchObject({ termination: { reason: "infeasible" }, levels: expect.any(Array) as unknown });
    expect(answer["leastViolations"]).toEqual(
      expect.arrayContaining([expect.objectContaining({ source: "DM-05" }) as unknown]),
    );
    expect(answer).not.toHaveProperty("moves");
    const human = await call(...impossible);
    expect(human.code).toBe(3);
    expect(human.out).toContain("DM-05");
    expect(human.out).toContain(county.county.name);
    expect(human.out).not.toContain("experts");
  });

  it("leaves a workbook that says why there is no plan, beside a plan from before, until there is one", async () => {
    const impossible = ["--set", "expertShare=100%", "--set", "expertTitles=", "--set", "expertHonours="];
    const plan = (...more: string[]) => call("plan", "county.json", ...POLICY, "--out", "blocked", ...more);
    expect((await plan()).code).toBe(0);
    const before = await readFile(path("blocked/plan.json"), "utf8");
    const { code, out } = await plan(...impossible);
    expect([code, out.includes(path("blocked/无方案说明.xlsx"))]).toEqual([3, true]);
    await expect(readFile(path("blocked/plan.json"), "utf8")).resolves.toBe(before);
    const cells = await cellsOf("blocked/无方案说明.xlsx");
    expect(cells).toContain("DM-05");
    expect(cells.filter((cell) => cell.includes("去掉其中任何一条即有方案"))).toHaveLength(1);
    // Every amount has its unit.
    expect(cells.filter((cell) => /(?:放宽|：|可达) \d+(?!\d| ?[人%])/u.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /^\d+ 人$/u.test(cell)).length).toBeGreaterThan(0);
    const again = await plan();
    expect([again.code, again.err.includes("无方案说明.xlsx")]).toEqual([0, true]);
    await expect(readFile(path("blocked/无方案说明.xlsx"))).rejects.toThrow("ENOENT");
  });

  it("says why there is no plan in English, from explain conflict as well", async () => {
    const impossible = ["--set", "expertShare=100%", "--set", "expertTitles=", "--set", "expertHonours="];
    const asked = ["explain", "conflict", "county.json", ...POLICY, "--lang", "en", "--out", "why"] as const;
    expect((await call(...asked, ...impossible)).code).toBe(3);
    const cells = await cellsOf("why/无方案说明.xlsx");
    expect(cells).toContain("kept, as the check finds");
    const chinese = cells.filter((cell) => /\p{Script=Han}/u.test(cell.replaceAll(county.county.name, "")));
    expect(chinese).toEqual([]);
    expect((await call(...asked)).code).toBe(0);
  });

  it("ends with 4 when the clock stops it before the first plan", async () => {
    const { code, out } = await call("plan", "county.json", ...POLICY, "--time-limit", "0.000001", "--json");
    expect(code).toBe(4);
    expect(parse(out)).toMatchObject({ termination: { reason: "noSolutionFound", limit: "time" } });
    expect(parse(out)).not.toHaveProperty("moves");
  });

  it("stops when interrupted before the first plan", async () => {
    const { code, out } = await terminal.callUntil("判断交流资格", "plan", "county.json", ...POLICY, "--json");
    expect(code).toBe(4);
    expect(parse(out)).toMatchObject({ termination: { limit: "interrupted" } });
  });

  for (const level of [3, 5, 7]) {
    it(`keeps the best plan when interrupted in level ${level}`, async () => {
      const { code, out } = await terminal.callUntil(`求解 ${level}/8`, "plan", "county.json", ...POLICY, "--json");
      expect(code).toBe(0);
      expect(parse(out)).toMatchObject({
        termination: { reason: "feasible", limit: "interrupted", reproducible: false },
      });
    });
  }

  it("refuses a program that the solver cannot take, in one sentence", async () => {
    await writeJson(terminal, "larger.json", smallCounty(20, 600));
    const { code, out } = await call("plan", "larger.json", ...POLICY, "--solver", "jslp", "--json");
    expect(code).toBe(2);
    expect(parse(out)).toMatchObject({ issues: [{ code: "unsupported-model" }] });
  });
});

describe("locks", () => {
  it("hold, and one bad lock refuses all of them", async () => {
    const plan = parse((await call("plan", "county.json", ...POLICY, "--json")).out) as unknown as Plan;
    const [first] = plan.moves.filter((move) => move.form === "rotation");
    if (first === undefined) throw new Error("nobody rotates");
    await writeJson(terminal, "locks.json", [{ person: first.person, stay: true, reason: "毕业班" }]);
    const held = parse(
      (await call("plan", "county.json", ...POLICY, "--lock", "locks.json", "--json")).out,
    ) as unknown as Plan;
    expect(held.moves.map((move) => move.person)).not.toContain(first.person);
    expect(held.stays.find((stay) => stay.person === first.person)?.reason).toBe("locked");

    await writeJson(terminal, "bad.json", [
      { person: first.person, stay: true, reason: "毕业班" },
      { person: "nobody", stay: true, reason: "x" },
    ]);
    const bad = await call("plan", "county.json", ...POLICY, "--lock", "bad.json", "--json");
    expect(bad.code).toBe(2);
    expect(parse(bad.out)).toMatchObject({ issues: [{ path: ["locks", 1, "person"] }] });

    await writeJson(terminal, "shape.json", [{ person: first.person, stays: true }]);
    const shape = await call("plan", "county.json", ...POLICY, "--lock", "shape.json", "--json");
    expect(parse(shape.out)).toMatchObject({ issues: [{ code: "invalid-lock", place: { file: "shape.json" } }] });
  });
});

describe("overrides", () => {
  it("are logged in the manifest", async () => {
    const { code, out } = await call(
      "plan",
      "county.json",
      ...POLICY,
      "--override",
      "quota=经局长办公会同意",
      "--json",
    );
    expect(code).toBe(0);
    expect((parse(out) as unknown as Plan).manifest.overrides).toEqual([
      { rule: "quota", source: "DM-04", reason: "经局长办公会同意" },
    ]);
  });

  it("are refused for rules that must hold and without a reason", async () => {
    const hard = await call("plan", "county.json", ...POLICY, "--override", "experts=因为", "--json");
    expect(hard.code).toBe(2);
    expect(parse(hard.out)).toMatchObject({
      issues: [{ received: "experts", expected: "protection, quota, leadershipTeam" }],
    });
    const silent = await call("plan", "county.json", ...POLICY, "--override", "quota=", "--json");
    expect(silent.code).toBe(2);
  });
});
