import { expect, it } from "vitest";
import type { SelectionRecord, SelectionStep } from "./candidates.ts";
import { candidatesOf } from "./candidates.ts";

const step = (id: string, recorded: SelectionStep["recorded"] = "each"): SelectionStep => ({
  id,
  source: "XR-04",
  text: { zh: id, en: id },
  recorded,
});

const STEPS = [step("publish", "once"), step("apply", "byApplication"), step("check"), step("approve")];

const rows = (...all: readonly (readonly [step: string, person: string | undefined, passed?: boolean])[]) =>
  all.map(([id, person, passed = true], at): SelectionRecord => ({ at, step: id, person, passed }));

it("approves who passed every step, and says where everybody else stopped", () => {
  const records = rows(["publish", undefined], ["check", "a"], ["approve", "a"], ["check", "b", false], ["check", "c"]);
  expect(candidatesOf(STEPS, ["a", "b", "c", "d"], records)).toEqual({
    candidates: [
      { person: "a", passed: ["publish", "apply", "check", "approve"], stoppedAt: null, because: null },
      { person: "b", passed: ["publish", "apply"], stoppedAt: "check", because: "failed" },
      { person: "c", passed: ["publish", "apply", "check"], stoppedAt: "approve", because: "open" },
      { person: "d", passed: ["publish", "apply"], stoppedAt: "check", because: "open" },
    ],
    issues: [],
  });
});

it("refuses a step of a candidate that comes after one that was skipped or failed", () => {
  const { candidates, issues } = candidatesOf(
    STEPS,
    ["a", "b"],
    rows(["publish", undefined], ["approve", "a"], ["check", "b", false], ["approve", "b"]),
  );
  expect(candidates.map(({ stoppedAt }) => stoppedAt)).toEqual(["check", "check"]);
  expect(issues.map(({ code, path }) => [code, path?.[1]])).toEqual([
    ["step-out-of-turn", 1],
    ["step-out-of-turn", 3],
  ]);
  expect(candidatesOf(STEPS, ["a"], rows(["check", "a"])).issues).toMatchObject([{ code: "step-out-of-turn" }]);
});
