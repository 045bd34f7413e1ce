import type { Issue } from "../instance/issue.ts";
import type { FilledPolicy } from "../policy/policy.ts";
import { pointsFirstMeaning } from "../rules/pointsFirst/schema.ts";
import { wishesMeaning } from "../rules/wishes/schema.ts";

/**
 * Returns a warning where wishes are summed although people have points: the smallest sum of ranks may give a post to
 * somebody with fewer points, so that more wishes come true.
 */
export function summedWishes({ rules, points }: FilledPolicy): readonly Issue[] {
  const holds = (name: string) => rules.some(({ rule, enabled }) => rule === name && enabled !== false);
  if (points.length === 0 || holds(pointsFirstMeaning.name)) return [];
  return rules.flatMap(({ rule, text, source, enabled }, index): Issue[] =>
    rule !== wishesMeaning.name || enabled === false
      ? []
      : [
          {
            code: "wishes-may-pass-over",
            severity: "warning",
            path: ["rules", index],
            source,
            message: {
              zh: `“${text.zh}”按志愿序号之和办理，可能使积分高者落空、积分低者去成：政策计了分，却没有规定积分高者优先`,
              en: `"${text.en}" sums the ranks of wishes, which may pass over those with more points: the policy counts points and does not say that they come first`,
            },
            advice: {
              zh: "积分高者优先的，请增加 pointsFirst 规则；确按志愿之和办理的，可不作处理",
              en: "Add the rule pointsFirst where those with more points come first; nothing is to be done where the sum is meant",
            },
          },
        ],
  );
}
