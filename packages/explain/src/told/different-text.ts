import type { Text } from "@lungang/core";
import type { DifferentPlan, DifferentPlans } from "../different.ts";
import { ENDED } from "./front-text.ts";
import { levelDifferenceText } from "./why-not-text.ts";
import { changedText, joined, same } from "./wording.ts";
import type { Wording } from "./wording.ts";

/**
 * Returns in sentences which other plans are good enough, and whom each places differently.
 *
 * @public
 */
export function differentPlansText({ plans, isAll, limit }: DifferentPlans, wording: Wording): readonly Text[] {
  const each = plans.flatMap((plan, at) => planText(plan, at, wording));
  if (isAll) {
    return [
      { zh: "已证明：除抽签外，没有别的方案同样好。", en: "It is proven that no other plan is as good, lots apart." },
    ];
  }
  const end = limit === null ? [] : [limit === "interrupted" ? ENDED : AT_LIMITS];
  const none =
    plans.length === 0 && limit === null ? [{ zh: "没有找到别的方案。", en: "No other plan was found." }] : [];
  return [...each, ...none, ...end];
}

const AT_LIMITS: Text = {
  zh: "在规定的限度内没有算完，可能还有别的方案。",
  en: "The search ended at its limits: there may be more.",
};

function planText(
  { price, changed, differences, proven }: DifferentPlan,
  at: number,
  wording: Wording,
): readonly Text[] {
  const others = differences.slice(1);
  const apart =
    others.length === 0
      ? same("")
      : {
          zh: `，与前面各方案相差 ${others.join("、")} 人`,
          en: `, ${others.join(", ")} from those before`,
        };
  const most = proven ? { zh: "（已证明为最多）", en: " (proven to be the most)" } : same("");
  const value =
    price === null
      ? { zh: "各项目标与现方案完全相同", en: "as good as the plan in every level" }
      : joined(
          [price.lead, ...price.along].map((difference) => levelDifferenceText(difference, wording)),
          "；",
          "; ",
        );
  const people = changedText(changed, wording);
  return [
    {
      zh: `方案${at + 2}：与现方案相差 ${changed.length} 人${apart.zh}${most.zh}；${value.zh}。`,
      en: `Plan ${at + 2}: ${changed.length} people placed differently from the plan${apart.en}${most.en}; ${value.en}.`,
    },
    { zh: `${people.zh}。`, en: `${people.en}.` },
  ];
}
