// Installs where needed, builds, runs every test, and closes with "N passed, N failed".
// --failures N adds N failures of earlier steps to the count. Further arguments go to vitest.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bin, build, ensureInstalled } from "./pnpm.mjs";
import { countTests, isUnfinished, summaryLine } from "./summary.mjs";

/** @import { Counts, FileResult } from "./summary.mjs" */

/**
 * Runs vitest once.
 * @param {readonly string[]} args
 * @returns {{ code: number, files: FileResult[] }}
 */
function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), "lungang-test-"));
  try {
    const file = join(folder, "report.json");
    const code = bin("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...args]);
    return { code, files: JSON.parse(readFileSync(file, "utf8")).testResults };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs the tests and counts them. Files whose process died (no test failed, Node itself did not survive) are named and
 * run once more; a process that dies again is a failure.
 * @param {readonly string[]} args
 * @returns {Counts & { died?: number }}
 */
function runTests(args) {
  const first = runVitest(args);
  const died = first.files.filter(isUnfinished).map((file) => file.name);
  if (died.length === 0) return withOtherErrors(first);
  console.error(`The processes of these files died. They are run once more:\n${died.join("\n")}`);
  const again = runVitest(died);
  const files = [...first.files.filter((file) => !isUnfinished(file)), ...again.files];
  return { ...withOtherErrors({ code: again.code, files }), died: died.length };
}

/**
 * Counts a run. Vitest also fails on errors outside any test, which its report does not count.
 * @param {{ code: number, files: readonly FileResult[] }} run
 * @returns {Counts}
 */
function withOtherErrors({ code, files }) {
  const counts = countTests(files);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Installs, builds and tests; a step that breaks counts as one failure.
 * @param {readonly string[]} args
 * @returns {Counts & { died?: number }}
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
