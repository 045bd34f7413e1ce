import { wordOf } from "../values/vocabulary.ts";
import type { OutSheet, OutValue } from "../workbook/write-xlsx.ts";
import { LIMIT_WORDS, REASON_WORDS, SENSE_WORDS, STRENGTH_WORDS } from "./plan-words.ts";
import type { PlanContext } from "./plan-context.ts";

const yesNo = (value: boolean) => (value ? "是" : "否");

/** Names a subject of a rule: a school by name; a person not at all in public. */
function subjectName(context: PlanContext, subject: string | undefined): string {
  if (subject === undefined) return "";
  const person = context.personById.get(subject);
  if (person === undefined) return context.schoolName(subject);
  return context.public ? "（个人）" : `${person.name ?? ""}${person.id}`;
}

/** What every rule asks for and what the plan reaches. */
export function measureSheet(context: PlanContext): OutSheet {
  return {
    name: "指标完成情况",
    columns: [
      { header: "规则", width: 28 },
      { header: "依据", width: 12 },
      { header: "对象", width: 26 },
      { header: "实际值", type: "number", width: 12 },
      { header: "要求", width: 10 },
      { header: "目标值", type: "number", width: 12 },
      { header: "单位", width: 10 },
      { header: "是否达标", width: 10 },
    ],
    rows: context.plan.measures.map((measure): readonly OutValue[] => [
      measure.rule,
      measure.source,
      subjectName(context, measure.subject),
      measure.value,
      SENSE_WORDS[measure.sense],
      measure.target,
      measure.unit,
      yesNo(measure.met),
    ]),
  };
}

/** Headcounts of every school before and after. */
export function schoolSheet({ plan, schoolName }: PlanContext): OutSheet {
  const lacking = new Map<string, number>();
  for (const { school, shortfall } of plan.shortfalls) lacking.set(school, (lacking.get(school) ?? 0) + shortfall);
  const headers = [
    "编制数",
    "人事关系（前）",
    "人事关系（后）",
    "实际在岗（前）",
    "实际在岗（后）",
    "交流出",
    "交流入",
    "缺口",
  ];
  return {
    name: "学校前后对比",
    columns: [
      { header: "学校名称", width: 26 },
      ...headers.map((header) => ({ header, type: "integer" as const, width: 12 })),
    ],
    rows: plan.schools.map((balance): readonly OutValue[] => [
      schoolName(balance.school),
      balance.establishment,
      balance.relationBefore,
      balance.relationAfter,
      balance.workingBefore,
      balance.workingAfter,
      balance.movesOut,
      balance.movesIn,
      lacking.get(balance.school) ?? 0,
    ]),
    freezeColumns: 1,
  };
}

/** Posts that stay short of people. */
export function shortfallSheet({ plan, instance, schoolName }: PlanContext): OutSheet {
  const posts = new Map(instance.posts.map((post) => [post.id, post]));
  /** The key of a cell without a listed post has the kind in its second place. */
  const kindOf = (id: string) => posts.get(id)?.kind ?? id.split("/").at(-3) ?? "teaching";
  const headers = ["需要人数", "交流前", "交流后", "缺口"];
  return {
    name: "缺口",
    columns: [
      { header: "学校名称", width: 26 },
      { header: "岗位类别", width: 14 },
      { header: "学段", width: 10 },
      { header: "学科", width: 14 },
      ...headers.map((header) => ({ header, type: "integer" as const, width: 10 })),
    ],
    rows: plan.shortfalls.map((entry): readonly OutValue[] => [
      schoolName(entry.school),
      wordOf("postKind", kindOf(entry.post)),
      entry.stage === null ? "" : wordOf("stage", entry.stage),
      entry.subject ?? "",
      entry.demand,
      entry.before,
      entry.after,
      entry.shortfall,
    ]),
  };
}

/** Rules that the plan breaks; in public without the sentence, which may name people. */
export function violationSheet(context: PlanContext): OutSheet {
  const internal = !context.public;
  return {
    name: "未满足的规则",
    columns: [
      { header: "规则", width: 28 },
      { header: "依据", width: 12 },
      { header: "性质", width: 14 },
      { header: "对象", width: 26 },
      { header: "差额", type: "number", width: 10 },
      { header: "单位", width: 10 },
      ...(internal ? [{ header: "说明", width: 50 }] : []),
    ],
    rows: context.plan.violations.map((violation): readonly OutValue[] => [
      violation.rule,
      violation.source,
      STRENGTH_WORDS[violation.strength],
      subjectName(context, violation.subject),
      violation.amount,
      violation.unit,
      ...(internal ? [violation.message.zh] : []),
    ]),
  };
}

/** Values and proven bounds of the levels of the objective. */
export function levelSheet({ plan }: PlanContext): OutSheet {
  return {
    name: "目标层级",
    columns: [
      { header: "次序", type: "integer", width: 7 },
      { header: "目标", width: 26 },
      { header: "单位", width: 10 },
      { header: "取值", type: "number", width: 14 },
      { header: "已证明的下界", type: "number", width: 14 },
      { header: "差距", type: "percent", width: 10 },
      { header: "结论", width: 20 },
      { header: "方案是否唯一", width: 14 },
    ],
    rows: plan.levels.map((level, index): readonly OutValue[] => [
      index + 1,
      level.name,
      level.unit,
      level.value,
      level.dualBound,
      level.relativeGap,
      REASON_WORDS[level.reason],
      level.unique === undefined ? "" : yesNo(level.unique),
    ]),
  };
}

/** What the plan was made from. */
export function manifestSheet(context: PlanContext): OutSheet {
  const { plan, instance } = context;
  const { manifest, termination } = plan;
  const limit = termination.limit === undefined ? "" : `（${LIMIT_WORDS[termination.limit]}）`;
  const internal: readonly (readonly OutValue[])[] = [
    ...manifest.overrides.map((entry) => ["经批准突破的规则", `${entry.rule}（${entry.source}）：${entry.reason}`]),
    ["数据摘要值", manifest.hashes.instance],
    ["政策摘要值", manifest.hashes.policy],
    ["指定事项摘要值", manifest.hashes.locks],
    ...Object.entries(manifest.versions).map(([name, version]) => [`版本：${name}`, version]),
  ];
  return {
    name: "说明",
    columns: [
      { header: "项目", width: 22 },
      { header: "内容", width: 76 },
    ],
    rows: [
      ["县（区）", instance.county.name],
      ["方案年度", `${manifest.instance.planYear}`],
      ["政策", `${manifest.policy.id} ${manifest.policy.version}`],
      ["交流人数", `${plan.moves.length}`],
      ["结论", `${REASON_WORDS[termination.reason]}${limit}`],
      ["能否复现", yesNo(termination.reproducible)],
      ["随机种子", manifest.seed],
      ["求解器", manifest.solver],
      ...(context.public ? [["公开版本", "姓名已隐去，不含人员编号、距离和个人情形"]] : internal),
    ],
  };
}
