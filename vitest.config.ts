import { defineConfig } from "vitest/config";

/** Lets every `@lungang/*` import resolve to the source of the sibling, so that tests need no build; the rest are vite's. */
const conditions = ["@lungang/source", "module", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "examples/**/*.test.ts",
      "bench/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.stryker-tmp/**"],
    globalSetup: "scripts/report-deaths.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A process per file gives the memory of WebAssembly solvers back when the file ends.
    pool: "forks",
    maxWorkers: 2,
    coverage: { include: ["packages/*/src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
