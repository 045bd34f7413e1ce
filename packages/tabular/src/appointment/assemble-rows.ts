import type { IssueLog } from "../county/issues.ts";
import { errorAt } from "../county/issues.ts";
import type { RowRecord } from "../county/rows.ts";
import { placeIn } from "../county/table.ts";
import { tidyPerson } from "../values/names.ts";
import { MOST_WISHES } from "../sheets/appointment-main-sheets.ts";
import type { SheetKey } from "../sheets/spec.ts";
import type { AppointmentRows, EvidenceRow, PersonRow, PlacedRow, PostRow, SettingsRow } from "./appointment-rows.ts";
import type { CellIndex, RowPath } from "./cell-index.ts";
import type { FactColumn } from "./item-rows.ts";
import { itemRows } from "./item-rows.ts";
import { factKey, factsOf } from "./people-columns.ts";

/** What rows are put together from. */
interface Parts {
  readonly settings: SettingsRow;
  readonly records: ReadonlyMap<SheetKey, readonly RowRecord[]>;
  readonly facts: readonly FactColumn[];
  readonly cells: CellIndex;
  readonly log: IssueLog;
}

/** Puts the rows of all sheets together and remembers the cell of every field; rows without their id are left out. */
export function assembleRows(parts: Parts): AppointmentRows {
  const { settings, cells } = parts;
  return {
    settings,
    posts: listOf<PostRow>(parts, "posts", "posts"),
    people: peopleOf(parts),
    applications: applicationsOf(parts),
    rankings: rankingsOf(parts),
    priorityClasses: listOf<{ id: string; before?: readonly string[] }>(parts, "classes", "priorityClasses").map(
      ({ id, before = [] }) => ({ id, before }),
    ),
    placed: placedOf(parts),
    floors: listOf<AppointmentRows["floors"][number]>(parts, "floors", "floors"),
    swaps: listOf<AppointmentRows["swaps"][number]>(parts, "swaps", "swaps"),
    rounds: listOf<AppointmentRows["rounds"][number]>(parts, "rounds", "rounds"),
    distances: listOf<AppointmentRows["distances"][number]>(parts, "distances", "distances"),
    withdrawn: listOf<AppointmentRows["withdrawn"][number]>(parts, "withdrawn", "withdrawn"),
    procedure: listOf<AppointmentRows["procedure"][number]>(parts, "procedure", "procedure"),
    classTeachers: listOf<AppointmentRows["classTeachers"][number]>(parts, "classTeachers", "classTeachers"),
    items: itemRows(whole(parts, "items"), cells),
    evidence: evidenceOf(parts),
    couples: couplesOf(parts),
    limits: listOf<AppointmentRows["limits"][number]>(parts, "limits", "limits"),
    titlePosts: listOf<AppointmentRows["titlePosts"][number]>(parts, "titlePosts", "titlePosts"),
    schoolSizes: listOf<AppointmentRows["schoolSizes"][number]>(parts, "schoolSizes", "schoolSizes"),
  };
}

/** Returns the records of a sheet whose required cells could all be read. */
function whole({ records }: Parts, sheet: SheetKey): readonly RowRecord[] {
  return (records.get(sheet) ?? []).filter(isWhole);
}

/** Returns whether every required cell of a row could be read. */
export function isWhole({ table, bad }: RowRecord): boolean {
  return table.spec.columns.every(({ key, required }) => required !== true || !bad.has(key));
}

function listOf<Row>(parts: Parts, sheet: SheetKey, list: string): readonly Row[] {
  return whole(parts, sheet).map((record, at) => {
    parts.cells.setRow([list, at], record);
    return record.value as unknown as Row;
  });
}

/** Who is placed before, by id; by name where the sheet has no ids. */
function placedOf(parts: Parts): readonly PlacedRow[] {
  const records = whole(parts, "placed");
  return listOf<Omit<PlacedRow, "person"> & { readonly person?: string }>(parts, "placed", "placed").map((row, at) => {
    const { person = tidyPerson(row.name ?? "") } = row;
    const { table, row: line } = records[at] as RowRecord;
    if (person === "")
      parts.log.add(errorAt(placeIn(table.sheet, line, table.columns.get("name")), "missing-value", NAMELESS));
    return { ...row, person };
  });
}

const NAMELESS = {
  message: { zh: "姓名和人员编号都没有填写", en: "Neither a name nor an id is given" },
  advice: { zh: "请填写姓名；有编号的请补“人员编号”", en: "Give the name, or an id" },
};

function peopleOf(parts: Parts): readonly PersonRow[] {
  return whole(parts, "people").map((record, at): PersonRow => {
    const { cells, facts, settings } = parts;
    cells.setRow(["people", at], record);
    for (const { column } of facts) setFact(cells, ["people", at, "facts", column], { record, column });
    settings.ties?.forEach(({ column }, key) => setFact(cells, ["people", at, "ties", key], { record, column }));
    const { id, name, ownPost, ownPostIs, points, priorityClass, title, contractEnd, atEnd } =
      record.value as unknown as PersonRow;
    const { volunteers, isProtected } = record.value as unknown as PersonRow;
    const ranked = { id, name, ownPost, ownPostIs, points, priorityClass, title };
    const row = { ...ranked, contractEnd, atEnd, volunteers, isProtected };
    return {
      ...(given(row) as unknown as PersonRow),
      ...(facts.length === 0 ? {} : { facts: factsOf(record, facts) }),
    };
  });
}

/** A column that is not there was said once: that everybody lacks its value is no news. */
function setFact(
  cells: CellIndex,
  path: RowPath,
  { record, column }: { readonly record: RowRecord; readonly column: string },
): void {
  const { table, row } = record;
  if (table.columns.has(factKey(column))) cells.setCell(path, record, factKey(column));
  else cells.setPlace(path, placeIn(table.sheet, row), true);
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function applicationsOf(parts: Parts): AppointmentRows["applications"] {
  return whole(parts, "applications").map((record, at) => {
    parts.cells.setRow(["applications", at], record);
    const wishes: string[] = [];
    for (let number = 1; number <= MOST_WISHES; number++) {
      const wish = record.value[`wish${number}`];
      if (typeof wish !== "string") continue;
      parts.cells.setCell(["applications", at, "wishes", wishes.length], record, `wish${number}`);
      wishes.push(wish);
    }
    return { person: record.value["person"] as string, wishes };
  });
}

/** Rows of one post become its ranking: places ascending, equal places a tie. */
function rankingsOf(parts: Parts): AppointmentRows["rankings"] {
  const byPost = new Map<string, RowRecord[]>();
  for (const record of whole(parts, "rankings")) {
    const post = record.value["post"] as string;
    byPost.set(post, [...(byPost.get(post) ?? []), record]);
  }
  return [...byPost].map(([post, records], at) => {
    const [first] = records;
    if (first !== undefined) parts.cells.setCell(["rankings", at, "post"], first, "post");
    const tiers = new Map<number, RowRecord[]>();
    for (const record of records) {
      const place = record.value["place"] as number;
      tiers.set(place, [...(tiers.get(place) ?? []), record]);
    }
    const ordered = [...tiers].sort(([a], [b]) => a - b).map(([, tier]) => tier);
    const people = ordered.map((tier, place) =>
      tier.map((record, within) => {
        parts.cells.setCell(["rankings", at, "people", place, within], record, "person");
        return record.value["person"] as string;
      }),
    );
    return { post, people };
  });
}

const EVIDENCE_FACTS = { level: "级别", rank: "名次", role: "角色" } as const;

function evidenceOf(parts: Parts): readonly EvidenceRow[] {
  return whole(parts, "evidence").map((record, at) => {
    parts.cells.setRow(["evidence", at], record);
    const { person, type, date } = record.value as { person: string; type: string; date?: string };
    const facts = Object.entries(EVIDENCE_FACTS).flatMap(([key, name]) => {
      const value = record.value[key];
      return typeof value === "string" ? [[name, value]] : [];
    });
    return {
      person,
      type,
      ...(date === undefined ? {} : { date }),
      facts: Object.fromEntries(facts) as Record<string, string>,
    };
  });
}

function couplesOf(parts: Parts): AppointmentRows["couples"] {
  const { cells, log } = parts;
  return whole(parts, "couples").map((record, at) => {
    cells.setRow(["couples", at], record);
    cells.setCell(["couples", at, "people", 0], record, "first");
    cells.setCell(["couples", at, "people", 1], record, "second");
    const { id, first, second, mode, near, source } = record.value as Record<string, string>;
    if (first === second) {
      log.add(
        errorAt(placeIn(record.table.sheet, record.row, record.table.columns.get("second")), "pair-twice", {
          message: { zh: "夫妻两人是同一人", en: "Both people of the couple are the same" },
          received: second ?? "",
          advice: { zh: "请核对人员编号", en: "Check the ids" },
        }),
      );
    }
    return {
      id: id as string,
      people: [first as string, second as string] as const,
      mode: mode as string,
      near: near as string,
      ...(source === undefined ? {} : { source }),
    };
  });
}
