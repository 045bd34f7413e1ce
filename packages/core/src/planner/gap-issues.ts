import type { Issue, Text } from "../instance/issue.ts";
import { words } from "../instance/vocabulary.ts";
import { widerGaps } from "../indicators/wider-gaps.ts";
import type { Measure, Plan } from "../plan/plan.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import type { PlanFacts } from "../recount/facts.ts";
import { balanceCheck } from "../rules/balance/check.ts";
import type { BalanceParams } from "../rules/balance/schema.ts";
import { balanceMeaning } from "../rules/balance/schema.ts";

const ADD_AIM: Text = {
  zh: "请核对骨干教师的去向；可在政策中加入均衡目标",
  en: "Check where they go; the policy may be given the aim of balance",
};
const RAISE_AIM: Text = {
  zh: "政策已有均衡目标，但让位于更靠前的目标和规定；请核对去向，或把它移到更前",
  en: "The policy has an aim of balance that gives way to earlier aims and to rules: check where they go, or put it earlier",
};

/** Returns the gaps between schools that a plan makes wider, or lifts over a limit that the policy states. */
export function gapIssues({ indicators }: Plan, facts: PlanFacts): readonly Issue[] {
  const aims = rulesOf(facts.rules, balanceMeaning);
  const wider = widerGaps(indicators).map(({ key, stage, who, before, after }): Issue => ({
    code: "wider-gap",
    severity: "warning",
    path: ["indicators", key],
    message: {
      zh: `${stage.zh}校际每百名学生${who.zh}数的差异系数由${before}升至${after}`,
      en: `${stage.en}: the coefficient of variation between schools of ${who.en} per 100 students grows from ${before} to ${after}`,
    },
    advice: aims.length === 0 ? ADD_AIM : RAISE_AIM,
  }));
  return [...wider, ...aims.flatMap((aim) => overLimits(aim, facts))];
}

/** Limits of the coefficient of variation that are kept on plan start and not after the plan. */
function overLimits(aim: PolicyRule<BalanceParams>, facts: PlanFacts): readonly Issue[] {
  const variations = (of: PlanFacts) => balanceCheck.check(aim.params, aim, of).measures.filter(isVariation);
  const kept = new Set(
    variations({ ...facts, moves: [], returns: [] })
      .filter(({ met }) => met)
      .map(stageOf),
  );
  return variations(facts)
    .filter((measure) => !measure.met && kept.has(stageOf(measure)))
    .map((measure): Issue => {
      const { zh, en } = words.stage[stageOf(measure) as keyof typeof words.stage];
      const [value, limit] = [measure.value.toFixed(2), String(measure.target)];
      return {
        code: "gap-over-limit",
        severity: "warning",
        path: ["rules", aim.id, "params", "cvAtMost", stageOf(measure)],
        received: value,
        expected: limit,
        source: aim.source,
        message: {
          zh: `“${aim.text.zh}”：${zh}校际差异系数升至${value}，超过${limit}`,
          en: `"${aim.text.en}": ${en}: the coefficient of variation between schools rises to ${value}, over the limit of ${limit}`,
        },
        advice: RAISE_AIM,
      };
    });
}

function isVariation({ about }: Measure): boolean {
  return about.kind === "stage" && about.limit === "variation";
}

function stageOf({ about }: Measure): string {
  return about.kind === "stage" ? about.stage : "";
}
