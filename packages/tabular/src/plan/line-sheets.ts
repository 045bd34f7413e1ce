import type { PlanMove } from "@lungang/core/plan";
import { UNKNOWN_METRES, indexCounty, schoolMetres } from "@lungang/core";
import { outColumn } from "../writing/out-columns.ts";
import { getPath } from "../county/nested.ts";
import {
  INTERNAL_COLUMNS,
  itinerarySheet,
  participationSheet,
  returnSheet,
  rosterSheet,
} from "../sheets/roster-sheets.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import type { OutSheet, OutValue } from "../workbook/write-xlsx.ts";
import type { PlanContext } from "./plan-context.ts";

/** Returns the sheets with one line a person, that are read back: moves, ended exchanges, light forms, walking. */
export function lineSheets(context: PlanContext): readonly OutSheet[] {
  const { returns, participations, itineraries } = context.plan;
  return [
    rosterOf(context),
    ...(returns.length > 0 ? [returnsOf(context)] : []),
    ...(participations.length > 0 ? [participationsOf(context)] : []),
    ...(itineraries.length > 0 ? [itinerariesOf(context)] : []),
  ];
}

/** A line of a plan between two schools. */
interface Line {
  readonly person: string;
  readonly from: string | null;
  readonly to: string;
}

/** Returns a line with the names that every sheet shows. */
function named<T extends Line>(line: T, { names, personById, schoolReference, public: isPublic }: PlanContext) {
  const name = isPublic ? names.person(line.person) : (personById.get(line.person)?.name ?? "");
  return { ...line, name, from: schoolReference(line.from), to: schoolReference(line.to) };
}

function rosterOf(context: PlanContext): OutSheet {
  const { plan, instance, personById, reasons, names, say } = context;
  const listed = new Set(instance.posts.map(({ id }) => id));
  const subjectOf = ({ post, person }: PlanMove) =>
    listed.has(post)
      ? say(names.post(post))
      : (personById.get(person)?.subjects.find((skill) => skill.main)?.subject ?? say(names.post(post)));
  const rows = plan.moves.map((move) => ({
    ...named(move, context),
    subject: subjectOf(move),
    ...(move.distanceMetres === null ? {} : { distanceKm: move.distanceMetres / 1000 }),
    reason: reasons.get(move.person) ?? "",
  }));
  return lineSheet(rosterSheet, rows, context);
}

function returnsOf(context: PlanContext): OutSheet {
  const rows = context.plan.returns.map((line) => named(line, context));
  return lineSheet(returnSheet, rows, context);
}

function participationsOf(context: PlanContext): OutSheet {
  const rows = context.plan.participations.map((line) => named(line, context));
  return lineSheet(participationSheet, rows, context);
}

function itinerariesOf(context: PlanContext): OutSheet {
  const { county } = indexCounty(context.instance);
  const place = (id: string) => county.schoolIndex.get(id) ?? -1;
  const rows = context.plan.itineraries.map((line) => {
    const metres = schoolMetres(county, place(line.from), place(line.to));
    const subject = context.say(context.names.post(line.post));
    return { ...named(line, context), subject, ...(metres === UNKNOWN_METRES ? {} : { travelKm: metres / 1000 }) };
  });
  return lineSheet(itinerarySheet, rows, context);
}

function lineSheet(spec: SheetSpec, lines: readonly object[], context: PlanContext): OutSheet {
  const { language, names, public: isPublic } = context;
  const shown = spec.columns.filter(
    ({ key }) => !(isPublic && INTERNAL_COLUMNS.has(key)) && !(key === "reason" && context.reasons.size === 0),
  );
  const rows = lines.map((line) =>
    shown.map((column): OutValue => {
      const value = getPath(line, column.key);
      if (value === undefined || value === null || value === "") return null;
      // The public word of a form does not tell why somebody goes, and nobody reads the sheet back.
      if (isPublic && column.key === "form") return context.say(names.form(value as PlanMove["form"]));
      return column.codec.write(value, language);
    }),
  );
  return {
    name: language === "zh" ? spec.zh : (spec.en ?? spec.key),
    columns: shown.map((column) => {
      const { choices: _choices, required: _required, ...plain } = outColumn(column, { commented: false });
      return language === "zh" ? plain : { ...plain, header: column.en ?? column.key };
    }),
    rows: numbered(isPublic ? byWhatIsShown(rows) : rows),
    ...(spec.freezeColumns === undefined || isPublic ? {} : { freezeColumns: spec.freezeColumns }),
  };
}

/** Orders rows by the texts that they show: the order of an instance follows birth dates and statuses. */
export function byWhatIsShown(rows: readonly (readonly OutValue[])[]): readonly (readonly OutValue[])[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

/** Puts the number of the row into the first column. */
export function numbered(rows: readonly (readonly OutValue[])[]): readonly (readonly OutValue[])[] {
  return rows.map(([, ...rest], index) => [String(index + 1), ...rest]);
}
