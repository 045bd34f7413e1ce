import type { Text } from "../../instance/issue.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import type { DirectionMatrixParams, MatrixCell } from "./schema.ts";
import { ANY_CLASS } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Limits of one cell of the matrix. */
export type CellLimit = "min" | "max" | "minShare" | "maxShare" | "maxOfReverse";

type Classes = DirectionMatrixParams["classes"];

const ANY: Text = { zh: "各类", en: "any" };

function routeText({ from, to }: MatrixCell, classes: Classes): Text {
  const words = (end: string) =>
    end === ANY_CLASS ? ANY : (classes.find(({ name }) => name === end)?.text ?? { zh: end, en: end });
  const start = words(from);
  const goal = words(to);
  return { zh: `${start.zh}→${goal.zh}`, en: `${start.en} to ${goal.en}` };
}

function limitTexts({ min, max, minShare, maxShare, maxOfReverse, rounding }: MatrixCell): readonly Text[] {
  const least = roundingText(rounding, "atLeast");
  const most = roundingText(rounding, "atMost");
  return [
    ...(min === undefined ? [] : [{ zh: `至少${min}人`, en: `at least ${min}` }]),
    ...(max === undefined ? [] : [{ zh: `至多${max}人`, en: `at most ${max}` }]),
    ...(minShare === undefined
      ? []
      : [{ zh: `不低于${shareText(minShare)}${least.zh}`, en: `at least ${shareText(minShare)}${least.en}` }]),
    ...(maxShare === undefined
      ? []
      : [{ zh: `不高于${shareText(maxShare)}${most.zh}`, en: `at most ${shareText(maxShare)}${most.en}` }]),
    ...(maxOfReverse === undefined
      ? []
      : [
          {
            zh: `不高于反方向的${shareText(maxOfReverse)}${most.zh}`,
            en: `at most ${shareText(maxOfReverse)} of the other way round${most.en}`,
          },
        ]),
  ];
}

/** Returns the sentence that states a direction matrix. */
export function directionMatrixText({ cells, classes }: DirectionMatrixParams): Text {
  const parts = cells.map((cell) => {
    const route = routeText(cell, classes);
    const limits = limitTexts(cell);
    return {
      zh: `${route.zh}${limits.map(({ zh }) => zh).join("、")}`,
      en: `${route.en} ${limits.map(({ en }) => en).join(", ")}`,
    };
  });
  return {
    zh: `交流方向：${parts.map(({ zh }) => zh).join("；")}`,
    en: `Moves by direction: ${parts.map(({ en }) => en).join("; ")}`,
  };
}

/** What can be wrong with a cell of the matrix. */
export const directionMatrixFindings = findingsOf("directionMatrix", {
  missed: ({ count, target, least }: { count: number; target: number; least: boolean }, { about }) => ({
    zh: `${about.zh}方向应${least ? "至少" : "至多"}${target}人，实际${count}人`,
    en: `From ${about.en} ${least ? "at least" : "at most"} ${target} have to move, ${count} do`,
  }),
});
