import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import type { Cell } from "../../instance/cells.ts";
import { NONE } from "../../instance/county.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import type { PartedShortfall } from "../../formulation/network.ts";
import type { EvenShortfallParams } from "./schema.ts";
import { evenShortfallMeaning, stepPrice, stepsOf } from "./schema.ts";

/** The places of a rule by cell, and what each needs. */
export interface Places {
  /** {@link NONE} for cells of no place. Shapes: one entry a cell. */
  readonly placeOf: Int32Array;
  readonly need: readonly number[];
}

/** Numbers the places of a rule in the order of their cells; joined posts lack heads together and are one. */
export function placesOf({ by }: EvenShortfallParams, { county, inScope }: DecidedCounty): Places {
  const numbers = new Map<string | number, number>();
  const need: number[] = [];
  const nameOf = ({ school, joined }: Cell, cell: number) => {
    if (by === "post") return county.joined[joined ?? NONE]?.cells[0] ?? cell;
    return by === "school" ? school : county.schools[school]?.township;
  };
  const placeOf = Int32Array.from(county.cells, (entry, cell) => {
    const { school, demand } = entry;
    const name = nameOf(entry, cell);
    if (name === undefined || inScope[school] !== 1) return NONE;
    const place = numbers.get(name) ?? numbers.size;
    numbers.set(name, place);
    need[place] = (need[place] ?? 0) + demand;
    return place;
  });
  for (const { cells, heads } of county.joined) {
    const place = placeOf[cells[0] ?? NONE] ?? NONE;
    if (place !== NONE) need[place] = (need[place] as number) + heads;
  }
  return { placeOf, need };
}

/** Returns the first heads of runs of missing heads that cost alike in every step, for a place. */
export function runsOf(params: EvenShortfallParams, need: number): readonly number[] {
  const first = new Set([1]);
  for (const step of stepsOf(params)) {
    const { from } = stepPrice(params, step, need);
    for (const head of [from, from + 1]) if (head <= need) first.add(head);
  }
  return [...first].sort((a, b) => a - b);
}

/** Returns the entry whose places are parted in the network itself: the first whose places lie within schools. */
export function partedEntry(rules: readonly PolicyRule[]): PolicyRule<EvenShortfallParams> | undefined {
  return rulesOf(rules, evenShortfallMeaning).find(({ params: { by } }) => by !== "township");
}

/** Returns how the network parts shortfalls for the rules of a policy. */
export function partedShortfall(rules: readonly PolicyRule[], eligibility: DecidedCounty): PartedShortfall | undefined {
  const entry = partedEntry(rules);
  if (entry === undefined) return undefined;
  const { placeOf, need } = placesOf(entry.params, eligibility);
  return { placeOf, runs: need.map((heads) => runsOf(entry.params, heads)), need };
}
