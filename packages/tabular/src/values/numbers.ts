import { parsePoints } from "@lungang/core/policy";
import type { CellInput, Codec, Problem } from "./codec.ts";
import { isProblem, textOf } from "./codec.ts";
import { cleanText, foldText } from "./text.ts";

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

const COUNT_RANGE: NumberRange = { min: 0, max: 10_000_000 };

/** A whole number. */
export function integer(range: NumberRange = COUNT_RANGE): Codec<number> {
  const expected =
    range === COUNT_RANGE
      ? { zh: "不小于 0 的整数", en: "a whole number of at least 0" }
      : {
          zh: `${range.min} 至 ${range.max} 的整数`,
          en: `a whole number from ${range.min} to ${range.max}`,
        };
  return { type: "integer", expected, read: (cell) => readNumber(cell, range, true), write: (value) => value };
}

/** A whole number of completed years, periods or the like: a fraction is left out, and said. */
export function completed(range: NumberRange): Codec<number> {
  return {
    ...integer(range),
    read: (cell) => {
      const value = readNumber(cell, range, false);
      if (isProblem(value) || Number.isInteger(value)) return value;
      cell.notice("fraction-dropped");
      return Math.floor(value);
    },
  };
}

const GRADE_DIGITS = "一二三四五六七八九十";
const GRADE =
  /^(?:专技|专业技术|管理|工勤|技术工)?(?:岗位?)?(?:(\d{1,2})|(十[一二三]?|[一二三四五六七八九]))级(?:岗位?)?$/u;

/** The grade of a post, 1 to 13: 7, 7级, 专技七级. */
export const postGrade: Codec<number> = {
  ...integer({ min: 1, max: 13 }),
  read: (cell) => {
    const match = GRADE.exec(foldText(textOf(cell)));
    if (match === null) return readNumber(cell, { min: 1, max: 13 }, true);
    const [, digits, chinese = ""] = match;
    const value = digits === undefined ? fromChinese(chinese) : Number(digits);
    return readNumber({ ...cell, value }, { min: 1, max: 13 }, true);
  },
};

function fromChinese(numeral: string): number {
  return Array.from(numeral).reduce((sum, char) => sum + GRADE_DIGITS.indexOf(char) + 1, 0);
}

/** A number that may have decimals. */
export function decimal(range: NumberRange): Codec<number> {
  const expected = { zh: `${range.min} 至 ${range.max} 的数`, en: `a number from ${range.min} to ${range.max}` };
  return { type: "number", expected, read: (cell) => readNumber(cell, range, false), write: (value) => value };
}

const MOST_OWN = 100_000_000;

/** A number of at most four decimals, which sums and points count exactly. */
export const exactDecimal: Codec<number> = {
  type: "number",
  expected: { zh: "最多四位小数的数", en: "a number with at most four decimals" },
  read: (cell) => {
    const value = readNumber(cell, { min: 0 - MOST_OWN, max: MOST_OWN }, false);
    return isProblem(value) || parsePoints(value) !== undefined ? value : TOO_FINE;
  },
  write: (value) => value,
};

const TOO_FINE: Problem = {
  problem: "out-of-range",
  message: { zh: "小数超过四位", en: "More than four decimals" },
  advice: { zh: "请保留至多四位小数", en: "Give at most four decimals" },
};

function readNumber(cell: CellInput, range: NumberRange, whole: boolean): number | Problem {
  const value = cell.isDate ? Number.NaN : numberOf(cell);
  if (Number.isNaN(value) || (whole && !Number.isInteger(value))) {
    return {
      problem: "not-a-number",
      message: whole ? { zh: "不是整数", en: "Not a whole number" } : { zh: "不是数字", en: "Not a number" },
      advice: { zh: "请只填阿拉伯数字", en: "Give digits only" },
    };
  }
  if (value >= range.min && value <= range.max) return value;
  return {
    problem: "out-of-range",
    message: { zh: "数值超出范围", en: "The number is out of range" },
    advice: { zh: "请核对数值和单位", en: "Check the number and its unit" },
  };
}

/** Words behind a number that say what it counts; they change nothing. */
const UNIT = /^([+-]?\d+(?:\.\d+)?)\s*(?:人|名|位|个|所|间|套|年|周年|节|节课|课时|岁|级|班|次|分|度|米|m)$/u;

function numberOf(cell: CellInput): number {
  if (typeof cell.value === "number") return cell.value;
  if (typeof cell.value === "boolean") return Number.NaN;
  const plain = cleanText(cell.value.normalize("NFKC")).replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  const counted = UNIT.exec(plain)?.[1];
  if (counted !== undefined) {
    cell.notice("unit-dropped");
    return Number(counted);
  }
  if (!NUMBER.test(plain)) return Number.NaN;
  cell.notice(plain === cell.value ? "number-as-text" : "width-normalised");
  return Number(plain);
}
