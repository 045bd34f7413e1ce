import type { Text } from "@lungang/core";
import { amountText, baseText, emptyRanges, subjectKey } from "@lungang/core/plan";
import { isHard, ruleNamed } from "@lungang/core/policy";
import type { Overview } from "@lungang/explain";
import { highestText } from "@lungang/explain";
import { text } from "../text.ts";
import type { Ground } from "./ground.ts";
import { joined, shownNumber } from "./ground.ts";
import type { ChangeLine, RuleLine } from "./page.ts";

type Measure = Overview["measures"][number];

/** Returns what the rules with a number ask for and reach: what is missed comes first, then shares and numbers of people. */
export function ruleLines(ground: Ground): readonly RuleLine[] {
  const byRule = new Map<string, Measure[]>();
  for (const measure of ground.overview.measures) {
    if (measure.about.kind === "person") continue;
    byRule.set(measure.rule, [...(byRule.get(measure.rule) ?? []), measure]);
  }
  const lines = ground.policy.rules.flatMap((rule): RuleLine[] => {
    const measures = byRule.get(rule.id) ?? [];
    const isCounted = ruleNamed(rule.rule).isCounted === true;
    // A rule that is priced only has no target of its own.
    const asked = measures.filter(({ sense, target }) => (isCounted || sense === "atLeast") && asksFor(sense, target));
    const head = { title: rule.text, hard: isHard(rule), isShare: SHARES.has(rule.rule) };
    const [first, ...others] = asked;
    if (first === undefined) return [];
    return [{ ...head, ...(others.length === 0 ? lineOf(first, ground) : linesTogether(asked, ground)) }];
  });
  const rank = ({ met, hard, isShare }: RuleLine) => (met ? (isShare ? 2 : 3) : hard ? 0 : 1);
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

/** At least nobody asks for nothing. */
function asksFor(sense: Measure["sense"], target: number): boolean {
  return sense !== "atLeast" || target > 0;
}

/** Rules that ask for a share of people: one person less can miss them. */
const SHARES: ReadonlySet<string> = new Set(["quota", "share", "direction"]);

type RuleNumbers = Omit<RuleLine, "title" | "hard" | "isShare">;

/** Tells of a rule with a number at several places at how many it is reached, and where it is not. */
function linesTogether(measures: readonly Measure[], { names }: Ground): RuleNumbers {
  const missed = measures.filter(({ met }) => !met);
  const [value, target] = [measures.length - missed.length, measures.length];
  const where = joined(missed.slice(0, NAMED).map(({ about }) => names.subject(about)));
  const more = missed.length > NAMED ? text("等", " and others") : text("", "");
  return {
    source: measures[0]?.source ?? "",
    about: null,
    met: missed.length === 0,
    value,
    target,
    shown: text(`${value}／${target} 处`, `${value} of ${target} places`),
    base: missed.length === 0 ? null : text(`未达到：${where.zh}${more.zh}`, `missed: ${where.en}${more.en}`),
    slack: null,
    highest: null,
  };
}

/** How a value stands to what is asked for, where it is met and where it is not. */
const KEPT: Readonly<Record<Measure["sense"], Text>> = {
  atLeast: text("≥", "≥"),
  atMost: text("≤", "≤"),
  equal: text("＝", "="),
};
const MISSED: Readonly<Record<Measure["sense"], Text>> = {
  atLeast: text("＜", "<"),
  atMost: text("＞", ">"),
  equal: text("≠", "≠"),
};

function lineOf(measure: Measure, ground: Ground): RuleNumbers {
  const { isPublic, names } = ground;
  const { source, about, met, value, target, sense, unit } = measure;
  const sign = (met ? KEPT : MISSED)[sense];
  const wants = amountText(target, unit);
  return {
    source,
    about: about.kind === "county" ? null : names.subject(about),
    met,
    value,
    target,
    shown: text(
      `${shownNumber(value, unit)} ${sign.zh} ${wants.zh}`,
      `${shownNumber(value, unit)} ${sign.en} ${wants.en}`,
    ),
    base: baseText(measure, isPublic) ?? null,
    slack: emptyRanges(ground.overview.measures)(measure) ?? slackText(measure),
    highest: highestAt(measure, ground),
  };
}

/** How far a rule can be raised: said where it was computed for this policy, and nowhere but in the bureau. */
function highestAt({ rule, about }: Measure, { highest = [], isPublic, wording }: Ground): RuleLine["highest"] {
  const found = highest.find((each) => each.rule === rule && subjectKey(each.about) === subjectKey(about));
  if (isPublic || found === undefined || found.reached === null) return null;
  return { value: found.reached, text: highestText(found, wording) };
}

function slackText({ slack, met, unit }: Measure): Text | null {
  if (slack === null) return null;
  const by = amountText(Math.abs(slack), unit);
  if (!met) return text(`差 ${by.zh}`, `${by.en} missing`);
  return slack === 0 ? text("没有余量", "no slack") : text(`余量 ${by.zh}`, `slack ${by.en}`);
}

/** Returns numbers of which less is better, before and after; what gets worse comes first. */
export function changeLines({ overview, names }: Ground): readonly ChangeLine[] {
  const { missing, posts, changes } = overview;
  const grown = posts.filter(({ missingBefore, missingAfter }) => missingAfter > missingBefore);
  const at = [...new Set(grown.map(({ school }) => school))].map((school) => names.school(school));
  const list = `${at.slice(0, NAMED).join("、")}${at.length > NAMED ? "等" : ""}`;
  const first: ChangeLine[] =
    missing.grown === 0
      ? []
      : [
          {
            title: text(
              `新增缺员：${list}`,
              `Newly short: ${at.slice(0, NAMED).join(", ")}${at.length > NAMED ? " and others" : ""}`,
            ),
            axis: null,
            before: 0,
            after: missing.grown,
            shown: text(`${missing.grown} 个`, `${missing.grown}`),
            change: "worse",
          },
        ];
  return [
    ...first,
    ...changes.map(({ indicator, before, after, change }): ChangeLine => {
      const { title, unit } = indicatorText(indicator);
      const digits = Number.isInteger(before) && Number.isInteger(after) ? 0 : 2;
      const pair = change === "same" ? after.toFixed(digits) : `${before.toFixed(digits)} → ${after.toFixed(digits)}`;
      const axis = unit.zh === "" ? "coefficient" : "heads";
      return {
        title,
        axis,
        before,
        after,
        shown: text(`${pair} ${unit.zh}`.trim(), `${pair} ${unit.en}`.trim()),
        change,
      };
    }),
  ];
}

/** Schools named one by one on the first screen. */
const NAMED = 4;

const STAGES: Readonly<Record<string, Text>> = {
  kindergarten: text("幼儿园", "Kindergarten"),
  primary: text("小学", "Primary"),
  junior: text("初中", "Junior secondary"),
  senior: text("高中", "Senior secondary"),
  vocational: text("中职", "Vocational"),
  special: text("特教", "Special education"),
};

const PLAIN: Readonly<Record<string, { readonly title: Text; readonly unit: Text }>> = {
  subjectShortfall: { title: text("学科教师缺员", "Teaching posts short"), unit: text("个", "posts") },
  postShortfall: { title: text("岗位缺员（含管理、教辅）", "All posts short"), unit: text("个", "posts") },
  overEstablishment: { title: text("超编", "Above establishment"), unit: text("人", "people") },
  underEstablishment: { title: text("缺编", "Below establishment"), unit: text("人", "people") },
};

function indicatorText(indicator: string): { readonly title: Text; readonly unit: Text } {
  const plain = PLAIN[indicator];
  if (plain !== undefined) return plain;
  const [what, stage = ""] = indicator.split(".");
  const where = STAGES[stage] ?? text(stage, stage);
  const set = what === "backboneCv" ? text("骨干教师", "backbone teachers") : text("高级职称教师", "senior teachers");
  return {
    title: text(`${where.zh}${set.zh}分布差异系数`, `${where.en}: variation of ${set.en} between schools`),
    unit: text("", ""),
  };
}
