import type { Issue } from "@lungang/core";
import { compareText } from "@lungang/core";
import type { MarketDocument } from "./document.ts";
import { errorIssue, repeatedIds, text, unknownId } from "./issues.ts";

type ClassRow = MarketDocument["priorityClasses"][number];

/** Places of the priority classes, 0 first, and everything that keeps them from being one order. */
export interface ClassOrder {
  readonly places: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/**
 * Orders priority classes by what each of them comes before.
 *
 * Two classes that nothing orders would be an answer that nobody gave, a circle one that cannot be: both are issues.
 */
export function orderClasses(rows: readonly ClassRow[]): ClassOrder {
  const issues = [...repeatedClasses(rows), ...unknownClasses(rows)];
  const { order, stuck } = peel(rows);
  if (stuck.length > 0) issues.push(circleIssue(rows, stuck));
  if (issues.length > 0) return { places: new Map(), issues };
  const places = new Map(order.map((id, place) => [id, place]));
  return { places, issues: unordered(rows, order) };
}

function repeatedClasses(rows: readonly ClassRow[]): readonly Issue[] {
  return repeatedIds({
    ids: rows.map((row) => row.id),
    path: (index) => ["priorityClasses", index, "id"],
    code: "class-twice",
    noun: text("优先类别", "priority class"),
  });
}

function unknownClasses(rows: readonly ClassRow[]): readonly Issue[] {
  const known = new Set(rows.map((row) => row.id));
  return rows.flatMap((row, index) =>
    row.before.flatMap((id, place) =>
      known.has(id)
        ? []
        : [
            unknownId({
              id,
              noun: text("优先类别", "priority class"),
              path: ["priorityClasses", index, "before", place],
            }),
          ],
    ),
  );
}

/** Takes classes off that no class left comes before, the smaller id first among several. */
function peel(rows: readonly ClassRow[]): { order: readonly string[]; stuck: readonly string[] } {
  const sorted = [...rows].sort((a, b) => compareText(a.id, b.id));
  const left = new Set(sorted.map((row) => row.id));
  const order: string[] = [];
  for (;;) {
    const behind = new Set(sorted.filter((row) => left.has(row.id)).flatMap((row) => row.before));
    const next = sorted.find((row) => left.has(row.id) && !behind.has(row.id));
    if (next === undefined) return { order, stuck: [...left] };
    left.delete(next.id);
    order.push(next.id);
  }
}

/** Every class has to come before the next one, or their order was chosen by nobody. */
function unordered(rows: readonly ClassRow[], order: readonly string[]): readonly Issue[] {
  const byId = new Map(rows.map((row, index) => [row.id, { row, index }]));
  return order.slice(1).flatMap((id, place) => {
    const before = order[place] as string;
    const found = byId.get(before) as { row: ClassRow; index: number };
    return found.row.before.includes(id) ? [] : [unorderedIssue([before, id], found.index)];
  });
}

function unorderedIssue([first, second]: readonly [string, string], index: number): Issue {
  return errorIssue({
    code: "classes-without-order",
    path: ["priorityClasses", index, "before"],
    received: `${first}, ${second}`,
    message: text(
      `优先类别“${first}”与“${second}”之间没有规定先后`,
      `Nothing says which of the priority classes "${first}" and "${second}" comes first`,
    ),
    advice: text("请在其中一类的“先于”中写明另一类", "Name one of them in the field before of the other"),
  });
}

function circleIssue(rows: readonly ClassRow[], stuck: readonly string[]): Issue {
  const circle = circleOf(rows, stuck);
  return errorIssue({
    code: "classes-in-a-circle",
    path: ["priorityClasses", rows.findIndex((row) => row.id === circle[0]), "before"],
    received: circle.join(" > "),
    message: text(
      `优先类别的先后成环：${circle.join(" 先于 ")}`,
      `The priority classes form a circle: ${circle.join(" before ")}`,
    ),
    advice: text("请删去环中一处先后关系", "Remove one of the relations of the circle"),
  });
}

/** Walks along classes that are stuck until one comes twice. */
function circleOf(rows: readonly ClassRow[], stuck: readonly string[]): readonly string[] {
  const inCircle = new Set(stuck);
  const byId = new Map(rows.map((row) => [row.id, row]));
  // Every class that is stuck has a class that is stuck before it: the walk goes back and must meet itself.
  const walk: string[] = [stuck[0] as string];
  for (;;) {
    const at = walk[0] as string;
    const earlier = stuck.find((id) => inCircle.has(id) && byId.get(id)?.before.includes(at) === true) as string;
    const met = walk.indexOf(earlier);
    if (met >= 0) return [earlier, ...walk.slice(0, met + 1)];
    walk.unshift(earlier);
  }
}
