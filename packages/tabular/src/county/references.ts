import type { References } from "../values/codec.ts";
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
  const [idColumn, nameColumn] = [table?.columns.get("id"), table?.columns.get("name")];
  if (table === undefined || idColumn === undefined || nameColumn === undefined) return { ids, idsByName };
  for (const row of table.sheet.rows.slice(table.headerRow + 1)) {
    const id = cleanId(cellText(row[idColumn]));
    const name = foldText(cellText(row[nameColumn]));
    if (id === "") continue;
    ids.add(id);
    if (name !== "") idsByName.set(name, (idsByName.get(name) ?? new Set()).add(id));
  }
  return { ids, idsByName };
}

/** Returns the id that a text means: itself, that of the only row with this name, undefined where several have it. */
export function resolveName(names: Names | undefined, text: string): string | undefined {
  if (names === undefined) return text;
  const { ids, idsByName } = names;
  if (ids.has(text)) return text;
  const [only, second] = idsByName.get(foldText(text)) ?? [];
  return second === undefined ? (only ?? text) : undefined;
}
