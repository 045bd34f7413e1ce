import type { Instance, Measure, Policy, RuleSubject, ToldViolation } from "lungang";
import { COUNTY, amountText, emptyRanges, namesOf } from "lungang";
import { say } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** Violations shown to a reader before the rest is only counted. */
const SHOWN = 30;

const SENSES = { atLeast: "≥", atMost: "≤", equal: "=" } as const;

/** Measures and what their ids mean. */
export interface MeasuresView {
  readonly measures: readonly Measure[];
  readonly instance: Instance;
  readonly policy: Policy;
}

/** Returns the table of what every rule asks for and what is reached. */
export function measuresTable(session: Session, { measures, policy, instance }: MeasuresView): string {
  const titles = new Map(policy.rules.map((rule) => [rule.id, say(session, rule.text)]));
  const names = namesOf(instance, { policy });
  const subjectOf = ({ about }: Measure) => (isWholeCounty(about) ? "" : say(session, names.subject(about)));
  const priced = new Set(policy.rules.filter(({ params }) => "level" in (params as object)).map((rule) => rule.id));
  const targets = measures.filter((measure) => !(priced.has(measure.rule) && isWithoutTarget(measure)));
  const shown = [...new Set(targets.map((measure) => measure.rule))].flatMap((rule) =>
    summarised(targets.filter((measure) => measure.rule === rule)),
  );
  const withSubjects = shown.some(({ about }) => !isWholeCounty(about));
  const columns = [
    { title: say(session, { zh: "规则", en: "rule" }) },
    ...(withSubjects ? [{ title: say(session, { zh: "对象", en: "subject" }) }] : []),
    { title: say(session, { zh: "出处", en: "source" }) },
    { title: say(session, { zh: "结果", en: "value" }), right: true },
    { title: say(session, { zh: "要求", en: "target" }), right: true },
    { title: "" },
  ];
  const emptyRange = emptyRanges(measures);
  const markOf = (measure: Measure) => {
    const told = emptyRange(measure);
    return told === undefined ? (measure.met ? "✓" : "✗") : say(session, told);
  };
  const rows = shown.map((measure) => [
    titles.get(measure.rule) ?? measure.rule,
    ...(withSubjects ? [subjectOf(measure)] : []),
    measure.source,
    say(session, amountText(measure.value, measure.unit)),
    `${SENSES[measure.sense]} ${say(session, amountText(measure.target, measure.unit))}`,
    markOf(measure),
  ]);
  return tableText(columns, rows);
}

function isWholeCounty(about: RuleSubject): boolean {
  return about.kind === "county" && about.limit === undefined;
}

/** What a level minimises has no target of its own and stands among the levels. */
function isWithoutTarget({ sense, value, target }: Measure): boolean {
  return sense === "atMost" && value === target;
}

/** More measures of one rule than this are summed up where they are met. */
const EACH_SHOWN = 3;

/** A rule with a measure for every school is one row that counts those met, and a row for each that is not. */
function summarised(measures: readonly Measure[]): readonly Measure[] {
  const [first] = measures;
  if (first === undefined || measures.length <= EACH_SHOWN) return measures;
  const missed = measures.filter((measure) => !measure.met);
  const { rule, source } = first;
  const value = measures.length - missed.length;
  const target = measures.length;
  return [
    { rule, source, about: COUNTY, unit: "met", value, target, sense: "atLeast", met: value === target },
    ...missed,
  ];
}

const STRENGTHS = {
  hard: { zh: "违反", en: "Broken" },
  override: { zh: "已放宽", en: "Set aside" },
  soft: { zh: "未达到", en: "Not met" },
} as const;

/** Returns one line a violation, hard ones first. */
export function violationLines(session: Session, violations: readonly ToldViolation[]): string {
  const ordered = [...violations].sort((a, b) => Number(b.strength === "hard") - Number(a.strength === "hard"));
  const lines = ordered.slice(0, SHOWN).map(({ strength, source, message }) => {
    const cited = source === "" ? "" : ` [${source}]`;
    return `  ${say(session, STRENGTHS[strength])}${cited} ${say(session, message)}`;
  });
  const rest = ordered.length - lines.length;
  const more = { zh: `  ……另有 ${rest} 处`, en: `  ... and ${rest} more` };
  return [...lines, ...(rest > 0 ? [say(session, more)] : [])].join("\n");
}
