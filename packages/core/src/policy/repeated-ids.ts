import type { Issue } from "../instance/issue.ts";

/** Tells of entries of a section whose id occurs before. */
export function repeated(entries: readonly { readonly id: string }[], ...section: string[]): readonly Issue[] {
  return repeatedAt(
    entries.map(({ id }) => id),
    section,
    "id",
  );
}

/** Tells of ids that occur before, each at its place in a section. */
export function repeatedAt(ids: readonly string[], section: readonly string[], field: string): readonly Issue[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index): Issue[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: "duplicate-id",
        severity: "error",
        path: [...section, index, field],
        received: id,
        message: { zh: `条目编号“${id}”重复`, en: `Duplicate entry id "${id}"` },
        advice: { zh: "请给每个条目不同的编号", en: "Give every entry an id of its own" },
      },
    ];
  });
}
