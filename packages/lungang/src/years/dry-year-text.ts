import type { Text } from "@lungang/core";

/** A year without a plan, with what is known of the years before. */
export interface DryYear {
  readonly year: number;
  /** Years with plans before it that were planned with it. */
  readonly before: number;
  /** Whether years before these stand as they are. */
  readonly afterFixed: boolean;
  /** Whether it could have a plan if nobody started anything in the years before; undefined where that is not known. */
  readonly possibleUnmoved: boolean | undefined;
  /** Whether one program for all years was asked for first. */
  readonly byProgram: boolean;
}

/** Returns that a year has no plan. */
export function noPlanText(year: number): Text {
  return { zh: `${year} 年：没有方案。`, en: `${year}: no plan.` };
}

/** Returns that a year has no plan, whether the years before are why, and what helps. */
export function dryYearText(dry: DryYear): Text {
  const none = noPlanText(dry.year);
  if (dry.before === 0) return none;
  const span = spanText(dry);
  const why = whyText(dry, span);
  if (dry.afterFixed) return { zh: `${none.zh}${why.zh}`, en: `${none.en}${why.en}` };
  const rest = {
    zh: `${span.zh}已有方案：只编制${span.zh}的，年数改为 ${dry.before}（--years ${dry.before}）。`,
    en: ` ${span.en} ${dry.before === 1 ? "has a plan" : "have plans"}: for ${dry.before === 1 ? "it" : "them"} alone plan ${dry.before} (--years ${dry.before}).`,
  };
  return { zh: `${none.zh}${why.zh}${rest.zh}`, en: `${none.en}${why.en}${rest.en}` };
}

function spanText({ year, before }: DryYear): Text {
  const last = year - 1;
  if (before === 1) return { zh: `${last}年`, en: `${last}` };
  return { zh: `${year - before}—${last}年`, en: `${year - before} to ${last}` };
}

function whyText({ year, possibleUnmoved, byProgram }: DryYear, before: Text): Text {
  if (possibleUnmoved === undefined) return { zh: "", en: "" };
  if (!possibleUnmoved)
    return {
      zh: `即使${before.zh}不安排任何交流，${year}年也没有方案：与前面的安排多少无关，须放宽${year}年的规定，或补充${year}年可交流的人员和岗位。`,
      en: ` It would have none if nobody moved in ${before.en} either: rules of ${year} have to give, or it needs more people and posts.`,
    };
  const program = byProgram
    ? { zh: "", en: "" }
    : { zh: "，或改用各年统筹的整体求解（--method program）", en: ", one program for all years (--method program)" };
  return {
    zh: `${before.zh}不安排交流的，${year}年有方案：所需的人员或岗位已在${before.zh}用完。可减少${before.zh}的交流人数、降低${year}年的比例（逐年取值用 --yearly）${program.zh}，或放宽${year}年的规定。`,
    en: ` If nobody moved in ${before.en} there would be one: the people or posts that it needs are used up by then. What helps: fewer moves in ${before.en}, a lower quota in ${year} (--yearly gives values by year)${program.en}, or rules of ${year} that give.`,
  };
}
