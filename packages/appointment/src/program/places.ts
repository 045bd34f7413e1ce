import { KEEPER } from "../mechanisms/order/order.ts";
import type { StableContext } from "./context.ts";
import { LEVEL_BLOCKING } from "./context.ts";

/** Adds one capacity row a post; an overfull post takes nobody new while more people stay than it has heads. */
export function addCapacityRows(context: StableContext): void {
  const { market, builder, order, entryColumns, entriesAt } = context;
  const group = builder.group({ rule: "appointment.capacity", source: "", subjectKind: "post" });
  market.posts.forEach(({ capacity }, post) => {
    const entries = entriesAt[post] ?? new Int32Array(0);
    const keepers = entries.filter((entry) => order.ranks[entry] === KEEPER).length;
    const row = builder.addSideRow({ lower: -Infinity, upper: Math.max(capacity, keepers) }, { group, subject: post });
    for (const entry of entries) builder.addEntry(row, entryColumns[entry] as number, 1);
    if (keepers > capacity) addOverfullRows(context, { post, keepers, row });
  });
}

/** A column opens the post for others; open, it has no more people than heads. */
function addOverfullRows(
  { market, builder, order, entryColumns, entriesAt }: StableContext,
  { post, keepers, row }: { readonly post: number; readonly keepers: number; readonly row: number },
): void {
  const label = {
    group: builder.group({ rule: "appointment.overfull", source: "", subjectKind: "post" }),
    subject: post,
  };
  const capacity = market.posts[post]?.capacity as number;
  const open = builder.addColumn({ lower: 0, upper: 1 }, label);
  builder.addEntry(row, open, keepers - capacity);
  const closed = builder.addSideRow({ lower: -Infinity, upper: 0 }, label);
  builder.addEntry(closed, open, 0 - capacity);
  for (const entry of entriesAt[post] ?? []) {
    if (order.ranks[entry] !== KEEPER) builder.addEntry(closed, entryColumns[entry] as number, 1);
  }
}

/**
 * Adds one row a wish: the person has the post or a better one, or the post is full of people before him, or a level of titles
 * stops him, or the pair blocks and costs one.
 *
 * @param stops - by entry, the columns that say so of levels of titles
 */
export function addBlockingRows(context: StableContext, stops: ReadonlyMap<number, readonly number[]>): void {
  const { market, builder, order, entryColumns, entriesAt } = context;
  const group = builder.group({ rule: "appointment.blocking", source: "", subjectKind: "entry" });
  market.posts.forEach(({ capacity }, post) => {
    if (capacity === 0) return;
    const entries = entriesAt[post] ?? new Int32Array(0);
    entries.forEach((entry, place) => {
      if (order.ranks[entry] === KEEPER) return;
      const label = { group, subject: entry };
      const row = builder.addSideRow({ lower: capacity, upper: Infinity }, label);
      const blocking = builder.addColumn({ lower: 0, upper: 1 }, label);
      builder.addCost(LEVEL_BLOCKING, blocking, 1);
      builder.addEntry(row, blocking, capacity);
      for (const stop of stops.get(entry) ?? []) builder.addEntry(row, stop, capacity);
      const start = market.lists.starts[order.personOf[entry] as number] as number;
      for (let better = start; better <= entry; better++)
        builder.addEntry(row, entryColumns[better] as number, capacity);
      for (const before of entries.subarray(0, place)) builder.addEntry(row, entryColumns[before] as number, 1);
    });
  });
}
