import type { Decision } from "../eligibility/decision.ts";
import { termText } from "../eligibility/term.ts";
import { lastDayOfMonths } from "../instance/calendar.ts";
import { dateText, monthText } from "../instance/date-text.ts";
import type { ExchangeRecord } from "../instance/person.ts";
import { words } from "../instance/vocabulary.ts";
import { amountText } from "../plan/plan-words.ts";
import type { Form } from "../policy/policy.ts";
import type { StructureFound } from "../subject/structure.ts";

/** What would be right where a line of a plan is wrong, in the words of its sentence. */

/** Returns the term of a form: from when to when, or until when at the latest where it may be longer. */
export function expectedTerm({ termMonths: { min, max } }: Form, start: string): StructureFound {
  const [first, last] = [lastDayOfMonths(start, min), lastDayOfMonths(start, max)];
  const zh = `${monthText(start).zh}至${monthText(first).zh}`;
  const en = `${start} to ${first}`;
  if (first === last) return { expectedZh: zh, expectedEn: en };
  return { expectedZh: `${zh}，最迟至${monthText(last).zh}`, expectedEn: `${en}, at the latest to ${last}` };
}

export function expectedDay(date: string): StructureFound {
  const { zh, en } = dateText(date);
  return { expectedZh: zh, expectedEn: en };
}

export function expectedForm({ code }: Form): StructureFound {
  const { zh, en } = words.form[code];
  return { expectedZh: zh, expectedEn: en };
}

export function expectedRelation({ relationMoves }: Form): StructureFound {
  return relationMoves
    ? { expectedZh: "应调动", expectedEn: "moves" }
    : { expectedZh: "不调动", expectedEn: "does not move" };
}

/** Returns a distance in kilometres; negative where it is unknown. */
export function expectedDistance(metres: number): StructureFound {
  if (metres < 0) return { expectedZh: "空（无法计算）", expectedEn: "unknown" };
  const { zh, en } = amountText(metres, "m");
  return { expectedZh: zh, expectedEn: en };
}

/** Returns why a person may not move, with the term that runs, if one does. Health and discipline are told by the internal edition of a plan alone. */
export function whyNotMove({ standing, reasons }: Decision, term?: ExchangeRecord): StructureFound {
  if (standing === "inTerm" && term !== undefined) {
    const { zh, en } = termText(term);
    return { whyZh: `${zh}，期内不再安排`, whyEn: `${en}, and nothing is arranged within it` };
  }
  const deciding = reasons.filter(({ code }) => code === standing);
  if (deciding.some(({ sensitive }) => sensitive))
    return { whyZh: "原因见内部版“未交流人员及原因”", whyEn: "the internal edition says why" };
  const [reason] = deciding;
  return reason === undefined ? {} : { whyZh: reason.text.zh, whyEn: reason.text.en };
}
