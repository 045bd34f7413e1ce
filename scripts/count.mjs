// Counts the reports of a plan a second time, in Python and from the workbook: in the county of the examples and in a made-up one.
import { bin, ensureInstalled } from "./pnpm.mjs";

ensureInstalled();
process.exitCode = bin("vitest", ["run", "packages/cli/test/count.test.ts"]);
