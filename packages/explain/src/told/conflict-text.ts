import type { Text } from "@lungang/core";
import { amountText } from "@lungang/core/plan";
import type { Conflict, Repair } from "../conflict.ts";
import type { Wording } from "./wording.ts";
import { joined, quoted, same } from "./wording.ts";

/**
 * Returns what makes a policy infeasible, and what helps, in sentences.
 *
 * @public
 */
export function conflictText(conflict: Conflict | undefined, wording: Wording): readonly Text[] {
  if (conflict === undefined)
    return [{ zh: "各项规定可以同时满足，没有冲突。", en: "All rules can hold together: there is no conflict." }];
  const { rules, minimal, repairs } = conflict;
  if (rules.length === 0)
    return [
      {
        zh: "去掉政策的全部硬性规定仍没有方案：请核对期满返回、新招聘和已定人员是否都有岗位。",
        en: "Without any hard rule of the policy there is still no plan: look at those who come back, recruits and decisions taken before.",
      },
    ];
  const list = joined(
    rules.map((rule) => quoted(wording.names.rule(rule))),
    "、",
    ", ",
  );
  return [
    rulesText(list, { isOne: rules.length === 1, isMinimal: minimal === "yes" }),
    ...placesTexts(conflict, wording),
    ...repairs.map((repair) => repairText(repair, wording)),
  ];
}

/** One rule conflicts with none: it cannot be kept by itself. */
function rulesText(
  { zh, en }: Text,
  { isOne, isMinimal }: { readonly isOne: boolean; readonly isMinimal: boolean },
): Text {
  if (isOne)
    return isMinimal
      ? {
          zh: `按现有数据，${zh}无法满足；不作这一要求即有方案。`,
          en: `${en} cannot hold; without it there is a plan.`,
        }
      : {
          zh: `按现有数据，${zh}无法满足；限度内未能确认不作这一要求即有方案。`,
          en: `${en} cannot hold; within the limits it was not found whether there is a plan without it.`,
        };
  return isMinimal
    ? {
        zh: `下列规定不能同时满足：${zh}。去掉其中任何一条即有方案。`,
        en: `These rules cannot hold together: ${en}. Without any one of them there is a plan.`,
      }
    : {
        zh: `下列规定不能同时满足：${zh}。限度内未能确认其中每一条都必要。`,
        en: `These rules cannot hold together: ${en}. Within the limits it was not found whether each of them is needed.`,
      };
}

/** Places that are named; of more the number and what they allow in all are told. */
const NAMED = 6;

function placesTexts({ at }: Conflict, { names }: Wording): readonly Text[] {
  // A rule about the county says where it holds.
  if (at === null || at.places.every(({ about }) => about.kind === "county")) return [];
  const { places, minimal, capacities } = at;
  const caps = capacities.map(({ rule, places: count, most }): Text => {
    const title = quoted(names.rule(rule));
    return {
      zh: `${title.zh}涉及 ${count} 处，合计至多 ${most}。`,
      en: `${title.en} is about ${count} places, and allows ${most} in all.`,
    };
  });
  if (places.length > NAMED) {
    const many = {
      zh: `冲突涉及 ${places.length} 处，不是少数几处造成的。`,
      en: `The conflict runs over ${places.length} places; it is not that of a few.`,
    };
    return [many, ...caps];
  }
  const list = joined(
    places.map(({ rule, about }): Text => {
      const [title, where] = [quoted(names.rule(rule)), names.subject(about)];
      return { zh: `${title.zh}（${where.zh}）`, en: `${title.en} (${where.en})` };
    }),
    "、",
    ", ",
  );
  const each =
    minimal === "yes"
      ? { zh: "去掉其中任何一处即有方案。", en: "Without any one of them there is a plan." }
      : { zh: "限度内未能确认每一处都必要。", en: "Within the limits it was not found whether each is needed." };
  return [{ zh: `具体是：${list.zh}。${each.zh}`, en: `Namely: ${list.en}. ${each.en}` }];
}

function repairText({ rule, gives, measures, verified }: Repair, { names }: Wording): Text {
  const title = names.rule(rule);
  const parts = gives.map(({ about, amount, unit }): Text => {
    const where = names.subject(about);
    const much = amountText(amount, unit);
    return { zh: `${where.zh}放宽 ${much.zh}`, en: `${where.en} by ${much.en}` };
  });
  const list = joined(parts, "，", ", ");
  const reached = joined(
    measures.map(({ about, value, target, unit }): Text => {
      const [where, has, wants] = [names.subject(about), amountText(value, unit), amountText(target, unit)];
      return {
        zh: `该条在${where.zh}达到 ${has.zh}（要求 ${wants.zh}）`,
        en: `${where.en} has ${has.en} of the ${wants.en} that this rule asks for`,
      };
    }),
    "；",
    "; ",
  );
  const then = measures.length === 0 ? same("") : { zh: `此时${reached.zh}。`, en: ` Then ${reached.en}.` };
  const checked = verified
    ? { zh: "经另行复核，其余规定全部满足。", en: " A second check finds all other rules kept." }
    : {
        zh: "核验发现其他规定也受影响，请勿直接采用。",
        en: " The check finds other rules broken too: do not use it as it is.",
      };
  return {
    zh: `如只放宽${quoted(title).zh}，至少需：${list.zh}。${then.zh}${checked.zh}`,
    en: `If only ${quoted(title).en} gives: ${list.en} at the least.${then.en}${checked.en}`,
  };
}
