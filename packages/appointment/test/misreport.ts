import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Rule } from "../src/market/rule.ts";
import { decide } from "../src/rules/run.ts";
import { listOfRows } from "./brute-force.ts";
import { valueOf } from "./markets.ts";

/** Every list of some of the posts in every order. */
export function* lists(posts: readonly string[]): Generator<readonly string[]> {
  yield [];
  for (const [at, first] of posts.entries()) {
    for (const rest of lists(posts.filter((_, place) => place !== at))) yield [first, ...rest];
  }
}

/** The market in which one person files another list. */
export function withList(input: MarketInput, person: string, wishes: readonly string[]): MarketInput {
  const others = (input.applications ?? []).filter((row) => row.person !== person);
  return { ...input, applications: [...others, { person, wishes: [...wishes] }] };
}

/** Place in the honest list of what a person gets; behind it for nothing. */
export function honestRank(
  honest: MarketInput,
  filed: MarketInput,
  { person, rule }: { person: string; rule: Rule },
): number {
  const market = valueOf(loadMarket(filed));
  const at = market.people.findIndex((row) => row.id === person);
  const got = market.posts[decide(market, rule).placement[at] as number]?.id;
  const row = honest.people.find((one) => one.id === person) as MarketInput["people"][number];
  const list = listOfRows(honest, row);
  return got === undefined ? list.length : list.includes(got) ? list.indexOf(got) : list.length + 1;
}

/** A list by which some person gets something he prefers; undefined where nobody gains. */
export function gainOf(input: MarketInput, rule: Rule): { person: string; instead: readonly string[] } | undefined {
  for (const row of input.people) {
    const honest = honestRank(input, input, { person: row.id, rule });
    if (honest === 0) continue;
    const posts = input.posts.map((one) => one.id).filter((id) => row.ownPostIs !== "leaves" || id !== row.ownPost);
    for (const instead of lists(posts)) {
      if (honestRank(input, withList(input, row.id, instead), { person: row.id, rule }) < honest) {
        return { person: row.id, instead };
      }
    }
  }
  return undefined;
}
