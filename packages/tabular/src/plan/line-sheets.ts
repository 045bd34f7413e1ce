import type { PlanMove } from "@lungang/core/plan";
import { compareIds } from "@lungang/core/plan";
import { pointsText } from "@lungang/core/policy";
import type { Person, Text } from "@lungang/core";
import { UNKNOWN_METRES, indexCounty, schoolMetres, words } from "@lungang/core";
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
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import type { PersonWords, PlanContext } from "./plan-context.ts";
import { stageCounts } from "./stage-counts.ts";

/** Returns the sheets with one line a person, that are read back: moves, ended exchanges, light forms, walking. */
export function lineSheets(context: PlanContext): readonly OutSheet[] {
  return [rosterOf(context), returnsOf(context), participationsOf(context), itinerariesOf(context)];
}

/** A line of a plan between two schools. */
interface Line {
  readonly person: string;
  readonly from: string | null;
  readonly to: string;
}

/** A line with the names that every sheet shows, and by what it is put in order. */
interface NamedLine extends Line {
  /** Places of the school left and the school entered as the county lists them. */
  readonly places: readonly [from: number, to: number];
}

function named<T extends Line>(line: T, context: PlanContext): T & NamedLine & { readonly name: string } {
  const { names, personById, schoolReference, placeOf, public: isPublic } = context;
  const name = isPublic ? names.person(line.person) : (personById.get(line.person)?.name ?? "");
  const places = [placeOf(line.from), placeOf(line.to)] as const;
  return { ...line, name, places, from: schoolReference(line.from), to: schoolReference(line.to) };
}

function rosterOf(context: PlanContext): OutSheet {
  const { plan, instance, names, say } = context;
  const kinds = new Map(instance.posts.map(({ id, kind }) => [id, kind]));
  // A head teaches a subject, too: the post entered is the office.
  const isCalled = (post: string) => kinds.has(post) || post.split("/").at(-3) === "management";
  const describe = describer(context);
  const pointsOf = pointsTeller(context);
  const rows = plan.moves.map((move) => {
    const described = describe(move);
    const { presentSubject } = described;
    return {
      ...named(move, context),
      ...described,
      ...pointsOf(move),
      subject: isCalled(move.post) || presentSubject === "" ? say(names.post(move.post)) : presentSubject,
      ...(move.distanceMetres === null ? {} : { distanceKm: move.distanceMetres / 1000 }),
    };
  });
  return { ...lineSheet(rosterSheet, rows, context), notes: rosterTotals(context), always: true };
}

/** Returns how many people go, by stage and by what they are. */
function rosterTotals({ plan, instance, say, public: isPublic, people }: PlanContext): readonly string[] {
  const total = plan.moves.length;
  if (total === 0) return [say({ zh: "合计：0人", en: "Total: 0" })];
  const byStage = stageCounts(plan.moves, instance);
  const recruits = plan.moves.filter(({ form }) => form === "recruit").length;
  const backbone = plan.moves.filter(({ person }) => people.get(person)?.backbone === true).length;
  const stages = { zh: byStage.map(({ zh }) => zh).join("，"), en: byStage.map(({ en }) => en).join(", ") };
  const of: Text[] = [
    ...(total > recruits ? [{ zh: `交流${total - recruits}人`, en: `exchanged: ${total - recruits}` }] : []),
    ...(recruits > 0 ? [{ zh: `新招聘${recruits}人`, en: `recruits: ${recruits}` }] : []),
    ...(isPublic || backbone === 0 ? [] : [{ zh: `骨干教师${backbone}人`, en: `backbone: ${backbone}` }]),
  ];
  const parts = { zh: of.map(({ zh }) => zh).join("，"), en: of.map(({ en }) => en).join(", ") };
  return [
    say({ zh: `合计：${total}人（${stages.zh}；其中${parts.zh}）`, en: `Total: ${total} (${stages.en}; ${parts.en})` }),
  ];
}

/** What a roster tells about who goes, in the order of its columns. */
interface Described {
  readonly sex: string;
  readonly title: string;
  readonly office: string;
  readonly presentSubject: string;
}

/** Whose office the public has: a list of heads who go says of what they are the head. */
const HEADS: ReadonlySet<Person["personType"]> = new Set(["principal", "vicePrincipal"]);

const UNKNOWN: Described = { sex: "", title: "", office: "", presentSubject: "" };
const YES: Text = { zh: "是", en: "yes" };
const NO: Text = { zh: "否", en: "no" };

/** Returns a reader of what a roster tells about who goes. */
function describer({ instance, personById, people, say, public: isPublic }: PlanContext) {
  const subjects = new Map(instance.posts.map(({ id, subject }) => [id, subject]));
  return ({ person: id, post }: PlanMove) => {
    const person = personById.get(id);
    const described = person === undefined ? UNKNOWN : describe(person, { say, public: isPublic });
    const entered = subjects.get(post) ?? "";
    const isKnown = described.presentSubject !== "" && entered !== "";
    return {
      ...described,
      ...toldOf(people.get(id), say),
      crossSubject: isKnown ? say(described.presentSubject === entered ? NO : YES) : "",
    };
  };
}

function describe(person: Person, { say, public: isPublic }: Pick<PlanContext, "say" | "public">): Described {
  return {
    sex: say(words.sex[person.sex]),
    title: say(words.title[person.professionalTitle]),
    office: isPublic && !HEADS.has(person.personType) ? "" : say(words.personType[person.personType]),
    presentSubject: mainSubject(person.subjects),
  };
}

function toldOf(told: PersonWords | undefined, say: PlanContext["say"]) {
  if (told === undefined) return { backbone: "", reason: "" };
  const { backbone, reason, source } = told;
  const from = source === "" ? "" : say({ zh: `（${source}）`, en: ` (${source})` });
  return { backbone: say(backbone ? YES : NO), reason: `${reason}${from}` };
}

/** Returns a reader of the points of who goes in all, at the post entered where they differ there: items are for the bureau. */
function pointsTeller({ points, say }: PlanContext) {
  const scales = points.map(({ text, sheets }) => ({ text, of: new Map(sheets.map((each) => [each.person, each])) }));
  return ({ person, post }: PlanMove): { readonly points?: string } => {
    const totals = scales.flatMap(({ text, of }) => {
      const sheet = of.get(person);
      if (sheet === undefined) return [];
      const { total } = sheet.atPosts.find((each) => each.post === post) ?? sheet;
      return [scales.length === 1 ? pointsText(total) : `${say(text)} ${pointsText(total)}`];
    });
    return totals.length === 0 ? {} : { points: totals.join(say({ zh: "；", en: "; " })) };
  };
}

/** Returns the only or the main subject of a person. */
export function mainSubject(subjects: Person["subjects"]): string {
  const skill = subjects.length === 1 ? subjects[0] : subjects.find(({ main }) => main);
  return skill?.subject ?? "";
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

/** Lines stand by the schools left and entered, then by person; in public by what they show: {@link byWhatIsShown}. */
function lineSheet(spec: SheetSpec, lines: readonly NamedLine[], context: PlanContext): OutSheet {
  const { language, names, public: isPublic } = context;
  const shown = spec.columns.filter(
    ({ key }) =>
      !(isPublic && INTERNAL_COLUMNS.has(key)) &&
      !(isPublic && key === "office" && lines.every((line) => isEmpty(getPath(line, key)))) &&
      !(TOLD.has(key) && context.people.size === 0) &&
      !(key === "points" && context.points.length === 0),
  );
  const rowOf = (line: NamedLine) =>
    shown.map((column): OutValue => {
      const value = getPath(line, column.key);
      if (isEmpty(value)) return null;
      // The public word of a form does not tell why somebody goes, and nobody reads the sheet back.
      if (isPublic && column.key === "form") return context.say(names.form(value as PlanMove["form"]));
      return column.codec.write(value, language);
    });
  const placed = lines.map((line) => {
    const row = rowOf(line);
    return { line, row, last: isPublic ? JSON.stringify(row) : line.person };
  });
  placed.sort((a, b) => comparePlaces(a.line, b.line) || compareIds(a.last, b.last));
  return {
    name: language === "zh" ? spec.zh : (spec.en ?? spec.key),
    columns: shown.map((column) => {
      const { choices: _choices, required: _required, ...plain } = outColumn(column, { commented: false });
      return language === "zh" ? plain : { ...plain, header: column.en ?? column.key };
    }),
    rows: numbered(placed.map(({ row }) => row)),
    ...(spec.freezeColumns === undefined || isPublic ? {} : { freezeColumns: spec.freezeColumns }),
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function comparePlaces({ places: [from, to] }: NamedLine, { places: [otherFrom, otherTo] }: NamedLine): number {
  return from - otherFrom || to - otherTo;
}

/** Columns that are filled from what is told of people beside the plan. */
const TOLD: ReadonlySet<string> = new Set(["backbone", "reason"]);

/** Orders rows by the texts that they show: the order of an instance follows birth dates and statuses. */
export function byWhatIsShown(rows: readonly (readonly OutValue[])[]): readonly (readonly OutValue[])[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

/** Puts the number of the row into the first column. */
export function numbered(rows: readonly (readonly OutValue[])[]): readonly (readonly OutValue[])[] {
  return rows.map(([, ...rest], index) => [String(index + 1), ...rest]);
}
