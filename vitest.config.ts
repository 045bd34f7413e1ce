import { defineConfig } from "vitest/config";

/** Lets every `@lungang/*` import resolve to the source of the sibling, so that tests need no build; the rest are vite's. */
const conditions = ["@lungang/source", "module", "node", "development|production"];

/** Tests that leave nothing behind in their process. */
const UNITS = [
  "packages/{appointment,core,explain,geo,lungang,policies,procedure,program,report,tabular,years}/src/**/*.test.ts",
  "packages/{appointment,cli,core,explain,lungang,policies,report,synthetic,tabular,years}/test/**/*.test.ts",
];
/** What replaces a module: where it is loaded already nothing would be replaced. */
const ALONE = ["packages/lungang/test/unverified.test.ts", "packages/lungang/test/write-files.test.ts"];
const EVERYTHING = [
  "packages/*/src/**/*.test.ts",
  "packages/*/test/**/*.test.ts",
  "examples/**/*.test.ts",
  "bench/**/*.test.ts",
  "scripts/**/*.test.ts",
];
const NONE = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      // They share a process, which loads the packages once: that halves their time.
      {
        extends: true,
        test: {
          name: "units",
          include: UNITS,
          exclude: [...NONE, ...ALONE],
          isolate: false,
          setupFiles: ["scripts/keep-compiled.ts"],
        },
      },
      { extends: true, test: { name: "alone", include: ALONE, exclude: NONE } },
      {
        extends: true,
        test: {
          name: "whole",
          include: EVERYTHING,
          exclude: [...NONE, ...UNITS],
          setupFiles: ["scripts/keep-compiled.ts"],
        },
      },
    ],
    globalSetup: "scripts/report-deaths.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Elsewhere a process per file gives the memory of WebAssembly solvers back when the file ends.
    pool: "forks",
    maxWorkers: 2,
    coverage: { include: ["packages/*/src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
