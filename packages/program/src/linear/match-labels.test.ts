import { expect, test } from "vitest";
import { NO_MATCH, matchLabels } from "./match-labels.ts";
import type { LabelTable } from "./program.ts";

const GROUPS = {
  move: { rule: "move", source: "", subjectKind: "move" },
  quota: { rule: "quota", source: "YL-06", subjectKind: "rule" },
  school: { rule: "school", source: "", subjectKind: "school" },
};

function table(...labels: readonly (readonly [keyof typeof GROUPS, number])[]): LabelTable {
  const names = [...new Set(labels.map(([name]) => name))];
  return {
    groups: names.map((name) => GROUPS[name]),
    groupOf: Uint16Array.from(labels, ([name]) => names.indexOf(name)),
    subjectOf: Int32Array.from(labels, ([, subject]) => subject),
  };
}

const same = (_kind: string, subject: number) => subject;

test("labels go by rule and subject, whatever the order", () => {
  const found = matchLabels(table(["school", 3], ["move", 1]), table(["move", 1], ["school", 2], ["school", 3]), same);
  expect([...found]).toEqual([2, 0]);
});

test("of several with one label the first goes with the first, and one too many has no match", () => {
  const found = matchLabels(table(["quota", 0], ["quota", 0], ["quota", 0]), table(["quota", 0], ["quota", 0]), same);
  expect([...found]).toEqual([0, 1, NO_MATCH]);
});

test("subjects are translated by their kind; one without a counterpart has no match", () => {
  const subjectIn = (kind: string, subject: number) =>
    kind === "move" ? ([7, NO_MATCH][subject] ?? NO_MATCH) : subject;
  const found = matchLabels(
    table(["move", 0], ["move", 1], ["school", 1]),
    table(["move", 7], ["school", 1]),
    subjectIn,
  );
  expect([...found]).toEqual([0, NO_MATCH, 1]);
});

test("a rule that the other program does not have has no match, and nothing has none in an empty one", () => {
  expect([...matchLabels(table(["quota", 0]), table(["move", 0]), same)]).toEqual([NO_MATCH]);
  expect([...matchLabels(table(["quota", 0]), table(), same)]).toEqual([NO_MATCH]);
});
