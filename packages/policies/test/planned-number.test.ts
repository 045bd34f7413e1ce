import { planCounty, verifyPlan } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { countyOf, post, school, teacher } from "../../core/test/small-county.ts";
import { policyOf } from "./sentences.ts";

/**
 * A number planned for the year is the authority's own and stands in no source; posts are set by rule. So nobody fills a
 * post beyond its need for the number, and who is missing is told; under the one text that says 均应 the exchange goes first.
 */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = { latitude: 34, longitude: 109 };

/** One person of the centre school is due; the village school needs as many as are there, or one more. */
const county = (needed: number) =>
  countyOf({
    schools: [
      school({ id: "A", area: "town", level: "zone", coordinates: at }),
      school({ id: "B", level: "village", quality: "weak", coordinates: at }),
    ],
    posts: [post("A", 2), post("B", needed)],
    persons: [
      teacher({ id: "a1", homeSchool: "A", residence: at }),
      teacher({ id: "a2", homeSchool: "A", residence: at, statuses: [{ code: "pregnancy" }], sex: "female" }),
      teacher({ id: "b1", homeSchool: "B", residence: at, statuses: [{ code: "pregnancy" }], sex: "female" }),
    ],
  });

async function told(policyName: string, needed: number) {
  const instance = county(needed);
  const policy = policyOf(policyName, { yearlyMoves: 1, ...SETTINGS[policyName] });
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(outcome.status);
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  const { moves, violations } = outcome.plan;
  return [moves.map(({ person }) => person), violations.map(({ rule, amount }) => `${rule} ${amount}`)];
}

const SETTINGS: Readonly<Record<string, object>> = {
  "generic-lungang-18": { termMonths: 24 },
};

test.each(Object.keys(SETTINGS))("%s leaves the number open rather than fill a post beyond its need", async (name) => {
  expect(await told(name, 2)).toEqual([["a1"], []]);
  expect(await told(name, 1)).toEqual([[], ["plannedMoves 1"]]);
});

test("shichang-township sends whom it is due (均应), and says which post is overfilled", async () => {
  expect(await told("shichang-township", 2)).toEqual([["a1"], []]);
  expect(await told("shichang-township", 1)).toEqual([["a1"], ["curriculum 1"]]);
});
