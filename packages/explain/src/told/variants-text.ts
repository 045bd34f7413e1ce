import type { Text } from "@lungang/core";
import { differenceText } from "@lungang/core/plan";
import type { VariantResult } from "../variants.ts";
import type { Wording } from "./wording.ts";
import { quoted } from "./wording.ts";

/**
 * Returns in a few words what a policy that differs in something gives against the plan in hand.
 *
 * @public
 */
export function variantText({ status, price }: VariantResult, wording: Wording): Text {
  if (status === "infeasible") return { zh: "没有方案", en: "no plan" };
  if (status === "stopped") return { zh: "限度内未算完", en: "not finished within the limits" };
  if (status === "invalid") return { zh: "政策或数据有误", en: "policy or data are wrong" };
  if (price === null) return { zh: "没有影响", en: "changes nothing" };
  const { level, unit, before, after, proven } = price.lead;
  const title = wording.level(level);
  const amount = differenceText(before, after, unit);
  const [zh, en] = after > before ? ["增加", "up by"] : ["减少", "down by"];
  const open = proven ? { zh: "", en: "" } : { zh: "（未证明）", en: " (not proven)" };
  return {
    zh: `${quoted(title).zh}${zh} ${amount.zh}${open.zh}`,
    en: `${quoted(title).en} ${en} ${amount.en}${open.en}`,
  };
}
