import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { verifyPlan } from "../src/planner/verify-plan.ts";
import { CORRUPTIONS } from "./corruptions.ts";
import type { HandPlan } from "./hand-plan.ts";
import { handPlan } from "./hand-plan.ts";
import { MOVES, instance, policy } from "./verify-county.ts";

/**
 * Every figure that verification gives of one county, and every rule that it finds broken on plans that ways of spoiling make of
 * it: subject, unit, sense and the facts of a sentence are nowhere else compared whole.
 *
 * `UPDATE_GOLDEN=1` writes them anew; what changes is to be read.
 */
const FILE = new URL("verify-figures.json", import.meta.url);
/** Places that a way of spoiling picks. */
const PICKS = [0, 3];

/** Returns the rules of the policy that are broken on the plans that ways of spoiling make. */
function findings(valid: HandPlan): readonly unknown[] {
  const found = Object.values(CORRUPTIONS).flatMap((spoil) =>
    PICKS.flatMap((from) => {
      let number = from;
      const spoiled = spoil(valid, (bound) => number++ % bound);
      const report = spoiled === undefined ? undefined : verifyPlan({ ...valid, plan: spoiled.plan });
      return report?.violations.filter(({ rule }) => !rule.startsWith("plan:")) ?? [];
    }),
  );
  return [...new Set(found.map((violation) => JSON.stringify(violation)))]
    .sort()
    .map((text) => JSON.parse(text) as unknown);
}

test("figures and findings are those that were read", async () => {
  const valid = handPlan({ instance, policy, moves: MOVES });
  const { levels } = verifyPlan(valid);
  const now = {
    levels: Object.fromEntries(levels.map(({ name, recomputed }) => [name, recomputed])),
    measures: valid.plan.measures,
    findings: findings(valid),
  };
  if (process.env["UPDATE_GOLDEN"] === "1") {
    writeFileSync(FILE, await format(JSON.stringify(now), { parser: "json", printWidth: 120 }));
  }
  expect(JSON.parse(JSON.stringify(now))).toEqual(JSON.parse(readFileSync(FILE, "utf8")));
});
