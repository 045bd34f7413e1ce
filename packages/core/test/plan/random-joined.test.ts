import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { cases } from "../../../../scripts/campaign-size.ts";
import { compareCase, compareHands } from "../oracle/disagreements.ts";
import { decideEligibility } from "../../src/eligibility/eligibility.ts";
import { indexCounty } from "../../src/instance/county.ts";
import { answerOf, isSound } from "./answers.ts";
import { bestOfEveryPlan } from "./every-plan.ts";
import { randomJoined } from "./random-joined.ts";

/**
 * Counties whose people may teach other posts of their school: plans against every plan that there is, and verification
 * against the second reading, on plans and on rosters by hand.
 *
 * `LUNGANG_SEED` sets the first of the counties.
 */
const CASES = cases(14);
const FIRST = Number(process.env["LUNGANG_SEED"] ?? 1);
const SEEDS = Array.from({ length: CASES }, (_, k) => FIRST + k);
const MOST_PLANS = 1500;

const solver = createHighsSolver();
afterAll(() => solver.close());

test("plans are as good as the best of all plans", { timeout: 300_000 }, async () => {
  const wrong: object[] = [];
  let compared = 0;
  let taught = 0;
  let joined = 0;
  for (const seed of SEEDS) {
    const given = randomJoined(seed);
    if (!isSound(given)) continue;
    const best = bestOfEveryPlan(given, MOST_PLANS);
    if (best.status === "tooMany") continue;
    const found = await answerOf(given, solver);
    compared++;
    if (decideEligibility(indexCounty(given.instance).county, given.policy).county.joined.length > 0) joined++;
    if (best.status === "planned" && best.lines.moves.length > 0 && best.lines.itineraries.length > 0) taught++;
    const values = best.status === "planned" ? best.values : undefined;
    const same = found.status === best.status && JSON.stringify(found.values) === JSON.stringify(values);
    if (!same || (found.status === "planned" && !found.ok)) wrong.push({ seed, found, best: values ?? best.status });
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(CASES / 2);
  expect(taught).toBeGreaterThan(0);
  expect(joined).toBeGreaterThan(CASES / 10);
});

test("verification and the second reading agree on plans and on rosters by hand", { timeout: 300_000 }, async () => {
  const disagreements: string[] = [];
  let [rosters, clean] = [0, 0];
  for (const seed of SEEDS) {
    for (const found of [
      await compareCase(randomJoined(seed), { solver, hands: 5 }),
      await compareHands(randomJoined(seed), 5),
    ]) {
      disagreements.push(...(found?.disagreements ?? []));
      rosters += found?.rosters ?? 0;
      clean += found?.clean ?? 0;
    }
  }
  expect(disagreements).toEqual([]);
  expect(clean / rosters).toBeGreaterThan(0.5);
});
