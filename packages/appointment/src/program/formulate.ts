import type { LinearProgram } from "@lungang/program";
import { ProgramBuilder } from "@lungang/program";
import type { HardRules } from "../market/hard-rules.ts";
import type { Market, Placement } from "../market/market.ts";
import { NO_POST } from "../market/market.ts";
import { orderApplicants } from "../mechanisms/order/order.ts";
import type { StableContext } from "./context.ts";
import { LEVELS, LEVEL_WISHES } from "./context.ts";
import { addBlockingRows, addCapacityRows } from "./places.ts";
import { addCoupleRows, addLimitRows } from "./hard-rows.ts";
import { addTitleRows } from "./title-rows.ts";

/** A program with what reads its solution. */
export interface StableProgram {
  readonly program: LinearProgram;
  readonly placementOf: (values: Float64Array) => Placement;
}

/**
 * Formulates the placement with the fewest blocking pairs that hard rules allow, then the smallest sum of places in the
 * lists.
 *
 * For person i, wish p of capacity c and blocking column b: c (1 - Σ[q at least as good as p] x[i,q] - b) is at most the
 * number of people at p who keep it or come before i there; b is also 1, and costs nothing, where a level of titles stops i at the
 * school. Where no hard rule binds, the first level is 0 and the second
 * one is reached by the placement that is best for everybody.
 */
export function formulateStable(market: Market, rules: HardRules): StableProgram {
  const context = startContext(market);
  addPersonRows(context);
  addCapacityRows(context);
  addBlockingRows(context, addTitleRows(context));
  addCoupleRows(context, rules.couples);
  addLimitRows(context, rules.limits);
  const { entryColumns } = context;
  return {
    program: context.builder.build(),
    placementOf: (values) => {
      const placement = new Int32Array(market.people.length).fill(NO_POST);
      entryColumns.forEach((column, entry) => {
        if (values[column] === 1)
          placement[context.order.personOf[entry] as number] = market.lists.posts[entry] as number;
      });
      return placement;
    },
  };
}

function startContext(market: Market): StableContext {
  const builder = new ProgramBuilder();
  for (const level of LEVELS) builder.addLevel(level);
  const order = orderApplicants(market);
  const entries = { group: builder.group({ rule: "appointment.entry", source: "", subjectKind: "entry" }), subject: 0 };
  const nothing = {
    group: builder.group({ rule: "appointment.nothing", source: "", subjectKind: "person" }),
    subject: 0,
  };
  const entryColumns = Int32Array.from(market.lists.posts, (_, entry) =>
    builder.addColumn({ lower: 0, upper: 1 }, { ...entries, subject: entry }),
  );
  const nothingColumns = Int32Array.from(market.people, (person, at) =>
    builder.addColumn(
      { lower: 0, upper: person.ownPostIs === "keeps" && person.ownPost !== NO_POST ? 0 : 1 },
      { ...nothing, subject: at },
    ),
  );
  const entriesAt = market.posts.map((_, post) => order.entries.slice(order.starts[post], order.starts[post + 1]));
  return { market, order, builder, entryColumns, nothingColumns, entriesAt };
}

/** Everybody gets one post of his list or nothing; the place in the list is the cost of the second level. */
function addPersonRows({ market, builder, entryColumns, nothingColumns }: StableContext): void {
  const group = builder.group({ rule: "appointment.person", source: "", subjectKind: "person" });
  const { starts } = market.lists;
  market.people.forEach((_, person) => {
    const row = builder.addSideRow({ lower: 1, upper: 1 }, { group, subject: person });
    const [from, to] = [starts[person] as number, starts[person + 1] as number];
    for (let entry = from; entry < to; entry++) {
      builder.addEntry(row, entryColumns[entry] as number, 1);
      if (entry > from) builder.addCost(LEVEL_WISHES, entryColumns[entry] as number, entry - from);
    }
    builder.addEntry(row, nothingColumns[person] as number, 1);
    if (to > from) builder.addCost(LEVEL_WISHES, nothingColumns[person] as number, to - from);
  });
}
