import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";

/** Returns the sentence that states a prerequisite. */
export function prerequisiteText(): Text {
  return { zh: "有关交流须具备规定的条件", en: "Moves of this kind need what the rule asks for" };
}

/** What can be wrong with a move of the kind. */
export const prerequisiteFindings = findingsOf("prerequisite", {
  missed: ({ school }: { school: RuleSubject }, { about, subject, rule }) => ({
    zh: `人员“${about.zh}”交流到${subject(school).zh}不具备条件（${rule.zh}）`,
    en: `Person "${about.en}" lacks what the move to ${subject(school).en} needs (${rule.en})`,
  }),
});
