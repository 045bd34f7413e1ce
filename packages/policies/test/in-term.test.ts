import { indexCounty, verifyRoster } from "@lungang/core";
import type { Instance } from "@lungang/core";
import { decideEligibility } from "@lungang/core/policy";
import type { Policy } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { smallCounty } from "./counties/small.ts";
import { MASKED } from "./masked-values.ts";
import { planned, policyOf } from "./sentences.ts";

/** HL-11: a backbone teacher whose exchange runs leaves neither the host nor the county; nor does who moved with the relation. */

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

/** Somebody of school A who came there with the relation for a term of three years. */
function withTerm(planYear: number, end: string) {
  const exchanges = [{ from: "D", to: "A", form: "rotation" as const, start: `${planYear - 1}-09-01`, end }];
  return {
    a3: {
      exchanges,
      tenureStart: `${planYear - 1}-09-01`,
      application: { volunteer: true, homeConsent: true, wishes: ["D"] },
    },
    a1: { livesAt: 12 },
  };
}

test("XC-01, XC-12: a wish within the term waits, and goes once the term is over", async () => {
  const settings = { namedSchool: "none", yearlyMoves: 1, termMonths: 36 };
  const staff = policyOf("xx-county-2021", settings);
  const at = (end: string) => smallCounty({ planYear: 2021, people: withTerm(2021, end) });
  const movers = async (end: string) => (await planned(at(end), staff, solver)).plan.moves.map(({ person }) => person);
  expect(await movers("2021-08-31")).toEqual(["a3"]);
  expect(await movers("2023-08-31")).not.toContain("a3");
  const moves = [{ person: "a3", to: "D", post: "D-语文" }];
  const { violations } = verifyRoster({ instance: at("2023-08-31"), policy: staff, moves });
  expect(violations.map(({ rule }) => rule)).toContain("plan:must-not-move");
});

const standingOf = (instance: Instance, policy_: Policy, id: string) => {
  const { county: indexed, decisions } = decideEligibility(indexCounty(instance).county, policy_, []);
  return decisions[indexed.personIndex.get(id) ?? -1]?.standing;
};

const MANY_LAST = [1, 2, 3, 4].map((survey) => ({ survey: `${survey}`, rank: 9, of: 9 }));

test.each([
  ["daxuequ-baqiao", "BQ-18: whom the joint meeting names", { named: true }, "forced"],
  ["gaoxin-flow", "GX-08: whom conduct names", { named: true }, "forced"],
  ["gaoxin-flow", "GX-07: who came last before", { examRanks: MANY_LAST }, "inTerm"],
])("%s: %s within a term", (name, _who, given, standing) => {
  const everywhere = name === "gaoxin-flow" ? { surveyAtCentreOnly: false } : {};
  const settings = { ...MASKED[name], ...everywhere };
  const people = { a3: { ...withTerm(2024, "2026-08-31").a3, ...given } };
  expect(standingOf(smallCounty({ people }), policyOf(name, settings), "a3")).toBe(standing);
  const free = { a3: { ...given, tenureStart: "2023-09-01" } };
  expect(standingOf(smallCounty({ people: free }), policyOf(name, settings), "a3")).toBe("forced");
});
