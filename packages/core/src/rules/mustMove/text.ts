import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states who has to go. */
export function mustMoveText(): Text {
  return {
    zh: "指定、锁定去向或交流期满的人员必须落实去向",
    en: "People who are named, pinned or whose exchange has ended leave their post",
  };
}

/** Returns the sentence about a person who must go and does not; the reason may be sensitive and is not told. */
export function stillThereText(person: string): Text {
  return { zh: `人员“${person}”必须交流，但方案未安排`, en: `Person "${person}" must move, but the plan has no move` };
}

/** Returns the sentence about a person whose exchange has ended and who is neither back nor settled. */
export function notReturnedText(person: string): Text {
  return {
    zh: `人员“${person}”交流期满，方案既未安排返回也未安排留任`,
    en: `The exchange of person "${person}" has ended, but the plan neither returns nor settles the person`,
  };
}
