import type { BatchesParams } from "@lungang/core/policy";
import { inOrder } from "@lungang/core/policy";
import type { Policy, PolicyRule } from "@lungang/core/policy";
import { MOST_YEARS } from "./base-years.ts";

/** Name of the level that prices people who wait although their age limit comes. */
const BATCHES = "batches";
/**
 * Name of the level that prices what a school sends over all years beyond its part; it stands in no policy of a year.
 *
 * @public
 */
export const EVEN_BURDEN = "evenBurden";

/**
 * Returns a policy with what only years ask for: everybody due moves in batches, and schools bear their parts.
 *
 * @public
 */
export function forYears(policy: Policy): Policy {
  return withEvenBurden(inBatches(policy));
}

/** Everybody who is due moves in batches, unless the policy has a rule of its own for that. */
function inBatches(policy: Policy): Policy {
  if (policy.rules.some(({ rule }) => rule === BATCHES)) return policy;
  const text = { zh: "规划期内分批交流", en: "everybody due moves in batches" };
  const entry: PolicyRule<BatchesParams> = {
    id: BATCHES,
    rule: BATCHES,
    source: "BQ-03",
    text,
    strength: "hard",
    price: 1,
    params: { years: MOST_YEARS, level: BATCHES, weight: 1 },
  };
  // Posts come first: who is due this year or next may wait for the year in which a post needs him.
  const level = { name: BATCHES, unit: "points", text, tolerance: 0 };
  const levels = insert(policy.levels, level, ["compliance", "shortfall", "establishment"]);
  return { ...policy, rules: inOrder([...policy.rules, entry]), levels };
}

/** Schools bear their parts over the years where the policy asks for a fair burden in each. */
function withEvenBurden(policy: Policy): Policy {
  const fair = policy.rules.find(({ rule }) => rule === "fairBurden");
  if (fair === undefined || policy.levels.some(({ name }) => name === EVEN_BURDEN)) return policy;
  const text = { zh: "各年合计，各校负担均衡", en: "equal burden of schools over the years" };
  const level = { name: EVEN_BURDEN, unit: "people", text, tolerance: 0 };
  const { level: before } = fair.params as { readonly level?: string };
  return { ...policy, levels: insert(policy.levels, level, before === undefined ? [] : [before]) };
}

type Levels = Policy["levels"];

/** Puts a level after the last of some others; at the end where there is none of them. */
function insert(levels: Levels, level: Levels[number], after: readonly string[]): Levels {
  const last = Math.max(-1, ...after.map((place) => levels.findIndex(({ name }) => name === place)));
  const at = last < 0 ? levels.length : last + 1;
  return [...levels.slice(0, at), level, ...levels.slice(at)];
}
