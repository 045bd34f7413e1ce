import type {
  Market,
  PersonReasons,
  Round,
  RoundReport,
  RoundStep,
  RoundsChange,
  RoundsResult,
} from "@lungang/appointment";
import { RULE_WORDS, reasonsOf } from "@lungang/appointment";
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

/** Returns what answers why rounds gave a person what he has: by the round that placed him, else the last he was in. */
export function roundReasons({ result }: DecidedRounds, names: AppointmentNames): (person: string) => RoundAnswer {
  const last = new Map(result.lines.map((line) => [line.person, line.last]));
  const answers = new Map<RoundReport, ReturnType<typeof reasonsOf>>();
  return (person) => {
    const report = result.rounds.find(({ round }) => round === last.get(person));
    if (report === undefined) return { round: null, reasons: undefined };
    const reasons = answers.get(report) ?? reasonsOf(report.market, report.placement, names);
    answers.set(report, reasons);
    return { round: report.round, reasons: reasons(person) };
  };
}
