import type { Decision } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { runningTerm, termText } from "../eligibility/term.ts";
import type { Issue, Text } from "../instance/issue.ts";
import type { ExchangeRecord, Person } from "../instance/person.ts";

/**
 * Returns a warning for everybody whom an entry of the policy forces to go within the term of the last exchange: who stays
 * all the same, because the term holds, and who goes, because the entry says so.
 */
export function termIssues({ county, decisions, context }: DecidedCounty): readonly Issue[] {
  return county.persons.flatMap((person, index): readonly Issue[] => {
    const school = county.schools[county.works[index] as number];
    const term = runningTerm({ person, school }, context);
    const decision = decisions[index];
    if (term === undefined || decision === undefined) return [];
    return conflictOf({ person, term, decision });
  });
}

interface Conflict {
  readonly person: Person;
  readonly term: ExchangeRecord;
  readonly decision: Decision;
}

function conflictOf({ person, term, decision: { standing, reasons } }: Conflict): readonly Issue[] {
  const forcing = reasons.find(({ code }) => code === "forced");
  if (forcing === undefined || (standing !== "inTerm" && standing !== "forced")) return [];
  const stays = standing === "inTerm";
  const when = termText(term);
  // Why somebody has to go may be discipline: who is asked to look it up sees it there.
  const why = forcing.sensitive ? UNTOLD : { zh: `“${forcing.text.zh}”`, en: `"${forcing.text.en}"` };
  const told = (text: Text): Text => ({
    zh: `人员“${person.id}”${when.zh}，又属于${why.zh}，${text.zh}`,
    en: `Person "${person.id}": ${when.en}, and ${why.en} asks for a move; ${text.en}`,
  });
  return [
    {
      code: stays ? "forced-in-term" : "forced-out-of-term",
      severity: "warning",
      path: ["persons", person.id, "exchanges"],
      source: forcing.source,
      message: told(stays ? STAYS : GOES),
      advice: stays ? ADVICE.stays : ADVICE.goes,
    },
  ];
}

const UNTOLD = { zh: "必须交流的情形", en: "an entry that forces people" };
const STAYS = { zh: "期内不再安排，本年度不列入交流", en: "the term holds, and nothing is arranged this year" };
const GOES = { zh: "按政策在期内调整", en: "by the policy the person goes within the term" };

const ADVICE = {
  stays: {
    zh: "确需调整的，请在“已定人员”中写明去向和理由",
    en: "Where the person has to go all the same, lock the school with a reason",
  },
  goes: {
    zh: "应当留任的，请在“已定人员”中写明留任和理由，并与本人和学校说明期限的变动",
    en: "Lock who has to stay with a reason; tell the person and the school that the term ends early",
  },
};
