import type { Stage } from "../instance/codes.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import type { FactContext } from "../policy/attributes.ts";
import { currentExchange, lastDayAway } from "../policy/facts.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { Reason } from "./decision.ts";

interface AbsenceContext {
  readonly policy: PolicyTerms;
  readonly context: FactContext;
  readonly inScope: Uint8Array;
  /** Stages of the schools in scope. */
  readonly stages: ReadonlySet<Stage>;
}

/** Why a person is not simply there. */
export interface Absence {
  readonly standing: "outOfScope" | "recruit" | "running" | "returning";
  readonly reason: Reason;
}

/** Returns why a person has no part in the plan or no school yet, if so. */
export function outside(
  person: Person,
  school: number,
  { policy, inScope, stages }: AbsenceContext,
): Absence | undefined {
  if (school === NONE) return recruited(person, policy, stages);
  if (inScope[school] === 1 && person.inPost && person.establishment === "established") return undefined;
  const { source, text } = policy.scope;
  return { standing: "outOfScope", reason: { code: "outOfScope", rule: "scope", source, text, sensitive: false } };
}

/** A recruit for stages that no school in scope teaches is placed by others. */
function recruited({ stageCertified }: Person, policy: PolicyTerms, stages: ReadonlySet<Stage>): Absence {
  if (stageCertified.length > 0 && !stageCertified.some((stage) => stages.has(stage))) {
    const text = {
      zh: "当年新招聘教师，任教学段的学校不在本政策适用范围内",
      en: "Recruit of the year for a stage that no school in scope teaches",
    };
    const { source } = policy.scope;
    return { standing: "outOfScope", reason: { code: "outOfScope", rule: "scope", source, text, sensitive: false } };
  }
  const text = { zh: "当年新招聘教师，首次安排学校", en: "Recruit of the year: needs a first school" };
  return { standing: "recruit", reason: { code: "recruit", rule: "recruit", source: "", text, sensitive: false } };
}

/** Returns the exchange that keeps a person from the home school, if any. */
export function away(person: Person, { policy, context }: AbsenceContext): Absence | undefined {
  if (person.currentSchool === undefined || person.currentSchool === person.homeSchool) return undefined;
  const record = currentExchange(person);
  const { returns } = policy.eligibility;
  const absent = (standing: Absence["standing"], code: keyof typeof ABSENCES): Absence => ({
    standing,
    reason: { code, rule: "returns", source: returns?.source ?? "", text: ABSENCES[code], sensitive: false },
  });
  if (record === undefined || record.end >= context.start) return absent("running", "running");
  const end = lastDayAway(person, returns) ?? record.end;
  return end >= context.start ? absent("running", "extended") : absent("returning", "returning");
}

const ABSENCES = {
  running: { zh: "正在交流期内", en: "On an exchange that goes on" },
  extended: { zh: "交流目标未完成，延长交流", en: "Exchange extended: the goal was missed" },
  returning: { zh: "交流期满", en: "The exchange has ended" },
} as const;
