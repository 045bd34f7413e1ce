import type { Text } from "@lungang/core";
import type { Share } from "@lungang/core/policy";
import { compareText } from "@lungang/core";
import type { Facts } from "./condition.ts";
import { holds } from "./condition.ts";
import { UNITS_PER_POINT, parsePoints, pointsText } from "./decimal.ts";
import type { PointScheme, SchemeItem } from "./scheme.ts";
import type { Evidence } from "./score-data.ts";

/** One item as it counted for a person. */
export interface ScoredItem {
  readonly item: string;
  readonly source: string | undefined;
  /** Ten-thousandths of a point, the limit of the item applied. */
  readonly units: number;
  readonly text: Text;
}

/** The points of one person, item by item. */
export interface PointSheet {
  readonly person: string;
  readonly items: readonly ScoredItem[];
  /** Ten-thousandths of a point, the cap applied. */
  readonly total: number;
  /** Ten-thousandths taken off by the cap. */
  readonly cut: number;
  /** Values that break ties, a larger one is better: ten-thousandths, of days for dates. */
  readonly ties: readonly number[];
  /** Totals at the posts asked for, where they differ from `total`. */
  readonly atPosts: readonly { readonly post: string; readonly total: number; readonly items: readonly ScoredItem[] }[];
}

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
  const items = set === undefined ? scheme.items.flatMap((item) => scoreItem(item, scored)) : [scoredSet(set)];
  const sum = items.reduce((total, item) => total + item.units, 0);
  const total = Math.min(sum, scheme.cap ?? sum);
  return {
    person: scored.person.id,
    items,
    total,
    cut: sum - total,
    ties: scheme.ties.map((tie) => tieValue(facts[tie.column] as string | number, tie.order)),
    atPosts:
      set === undefined ? scored.posts.flatMap(({ post, facts: at }) => atPost(scheme, { post, at, facts, sum })) : [],
  };
}

function scoredSet(item: SchemeItem): ScoredItem {
  const units = item.kind === "set" ? item.points : 0;
  return scoredItem(item, units, {
    zh: `按规定直接计 ${pointsText(units)} 分`,
    en: `set to ${pointsText(units)} points`,
  });
}

function scoreItem(item: SchemeItem, scored: Scored): readonly ScoredItem[] {
  const { facts } = scored.person;
  switch (item.kind) {
    case "per": {
      if (item.when !== undefined && !holds(item.when, { facts })) return [];
      const count = parsePoints(facts[item.column] as string | number) as number;
      const units = limited(exactShare(count, { numerator: item.points, denominator: UNITS_PER_POINT }), item.max);
      return [scoredItem(item, units, countText(item.column, count, item.points))];
    }
    case "column": {
      const found = parsePoints(facts[item.column] as string | number) as number;
      return [
        scoredItem(
          item,
          limited(exactShare(found, item.weight), item.max),
          weightText(item.column, found, item.weight),
        ),
      ];
    }
    case "when":
      return holds(item.when, { facts })
        ? [scoredItem(item, item.points, { zh: "符合条件", en: "the condition holds" })]
        : [];
    case "records":
      return [scoreRecords(item, scored.records)];
    case "set":
    case "atPost":
      return [];
  }
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
  { post, at, facts, sum }: { readonly post: string; readonly at: Facts; readonly facts: Facts; readonly sum: number },
): PointSheet["atPosts"] {
  const items = scheme.items.flatMap((item) =>
    item.kind === "atPost" && holds(item.when, { facts, post: at })
      ? [scoredItem(item, item.points, { zh: `仅在岗位“${post}”计分`, en: `at post "${post}" only` })]
      : [],
  );
  const whole = sum + items.reduce((total, item) => total + item.units, 0);
  return items.length === 0 ? [] : [{ post, items, total: Math.min(whole, scheme.cap ?? whole) }];
}

function scoredItem(item: SchemeItem, units: number, text: Text): ScoredItem {
  const name = item.text;
  return {
    item: item.id,
    source: item.source,
    units,
    text: name === undefined ? text : { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` },
  };
}

function limited(units: number, max: number | undefined): number {
  return max === undefined ? units : Math.min(units, max);
}

/** Share of units, halves away from zero: the one place where a ten-thousandth may be rounded. */
function exactShare(units: number, { numerator, denominator }: Share): number {
  const product = BigInt(Math.abs(units)) * BigInt(Math.abs(numerator));
  const rounded = Number((2n * product + BigInt(denominator)) / (2n * BigInt(denominator)));
  return units < 0 !== numerator < 0 ? 0 - rounded : rounded;
}

function countText(column: string, count: number, points: number): Text {
  const product = `${pointsText(count)} × ${pointsText(points)}`;
  return { zh: `${column} ${product}`, en: `${column} ${product}` };
}

function weightText(column: string, found: number, { numerator, denominator }: Share): Text {
  const product = `${pointsText(found)} × ${numerator}/${denominator}`;
  return { zh: `${column} ${product}`, en: `${column} ${product}` };
}

const MILLISECONDS_A_DAY = 86_400_000;

/** A larger value is better: descending order keeps the value, ascending turns it round. Dates count as days. */
function tieValue(value: string | number, order: "asc" | "desc"): number {
  const number = parsePoints(value) ?? Math.round(Date.parse(String(value)) / MILLISECONDS_A_DAY) * UNITS_PER_POINT;
  return order === "desc" ? number : 0 - number;
}
