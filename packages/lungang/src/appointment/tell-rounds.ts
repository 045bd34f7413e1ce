import type {
  Market,
  MissedPost,
  PersonReasons,
  Round,
  RoundReport,
  RoundStep,
  RoundsChange,
  RoundsResult,
} from "@lungang/appointment";
import { RULE_WORDS, reasonsOf } from "@lungang/appointment";
import type { Text } from "@lungang/core";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { AppointmentNames } from "./post-names.ts";
import { tellStrategy } from "./tell-strategy.ts";
import { propertiesOf } from "./told-properties.ts";

/** What rounds decided, and who ends elsewhere because decisions were withdrawn. */
export interface DecidedRounds {
  readonly rounds: readonly Round[];
  readonly result: RoundsResult;
  readonly changes: readonly RoundsChange[];
  /** The list with the fewest changes instead; undefined where it is not asked for. */
  readonly alternative: DecidedAppointment["fewestChanges"] | undefined;
}

/** Returns everything that rounds changed, as a list has it. */
export function stepsOf({ rounds }: RoundsResult): readonly RoundStep[] {
  return rounds.flatMap(({ round, placed, lost }) => [
    ...placed.map(({ person, post }) => ({ round, person, post })),
    ...lost.map((person) => ({ round, person, post: null })),
  ]);
}

/** Tells what every round did. */
export function tellRounds({ rounds, result }: DecidedRounds, market: Market): DecidedAppointment["rounds"] {
  const own = new Map(market.people.map(({ id, ownPost }) => [id, market.posts[ownPost]?.id ?? null]));
  return result.rounds.map(({ round, taking, placed, lost, properties, strategy }, at) => {
    const rule = rounds[at]?.rule.name ?? "acceptance";
    return {
      round,
      rule,
      ruleName: RULE_WORDS[rule],
      taking,
      steps: [
        ...placed.map((step) => ({ ...step })),
        // Who loses a post in a round lost the own one: whoever was given another one is out.
        ...lost.map((person) => ({ person, from: own.get(person) ?? null, post: null })),
      ],
      properties: propertiesOf(properties),
      strategy: tellStrategy(strategy),
    };
  });
}

/** The round that decided about a person, and why it came out so. */
export interface RoundAnswer {
  readonly round: string | null;
  readonly reasons: PersonReasons | undefined;
}

/**
 * Returns what answers why rounds gave a person what he has: by the round that placed him, else the last he was in; and what
 * kept him from posts that he would rather have, by the round in which he lost each. Wishes are counted in his whole list, of
 * which a round holds a part.
 *
 * @param market - people with all their wishes, as before the first round
 */
export function roundReasons(
  { result }: DecidedRounds,
  market: Market,
  names: AppointmentNames,
): (person: string) => RoundAnswer {
  const lines = new Map(result.lines.map((line) => [line.person, line]));
  const positions = new Map(market.people.map(({ id }, at) => [id, at]));
  const telling = { ...names, wishOf: wishesOf(market, positions) };
  const answers = new Map<RoundReport, ReturnType<typeof reasonsOf>>();
  const answerIn = (report: RoundReport, person: string) => {
    const reasons = answers.get(report) ?? reasonsOf(report.market, report.placement, telling);
    answers.set(report, reasons);
    return reasons(person);
  };
  return (person) => {
    const line = lines.get(person);
    const at = result.rounds.findIndex(({ round }) => round === line?.last);
    const report = result.rounds[at];
    if (report === undefined) return { round: null, reasons: undefined };
    const reasons = answerIn(report, person);
    const position = positions.get(person) ?? -1;
    // Who was given a post is out of the rounds after; who kept the own one stands for others in all of them.
    const lost = result.rounds
      .slice(0, line?.round === null ? undefined : at + 1)
      .filter(({ takers }) => takers.includes(position))
      .flatMap((each) => answerIn(each, person).missed.map((missed) => inRound(missed, each.round)));
    return { round: report.round, reasons: { ...reasons, missed: lostPosts(lost, reasons.post) } };
  };
}

/** Reads which wish a post is in the list that a person filled in, the own post included. */
function wishesOf(market: Market, positions: ReadonlyMap<string, number>) {
  const posts = new Map(market.posts.map(({ id }, at) => [id, at]));
  const { starts, posts: wishes } = market.lists;
  return (person: string, post: string): number | null => {
    const at = positions.get(person) ?? -1;
    const place = wishes.subarray(starts[at], starts[at + 1]).indexOf(posts.get(post) ?? -1);
    return place < 0 ? null : place + 1;
  };
}

/**
 * Every post once, by the round that decided about it: the last in which people competed for it, else the first, in which
 * whoever was there kept it. The own wishes come first, in their order.
 */
function lostPosts(lost: readonly MissedPost[], got: string | null): readonly MissedPost[] {
  const byPost = new Map<string, MissedPost>();
  for (const missed of lost)
    if (missed.post !== got && (!byPost.has(missed.post) || missed.last?.by !== "ownPost"))
      byPost.set(missed.post, missed);
  return [...byPost.values()].toSorted((a, b) => (a.wish ?? Infinity) - (b.wish ?? Infinity) || 0);
}

function inRound(missed: MissedPost, round: string): MissedPost {
  const told = ({ zh, en }: Text): Text => ({ zh: `“${round}”：${zh}`, en: `"${round}": ${en}` });
  return { ...missed, text: told(missed.text), toPerson: told(missed.toPerson) };
}
