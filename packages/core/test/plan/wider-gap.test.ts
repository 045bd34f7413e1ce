import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { planCounty } from "../../src/index.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** A plan that makes schools less even says so. */

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
  const gaps = outcome.warnings.filter(({ code }) => code === "wider-gap" || code === "gap-over-limit");
  return [outcome.status, ...gaps.map(({ message }) => message.zh)];
}

test("by the coefficient of variation before and after, at two decimals", async () => {
  expect(await warned(300)).toEqual(["planned", "小学校际每百名学生骨干教师数的差异系数由0.00升至1.00"]);
});

test("not where the gap becomes smaller", async () => {
  // A has nearly all pupils: with both teachers there nearly every pupil has the same.
  expect(await warned(100_000)).toEqual(["planned"]);
});

test("also where an aim about it gives way, and with the limit that it states", async () => {
  const wider = "小学校际每百名学生骨干教师数的差异系数由0.00升至1.00";
  const aim = (more: object) => rule("balance", { set: { set: "backbone" }, level: "balance", ...more });
  expect(await warned(300, aim({}))).toEqual(["planned", wider]);
  expect(await warned(300, aim({ cvAtMost: { primary: 0.5 } }))).toEqual([
    "planned",
    wider,
    "“balance”：小学校际差异系数升至1.00，超过0.5",
  ]);
  // At the limit it is kept, and what was over it before is not lifted.
  expect(await warned(300, aim({ cvAtMost: { primary: 1 } }))).toEqual(["planned", wider]);
  expect(await warned(100_000, aim({ cvAtMost: { primary: 0.001 } }))).toEqual(["planned"]);
});
