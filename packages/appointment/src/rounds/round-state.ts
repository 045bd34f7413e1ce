import type { Market, Placement } from "../market/market.ts";
import { NO_POST } from "../market/market.ts";

/** How far a person is from a school; undefined where nobody knows. Units: metres. */
export type MetresTo = (personId: string, school: string) => number | undefined;

/** A decision that was withdrawn: in that round the person takes no part. */
export interface WithdrawnDecision {
  readonly round: string;
  readonly person: string;
}

/** Where everybody stands between two rounds. */
export interface RoundState {
  readonly market: Market;
  readonly metres: MetresTo | undefined;
  /** Where everybody is now. */
  readonly placement: Placement;
  /** 1 for people who are out: they have what they got. */
  readonly isOut: Uint8Array;
}

/** Where everybody stands before the first round: who has to leave has nothing. */
export function firstState(market: Market, metres: MetresTo | undefined): RoundState {
  return {
    market,
    metres,
    placement: Int32Array.from(market.people, (person) => (person.ownPostIs === "leaves" ? NO_POST : person.ownPost)),
    isOut: new Uint8Array(market.people.length),
  };
}

/** Returns who takes no part in a round because the decision was withdrawn. */
export function withdrawnIn(round: string, withdrawn: readonly WithdrawnDecision[] = []): ReadonlySet<string> {
  return new Set(withdrawn.filter((decision) => decision.round === round).map((decision) => decision.person));
}

/** What a round decided, and for whom that is the end. */
interface RoundEnd {
  readonly taking: readonly number[];
  readonly placement: Placement;
  readonly fixes: "movers" | "everybody";
  /** Whether the round is about a post. */
  readonly isAbout: (post: number) => boolean;
}

/** Takes over what a round decided; who is fixed takes part no more. */
export function fixRound({ placement: now, isOut }: RoundState, { taking, placement, fixes, isAbout }: RoundEnd): void {
  for (const person of taking) {
    const after = placement[person] as number;
    const isMover = after !== NO_POST && after !== now[person];
    if (isMover || (fixes === "everybody" && isAbout(after))) isOut[person] = 1;
    now[person] = after;
  }
}
