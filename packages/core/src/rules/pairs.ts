import type { Eligibility } from "../eligibility/eligibility.ts";

/** Two schools that belong to one pair group. */
export interface SchoolPair {
  readonly id: string;
  readonly a: number;
  readonly b: number;
}

/** Returns the pair groups with exactly two schools in scope, by id. */
export function schoolPairs({ county, inScope }: Eligibility): readonly SchoolPair[] {
  const members = new Map<string, number[]>();
  county.schools.forEach((school, index) => {
    if (inScope[index] !== 1) return;
    for (const id of school.pairs) members.set(id, [...(members.get(id) ?? []), index]);
  });
  return [...members]
    .filter(([, schools]) => schools.length === 2)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, schools]) => ({ id, a: schools[0] as number, b: schools[1] as number }));
}
