import type { Checked, Instance, Person, IssueCode, SourceLocation } from "@lungang/core";
import type { PlanItinerary, PlanMove, PlanParticipation, PlanReturn } from "@lungang/core/plan";
import { checked, didYouMean, nearestWord, worksAt } from "@lungang/core";
import { IssueLog, errorAt, presentIssues, shortText } from "../county/issues.ts";
import type { ReadContext } from "../county/cells.ts";
import type { RowRecord } from "../county/rows.ts";
import { readRows } from "../county/rows.ts";
import type { CountySource } from "../county/source.ts";
import { readBook } from "../county/source.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { cellText, columnKeyOf, findHeaderRow, foldHeader } from "../county/header.ts";
import { findTable, placeIn } from "../county/table.ts";
import { foldText } from "../values/text.ts";
import type { Book, SheetData } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import type { Named } from "./people.ts";
import { People } from "./people.ts";
import {
  ELSEWHERE,
  TWICE,
  UNCLEAR,
  UNKNOWN_POST,
  UNKNOWN_SCHOOL,
  WITHOUT_IDS,
  missingRoster,
} from "./roster-issues.ts";
import { itinerarySheet, participationSheet, returnSheet, rosterSheet } from "../sheets/roster-sheets.ts";

/**
 * A line of a roster about a person who moves: what people have left open is not there.
 *
 * @public
 */
export interface RosterLine extends Pick<PlanMove, "person" | "to">, Partial<Omit<PlanMove, "person" | "to">> {
  /** What the line says of the subject, in any words. */
  readonly subject?: string;
  /** Where the line stands. */
  readonly place: SourceLocation;
}

/**
 * Lines of a roster workbook, in the order of their rows.
 *
 * @public
 */
export interface Roster {
  readonly moves: readonly RosterLine[];
  readonly returns: readonly PlanReturn[];
  readonly participations: readonly PlanParticipation[];
  readonly itineraries: readonly PlanItinerary[];
}

/**
 * Reads an internal roster, as written or edited by hand, back into moves, returns, light forms and walking.
 *
 * Schools are found by name or id, people by id or by a name that only one has. A line about somebody who moves may leave
 * open all but the person and the school; a post of another school, left over from before an edit, is no statement. In
 * the other sheets an empty post is inferred from school and main subject if that is unambiguous, and an empty original
 * school is the one worked at.
 *
 * @public
 */
export async function readRoster(
  source: CountySource,
  instance: Instance,
  options: ReadOptions = {},
): Promise<Checked<Roster>> {
  const book = await readBook(source, options);
  if (!book.ok) return { ok: false, issues: presentIssues(book.issues) };
  const log = new IssueLog();
  const reader = new RosterReader(instance, log);
  const moves = reader.records(book.value, rosterSheet).map((record) => reader.move(record));
  const returns = reader.records(book.value, returnSheet).map((record) => reader.return(record));
  const light = reader.records(book.value, participationSheet).map((record) => reader.participation(record));
  const walking = reader.records(book.value, itinerarySheet).map((record) => reader.itinerary(record));
  const value = {
    moves: moves.filter((line) => line !== undefined),
    returns: returns.filter((line) => line !== undefined),
    participations: light.filter((line) => line !== undefined),
    itineraries: walking.filter((line) => line !== undefined),
  };
  const result = checked(value, log.all());
  return result.ok
    ? { ...result, warnings: presentIssues(result.warnings) }
    : { ok: false, issues: presentIssues(result.issues) };
}

interface Cells {
  readonly person?: string;
  readonly name?: string;
  readonly subject?: string;
  readonly form: PlanMove["form"];
  readonly relationMoves?: boolean;
  readonly start: string;
  readonly end?: string;
  readonly from?: string;
  readonly to: string;
  readonly post?: string;
  readonly distanceKm?: number;
  readonly settles: boolean;
  readonly periods: number;
}

class RosterReader {
  readonly #instance: Instance;
  readonly #log: IssueLog;
  readonly #context: ReadContext;
  readonly #people: People;
  readonly #seen = new Set<string>();

  constructor(instance: Instance, log: IssueLog) {
    this.#instance = instance;
    this.#log = log;
    this.#people = new People(instance.persons);
    const same = (text: string) => text;
    const references = { school: schoolFinder(instance), group: same, person: same };
    this.#context = { log, references, date1904: false };
  }

  /** Returns the rows of a sheet of the roster that could be read. */
  records(book: Book, spec: SheetSpec): readonly RowRecord[] {
    const sheet = findSheet(book, spec);
    if (sheet === undefined) {
      if (spec.required) this.#log.add(missingRoster(book));
      return [];
    }
    const header = findHeaderRow(spec, sheet.rows);
    const names = header === undefined ? [] : (sheet.rows[header] ?? []);
    const hasIds = names.some((name) => columnKeyOf(spec, cellText(name)) === "person");
    if (header !== undefined && !hasIds && !this.#knowsNames(spec, sheet.rows, header)) {
      this.#log.add(errorAt(placeIn(sheet, header), "missing-column", WITHOUT_IDS));
      return [];
    }
    const table = findTable(spec, sheet, this.#log);
    return table === undefined ? [] : readRows(table, this.#context).filter((record) => record.bad.size === 0);
  }

  /** Returns whether a sheet without ids names somebody; a public version masks every name. */
  #knowsNames(spec: SheetSpec, rows: SheetData["rows"], header: number): boolean {
    const at = (rows[header] ?? []).findIndex((title) => columnKeyOf(spec, cellText(title)) === "name");
    return at >= 0 && rows.slice(header + 1).some((row) => this.#people.knowsName(cellText(row[at])));
  }

  move(record: RowRecord): RosterLine | undefined {
    const cells = record.value as unknown as Partial<Cells> & Pick<Cells, "to">;
    const person = this.#person(record, cells);
    const to = this.#school(record, "to", cells.to);
    const from = cells.from === undefined ? undefined : this.#school(record, "from", cells.from);
    if (person === undefined || to === undefined) return undefined;
    const post = cells.post === undefined ? undefined : this.#statedPost(record, cells.post, to);
    const { subject, form, start, end, relationMoves, distanceKm } = cells;
    return {
      person: person.id,
      to,
      ...given({ from, post, subject, form, start, end, relationMoves }),
      ...(distanceKm === undefined ? {} : { distanceMetres: Math.round(distanceKm * 1000) }),
      place: placeIn(record.table.sheet, record.row, record.table.columns.get("post")),
    };
  }

  /** Returns the post of a line; undefined for one of another school, which the line had before its school was changed. */
  #statedPost(record: RowRecord, id: string, to: string): string | undefined {
    const post = this.#instance.posts.find((entry) => entry.id === id);
    if (post?.school === to || id.startsWith(`${to}/`)) return id;
    const isLeft = post !== undefined || this.#instance.schools.some((school) => id.startsWith(`${school.id}/`));
    if (!isLeft) this.#report(record, "post", { code: "unknown-reference", received: shortText(id), ...UNKNOWN_POST });
    return undefined;
  }

  return(record: RowRecord): PlanReturn | undefined {
    const cells = record.value as unknown as Cells;
    const person = this.#person(record, cells);
    const from = this.#school(record, "from", cells.from ?? "");
    const to = this.#school(record, "to", cells.to);
    if (person === undefined || from === undefined || to === undefined) return undefined;
    const post = this.#post(record, { person, to, given: cells.post });
    return post === undefined ? undefined : { person: person.id, from, to, post, settles: cells.settles };
  }

  participation(record: RowRecord): PlanParticipation | undefined {
    return this.#light(record, this.#person(record, record.value as unknown as Cells));
  }

  itinerary(record: RowRecord): PlanItinerary | undefined {
    const cells = record.value as unknown as Cells;
    // One person may teach at several places, one line each.
    const person = this.#known(record, cells);
    const line = this.#light(record, person);
    if (person === undefined || line === undefined) return undefined;
    const post = this.#post(record, { person, to: line.to, given: cells.post });
    return post === undefined ? undefined : { ...line, post, periods: cells.periods };
  }

  /** Reads what all lines beside the own post have in common. */
  #light(record: RowRecord, person: Person | undefined): PlanParticipation | undefined {
    const cells = record.value as unknown as Cells;
    const to = this.#school(record, "to", cells.to);
    const from = cells.from === undefined ? person && worksAt(person) : this.#school(record, "from", cells.from);
    const { form, start, end } = cells;
    if (person === undefined || to === undefined || from === undefined || end === undefined) return undefined;
    return { person: person.id, form, from, to, start, end };
  }

  #person(record: RowRecord, named: Named): Person | undefined {
    const person = this.#known(record, named);
    if (person === undefined) return undefined;
    if (this.#seen.has(person.id))
      this.#report(record, "person", { code: "person-twice", received: person.id, ...TWICE });
    this.#seen.add(person.id);
    return person;
  }

  #known(record: RowRecord, named: Named): Person | undefined {
    const found = this.#people.find(named);
    if (found.problem === undefined) return found.person;
    this.#report(record, "person", {
      code: "unknown-reference",
      received: shortText(found.received),
      ...found.problem,
    });
    return undefined;
  }

  #school(record: RowRecord, key: string, id: string): string | undefined {
    if (this.#instance.schools.some((school) => school.id === id)) return id;
    const near = nearestWord(
      id,
      this.#instance.schools.map(({ name }) => name),
    );
    const advice = didYouMean(near, UNKNOWN_SCHOOL.advice);
    this.#report(record, key, { code: "unknown-reference", received: shortText(id), ...UNKNOWN_SCHOOL, advice });
    return undefined;
  }

  #post(
    record: RowRecord,
    { person, to, given }: { person: Person; to: string; given: string | undefined },
  ): string | undefined {
    if (given === undefined) {
      const inferred = inferPost(this.#instance, person, to);
      if (inferred === undefined) this.#report(record, "post", { code: "post-unclear", ...UNCLEAR });
      return inferred;
    }
    const post = this.#instance.posts.find((entry) => entry.id === given);
    const atSchool = post === undefined ? given.startsWith(`${to}/`) : post.school === to;
    if (atSchool) return given;
    this.#report(record, "post", { code: "post-elsewhere", received: shortText(given), ...ELSEWHERE });
    return undefined;
  }

  #report({ table, row }: RowRecord, key: string, details: ReportDetails): void {
    const { code, ...rest } = details;
    this.#log.add(errorAt(placeIn(table.sheet, row, table.columns.get(key)), code, rest));
  }
}

/** Leaves out what a line does not say. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

type ReportDetails = Parameters<typeof errorAt>[2] & { readonly code: IssueCode };

function findSheet(book: Book, spec: SheetSpec): SheetData | undefined {
  const names = new Set([spec.key, spec.zh, spec.en ?? "", ...spec.aliases].map(foldHeader));
  const named = book.sheets.find((sheet) => names.has(foldHeader(sheet.name)));
  const [only, second] = book.sheets;
  const single = spec.required && second === undefined ? only : undefined;
  return named ?? (single !== undefined && findHeaderRow(spec, single.rows) !== undefined ? single : undefined);
}

function schoolFinder({ schools }: Instance): (text: string) => string | undefined {
  const ids = new Set(schools.map((school) => school.id));
  const idsByName = new Map<string, string[]>();
  for (const { id, name } of schools) idsByName.set(foldText(name), [...(idsByName.get(foldText(name)) ?? []), id]);
  return (text) => {
    const found = idsByName.get(foldText(text)) ?? [];
    if (ids.has(text)) return text;
    return found.length > 1 ? undefined : (found[0] ?? text);
  };
}

/** Returns the only post of a school that fits the type and main subject of a person. */
function inferPost(instance: Instance, person: Person, school: string): string | undefined {
  const leads = person.personType === "principal" || person.personType === "vicePrincipal";
  const main = person.subjects.find((skill) => skill.main)?.subject;
  const fitting = instance.posts.filter((post) => {
    if (post.school !== school) return false;
    return leads
      ? post.kind === "management" && post.office === person.personType
      : post.kind === "teaching" && post.subject === main;
  });
  const [only, second] = fitting;
  return second === undefined ? only?.id : undefined;
}
