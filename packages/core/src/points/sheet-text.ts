import type { Text } from "../instance/issue.ts";
import { pointsText } from "./decimal.ts";
import type { PointSheet, ScoredItem } from "./score.ts";

/**
 * Returns the points of a person line by line, as the person gets them: disputes are about items.
 *
 * @public
 */
export function pointSheetLines(sheet: PointSheet): readonly Text[] {
  const cut = pointsText(sheet.cut);
  return [
    ...sheet.items.map(itemLine),
    ...(sheet.cut === 0 ? [] : [{ zh: `超过上限，扣除 ${cut} 分`, en: `above the cap, ${cut} points off` }]),
    { zh: `合计 ${pointsText(sheet.total)} 分`, en: `total ${pointsText(sheet.total)} points` },
    ...sheet.atPosts.flatMap(({ post, items, total }) => [
      ...items.map(itemLine),
      { zh: `在岗位“${post}”合计 ${pointsText(total)} 分`, en: `total at post "${post}" ${pointsText(total)} points` },
    ]),
  ];
}

function itemLine({ item, units, text, source }: ScoredItem): Text {
  const from = source === undefined ? "" : ` [${source}]`;
  return {
    zh: `${item}：${pointsText(units)} 分（${text.zh}）${from}`,
    en: `${item}: ${pointsText(units)} points (${text.en})${from}`,
  };
}
