/**
 * The counts of one test run.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts - of tests
 *
 * What vitest's json reporter says of one file.
 * @typedef {{ name: string, status: string, assertionResults: readonly { status: string }[] }} FileResult
 */

/**
 * Counts what files hold. A file that broke before any of its tests, or whose process died before its last test, counts
 * as one failure.
 * @param {readonly FileResult[]} files
 * @returns {Counts}
 */
export function countTests(files) {
  const tests = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const count = (/** @type {string[]} */ ...wanted) => tests.filter((status) => wanted.includes(status)).length;
  const broken = files.filter(
    (file) => isUnfinished(file) || (file.status === "failed" && !file.assertionResults.some(hasFailed)),
  );
  return { passed: count("passed"), failed: count("failed") + broken.length, skipped: count("skipped", "todo") };
}

/**
 * Returns whether tests of a file have no result although none failed: the process that ran it died.
 * @param {FileResult} file
 * @returns {boolean}
 */
export function isUnfinished({ assertionResults }) {
  return !assertionResults.some(hasFailed) && assertionResults.some((test) => test.status === "pending");
}

/** @param {{ status: string }} test */
function hasFailed(test) {
  return test.status === "failed";
}

/**
 * The closing line of a test run.
 * @param {Counts & { died?: number }} counts - `died`: files that were run again because their process had died
 * @returns {string}
 */
export function summaryLine({ passed, failed, skipped, died = 0 }) {
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (died > 0) parts.push(`${died} run again because the process died`);
  return parts.join(", ");
}
