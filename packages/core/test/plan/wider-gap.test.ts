import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { planCounty } from "../../src/index.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** A plan that makes schools less even says so, unless the policy has an aim about it. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = { latitude: 34, longitude: 109 };
const backbone = { honours: ["backboneCounty" as const], residence: at };
const BACKBONE = { attr: "person.honours", op: "has", value: ["backboneCounty"] };

/** Two schools with as many pupils; the backbone teacher of B is due, and A has room. */
const instance = (pupils: number) =>
  countyOf({
    schools: [
      school({ id: "A", students: pupils, coordinates: at }),
      school({ id: "B", students: 300, coordinates: at }),
    ],
    posts: [post("A", 3), post("B", 2)],
    persons: [
      teacher({ id: "a1", homeSchool: "A", tenureStart: "2023-09-01", ...backbone }),
      teacher({ id: "b1", homeSchool: "B", ...backbone }),
      teacher({ id: "b2", homeSchool: "B", tenureStart: "2023-09-01", residence: at }),
    ],
  });

async function warned(pupils: number, ...rules: readonly object[]) {
  const policy = policyOf({
    sets: { backbone: BACKBONE },
    eligibility: { backbone: "backbone" },
    rules: [rule("quota", { share: "100%" }), ...rules],
    levels: ["compliance", "balance"],
  });
  const outcome = await planCounty({ instance: instance(pupils), policy, solver, limits: { relativeGap: 0 } });
  const gaps = outcome.warnings.filter(({ code }) => code === "wider-gap");
  return [outcome.status, ...gaps.map(({ message }) => message.zh)];
}

test("by the coefficient of variation before and after, at two decimals", async () => {
  expect(await warned(300)).toEqual(["planned", "小学校际每百名学生骨干教师数的差异系数由0.00升至1.00"]);
});

test("not where the gap becomes smaller", async () => {
  // A has nearly all pupils: with both teachers there nearly every pupil has the same.
  expect(await warned(100_000)).toEqual(["planned"]);
});

test("not where the policy itself has an aim about it", async () => {
  expect(await warned(300, rule("balance", { set: { set: "backbone" }, level: "balance" }))).toEqual(["planned"]);
});
