import { planCounty, verifyPlan } from "@lungang/core";
import type { Settings } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { countyOf, post, school, teacher } from "../../core/test/small-county.ts";
import { policyOf } from "./sentences.ts";

/** Policies that send people down take no ordinary teacher up, unless a subject is short there. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = { latitude: 34, longitude: 109 };
const SETTINGS: Readonly<Record<string, Settings>> = {
  "yulin-notice": {
    quotaShare: "100%",
    document74Exemptions: "pregnancy",
    exchangeScope: "county",
    backboneShare: "0%",
  },
  "detailed-measures": { quotaShare: "100%", expertShare: "0%" },
  "national-2014": { schoolYears: 6, leaderYears: 8, termMonths: 36, backboneShare: "0%" },
};

/**
 * Two are due and live in town: one works there and one in a village near by. A village far away has a vacancy, and the town
 * may have one.
 */
async function goals(name: string, vacancies: number) {
  const settled = { tenureStart: "2023-09-01", residence: at };
  const instance = countyOf({
    schools: [
      school({ id: "T", area: "urban", coordinates: at }),
      school({ id: "V", area: "rural", quality: "weak", coordinates: { ...at, latitude: 34.1 } }),
      school({ id: "W", area: "rural", quality: "weak", coordinates: { ...at, latitude: 34.5 } }),
    ],
    posts: [post("T", 3 + vacancies), post("V", 3), post("W", 3)],
    persons: [
      ...["T1", "T2", "V1", "V2", "W1", "W2"].map((id) => teacher({ id, homeSchool: id.charAt(0), ...settled })),
      teacher({ id: "town", homeSchool: "T", residence: at }),
      teacher({ id: "village", homeSchool: "V", residence: at }),
    ],
  });
  const policy = policyOf(name, SETTINGS[name] ?? {});
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  const told = outcome.plan.violations.filter(({ rule }) => rule === "notUpwards").map(({ about }) => about);
  return [outcome.plan.moves.map(({ person, to }) => `${person}>${to}`), told];
}

const NAMES = ["yulin-notice", "detailed-measures"];

test.each(NAMES)("%s: nobody fills from a village the post that a colleague of the town leaves", async (name) => {
  expect(await goals(name, 0)).toEqual([["town>V", "village>W"], []]);
});

test.each(NAMES)("%s: to the town where a subject is short there", async (name) => {
  expect(await goals(name, 1)).toEqual([["town>V", "village>T"], []]);
});

test.each(Object.keys(SETTINGS))("%s has it as a price", (name) => {
  expect(policyOf(name, SETTINGS[name] ?? {}).rules.filter(({ id }) => id === "notUpwards")).toMatchObject([
    { rule: "prerequisite", strength: "soft" },
  ]);
});
