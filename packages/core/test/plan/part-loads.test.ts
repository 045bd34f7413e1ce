import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { planCounty } from "../../src/index.ts";
import { countyOf, policyOf, rule, school, teacher } from "../small-county.ts";

/** Posts are whole people: who is sent for a few periods a week is told. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = { latitude: 34, longitude: 109 };

/** Who is due goes to B, where so many periods of 16 are needed and so many people are. */
async function warned(periodsPerWeek: number, there = 0) {
  const instance = countyOf({
    schools: ["A", "B"].map((id) => school({ id, coordinates: at })),
    posts: [{ id: "B-语文", school: "B", stage: "primary", subject: "语文", periodsPerWeek, fullLoad: 16 }],
    persons: [
      teacher({ id: "a1", homeSchool: "A", residence: at }),
      teacher({ id: "a2", homeSchool: "A", tenureStart: "2023-09-01" }),
      ...Array.from({ length: there }, (_, k) => teacher({ id: `b${k}`, homeSchool: "B", tenureStart: "2023-09-01" })),
    ],
  });
  const policy = policyOf({ rules: [rule("quota", { share: "100%" })] });
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.warnings
    .filter(({ code }) => code === "part-load-post")
    .map(({ path, received, message }) => [path?.[1], received, /只有(\d+)课时/u.exec(message.zh)?.[1]]);
}

test("three periods of sixteen, and not eight: half a load is a post", async () => {
  expect(await warned(3)).toEqual([["B-语文", "3", "3"]]);
  expect(await warned(7)).toEqual([["B-语文", "7", "7"]]);
  expect(await warned(8)).toEqual([]);
  expect(await warned(16)).toEqual([]);
});

test("beside others what is left for the last counts", async () => {
  expect(await warned(19, 1)).toEqual([["B-语文", "19", "3"]]);
  expect(await warned(24, 1)).toEqual([]);
  expect(await warned(16, 1)).toEqual([["B-语文", "16", "0"]]);
});
