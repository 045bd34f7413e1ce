import { join } from "node:path";
import { conformanceTests } from "@lungang/solver-testkit";
import { describe, expect, test } from "vitest";
import { createHighsSolver } from "./index.ts";

const data = process.env["LUNGANG_DATA"];
const cases = conformanceTests(
  createHighsSolver,
  data === undefined ? {} : { models: join(data, "models/yalps/cases") },
);

describe("conformance of highs", () => {
  for (const { name, run } of cases) {
    test(name, async () => {
      await expect(run()).resolves.toBeUndefined();
    });
  }
  test("runs all cases", () => {
    expect(cases.length).toBe(data === undefined ? 0 : 46);
  });
});
