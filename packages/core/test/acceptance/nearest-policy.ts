import { resolvePolicy } from "../../src/planner/resolve-policy.ts";
import type { Policy } from "../../src/policy/resolved.ts";

const text = (words: string) => ({ zh: words, en: words });

/**
 * Returns the barest policy: everybody is due, one form over the whole county from schools over their establishment to
 * posts that are short, filled posts first and least distance second.
 */
export function nearestPolicy({
  moves,
  posts,
}: {
  /** Most moves. */
  readonly moves: number;
  /** Candidate posts a person. */
  readonly posts: number;
}): Policy {
  const resolved = resolvePolicy({
    format: "lungang-policy-1",
    id: "nearest",
    version: "1",
    name: text("nearest"),
    calendar: { source: "test", cutoff: "08-31", start: "09-01" },
    scope: { source: "test", schools: { all: [] }, text: text("all schools") },
    eligibility: { due: [{ id: "everybody", source: "test", who: { all: [] }, text: text("everybody") }] },
    forms: [
      {
        code: "rotation",
        source: "test",
        text: text("rotation"),
        where: {
          all: [
            { attr: "from.overEstablishment", op: "eq", value: true },
            { attr: "post.vacant", op: "eq", value: true },
          ],
        },
        scope: "county",
        relationMoves: false,
        termMonths: { min: 12, max: 12 },
      },
    ],
    candidates: { limit: posts },
    rules: [
      { id: "posts", rule: "postBalance", source: "test", text: text("posts"), params: { level: "shortfall" } },
      { id: "total", rule: "total", source: "test", text: text("total"), params: { max: moves } },
      { id: "nearness", rule: "nearness", source: "test", text: text("nearness"), params: { level: "nearness" } },
    ],
    levels: [
      { name: "shortfall", unit: "heads", text: text("shortfall") },
      { name: "nearness", unit: "metres", text: text("nearness") },
    ],
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 2));
  return resolved.value;
}
