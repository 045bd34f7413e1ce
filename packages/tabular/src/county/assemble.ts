import type { Issue } from "@lungang/core";
import { listedSchools } from "@lungang/core/plan";
import { isProblem } from "../values/codec.ts";
import type { SheetData } from "../workbook/book.ts";
import type { Codec } from "../values/codec.ts";
import type { IssueLog } from "./issues.ts";
import { inferMainSubjects } from "./main-subjects.ts";
import { errorAt, shortText } from "./issues.ts";
import { Origins } from "./origins.ts";
import type { RowRecord } from "./rows.ts";
import { getPath, setPath } from "./nested.ts";
import type { Facts } from "./facts.ts";
import type { SheetKey } from "../sheets/spec.ts";
import { placeIn } from "./table.ts";
import type { TravelMatrix } from "./travel.ts";

/** Rows of all sheets, before they are put together. */
export interface CountyRows {
  readonly county: Facts;
  readonly records: ReadonlyMap<SheetKey, readonly RowRecord[]>;
  readonly travel: TravelMatrix | undefined;
  readonly travelSheet: SheetData | undefined;
}

/** Sheets with several records a person, in the order in which they are put together. */
const RECORD_KEYS = ["offices", "exchanges", "statuses", "evaluations", "examRanks"] as const;

/** An instance as plain data, with the rows that its parts came from. */
export interface Draft {
  readonly data: unknown;
  readonly origins: Origins;
}

/** Puts the rows together as the document of an instance. */
export function assemble(rows: CountyRows, log: IssueLog): Draft {
  const origins = new Origins(rows.county, rows.travelSheet);
  const list = (key: SheetKey) => rows.records.get(key) ?? [];
  for (const key of ["schools", "posts", "persons", "groups"] as const) {
    list(key).forEach((record, index) => {
      standIn(record, index);
      origins.set([key, index], record);
    });
  }
  namePosts(list("posts"));
  inferMainSubjects(list("persons"), list("posts"), log);
  const personIndex = new Map(list("persons").map((record, index) => [record.value["id"], index]));
  for (const key of RECORD_KEYS) {
    for (const record of list(key)) attach(key, record, { persons: list("persons"), personIndex, origins, log });
  }
  const { county, planYear, travel } = rows.county.value as { county?: object; planYear?: number; travel?: object };
  const data = {
    format: "lungang-instance-1",
    county: { id: "?", name: "?", ...county },
    planYear: planYear ?? STAND_IN_YEAR,
    schools: inSheetOrder(list("schools").map((record) => record.value)),
    posts: list("posts").map((record) => record.value),
    persons: list("persons").map((record) => record.value),
    groups: list("groups").map((record) => record.value),
    travel: { ...travel, ...((rows.travel?.persons.length ?? 0) === 0 ? {} : { matrix: rows.travel }) },
  };
  return { data, origins };
}

/** Adds the places of schools in the sheet, for the documents, where the sheet does not go by id already. */
function inSheetOrder(schools: readonly RowRecord["value"][]): readonly RowRecord["value"][] {
  const ids = schools.map(({ id }) => String(id));
  const isById = listedSchools(ids.map((id) => ({ id }))).every(({ id }, at) => id === ids[at]);
  return isById ? schools : schools.map((school, at) => ({ ...school, listOrder: at + 1 }));
}

const STAND_IN_YEAR = 2026;
const STAND_IN_DATE = "1985-06-15";

/** Fills required cells that could not be read, so that the rest of the county can still be checked. */
function standIn(record: RowRecord, index: number): void {
  for (const column of record.table.spec.columns) {
    if (column.required !== true || getPath(record.value, column.key) !== undefined) continue;
    setPath(record.value, column.key, standInFor(column.codec) ?? `?${index}`);
  }
}

function standInFor(codec: Codec): unknown {
  if (codec.type === "date") return STAND_IN_DATE;
  if (codec.type === "integer") return 1;
  const [choice] = codec.choices ?? [];
  if (choice === undefined) return undefined;
  const same = (text: string) => text;
  const references = { school: same, group: same, person: same };
  const read = codec.read({
    value: choice,
    isDate: false,
    date1904: false,
    zerosMayBeLost: false,
    references,
    notice: () => undefined,
  });
  return isProblem(read) ? undefined : read;
}

const MAX_ID_LENGTH = 64;

/** Gives posts without an id one made of school, kind, stage and subject or office; repeated ones are counted. */
function namePosts(records: readonly RowRecord[]): void {
  const taken = new Set(records.map(({ value }) => value["id"]));
  for (const { value } of records) {
    if (value["id"] !== undefined) continue;
    const { school, kind = "teaching", stage, subject, office } = value;
    const parts = [school, kind === "teaching" ? undefined : kind, stage, subject ?? office];
    const base = parts
      .filter((part) => typeof part === "string")
      .join("-")
      .slice(0, MAX_ID_LENGTH - 5);
    let id = base;
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
    taken.add(id);
    value["id"] = id;
  }
}

interface Attachment {
  readonly persons: readonly RowRecord[];
  readonly personIndex: ReadonlyMap<unknown, number>;
  readonly origins: Origins;
  readonly log: IssueLog;
}

/** Adds a record to the list of the person whom it names. */
function attach(key: (typeof RECORD_KEYS)[number], record: RowRecord, to: Attachment): void {
  standIn(record, 0);
  const { person, ...value } = record.value;
  const index = to.personIndex.get(person);
  const owner = index === undefined ? undefined : to.persons[index];
  if (index === undefined || owner === undefined) {
    if (!record.bad.has("person")) to.log.add(unknownPerson(record, person));
    return;
  }
  const list = (owner.value[key] ?? []) as unknown[];
  owner.value[key] = list;
  if (key === "exchanges" && typeof value["stay"] === "object")
    value["stay"] = { applied: false, approved: false, ...value["stay"] };
  to.origins.set(["persons", index, key, list.length], record);
  list.push(value);
}

function unknownPerson({ table, row }: RowRecord, person: unknown): Issue {
  return errorAt(placeIn(table.sheet, row, table.columns.get("person")), "unknown-reference", {
    message: { zh: "人员编号或姓名不在“人员”表中", en: "The person is not listed in the sheet of people" },
    received: shortText(person),
    advice: { zh: "请改为“人员”表中的编号或姓名", en: "Use an id or a name of the sheet of people" },
  });
}
