import type { Draws } from "@lungang/solver-testkit";

/** Returns one of the items. */
export function oneOf<T>(draws: Draws, items: readonly T[]): T {
  return items[draws.integer(0, items.length - 1)] as T;
}

/** Returns each item with a chance. */
export function someOf<T>(draws: Draws, items: readonly T[], chance: number): T[] {
  return items.filter(() => draws.chance(chance));
}

/** Returns the items in another order. */
export function shuffled<T>(draws: Draws, items: readonly T[]): T[] {
  const list = [...items];
  for (let k = list.length - 1; k > 0; k--) {
    const at = draws.integer(0, k);
    [list[k], list[at]] = [list[at] as T, list[k] as T];
  }
  return list;
}
