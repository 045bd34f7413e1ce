// Installs where needed, builds, runs every test, and closes with "N passed, N failed".
// --failures N adds N failures of earlier steps to the count. Further arguments go to vitest.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bin, build, ensureInstalled } from "./pnpm.mjs";
import { countTests, summaryLine } from "./summary.mjs";

/**
 * Runs the tests and reads their counts.
 * @param {readonly string[]} args
 * @returns {import("./summary.mjs").Counts}
 */
function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), "lungang-test-"));
  try {
    const file = join(folder, "report.json");
    const code = bin("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...args]);
    const counts = countTests(JSON.parse(readFileSync(file, "utf8")));
    // Vitest also fails on errors outside any test, which its report does not count.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Installs, builds and tests; a step that breaks counts as one failure.
 * @param {readonly string[]} args
 * @returns {import("./summary.mjs").Counts}
 */
function testAll(args) {
  try {
    ensureInstalled();
    build();
    return runTests(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const { values, positionals } = parseArgs({
  options: { failures: { type: "string", default: "0" } },
  allowPositionals: true,
});
const counts = testAll(positionals);
const failed = counts.failed + Number(values.failures);
console.log(summaryLine({ ...counts, failed }));
process.exitCode = failed === 0 ? 0 : 1;
