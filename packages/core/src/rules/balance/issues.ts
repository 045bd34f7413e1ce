import type { Stage } from "../../instance/codes.ts";
import { words } from "../../instance/vocabulary.ts";
import type { Issue } from "../../instance/issue.ts";
import type { Person } from "../../instance/person.ts";
import { studentsOfStage } from "../../instance/school.ts";
import { stagesOfType } from "../../instance/codes.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import type { BalanceParams } from "./schema.ts";
import type { BalanceContext, BalancedStage } from "./stages.ts";
import { MOST_POINTS, balancedStages, membersOf, mostPoints, stageTotals } from "./stages.ts";

/** Names that a message lists before it only counts. */
const MOST_NAMES = 5;

/** Returns why a balance cannot be planned: pupils that nobody counted, people who can change the stage. */
export function balanceIssues(rule: PolicyRule<BalanceParams>, context: BalanceContext): readonly Issue[] {
  const { params } = rule;
  const members = membersOf(params, context);
  const stages = balancedStages(params, context, members);
  return [
    ...missingPupils(params, rule, context),
    ...crossingPeople(rule, context, stageTotals(context, members).crossing),
    ...tooLarge(rule, stages),
  ];
}

function missingPupils(params: BalanceParams, entry: RuleTerms, { eligibility }: BalanceContext): readonly Issue[] {
  const { county, inScope } = eligibility;
  const wanted = (stage: Stage) => params.stages?.includes(stage) ?? true;
  return county.schools.flatMap((school, index): Issue[] => {
    const missing = stagesOfType(school.type).find(
      (stage) => wanted(stage) && studentsOfStage(school, stage) === undefined,
    );
    if (inScope[index] !== 1 || missing === undefined) return [];
    const stage = words.stage[missing];
    return [
      {
        code: "balance-needs-pupils",
        severity: "error",
        path: ["schools", school.id, "studentsByStage"],
        source: entry.source,
        message: {
          zh: `规则“${entry.id}”需要学校“${school.id}”${stage.zh}的学生数`,
          en: `Rule "${entry.id}" needs the pupils of school "${school.id}" in stage "${stage.en}"`,
        },
        advice: {
          zh: "单一学段学校填写学生数，多学段学校按学段填写",
          en: "Give students, or studentsByStage for a school of several stages",
        },
      },
    ];
  });
}

function crossingPeople(
  entry: RuleTerms,
  { eligibility }: BalanceContext,
  crossing: readonly number[],
): readonly Issue[] {
  if (crossing.length === 0) return [];
  const names = crossing.slice(0, MOST_NAMES).map((person) => (eligibility.county.persons[person] as Person).id);
  const more = crossing.length > MOST_NAMES ? " ..." : "";
  return [
    {
      code: "balance-total-not-fixed",
      severity: "error",
      path: ["rules", entry.id],
      source: entry.source,
      received: names.join(", ") + more,
      message: {
        zh: `规则“${entry.id}”无法计算均衡：${crossing.length}人可能跨学段交流或不一定到岗（${names.join("、")}${more}），学段均值不固定`,
        en: `Rule "${entry.id}" cannot balance: ${crossing.length} people can end in different stages or in none (${names.join(", ")}${more}), so the mean of a stage is not fixed`,
      },
      advice: {
        zh: "请关闭跨学段交流，或将这些人员移出该规则的人员范围",
        en: "Close moves across stages, or take these people out of the set of the rule",
      },
    },
  ];
}

function tooLarge(entry: RuleTerms, stages: readonly BalancedStage[]): readonly Issue[] {
  const largest = Math.max(1, ...stages.map(({ students, whole }) => students * whole));
  if (mostPoints(stages, largest) < MOST_POINTS) return [];
  return [
    {
      code: "balance-too-large",
      severity: "error",
      path: ["rules", entry.id],
      source: entry.source,
      message: {
        zh: `规则“${entry.id}”的人员与学生数过多，无法用整数精确表示`,
        en: `Rule "${entry.id}" counts too many people and pupils for exact whole numbers`,
      },
      advice: { zh: "请按学段分列规则，或缩小人员范围", en: "Write one entry a stage, or a smaller set" },
    },
  ];
}
