import type { Plan, RuleSubject } from "@lungang/core/plan";
import { baseText, emptyRanges, isMetres, unitWord, violationText } from "@lungang/core/plan";
import { wordOf } from "@lungang/core";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import type { PlanContext } from "./plan-context.ts";
import { head } from "./plan-context.ts";
import { REASON_WORDS, SENSE_WORDS, STRENGTH_WORDS } from "./plan-words.ts";

const WORDS = {
  zh: { yes: "是", no: "否", somebody: "（个人）" },
  en: { yes: "yes", no: "no", somebody: "(a person)" },
};

export function yesNo({ language }: PlanContext, value: boolean): string {
  return WORDS[language][value ? "yes" : "no"];
}

/** Names a subject of a rule: a school, group or post by name; a person not at all in public. */
function subjectName(context: PlanContext, about: RuleSubject): string {
  if (about.kind === "county" && about.limit === undefined) return "";
  const person = about.kind === "person" ? context.personById.get(about.person) : undefined;
  if (person === undefined) return context.say(context.names.subject(about));
  if (context.public) return WORDS[context.language].somebody;
  const { name, id } = person;
  return name === undefined ? id : context.say({ zh: `${name}（${id}）`, en: `${name} (${id})` });
}

/** A number of a unit as readers see it: ways in kilometres, two decimals at the most. */
function amount(value: number, unit: string): number {
  return Number((isMetres(unit) ? value / 1000 : value).toFixed(2));
}

function unitText({ say }: PlanContext, unit: string): string {
  return isMetres(unit) ? say({ zh: "公里", en: "km" }) : say(unitWord(unit));
}

/**
 * What every rule that is held to a number asks for and what the plan reaches. Aims stand with the levels, but for those that
 * miss a limit: what is not reached is told where one looks for it.
 */
export function measureSheet(context: PlanContext): OutSheet {
  const { language, say, ruleTitle, isCounted, placeOf } = context;
  const all = context.plan.measures.filter(({ rule, met }) => isCounted(rule) || !met);
  const counted = byRuleAndSchool(all, placeOf);
  const emptyRange = emptyRanges(context.plan.measures);
  const metText = (measure: Plan["measures"][number]) => {
    const told = emptyRange(measure);
    return told === undefined ? yesNo(context, measure.met) : say(told);
  };
  const bases = counted.map((measure) => baseText(measure, context.public));
  const hasBases = bases.some((base) => base !== undefined);
  return {
    name: { zh: "指标完成情况", en: "Measures" }[language],
    columns: [
      head(context, ["规定", "Rule"], 52),
      head(context, ["依据", "Source"], 12),
      head(context, ["对象", "Subject"], 28),
      head(context, ["完成", "Value"], [10, "number"]),
      head(context, ["要求", "Sense"], 10),
      head(context, ["标准", "Target"], [10, "number"]),
      head(context, ["单位", "Unit"], 8),
      head(context, ["是否达到", "Met"], 10),
      ...(hasBases ? [head(context, ["标准的计算", "How the target comes about"], 34)] : []),
    ],
    rows: counted.map((measure, at): readonly OutValue[] => [
      ruleTitle(measure.rule),
      measure.source,
      subjectName(context, measure.about),
      amount(measure.value, measure.unit),
      say(SENSE_WORDS[measure.sense]),
      amount(measure.target, measure.unit),
      unitText(context, measure.unit),
      metText(measure),
      ...(hasBases ? [bases[at] === undefined ? "" : say(bases[at])] : []),
    ]),
  };
}

/** Rules in their order, the schools of a rule in theirs. */
function byRuleAndSchool<T extends { readonly rule: string; readonly about: RuleSubject }>(
  lines: readonly T[],
  placeOf: PlanContext["placeOf"],
): readonly T[] {
  const order = new Map(lines.map(({ rule }, at) => [rule, at]));
  const placed = ({ about }: T) => ("school" in about ? placeOf(about.school) : -1);
  return lines.toSorted((a, b) => (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0) || placed(a) - placed(b));
}

/** Headcounts of every school before and after. */
export function schoolSheet(context: PlanContext): OutSheet {
  const { plan, schoolName, language, placeOf } = context;
  const schools = [...plan.schools].sort((a, b) => placeOf(a.school) - placeOf(b.school));
  const lacking = new Map<string, number>();
  for (const { school, shortfall } of plan.shortfalls) lacking.set(school, (lacking.get(school) ?? 0) + shortfall);
  const countsOf = (balance: Plan["schools"][number]) => [
    balance.establishment,
    balance.relationBefore,
    balance.relationAfter,
    balance.workingBefore,
    balance.workingAfter,
    balance.movesOut,
    balance.movesIn,
    lacking.get(balance.school) ?? 0,
  ];
  const headers = [
    ["编制数", "Establishment"],
    ["调配前人事关系", "Relation before"],
    ["调配后人事关系", "Relation after"],
    ["调配前在岗", "Working before"],
    ["调配后在岗", "Working after"],
    ["交流出", "Out"],
    ["交流入", "In"],
    ["缺员", "Shortfall"],
  ] as const;
  const sums = headers.map((_, at) => schools.reduce((sum, balance) => sum + (countsOf(balance)[at] ?? 0), 0));
  return {
    name: { zh: "学校前后对比", en: "Schools" }[language],
    columns: [
      head(context, ["学校名称", "School"], 26),
      ...headers.map((header) => head(context, header, [12, "integer"])),
    ],
    rows: [
      ...schools.map((balance): readonly OutValue[] => [schoolName(balance.school), ...countsOf(balance)]),
      ...(schools.length === 0 ? [] : [[context.say({ zh: "合计", en: "Total" }), ...sums]]),
    ],
    freezeColumns: 1,
  };
}

/** Posts that stay short of people. */
export function shortfallSheet(context: PlanContext): OutSheet {
  const { plan, instance, schoolName, language, placeOf } = context;
  const shortfalls = [...plan.shortfalls].sort((a, b) => placeOf(a.school) - placeOf(b.school));
  const posts = new Map(instance.posts.map((post) => [post.id, post]));
  /** The key of a cell without a listed post has the kind in its second place. */
  const kindOf = (id: string) => posts.get(id)?.kind ?? id.split("/").at(-3) ?? "teaching";
  /** Who reads that a post of the management is open asks which: the office says it. */
  const nameOf = (id: string) =>
    kindOf(id) === "teaching" ? wordOf("postKind", "teaching", language) : context.say(context.names.post(id));
  const headers = [
    ["需要人数", "Needed"],
    ["调配前", "Before"],
    ["调配后", "After"],
    ["缺员", "Shortfall"],
  ] as const;
  return {
    name: { zh: "岗位缺员", en: "Shortfalls" }[language],
    columns: [
      head(context, ["学校名称", "School"], 26),
      head(context, ["岗位类别", "Kind of post"], 14),
      head(context, ["学段", "Stage"], 10),
      head(context, ["学科", "Subject"], 14),
      ...headers.map((header) => head(context, header, [10, "integer"])),
    ],
    rows: shortfalls.map((entry): readonly OutValue[] => [
      schoolName(entry.school),
      nameOf(entry.post),
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
    name: { zh: "未落实的规定", en: "Rules not met" }[language],
    columns: [
      head(context, ["规定", "Rule"], 44),
      head(context, ["依据", "Source"], 12),
      head(context, ["性质", "Strength"], 14),
      head(context, ["对象", "Subject"], 22),
      head(context, ["差额", "Amount"], [10, "number"]),
      head(context, ["单位", "Unit"], 10),
      ...(internal ? [head(context, ["说明", "In words"], 44)] : []),
    ],
    rows: byRuleAndSchool(context.plan.violations, context.placeOf).map((violation): readonly OutValue[] => [
      ruleTitle(violation.rule),
      violation.source,
      say(STRENGTH_WORDS[violation.strength]),
      subjectName(context, violation.about),
      amount(violation.amount, violation.unit),
      unitText(context, violation.unit),
      ...(internal ? [say(violationText(violation, names))] : []),
    ]),
  };
}

/** Lots decide among equals: whoever is drawn first comes first, and the number says nothing. */
const LOT_UNIT = "ranks";

/** Values of the levels of the objective beside the best that any plan can reach. */
export function levelSheet(context: PlanContext): OutSheet {
  const { language, say, levelTitle, plan } = context;
  const aims = plan.levels.filter(({ unit }) => unit !== LOT_UNIT);
  const lots = say({
    zh: `注：条件相同者按公开抽签号（${plan.manifest.seed}）确定先后。`,
    en: `Note: among equals the public lot (${plan.manifest.seed}) decides who comes first.`,
  });
  return {
    name: { zh: "编制目标及完成情况", en: "Aims" }[language],
    columns: [
      head(context, ["先后", "No."], [7, "integer"]),
      head(context, ["目标", "Aim"], 44),
      head(context, ["单位", "Unit"], 10),
      head(context, ["本方案", "Plan"], [14, "number"]),
      head(context, ["理论最好值", "Best possible"], [14, "number"]),
      head(context, ["相差", "Gap"], [12, "percent"]),
      head(context, ["结论", "Status"], 26),
    ],
    rows: aims.map((level, index): readonly OutValue[] => [
      index + 1,
      levelTitle(level.name),
      unitText(context, level.unit),
      amount(level.value, level.unit),
      level.dualBound === null ? null : amount(level.dualBound, level.unit),
      level.relativeGap,
      say(REASON_WORDS[level.reason]),
    ]),
    ...(aims.length < plan.levels.length ? { notes: [lots] } : {}),
  };
}
