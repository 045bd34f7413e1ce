import type { Issue } from "@lungang/core";
import { checkPlacement } from "../check/verify.ts";
import { errorIssue, text } from "../market/issues.ts";
import type { Rule } from "../market/rule.ts";
import type { PropertyQuestion } from "../properties/finding.ts";

/**
 * Finds whom a placement within title posts wrongs although every level is kept: then no such placement was found, since one
 * who is turned away frees the title post by where he goes instead. Nothing where no posts of titles are set.
 *
 * @param isProven - whether it is proven that there is none
 */
export function titlesInACircle(
  question: Pick<PropertyQuestion, "market" | "placement" | "held">,
  rule: Rule,
  isProven = false,
): readonly Issue[] {
  if (question.market.titleLimits.length === 0) return [];
  const findings = checkPlacement(question, rule).flatMap((property) => property.findings);
  return findings.map(({ text: said }) =>
    errorIssue({
      code: "titles-in-a-circle",
      path: ["titlePosts"],
      message: text(
        `职称岗位首尾相连，${isProven ? "已证明不存在" : "未找到"}既不突破又无人被越过的聘任；留下的一处：${said.zh}`,
        `Posts of titles lead round in a circle: no appointment ${isProven ? "keeps them and passes nobody over, which is proven" : "was found that keeps them and passes nobody over"}; what is left: ${said.en}`,
      ),
      advice: text(
        "请调剂其中一校的职称岗位数，或请该人员撤回这一志愿后重新聘任",
        "Move a title post to one of the schools, or have the person withdraw the wish, and decide again",
      ),
    }),
  );
}
