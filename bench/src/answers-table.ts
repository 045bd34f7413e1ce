import type { MeasuredAnswer, Run } from "./run.ts";
import { median } from "./statistics.ts";

const NINE_IN_TEN = 0.9;

/** Returns a line a kind of question, and one on all: to the first level that differs, and to the whole answer. */
export function answersTable(runs: readonly Run[]): readonly string[] {
  const answers = runs.flatMap(({ measured }) => measured?.answers ?? []);
  if (answers.length === 0) return [];
  const heads = ["lead s", "9 in 10", "cpu s", "whole s", "9 in 10", "cpu s", "count"];
  const kinds = [...new Set(answers.map(({ kind }) => kind))];
  const levels = [...new Set(answers.map(({ level }) => level))].map(
    (level) => `${level} ${answers.filter((each) => each.level === level).length}`,
  );
  return [
    `  ${"questions".padEnd(22)}${heads.map((head) => head.padStart(10)).join("")}`,
    ...kinds.map((kind) =>
      line(
        kind,
        answers.filter((each) => each.kind === kind),
      ),
    ),
    line("all", answers),
    `  first difference: ${levels.join(", ")}`,
  ];
}

function line(title: string, answers: readonly MeasuredAnswer[]): string {
  const cells = (["lead", "whole"] as const).flatMap((part) => {
    const seconds = answers.map((answer) => answer[part].seconds);
    const cpu = median(answers.map((answer) => answer[part].cpuSeconds));
    return [median(seconds), quantile(seconds), cpu].map((value) => value.toFixed(2));
  });
  return `  ${title.padEnd(22)}${[...cells, String(answers.length)].map((cell) => cell.padStart(10)).join("")}`;
}

/** The least value that nine in ten do not exceed. */
function quantile(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(NINE_IN_TEN * sorted.length) - 1] as number;
}
