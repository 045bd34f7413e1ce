import type { Text } from "../../instance/issue.ts";
import type { TotalParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states the bound on the total. */
export function totalText({ min, max }: TotalParams): Text {
  if (min !== undefined && max !== undefined)
    return { zh: `计划交流${min}至${max}人（不含自愿者）`, en: `${min} to ${max} people move, volunteers apart` };
  if (min !== undefined)
    return { zh: `完成计划交流人数${min}人（不含自愿者）`, en: `At least ${min} people move, volunteers apart` };
  if (max !== undefined)
    return { zh: `交流总人数（不含自愿者）不超过${max}人`, en: `At most ${max} people move, volunteers apart` };
  return {
    zh: "交流总人数（不含自愿者）不超过指标、必须交流人员和各校最低派出数所需人数",
    en: "No more people move than quotas, those who must go and the least leavers of schools ask for, volunteers apart",
  };
}

/** What can be wrong with the total. */
export const totalFindings = findingsOf("total", {
  notReached: ({ moved, min }: { moved: number; min: number }) => ({
    zh: `除自愿者外计划交流${min}人，实际安排${moved}人`,
    en: `${min} people were planned to move, volunteers apart; ${moved} do`,
  }),
  exceeded: ({ moved, max }: { moved: number; max: number }) => ({
    zh: `除自愿者外共交流${moved}人，超过上限${max}人`,
    en: `${moved} people move, volunteers apart; at most ${max} may`,
  }),
});
