import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import { FORM_RETURN, FORM_SETTLE } from "../moves/candidate-moves.ts";
import type { RuleTerms } from "../policy/policy-rule.ts";
import type { Ledger } from "../rules/establishment/text.ts";
import { ABSENT } from "../formulation/network.ts";
import { addMoveEntries, addRuleRow } from "../formulation/rule-rows.ts";
import type { RowsContext } from "../formulation/context.ts";

/**
 * How many more heads one ledger of every school may hold in one year, if nobody starts anything from then on.
 *
 * @public
 */
export interface HeadcountCapacity {
  readonly ledger: Ledger;
  /** The rule that holds there. */
  readonly entry: RuleTerms;
  /** Years after the one that is planned; 0 for that year itself. */
  readonly after: number;
  /** Most heads. Shapes: one entry a school; infinite where nothing bounds it. */
  readonly most: Float64Array;
  /** What that leaves. Shapes: one entry a school; below 0 where heads have to leave. */
  readonly capacity: Float64Array;
  /**
   * School that counts a person who starts nothing; {@link NONE} for recruits without one.
   *
   * Shapes: one entry a person of the planned year.
   */
  readonly schoolOf: Int32Array;
  /** 1 for people who use headcount in that year. Shapes: one entry a person of the planned year. */
  readonly counts: Uint8Array;
  /** 1 for forms whose exchanges are not over by then. Shapes: one entry a form. */
  readonly lasts: Uint8Array;
}

/**
 * Adds what the ledgers of the years leave to the moves of this one: people who are still there when others come back
 * take their places. On the working ledger of the year itself that is a bound of an arc, and rows elsewhere.
 */
export function addHeadcountCapacities(context: RowsContext, capacities: readonly HeadcountCapacity[]): void {
  if (capacities.length === 0) return;
  const visitors = visitorsOf(context);
  const arcs = capacities.filter((capacity) => capacity.ledger === "working" && capacity.after === 0);
  for (const capacity of arcs) boundArcs(context, capacity);
  const known = new Set<string>();
  // The least capacity first: what the same moves take of a larger one is bounded by then.
  context.eligibility.county.schools.forEach((_school, school) => {
    const tightest = [...capacities].sort((a, b) => (a.capacity[school] as number) - (b.capacity[school] as number));
    for (const capacity of tightest) addCapacity(context, capacity, { school, people: visitors[school] ?? [], known });
  });
}

/** Returns who may come to each school or leave it, in order. */
function visitorsOf({ eligibility, moves, leavers, arrivals }: RowsContext): readonly (readonly number[])[] {
  const settling = eligibility.county.schools.map((): number[] => []);
  // Who settles leaves the school that kept the relation, where he does not work.
  for (let move = 0; move < moves.count; move++) {
    if (moves.form[move] !== FORM_SETTLE) continue;
    const home = eligibility.county.home[moves.person[move] as number] as number;
    if (home !== NONE) (settling[home] as number[]).push(moves.person[move] as number);
  }
  return arrivals.map((entering, school) => {
    const people = entering.map((move) => moves.person[move] as number);
    const all = new Set([...people, ...(leavers[school] ?? []), ...(settling[school] as number[])]);
    return [...all].sort((a, b) => a - b);
  });
}

function boundArcs({ eligibility, network, builder }: RowsContext, { most }: HeadcountCapacity): void {
  eligibility.county.schools.forEach(({ establishment }, school) => {
    const over = network.over[school] as number;
    if (establishment !== undefined && over !== ABSENT)
      builder.tighten(over, 0, (most[school] as number) - establishment);
  });
}

interface AtSchool {
  readonly school: number;
  readonly people: readonly number[];
  /** Entries of the rows that are there already. */
  readonly known: Set<string>;
}

function addCapacity(
  context: RowsContext,
  headcountCapacity: HeadcountCapacity,
  { school, people, known }: AtSchool,
): void {
  const { entry, after, ledger } = headcountCapacity;
  const capacity = headcountCapacity.capacity[school] as number;
  if (!Number.isFinite(capacity)) return;
  if (ledger === "working" && after === 0 && context.network.over[school] !== ABSENT) return;
  const valueOf = (move: number) => changeOf(context, headcountCapacity, { move, school });
  const { changes, arrivals } = changesOf(context, people, valueOf);
  if (arrivals <= capacity) return;
  const key = `${school}:${changes.join(",")}`;
  if (known.has(key)) return;
  known.add(key);
  const at = { kind: "school", index: school, limit: ledger } as const;
  const subject = after === 0 ? at : { ...at, yearsLater: after };
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: capacity, subject });
  addMoveEntries(context, row, { valueOf, people });
}

/** Returns the moves that change a ledger, those that lower it marked, and how many people could raise it. */
function changesOf(
  { moves }: RowsContext,
  people: readonly number[],
  valueOf: (move: number) => number,
): { readonly changes: readonly number[]; readonly arrivals: number } {
  const changes: number[] = [];
  const arriving = new Set<number>();
  for (const person of people) {
    for (let move = moves.starts[person] as number; move < (moves.starts[person + 1] as number); move++) {
      const value = valueOf(move);
      if (value !== 0) changes.push(value > 0 ? move : -1 - move);
      if (value > 0) arriving.add(person);
    }
  }
  return { changes, arrivals: arriving.size };
}

/** Returns by how much a move changes a ledger of a school. */
function changeOf(
  { eligibility, moves }: RowsContext,
  capacity: HeadcountCapacity,
  { move, school }: { readonly move: number; readonly school: number },
): number {
  const { county, policy } = eligibility;
  const person = moves.person[move] as number;
  const form = moves.form[move] as number;
  if (capacity.counts[person] !== 1 || form === FORM_RETURN) return 0;
  const from = capacity.schoolOf[person] as number;
  const forGood = form === FORM_SETTLE || from === NONE || policy.forms[form]?.relationMoves === true;
  if (!forGood && !isAwayThen(capacity, form)) return 0;
  const to = (county.cells[moves.cell[move] as number] as Cell).school;
  return (to === school ? 1 : 0) - (from === school ? 1 : 0);
}

/** Returns whether an exchange that keeps the relation changes the ledger in the year of a capacity. */
function isAwayThen({ ledger, lasts }: HeadcountCapacity, form: number): boolean {
  return ledger === "working" && lasts[form] === 1;
}
