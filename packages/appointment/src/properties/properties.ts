import type { Text } from "@lungang/core";
import { onlyShortCircles } from "./circles.ts";
import { examinationOrder, fairAmongFree, noBlockingPair, noJustifiedEnvy, noWaste } from "./envy.ts";
import type { PropertyFinding, PropertyName, PropertyQuestion } from "./finding.ts";
import { floorsHold, onlyWished, ownPostKept, seatsKept } from "./places.ts";
import { agreedSwapsMade, onlyNamedSwaps } from "./swaps.ts";
import { titlesKept } from "./titles.ts";
import { noImprovingTrade, noShortCircle } from "./trades.ts";

/** A property with its checker and what it says, for readers. */
export interface Property {
  readonly text: Text;
  readonly check: (question: PropertyQuestion) => readonly PropertyFinding[];
}

/** Every property that a rule can claim; no checker knows any rule. */
export const PROPERTIES: Readonly<Record<PropertyName, Property>> = {
  seatsKept: { text: { zh: "各岗位均不超员", en: "no post has more people than heads" }, check: seatsKept },
  onlyWished: {
    text: { zh: "只安排到本人志愿岗位", en: "everybody has a post he wished, or none" },
    check: onlyWished,
  },
  ownPostKept: {
    text: { zh: "可留任者均不低于原岗", en: "nobody is below an own post that he keeps" },
    check: ownPostKept,
  },
  noJustifiedEnvy: {
    text: { zh: "没有高分者被低分者越过", en: "nobody is passed over for somebody who ranks behind him" },
    check: noJustifiedEnvy,
  },
  noWaste: { text: { zh: "没有有人愿去的岗位空置", en: "no place stays free that somebody prefers" }, check: noWaste },
  noBlockingPair: {
    text: { zh: "没有人员与岗位双方都更愿意的另配", en: "no person and post would both rather have each other" },
    check: noBlockingPair,
  },
  noImprovingTrade: {
    text: { zh: "不存在人人更满意的互换", en: "no trade is left that suits everybody in it better" },
    check: noImprovingTrade,
  },
  noShortCircle: {
    text: {
      zh: "留任者之间不存在规定长度内的有益互换",
      en: "no circle within the limit is left among those who stayed",
    },
    check: noShortCircle,
  },
  onlyShortCircles: {
    text: {
      zh: "除规定长度内的互换外无人变动",
      en: "nobody moves but in a circle within the limit, or to a free place where that is allowed",
    },
    check: onlyShortCircles,
  },
  floorsHold: {
    text: { zh: "各处最低在岗人数得到保证", en: "enough people stay where a floor asks for them" },
    check: floorsHold,
  },
  fairAmongFree: {
    text: { zh: "准予调出者之间没有高分者被越过", en: "nobody free to go is passed over for somebody behind him" },
    check: fairAmongFree,
  },
  examinationOrder: {
    text: { zh: "按考试名次录取且末位不录", en: "the best of every examination are taken, never the last" },
    check: examinationOrder,
  },
  onlyNamedSwaps: {
    text: { zh: "除双方互相指名的对调外无人变动", en: "nobody moves but in a swap of two who name each other" },
    check: onlyNamedSwaps,
  },
  agreedSwapsMade: {
    text: {
      zh: "双方与两校都同意的同类岗位对调均已办理",
      en: "every swap that both people and both schools agree to is made",
    },
    check: agreedSwapsMade,
  },
  titlesKept: {
    text: { zh: "职称岗位不突破，满额的职称不再调入", en: "nobody comes to a school whose title posts are full" },
    check: titlesKept,
  },
};

/** Checks some properties of a placement; no finding means that all of them hold. */
export function checkProperties(
  question: PropertyQuestion,
  names: readonly PropertyName[],
): readonly PropertyFinding[] {
  return names.flatMap((name) => PROPERTIES[name].check(question));
}
