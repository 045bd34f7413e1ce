import { readFile, readdir } from "node:fs/promises";
import { planSchema } from "@lungang/core/plan";
import { plannedYears, verifyYears } from "@lungang/years";
import { resolvePolicy } from "@lungang/core/policy";
import type { Plan } from "@lungang/core/plan";
import { policyDocument } from "@lungang/policies";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

/** The verb `years`: plans of all years as files, totals, and plans made again. */

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty(5, 90);
const CALL = ["years", "county.json", "--policy", "detailed-measures", "--years", "2"] as const;
const QUOTAS = ["--yearly", "quotaShare=10%,20%"] as const;

interface YearsDocument {
  readonly plans: Plan[];
  readonly totals: { readonly name: string; readonly years: number[]; readonly total: number }[];
  readonly program: { readonly levels: { readonly name: string; readonly value: number }[] } | null;
  readonly changes: { readonly people: number; readonly proven: boolean } | null;
  readonly verified: { readonly moved: number };
}

function parse(text: string): YearsDocument {
  return JSON.parse(text) as YearsDocument;
}

function groundOf(shares: readonly string[]) {
  const policies = shares.map((quotaShare) => {
    const policy = resolvePolicy(policyDocument("detailed-measures"), { settings: { quotaShare } });
    if (!policy.ok) throw new Error("policy");
    return policy.value;
  });
  return { instance: county, policies, years: shares.length };
}

const policiesOf = (plans: readonly Plan[]) => ({
  ...groundOf(["10%", "20%"]),
  policies: plannedYears(groundOf(["10%", "20%"]), plans).map(({ policy }) => policy),
});

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  const first = await call(...CALL, ...QUOTAS, "--out", "first");
  if (first.code !== 0) throw new Error(first.err);
});

const earlier = async () => parse(await readFile(path("first/years.json"), "utf8")).plans;

describe("years", () => {
  it("writes every year into a folder of its own, and all of them into one file", async () => {
    const files = ["plan.json", "轮岗方案-公示.xlsx", "轮岗方案.xlsx"].sort();
    const year = county.planYear;
    expect((await readdir(path("first"))).sort()).toEqual([
      ".lungang-record.json",
      String(year),
      String(year + 1),
      "years.json",
    ]);
    for (const folder of [year, year + 1]) expect((await readdir(path(`first/${folder}`))).sort()).toEqual(files);
    const plans = (await earlier()).map((plan) => planSchema.parse(plan));
    expect(plans.map((plan) => plan.moves.length > 0)).toEqual([true, true]);
    expect(verifyYears(policiesOf(plans), plans)).toMatchObject({ ok: true, findings: [] });
    expect(planSchema.parse(JSON.parse(await readFile(path(`first/${year}/plan.json`), "utf8")))).toEqual(plans[0]);
  });

  it("takes the setting of each year", async () => {
    const targets = (await earlier()).map(
      ({ measures }) => measures.find(({ source, sense }) => source === "DM-04" && sense === "atLeast")?.target,
    );
    const [one = 0, two = 0] = targets;
    expect(two).toBeGreaterThan(one);
  });

  it("prints totals whose bounds are proven, in Chinese and English", async () => {
    const chinese = await call(...CALL, ...QUOTAS);
    expect(chinese.code).toBe(0);
    for (const text of ["合计", "下界", "最优", "2 年共交流", "缺人岗位"]) expect(chinese.out).toContain(text);
    const english = await call(...CALL, ...QUOTAS, "--lang", "en");
    expect(english.out).toContain("people move in 2 years");
    // Names of people stay as they are written.
    expect(english.err).not.toMatch(/\p{Script=Han}/u);
  });

  it("prints one JSON document, also of a rolling plan", async () => {
    const whole = parse((await call(...CALL, ...QUOTAS, "--json")).out);
    const rolling = await call(...CALL, ...QUOTAS, "--method", "rolling", "--json");
    expect(rolling.code).toBe(0);
    const { plans, totals, verified } = parse(rolling.out);
    expect(plans).toHaveLength(2);
    expect(verified.moved).toBe(new Set(plans.flatMap(({ moves }) => moves.map(({ person }) => person))).size);
    const at = totals.findIndex(({ total }, level) => total !== whole.totals[level]?.total);
    expect(totals[at]?.total ?? 0).toBeGreaterThanOrEqual(whole.totals[at]?.total ?? 0);
  });

  it("changes as few people as possible when somebody withdraws", async () => {
    const plans = await earlier();
    const mover = plans[1]?.moves.find(({ from }) => from !== null)?.person ?? "";
    const again = ["--replan", "first/years.json", "--withdraw", mover] as const;
    const { code, out } = await call(...CALL, ...QUOTAS, ...again, "--json");
    expect(code).toBe(0);
    const found = parse(out);
    expect(found.changes?.proven).toBe(true);
    expect(found.plans.flatMap(({ moves }) => moves.map(({ person }) => person))).not.toContain(mover);
    const fixed = await call(...CALL, ...QUOTAS, ...again, "--fixed", "1", "--json");
    expect(fixed.code).toBe(0);
    expect(parse(fixed.out).plans[0]).toEqual(plans[0]);
    const shown = await call(...CALL, ...QUOTAS, ...again);
    expect(shown.out).toContain("已证明最少");
  });

  it.each([
    [["--years", "7"], "--years"],
    [["--yearly", "quotaShare"], "--yearly"],
    [["--withdraw", "T1"], "--withdraw"],
    [["--fixed", "1"], "--fixed"],
    [["--replan", "county.json"], "county.json"],
    [["--replan", "first/years.json", "--withdraw", "nobody"], "nobody"],
    [["--replan", "first/years.json", "--fixed", "2"], "--fixed"],
    [["--replan", "first/years.json", "--years", "3"], "--years"],
    [["--replan", "first/years.json", "--yearly", "quotaShare=50%"], "--replan"],
    [["--yearly", "quotaShare=10%,zehn"], "quotaShare"],
  ])("refuses %j", async (options, named) => {
    const { code, err } = await call(...CALL, ...options);
    expect(code).toBe(2);
    expect(err).toContain(named);
  });

  it("says which year has no plan, and what would have to give", async () => {
    const settings = ["expertShare=100%", "expertTitles=", "expertHonours="].flatMap((pair) => ["--set", pair]);
    const { code, out } = await call(...CALL, ...settings, "--lang", "en");
    expect(code).toBe(3);
    expect(out).toContain(`${county.planYear}: no plan`);
  });

  it("ends with its own code when a limit comes before the first plan", async () => {
    const { code, out } = await call(...CALL, "--time-limit", "0.000001", "--method", "rolling", "--lang", "en");
    expect(code).toBe(4);
    expect(out).toContain("Stopped by the time limit before a plan was found");
  });
});
