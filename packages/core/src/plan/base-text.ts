import type { Text } from "../instance/issue.ts";
import { parseShare } from "../policy/share.ts";
import type { Measure } from "./plan.ts";

type Base = NonNullable<Measure["base"]>;

/** How a share becomes a number, before the number. */
const ROUNDED: Readonly<Record<NonNullable<Base["rounding"]>, Text>> = {
  up: { zh: "不足一人的按一人计，取", en: "rounded up to" },
  down: { zh: "不足一人的不计，取", en: "rounded down to" },
  halfUp: { zh: "四舍五入取", en: "rounded to the nearer, a half up," },
  halfDown: { zh: "五舍六入取", en: "rounded to the nearer, a half down," },
};

/**
 * Writes out the base of a share term by term, and how it becomes the number that is asked for; in public the terms stay out
 * that tell about circumstances of a few.
 *
 * @returns undefined where the rule asks for no share
 * @public
 */
export function baseText({ base, target }: Pick<Measure, "base" | "target">, isPublic: boolean): Text | undefined {
  if (base === undefined) return undefined;
  const { eligible, exempt, withoutPost, counted } = base;
  const last = productText(base, target);
  if (isPublic || (exempt === 0 && withoutPost === 0)) return last;
  return {
    zh: `符合条件 ${eligible} － 不纳入 ${exempt} － 无合适岗位 ${withoutPost} ＝ 基数 ${counted}；${last.zh}`,
    en: `eligible ${eligible} − exempt ${exempt} − without a fitting post ${withoutPost} = base ${counted}; ${last.en}`,
  };
}

function productText({ counted, share, rounding }: Base, target: number): Text {
  const parsed = parseShare(share);
  const product = parsed === undefined ? undefined : (counted * parsed.numerator) / parsed.denominator;
  const exact = product === undefined ? "" : ` = ${Number.isInteger(product) ? product : Number(product.toFixed(2))}`;
  const how = rounding === undefined ? { zh: "取", en: "rounded to" } : ROUNDED[rounding];
  const rounded =
    product === target ? { zh: "", en: "" } : { zh: `，${how.zh} ${target}`, en: `, ${how.en} ${target}` };
  return { zh: `${counted} × ${share}${exact}${rounded.zh}`, en: `${counted} × ${share}${exact}${rounded.en}` };
}
