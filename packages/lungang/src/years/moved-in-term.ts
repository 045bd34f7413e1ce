import type { Issue, Lock } from "@lungang/core";
import { indexCounty } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { dateText, namesOf, termAtHome } from "@lungang/core/plan";
import { decideEligibility, planDates } from "@lungang/core/policy";
import type { PlannedYear, YearsBasis } from "@lungang/years";
import { plannedYears } from "@lungang/years";

/** A move of an earlier plan that led out of a term that ran: plans of before decision 0020 have some. */
export interface MovedInTerm {
  /** Number of the year, from 0. */
  readonly year: number;
  readonly lock: Lock;
  readonly told: Told;
}

interface Told {
  readonly planYear: number;
  readonly name: string;
  readonly person: string;
  /** Schools in words. */
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly end: string;
}

/** Returns the moves of earlier plans that lead out of running terms, year by year. */
export function movedInTerm(basis: YearsBasis, plans: readonly Plan[]): readonly MovedInTerm[] {
  return plannedYears(basis, plans).flatMap((planned, year) => ofYear(planned, year));
}

function ofYear({ instance, policy, locks, plan }: PlannedYear, year: number): readonly MovedInTerm[] {
  const { county, decisions } = decideEligibility(indexCounty(instance).county, policy, locks);
  const names = namesOf(instance, { policy });
  const { start } = planDates(instance.planYear, policy.calendar);
  return plan.moves.flatMap(({ person: id, from, to, post }): MovedInTerm[] => {
    const index = county.personIndex.get(id) ?? -1;
    const person = county.persons[index];
    if (person === undefined || from === null || from === to || decisions[index]?.standing !== "inTerm") return [];
    const term = termAtHome(person, start);
    if (term === undefined) return [];
    const reason = `${instance.planYear}年原方案已定`;
    const schools = { from: names.school(from), to: names.school(to) };
    const days = { start: term.start, end: term.end };
    const told = { planYear: instance.planYear, person: id, name: names.person(id), ...schools, ...days };
    return [{ year, lock: { person: id, post, reason }, told }];
  });
}

/** What comes of such a move: it stands as decided, the year is planned again, or the plans cannot be taken over. */
export type Outcome = "kept" | "open" | "refused";

const WHAT: Readonly<Record<Outcome, Issue["message"]>> = {
  kept: { zh: "该年不再改动，按已定人员处理", en: "the year stands, and this counts as decided by people" },
  open: { zh: "该年重排，此人按现行规定留任至期满", en: "the year is planned again, and the term holds then" },
  refused: {
    zh: "期限内不再调动，原方案不能沿用",
    en: "nobody moves within a term, and the plans cannot be taken over",
  },
};

const ADVICE: Readonly<Record<Outcome, Issue["message"]>> = {
  kept: {
    zh: "如未执行，请减少 --fixed 的年数后重排",
    en: "Where it was not carried out, plan the year again with a smaller --fixed",
  },
  open: {
    zh: "如确需调动，请在已定人员中写明去向和理由",
    en: "Where the person has to go, write a decision with its reason",
  },
  refused: {
    zh: "已执行的年份，请以执行后的县域数据（含交流经历）从下一年起编制；未执行的，不带 --replan 重新编制",
    en: "For years that were carried out plan from the county after them, with its records of exchange; else plan afresh without --replan",
  },
};

/** Returns who was moved when and between which days of the term, and what comes of it. */
export function movedInTermIssue({ told }: MovedInTerm, outcome: Outcome): Issue {
  const { planYear, name, person, from, to, start, end } = told;
  const [first, last] = [dateText(start), dateText(end)];
  return {
    code: "moved-in-term",
    severity: outcome === "refused" ? "error" : "warning",
    path: ["earlier", "plans"],
    received: person,
    message: {
      zh: `原方案${planYear}年把“${name}”由${from}调往${to}，而其在${from}的交流期限为${first.zh}至${last.zh}：${WHAT[outcome].zh}`,
      en: `The earlier plan moves "${name}" from ${from} to ${to} in ${planYear}, within the term at ${from} from ${first.en} to ${last.en}: ${WHAT[outcome].en}`,
    },
    advice: ADVICE[outcome],
  };
}
