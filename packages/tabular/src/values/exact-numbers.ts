import { parseShare } from "@lungang/core/policy";
import type { CellInput, Codec, Problem } from "./codec.ts";
import { textOf } from "./codec.ts";
import { cleanText } from "./text.ts";

/** At most four decimals: what points are counted in. */
const POINTS = /^[+-]?\d{1,9}(?:\.\d{1,4}0*)?$/u;

/** Points with the word for them: 87.5分. */
const WITH_WORD = /^(.*\d)\s*分$/u;

/** Points, kept as the text of an exact decimal: nothing is rounded on the way. */
export const points: Codec<string> = {
  type: "number",
  expected: { zh: "最多四位小数的数，如 87.5", en: "a number with at most four decimals, such as 87.5" },
  read: (cell) => {
    const text = cleanText(textOf(cell).normalize("NFKC"));
    if (text === "") return undefined;
    const [, plain = text] = WITH_WORD.exec(text) ?? [];
    if (cell.isDate || !POINTS.test(plain)) return NOT_EXACT;
    if (plain !== text) cell.notice("unit-dropped");
    return plain;
  },
  write: (value) => Number(value),
};

const NOT_EXACT: Problem = {
  problem: "not-a-number",
  message: { zh: "不是最多四位小数的数", en: "Not a number with at most four decimals" },
  advice: {
    zh: "请只填数字；公式算出的小数请先四舍五入到四位",
    en: "Give digits only; round what a formula gives to four decimals",
  },
};

/** Digits behind the point of a percentage that a cell can hold without showing rounding. */
const PERCENT_DECIMALS = 6;

/** A share, kept as text: `50%`, `1/3`; a cell of percent holds 0.5. */
export const share: Codec<string> = {
  type: "text",
  expected: { zh: "比例，如 50% 或 1/3", en: "a share such as 50% or 1/3" },
  read: (cell) => {
    const text = typeof cell.value === "number" ? percentText(cell.value) : cleanText(textOf(cell).normalize("NFKC"));
    return isShare(cell, text) ? text : NO_SHARE;
  },
  write: (value) => value,
};

function percentText(value: number): string {
  return `${Number((value * 100).toFixed(PERCENT_DECIMALS))}%`;
}

function isShare(cell: CellInput, text: string): boolean {
  const parsed = cell.isDate ? undefined : parseShare(text);
  return parsed !== undefined && parsed.numerator >= 0 && parsed.numerator <= parsed.denominator;
}

const NO_SHARE: Problem = {
  problem: "not-a-number",
  message: { zh: "不是 0 到 1 之间的比例", en: "Not a share between 0 and 1" },
  advice: { zh: "请写成 50% 或 1/3", en: "Write 50% or 1/3" },
};
