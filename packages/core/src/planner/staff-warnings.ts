import type { Decision } from "../eligibility/decision.ts";
import { mayMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { StatusCode } from "../instance/codes.ts";
import type { IsoDate } from "../instance/calendar.ts";
import type { Issue, Text } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import { retirementDate } from "../instance/retirement.ts";
import type { Plan } from "../plan/plan.ts";
import { activeStatuses } from "../policy/facts.ts";
import type { PlanFacts } from "../recount/facts.ts";

/** States of health and family in which nobody is sent away without somebody having thought of it. */
const DELICATE: ReadonlySet<StatusCode> = new Set([
  "pregnancy",
  "maternityLeave",
  "lactation",
  "seriousIllness",
  "longSickLeave",
]);

/**
 * Returns what of the people of a county nobody may have meant: who is in post and past the statutory age, and who is due in
 * spite of a status in which people are commonly left where they are.
 *
 * Which status it is and when somebody was born is not told.
 */
export function staffWarnings({ county, decisions, context }: DecidedCounty): readonly Issue[] {
  const { start } = context;
  return county.persons.flatMap((person, index): readonly Issue[] => {
    const { standing, meetsDue } = decisions[index] as Decision;
    if (standing === "outOfScope") return [];
    return [
      ...(isPastRetirement(person, start) ? [pastRetirement(person)] : []),
      ...(mayMove(standing) && meetsDue && isDelicate(person, start) ? [inSpite(person, DUE)] : []),
    ];
  });
}

/** Returns who moves in spite of such a status: nobody may have run a check before the plan. */
export function delicateMoves({ moves }: Plan, { eligibility }: PlanFacts): readonly Issue[] {
  const { county, context } = eligibility;
  return moves.flatMap(({ person }): readonly Issue[] => {
    const found = county.persons[county.personIndex.get(person) ?? -1];
    return found !== undefined && isDelicate(found, context.start) ? [inSpite(found, MOVES)] : [];
  });
}

function isDelicate(person: Person, day: IsoDate): boolean {
  return activeStatuses(person, day).some(({ code }) => DELICATE.has(code));
}

/** A woman of whom no category is known retires at the latest as a cadre, as teachers do. */
function isPastRetirement({ inPost, birthDate, sex, retireCategory }: Person, day: IsoDate): boolean {
  return inPost && retirementDate(birthDate, retireCategory ?? (sex === "male" ? "male60" : "femaleCadre55")) < day;
}

function pastRetirement({ id }: Person): Issue {
  return {
    code: "past-retirement",
    severity: "warning",
    path: ["persons", id, "inPost"],
    message: {
      zh: `人员“${id}”在交流开始时已过法定退休年龄，仍列为在岗，计入学校人数`,
      en: `Person "${id}" is past the statutory age of retirement when exchanges start, and counts as in post`,
    },
    advice: {
      zh: "已退休的请删除该行，或在“在岗”列填“否”；出生日期有误的请改正；确仍在岗的不用改",
      en: "Delete who has retired or set in post to no; correct a wrong date of birth; leave who does work",
    },
  };
}

const IN_SPITE = {
  zh: "确不宜交流的，请把这种情形列入政策的不宜交流情形（政策有这项参数的，改参数），或在“已定人员”表写明留任",
  en: "Add the status to those that exempt by the policy (by its parameter if it has one), or hold the person by a decision",
};

const DUE: Text = { zh: "仍列为应交流", en: "is due" };
const MOVES: Text = { zh: "已列入交流名单", en: "moves" };

function inSpite({ id }: Person, what: Text): Issue {
  return {
    code: "due-in-spite",
    severity: "warning",
    path: ["persons", id, "statuses"],
    message: {
      zh: `人员“${id}”登记有孕产、哺乳或者病假等状态，政策没有列为不宜交流，${what.zh}`,
      en: `Person "${id}" has a status of pregnancy, nursing or illness that the policy does not exempt, and ${what.en}`,
    },
    advice: IN_SPITE,
  };
}
