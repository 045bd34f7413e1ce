import { verifyRoster } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { smallCounty } from "./counties/small.ts";
import { planned, policyOf } from "./sentences.ts";

/** HL-11: a backbone teacher whose exchange runs leaves neither the host nor the county. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const policy = policyOf("hanling-town", { schoolYears: 6, middleLeast: 0, centerLeast: 0 });

const county = (end: string) =>
  smallCounty({
    people: {
      c1: {
        homeSchool: "A",
        currentSchool: "C",
        honours: ["backboneCounty"],
        exchanges: [{ from: "A", to: "C", form: "rotation", start: "2021-09-01", end }],
      },
    },
  });

const TO_TOWN = { person: "c1", to: "B", post: "B-语文" };

test.each([
  ["2024-09-01", "running", []],
  ["2024-08-31", undefined, ["c1 A"]],
])("an exchange that ends on %s", async (end, reason, returns) => {
  const { plan } = await planned(county(end), policy, solver);
  expect(plan.stays.find(({ person }) => person === "c1")?.reason).toBe(reason);
  expect(plan.returns.map(({ person, to }) => `${person} ${to}`)).toEqual(returns);
});

test("a list that moves somebody in term to town is refused", () => {
  const { violations } = verifyRoster({ instance: county("2024-09-01"), policy, moves: [TO_TOWN] });
  expect(violations.map(({ rule }) => rule)).toContain("plan:must-not-move");
});
