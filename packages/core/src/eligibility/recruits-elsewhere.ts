import type { Issue } from "../instance/issue.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { Decision } from "./decision.ts";

/** Returns a warning for every recruit whom a policy that places recruits leaves to others: no school in scope teaches the stage. */
export function recruitsElsewhere(
  { persons, works }: County,
  { forms }: PolicyTerms,
  decisions: readonly Decision[],
): readonly Issue[] {
  if (!forms.some(({ code }) => code === "recruit")) return [];
  return persons.flatMap(({ id, name }, person): Issue[] => {
    if (works[person] !== NONE || decisions[person]?.standing !== "outOfScope") return [];
    const who = name ?? id;
    return [
      {
        code: "recruit-out-of-scope",
        severity: "warning",
        path: ["persons", id, "stageCertified"],
        message: {
          zh: `新招聘教师“${who}”任教学段的学校不在本政策适用范围内，本方案不予安排`,
          en: `Recruit "${who}": no school in scope teaches the stage of the certificate, and the plan places nobody elsewhere`,
        },
        advice: {
          zh: "请核对教师资格学段；无误的，由主管部门另行安排",
          en: "Check the stages of the certificate; where they are right, the authority places the recruit by other means",
        },
      },
    ];
  });
}
