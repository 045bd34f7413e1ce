import { planCounty, verifyPlan } from "@lungang/core";
import type { Settings } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { isCampaign } from "../../../scripts/campaign-size.ts";
import { policyNames } from "../src/index.ts";
import { policyOf } from "./sentences.ts";
import { MASKED } from "./masked-values.ts";
import { DATA, perak } from "./perak-county.ts";

/** Every policy whose scope fits on the Chinese-medium primary schools of Perak with made-up people. */

/** No plan here needs them, also where other work is beside. */
const SECONDS = 110;
const GAP = 1e-4;

const highs = createHighsSolver();
afterAll(() => highs.close());

/** What the authority gives, and the least number of moves that a plan has to have. */
const FITTING: Readonly<Record<string, readonly [settings: Settings, leastMoves: number]>> = {
  "banan-chongqing": [{ yearlyMoves: 200, postFillMost: 100, supportMost: 100, leaderShare: "50%" }, 50],
  "county-jiaoliu": [{ schoolYears: 6, yearlyMoves: 100 }, 10],
  "daxuequ-baqiao": [{}, 50],
  "detailed-measures": [{}, 50],
  "gaoping-opinion": [{ termMonths: 36, yearlyMoves: 100 }, 20],
  "gaoxin-flow": [{ ...MASKED["gaoxin-flow"], quotaShare: "5%" }, 50],
  "generic-chengxiang-17": [{ quotaShare: "2%", consentRequired: false, termMonths: 36 }, 5],
  "generic-lungang-18": [{ termMonths: 36, yearlyMoves: 100 }, 50],
  "generic-school-exchange": [{ termMonths: 12 }, 1],
  "implementation-2024": [{}, 1],
  "national-2014": [{ schoolYears: 6, leaderYears: 8, termMonths: 36 }, 50],
  "xx-county-2021": [{ namedSchool: "none", termMonths: 36, yearlyMoves: 100 }, 20],
  "xx-county-report": [{ termMonths: 36, lastPlaceTimes: 2 }, 1],
  "yiyuan-qinglongshan": [{ termMonths: 36, yearlyMoves: 100 }, 50],
  "yulin-notice": [{ document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" }, 50],
};

/** Whose plans take longest: only in a campaign. */
const LONG = new Set(["banan-chongqing", "daxuequ-baqiao", "gaoxin-flow", "national-2014"]);

/** Policies that the list cannot show. */
const UNFITTING: Readonly<Record<string, string>> = {
  "hanling-town": "the list names no township centre schools and no complete middle schools",
  "shichang-township": "the list names no townships and no village schools",
  "zhongwei-pairing": "the list names no pairs",
};

test("every policy is planned here or says why not", () => {
  expect([...Object.keys(FITTING), ...Object.keys(UNFITTING)].sort()).toEqual([...policyNames].sort());
});

describe.skipIf(DATA === undefined)("Perak", () => {
  test.each(Object.keys(FITTING).filter((name) => isCampaign || !LONG.has(name)))("under %s", async (name) => {
    const [settings, leastMoves] = FITTING[name] as (typeof FITTING)[string];
    const instance = perak();
    const policy = policyOf(name, settings);
    const limits = { relativeGap: GAP, timeSeconds: SECONDS };
    const outcome = await planCounty({ instance, policy, solver: highs, limits });
    if (outcome.status !== "planned") throw new Error(`${outcome.status}: ${JSON.stringify(outcome).slice(0, 3000)}`);
    const { plan } = outcome;
    const report = verifyPlan({ instance, policy, plan });
    expect(report.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(report.violations.filter(({ strength }) => strength === "hard")).toEqual([]);
    expect(report.ok).toBe(true);
    expect(plan.moves.length).toBeGreaterThanOrEqual(leastMoves);
  });
});
