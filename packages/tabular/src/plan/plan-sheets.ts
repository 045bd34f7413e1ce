import type { Instance, Text } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { namesOf } from "@lungang/core/plan";
import { words } from "@lungang/core";
import type { Language } from "../values/codec.ts";
import type { OutSheet, OutValue } from "../workbook/write-xlsx.ts";
import { lineSheets } from "./line-sheets.ts";
import type { PlanContext } from "./plan-context.ts";
import { head } from "./plan-context.ts";
import type { CountedScale } from "./points-sheet.ts";
import { pointsSheet } from "./points-sheet.ts";
import { STAY_WORDS } from "./plan-words.ts";
import {
  levelSheet,
  manifestSheet,
  measureSheet,
  schoolSheet,
  shortfallSheet,
  violationSheet,
} from "./result-sheets.ts";
import { swapSheet } from "./swap-sheet.ts";

/**
 * For whom the sheets of a plan are written, and in which language.
 *
 * @public
 */
export interface PlanSheetsOptions {
  /** Masks names and leaves out ids, distances, statuses, reasons and the list of those who stay. */
  readonly public: boolean;
  /** Why each person moves, by person id; shown in the internal version only. */
  readonly reasons?: ReadonlyMap<string, string>;
  /** Points of people item by item; shown in the internal version only. @defaultValue none */
  readonly points?: readonly CountedScale[];
  /** Titles of rules and levels; their ids stand where it is not given. */
  readonly policy?: Pick<Policy, "name" | "rules" | "levels">;
  /** @defaultValue "zh" */
  readonly language?: Language;
}

/**
 * Returns the sheets of a plan as data: roster, returns, light forms, walking, swaps, measures, schools, people not
 * moved, shortfalls, levels.
 *
 * The public version holds no id of a person, no full name and no distance, its rows about people are ordered by what
 * they show, and nobody who stays is named: beside the ledgers the list would tell who uses no headcount.
 *
 * @public
 */
export function planSheets(plan: Plan, instance: Instance, options: PlanSheetsOptions): readonly OutSheet[] {
  const schools = new Map(instance.schools.map((school) => [school.id, school.name]));
  const shared = repeated(instance.schools.map((school) => school.name));
  const { language = "zh", policy } = options;
  const say = (text: Text) => text[language];
  const rules = new Map(policy?.rules.map(({ id, text }) => [id, say(text)]));
  const levels = new Map(policy?.levels.map(({ name, text }) => [name, say(text)]));
  const { id, version } = plan.manifest.policy;
  const context: PlanContext = {
    plan,
    instance,
    public: options.public,
    language,
    say,
    ruleTitle: (rule) => rules.get(rule) ?? rule,
    levelTitle: (name) => levels.get(name) ?? name,
    policyTitle: policy === undefined ? `${id} ${version}` : `${say(policy.name)} (${id} ${version})`,
    names: namesOf(instance, { public: options.public, policy }),
    reasons: options.reasons ?? new Map(),
    personById: new Map(instance.persons.map((person) => [person.id, person])),
    schoolName: (id) => (id === null ? "" : (schools.get(id) ?? id)),
    schoolReference: (id) =>
      id === null ? "" : options.public || !shared.has(schools.get(id) ?? "") ? (schools.get(id) ?? id) : id,
  };
  const swaps = swapSheet(context);
  return [
    ...lineSheets(context),
    ...(swaps === undefined ? [] : [swaps]),
    measureSheet(context),
    schoolSheet(context),
    ...(options.public ? [] : internalSheets(context, options)),
    shortfallSheet(context),
    ...(plan.violations.length > 0 ? [violationSheet(context)] : []),
    levelSheet(context),
    manifestSheet(context),
  ];
}

/** What the bureau alone sees. */
function internalSheets(context: PlanContext, { points = [] }: PlanSheetsOptions): readonly OutSheet[] {
  return [staysOf(context), ...(points.length === 0 ? [] : [pointsSheet(context, points)])];
}

/** Returns the names that occur more than once. */
function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/** Who stays and why, for the bureau alone. */
function staysOf(context: PlanContext): OutSheet {
  const { plan, schoolName, say, personById, language, reasons } = context;
  const rows = plan.stays.map((stay, index): readonly OutValue[] => [
    String(index + 1),
    stay.person,
    personById.get(stay.person)?.name ?? "",
    schoolName(stay.school),
    say(STAY_WORDS[stay.reason]),
    reasons.get(stay.person) ?? stay.rule ?? "",
    stay.source ?? "",
    statusWords(context, stay.person),
  ]);
  return {
    name: { zh: "未交流人员及原因", en: "People who stay" }[language],
    columns: [
      head(context, ["序号", "No."], 7),
      head(context, ["人员编号", "Person id"], 13),
      head(context, ["姓名", "Name"], 11),
      head(context, ["学校名称", "School"], 26),
      head(context, ["原因", "Reason"], 18),
      head(context, ["规定", "Rule"], 40),
      head(context, ["依据", "Source"], 12),
      head(context, ["情形", "Status"], 20),
    ],
    rows,
  };
}

function statusWords({ personById, say, language }: PlanContext, id: string): string {
  const codes = personById.get(id)?.statuses.map((status) => say(words.status[status.code])) ?? [];
  return [...new Set(codes)].join({ zh: "、", en: ", " }[language]);
}
