import type { Instance, Person, Text } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { ruleNamed } from "@lungang/core/policy";
import { compareIds, namesOf, placesInList } from "@lungang/core/plan";
import { words } from "@lungang/core";
import type { Language } from "../values/codec.ts";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import { lineSheets, mainSubject } from "./line-sheets.ts";
import type { CountedScale, PersonWords, PlanContext, SettingWords } from "./plan-context.ts";
import { head } from "./plan-context.ts";
import { pointsSheet } from "./points-sheet.ts";
import { STAY_WORDS } from "./plan-words.ts";
import { manifestSheet } from "./manifest-sheet.ts";
import { levelSheet, measureSheet, schoolSheet, shortfallSheet, violationSheet } from "./result-sheets.ts";
import { swapSheet } from "./swap-sheet.ts";

/**
 * For whom the sheets of a plan are written, and in which language.
 *
 * @public
 */
export interface PlanSheetsOptions {
  /** Masks names and leaves out ids, distances, statuses, reasons and the list of those who stay. */
  readonly public: boolean;
  /** Why each person goes or stays, by person id; shown in the internal version only. @defaultValue nothing is told */
  readonly people?: ReadonlyMap<string, PersonWords>;
  /** Points of people: item by item in the internal version, in public the totals of those who move. @defaultValue none */
  readonly points?: readonly CountedScale[];
  /** Parameters that were set; shown in the internal version only. @defaultValue none */
  readonly settings?: readonly SettingWords[];
  /** Titles of rules and levels; their ids stand where it is not given. */
  readonly policy?: Pick<Policy, "name" | "rules" | "levels" | "calendar" | "publication">;
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
  const { language = "zh", policy } = options;
  const say = (text: Text) => text[language];
  const rules = new Map(policy?.rules.map(({ id, text }) => [id, say(text)]));
  const levels = new Map(policy?.levels.map(({ name, text }) => [name, say(text)]));
  const kinds = new Map(policy?.rules.map((entry) => [entry.id, entry.rule]));
  const context: PlanContext = {
    plan,
    instance,
    public: options.public,
    language,
    say,
    ruleTitle: (rule) => rules.get(rule) ?? rule,
    levelTitle: (name) => levels.get(name) ?? name,
    policyTitle: say(policyTitle(plan, policy)),
    names: namesOf(instance, { public: options.public, policy }),
    policy,
    people: options.people ?? new Map(),
    points: options.points ?? [],
    settings: options.settings ?? [],
    isCounted: (rule) => {
      const kind = kinds.get(rule);
      return kind === undefined || ruleNamed(kind).isCounted === true;
    },
    placeOf: placesInList(instance),
    personById: new Map(instance.persons.map((person) => [person.id, person])),
    ...schoolWords(instance, options.public),
  };
  return [
    ...lineSheets(context),
    swapSheet(context),
    measureSheet(context),
    schoolSheet(context),
    ...(options.public ? [] : internalSheets(context)),
    shortfallSheet(context),
    ...(options.public ? [] : [violationSheet(context), levelSheet(context)]),
    manifestSheet(context),
  ];
}

function policyTitle({ manifest }: Plan, policy: PlanSheetsOptions["policy"]): Text {
  const { id, version } = manifest.policy;
  const known = `${id} ${version}`;
  return policy === undefined ? { zh: known, en: known } : { zh: `《${policy.name.zh}》`, en: policy.name.en };
}

function schoolWords(instance: Instance, isPublic: boolean): Pick<PlanContext, "schoolName" | "schoolReference"> {
  const schools = new Map(instance.schools.map((school) => [school.id, school.name]));
  const shared = repeated(instance.schools.map((school) => school.name));
  const schoolName = (id: string | null) => (id === null ? "" : (schools.get(id) ?? id));
  const isShared = (id: string) => shared.has(schools.get(id) ?? "");
  return {
    schoolName,
    schoolReference: (id) => (id !== null && !isPublic && isShared(id) ? id : schoolName(id)),
  };
}

/** What the bureau alone sees. */
function internalSheets(context: PlanContext): readonly OutSheet[] {
  return [staysOf(context), ...(context.points.length === 0 ? [] : [pointsSheet(context)])];
}

/** Returns the names that occur more than once. */
function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/** Who stays and why, for the bureau alone. */
function staysOf(context: PlanContext): OutSheet {
  const { plan, schoolName, say, personById, language, people, placeOf } = context;
  const stays = [...plan.stays].sort((a, b) => placeOf(a.school) - placeOf(b.school) || compareIds(a.person, b.person));
  const rows = stays.map((stay, index): readonly OutValue[] => {
    const { name, subjects } = personById.get(stay.person) ?? NOBODY;
    const untold = { reason: say(STAY_WORDS[stay.reason]), facts: "", source: stay.source ?? "" };
    const { reason, facts, source } = people.get(stay.person) ?? untold;
    return [
      String(index + 1),
      stay.person,
      name ?? "",
      schoolName(stay.school),
      mainSubject(subjects),
      reason,
      facts,
      source,
      statusWords(context, stay.person),
    ];
  });
  return {
    name: { zh: "未交流人员及原因", en: "People who stay" }[language],
    columns: [
      head(context, ["序号", "No."], 6),
      head(context, ["人员编号", "Person id"], 11),
      head(context, ["姓名", "Name"], 9),
      head(context, ["学校名称", "School"], 17),
      head(context, ["任教学科", "Subject"], 10),
      head(context, ["原因", "Reason"], 24),
      head(context, ["具体情况", "Figures"], 48),
      head(context, ["依据", "Source"], 12),
      head(context, ["情形", "Status"], 14),
    ],
    rows,
    notes: totalNotes(context, rows.length),
    freezeColumns: 3,
  };
}

const NOBODY: Pick<Person, "name" | "subjects"> = { name: undefined, subjects: [] };

function totalNotes({ language, plan, say }: PlanContext, count: number): readonly string[] {
  const reasons = new Map<string, number>();
  for (const { reason } of plan.stays) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const parts = [...reasons].map(([reason, heads]) => {
    const word = say(STAY_WORDS[reason as keyof typeof STAY_WORDS]);
    return { zh: `${word}${heads}人`, en: `${word}: ${heads}` }[language];
  });
  const list = parts.join({ zh: "，", en: ", " }[language]);
  return count === 0 ? [] : [say({ zh: `合计：${count}人（${list}）`, en: `Total: ${count} (${list})` })];
}

function statusWords({ personById, say, language }: PlanContext, id: string): string {
  const codes = personById.get(id)?.statuses.map((status) => say(words.status[status.code])) ?? [];
  return [...new Set(codes)].join({ zh: "、", en: ", " }[language]);
}
