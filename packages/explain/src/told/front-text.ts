import type { Text } from "@lungang/core";
import { amountText } from "@lungang/core/plan";
import type { Front, FrontPoint } from "../front.ts";
import { joined, quoted, same } from "./wording.ts";
import type { Wording } from "./wording.ts";

/**
 * Returns in sentences what two levels cost each other: which levels are held, how many plans there are, and where more may
 * be.
 *
 * @param unitOf - the unit of each of the two levels
 * @public
 */
export function frontText(
  { levels, held, points, endsFound, open }: Front,
  units: readonly [string, string],
  wording: Wording,
): readonly Text[] {
  const [one, other] = [quoted(wording.level(levels[0])), quoted(wording.level(levels[1]))] as const;
  const before = joined(
    held.map((name) => quoted(wording.level(name))),
    "、",
    ", ",
  );
  const kept =
    held.length === 0
      ? { zh: "其他目标都排在后面。", en: "All other levels come after them." }
      : {
          zh: `排在前面的${before.zh}始终保持最优，其他目标排在后面。`,
          en: `${before.en} come first and stay at their best; all other levels come after.`,
        };
  const unproven = points.filter(({ proven }) => !proven).length;
  const doubt =
    unproven === 0 ? same("") : { zh: `其中 ${unproven} 个尚未证明。`, en: ` ${unproven} of them are not proven.` };
  const found = {
    zh: `${one.zh}与${other.zh}之间的取舍有 ${points.length} 个方案，每一个都没有别的方案在两项上同时更好。${doubt.zh}`,
    en: `Between ${one.en} and ${other.en} there are ${points.length} plans, none of which is beaten in both.${doubt.en}`,
  };
  return [found, kept, endsFound ? openText(open.length) : ENDED, ...exchangeText(points, units, [one, other])];
}

/** What is said of a search that somebody interrupted. */
export const ENDED: Text = {
  zh: "没有算完就停止了，可能还有别的方案。",
  en: "It was ended before it was done: there may be more.",
};

function openText(count: number): Text {
  if (count === 0) return { zh: "这些就是全部。", en: "These are all there are." };
  return {
    zh: `另有 ${count} 处相邻方案之间没有算完，可能还有别的方案；加大 --points 可以继续。`,
    en: `Between ${count} pairs of neighbours there may be more: a larger --points goes on.`,
  };
}

/** What the first step away from the best of the first level buys of the second. */
function exchangeText(
  points: readonly FrontPoint[],
  units: readonly [string, string],
  [one, other]: readonly [Text, Text],
): readonly Text[] {
  const [first, next] = points;
  if (first === undefined || next === undefined) return [];
  const more = amountText(next.values[0] - first.values[0], units[0]);
  const less = amountText(first.values[1] - next.values[1], units[1]);
  return [
    {
      zh: `从${one.zh}最优的方案起，让${one.zh}增加 ${more.zh}，${other.zh}可减少 ${less.zh}。`,
      en: `From the best of ${one.en}: ${more.en} more of it take ${less.en} off ${other.en}.`,
    },
  ];
}

/**
 * Returns the values of a point in words, each in its unit.
 *
 * @public
 */
export function frontPointText({ values }: FrontPoint, units: readonly [string, string]): readonly [Text, Text] {
  return [amountText(values[0], units[0]), amountText(values[1], units[1])];
}
