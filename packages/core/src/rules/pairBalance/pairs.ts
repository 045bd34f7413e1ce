import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import type { PairBalanceParams } from "./schema.ts";

/** Two schools that send each other equally many. */
export interface SchoolPair {
  /** Id of the pair of the instance; none for two schools of a group. */
  readonly id?: string;
  readonly a: number;
  readonly b: number;
}

/**
 * Returns the pair groups with exactly two schools in scope by id, or every two schools in scope of one zone, alliance
 * or school group, each once.
 */
export function schoolPairs(
  { county, inScope }: Pick<DecidedCounty, "county" | "inScope">,
  between: PairBalanceParams["between"],
): readonly SchoolPair[] {
  const members = new Map<string, number[]>();
  county.schools.forEach((school, index) => {
    if (inScope[index] !== 1) return;
    for (const id of new Set(school[between])) members.set(id, [...(members.get(id) ?? []), index]);
  });
  if (between === "pairs")
    return [...members]
      .filter(([, schools]) => schools.length === 2)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schools]) => ({ id, a: schools[0] as number, b: schools[1] as number }));
  const pairs = new Map<string, SchoolPair>();
  const couples = (schools: readonly number[]) =>
    schools.flatMap((a) => schools.filter((b) => a < b).map((b) => [a, b] as const));
  for (const [a, b] of [...members.values()].flatMap(couples)) {
    pairs.set(`${a}/${b}`, { a, b });
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}
