import type { Stage } from "../../instance/codes.ts";
import { STAGES } from "../../instance/codes.ts";
import { words } from "../../instance/vocabulary.ts";
import type { Issue } from "../../instance/issue.ts";
import type { School } from "../../instance/school.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import type { BalanceParams } from "./schema.ts";
import type { BalanceContext, BalancedStage } from "./stages.ts";
import { MOST_POINTS, balancedStages, membersOf, mostPoints, withoutPupils } from "./stages.ts";

/** Names that a message lists before it only counts. */
const MOST_NAMES = 5;

/** Returns the stages whose balance rests for want of pupils, and why a balance cannot be planned. */
export function balanceIssues(rule: PolicyRule<BalanceParams>, context: BalanceContext): readonly Issue[] {
  const { params } = rule;
  const stages = balancedStages(params, context, membersOf(params, context));
  const resting = (params.stages ?? STAGES).flatMap((stage) => rests(rule, stage, withoutPupils(context, stage)));
  return [...resting, ...tooLarge(rule, stages)];
}

/** A stage of which some school does not state its pupils has no fair numbers: told once, with the schools. */
function rests({ text, source }: RuleTerms, stage: Stage, schools: readonly School[]): readonly Issue[] {
  const [first] = schools;
  if (first === undefined) return [];
  const { zh, en } = words.stage[stage];
  const names = schools.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = schools.length > MOST_NAMES;
  return [
    {
      code: "balance-needs-pupils",
      severity: "warning",
      path: ["schools", first.id, "studentsByStage"],
      source,
      received: String(schools.length),
      message: {
        zh: `“${text.zh}”：${zh}有${schools.length}所学校没有填写学生数，${zh}的均衡目标暂不计算（${names.join("、")}${more ? "等" : ""}）`,
        en: `"${text.en}": ${schools.length} schools state no pupils in ${en}, so that the aim rests in this stage (${names.join(", ")}${more ? ", ..." : ""})`,
      },
      advice: {
        zh: "请补填学校学生数，多学段学校按学段填写",
        en: "Give the pupils of these schools, by stage for a school of several stages",
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
