import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states who has to go. */
export function mustMoveText(): Text {
  return {
    zh: "指定、已定去向或交流期满的人员必须落实去向",
    en: "People who are named, pinned or whose exchange has ended leave their post",
  };
}

/** What can be wrong with a person who must go; the reason may be sensitive and is not told. */
export const mustMoveFindings = findingsOf("mustMove", {
  stillThere: (_found: object, { about }) => ({
    zh: `人员“${about.zh}”必须交流，但方案未安排`,
    en: `Person "${about.en}" must move, but the plan has no move`,
  }),
  notReturned: (_found: object, { about }) => ({
    zh: `人员“${about.zh}”交流期满，方案既未安排返回也未安排留任`,
    en: `The exchange of person "${about.en}" has ended, but the plan neither returns nor settles the person`,
  }),
});
