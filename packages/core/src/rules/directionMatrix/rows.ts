import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { Share } from "../../policy/share.ts";
import { addActivity } from "../../formulation/activity.ts";
import { shareBounds } from "../../formulation/share-bounds.ts";
import { endsOf, selectExchanges, selectSchools } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { DirectionMatrixParams, MatrixCell } from "./schema.ts";
import { ANY_CLASS } from "./schema.ts";

/** Adds a row for every limit of every cell of the matrix (model S8); shares are rows in two activities. */
export function addDirectionMatrixRows(params: DirectionMatrixParams, entry: RuleTerms, context: RowsContext): void {
  const of = selectExchanges(context, params.of);
  const classOf = classesOf(params, context);
  const routes = Array.from(of, (yes, move) => {
    const { from, to } = endsOf(context, move);
    const ends = [classOf[from] ?? -1, classOf[to] ?? -1] as const;
    return yes === 1 && ends[0] >= 0 && ends[1] >= 0 ? ends : undefined;
  });
  const number = (name: string) => params.classes.findIndex((entry) => entry.name === name);
  const isIn = (end: number, name: string) => name === ANY_CLASS || end === number(name);
  const counting = (from: string, to: string) => (move: number) => {
    const ends = routes[move];
    return ends !== undefined && isIn(ends[0], from) && isIn(ends[1], to) ? 1 : 0;
  };
  params.cells.forEach((cell) => {
    const valueOf = counting(cell.from, cell.to);
    addNumbers(cell, valueOf, { entry, context, cell });
    const { minShare, maxShare, maxOfReverse } = cell;
    const share = (limit: ShareLimit, of: Share | undefined, wholeOf: (move: number) => number) => {
      if (of !== undefined) addShare(of, { limit, valueOf, wholeOf }, { entry, context, cell });
    };
    share("minShare", minShare, counting(ANY_CLASS, ANY_CLASS));
    share("maxShare", maxShare, counting(ANY_CLASS, ANY_CLASS));
    share("maxOfReverse", maxOfReverse, counting(cell.to, cell.from));
  });
}

interface Place {
  readonly entry: RuleTerms;
  readonly context: RowsContext;
  readonly cell: MatrixCell;
}

type ShareLimit = "minShare" | "maxShare" | "maxOfReverse";

function addNumbers({ min, max, from, to }: MatrixCell, valueOf: (move: number) => number, { entry, context }: Place) {
  const add = (lower: number, upper: number, limit: "min" | "max") => {
    const subject = { kind: "route", from, to, limit } as const;
    addMoveEntries(context, addRuleRow(context, entry, { lower, upper, subject }), { valueOf });
  };
  if (min !== undefined) add(min, Infinity, "min");
  if (max !== undefined) add(-Infinity, max, "max");
}

function addShare(
  share: Share,
  counts: {
    readonly limit: ShareLimit;
    readonly valueOf: (move: number) => number;
    readonly wholeOf: (move: number) => number;
  },
  { entry, context, cell }: Place,
): void {
  const bound = counts.limit === "minShare" ? "atLeast" : "atMost";
  const { part: ofPart, whole: ofWhole, ...bounds } = shareBounds(share, { bound, rounding: cell.rounding });
  const subject = { kind: "route", from: cell.from, to: cell.to, limit: counts.limit } as const;
  const row = addRuleRow(context, entry, { ...bounds, subject, violationUnit: ofPart });
  const whole = addActivity(context, entry, { valueOf: counts.wholeOf });
  const part = addActivity(context, entry, { valueOf: counts.valueOf });
  context.builder.addEntry(row, whole, -ofWhole);
  context.builder.addEntry(row, part, ofPart);
}

/** Returns the class of every school in scope, -1 for none. */
function classesOf({ classes }: DirectionMatrixParams, context: RowsContext): Int32Array {
  const found = new Int32Array(context.eligibility.county.schools.length).fill(-1);
  classes.forEach(({ schools }, number) => {
    for (const school of selectSchools(context, schools)) if (found[school] === -1) found[school] = number;
  });
  return found;
}
