import type { Text } from "@lungang/core";
import type { Market, Placement } from "../market/market.ts";

/** What a check of swaps needs of a proposal. */
export interface NamedPartner {
  readonly person: string;
  readonly partner: string;
}

/** Somebody who moved although no swap explains it. */
export interface SwapFinding {
  readonly person: string;
  readonly text: Text;
}

/** Checks that everybody stayed or changed posts with one person whom he names and who names him. */
export function checkSwaps(
  market: Market,
  proposals: readonly NamedPartner[],
  placement: Placement,
): readonly SwapFinding[] {
  const named = new Map(proposals.map((proposal) => [proposal.person, proposal.partner]));
  const position = new Map(market.people.map((person, at) => [person.id, at]));
  return market.people.flatMap(({ id, ownPost, ownPostIs }, at) => {
    const start = ownPostIs === "leaves" ? -1 : ownPost;
    if (placement[at] === start) return [];
    const partner = named.get(id);
    const other = partner === undefined ? undefined : position.get(partner);
    const isSwap =
      other !== undefined &&
      named.get(partner as string) === id &&
      placement[at] === market.people[other]?.ownPost &&
      placement[other] === ownPost;
    if (isSwap) return [];
    return [
      {
        person: id,
        text: {
          zh: `“${id}”的变动不是双方互相指名的对调`,
          en: `"${id}" moved outside a swap of two who name each other`,
        },
      },
    ];
  });
}
