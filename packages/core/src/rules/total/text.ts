import type { Text } from "../../instance/issue.ts";
import type { TotalParams } from "./schema.ts";

/** Returns the sentence that states the bound on the total. */
export function totalText({ max }: TotalParams): Text {
  if (max !== undefined)
    return { zh: `交流总人数（不含自愿者）不超过${max}人`, en: `At most ${max} people move, volunteers apart` };
  return {
    zh: "交流总人数（不含自愿者）不超过指标、必须交流人员和各校最低派出数所需人数",
    en: "No more people move than quotas, those who must go and the least leavers of schools ask for, volunteers apart",
  };
}

/** Returns the sentence about a plan with too many moves. */
export function totalExceededText(found: { readonly moved: number; readonly max: number }): Text {
  return {
    zh: `除自愿者外共交流${found.moved}人，超过上限${found.max}人`,
    en: `${found.moved} people move, volunteers apart; at most ${found.max} may`,
  };
}
