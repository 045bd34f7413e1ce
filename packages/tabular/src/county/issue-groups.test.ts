import type { Issue, SourceLocation } from "@lungang/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupIssues, rowsText } from "./issue-groups.ts";

const issue = (name: string, place: SourceLocation, more: Partial<Issue> = {}): Issue => ({
  code: "coordinates-swapped",
  severity: "error",
  message: { zh: `人员“${name}”的纬度和经度写反了`, en: `Latitude and longitude of person "${name}" are swapped` },
  place: { file: "县.xlsx", sheet: "人员", ...place },
  ...more,
});

test("the same problem of twenty people is one line with a count and the rows", () => {
  const issues = Array.from({ length: 20 }, (_, k) => issue(`T${k}`, { cell: `M${k < 10 ? k + 2 : k + 5}` }));
  const [group, ...others] = groupIssues(issues);
  expect(others).toEqual([]);
  expect(group?.count).toBe(20);
  expect(group?.places).toHaveLength(20);
  expect(group?.message).toEqual({
    zh: "人员“T0”的纬度和经度写反了（同类问题共 20 处：第 2-11、15-24 行）",
    en: 'Latitude and longitude of person "T0" are swapped (20 alike, in rows 2-11、15-24)',
  });
});

test("the first row is named, whatever order the rows were found in", () => {
  const [group] = groupIssues([issue("T9", { cell: "M9" }), issue("T3", { cell: "M3" }), issue("T5", { cell: "M5" })]);
  expect(group?.issue.place?.cell).toBe("M3");
  expect(group?.message.zh).toBe("人员“T3”的纬度和经度写反了（同类问题共 3 处：第 3、5、9 行）");
});

test("another column, sheet, severity or sentence is another problem, and errors come first", () => {
  const warning = issue("T1", { cell: "M2" }, { severity: "warning" });
  const groups = groupIssues([
    warning,
    issue("T1", { cell: "M2" }),
    issue("T1", { cell: "N2" }),
    issue("S1", { cell: "M2", sheet: "学校" }),
    issue("T1", { cell: "M3" }, { message: { zh: "别的", en: "else" } }),
    issue("T2", { cell: "M9" }),
  ]);
  expect(groups.map(({ count, issue: { severity } }) => [severity, count])).toEqual([
    ["error", 2],
    ["error", 1],
    ["error", 1],
    ["error", 1],
    ["warning", 1],
  ]);
});

test("without a cell it is the field that tells problems apart, and not the number of the person", () => {
  const at = (path: readonly (string | number)[], found: string) => issue("T", {}, { path, received: found });
  const groups = groupIssues([
    at(["persons", 3, "sex"], "甲"),
    at(["persons", 7, "sex"], "乙"),
    at(["persons", 7, "title"], "甲"),
    at(["persons", 9, "sex"], "甲"),
  ]);
  expect(groups.map(({ count, received }) => [count, received])).toEqual([
    [3, "甲、乙"],
    [1, "甲"],
  ]);
});

test("one problem keeps its sentence, and lines of text files count as rows", () => {
  expect(groupIssues([issue("T", { line: 7 })])[0]?.message.zh).toBe("人员“T”的纬度和经度写反了");
  expect(rowsText([{ line: 9 }, { line: 8 }, { cell: "A3" }, {}, { line: 9 }])).toBe("3、8-9");
});

test("no issue is lost and none is counted twice", () => {
  const place = fc.record({ cell: fc.constantFrom("A1", "A2", "B7"), sheet: fc.constantFrom("人员", "学校") });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b"), place)), (entries) => {
      const issues = entries.map(([name, at]) => issue(name, at));
      const total = groupIssues(issues).reduce((sum, { count }) => sum + count, 0);
      expect(total).toBe(issues.length);
    }),
    { seed: 5 },
  );
});
