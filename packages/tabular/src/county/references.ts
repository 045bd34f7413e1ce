import type { References } from "../values/codec.ts";
import { cleanId, foldText } from "../values/text.ts";
import type { Table } from "./table.ts";
import { cellText } from "./table.ts";

/** Returns what names of schools and groups mean, from the id and name columns of their sheets. */
export function readReferences(schools: Table | undefined, groups: Table | undefined): References {
  const school = namesOf(schools);
  const group = namesOf(groups);
  return {
    school: (text) => resolve(school, text),
    group: (text) => resolve(group, text) ?? text,
  };
}

interface Names {
  readonly ids: ReadonlySet<string>;
  readonly idsByName: ReadonlyMap<string, ReadonlySet<string>>;
}

function namesOf(table: Table | undefined): Names {
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

function resolve({ ids, idsByName }: Names, text: string): string | undefined {
  if (ids.has(text)) return text;
  const [only, second] = idsByName.get(foldText(text)) ?? [];
  return second === undefined ? (only ?? text) : undefined;
}
