import type { Text } from "@lungang/core";
import type { Market, Placement } from "../market/market.ts";
import type { PropertyFinding, PropertyQuestion, ReasonNames } from "./finding.ts";
import { personName } from "./finding.ts";

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
  { placement, names }: { readonly placement: Placement; readonly names?: ReasonNames | undefined },
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
    return [{ person: id, text: notNamed(personName({ names }, id)) }];
  });
}

function notNamed(name: string): Text {
  return {
    zh: `“${name}”的变动不是双方互相指名的对调`,
    en: `"${name}" moved outside a swap of two who name each other`,
  };
}

/** Everybody stayed or changed posts with one person whom he names and who names him. */
export function onlyNamedSwaps(question: PropertyQuestion): readonly PropertyFinding[] {
  return checkSwaps(question.market, question.market.swaps, question).map(({ person, text }) => ({
    property: "onlyNamedSwaps",
    people: [person],
    posts: [],
    text,
  }));
}

/** Two who name each other, hold posts alike and have the word of both schools changed them. */
export function agreedSwapsMade(question: PropertyQuestion): readonly PropertyFinding[] {
  const { market, placement } = question;
  const position = new Map(market.people.map(({ id }, at) => [id, at]));
  const at = (person: string) => market.posts[placement[position.get(person) ?? -1] ?? -1]?.id;
  return agreedPairs(market).flatMap((people): readonly PropertyFinding[] => {
    const [mine, theirs] = people.map((person) => heldPost(market, position.get(person)));
    if (mine === undefined || theirs === undefined || !areAlike(mine, theirs)) return [];
    if (at(people[0]) === theirs.id && at(people[1]) === mine.id) return [];
    return [
      {
        property: "agreedSwapsMade",
        people,
        posts: [mine.id, theirs.id],
        text: notMade(people.map((id) => personName(question, id))),
      },
    ];
  });
}

type Pair = readonly [string, string];

/** Pairs who name each other and whose schools agree, each once. */
function agreedPairs({ swaps }: Market): readonly Pair[] {
  const agreed = swaps.filter(({ schoolAgrees }) => schoolAgrees);
  const named = new Map(agreed.map(({ person, partner }) => [person, partner]));
  return agreed.flatMap(({ person, partner }) =>
    person < partner && named.get(partner) === person ? [[person, partner] as const] : [],
  );
}

type Post = Market["posts"][number];

function areAlike(one: Post, other: Post): boolean {
  if (one.id === other.id) return false;
  return one.kind === other.kind && one.stage === other.stage && one.subject === other.subject;
}

function notMade(people: readonly string[]): Text {
  return {
    zh: `“${people.join("”与“")}”的对调双方和两校都同意，却没有办理`,
    en: `"${people.join('" and "')}" and both schools agree to change posts, and it was not made`,
  };
}

function heldPost({ people, posts }: Market, at = -1): Post | undefined {
  const person = people[at];
  return person === undefined || person.ownPostIs === "leaves" ? undefined : posts[person.ownPost];
}
