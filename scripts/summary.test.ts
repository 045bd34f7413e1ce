import { expect, test } from "vitest";
import { countTests, summaryLine } from "./summary.mjs";

const passing = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test("summaryLine names passed and failed, and skipped only where there are some", () => {
  expect(summaryLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(summaryLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});

test("countTests counts todo tests as skipped", () => {
  expect(countTests({ ...passing, numPendingTests: 1, numTodoTests: 2 })).toEqual({ passed: 3, failed: 0, skipped: 3 });
});

test("countTests counts a file that broke while loading as one failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(countTests({ ...passing, testResults }).failed).toBe(1);
});

test("countTests does not count a failed test twice", () => {
  const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
  expect(countTests({ ...passing, numFailedTests: 1, testResults }).failed).toBe(1);
});
