import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import { isSound } from "../../core/test/plan/answers.ts";
import { randomCase } from "../../core/test/plan/random-county.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import { overviewOf, overviewSchema, whyEverybody, whyPerson } from "../src/index.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

test("an overview counts what the plan says, and why everybody is why each", async () => {
  let planned = 0;
  for (let seed = 1; planned < cases(4); seed++) {
    const given = randomCase(seed);
    if (!isSound(given)) continue;
    const { instance, policy, locks } = given;
    const request = { instance, policy, locks, solver };
    const outcome = await planCounty(request);
    if (outcome.status !== "planned") continue;
    planned++;
    const { plan } = outcome;
    const ground = { instance, policy, locks, plan };
    const overview = overviewOf(ground);
    expect(overviewSchema.parse(overview)).toEqual(overview);
    const { missing, flows, exchanged, recruits, returned, settled, posts, measures } = overview;
    const short = plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0);
    expect([seed, missing.after]).toEqual([seed, short]);
    expect([seed, missing.before]).toEqual([seed, plan.indicators["postShortfall.before"]]);
    expect(posts.filter(({ missingAfter }) => missingAfter > 0)).toHaveLength(plan.shortfalls.length);
    expect(exchanged + recruits).toBe(plan.moves.length);
    expect(returned + settled).toBe(plan.returns.length);
    expect(flows.reduce((sum, { people }) => sum + people, 0)).toBe(plan.moves.length + returned);
    const judged = measures.filter(({ slack }) => slack !== null);
    expect(judged.map(({ slack }) => (slack ?? 0) >= 0)).toEqual(judged.map(({ met }) => met));
    const everybody = whyEverybody(ground);
    expect(everybody).toHaveLength(overview.people);
    for (const why of everybody.slice(0, 1)) {
      const { alternative: _solved, ...facts } = await whyPerson({ request, outcome }, why.person);
      expect(why).toEqual({ ...facts, alternative: null });
    }
  }
});

const HERE = { latitude: 34, longitude: 109 };

test("an overview says first what gets worse: a post that grows short, and one that nobody is left in", async () => {
  const instance = countyOf({
    schools: [school({ id: "A", coordinates: HERE }), school({ id: "B", coordinates: HERE })],
    posts: [post("A", 1, { id: "A-maths", subject: "数学" }), post("B", 2, { id: "B-maths", subject: "数学" })],
    persons: [
      teacher({ id: "p1", homeSchool: "A", residence: HERE, subjects: [{ subject: "数学", main: true }] }),
      teacher({ id: "p2", homeSchool: "B", residence: HERE, subjects: [{ subject: "数学", main: true }] }),
    ],
  });
  const policy = policyOf({ rules: [rule("total", { max: 1 })] });
  const locks = [{ person: "p1", school: "B", reason: "decided" }];
  const outcome = await planCounty({ instance, policy, locks, solver });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const { missing, emptied, posts } = overviewOf({ instance, policy, locks, plan: outcome.plan });
  expect(missing).toEqual({ before: 1, after: 1, grown: 1, grownAt: ["A"] });
  expect(emptied.map((each) => each.post)).toEqual(["A-maths"]);
  expect(posts.map((each) => [each.post, each.missingBefore, each.missingAfter])).toEqual([
    ["A-maths", 0, 1],
    ["B-maths", 1, 0],
  ]);
});
