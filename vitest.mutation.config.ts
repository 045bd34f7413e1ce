import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/**
 * The tests that mutation testing of verification, eligibility and checks runs: those about them that take seconds and
 * depend on no clock. `@lungang/core` is the copy that is mutated and not the package in node_modules.
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
    ...base.test,
    include: [
      "packages/core/src/{eligibility,policy,rules,verify}/**/*.test.ts",
      "packages/core/test/verify-*.test.ts",
      "packages/core/test/plan/{rules-bind,tricky-plans}.test.ts",
    ],
    exclude: ["**/node_modules/**"],
  },
});
