import { describe, expect, it } from "vitest";
import type { RecordableStep, StepRecord } from "./recorded-steps.ts";
import { recordedSteps } from "./recorded-steps.ts";

const named = (id: string, more: Partial<RecordableStep> = {}): RecordableStep => ({
  id,
  source: "YY-14",
  text: { zh: `第${id}步`, en: `step ${id}` },
  gate: false,
  ...more,
});

const STEPS = [named("a", { gate: true }), named("b", { due: "08-22" }), named("c")];

const records = (...rows: readonly (readonly [step: string, on: string | undefined, passed: boolean])[]) =>
  rows.map(([step, on, passed], at): StepRecord => ({ at, step, on, passed }));

const codes = (rows: readonly StepRecord[]) =>
  recordedSteps(STEPS, rows).issues.map(({ code, path }) => [code, ...(path ?? [])]);

describe("recorded steps", () => {
  it("stand as they were recorded, late ones after the day they were due", () => {
    const rows = records(["a", "2025-08-20", true], ["b", "2025-08-23", true]);
    expect(recordedSteps(STEPS, rows)).toEqual({
      steps: [
        { step: "a", state: "passed", on: "2025-08-20", isLate: false },
        { step: "b", state: "passed", on: "2025-08-23", isLate: true },
        { step: "c", state: "open", on: null, isLate: false },
      ],
      issues: [],
    });
    expect(recordedSteps(STEPS, records(["a", undefined, true], ["b", "2025-08-22", true])).steps[1]?.isLate).toBe(
      false,
    );
  });

  it("do not go past a gate that failed or was not recorded, whatever the order of the rows", () => {
    expect(codes(records(["a", undefined, false], ["c", undefined, true]))).toEqual([
      ["step-out-of-turn", "procedure", 1, "step"],
    ]);
    expect(codes(records(["c", undefined, true], ["b", undefined, true]))).toEqual([
      ["step-out-of-turn", "procedure", 1, "step"],
      ["step-out-of-turn", "procedure", 0, "step"],
    ]);
    expect(codes(records(["c", undefined, true], ["a", undefined, true]))).toEqual([]);
  });

  it("are not dated before a step that comes before, and recorded once", () => {
    expect(codes(records(["a", "2025-08-20", true], ["c", "2025-08-19", true]))).toEqual([
      ["step-before-its-turn", "procedure", 1, "on"],
    ]);
    expect(codes(records(["a", "2025-08-20", true], ["a", "2025-08-21", true]))).toEqual([
      ["step-recorded-twice", "procedure", 1, "step"],
    ]);
  });
});
