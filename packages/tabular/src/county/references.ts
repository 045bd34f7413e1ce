import { compareIds } from "@lungang/core/plan";
import type { References } from "../values/codec.ts";
import { foldPerson } from "../values/names.ts";
import { cleanId, foldText } from "../values/text.ts";
import type { SheetKey } from "../sheets/spec.ts";
import type { Table } from "./table.ts";
import { cellText } from "./header.ts";

/** Returns what names of schools and groups mean, from the id and name columns of their sheets. */
export function readReferences(tables: ReadonlyMap<SheetKey, Table>): References {
  const [school, group, person] = (["schools", "groups", "persons"] as const).map((key) => namesIn(tables.get(key)));
  const spelled = new Map<string, string>();
  return {
    school: (text) => resolveName(school, text),
    group: (text) => spelledFirst(resolveName(group, text) ?? text, spelled),
    person: (text) => resolveName(person, text),
    namesakes: (text) => namesakesOf(person, text),
  };
}

/** Names of groups that differ in space, width or case are one group; the spelling that came first stands for all. */
function spelledFirst(name: string, spelled: Map<string, string>): string {
  const folded = foldText(name);
  const first = spelled.get(folded) ?? name;
  spelled.set(folded, first);
  return first;
}

/** Ids of a sheet and what its names mean. */
export interface Names {
  readonly ids: ReadonlySet<string>;
  readonly idsByName: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Returns the ids and names of a sheet; nothing where it has none. */
export function namesIn(table: Table | undefined): Names {
  const ids = new Set<string>();
  const idsByName = new Map<string, Set<string>>();
  for (const { id, names, isUnclear = false } of table === undefined ? [] : identitiesIn(table)) {
    if (id === "") continue;
    if (!isUnclear) ids.add(id);
    for (const name of names.map(foldPerson).filter((each) => each !== ""))
      idsByName.set(name, (idsByName.get(name) ?? new Set()).add(id));
  }
  return { ids, idsByName };
}

interface Identity {
  readonly id: string;
  readonly names: readonly string[];
  /** Whether the row is one of several that nothing tells apart: its name means nobody in particular. */
  readonly isUnclear?: boolean;
}

/** Returns what the rows of a sheet with ids and names have in these columns; an id made of a name is typed like one. */
function identitiesIn({ columns, sheet, headerRow, madeIds, alsoCalled = madeIds }: Table): readonly Identity[] {
  const [idColumn, nameColumn] = [columns.get("id"), columns.get("name")];
  if (idColumn === undefined || nameColumn === undefined) return [];
  return sheet.rows.slice(headerRow + 1).map((row, at) => {
    const name = cellText(row[nameColumn]);
    if (madeIds === undefined) return { id: cleanId(cellText(row[idColumn])), names: [name] };
    const [id, called = ""] = [madeIds, alsoCalled].map((each) => each?.get(headerRow + 1 + at));
    return id === undefined ? { id: `?${at}`, names: [name], isUnclear: true } : { id, names: [name, called] };
  });
}

/**
 * Returns the id that a text means: itself, that of the only row with this name, undefined where several have it.
 *
 * @param fold - form under which names are compared. @defaultValue that of people, schools and groups
 */
export function resolveName(
  names: Names | undefined,
  text: string,
  fold: (name: string) => string = foldPerson,
): string | undefined {
  if (names === undefined) return text;
  const { ids, idsByName } = names;
  if (ids.has(text)) return text;
  const [only, second] = idsByName.get(fold(text)) ?? [];
  return second === undefined ? (only ?? text) : undefined;
}

/** Returns the ids of all who have a name, in an order of their own. */
export function namesakesOf(names: Names | undefined, name: string): readonly string[] {
  return [...(names?.idsByName.get(foldPerson(name)) ?? [])].filter((id) => names?.ids.has(id)).sort(compareIds);
}
