import { compareText } from "@lungang/core";
import type { PersonEnd } from "./ends.ts";
import type { CardFacts, Grouping } from "./facts.ts";
import { GROUPINGS } from "./facts.ts";
import { personAt } from "../market/market.ts";

/** What one group bears. */
export interface GroupBurden {
  /** Key of the group; for schools what the posts call them. */
  readonly group: string;
  /** Ids of everybody in the group, of those who move to another school, and of those worse off than by staying. */
  readonly people: readonly string[];
  readonly moved: readonly string[];
  readonly worse: readonly string[];
  /** Mean of the distances from home to the school entered, of those who move and whose distance is known; null for none. */
  readonly meanMetres: number | null;
}

/** Burden by one grouping. */
export interface Burden {
  readonly grouping: Grouping;
  /** In the order of their keys. */
  readonly groups: readonly GroupBurden[];
  /** Ids of people of whom nobody knows the group. */
  readonly unknown: readonly string[];
}

/** Returns who bears what, by every grouping. */
export function burdenOf(facts: CardFacts, ends: readonly PersonEnd[]): readonly Burden[] {
  const groups = new Map(facts.people.map(({ groups: own }, at) => [personAt(facts.market, at).id, own]));
  return GROUPINGS.map((grouping) => {
    const groupOf = ({ id, from }: PersonEnd) => (grouping === "school" ? from : groups.get(id)?.[grouping]);
    const members = new Map<string, PersonEnd[]>();
    const unknown: string[] = [];
    for (const end of ends) {
      const group = groupOf(end);
      if (group === undefined) unknown.push(end.id);
      else membersOf(members, group).push(end);
    }
    const sorted = [...members].sort(([a], [b]) => compareText(a, b));
    return { grouping, groups: sorted.map(([group, all]) => burdenOfGroup(group, all)), unknown };
  });
}

function membersOf(members: Map<string, PersonEnd[]>, group: string): PersonEnd[] {
  const known = members.get(group) ?? [];
  members.set(group, known);
  return known;
}

function burdenOfGroup(group: string, ends: readonly PersonEnd[]): GroupBurden {
  const moved = ends.filter((end) => end.moved);
  const metres = moved.flatMap(({ metresAfter }) => metresAfter ?? []);
  return {
    group,
    people: ends.map(({ id }) => id),
    moved: moved.map(({ id }) => id),
    worse: ends.filter(({ isWorse }) => isWorse).map(({ id }) => id),
    meanMetres: metres.length === 0 ? null : metres.reduce((sum, each) => sum + each, 0) / metres.length,
  };
}
