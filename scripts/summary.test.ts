import { expect, test } from "vitest";
import { countTests, isUnfinished, summaryLine } from "./summary.mjs";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((of) => ({ status: of })),
});

test("summaryLine names passed and failed, and skipped and died only where there are some", () => {
  expect(summaryLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(summaryLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  expect(summaryLine({ passed: 3, failed: 0, skipped: 0, died: 1 })).toBe(
    "3 passed, 0 failed, 1 run again because the process died",
  );
});

test("countTests counts todo tests as skipped", () => {
  const files = [file("passed", "passed", "skipped", "todo"), file("passed", "passed", "todo")];
  expect(countTests(files)).toEqual({ passed: 2, failed: 0, skipped: 3 });
});

test("countTests counts a file that broke while loading as one failure", () => {
  expect(countTests([file("failed")]).failed).toBe(1);
});

test("countTests does not count a failed test twice", () => {
  expect(countTests([file("failed", "failed", "passed")])).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("countTests counts a file whose process died as one failure, and keeps what passed before", () => {
  const died = file("passed", "passed", "pending", "pending", "pending");
  expect(isUnfinished(died)).toBe(true);
  expect(countTests([died])).toEqual({ passed: 1, failed: 1, skipped: 0 });
  const failedFirst = file("failed", "failed", "pending");
  expect(isUnfinished(failedFirst)).toBe(false);
  expect(countTests([failedFirst]).failed).toBe(1);
});
