import { SUBJECT_NAMES } from "../sheets/subject-names.ts";
import { presentName, splitStage } from "./names.ts";
import { splitBrackets, splitList } from "./text.ts";

/** What schools call courses beside the names of the curricula. */
const KNOWN: ReadonlySet<string> = new Set([...SUBJECT_NAMES, "体育", "生物", "信息", "政治", "品德"]);

/** Returns a list of subjects with a separator where spaces part two of them: `语文 数学` are two, and `语 文` is one. */
export function subjectsApart(text: string): string {
  const items = splitList(text).flatMap((item) => {
    const words = item.split(/\s+/u);
    return words.every((word) => isSubject(splitBrackets(word).word)) ? words : [item];
  });
  return items.join("、");
}

function isSubject(word: string): boolean {
  return KNOWN.has(presentName(splitStage(word).subject));
}
