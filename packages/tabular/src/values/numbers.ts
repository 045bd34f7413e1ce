import { parsePoints } from "@lungang/core/policy";
import type { Text } from "@lungang/core";
import type { CellInput, Codec, Problem } from "./codec.ts";
import { isProblem, textOf } from "./codec.ts";
import { cleanText, foldText } from "./text.ts";
import type { Measured, Unit } from "./units.ts";
import { UNITS, isSomeUnit, isUnit, measuredIn } from "./units.ts";

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

const COUNT_RANGE: NumberRange = { min: 0, max: 10_000_000 };

/** What a column of numbers takes. */
interface NumberKind {
  readonly range: NumberRange;
  readonly whole: boolean;
  /** What the column counts: a number with a word for it is plain, one with another unit is refused. */
  readonly unit?: Unit | undefined;
}

/** A whole number of something. */
export function integer(range: NumberRange = COUNT_RANGE, unit?: Unit): Codec<number> {
  const expected =
    range === COUNT_RANGE
      ? { zh: "不小于 0 的整数", en: "a whole number of at least 0" }
      : {
          zh: `${range.min} 至 ${range.max} 的整数`,
          en: `a whole number from ${range.min} to ${range.max}`,
        };
  return {
    type: "integer",
    expected: counted(expected, unit),
    read: (cell) => readNumber(cell, { range, whole: true, unit }),
    write: (value) => value,
  };
}

/** A whole number of something of which there is no most. */
export function countOf(unit: Unit): Codec<number> {
  return integer(COUNT_RANGE, unit);
}

/** A whole number of completed years, periods or the like: a fraction is left out, and said. */
export function completed(range: NumberRange, unit: Unit): Codec<number> {
  return {
    ...integer(range, unit),
    read: (cell) => {
      const value = readNumber(cell, { range, whole: false, unit });
      if (isProblem(value) || Number.isInteger(value)) return value;
      cell.notice("fraction-dropped");
      return Math.floor(value);
    },
  };
}

/** What may stand in a column, with its unit. */
function counted({ zh, en }: Text, unit: Unit | undefined): Text {
  return unit === undefined ? { zh, en } : { zh: `${zh}（${unit.zh}）`, en: `${en} (${unit.en})` };
}

const GRADE_DIGITS = "一二三四五六七八九十";
const GRADE =
  /^(?:专技|专业技术|管理|工勤|技术工)?(?:岗位?)?(?:(\d{1,2})|(十[一二三]?|[一二三四五六七八九]))级(?:岗位?)?$/u;

const GRADE_KIND: NumberKind = { range: { min: 1, max: 13 }, whole: true, unit: UNITS.grade };

/** The grade of a post, 1 to 13: 7, 7级, 专技七级. */
export const postGrade: Codec<number> = {
  ...integer({ min: 1, max: 13 }),
  read: (cell) => {
    const match = GRADE.exec(foldText(textOf(cell)));
    if (match === null) return readNumber(cell, GRADE_KIND);
    const [, digits, chinese = ""] = match;
    const value = digits === undefined ? fromChinese(chinese) : Number(digits);
    return readNumber({ ...cell, value }, GRADE_KIND);
  },
};

function fromChinese(numeral: string): number {
  return Array.from(numeral).reduce((sum, char) => sum + GRADE_DIGITS.indexOf(char) + 1, 0);
}

/** A number that may have decimals. */
export function decimal(range: NumberRange, unit?: Unit): Codec<number> {
  const expected = { zh: `${range.min} 至 ${range.max} 的数`, en: `a number from ${range.min} to ${range.max}` };
  return {
    type: "number",
    expected: counted(expected, unit),
    read: (cell) => readNumber(cell, { range, whole: false, unit }),
    write: (value) => value,
  };
}

const MOST_OWN = 100_000_000;

/** A number of at most four decimals, which sums and points count exactly. */
export function exactDecimal(unit: Unit): Codec<number> {
  return {
    type: "number",
    expected: counted({ zh: "最多四位小数的数", en: "a number with at most four decimals" }, unit),
    read: (cell) => {
      const value = readNumber(cell, { range: { min: 0 - MOST_OWN, max: MOST_OWN }, whole: false, unit });
      return isProblem(value) || parsePoints(value) !== undefined ? value : TOO_FINE;
    },
    write: (value) => value,
  };
}

const TOO_FINE: Problem = {
  problem: "out-of-range",
  message: { zh: "小数超过四位", en: "More than four decimals" },
  advice: { zh: "请保留至多四位小数", en: "Give at most four decimals" },
};

function readNumber(cell: CellInput, { range, whole, unit }: NumberKind): number | Problem {
  const value = cell.isDate ? Number.NaN : numberOf(cell, unit);
  if (typeof value === "object") return value;
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

function numberOf(cell: CellInput, unit: Unit | undefined): number | Problem {
  if (typeof cell.value === "number") return cell.value;
  if (typeof cell.value === "boolean") return Number.NaN;
  const plain = cleanText(cell.value.normalize("NFKC")).replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  const measured = measuredIn(plain);
  if (measured !== undefined) return withoutUnit(cell, measured, unit);
  if (!NUMBER.test(plain)) return Number.NaN;
  cell.notice(plain === cell.value ? "number-as-text" : "width-normalised");
  return Number(plain);
}

/** Returns the number if the word behind it is one for what the column counts: 3年 is not 3 in a column of months. */
function withoutUnit(cell: CellInput, { number, word }: Measured, unit: Unit | undefined): number | Problem {
  if (unit !== undefined && isUnit(word, unit)) {
    cell.notice("unit-dropped");
    return number;
  }
  if (!isSomeUnit(word)) return Number.NaN;
  const own =
    unit === undefined
      ? { zh: "本列没有单位", en: "the column has none" }
      : { zh: `本列的单位是“${unit.zh}”`, en: `the column counts ${unit.en}` };
  return {
    problem: "wrong-unit",
    message: { zh: `带有单位“${word}”，${own.zh}`, en: `A number with the unit "${word}": ${own.en}` },
    advice:
      unit === undefined
        ? { zh: "请只填数字", en: "Give the number alone" }
        : { zh: `请换算后只填数字，以“${unit.zh}”计`, en: `Convert it and give the number alone, in ${unit.en}` },
  };
}
