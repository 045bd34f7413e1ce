import type { Text } from "@lungang/core";
import { differenceText } from "@lungang/core/plan";

/** Below it a share of weighted deviations says nothing to a reader. */
const LEAST_SHARE = 0.0001;

/** Returns by how much an aim is worse, at the least where it is a bound; shares that are tiny are told without a number. */
export function worseText(
  { before, after, unit }: { readonly before: number; readonly after: number; readonly unit: string },
  isBound: boolean,
): Text {
  const by = differenceText(before, after, unit);
  if (by.zh.endsWith("%") && (after - before) / before < LEAST_SHARE)
    return isBound ? { zh: "变差", en: "worse" } : { zh: "略微变差（不足 0.01%）", en: "worse by less than 0.01%" };
  return isBound
    ? { zh: `至少变差 ${by.zh}`, en: `worse by ${by.en} at the least` }
    : { zh: `变差 ${by.zh}`, en: `worse by ${by.en}` };
}
