import { planCounty, verifyPlan } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import type { SchoolInput } from "@lungang/core";
import { countyOf, post, school, teacher } from "../../core/test/small-county.ts";
import { policyOf } from "./sentences.ts";

/** YL-01: exchange between schools of one county, also where an alliance crosses its border. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = { latitude: 34, longitude: 109 };
const settings = { document74Exemptions: "pregnancy", backboneShare: "0%", quotaShare: "100%" };

/** The one of A who is due may go to B near by or to C, all of one alliance. */
async function goal(counties: Readonly<Record<string, string>>) {
  const place = (id: string, latitude: number): SchoolInput => {
    const county = counties[id];
    const rest = { coordinates: { ...at, latitude }, alliances: ["L"], ...(county === undefined ? {} : { county }) };
    return school({ id, ...rest });
  };
  const instance = countyOf({
    schools: [place("A", 34), place("B", 34.1), place("C", 34.5)],
    posts: [post("A", 2), post("B", 2), post("C", 2)],
    persons: [
      teacher({ id: "due", homeSchool: "A", residence: at }),
      ...["A", "A", "B", "C"].map((id, k) =>
        teacher({ id: `${id}${k}`, homeSchool: id, residence: at, tenureStart: "2023-09-01" }),
      ),
    ],
  });
  const policy = policyOf("yulin-notice", settings);
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  return outcome.plan.moves.map(({ to }) => to).join();
}

test("the school of another county is left out, and one that states none is not", async () => {
  expect(await goal({ A: "one", B: "two", C: "one" })).toBe("C");
  expect(await goal({ A: "one", B: "one", C: "one" })).toBe("B");
  expect(await goal({})).toBe("B");
});
