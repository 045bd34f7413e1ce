import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries } from "../../formulation/rule-rows.ts";
import type { BalanceParams } from "./schema.ts";
import type { BalancedStage } from "./stages.ts";
import { balancedStages, membersOf, stageOfCell, stageWeights } from "./stages.ts";

/** Moves of people of the set that change the heads of one school in one stage. */
interface Changes {
  readonly people: Set<number>;
  out: number;
  in: number;
}

/** One school of one stage. */
interface SchoolHeads {
  readonly school: number;
  readonly heads: number;
  /** Fair heads times `whole`. */
  readonly fair: number;
  readonly whole: number;
  readonly changes: Changes | undefined;
}

/** Adds the exact linearisation of the deviation of every school from its fair number of heads (model S7). */
export function addBalanceRows(params: BalanceParams, entry: RuleTerms, context: RowsContext): void {
  const level = context.levels.get(params.level);
  if (level === undefined) return;
  const members = membersOf(params, context);
  const stages = balancedStages(params, context, members);
  const weights = stageWeights(stages);
  stages.forEach((balanced, k) => {
    const changes = changesBySchool(context, members, balanced);
    const price = params.weight * (weights[k] as number);
    const group = context.builder.group({ rule: entry.id, source: entry.source, subjectKind: "school" });
    balanced.shares.forEach((share, school) => {
      const at = changes.get(school);
      const heads = balanced.start[school] as number;
      if (share === 0 && heads === 0 && at === undefined) return;
      const fair = share * balanced.startTotal;
      const found = { school, heads, fair, whole: balanced.whole, changes: at };
      if (at === undefined) context.builder.addOffset(level, price * Math.abs(balanced.whole * heads - fair));
      else addDeviation(context, found, { level, price, group, balanced });
    });
  });
}

/**
 * Adds `heads + in - out = floor(t) - below + between + above` with t the fair heads: the absolute value is replaced by
 * its envelope through the integers, which is exact because heads are whole.
 */
function addDeviation(
  context: RowsContext,
  { school, heads, fair, whole, changes }: SchoolHeads,
  {
    level,
    price,
    group,
    balanced,
  }: { readonly level: number; readonly price: number; readonly group: number; readonly balanced: BalancedStage },
): void {
  const { builder } = context;
  const rest = fair % whole;
  const floor = (fair - rest) / whole;
  const label = { group, subject: school };
  const row = builder.addSideRow({ lower: floor - heads, upper: floor - heads }, label);
  addMoveEntries(context, row, { valueOf: shiftIn(context, balanced, school), people: changes?.people ?? [] });
  const column = (upper: number, sign: number, cost: number) => {
    if (upper <= 0) return;
    const added = builder.addColumn({ lower: 0, upper }, label);
    builder.addEntry(row, added, sign);
    builder.addCost(level, added, price * cost);
  };
  const most = heads + (changes?.in ?? 0);
  column(floor - (heads - (changes?.out ?? 0)), 1, whole);
  if (rest > 0 && most > floor) column(1, -1, whole - 2 * rest);
  column(most - floor - (rest > 0 ? 1 : 0), -1, whole);
  builder.addOffset(level, price * rest);
}

/** Returns by how much a move changes the heads of a school in a stage. */
function shiftIn(context: RowsContext, { stage }: BalancedStage, school: number): (move: number) => number {
  const { eligibility, moves } = context;
  const { county } = eligibility;
  const isHere = (cell: number) => county.cells[cell]?.school === school && stageOfCell(context, cell) === stage;
  return (move) =>
    (isHere(moves.cell[move] as number) ? 1 : 0) -
    (isHere(county.cellOf[moves.person[move] as number] as number) ? 1 : 0);
}

function changesBySchool(
  context: RowsContext,
  members: Uint8Array,
  { stage }: BalancedStage,
): ReadonlyMap<number, Changes> {
  const { eligibility, moves } = context;
  const { county } = eligibility;
  const found = new Map<number, Changes>();
  const changesOf = (school: number) => {
    const changes = found.get(school) ?? { people: new Set<number>(), out: 0, in: 0 };
    found.set(school, changes);
    return changes;
  };
  const schoolIn = (cell: number) => (stageOfCell(context, cell) === stage ? county.cells[cell]?.school : undefined);
  members.forEach((yes, person) => {
    const [first, end] = [moves.starts[person] as number, moves.starts[person + 1] as number];
    if (yes !== 1 || first === end) return;
    const origin = schoolIn(county.cellOf[person] as number);
    const entered = new Set<number>();
    for (let move = first; move < end; move++) {
      const school = schoolIn(moves.cell[move] as number);
      if (school !== undefined && school !== origin) entered.add(school);
    }
    for (const school of entered) {
      const changes = changesOf(school);
      changes.in++;
      changes.people.add(person);
    }
    if (origin === undefined) return;
    const changes = changesOf(origin);
    changes.out++;
    changes.people.add(person);
  });
  return found;
}
