import type { Text } from "@lungang/core";
import { text } from "../../market/issues.ts";
import type { Market, Placement, SwapProposal } from "../../market/market.ts";
import { NO_POST, personAt, postAt } from "../../market/market.ts";

/** Why a proposal came to nothing. */
export type SwapRefusal = "unknownPerson" | "notMutual" | "noOwnPost" | "samePost" | "otherPost" | "schoolDisagrees";

/** What became of one proposal. */
export interface SwapAnswer {
  readonly person: string;
  readonly partner: string;
  readonly refused?: SwapRefusal;
}

/** What the rule decided. */
export interface SwapsResult {
  readonly placement: Placement;
  readonly answers: readonly SwapAnswer[];
}

const REFUSALS: Readonly<Record<SwapRefusal, Text>> = {
  unknownPerson: text("其中一人不在参加人员之内", "one of the two does not take part"),
  notMutual: text("双方没有互相指名", "the two do not name each other"),
  noOwnPost: text("其中一人没有可交换的岗位", "one of the two has no post to give"),
  samePost: text("双方本在同一岗位", "both hold the same post already"),
  otherPost: text("双方岗位的类别、学段或学科不同", "the posts differ in kind, stage or subject"),
  schoolDisagrees: text("有一方学校不同意", "one of the two schools does not agree"),
};

/** Returns why a proposal came to nothing, for readers. */
export function swapRefusalText(refusal: SwapRefusal): Text {
  return REFUSALS[refusal];
}

/**
 * Changes the posts of people who name each other (S5): posts of the same kind, stage and subject, both schools agreeing.
 *
 * Guarantees: nobody moves who did not name the other; everybody else stays.
 */
export function swaps(market: Market, proposals: readonly SwapProposal[]): SwapsResult {
  const placement = Int32Array.from(market.people, (person) =>
    person.ownPostIs === "leaves" ? NO_POST : person.ownPost,
  );
  const at = new Map(market.people.map((person, index) => [person.id, index]));
  const byPerson = new Map(proposals.map((proposal) => [proposal.person, proposal]));
  const answers = [...byPerson.values()].map((proposal): SwapAnswer => {
    const pair = { person: proposal.person, partner: proposal.partner };
    const refused = refusal(market, { proposal, counter: byPerson.get(proposal.partner), at });
    if (refused !== undefined) return { ...pair, refused };
    placement[at.get(pair.person) as number] = personAt(market, at.get(pair.partner) as number).ownPost;
    return pair;
  });
  return { placement, answers: answers.sort((a, b) => (a.person < b.person ? -1 : 1)) };
}

interface Pairing {
  readonly proposal: SwapProposal;
  readonly counter: SwapProposal | undefined;
  readonly at: ReadonlyMap<string, number>;
}

function refusal(market: Market, { proposal, counter, at }: Pairing): SwapRefusal | undefined {
  const first = at.get(proposal.person);
  const second = at.get(proposal.partner);
  if (first === undefined || second === undefined) return "unknownPerson";
  if (counter === undefined || counter.partner !== proposal.person || first === second) return "notMutual";
  const unfit = postsUnfit(market, first, second);
  if (unfit !== undefined) return unfit;
  return proposal.schoolAgrees && counter.schoolAgrees ? undefined : "schoolDisagrees";
}

function postsUnfit(market: Market, first: number, second: number): SwapRefusal | undefined {
  const [one, other] = [personAt(market, first), personAt(market, second)];
  if (!canGive(one) || !canGive(other)) return "noOwnPost";
  if (one.ownPost === other.ownPost) return "samePost";
  const [a, b] = [postAt(market, one.ownPost), postAt(market, other.ownPost)];
  const isSame = a.kind === b.kind && a.stage === b.stage && a.subject === b.subject;
  return isSame ? undefined : "otherPost";
}

function canGive({ ownPost, ownPostIs }: { readonly ownPost: number; readonly ownPostIs: string }): boolean {
  return ownPost !== NO_POST && ownPostIs !== "leaves";
}
