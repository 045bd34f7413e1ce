import type { Standing } from "../eligibility/decision.ts";
import type { Text } from "../instance/issue.ts";

/**
 * What each standing is called.
 *
 * @public
 */
export const STANDING_WORDS: Readonly<Record<Standing, Text>> = {
  outOfScope: { zh: "不在适用范围", en: "out of scope" },
  recruit: { zh: "新招聘", en: "recruit" },
  running: { zh: "交流期内", en: "on an exchange" },
  returning: { zh: "期满返回", en: "returning" },
  exempt: { zh: "不纳入交流", en: "exempt" },
  held: { zh: "已定留任", en: "held" },
  pinned: { zh: "已定去向", en: "pinned" },
  forced: { zh: "指定交流", en: "forced" },
  inTerm: { zh: "交流期限未满", en: "in term" },
  due: { zh: "符合条件", en: "due" },
  volunteer: { zh: "自愿申请", en: "volunteer" },
  notDue: { zh: "不符合交流条件", en: "not due" },
};

/** Units of measures and levels. */
const UNITS: Readonly<Record<string, Text>> = {
  points: { zh: "分", en: "points" },
  deviations: { zh: "分", en: "points" },
  people: { zh: "人", en: "people" },
  heads: { zh: "人", en: "heads" },
  persons: { zh: "人", en: "persons" },
  met: { zh: "项", en: "met" },
  moves: { zh: "人", en: "moves" },
  m: { zh: "米", en: "m" },
  metres: { zh: "米", en: "metres" },
  ranks: { zh: "签位", en: "ranks" },
  years: { zh: "年", en: "years" },
  units: { zh: "项", en: "units" },
  periods: { zh: "节", en: "periods" },
  load: { zh: "节", en: "periods" },
  places: { zh: "所", en: "places" },
  cv: { zh: "（差异系数）", en: "(coefficient of variation)" },
};

/**
 * Returns the word for a unit, the unit itself where there is none.
 *
 * @public
 */
export function unitWord(unit: string): Text {
  return UNITS[unit] ?? { zh: unit, en: unit };
}

/**
 * Returns whether numbers of a unit are read in kilometres.
 *
 * @public
 */
export function isMetres(unit: string): boolean {
  return unit === "m" || unit === "metres";
}

/**
 * Returns metres as kilometres for readers, a dash where they are not known.
 *
 * @public
 */
export function kilometres(metres: number | null): string {
  return metres === null ? "-" : (metres / 1000).toFixed(1);
}

/** Unit of weighted deviations: numbers of eight digits that mean something only beside each other. */
const DEVIATIONS = "deviations";

/**
 * Returns by how much two values of a level differ, without a sign: weighted deviations as a share of the first one.
 *
 * @public
 */
export function differenceText(before: number, after: number, unit: string): Text {
  const apart = Math.abs(after - before);
  if (unit !== DEVIATIONS || before === 0) return amountText(apart, unit);
  const percent = `${Number(((100 * apart) / before).toPrecision(2))}%`;
  return { zh: percent, en: percent };
}

/**
 * Returns from what to what a value of a level goes, as one clause; nothing for weighted deviations, which nobody reads.
 *
 * @public
 */
export function fromToText(before: number, after: number, unit: string): Text | undefined {
  if (unit === DEVIATIONS && before !== 0) return undefined;
  const [was, is] = [amountText(before, unit), amountText(after, unit)];
  return { zh: `由 ${was.zh}变为 ${is.zh}`, en: `goes from ${was.en} to ${is.en}` };
}

/**
 * Returns an amount with its unit, two decimals at the most; ways in kilometres, and the number alone where no unit is known.
 *
 * @public
 */
export function amountText(value: number, unit: string | undefined): Text {
  if (unit !== undefined && isMetres(unit)) return { zh: `${kilometres(value)} 公里`, en: `${kilometres(value)} km` };
  const number = `${Number(value.toFixed(2))}`;
  if (unit === undefined) return { zh: number, en: number };
  const word = unitWord(unit);
  return { zh: `${number} ${word.zh}`, en: `${number} ${word.en}` };
}
