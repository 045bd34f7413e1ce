import type { Instance } from "@lungang/core";
import type { Settings } from "@lungang/core/policy";

/** Attributes that are ids, and whose. */
const ID_OF: Readonly<Record<string, "schools" | "persons">> = {
  "school.id": "schools",
  "from.id": "schools",
  "to.id": "schools",
  "person.id": "persons",
};

/**
 * Returns settings with the id in place of a name that only one school or person has, where a condition of the policy compares
 * ids with the setting: people know schools by name.
 */
export function settingsById(document: unknown, settings: Settings, instance: Instance): Settings {
  const kinds = new Map<string, "schools" | "persons">();
  collect(document, kinds);
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const kind = kinds.get(name);
      if (kind === undefined) return [name, value];
      const byName = idsByName(instance[kind]);
      const idOf = (text: string) => byName.get(folded(text)) ?? text;
      return [name, Array.isArray(value) ? value.map(String).map(idOf) : typed(value, idOf)];
    }),
  );
}

/** A list may be typed in one text. */
function typed(value: Settings[string], idOf: (text: string) => string): Settings[string] {
  if (typeof value !== "string") return value;
  const parts = value.split(/[,，、;；]/u);
  return parts.length === 1 ? idOf(value) : parts.map(idOf).join(",");
}

/** Finds the parameters that ids are compared with. */
function collect(value: unknown, into: Map<string, "schools" | "persons">): void {
  if (value === null || typeof value !== "object") return;
  const { attr, value: against } = value as { readonly attr?: unknown; readonly value?: unknown };
  const kind = typeof attr === "string" ? ID_OF[attr] : undefined;
  const name = (against as { readonly $param?: unknown } | null | undefined)?.$param;
  if (kind !== undefined && typeof name === "string") into.set(name, kind);
  for (const part of Object.values(value)) collect(part, into);
}

/** Ids by name, without those of names that several have or that are somebody's id. */
function idsByName(
  items: readonly { readonly id: string; readonly name?: string | undefined }[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const shared = new Set(["", ...items.map(({ id }) => folded(id))]);
  for (const { id, name = "" } of items) {
    const key = folded(name);
    if (ids.has(key)) shared.add(key);
    ids.set(key, id);
  }
  for (const key of shared) ids.delete(key);
  return ids;
}

function folded(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "");
}
