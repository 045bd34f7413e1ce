import type { PolicyTerms } from "../policy/policy.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { decideAgain, decideEligibility } from "../eligibility/eligibility.ts";
import type { Network } from "../formulation/network.ts";
import type { Formulation } from "./formulate.ts";
import type { FormulatedCounty } from "./formulate-county.ts";
import type { Lock } from "../eligibility/locks.ts";
import { canonicalJson } from "../instance/canonical-json.ts";
import type { Instance } from "../instance/instance.ts";
import { NO_MATCH, matchLabels } from "@lungang/program";
import type { LinearProgram } from "@lungang/program";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import type { FoundMoves } from "../moves/candidates.ts";
import { findMoves } from "../moves/candidates.ts";
import type { ChainResult, ChainStart } from "@lungang/program";
import { PlanMemory } from "../plan/memory.ts";
import type { PlanRequest } from "../plan/outcome.ts";
import type { Policy } from "../policy/resolved.ts";
import type { Prepared } from "./prepare.ts";
import { prepare, prepareCounty, prepareRules } from "./prepare.ts";

/** What is in a memory. */
export interface MemoryContent {
  readonly instance: Instance;
  readonly prepared: Prepared;
  readonly locks: readonly Lock[];
  readonly found: FoundMoves;
  readonly formulation: Formulation;
  readonly chain: Pick<Extract<ChainResult, { status: "solved" }>, "values" | "prices" | "ranges" | "levels">;
  readonly instanceHash: string;
}

const contents = new WeakMap<PlanMemory, MemoryContent>();

/** Puts away what a plan leaves behind. */
export function remember(content: MemoryContent): PlanMemory {
  const memory = new PlanMemory();
  contents.set(memory, content);
  return memory;
}

/**
 * The program of a plan, where its people and moves are in it, and what the chain of its levels has found.
 *
 * @public
 */
export interface SolvedProgram extends FormulatedCounty {
  readonly program: LinearProgram;
  readonly network: Network;
  readonly chain: MemoryContent["chain"];
  readonly eligibility: DecidedCounty;
}

/**
 * Returns what a plan was solved from, for questions about it.
 *
 * @throws {RangeError} if the memory is of another process
 * @public
 */
export function solvedProgram(memory: PlanMemory): SolvedProgram {
  const content = contents.get(memory);
  if (content === undefined) throw new RangeError("Cannot read a memory that this process has not made");
  const { formulation, chain, prepared, found } = content;
  return solvedBy({ prepared, moves: found.moves, formulation }, chain);
}

/** Returns a program that was formulated, with what a chain found of it. */
export function solvedBy(formulated: FormulatedCounty, chain: MemoryContent["chain"]): SolvedProgram {
  const { program, network } = formulated.formulation;
  return { ...formulated, program, network, chain, eligibility: formulated.prepared.eligibility };
}

/** Returns what a request can use of an earlier plan: nothing unless it was made of the very same instance. */
export function memoryOf({ after, instance }: PlanRequest): MemoryContent | undefined {
  const content = after === undefined ? undefined : contents.get(after);
  return content?.instance === instance ? content : undefined;
}

/** What preparing a request and finding its moves can use of an earlier plan. */
export type EarlierPlan = Pick<MemoryContent, "prepared" | "locks" | "found">;

/**
 * Prepares a request after an earlier plan of the same instance, if there is one: the county is indexed once, people are
 * decided about again only where something that decisions depend on has changed.
 */
export function preparedAfter(known: EarlierPlan | undefined, request: PlanRequest): Prepared {
  const { instance, policy, locks = [] } = request;
  if (known === undefined) return prepare(instance, policy, locks);
  const { eligibility: before, travel, countyIssues } = known.prepared;
  const decided = isSame(known, policy, eligibilityParts);
  if (decided && isSameLocks(known, request)) {
    return prepareRules(policy, { ...known.prepared, eligibility: { ...before, policy } });
  }
  // Issues may be about people who would not be asked about again: a head without a record of offices, for example.
  const isWhole = decided && before.issues.length === 0;
  const eligibility = isWhole ? decideAgain(before, policy, locks) : decideEligibility(before.given, policy, locks);
  return prepareCounty(policy, { eligibility, travel, posts: countyIssues.posts });
}

/** Finds the candidate moves of a request; what the earlier plan found is kept where nothing it depends on has changed. */
export function movesAfter(
  known: EarlierPlan | undefined,
  request: PlanRequest,
  { eligibility, travel }: Prepared,
): FoundMoves {
  if (known === undefined || !isSame(known, request.policy, moveParts)) return findMoves(eligibility, travel);
  return isSameLocks(known, request) ? known.found : findMoves(eligibility, travel, known.found);
}

type Parts = (policy: PolicyTerms) => object;

const eligibilityParts: Parts = ({ calendar, sets, scope, eligibility, forms }) => {
  const parts = { calendar, sets, scope, eligibility, forms };
  return parts;
};
const moveParts: Parts = (policy) => ({ ...eligibilityParts(policy), candidates: policy.candidates });

function isSame({ prepared }: EarlierPlan, policy: Policy, parts: Parts): boolean {
  return canonicalJson(parts(prepared.eligibility.policy)) === canonicalJson(parts(policy));
}

function isSameLocks({ locks }: EarlierPlan, request: PlanRequest): boolean {
  return canonicalJson(locks) === canonicalJson(request.locks ?? []);
}

/** Returns point and prices of the earlier plan in terms of another program of the same county. */
export function startAfter(
  { formulation, found, chain }: MemoryContent,
  { program, moves }: { readonly program: LinearProgram; readonly moves: CandidateMoves },
): ChainStart {
  const earlier = formulation.program;
  const movesBefore = found.moves;
  const moveBefore = movesBefore === moves ? undefined : matchMoves(moves, movesBefore);
  const subject = (kind: string, number: number) =>
    kind === "move" && moveBefore !== undefined ? (moveBefore[number] as number) : number;
  const columns = matchLabels(program.columnLabels, earlier.columnLabels, subject);
  const rows = matchLabels(program.rowLabels, earlier.rowLabels, subject);
  const levels = new Map(earlier.levels.map(({ name }, number) => [name, number]));
  const numberNow = new Map(program.levels.map(({ name }, number) => [levels.get(name), number]));
  return {
    values: Float64Array.from(columns, (before, column) =>
      before === NO_MATCH ? (program.columnLower[column] as number) : (chain.values[before] as number),
    ),
    prices: program.levels.map(({ name }) => {
      const known = chain.prices[levels.get(name) ?? NO_MATCH];
      if (known === undefined) return undefined;
      const held = [...known.held].flatMap(([level, price]) => {
        const now = numberNow.get(level);
        return now === undefined ? [] : [[now, price] as const];
      });
      const priceOf = (row: number) => (row === NO_MATCH ? 0 : (known.rows[row] as number));
      return { rows: Float64Array.from(rows, priceOf), held: new Map(held) };
    }),
  };
}

/** Returns the move of an earlier list for each move: same person, cell and form. Both are in order: linear. */
function matchMoves(moves: CandidateMoves, before: CandidateMoves): Int32Array {
  const found = new Int32Array(moves.count).fill(NO_MATCH);
  let at = 0;
  for (let move = 0; move < moves.count; move++) {
    while (at < before.count && compareMoves(before, at, { moves, move }) < 0) at++;
    if (at < before.count && compareMoves(before, at, { moves, move }) === 0) found[move] = at;
  }
  return found;
}

function compareMoves(
  before: CandidateMoves,
  at: number,
  { moves, move }: { readonly moves: CandidateMoves; readonly move: number },
): number {
  const by = (field: "person" | "cell" | "form") => (before[field][at] as number) - (moves[field][move] as number);
  return by("person") || by("cell") || by("form");
}
