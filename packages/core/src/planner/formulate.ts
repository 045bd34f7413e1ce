import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { ProgramBuilder } from "@lungang/program";
import type { LinearProgram } from "@lungang/program";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import type { TravelTable } from "../instance/travel.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import { startHeadcounts } from "../formulation/headcounts.ts";
import type { HeadcountCapacity } from "./headcount-capacity.ts";
import { addHeadcountCapacities } from "./headcount-capacity.ts";
import { addLight, addOnceRows } from "./light-columns.ts";
import type { ItineraryColumn, LightColumn } from "../formulation/light-types.ts";
import { addLottery } from "../formulation/lottery.ts";
import type { Network } from "../formulation/network.ts";
import { buildNetwork } from "../formulation/network.ts";
import { COMPLIANCE } from "../formulation/rule-rows.ts";
import { partedShortfall } from "../rules/evenShortfall/parts.ts";
import { ruleNamed } from "../rules/registry.ts";
import { countedMoves } from "../formulation/counted-moves.ts";
import type { RowsContext } from "../formulation/context.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { isHard } from "../policy/strength.ts";

/**
 * Name of the last level: seeded ranks decide between plans that are equal in everything else.
 *
 * @public
 */
export const LOTTERY = "lottery";

/**
 * The program of a county and where its people and moves are in it.
 *
 * @public
 */
export interface Formulation {
  readonly program: LinearProgram;
  readonly network: Network;
  /** Columns of light forms and of periods taught elsewhere. */
  readonly participations: readonly LightColumn[];
  readonly itineraries: readonly ItineraryColumn[];
  /** What one unit of violation is worth in a row, where that is not 1: the denominator of a share. */
  readonly violationUnits: ReadonlyMap<number, number>;
  /** Rows that give already, at the price of their rule. */
  readonly givingRows: ReadonlySet<number>;
}

/** What a program is made from. */
export interface FormulationInput {
  readonly eligibility: DecidedCounty;
  readonly rules: readonly PolicyRule[];
  readonly moves: CandidateMoves;
  readonly travel: TravelTable;
  readonly seed: string;
  /** What the ledgers of a plan over years leave. @defaultValue nothing bounds them beside the rules */
  readonly capacities?: readonly HeadcountCapacity[];
  /** Entries of the policy whose rows are left out; every number that follows from them stays. @defaultValue none */
  readonly without?: ReadonlySet<string>;
}

/** Builds the program: the network of people, cells and schools, then every rule, then the lottery. */
export function formulate(input: FormulationInput): Formulation {
  const { eligibility, rules, moves, travel, seed, capacities = [], without } = input;
  const builder = new ProgramBuilder();
  const levels = addLevels(builder, eligibility.policy, rules);
  const start = startHeadcounts(eligibility);
  const parted = partedShortfall(rules, eligibility);
  const network = buildNetwork({ eligibility, moves, start, builder, parted });
  const counted = countedMoves(eligibility, moves);
  const light = addLight({ eligibility, rules, travel, moves, moveColumns: network.move, builder });
  const context: RowsContext = {
    eligibility,
    moves,
    start,
    network,
    builder,
    rules,
    levels,
    counted,
    violationUnits: new Map(),
    givingRows: new Set(),
    light: light.byPerson,
    itineraries: light.itineraries,
    ...movesBySchool(eligibility, moves),
  };
  for (const rule of rules) if (without?.has(rule.id) !== true) ruleNamed(rule.rule).rows(rule.params, rule, context);
  addHeadcountCapacities(context, capacities);
  addOnceRows(context);
  addLottery(context, levels.get(LOTTERY) as number, { seed, columns: light.lotteryColumns });
  const { participations, itineraries } = light;
  const { violationUnits, givingRows } = context;
  return { program: builder.build(), network, participations, itineraries, violationUnits, givingRows };
}

/** Levels of the policy in order; compliance comes first and the lottery last, whether the policy names them or not. */
function addLevels(
  builder: ProgramBuilder,
  policy: PolicyTerms,
  rules: readonly PolicyRule[],
): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const add = (name: string, unit: string, tolerance: number) =>
    levels.set(name, builder.addLevel({ name, unit, tolerance, usuallyTrivial: name === COMPLIANCE }));
  const named = policy.levels.filter(({ name }) => name !== LOTTERY);
  const gives = rules.some((rule) => !isHard(rule));
  if (gives && !named.some(({ name }) => name === COMPLIANCE)) add(COMPLIANCE, "points", 0);
  for (const { name, unit, tolerance } of named) add(name, unit, tolerance);
  add(LOTTERY, "ranks", 0);
  return levels;
}

function movesBySchool({ county }: DecidedCounty, moves: CandidateMoves): Pick<RowsContext, "leavers" | "arrivals"> {
  const leavers = county.schools.map((): number[] => []);
  const arrivals = county.schools.map((): number[] => []);
  for (let move = 0; move < moves.count; move++) {
    const person = moves.person[move] as number;
    const from = county.works[person] as number;
    if (from !== NONE && move === moves.starts[person]) (leavers[from] as number[]).push(person);
    (arrivals[(county.cells[moves.cell[move] as number] as Cell).school] as number[]).push(move);
  }
  return { leavers, arrivals };
}
