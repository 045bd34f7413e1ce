import { planCounty } from "@lungang/core";
import type { PlanRequest } from "@lungang/core";
import type { SolvedProgram } from "@lungang/core/formulation";
import { LOTTERY, askedProgram, leastViolations, solvedProgram, solvedProgramFor } from "@lungang/core/formulation";
import type { AnyQuestion, PlanLevel } from "@lungang/core/plan";
import type { AgainResult, ClosedLevel, Level, LevelOutcome, LinearProgram } from "@lungang/program";
import { solveChainAgain } from "@lungang/program";
import { changedReader, differences } from "./changed-at.ts";
import type { ComparedAgain } from "./compared-again.ts";
import { comparedAgain } from "./compared-again.ts";
import type { Explained } from "./explained.ts";
import { nearestAgain } from "./explained.ts";
import { firstLostByAll, keptLevels } from "./kept-levels.ts";
import type { LevelDifference } from "./level-differences.ts";
import { NEARNESS_TO_PLAN, priceBetween } from "./level-differences.ts";
import { boundWith, optionsOf } from "./place-options.ts";

/** What is asked beside the policy. */
export interface Asked {
  /** About people, posts and schools. */
  readonly questions: readonly AnyQuestion[];
  /** People who are asked about: they do not count as changed. */
  readonly about: readonly string[];
  /** Places that are candidates whatever the limits on candidates. */
  readonly keep?: PlanRequest["policy"]["candidates"]["keep"];
}

/**
 * Called with the first level that differs, before the others are known.
 *
 * @public
 */
export type OnLead = (lead: LevelDifference) => void;

/**
 * Answers what the best plan that does what is asked costs, and whom. Among plans that are equal in value the one that
 * changes the fewest other people is taken.
 *
 * Where the plan in hand is proven level by level within its gap, only the levels from the first that gets worse are solved,
 * beside what the plan reaches in those before; else everything is planned again.
 *
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 */
export async function askAgain(explained: Explained, asked: Asked, onLead?: OnLead): Promise<ComparedAgain> {
  const known = programToAsk(explained, asked);
  return known === undefined ? plannedAgain(explained, asked) : solvedAgain(explained, asked, { ...known, onLead });
}

/** Plans everything again, where the program in hand does not do. */
async function plannedAgain(explained: Explained, { questions, about, keep = [] }: Asked): Promise<ComparedAgain> {
  const request = nearestAgain(explained, about);
  const policy = keeping(request.policy, keep);
  return comparedAgain(explained.outcome.plan, await planCounty({ ...request, policy, questions }));
}

function keeping(policy: PlanRequest["policy"], keep: NonNullable<Asked["keep"]>): PlanRequest["policy"] {
  const { candidates } = policy;
  return { ...policy, candidates: { ...candidates, keep: [...candidates.keep, ...keep] } };
}

interface ProgramToAsk {
  readonly solved: SolvedProgram;
  /** It has places that the plan did not choose among: what is asked for may be better than the plan. */
  readonly isWider: boolean;
}

/** Returns the program in which a question is bounds on columns; undefined where everything has to be planned again. */
function programToAsk(explained: Explained, { keep = [] }: Asked): ProgramToAsk | undefined {
  const { request, outcome } = explained;
  const solved = solvedProgram(outcome.memory);
  if (!isProven(solved, outcome.plan.levels) || (request.questions ?? []).length > 0) return undefined;
  if (keep.every(({ person, post }) => isCandidate(solved, person, post))) return { solved, isWider: false };
  const { onProgress: _onProgress, ...rest } = request;
  const wider = solvedProgramFor({ ...rest, policy: keeping(request.policy, keep), after: outcome.memory });
  return wider && { solved: wider, isWider: true };
}

/** Whether all levels but the lot are proven within the gap that was asked for, and may lose nothing. */
function isProven({ program }: SolvedProgram, levels: readonly PlanLevel[]): boolean {
  if (program.levels.some(({ tolerance }) => tolerance > 0)) return false;
  return levels.every(({ name, reason }) => name === LOTTERY || reason === "optimal");
}

function isCandidate({ eligibility: { county }, moves }: SolvedProgram, id: string, post: string): boolean {
  const person = county.personIndex.get(id) ?? -1;
  const [first = 0, end = 0] = [moves.starts[person], moves.starts[person + 1]];
  return moves.cell.subarray(first, end).some((cell) => {
    const found = county.cells[cell];
    return found !== undefined && (found.key === post || found.posts.includes(post));
  });
}

interface AskedProgram extends ProgramToAsk {
  readonly onLead: OnLead | undefined;
}

async function solvedAgain(
  explained: Explained,
  { questions, about }: Asked,
  { solved, isWider, onLead }: AskedProgram,
): Promise<ComparedAgain> {
  const { program } = solved;
  const closed = await keptLevels(solved, explained, { solves: !isWider });
  const bounded = askedProgram(solved, questions);
  const asked = { lower: bounded.columnLower, upper: bounded.columnUpper };
  const again = await solveChainAgain(program, {
    ...limitsOf(explained),
    closed,
    asked,
    last: changesLevel(solved, about),
    first: firstLostByAll(program, closed, placesOf(solved, about, asked)),
    narrower: isWider ? boundsOf(closed, program, explained) : undefined,
    exact: exactIn(program, explained),
    onLead: onLead && leadTeller(explained, onLead),
  });
  if (again.status === "stopped") return { answer: "open", limit: again.limit };
  if (again.status === "infeasible") {
    const formulation = { ...solved.formulation, program: bounded };
    const given = await leastViolations({ ...solved, formulation }, explained.request);
    return { answer: "impossible", leastViolations: [...(given?.violations ?? [])] };
  }
  return costOf(explained, solved, again);
}

/** What the plan has proven of the levels. */
function boundsOf(
  closed: readonly ClosedLevel[],
  { levels }: LinearProgram,
  { outcome }: Explained,
): readonly number[] {
  const bounds = new Map(outcome.plan.levels.map(({ name, dualBound }) => [name, dualBound]));
  return closed.map(({ number, value }) => bounds.get(levels[number]?.name ?? "") ?? value);
}

function limitsOf({ request: { solver, limits, signal } }: Explained) {
  const { timeSeconds, nodes, relativeGap } = limits ?? {};
  return { solver, signal, timeSeconds, nodes, relativeGap };
}

/** What is proven to the unit of the plan is asked for to the unit: levels after it then have little to choose from. */
function exactIn({ levels }: LinearProgram, { outcome }: Explained): ReadonlySet<number> {
  const exact = new Set(outcome.plan.levels.filter(isExact).map(({ name }) => name));
  return new Set(levels.flatMap(({ name }, number) => (exact.has(name) ? [number] : [])));
}

function isExact({ value, dualBound }: Pick<PlanLevel, "value" | "dualBound">): boolean {
  return value === dualBound;
}

function leadTeller({ outcome: { plan } }: Explained, onLead: OnLead) {
  return (_number: number, found: LevelOutcome): void => {
    const at = plan.levels.findIndex(({ name }) => name === found.name);
    const level = plan.levels[at];
    if (level === undefined) return;
    const { name: told, unit, value: after } = found;
    const proven = isExact(found) && plan.levels.slice(0, at + 1).every(isExact);
    onLead({ level: told, unit, before: level.value, after, proven });
  };
}

function costOf({ outcome: { plan } }: Explained, solved: SolvedProgram, again: Solved): ComparedAgain {
  const changed = changedReader(solved, plan)(differences(solved.chain.values, again.values));
  const price = priceBetween(plan.levels, again.levels);
  return price === undefined ? { answer: "tie", changed } : { answer: "price", price, changed };
}

type Solved = Extract<AgainResult, { status: "solved" }>;

/** Returns the other places of the only person asked about that a question admits; none where it is about nobody. */
function placesOf(solved: SolvedProgram, about: readonly string[], asked: Bounds) {
  const [id, ...others] = about;
  const person = id === undefined || others.length > 0 ? undefined : solved.eligibility.county.personIndex.get(id);
  const places = person === undefined ? [] : (optionsOf(solved, [person]).get(person) ?? []);
  const free = { bound: 0, reducedCosts: new Float64Array(solved.program.columnCount) };
  return places.filter((place) => boundWith(place, asked, free) < Infinity);
}

interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Returns the level that counts people whom a point places otherwise than the plan in hand, beside those asked about. */
function changesLevel({ program, chain, moves, network, eligibility }: SolvedProgram, about: readonly string[]): Level {
  const cost = new Float64Array(program.columnCount);
  const { persons } = eligibility.county;
  const except = new Set(about);
  let offset = 0;
  persons.forEach(({ id }, person) => {
    const [first, end] = [moves.starts[person] as number, moves.starts[person + 1] as number];
    if (first === end || except.has(id)) return;
    const columns = network.move.subarray(first, end);
    const taken = columns.findIndex((column) => chain.values[column] === 1);
    if (taken >= 0) offset++;
    columns.forEach((column, at) => {
      if (taken < 0) cost[column] = 1;
      else if (moves.cell[first + at] === moves.cell[first + taken]) cost[column] = -1;
    });
  });
  return { name: NEARNESS_TO_PLAN, unit: "people", step: 1, tolerance: 0, offset, cost };
}
