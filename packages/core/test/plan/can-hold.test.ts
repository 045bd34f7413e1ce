import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../../scripts/campaign-size.ts";
import { programOf } from "../../src/index.ts";
import { canHold, formulateCounty } from "../../src/formulation.ts";
import { isSound } from "./answers.ts";
import { bestOfEveryPlan } from "./every-plan.ts";
import { randomCase } from "./random-county.ts";

const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: createHighsSolver(), fewColumns: 0 });

afterAll(async () => {
  await highs.close();
  await network.close();
});

const MOST_PLANS = 4000;

test("rules can hold together where there is a plan, and where there is none something speaks against it", async () => {
  const counts = { planned: 0, infeasible: 0, told: 0 };
  for (let seed = 1; counts.planned + counts.infeasible < cases(8); seed++) {
    const given = randomCase(seed);
    const { instance, policy, locks } = given;
    if (!isSound(given) || !programOf(instance, policy, { locks }).ok) continue;
    const { status } = bestOfEveryPlan(given, MOST_PLANS);
    if (status !== "planned" && status !== "infeasible") continue;
    const made = formulateCounty(instance, policy, { locks });
    if (!made.ok) throw new Error(`seed ${seed} has no program`);
    for (const solver of [highs, network]) {
      const { canHold: found, against } = await canHold(made.value, { solver });
      expect([seed, found]).toEqual([seed, status === "planned"]);
      expect([seed, found, against.length > 0 && found === true]).toEqual([seed, found, false]);
      if (against.length > 0) counts.told++;
      const ids = new Set(policy.rules.map(({ id }) => id));
      expect([seed, against.filter(({ rule }) => !ids.has(rule))]).toEqual([seed, []]);
    }
    counts[status]++;
  }
  expect(Math.min(counts.planned, counts.infeasible, counts.told)).toBeGreaterThan(0);
});
