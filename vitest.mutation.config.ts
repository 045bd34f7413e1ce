import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Folders of core whose unit tests alone are run, for a part that they cover: `instance,policy`. */
const UNITS = process.env["MUTATION_UNITS"];

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
    include:
      UNITS === undefined
        ? [
            "packages/core/src/{eligibility,instance,policy,rules,verify}/**/*.test.ts",
            "packages/core/test/verify-{breaks,corruptions,manifest,tricky-cases}.test.ts",
          ]
        : [`packages/core/src/{${UNITS},none}/**/*.test.ts`],
    exclude: ["**/node_modules/**"],
    testTimeout: 60_000,
  },
});
