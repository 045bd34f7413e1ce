import { describe, expect, test } from "vitest";
import type { Decision } from "../eligibility/decision.ts";
import type { Form } from "../policy/policy.ts";
import { expectedDay, expectedDistance, expectedForm, expectedRelation, expectedTerm, whyNotMove } from "./expected.ts";

/** What a planner reads that would be right, in both languages. */

const form = (given: Partial<Form>) => given as Form;
const told = ({ expectedZh, expectedEn }: { expectedZh?: unknown; expectedEn?: unknown }) => [expectedZh, expectedEn];

test("a term is said from month to month, and until when at the latest where it may be longer", () => {
  const term = (min: number, max: number) => told(expectedTerm(form({ termMonths: { min, max } }), "2024-09-01"));
  expect(term(12, 12)).toEqual(["2024年9月至2025年8月", "2024-09-01 to 2025-08-31"]);
  expect(term(12, 36)).toEqual([
    "2024年9月至2025年8月，最迟至2027年8月",
    "2024-09-01 to 2025-08-31, at the latest to 2027-08-31",
  ]);
});

test("a day, a form, where the relation goes, and a distance", () => {
  expect(told(expectedDay("2024-09-01"))).toEqual(["2024年9月1日", "2024-09-01"]);
  expect(told(expectedForm(form({ code: "rotation" })))).toEqual(["定期轮岗", "rotation"]);
  expect(told(expectedRelation(form({ relationMoves: true })))).toEqual(["应调动", "moves"]);
  expect(told(expectedRelation(form({ relationMoves: false })))).toEqual(["不调动", "does not move"]);
  expect(told(expectedDistance(12_345))).toEqual(["12.3 公里", "12.3 km"]);
  expect(told(expectedDistance(0))).toEqual(["0.0 公里", "0.0 km"]);
  expect(told(expectedDistance(-1))).toEqual(["空（无法计算）", "unknown"]);
});

describe("why somebody may not move", () => {
  const reason = (code: string, zh: string, sensitive = false) => ({
    code,
    source: "",
    text: { zh, en: zh },
    sensitive,
  });
  const why = (standing: string, ...reasons: readonly ReturnType<typeof reason>[]) =>
    whyNotMove({ standing, reasons } as unknown as Decision);

  test("is the reason that decides, and not another", () => {
    expect(why("exempt", reason("due", "满年限"), reason("exempt", "临近退休"))).toEqual({
      whyZh: "临近退休",
      whyEn: "临近退休",
    });
    expect(why("notDue", reason("due", "满年限"))).toEqual({});
  });

  test("is not told where one of those that decide is of health or discipline", () => {
    const ill = why("exempt", reason("exempt", "临近退休"), reason("exempt", "重病", true));
    expect(ill).toEqual({ whyZh: "原因见内部版“未交流人员及原因”", whyEn: "the internal edition says why" });
    expect(why("exempt", reason("exempt", "临近退休"), reason("due", "重病", true))).toEqual({
      whyZh: "临近退休",
      whyEn: "临近退休",
    });
  });
});
