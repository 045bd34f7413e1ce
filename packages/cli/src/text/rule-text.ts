import type { Instance, Measure, Policy, Violation } from "@lungang/core";
import { namesOf } from "../names.ts";
import { say } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";
import { unitWord } from "./words.ts";

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
  const names = namesOf(instance);
  const columns = [
    { title: say(session, { zh: "规则", en: "rule" }) },
    { title: say(session, { zh: "出处", en: "source" }) },
    { title: say(session, { zh: "结果", en: "value" }), right: true },
    { title: say(session, { zh: "要求", en: "target" }), right: true },
    { title: "" },
  ];
  const rows = measures.map((measure) => [
    [titles.get(measure.rule) ?? measure.rule, measure.subject === undefined ? "" : names.school(measure.subject)]
      .filter((part) => part !== "")
      .join(" · "),
    measure.source,
    `${measure.value} ${unitWord(session, measure.unit)}`,
    `${SENSES[measure.sense]} ${measure.target}`,
    measure.met ? "✓" : "✗",
  ]);
  return tableText(columns, rows);
}

const STRENGTHS = {
  hard: { zh: "违反", en: "Broken" },
  override: { zh: "已放宽", en: "Set aside" },
  soft: { zh: "未达到", en: "Not met" },
} as const;

/** Returns one line a violation, hard ones first. */
export function violationLines(session: Session, violations: readonly Violation[]): string {
  const ordered = [...violations].sort((a, b) => Number(b.strength === "hard") - Number(a.strength === "hard"));
  const lines = ordered.slice(0, SHOWN).map(({ strength, source, message }) => {
    const cited = source === "" ? "" : ` [${source}]`;
    return `  ${say(session, STRENGTHS[strength])}${cited} ${say(session, message)}`;
  });
  const rest = ordered.length - lines.length;
  const more = { zh: `  ……另有 ${rest} 处`, en: `  ... and ${rest} more` };
  return [...lines, ...(rest > 0 ? [say(session, more)] : [])].join("\n");
}
