import type { RuleSubject } from "@lungang/core/plan";
import { violationText } from "@lungang/core/plan";
import { wordOf } from "@lungang/core";
import type { OutSheet, OutValue } from "../workbook/write-xlsx.ts";
import type { PlanContext } from "./plan-context.ts";
import { head } from "./plan-context.ts";
import { LIMIT_WORDS, REASON_WORDS, SENSE_WORDS, STRENGTH_WORDS, unitWord } from "./plan-words.ts";

const WORDS = {
  zh: { yes: "是", no: "否", somebody: "（个人）" },
  en: { yes: "yes", no: "no", somebody: "(a person)" },
};

function yesNo({ language }: PlanContext, value: boolean): string {
  return WORDS[language][value ? "yes" : "no"];
}

/** Names a subject of a rule: a school, group or post by name; a person not at all in public. */
function subjectName(context: PlanContext, about: RuleSubject): string {
  if (about.kind === "county" && about.limit === undefined) return "";
  const person = about.kind === "person" ? context.personById.get(about.person) : undefined;
  if (person === undefined) return context.say(context.names.subject(about));
  return context.public ? WORDS[context.language].somebody : `${person.name ?? ""}${person.id}`;
}

/** What every rule asks for and what the plan reaches. */
export function measureSheet(context: PlanContext): OutSheet {
  const { language, say, ruleTitle } = context;
  return {
    name: { zh: "指标完成情况", en: "Measures" }[language],
    columns: [
      head(context, ["规则", "Rule"], 50),
      head(context, ["依据", "Source"], 12),
      head(context, ["对象", "Subject"], 26),
      head(context, ["实际值", "Value"], [12, "number"]),
      head(context, ["要求", "Sense"], 10),
      head(context, ["目标值", "Target"], [12, "number"]),
      head(context, ["单位", "Unit"], 10),
      head(context, ["是否达标", "Met"], 10),
    ],
    rows: context.plan.measures.map((measure): readonly OutValue[] => [
      ruleTitle(measure.rule),
      measure.source,
      subjectName(context, measure.about),
      measure.value,
      say(SENSE_WORDS[measure.sense]),
      measure.target,
      unitWord(measure.unit, language),
      yesNo(context, measure.met),
    ]),
  };
}

/** Headcounts of every school before and after. */
export function schoolSheet(context: PlanContext): OutSheet {
  const { plan, schoolName, language } = context;
  const lacking = new Map<string, number>();
  for (const { school, shortfall } of plan.shortfalls) lacking.set(school, (lacking.get(school) ?? 0) + shortfall);
  const headers = [
    ["编制数", "Establishment"],
    ["人事关系（前）", "Relation before"],
    ["人事关系（后）", "Relation after"],
    ["实际在岗（前）", "Working before"],
    ["实际在岗（后）", "Working after"],
    ["交流出", "Out"],
    ["交流入", "In"],
    ["缺口", "Shortfall"],
  ] as const;
  return {
    name: { zh: "学校前后对比", en: "Schools" }[language],
    columns: [
      head(context, ["学校名称", "School"], 26),
      ...headers.map((header) => head(context, header, [12, "integer"])),
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
export function shortfallSheet(context: PlanContext): OutSheet {
  const { plan, instance, schoolName, language } = context;
  const posts = new Map(instance.posts.map((post) => [post.id, post]));
  /** The key of a cell without a listed post has the kind in its second place. */
  const kindOf = (id: string) => posts.get(id)?.kind ?? id.split("/").at(-3) ?? "teaching";
  const headers = [
    ["需要人数", "Needed"],
    ["交流前", "Before"],
    ["交流后", "After"],
    ["缺口", "Shortfall"],
  ] as const;
  return {
    name: { zh: "缺口", en: "Shortfalls" }[language],
    columns: [
      head(context, ["学校名称", "School"], 26),
      head(context, ["岗位类别", "Kind of post"], 14),
      head(context, ["学段", "Stage"], 10),
      head(context, ["学科", "Subject"], 14),
      ...headers.map((header) => head(context, header, [10, "integer"])),
    ],
    rows: plan.shortfalls.map((entry): readonly OutValue[] => [
      schoolName(entry.school),
      wordOf("postKind", kindOf(entry.post), language),
      entry.stage === null ? "" : wordOf("stage", entry.stage, language),
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
  const { language, say, names, ruleTitle } = context;
  const internal = !context.public;
  return {
    name: { zh: "未满足的规则", en: "Rules not met" }[language],
    columns: [
      head(context, ["规则", "Rule"], 50),
      head(context, ["依据", "Source"], 12),
      head(context, ["性质", "Strength"], 14),
      head(context, ["对象", "Subject"], 26),
      head(context, ["差额", "Amount"], [10, "number"]),
      head(context, ["单位", "Unit"], 10),
      ...(internal ? [head(context, ["说明", "In words"], 50)] : []),
    ],
    rows: context.plan.violations.map((violation): readonly OutValue[] => [
      ruleTitle(violation.rule),
      violation.source,
      say(STRENGTH_WORDS[violation.strength]),
      subjectName(context, violation.about),
      violation.amount,
      unitWord(violation.unit, language),
      ...(internal ? [say(violationText(violation, names))] : []),
    ]),
  };
}

/** Values and proven bounds of the levels of the objective. */
export function levelSheet(context: PlanContext): OutSheet {
  const { language, say, levelTitle } = context;
  return {
    name: { zh: "目标层级", en: "Levels" }[language],
    columns: [
      head(context, ["次序", "No."], [7, "integer"]),
      head(context, ["目标", "Level"], 32),
      head(context, ["单位", "Unit"], 10),
      head(context, ["取值", "Value"], [14, "number"]),
      head(context, ["已证明的下界", "Proven bound"], [14, "number"]),
      head(context, ["差距", "Gap"], [10, "percent"]),
      head(context, ["结论", "Status"], 20),
      head(context, ["方案是否唯一", "Only plan"], 14),
    ],
    rows: context.plan.levels.map((level, index): readonly OutValue[] => [
      index + 1,
      levelTitle(level.name),
      unitWord(level.unit, language),
      level.value,
      level.dualBound,
      level.relativeGap,
      say(REASON_WORDS[level.reason]),
      level.unique === undefined ? "" : yesNo(context, level.unique),
    ]),
  };
}

/** What a plan is the best of, where it says so. */
function amongRows({ plan, say }: PlanContext): readonly (readonly OutValue[])[] {
  const { candidateMoves: kept, admittedMoves: all } = plan.termination;
  if (kept === undefined || all === undefined) return [];
  return [
    [
      say({ zh: "比较的范围", en: "Chosen among" }),
      say({
        zh: `${kept} 个候选去向（政策允许的共 ${all} 个）`,
        en: `${kept} candidate moves of ${all} that are admitted`,
      }),
    ],
  ];
}

/** What the plan was made from. */
export function manifestSheet(context: PlanContext): OutSheet {
  const { plan, instance, language, say, policyTitle, ruleTitle } = context;
  const { manifest, termination } = plan;
  const limit =
    termination.limit === undefined
      ? ""
      : { zh: `（${say(LIMIT_WORDS[termination.limit])}）`, en: ` (${say(LIMIT_WORDS[termination.limit])})` }[language];
  const t = (zh: string, en: string) => say({ zh, en });
  const internal: readonly (readonly OutValue[])[] = [
    ...manifest.overrides.map((entry) => [
      t("经批准突破的规则", "Rule set aside"),
      t(
        `${ruleTitle(entry.rule)}（${entry.source}）：${entry.reason}`,
        `${ruleTitle(entry.rule)} (${entry.source}): ${entry.reason}`,
      ),
    ]),
    [t("数据摘要值", "Hash of the data"), manifest.hashes.instance],
    [t("政策摘要值", "Hash of the policy"), manifest.hashes.policy],
    [t("指定事项摘要值", "Hash of the locks"), manifest.hashes.locks],
    ...Object.entries(manifest.versions).map(([name, version]) => [t(`版本：${name}`, `Version of ${name}`), version]),
  ];
  const masked = [
    t("公开版本", "Public version"),
    t(
      "姓名已隐去，不含人员编号、距离、个人情形和未交流人员名单；各校人数见学校前后对比",
      "Names are masked; no ids, distances, circumstances or list of those who stay; heads stand with the schools",
    ),
  ];
  return {
    name: t("说明", "About"),
    columns: [head(context, ["项目", "Item"], 22), head(context, ["内容", "Content"], 76)],
    rows: [
      [t("县（区）", "County"), instance.county.name],
      [t("方案年度", "Plan year"), `${manifest.instance.planYear}`],
      [t("政策", "Policy"), policyTitle],
      [t("交流人数", "People who move"), `${plan.moves.length}`],
      [t("结论", "Status"), `${say(REASON_WORDS[termination.reason])}${limit}`],
      ...amongRows(context),
      [t("能否复现", "Reproducible"), yesNo(context, termination.reproducible)],
      [t("随机种子", "Seed"), manifest.seed],
      [t("求解器", "Solver"), manifest.solver],
      ...(context.public ? [masked] : internal),
    ],
  };
}
