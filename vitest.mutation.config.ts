import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The tests of a part, where they are fewer: globs with blanks between. */
const TESTS = process.env["MUTATION_TESTS"]?.split(" ");

/**
 * The tests that mutation testing of verification, eligibility, dates and checks runs: those about them that take seconds,
 * plan nothing and depend on no clock. `@lungang/core` is the copy that is mutated and not the package in node_modules.
 */
export default defineConfig({
  ...base,
  resolve: {
    ...base.resolve,
    alias: [
      { find: /^@lungang\/core$/, replacement: resolve(import.meta.dirname, "packages/core/src/index.ts") },
      {
        find: /^@lungang\/program\/node$/,
        replacement: resolve(import.meta.dirname, "packages/program/src/node.ts"),
      },
    ],
  },
  test: {
    // One project: with those of the other run every test would run once in each.
    isolate: false,
    setupFiles: ["scripts/keep-compiled.ts"],
    include: TESTS ?? [
      "packages/core/src/{eligibility,instance,policy,rules,verify}/**/*.test.ts",
      "packages/core/test/verify-{breaks,corruptions,manifest,tricky-cases}.test.ts",
    ],
    exclude: ["**/node_modules/**"],
    testTimeout: 60_000,
  },
});
