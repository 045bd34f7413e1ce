import type { Audience, ReportTable, ReportValue } from "./report.ts";
import type { TableSpec } from "./spec.ts";

/** Counts of people below this number are not published, unless the policy says otherwise. */
export const SMALLEST_COUNT = 5;

/**
 * Stands for a count that is not published.
 *
 * @public
 */
export const HELD_BACK = "*";

/**
 * Returns counts of which none tells about fewer than `least` people.
 *
 * Counts from 1 to `least - 1` are held back. So that none of them follows from the total, others are held back with
 * them, the smallest first, until at least two are and together they stand for at least `least` people; where that is
 * impossible the total is held back too.
 *
 * @public
 */
export function holdBack(
  counts: readonly number[],
  least: number,
): { readonly shown: readonly (number | typeof HELD_BACK)[]; readonly totalShown: boolean } {
  const hidden = new Set([...counts.keys()].filter((at) => isSmall(counts[at] as number, least)));
  if (hidden.size === 0) return { shown: counts, totalShown: true };
  const others = [...counts.keys()]
    .filter((at) => !hidden.has(at) && (counts[at] as number) > 0)
    .sort((a, b) => (counts[a] as number) - (counts[b] as number));
  const heads = () => [...hidden].reduce((sum, at) => sum + (counts[at] as number), 0);
  while ((hidden.size < 2 || heads() < least) && others.length > 0) hidden.add(others.shift() as number);
  return {
    shown: counts.map((value, at) => (hidden.has(at) ? HELD_BACK : value)),
    totalShown: hidden.size >= 2 && heads() >= least,
  };
}

function isSmall(value: number, least: number): boolean {
  return value > 0 && value < least;
}

/** Who reads tables, and what they are made by. */
export interface Publication {
  readonly audience: Audience;
  /** Counts of people below it are held back. */
  readonly least: number;
  /** What published lists call people. */
  readonly nameOf: (name: string) => string;
  /** Places of schools as the county lists them, by the names that tables show. */
  readonly placeOfName: ReadonlyMap<string, number>;
}

/** Returns the table as an audience may see it; nothing where it is for the bureau alone. */
export function tableFor(spec: TableSpec, publication: Publication): ReportTable | undefined {
  const { audience, placeOfName } = publication;
  if (audience === "internal") return plain(spec, spec.rows);
  if (spec.internal === true) return undefined;
  const rows = publicRows(spec, publication);
  const kept = spec.columns.flatMap(({ privacy }, at) => (privacy === "hidden" ? [] : [at]));
  const shown = rows.map((row) => kept.map((at) => row[at] ?? null));
  const table = { ...spec, columns: kept.flatMap((at) => spec.columns[at] ?? []) };
  return plain(table, spec.people === true ? sorted(table, shown, placeOfName) : shown);
}

function plain(
  { id, title, columns, notes = [], unprinted }: TableSpec,
  rows: readonly (readonly ReportValue[])[],
): ReportTable {
  const shown = columns.map(({ key, header, type }) => ({ key, header, type }));
  return {
    id,
    title,
    columns: shown,
    rows,
    ...(notes.length === 0 ? {} : { notes }),
    ...(unprinted === undefined ? {} : { unprinted }),
  };
}

/** Keys of columns that name a school. */
const SCHOOL_KEYS: ReadonlySet<string> = new Set(["school", "from", "to"]);

/**
 * Orders rows by the schools that they show, as the county lists them, then by all that they show: neither ids nor the order
 * of the data is left in them.
 */
function sorted(
  { columns }: Pick<TableSpec, "columns">,
  rows: readonly (readonly ReportValue[])[],
  placeOfName: Publication["placeOfName"],
): readonly (readonly ReportValue[])[] {
  const schools = columns.flatMap(({ key }, at) => (SCHOOL_KEYS.has(key) ? [at] : []));
  const placesIn = (row: readonly ReportValue[]) =>
    schools.map((at) => placeOfName.get(row[at] as string) ?? placeOfName.size);
  const keyed = rows.map((row) => ({ row, places: placesIn(row), key: JSON.stringify(row) }));
  keyed.sort((a, b) => comparePlaces(a.places, b.places) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ row }) => row);
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

function publicRows(spec: TableSpec, { least, nameOf }: Publication): readonly (readonly ReportValue[])[] {
  const rows = spec.rows.map((row) => [...row]);
  spec.columns.forEach(({ privacy }, at) => {
    if (privacy === "name") for (const row of rows) row[at] = nameOf(nameIn(row[at]));
    if (privacy === "count") holdBackColumn(rows, at, { least, totalled: spec.totalled === true });
  });
  return rows;
}

function nameIn(value: ReportValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function holdBackColumn(
  rows: ReportValue[][],
  at: number,
  { least, totalled }: { readonly least: number; readonly totalled: boolean },
): void {
  const parts = totalled ? rows.slice(0, -1) : rows;
  const counted = parts.filter((row) => typeof row[at] === "number");
  const { shown, totalShown } = holdBack(
    counted.map((row) => row[at] as number),
    least,
  );
  counted.forEach((row, index) => (row[at] = shown[index] ?? null));
  const total = totalled ? rows.at(-1) : undefined;
  if (total !== undefined && !totalShown) total[at] = HELD_BACK;
}
