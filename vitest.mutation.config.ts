import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/**
 * The tests of core for mutation testing: `@lungang/core` is the copy that is mutated and not the package in
 * node_modules, and tests that only take time are left out.
 */
export default defineConfig({
  ...base,
  resolve: {
    ...base.resolve,
    alias: [
      { find: /^@lungang\/core$/, replacement: resolve(import.meta.dirname, "packages/core/src/index.ts") },
      {
        find: /^@lungang\/core\/solver-host$/,
        replacement: resolve(import.meta.dirname, "packages/core/src/solver/host.ts"),
      },
    ],
  },
  test: {
    ...base.test,
    include: ["packages/core/src/**/*.test.ts", "packages/core/test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "packages/core/test/acceptance/**", "packages/core/src/solver/**"],
  },
});
