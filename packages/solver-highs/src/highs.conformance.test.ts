import { join } from "node:path";
import { conformanceTests } from "@lungang/solver-testkit";
import { readModels } from "@lungang/solver-testkit/node";
import { describe, expect, test } from "vitest";
import { createHighsSolver } from "./node.ts";

/** Counted, so that no case is lost without being seen; the models of javascript-lp-solver need the folder of data. */
const CASES = { own: 82, models: 46 };

const data = process.env["LUNGANG_DATA"];
const cases = conformanceTests(
  createHighsSolver,
  data === undefined ? {} : { models: readModels(join(data, "models/yalps/cases")) },
);

describe("conformance of highs", () => {
  for (const { name, run } of cases) {
    test(`case ${name}`, async () => {
      await expect(run()).resolves.toBeUndefined();
    });
  }

  test("runs every case", () => {
    expect(cases.length).toBe(CASES.own + (data === undefined ? 0 : CASES.models));
  });

  test.runIf(data === undefined)(`skips ${CASES.models} models because LUNGANG_DATA is not set`, () => {
    expect(cases.some(({ name }) => name.startsWith("model: "))).toBe(false);
  });
});
