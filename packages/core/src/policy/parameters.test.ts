import { describe, expect, test } from "vitest";
import type { Parameter, ParameterValue } from "./parameters.ts";
import { maskedIssue, parametersUsed, readParameter, substitute } from "./parameters.ts";

const parameter = (type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({
  type,
  source: "YL-06",
  text: { zh: "比例", en: "share" },
  ...more,
});

describe("readParameter", () => {
  const GOOD: readonly (readonly [Parameter["type"], ParameterValue, ParameterValue])[] = [
    ["share", "8%", "8%"],
    ["share", "８％", "8%"],
    ["share", 0.08, "0.08"],
    ["integer", "12", 12],
    ["integer", -3, -3],
    ["boolean", "是", true],
    ["boolean", "no", false],
    ["boolean", true, true],
    ["text", " zone ", "zone"],
    ["list", "a, b，c；d、", ["a", "b", "c", "d"]],
    ["list", ["a", "b"], ["a", "b"]],
    ["monthDay", "08-31", "08-31"],
    ["date", "2024-02-29", "2024-02-29"],
    ["distance", 100, 100_000],
    ["distance", "7.5", 7500],
    ["distance", "１５ 公里", 15_000],
    ["distance", "15km", 15_000],
  ];

  test.each(GOOD)("%s %j gives %j", (type, given, value) => {
    expect(readParameter("p", parameter(type), given)).toEqual(value);
  });

  const BAD: readonly (readonly [Parameter["type"], ParameterValue])[] = [
    ["share", "eight"],
    ["integer", "1.5"],
    ["integer", ""],
    ["boolean", "maybe"],
    ["text", ""],
    ["list", 5],
    ["monthDay", "02-30"],
    ["monthDay", "02-29"],
    ["monthDay", "8-31"],
    ["date", "2023-02-29"],
    ["date", "31.08.2024"],
    ["distance", "near"],
    ["distance", -1],
    ["distance", "1.2345"],
    ["distance", "100 m"],
  ];

  test.each(BAD)("%s %j is an issue with an example", (type, given) => {
    const issue = readParameter("p", parameter(type, { example: "x" }), given);
    expect(issue).toMatchObject({
      code: "invalid-parameter",
      severity: "error",
      example: "--set p=x",
      source: "YL-06",
    });
  });

  test("metres where kilometres are asked for are recognised", () => {
    expect(readParameter("p", parameter("distance"), "15000")).toMatchObject({
      code: "invalid-parameter",
      advice: { zh: "是否应为“15”？" },
    });
  });

  test("words outside of the choices are an issue that names them", () => {
    const choices = { choices: ["school", "zone"] };
    expect(readParameter("p", parameter("text", choices), "zone")).toBe("zone");
    expect(readParameter("p", parameter("text", choices), "city")).toMatchObject({ expected: "school, zone" });
    expect(readParameter("p", parameter("list", choices), "zone, city")).toMatchObject({ code: "invalid-parameter" });
  });
});

test("maskedIssue asks the question of the authority", () => {
  const question = { zh: "多少？", en: "How much?" };
  const issue = maskedIssue("rho", parameter("share", { question, example: "8%" }));
  expect(issue).toMatchObject({ code: "parameter-required", question, example: "--set rho=8%", source: "YL-06" });
});

test("parametersUsed and substitute find parameters at any depth", () => {
  const body = { a: [{ $param: "x" }, { b: { $param: "y" } }], c: { $param: "x" }, d: 1 };
  expect([...parametersUsed(body)].sort()).toEqual(["x", "y"]);
  expect(
    substitute(
      body,
      new Map<string, ParameterValue>([
        ["x", 1],
        ["y", ["z"]],
      ]),
    ),
  ).toEqual({
    a: [1, { b: ["z"] }],
    c: 1,
    d: 1,
  });
});
