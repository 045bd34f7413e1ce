import type { Text } from "../../instance/issue.ts";
import { shareText } from "../../policy/share.ts";
import type { DirectionParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states where moves should lead. */
export function directionText({ minShare, max }: DirectionParams): Text {
  if (minShare !== undefined)
    return {
      zh: `规定方向的交流不低于${shareText(minShare)}`,
      en: `At least ${shareText(minShare)} of the moves go in the direction asked`,
    };
  if (max !== undefined)
    return { zh: `该方向的交流不超过${max}人`, en: `At most ${max} moves go in the controlled direction` };
  return { zh: "尽量按规定方向交流", en: "Moves go in the direction asked where they can" };
}

/** What can be wrong with a direction. */
export const directionFindings = findingsOf("direction", {
  missed: ({ part, whole, target, least }: { part: number; whole: number; target: number; least: boolean }) => ({
    zh: `${whole}人中应${least ? "至少" : "至多"}${target}人按该方向交流，实际${part}人`,
    en: `Of ${whole} moves ${least ? "at least" : "at most"} ${target} have to go in this direction, ${part} do`,
  }),
});
