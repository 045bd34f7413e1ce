import type { Codec, Problem } from "./codec.ts";
import { textOf } from "./codec.ts";
import { foldText } from "./text.ts";

const YES = new Set(["是", "有", "对", "y", "yes", "true", "1", "√", "✓", "✔", "同意", "自愿", "需要"]);
const NO = new Set(["否", "无", "不", "没有", "n", "no", "false", "0", "×", "x", "✗", "不同意", "不需要"]);

/** Yes or no. */
export const flag: Codec<boolean> = flagOf(new Set(), new Set());

/** Whether a person is in post, also in the words of a staff list. */
export const inPostFlag: Codec<boolean> = flagOf(
  new Set(["在岗", "在职", "在编", "在编在岗", "在校", "正常", "在任"]),
  new Set(["不在岗", "离岗", "待岗", "长期离岗", "脱岗", "内退", "退养", "停薪留职"]),
);

/** Yes or no, and further words for them. */
function flagOf(yes: ReadonlySet<string>, no: ReadonlySet<string>): Codec<boolean> {
  return {
    type: "text",
    expected: { zh: "是、否", en: "yes, no" },
    choices: ["是", "否"],
    read: (cell) => {
      const given = textOf(cell);
      const word = YES.has(given) || NO.has(given) ? given : foldText(given);
      if (YES.has(word) || yes.has(word)) return true;
      return NO.has(word) || no.has(word) ? false : NOT_YES_OR_NO;
    },
    write: (value, language = "zh") => YES_NO[language][value ? 0 : 1],
  };
}

const NOT_YES_OR_NO: Problem = {
  problem: "unknown-word",
  message: { zh: "应填“是”或“否”", en: "Not yes or no" },
  advice: { zh: "请填“是”或“否”，不清楚的留空", en: "Give yes or no, or leave it empty" },
};

const YES_NO = { zh: ["是", "否"], en: ["yes", "no"] } as const;
