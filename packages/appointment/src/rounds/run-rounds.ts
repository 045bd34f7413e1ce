import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import { checkPlacement } from "../check/verify.ts";
import type { CheckedProperty } from "../check/verify.ts";
import type { Market, Placement } from "../market/market.ts";
import { NO_POST, postAt } from "../market/market.ts";
import { notesOnRule } from "../rules/notes.ts";
import type { Rule } from "../market/rule.ts";
import type { StableOptions } from "../program/two-levels.ts";
import type { Decision } from "../rules/run.ts";
import type { Settled } from "../rules/settle.ts";
import { settle, settleByRule } from "../rules/settle.ts";
import type { StrategyStatement } from "../strategy/statement.ts";
import { strategyUnder } from "../strategy/strategy.ts";
import type { Round } from "./round.ts";
import type { MetresTo, RoundState, WithdrawnDecision } from "./round-state.ts";
import { firstState, fixRound, withdrawnIn } from "./round-state.ts";
import { isAbout, roundMarket, takesPart } from "./round-market.ts";
import { strategyOfRounds } from "./strategy.ts";

/** What a chain of rounds may be given beside the market. */
export interface RoundsOptions {
  /** Distances, for rounds that look for the nearest post. */
  readonly metres?: MetresTo;
  /** Decisions that were withdrawn: in that round the person takes no part. */
  readonly withdrawn?: readonly WithdrawnDecision[];
}

/** Somebody who got another post in a round. */
export interface RoundPlacement {
  readonly person: string;
  readonly from: string | null;
  readonly post: string;
}

/** What one round did. */
export interface RoundReport {
  readonly round: string;
  readonly taking: number;
  readonly placed: readonly RoundPlacement[];
  /** Who defended a post in the round and lost it. */
  readonly lost: readonly string[];
  /** Who took part, by position; the market of the round; where everybody is at its end. */
  readonly takers: readonly number[];
  readonly market: Market;
  readonly placement: Placement;
  /** Every property that the rule of the round claims, checked on what the rounds before had left. */
  readonly properties: readonly CheckedProperty[];
  /** Whether honest answers are safe within the round. */
  readonly strategy: StrategyStatement;
}

/** Where a person ends, and the round that decided it. */
export interface RoundsLine {
  readonly person: string;
  readonly from: string | null;
  readonly post: string | null;
  /** Null for somebody who kept what he had, or has nothing. */
  readonly round: string | null;
  /**
   * The round that says most about it: the one that decided, else the last one in which he took part and that was about the
   * post he has, or was left without one; null for somebody who took part in none.
   */
  readonly last: string | null;
}

/** What a chain of rounds decided. */
export interface RoundsResult {
  readonly rounds: readonly RoundReport[];
  /** Everybody once, in the order of ids. */
  readonly lines: readonly RoundsLine[];
  readonly unplaced: readonly string[];
  /** Whether honest answers are safe over all rounds. */
  readonly strategy: StrategyStatement;
}

/**
 * Runs rounds one after the other (S4): each is decided by its rule and fixed before the next; places left and places freed
 * go on, who was placed is out.
 *
 * Guarantees: the same market, rounds and withdrawn decisions give the same bytes, so that running again with a decision
 * withdrawn is the replay of it with the same draw.
 */
export function runRounds(
  market: Market,
  rounds: readonly Round[],
  options: RoundsOptions = {},
): Checked<RoundsResult> {
  const chain = chainOfRounds(market, rounds, options);
  let step = chain.next();
  while (step.done !== true) step = chain.next(settleByRule(step.value.market, step.value.rule));
  return step.value;
}

/**
 * Runs rounds one after the other as `runRounds` does; where posts of titles lead the search of a round in a circle, an
 * integer program looks for a decision of that round that keeps them and passes nobody over, or proves that there is none.
 */
export async function runRoundsWithinTitles(
  market: Market,
  rounds: readonly Round[],
  options: RoundsOptions & StableOptions,
): Promise<Checked<RoundsResult>> {
  const chain = chainOfRounds(market, rounds, options);
  let step = chain.next();
  while (step.done !== true) step = chain.next(await settle(step.value.market, step.value.rule, options));
  return step.value;
}

/** A round that has to be decided before the next one can be set up. */
interface OpenRound {
  readonly market: Market;
  readonly rule: Rule;
}

/** Sets up every round from what the rounds before left, and takes over what whoever runs the chain decides. */
function* chainOfRounds(
  market: Market,
  rounds: readonly Round[],
  options: RoundsOptions,
): Generator<OpenRound, Checked<RoundsResult>, Settled> {
  const issues = rounds.flatMap((round) => notesOnRule(market, round.rule));
  if (hasError(issues)) return { ok: false, issues };
  const state = firstState(market, options.metres);
  const decidedIn = new Map<number, string>();
  const lastIn = new Map<number, string>();
  const reports: RoundReport[] = [];
  for (const round of rounds) {
    const isTaking = takesPart(state, round, withdrawnIn(round.id, options.withdrawn));
    const open = { market: roundMarket(state, round, isTaking), rule: round.rule };
    const { decision, circle } = yield open;
    // What comes after depends on what could not be decided.
    if (circle.length > 0) return { ok: false, issues: [...issues, ...circle.map((issue) => inRound(issue, round))] };
    reports.push(fixedRound(state, { round, isTaking, decidedIn, lastIn, market: open.market, decision }));
  }
  return checked(
    {
      rounds: reports,
      lines: linesOf(state, { decidedIn, lastIn }),
      unplaced: unplaced(state),
      strategy: strategyOfRounds(market, rounds),
    },
    issues,
  );
}

function inRound(issue: Issue, { id }: Round): Issue {
  const { zh, en } = issue.message;
  return { ...issue, message: { zh: `“${id}”一轮：${zh}`, en: `Round "${id}": ${en}` } };
}

interface Running {
  readonly round: Round;
  readonly isTaking: (person: number) => boolean;
  readonly decidedIn: Map<number, string>;
  readonly lastIn: Map<number, string>;
  readonly market: Market;
  readonly decision: Decision;
}

function fixedRound(state: RoundState, running: Running): RoundReport {
  const { round, isTaking, decidedIn, lastIn, market } = running;
  const { placement, held } = running.decision;
  const taking = state.market.people.flatMap((_, person) => (isTaking(person) ? [person] : []));
  const properties = checkPlacement({ market, placement, held }, round.rule);
  const placed = taking.flatMap((person): readonly RoundPlacement[] => {
    const [before, after] = [state.placement[person] as number, placement[person] as number];
    if (after !== before && after !== NO_POST) decidedIn.set(person, round.id);
    return after === before || after === NO_POST
      ? []
      : [{ person: idOf(state, person), from: postId(state.market, before), post: postAt(state.market, after).id }];
  });
  for (const person of taking) {
    const after = placement[person] as number;
    if (after === NO_POST || isAbout(state.market, round, after) || !lastIn.has(person)) lastIn.set(person, round.id);
  }
  const lost = taking.filter((person) => placement[person] === NO_POST && state.placement[person] !== NO_POST);
  fixRound(state, { taking, placement, fixes: round.fixes, isAbout: (post) => isAbout(state.market, round, post) });
  return {
    round: round.id,
    taking: taking.length,
    placed,
    lost: lost.map((person) => idOf(state, person)),
    takers: taking,
    market,
    placement: Int32Array.from(state.placement),
    properties,
    strategy: strategyUnder(market, round.rule),
  };
}

function linesOf(
  { market, placement }: RoundState,
  { decidedIn, lastIn }: Pick<Running, "decidedIn" | "lastIn">,
): readonly RoundsLine[] {
  return market.people.map(({ id, ownPost }, person) => ({
    person: id,
    from: postId(market, ownPost),
    post: postId(market, placement[person] as number),
    round: decidedIn.get(person) ?? null,
    last: decidedIn.get(person) ?? lastIn.get(person) ?? null,
  }));
}

function unplaced({ market, placement }: RoundState): readonly string[] {
  return market.people.flatMap(({ id }, person) => (placement[person] === NO_POST ? [id] : []));
}

function idOf({ market }: RoundState, person: number): string {
  return market.people[person]?.id as string;
}

function postId(market: Market, post: number): string | null {
  return post === NO_POST ? null : postAt(market, post).id;
}
