import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { ProgramBuilder } from "@lungang/program";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import type { RuleTerms } from "../policy/policy-rule.ts";
import type { StartHeadcounts } from "./headcounts.ts";
import type { Network } from "./network.ts";
import type { ItineraryColumn, LightUse } from "./light-types.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";

/**
 * What a rule needs to add its rows, bounds and costs to the program.
 *
 * @public
 */
export interface RowsContext {
  readonly eligibility: DecidedCounty;
  readonly moves: CandidateMoves;
  readonly start: StartHeadcounts;
  readonly network: Network;
  readonly builder: ProgramBuilder;
  readonly rules: readonly PolicyRule[];
  /** Number of each level by name. */
  readonly levels: ReadonlyMap<string, number>;
  /** 1 for candidate moves that count in quotas and shares. Shapes: one entry a move. */
  readonly counted: Uint8Array;
  /** What one unit of violation is worth in a row, where that is not 1. */
  readonly violationUnits: Map<number, number>;
  /** Rows with slack columns of their own: rules that may give, at their price. */
  readonly givingRows: Set<number>;
  /** People with candidate moves by the school that they leave, and moves by the school that they enter. */
  readonly leavers: readonly (readonly number[])[];
  readonly arrivals: readonly (readonly number[])[];
  /** Columns of taking part in a light form, by person. @defaultValue none */
  readonly light?: ReadonlyMap<number, readonly LightUse[]>;
  /** Columns of periods taught elsewhere. @defaultValue none */
  readonly itineraries?: readonly ItineraryColumn[];
}

/** Adds one rule to the program. */
export type AddRows<P> = (params: P, entry: RuleTerms, context: RowsContext) => void;
