import type { Market } from "../market/market.ts";
import { NO_POST, listOf, personAt, postAt } from "../market/market.ts";
import type { CardFacts, CardPerson } from "./facts.ts";

/** Where somebody starts and ends, and what that means for him. */
export interface PersonEnd {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** School at the start and at the end; undefined for none. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Ends at another school than at the start. */
  readonly moved: boolean;
  /** Could stay and ends with something that he would not have changed the own post for. */
  readonly isWorse: boolean;
  readonly metresBefore: number | undefined;
  readonly metresAfter: number | undefined;
}

/** Returns what becomes of everybody who does not merely come back from an exchange, in the order of ids. */
export function endsOf(facts: CardFacts): readonly PersonEnd[] {
  const { market, placement, people } = facts;
  return people.flatMap((person, at): readonly PersonEnd[] => {
    if (person.returns) return [];
    const { start, metresBefore, metresAfter } = person;
    const end = placement[at] as number;
    const [from, to] = [schoolOf(market, start), schoolOf(market, end)];
    const moved = from !== undefined && to !== undefined && from !== to;
    const { id } = personAt(market, at);
    return [{ id, start, end, from, to, moved, isWorse: isWorse(facts, person, at), metresBefore, metresAfter }];
  });
}

function schoolOf(market: Market, post: number): string | undefined {
  return post === NO_POST ? undefined : postAt(market, post).school;
}

/** By the own list alone, in which the post held stands behind everything that is wished more. */
function isWorse({ market, placement }: CardFacts, { start, mustGo }: CardPerson, at: number): boolean {
  const end = placement[at] as number;
  if (start === NO_POST || end === start || mustGo) return false;
  const wishes = listOf(market, at);
  const [own, got] = [wishes.indexOf(start), wishes.indexOf(end)];
  return own >= 0 && (got < 0 || got > own);
}
