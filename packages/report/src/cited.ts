import type { Policy } from "@lungang/core/policy";

/** Returns the rules of source documents that a policy cites anywhere. */
export function citedBy({ origin }: Policy): ReadonlySet<string> {
  const cited = new Set<string>();
  const read = (part: unknown): void => {
    if (part === null || typeof part !== "object") return;
    for (const [key, value] of Object.entries(part)) {
      if (key === "source" && typeof value === "string") cited.add(value);
      else read(value);
    }
  };
  read(origin.document);
  return cited;
}
