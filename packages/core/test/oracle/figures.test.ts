import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { Draws } from "@lungang/solver-testkit";
import { format } from "prettier";
import { expect, test } from "vitest";
import { planOfRoster, verifyPlan } from "../../src/index.ts";
import { RULE_NAMES } from "../../src/policy.ts";
import type { VerifyReport } from "../../src/index.ts";
import { violationText } from "../../src/planner/rule-texts.ts";
import { namesOf } from "../../src/plan/names.ts";
import { isSound } from "../plan/answers.ts";
import type { RandomCase } from "../plan/random-county.ts";
import { randomCase } from "../plan/random-county.ts";
import { takeBackSmallRests } from "./light.ts";
import { spoiled } from "./spoil.ts";
import { World } from "./world.ts";

/**
 * Every figure that verification gives of rosters by hand in small counties in which each rule has its turn: subject, limit,
 * unit, sense, target and the facts of a sentence, which the second reading does not compare.
 *
 * Of each county the file has by how much each rule is broken in all rosters together, how many different findings and figures
 * there are, and their digest. `UPDATE_GOLDEN=1` writes them anew; what changes is to be read.
 */
const FILE = new URL("figures.json", import.meta.url);
const FIRST = 9001;
const SEEDS = Array.from({ length: RULE_NAMES.length }, (_, at) => FIRST + at);
const HANDS = 12;
/** Texts without what is missing. */
const FILLED = /^(?!.*(undefined|NaN|\{\}|\[object|“”|"")).+$/u;

const isUpdate = process.env["UPDATE_GOLDEN"] === "1";
const golden: Record<string, unknown> = isUpdate
  ? {}
  : (JSON.parse(readFileSync(FILE, "utf8")) as Record<string, unknown>);

/** Reports of rosters that a hand makes one from the other. */
async function reportsOf(given: RandomCase): Promise<readonly VerifyReport[]> {
  const { instance, policy, locks, seed } = given;
  const world = new World(instance, given.policyDocument as never, policy.forms, locks);
  takeBackSmallRests(world);
  const draws = new Draws(seed);
  let plan = await planOfRoster({ instance, policy, locks, moves: [] }, "1");
  return Array.from({ length: HANDS }, () => {
    const roster = { ...plan, ...spoiled(world, plan, draws).lines };
    const report = verifyPlan({ instance, policy, locks: [...locks], plan: roster });
    if (report.violations.every(({ rule }) => !rule.startsWith("plan:") || rule.includes("misreported"))) plan = roster;
    return report;
  });
}

test.each(SEEDS)("violations and figures of rosters by hand of county %i are those that were read", async (seed) => {
  const given = randomCase(seed);
  const names = namesOf(given.instance, { policy: given.policy });
  const ids = new Set(given.policy.rules.map(({ id }) => id));
  const broken: Record<string, number> = {};
  const lines = new Set<string>();
  for (const { violations, measures } of isSound(given) ? await reportsOf(given) : []) {
    for (const violation of violations.filter(({ rule }) => ids.has(rule))) {
      const { zh, en } = violationText(violation, names);
      expect([zh, en].filter((sentence) => !FILLED.test(sentence))).toEqual([]);
      broken[violation.rule] = (broken[violation.rule] ?? 0) + violation.amount;
      lines.add(JSON.stringify(violation));
    }
    for (const measure of measures) lines.add(JSON.stringify(measure));
  }
  const digest = createHash("sha256")
    .update([...lines].sort().join("\n"))
    .digest("hex")
    .slice(0, 16);
  const now = { broken, different: lines.size, digest };
  if (isUpdate) {
    golden[seed] = now;
    writeFileSync(FILE, await format(JSON.stringify(golden), { parser: "json", printWidth: 120 }));
  }
  expect(now).toEqual(golden[seed]);
});
