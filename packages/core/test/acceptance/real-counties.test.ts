import { afterAll, describe, expect, test } from "vitest";
import type { Instance } from "../../src/instance/instance.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { checkCounty } from "../../src/planner/check-county.ts";
import { decideEligibility } from "../../src/eligibility/eligibility.ts";
import { indexCounty } from "../../src/instance/county.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { DATA } from "./data-files.ts";
import { planAndVerify } from "./planned.ts";
import { perak, same, yulinNotice } from "./real-counties.ts";

/** Real lists of schools planned under a real notice, proven at every level and confirmed without the solver. */

const highs = createHighsSolver();
afterAll(() => highs.close());

const GAP = 1e-4;

async function planNotice(instance: Instance, exchangeScope: "alliance" | "zone") {
  const policy = yulinNotice(exchangeScope);
  const planned = await planAndVerify({ instance, policy, solver: highs, limits: { relativeGap: GAP } });
  const { plan, report } = planned;
  expect(report.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(report.violations.filter(({ strength }) => strength === "hard")).toEqual([]);
  expect(report.ok).toBe(true);
  expect(plan.levels.map(({ name }) => name)).toEqual(expect.arrayContaining(policy.levels.map(({ name }) => name)));
  for (const level of plan.levels) {
    expect(level).toMatchObject({ name: level.name, reason: "optimal" });
    expect(level.relativeGap).toBeLessThanOrEqual(GAP);
  }
  return { ...planned, policy };
}

/** Quota and backbone share, recounted from the moves by ids alone. */
function expectShares(plan: Plan, instance: Instance) {
  const persons = new Map(instance.persons.map((person) => [person.id, person]));
  const counted = plan.moves.filter(({ form }) => form !== "recruit");
  const backbone = counted.filter(({ person }) =>
    persons.get(person)?.honours.some((honour) => honour !== "model" && honour !== "excellent"),
  );
  expect(counted.length).toBeGreaterThan(0);
  expect(backbone.length * 10).toBeGreaterThanOrEqual(counted.length * 3);
  const quota = plan.measures.find(({ rule }) => rule === "quota");
  expect(quota).toMatchObject({ met: true, value: counted.length });
  expect(counted.length).toBeGreaterThanOrEqual(quota?.target ?? Infinity);
}

describe.skipIf(DATA === undefined)("Perak under the Yulin notice", () => {
  const EMPTY = "ABC6086";

  test.each(["alliance", "zone"] as const)("inside the district office as %s", async (scope) => {
    const { instance } = perak();
    const { plan } = await planNotice(instance, scope);
    expect(plan.schools.length).toBe(185);
    expectShares(plan, instance);
    const officeOf = new Map(instance.schools.map(({ id, zones }) => [id, zones]));
    const inside = plan.moves.filter(({ form }) => form === "alliance");
    expect(inside.length).toBeGreaterThan(0);
    for (const { from, to } of inside) expect(officeOf.get(to)).toEqual(officeOf.get(from ?? ""));
  });

  test("keeps the school without teachers and pupils", async () => {
    const { instance } = perak();
    expect(instance.schools.filter(({ id }) => !instance.persons.some((p) => p.homeSchool === id))).toMatchObject([
      { id: EMPTY },
    ]);
    const { plan } = await planNotice(instance, "alliance");
    expect(plan.schools.find(({ school }) => school === EMPTY)).toMatchObject({ workingBefore: 0, movesOut: 0 });
  });
});

describe.skipIf(DATA === undefined)("Same under the Yulin notice", () => {
  const { instance, rows } = DATA === undefined ? { instance: undefined, rows: [] } : same();
  const outside = rows.filter(({ ownership }) => ownership === "private");

  test.each(["alliance", "zone"] as const)("inside the ward as %s", async (scope) => {
    if (instance === undefined) throw new Error("no data");
    const { plan } = await planNotice(instance, scope);
    expectShares(plan, instance);
    const ids = new Set(outside.map(({ id }) => id));
    expect(plan.moves.filter(({ from, to }) => ids.has(to) || ids.has(from ?? ""))).toEqual([]);
  });

  test("says that the schools not of the state are out of scope", () => {
    if (instance === undefined) throw new Error("no data");
    const policy = yulinNotice("alliance");
    const check = checkCounty(instance, policy);
    const ids = new Set(outside.map(({ id }) => id));
    const staff = instance.persons.filter(({ homeSchool }) => ids.has(homeSchool ?? ""));
    // The scope also leaves out people without an established post, at whatever school.
    const others = instance.persons.filter((person) => !person.inPost || person.establishment !== "established");
    const outOfScope = new Set([...staff, ...others]).size;
    expect(outside.length).toBe(4);
    expect(staff.length).toBe(outside.reduce((sum, { teachers }) => sum + teachers, 0));
    expect(staff.length).toBeGreaterThan(0);
    expect(check.counts).toMatchObject({ schools: 163, schoolsInScope: 159 });
    expect(check.standings).toContainEqual({ standing: "outOfScope", count: outOfScope });
    expect(check.reasons.find(({ code }) => code === "outOfScope")).toMatchObject({
      rule: "scope",
      source: "YL-01",
      count: outOfScope,
    });
    const { decisions, county } = decideEligibility(indexCounty(instance).county, policy);
    decisions.forEach((decision, index) => {
      if (!ids.has(county.persons[index]?.homeSchool ?? "")) return;
      expect(decision.standing).toBe("outOfScope");
      expect(decision.reasons).toMatchObject([{ code: "outOfScope", source: "YL-01" }]);
    });
  });
});
