import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { countyOf, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import { comparePlans, dearestFirst, planVariants, withoutEachRule } from "../src/index.ts";
import { endedAt } from "./ended-solver.ts";

const solver = createHighsSolver();
const other = createHighsSolver();

afterAll(async () => {
  await solver.close();
  await other.close();
});

const HERE = { latitude: 34, longitude: 109 };

const instance = countyOf({
  schools: ["A", "B", "C"].map((id) => school({ id, establishment: 4, coordinates: HERE })),
  posts: [post("A", 1), post("B", 1), post("C", 1)],
  persons: ["p1", "p2", "p3"].map((id) => teacher({ id, homeSchool: "A", residence: HERE })),
});

const quota = (share: string) => rule("quota", { share, who: { all: [] } });
const aims = [rule("postBalance", { level: "shortfall", weight: 1 })];

test("each rule is left out in turn, and its own level is no price", async () => {
  const rules = [quota("1/3"), rule("total", { max: 1 }), ...aims];
  const policy = policyOf({ rules, levels: ["shortfall"] });
  const request = { instance, policy, solver };
  const outcome = await planCounty(request);
  if (outcome.status !== "planned") throw new Error(outcome.status);
  const heard: string[] = [];
  const results = await planVariants({ request, outcome }, withoutEachRule(policy), {
    onResult: ({ name }) => heard.push(name),
  });
  expect(results.map(({ name }) => name)).toEqual(policy.rules.map(({ id }) => id));
  expect(heard).toEqual(results.map(({ name }) => name));
  // A second solver changes nothing.
  const asked: number[] = [];
  const further = async (most: number) => {
    asked.push(most);
    return [other];
  };
  const thrice = Array.from({ length: 3 }, () => withoutEachRule(policy)).flat();
  const again = await planVariants({ request, outcome }, thrice, { further });
  expect(again).toEqual([...results, ...results, ...results]);
  await planVariants({ request, outcome }, thrice.slice(0, 4), { further });
  expect(asked).toEqual([2]);
  // Lots are no value, and what decides between two plans is found with little effort too.
  const levels = results.flatMap((result) => result.levels.map(({ name }) => name));
  expect([levels.includes("shortfall"), levels.includes("lottery")]).toEqual([true, false]);
  const quick = await planVariants({ request, outcome }, withoutEachRule(policy), { exact: false });
  expect(quick.map(({ price }) => price?.lead)).toEqual(results.map(({ price }) => price?.lead));
  const found = Object.fromEntries(results.map(({ name, price }) => [name, price]));
  // Without a bound on the total of its own the policy asks for what its quota asks: one.
  expect(found["postBalance"]).toBeNull();
  expect(found["quota"]).toBeNull();
  const wider = policyOf({ rules: [quota("2/3"), rule("total", { max: 2 }), ...aims], levels: ["shortfall"] });
  const tighter = policyOf({ rules: [quota("100%"), rule("total", { max: 1 }), ...aims], levels: ["shortfall"] });
  const stopped = { outcome, request: { ...request, signal: AbortSignal.abort() } };
  await expect(planVariants(stopped, withoutEachRule(policy))).resolves.toEqual([]);
  const named = [
    { name: "same", policy },
    { name: "wider", policy: wider },
    { name: "tighter", policy: tighter },
  ];
  const shown = dearestFirst(await planVariants({ request, outcome }, named), ["shortfall"]);
  expect(shown.map(({ name, status }) => [name, status])).toEqual([
    ["tighter", "infeasible"],
    ["wider", "planned"],
    ["same", "planned"],
  ]);
  expect(shown[1]?.price?.lead).toMatchObject({ level: "shortfall", before: 1, after: 0, proven: true });
  const two = await planCounty({ ...request, policy: wider });
  if (two.status !== "planned") throw new Error(two.status);
  const difference = comparePlans(outcome.plan, two.plan);
  expect(difference.people).toHaveLength(1);
  expect(difference.levels).toMatchObject([{ level: "shortfall", before: 1, after: 0 }]);
  expect(difference.schools.find(({ school: id }) => id === "A")).toMatchObject({ movesOut: [1, 2], working: [2, 1] });
});

test("a variant that an interruption ends in the middle has no result: it would be kept as that of the whole", async () => {
  const four = (share: string) => policyOf({ rules: [quota(share), ...aims], levels: ["shortfall"] });
  const policy = four("1/3");
  const outcome = await planCounty({ instance, policy, solver });
  if (outcome.status !== "planned") throw new Error(outcome.status);
  const series = ["2/3", "1/3", "100%"].map((share) => ({ name: share, policy: four(share) }));
  const plan = async (endsAt: number) => {
    const { solver: ending, signal, calls } = endedAt(solver, endsAt);
    const told = await planVariants({ outcome, request: { instance, policy, solver: ending, signal } }, series);
    return { told, solves: calls() };
  };
  const { told: whole, solves } = await plan(0);
  expect([whole.length, solves > 2]).toEqual([3, true]);
  for (let endsAt = 1; endsAt <= solves; endsAt++) {
    const { told } = await plan(endsAt);
    expect([endsAt, told]).toEqual([endsAt, whole.slice(0, told.length)]);
    expect(told.length).toBeLessThan(3);
  }
});

test("where the backend breaks, both lanes end and say so", async () => {
  const policy = policyOf({ rules: [quota("1/3"), ...aims], levels: ["shortfall"] });
  const outcome = await planCounty({ instance, policy, solver });
  if (outcome.status !== "planned") throw new Error(outcome.status);
  const asked: string[] = [];
  const broken = { ...solver, capabilities: solver.capabilities, solve: () => Promise.reject(new Error("broken")) };
  const explained = { outcome, request: { instance, policy, solver: broken } };
  const wider = policyOf({ rules: [quota("2/3"), ...aims], levels: ["shortfall"] });
  const many = Array.from({ length: 9 }, (_, at) => ({ name: `v${at}`, policy: wider }));
  const options = {
    onResult: ({ name }: { readonly name: string }) => asked.push(name),
    further: async () => [solver],
  };
  await expect(planVariants(explained, many, options)).rejects.toThrow("broken");
  expect(asked.length).toBeLessThan(2);
});
