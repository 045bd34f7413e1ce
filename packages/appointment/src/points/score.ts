import { compareText } from "@lungang/core";
import type { PointSheet, ScoredItem } from "@lungang/core/policy";
import {
  UNITS_PER_POINT,
  limited,
  parsePoints,
  scoredCondition,
  scoredItem,
  scoredProduct,
  scoredSet,
  tieValue,
  totalOf,
} from "@lungang/core/policy";
import type { Facts } from "./condition.ts";
import { holds } from "./condition.ts";
import type { PointScheme, SchemeItem } from "./scheme.ts";
import type { Evidence } from "./score-data.ts";

/** Counts the points of everybody, in the order of ids; integers only, so that nothing is ever rounded but a weighted score. */
export function scorePeople(scheme: PointScheme, evidence: Evidence): readonly PointSheet[] {
  const records = groupRecords(evidence);
  const posts = new Map(evidence.posts.map((post) => [post.id, post.facts]));
  const wishes = new Map<string, string[]>();
  for (const { person, post } of evidence.wishes) wishes.set(person, [...(wishes.get(person) ?? []), post]);
  return [...evidence.people]
    .sort((a, b) => compareText(a.id, b.id))
    .map((person) =>
      sheetOf(scheme, {
        person,
        records: records.get(person.id) ?? [],
        posts: (wishes.get(person.id) ?? []).map((post) => ({ post, facts: posts.get(post) ?? {} })),
      }),
    );
}

interface Scored {
  readonly person: Evidence["people"][number];
  readonly records: Evidence["records"];
  readonly posts: readonly { readonly post: string; readonly facts: Facts }[];
}

function groupRecords({ records }: Evidence): ReadonlyMap<string, Evidence["records"]> {
  const groups = new Map<string, Evidence["records"]>();
  for (const record of records) {
    const known = groups.get(record.person);
    if (known === undefined) groups.set(record.person, [record]);
    else known.push(record);
  }
  return groups;
}

function sheetOf(scheme: PointScheme, scored: Scored): PointSheet {
  const { facts } = scored.person;
  const set = scheme.items.find((item) => item.kind === "set" && holds(item.when, { facts }));
  const items =
    set?.kind === "set" ? [scoredSet(set, set.points)] : scheme.items.flatMap((item) => scoreItem(item, scored));
  const { total, cut } = totalOf(items, scheme.cap);
  return {
    person: scored.person.id,
    items,
    total,
    cut,
    ties: scheme.ties.map((tie) => tieValue(facts[tie.column] as string | number, tie.order)),
    atPosts:
      set === undefined
        ? scored.posts.flatMap(({ post, facts: at }) => atPost(scheme, { post, at, facts, items }))
        : [],
  };
}

function scoreItem(item: SchemeItem, scored: Scored): readonly ScoredItem[] {
  const { facts } = scored.person;
  switch (item.kind) {
    case "per": {
      if (item.when !== undefined && !holds(item.when, { facts })) return [];
      return [scoredProduct(item, { numerator: item.points, denominator: UNITS_PER_POINT }, amountOf(item, facts))];
    }
    case "column":
      return [scoredProduct(item, item.weight, amountOf(item, facts))];
    case "when":
      return holds(item.when, { facts }) ? [scoredCondition(item, item.points)] : [];
    case "records":
      return [scoreRecords(item, scored.records)];
    case "set":
    case "atPost":
      return [];
  }
}

/** The number of a column that an item counts. */
function amountOf({ column, max }: SchemeItem & { readonly kind: "per" | "column" }, facts: Facts) {
  const found = parsePoints(facts[column] as string | number) as number;
  return { found, max, name: { zh: column, en: column } };
}

function scoreRecords(item: SchemeItem & { readonly kind: "records" }, records: Evidence["records"]): ScoredItem {
  const counted = records
    .filter((record) => record.type === item.type && isWithin(record.date, item))
    .flatMap((record) => item.table.find((line) => holds(line.when, { facts: record.facts }))?.points ?? [])
    .sort((a, b) => b - a);
  const best = counted.slice(0, item.best ?? counted.length);
  const units = limited(
    best.reduce((sum, points) => sum + points, 0),
    item.max,
  );
  return scoredItem(item, units, {
    zh: `${counted.length} 项有效，计入 ${best.length} 项`,
    en: `${counted.length} records fit, ${best.length} count`,
  });
}

function isWithin(
  date: string | undefined,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): boolean {
  if (date === undefined) return from === undefined && to === undefined;
  return (from === undefined || date >= from) && (to === undefined || date <= to);
}

function atPost(
  scheme: PointScheme,
  {
    post,
    at,
    facts,
    items: everywhere,
  }: { readonly post: string; readonly at: Facts; readonly facts: Facts; readonly items: readonly ScoredItem[] },
): PointSheet["atPosts"] {
  const items = scheme.items.flatMap((item) =>
    item.kind === "atPost" && holds(item.when, { facts, post: at })
      ? [scoredItem(item, item.points, { zh: `仅在岗位“${post}”计分`, en: `at post "${post}" only` })]
      : [],
  );
  const { total } = totalOf([...everywhere, ...items], scheme.cap);
  return items.length === 0 ? [] : [{ post, items, total }];
}
