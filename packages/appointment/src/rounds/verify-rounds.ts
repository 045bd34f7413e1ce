import type { Checked, Issue, Text } from "@lungang/core";
import { hasError } from "@lungang/core";
import { heldByFloors } from "../check/held-by-floors.ts";
import { checkPlacement } from "../check/verify.ts";
import type { CheckedProperty } from "../check/verify.ts";
import { unknownId } from "../market/issues.ts";
import type { Market, Placement } from "../market/market.ts";
import { NO_POST, postAt } from "../market/market.ts";
import type { ReasonNames } from "../properties/finding.ts";
import type { Round } from "./round.ts";
import { isAbout, roundMarket, takesPart } from "./round-market.ts";
import type { RoundState } from "./round-state.ts";
import { firstState, fixRound, withdrawnIn } from "./round-state.ts";
import type { RoundsOptions } from "./run-rounds.ts";

/** One thing that a round decided: a person got a post, or lost the own one and has none. */
export interface RoundStep {
  readonly round: string;
  readonly person: string;
  readonly post: string | null;
}

/** What the check of a chain of rounds found. */
export interface RoundsVerification {
  readonly rounds: readonly { readonly round: string; readonly properties: readonly CheckedProperty[] }[];
  /** Where everybody is in the end, by the steps. */
  readonly ends: ReadonlyMap<string, string | null>;
}

/**
 * Checks a chain of rounds, by whomever it was decided: each round against what its rule claims, on what the rounds before
 * left. Knows no mechanism.
 *
 * @param steps - everything that changed, in any order; who is in no step keeps what he has
 * @returns the properties of every round, or what is wrong with the steps, each at `steps`, number, field
 */
export function verifyRounds(
  market: Market,
  rounds: readonly Round[],
  question: { readonly steps: readonly RoundStep[]; readonly names?: ReasonNames } & RoundsOptions,
): Checked<RoundsVerification> {
  const { steps, metres, withdrawn, names = {} } = question;
  const known = knownIds(market, rounds);
  const issues: Issue[] = steps.flatMap((step, at) => unknownInStep(step, at, known));
  if (hasError(issues)) return { ok: false, issues };
  const state = firstState(market, metres);
  const checkedRounds = rounds.map((round) => {
    const isTaking = takesPart(state, round, withdrawnIn(round.id, withdrawn));
    const before = Int32Array.from(state.placement);
    const placement = stepped(before, { round, steps, known, isTaking, issues });
    const here = roundMarket(state, round, isTaking);
    const properties = checkPlacement(
      { market: here, placement, held: heldByFloors(here, placement), names },
      round.rule,
    );
    const taking = market.people.flatMap((_, person) => (isTaking(person) ? [person] : []));
    fixRound(state, { taking, placement, fixes: round.fixes, isAbout: (post) => isAbout(state.market, round, post) });
    return { round: round.id, properties };
  });
  if (hasError(issues)) return { ok: false, issues };
  return { ok: true, value: { rounds: checkedRounds, ends: endsOf(state) }, warnings: issues };
}

interface KnownIds {
  readonly rounds: ReadonlySet<string>;
  readonly people: ReadonlyMap<string, number>;
  readonly posts: ReadonlyMap<string, number>;
}

function knownIds(market: Market, rounds: readonly Round[]): KnownIds {
  return {
    rounds: new Set(rounds.map(({ id }) => id)),
    people: new Map(market.people.map(({ id }, at) => [id, at])),
    posts: new Map(market.posts.map(({ id }, at) => [id, at])),
  };
}

function unknownInStep({ round, person, post }: RoundStep, at: number, known: KnownIds): readonly Issue[] {
  const unknown = (field: string, id: string, noun: Text) => unknownId({ id, noun, path: ["steps", at, field] });
  return [
    ...(known.rounds.has(round) ? [] : [unknown("round", round, { zh: "轮次", en: "round" })]),
    ...(known.people.has(person) ? [] : [unknown("person", person, { zh: "人员", en: "person" })]),
    ...(post === null || known.posts.has(post) ? [] : [unknown("post", post, { zh: "岗位", en: "post" })]),
  ];
}

interface Stepping {
  readonly round: Round;
  readonly steps: readonly RoundStep[];
  readonly known: KnownIds;
  readonly isTaking: (person: number) => boolean;
  readonly issues: Issue[];
}

/** Returns where everybody is after the steps of a round; a step of somebody who takes no part is an issue. */
function stepped(before: Placement, { round, steps, known, isTaking, issues }: Stepping): Placement {
  const placement = Int32Array.from(before);
  const seen = new Set<number>();
  steps.forEach((step, at) => {
    if (step.round !== round.id) return;
    const person = known.people.get(step.person) as number;
    if (seen.has(person)) issues.push(stepIssue("round-step-twice", step, at));
    else if (!isTaking(person)) issues.push(stepIssue("not-in-round", step, at));
    seen.add(person);
    placement[person] = step.post === null ? NO_POST : (known.posts.get(step.post) as number);
  });
  return placement;
}

const STEP_WORDS = {
  "round-step-twice": {
    zh: "列了两次",
    en: "is listed twice",
    advice: { zh: "一人在一轮只能有一行，请删去一行", en: "A person has one row a round; delete one" },
  },
  "not-in-round": {
    zh: "不参加该轮：先前已定岗，或不属于该轮的人员",
    en: "takes no part: placed before, or not among its people",
    advice: { zh: "请改轮次，或删去这一行", en: "Change the round, or delete the row" },
  },
} as const;

function stepIssue(code: keyof typeof STEP_WORDS, { round, person }: RoundStep, at: number): Issue {
  const { zh, en, advice } = STEP_WORDS[code];
  return {
    code,
    severity: "error",
    path: ["steps", at, "person"],
    received: person,
    message: { zh: `“${person}”在“${round}”${zh}`, en: `"${person}" ${en} in round "${round}"` },
    advice,
  };
}

function endsOf({ market, placement }: RoundState): ReadonlyMap<string, string | null> {
  return new Map(
    market.people.map(({ id }, person) => {
      const post = placement[person] as number;
      return [id, post === NO_POST ? null : postAt(market, post).id];
    }),
  );
}
