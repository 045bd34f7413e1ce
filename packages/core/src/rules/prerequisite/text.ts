import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states a prerequisite. */
export function prerequisiteText(): Text {
  return { zh: "有关交流须具备规定的条件", en: "Moves of this kind need what the rule asks for" };
}

/** Returns the sentence about a move that lacks what it needs. */
export function prerequisiteMissedText(found: {
  readonly person: string;
  readonly school: string;
  readonly rule: Text;
}): Text {
  const { person, school, rule } = found;
  return {
    zh: `人员“${person}”交流到${school}不具备条件（${rule.zh}）`,
    en: `Person "${person}" lacks what the move to ${school} needs (${rule.en})`,
  };
}
