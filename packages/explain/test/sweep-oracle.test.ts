import { planCounty } from "@lungang/core";
import { LOTTERY, formulateCounty } from "@lungang/core/formulation";
import type { PlanLevel } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import type { Level, LinearProgram, Solver } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { Draws } from "@lungang/solver-testkit";
import { afterAll, expect, test } from "vitest";
import { randomCounty } from "../../core/test/random-county.ts";
import type { VariantResult } from "../src/index.ts";
import { planVariants } from "../src/index.ts";

/**
 * What a series of plans says against an oracle that knows no chain: levels minimised one after the other by HiGHS, each held by a
 * plain row, for every point alone.
 */

/** Counties of which some levels are left open after the lead, by their seeds. */
const SEEDS = [19];
const POINTS = 13;
const highs = createHighsSolver();
afterAll(() => highs.close());

/** Takes hardly any columns by itself, so that effort has an end. */
const network = () => createNetworkSolver({ finisher: createHighsSolver(), fewColumns: 0, siftFrom: 0 });

/** Least value of a level where the levels before it are at most so much; undefined where there is no such point. */
async function least(program: LinearProgram, most: readonly number[], level: number): Promise<number | undefined> {
  const cuts = most.map((value, at) => {
    const { cost, offset } = program.levels[at] as Level;
    const columns = Int32Array.from([...cost.keys()].filter((column) => cost[column] !== 0));
    const values = Float64Array.from(columns, (column) => cost[column] as number);
    return { lower: -Infinity, upper: value - offset, columns, values };
  });
  const { termination, primalBound } = await highs.solve(program, { level, cuts, limits: { relativeGap: 0 } });
  if (termination.reason === "infeasible") return undefined;
  expect(termination.reason).toBe("optimal");
  return primalBound;
}

/** A policy with other shares and caps, and now and then without an entry. */
function changed(policy: Policy, draws: Draws): Policy {
  const rules = policy.rules.flatMap((entry) => {
    const params = entry.params as Readonly<Record<string, unknown>>;
    if (entry.id === "quota")
      return [{ ...entry, params: { ...params, share: { numerator: draws.integer(5, 34), denominator: 100 } } }];
    if (entry.rule === "share" && draws.chance(0.5))
      return [{ ...entry, params: { ...params, share: { numerator: draws.integer(1, 3), denominator: 4 } } }];
    if (entry.rule === "perSchool" && draws.chance(0.5))
      return [{ ...entry, params: { ...params, maxOut: draws.integer(1, 3) } }];
    const isAim = ["nearness", "postBalance"].includes(entry.rule);
    return !isAim && draws.chance(0.07) ? [] : [entry];
  });
  return { ...policy, rules };
}

/** Says what is untrue of a level, on the points that keep the levels before it as stated. */
function wrongOf({ name, value, dualBound, reason }: PlanLevel, onFace: number | undefined): readonly string[] {
  if (onFace === undefined) return [`${name}: no point keeps the levels before it`];
  return [
    ...(dualBound === null || dualBound > onFace ? [`${name}: bound ${dualBound}, and ${onFace} is reached`] : []),
    ...(value < onFace ? [`${name}: value ${value}, and nothing is below ${onFace}`] : []),
    ...(reason === "optimal" && value !== dualBound
      ? [`${name}: optimal at ${value} with the bound ${dualBound}`]
      : []),
  ];
}

/** Compares a point with the oracle: leads are exact, bounds bound. */
async function untrue(program: LinearProgram, before: readonly PlanLevel[], told: VariantResult) {
  const levels = program.levels.filter(({ name }) => name !== LOTTERY).map(({ name }) => name);
  const first = await least(program, [], 0);
  if (first === undefined || told.status !== "planned")
    return first === undefined && told.status === "infeasible" ? [] : [`${told.status} with ${first}`];
  expect(told.levels.map(({ name }) => name)).toEqual(levels);
  const best = [first];
  for (let at = 1; at < levels.length; at++) best.push((await least(program, best, at)) ?? NaN);
  const lead = best.findIndex((value, at) => value !== before[at]?.value);
  const wanted = lead === -1 ? undefined : [levels[lead], before[lead]?.value, best[lead], true];
  const { level, before: then, after, proven } = told.price?.lead ?? {};
  const said = told.price === null ? undefined : [level, then, after, proven];
  const wrong =
    JSON.stringify(said) === JSON.stringify(wanted) ? [] : [`lead ${said?.join()} and not ${wanted?.join()}`];
  const stated = told.levels.map(({ value }) => value);
  for (const [at, each] of told.levels.entries()) {
    const isBest = stated.slice(0, at).every((value, index) => value === best[index]);
    wrong.push(...wrongOf(each, isBest ? best[at] : await least(program, stated.slice(0, at), at)));
  }
  return wrong;
}

test.each(SEEDS)("a long series states leads that are exact and bounds that bound (county %i)", async (seed) => {
  const { instance, policy, locks } = randomCounty(seed);
  const [solver, ...others] = [network(), network(), network()] as [Solver, ...Solver[]];
  try {
    const request = { instance, policy, locks, solver, limits: { relativeGap: 0 } };
    const outcome = await planCounty(request);
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const draws = new Draws(seed);
    const series = Array.from({ length: POINTS }, (_, at) => ({ name: `${at}`, policy: changed(policy, draws) }));
    const shared = (count: number) =>
      planVariants({ request, outcome }, series, {
        exact: false,
        further: (most) => Promise.resolve(others.slice(0, Math.min(most, count))),
      });
    const results = await shared(0);
    expect(results.flatMap(({ levels }) => levels).some(({ reason }) => reason === "feasible")).toBe(true);
    for (const [at, told] of results.entries()) {
      const formulated = formulateCounty(instance, series[at]?.policy ?? policy, { locks });
      if (!formulated.ok) throw new Error(JSON.stringify(formulated.issues));
      const wrong = await untrue(formulated.value.formulation.program, outcome.plan.levels, told);
      expect([at, wrong]).toEqual([at, []]);
    }
    // How many solvers share a series decides no lead, and who was faster nothing at all.
    const leads = (told: readonly VariantResult[]) => told.map(({ status, price }) => [status, price?.lead]);
    const three = await shared(2);
    expect(leads(three)).toEqual(leads(results));
    expect(await shared(2)).toEqual(three);
  } finally {
    await Promise.all([solver, ...others].map((each) => each.close()));
  }
});
