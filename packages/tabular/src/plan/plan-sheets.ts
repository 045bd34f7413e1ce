import type { Instance, Plan } from "@lungang/core";
import { maskName, words } from "@lungang/core";
import { outColumn } from "../writing/out-columns.ts";
import { getPath } from "../county/rows.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { wordOf } from "../values/vocabulary.ts";
import type { OutSheet, OutValue } from "../workbook/write-xlsx.ts";
import type { PlanContext } from "./plan-context.ts";
import {
  levelSheet,
  manifestSheet,
  measureSheet,
  schoolSheet,
  shortfallSheet,
  violationSheet,
} from "./result-sheets.ts";
import { INTERNAL_COLUMNS, returnSheet, rosterSheet } from "../sheets/roster-sheets.ts";
import { STAY_WORDS } from "./plan-words.ts";

export interface PlanSheetsOptions {
  /** Masks names and leaves out ids, distances, statuses and reasons. */
  readonly public: boolean;
  /** Why each person moves, by person id; shown in the internal version only. */
  readonly reasons?: ReadonlyMap<string, string>;
}

/**
 * Returns the sheets of a plan as data: roster, returns, measures, schools, people not moved, shortfalls, levels.
 *
 * The public version holds no id of a person, no full name, no distance, and the same words for every exempt person.
 */
export function planSheets(plan: Plan, instance: Instance, options: PlanSheetsOptions): readonly OutSheet[] {
  const names = new Map(instance.schools.map((school) => [school.id, school.name]));
  const shared = repeated(instance.schools.map((school) => school.name));
  const context: PlanContext = {
    plan,
    instance,
    public: options.public,
    reasons: options.reasons ?? new Map(),
    personById: new Map(instance.persons.map((person) => [person.id, person])),
    schoolName: (id) => (id === null ? "" : (names.get(id) ?? id)),
    schoolReference: (id) =>
      id === null ? "" : options.public || !shared.has(names.get(id) ?? "") ? (names.get(id) ?? id) : id,
  };
  return [
    rosterOf(context),
    ...(plan.returns.length > 0 ? [returnsOf(context)] : []),
    measureSheet(context),
    schoolSheet(context),
    staysOf(context),
    shortfallSheet(context),
    ...(plan.violations.length > 0 ? [violationSheet(context)] : []),
    levelSheet(context),
    manifestSheet(context),
  ];
}

/** Returns the names that occur more than once. */
function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

function shownName({ public: isPublic, personById }: PlanContext, id: string): string {
  const name = personById.get(id)?.name;
  return isPublic ? maskName(name) : (name ?? "");
}

function rosterOf(context: PlanContext): OutSheet {
  const { plan, instance, personById, reasons, schoolReference } = context;
  const posts = new Map(instance.posts.map((post) => [post.id, post]));
  const rows = plan.moves.map((move, index) => {
    const post = posts.get(move.post);
    const subject = post?.subject ?? personById.get(move.person)?.subjects.find((skill) => skill.main)?.subject;
    const stage = post?.stage === undefined ? "" : wordOf("stage", post.stage);
    const metres = move.distanceMetres;
    return {
      ...move,
      number: String(index + 1),
      name: shownName(context, move.person),
      subject: `${stage}${subject ?? ""}`,
      from: schoolReference(move.from),
      to: schoolReference(move.to),
      ...(metres === null ? {} : { distanceKm: metres / 1000 }),
      reason: reasons.get(move.person) ?? "",
    };
  });
  return recordSheet(rosterSheet, rows, context);
}

function returnsOf(context: PlanContext): OutSheet {
  const rows = context.plan.returns.map((entry, index) => ({
    ...entry,
    number: String(index + 1),
    name: shownName(context, entry.person),
    from: context.schoolReference(entry.from),
    to: context.schoolReference(entry.to),
  }));
  return recordSheet(returnSheet, rows, context);
}

function recordSheet(spec: SheetSpec, rows: readonly object[], context: PlanContext): OutSheet {
  const shown = spec.columns.filter(
    ({ key }) => !(context.public && INTERNAL_COLUMNS.has(key)) && !(key === "reason" && context.reasons.size === 0),
  );
  return {
    name: spec.zh,
    columns: shown.map((column) => {
      const { choices: _choices, required: _required, ...plain } = outColumn(column, { commented: false });
      return plain;
    }),
    rows: rows.map((row) =>
      shown.map((column): OutValue => {
        const value = getPath(row, column.key);
        return value === undefined || value === null || value === "" ? null : column.codec.write(value);
      }),
    ),
    ...(spec.freezeColumns === undefined || context.public ? {} : { freezeColumns: spec.freezeColumns }),
  };
}

function staysOf(context: PlanContext): OutSheet {
  const { plan, schoolName } = context;
  const internal = !context.public;
  const rows = plan.stays.map((stay, index): readonly OutValue[] => [
    String(index + 1),
    ...(internal ? [stay.person] : []),
    shownName(context, stay.person),
    schoolName(stay.school),
    STAY_WORDS[stay.reason],
    ...(internal ? [stay.rule ?? "", stay.source ?? "", statusWords(context, stay.person)] : []),
  ]);
  return {
    name: "未交流人员及原因",
    columns: [
      { header: "序号", width: 7 },
      ...(internal ? [{ header: "人员编号", width: 13 }] : []),
      { header: "姓名", width: 11 },
      { header: "学校名称", width: 26 },
      { header: "原因", width: 18 },
      ...(internal
        ? [
            { header: "规则", width: 24 },
            { header: "依据", width: 12 },
            { header: "情形", width: 20 },
          ]
        : []),
    ],
    rows,
  };
}

function statusWords({ personById }: PlanContext, id: string): string {
  const codes = personById.get(id)?.statuses.map((status) => words.status[status.code].zh) ?? [];
  return [...new Set(codes)].join("、");
}
