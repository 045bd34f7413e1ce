import { compareText } from "@lungang/core";
import { NO_POST, postAt } from "../market/market.ts";
import type { CardFacts } from "./facts.ts";

/** Heads that the posts of a school lack. */
export interface SchoolShortfall {
  readonly school: string;
  readonly heads: number;
  readonly before: number;
  readonly after: number;
}

/** How evenly shortfalls lie on schools. */
export interface Lorenz {
  readonly total: number;
  /**
   * Heads that the k schools with the smallest shortfalls lack together.
   *
   * Shapes: one entry more than schools, from 0 to the total.
   */
  readonly curve: readonly number[];
  /** Gini coefficient: 0 where all schools lack the same, towards 1 where one lacks everything; null without a shortfall. */
  readonly gini: number | null;
}

/** Shortfalls of schools before and after. */
export interface Shortfalls {
  /** In the order of the names. */
  readonly schools: readonly SchoolShortfall[];
  readonly before: Lorenz;
  readonly after: Lorenz;
  /** Whether for every k the k worst schools together lack no more after than before. */
  readonly dominates: boolean;
}

/** Returns what the posts of every school lack before and after. */
export function shortfallsOf({ market, placement, people, posts }: CardFacts): Shortfalls {
  const [before, after] = [occupied(posts.length), occupied(posts.length)];
  people.forEach(({ start, occupies }, at) => {
    if (!occupies) return;
    for (const [counts, post] of [
      [before, start],
      [after, placement[at] as number],
    ] as const)
      if (post !== NO_POST) counts[post] = (counts[post] as number) + 1;
  });
  const schools = new Map<string, { heads: number; before: number; after: number }>();
  posts.forEach(({ heads, fixed }, at) => {
    const { school } = postAt(market, at);
    const line = schools.get(school) ?? { heads: 0, before: 0, after: 0 };
    schools.set(school, line);
    line.heads += heads;
    line.before += Math.max(0, heads - fixed - (before[at] as number));
    line.after += Math.max(0, heads - fixed - (after[at] as number));
  });
  const lines = [...schools].sort(([a], [b]) => compareText(a, b)).map(([school, line]) => ({ school, ...line }));
  const curves = [lorenzOf(lines.map((line) => line.before)), lorenzOf(lines.map((line) => line.after))] as const;
  return { schools: lines, before: curves[0], after: curves[1], dominates: isNowhereWorse(...curves) };
}

function occupied(count: number): Int32Array {
  return new Int32Array(count);
}

function lorenzOf(shortfalls: readonly number[]): Lorenz {
  const curve = [0];
  for (const heads of [...shortfalls].sort((a, b) => a - b)) curve.push((curve.at(-1) as number) + heads);
  const total = curve.at(-1) as number;
  const schools = shortfalls.length;
  // Twice the area below the curve, in heads times schools, by the trapezium rule.
  const area = curve.reduce((sum, heads, at) => sum + (at === 0 ? 0 : heads + (curve[at - 1] as number)), 0);
  return { total, curve, gini: total === 0 ? null : 1 - area / (total * schools) };
}

/** Weak submajorization: what the k worst schools lack is the total less what all others lack. */
function isNowhereWorse(before: Lorenz, after: Lorenz): boolean {
  return after.curve.every((heads, at) => after.total - heads <= before.total - (before.curve[at] as number));
}
