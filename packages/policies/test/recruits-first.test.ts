import { planCounty, verifyPlan } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { countyOf, post, school, teacher } from "../../core/test/small-county.ts";
import { policyOf } from "./sentences.ts";

/** 首先 is an order (YL-26, DM-07): rural and weak schools first, elsewhere only where no post is left there, and by name. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = { latitude: 34, longitude: 109 };
const SETTINGS: Readonly<Record<string, object>> = {
  "yulin-notice": { document74Exemptions: "pregnancy", quotaShare: "0%" },
  "detailed-measures": { quotaShare: "0%", expertShare: "0%" },
};

/** Recruits live at the town school, which has two posts open; the village school has some. */
async function placed(
  name: string,
  { recruits, rural, more = {} }: { recruits: number; rural: number; more?: object },
) {
  const instance = countyOf({
    schools: [
      school({ id: "T", area: "urban", coordinates: at }),
      school({ id: "V", area: "rural", quality: "weak", coordinates: { ...at, latitude: 34.2 } }),
    ],
    posts: [post("T", 3), post("V", 1 + rural)],
    persons: [
      ...["T", "V"].map((id) => teacher({ id: `${id}1`, homeSchool: id, residence: at, tenureStart: "2023-09-01" })),
      ...Array.from({ length: recruits }, (_, k) =>
        teacher({ id: `r${k}`, recruitYear: 2024, tenureStart: "2024-09-01", residence: at }),
      ),
    ],
  });
  const policy = policyOf(name, { ...SETTINGS[name], ...more });
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(outcome.status);
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  const { moves, violations } = outcome.plan;
  const told = violations.filter(({ rule }) => rule === "newRecruits").map(({ finding }) => finding.code);
  return [moves.map(({ to }) => to).sort(), told];
}

test.each(Object.keys(SETTINGS))("%s: the rural post first, though the town is nearer", async (name) => {
  expect(await placed(name, { recruits: 1, rural: 1 })).toEqual([["V"], []]);
  expect(await placed(name, { recruits: 2, rural: 2 })).toEqual([["V", "V"], []]);
});

test.each(Object.keys(SETTINGS))("%s: one recruit more than rural posts goes to town, by name", async (name) => {
  expect(await placed(name, { recruits: 2, rural: 1 })).toEqual([["T", "V"], ["newRecruits.elsewhere"]]);
});

test.each(Object.keys(SETTINGS))(
  "%s: where the authority closes the town, the recruit waits and is named",
  async (name) => {
    const closed = { recruits: 2, rural: 1, more: { recruitsElsewhere: false } };
    expect(await placed(name, closed)).toEqual([["V"], ["newRecruits.unplaced"]]);
  },
);
