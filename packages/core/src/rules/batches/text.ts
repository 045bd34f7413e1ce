import type { Text } from "../../instance/issue.ts";
import type { BatchesParams } from "./schema.ts";

/** Returns the sentence that states that everybody due moves in batches. */
export function batchesText({ years }: BatchesParams): Text {
  return {
    zh: `应交流人员${years}年内分批交流，临近年龄上限者优先`,
    en: `Everybody who is due moves within ${years} years, in batches; those near the age limit first`,
  };
}
