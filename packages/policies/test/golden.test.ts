import { readFileSync, writeFileSync } from "node:fs";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import { format } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import { policyNames } from "../src/index.ts";
import { CASES } from "./counties/cases.ts";
import { planned, policyOf, readable } from "./sentences.ts";

/**
 * Every policy plans a small county to the proven optimum; the plan stands in `golden/` in sentences.
 *
 * After a wanted change: `UPDATE_GOLDEN=1 npx vitest run packages/policies/test/golden.test.ts`, then read the difference.
 */

const highs = createHighsSolver();
const jslp = createJslpSolver();
afterAll(() => highs.close());

const UPDATE = process.env["UPDATE_GOLDEN"] === "1";

test("every policy that ships has a small county", () => {
  expect(CASES.map(({ policy }) => policy).sort()).toEqual([...policyNames].sort());
});

describe.each(CASES)("$policy", ({ policy: name, settings = {}, instance, says }) => {
  const policy = policyOf(name, settings);
  const file = new URL(`golden/${name}.json`, import.meta.url);

  test("gives the plan that was read and approved", async () => {
    const plan = { policy: name, settings, ...readable(await planned(instance, policy, highs)) };
    if (UPDATE) writeFileSync(file, await format(JSON.stringify(plan), { parser: "json", printWidth: 120 }));
    expect(plan).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });

  test("explains every move and every missed rule in Chinese, without codes", async () => {
    const { moves, violations, zh } = readable(await planned(instance, policy, highs));
    expect(zh.length).toBeGreaterThanOrEqual(moves.length + violations.length);
    for (const sentence of zh) {
      expect(sentence).toMatch(/^.+[：”].+$/u);
      expect(sentence).not.toMatch(/undefined|原因不明|\/|teaching|primary|junior|senior/u);
    }
  });

  test("gives the same level values with pure JavaScript", async () => {
    const { levels } = JSON.parse(readFileSync(file, "utf8")) as { levels: object };
    expect(readable(await planned(instance, policy, jslp)).levels).toEqual(levels);
  });

  test.each(Object.entries(says))("%s", async (_rule, sentence) => {
    const { moves, stays, returns, measures, violations } = readable(await planned(instance, policy, highs));
    expect([...moves, ...stays, ...returns, ...measures, ...violations]).toContain(sentence);
  });
});
