import type { ProgramBuilder } from "@lungang/program";
import type { Market } from "../market/market.ts";
import type { PostOrder } from "../mechanisms/order/order.ts";

/** What the parts of the program are built into. */
export interface StableContext {
  readonly market: Market;
  readonly order: PostOrder;
  readonly builder: ProgramBuilder;
  /** Column of every entry of the lists: 1 where the person gets the post. */
  readonly entryColumns: Int32Array;
  /** Column of every person: 1 where he gets nothing. */
  readonly nothingColumns: Int32Array;
  /** Entries at every post. */
  readonly entriesAt: readonly Int32Array[];
}

/** Number of the first level: blocking pairs. */
export const LEVEL_BLOCKING = 0;
/** Number of the second level: places of what people get in their lists. */
export const LEVEL_WISHES = 1;
/** The levels in their order. */
export const LEVELS = [
  { name: "blocking", unit: "pairs" },
  { name: "wishes", unit: "places" },
] as const;
