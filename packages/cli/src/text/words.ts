import type { Standing, Text } from "lungang";
import type { Session } from "../session.ts";
import { say } from "../session.ts";

/** What each standing is called. */
export const STANDINGS: Readonly<Record<Standing, Text>> = {
  outOfScope: { zh: "不在范围", en: "out of scope" },
  recruit: { zh: "新招聘", en: "recruit" },
  running: { zh: "交流期内", en: "on an exchange" },
  returning: { zh: "期满返回", en: "returning" },
  exempt: { zh: "不纳入交流", en: "exempt" },
  held: { zh: "锁定留任", en: "held" },
  pinned: { zh: "锁定去向", en: "pinned" },
  forced: { zh: "指定交流", en: "forced" },
  due: { zh: "符合条件", en: "due" },
  volunteer: { zh: "自愿申请", en: "volunteer" },
  notDue: { zh: "未到条件", en: "not due" },
};

/** Units of measures and levels. */
const UNITS: Readonly<Record<string, Text>> = {
  points: { zh: "分", en: "points" },
  people: { zh: "人", en: "people" },
  heads: { zh: "人", en: "heads" },
  persons: { zh: "人", en: "persons" },
  met: { zh: "项满足", en: "met" },
  moves: { zh: "人次", en: "moves" },
  m: { zh: "米", en: "m" },
  metres: { zh: "米", en: "metres" },
  ranks: { zh: "签位", en: "ranks" },
  years: { zh: "年", en: "years" },
};

/** Returns the word for a unit, the unit itself where there is none. */
export function unitWord(session: Pick<Session, "language">, unit: string): string {
  const text = UNITS[unit];
  return text === undefined ? unit : say(session, text);
}

/** Returns whether numbers of a unit are read in kilometres. */
export function isMetres(unit: string): boolean {
  return unit === "m" || unit === "metres";
}

/** Returns an amount with its unit; ways in kilometres. */
export function amountText(session: Pick<Session, "language">, value: number, unit: string): string {
  if (isMetres(unit)) return `${kilometres(value)} ${say(session, { zh: "公里", en: "km" })}`;
  return `${value} ${unitWord(session, unit)}`;
}

/** Returns metres as kilometres for readers. */
export function kilometres(metres: number | null): string {
  return metres === null ? "-" : (metres / 1000).toFixed(1);
}
