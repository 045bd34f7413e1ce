import type {
  Appointment,
  MissedPost,
  PersonReasons,
  Placement,
  PropertyFinding,
  StrategyStatement,
} from "@lungang/appointment";
import {
  RULE_WORDS,
  appointmentLines,
  compareRules,
  countLines,
  reasonsOf,
  remainingPairs,
  verifyAppointment,
} from "@lungang/appointment";
import type { Issue, Text } from "@lungang/core";
import { pointsText } from "@lungang/core/policy";
import type { Applications } from "./open-applications.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import { joinedWithPlan } from "./joined.ts";
import { namesOfMarket } from "./post-names.ts";
import { surplusKept } from "./surplus-kept.ts";
import { swapReasons } from "./swap-reasons.ts";
import type { DecidedRounds, RoundAnswer } from "./tell-rounds.ts";
import { roundReasons, tellRounds } from "./tell-rounds.ts";
import { tellPoints } from "./tell-points.ts";
import { conditionText, lineTerms, tellProcedure } from "./tell-procedure.ts";
import { tellStrategy } from "./tell-strategy.ts";
import { stoppedByTitles, titlePostsTold } from "./tell-titles.ts";
import { verifyTerms } from "./verify-terms.ts";

/** Where everybody ends, by a rule or by the program. */
export interface Decided {
  readonly placement: Placement;
  readonly seed: string | null;
  readonly strategy: StrategyStatement;
  readonly properties: DecidedAppointment["properties"];
  /** Rounds that decided; undefined where everything was decided at once. */
  readonly chain?: DecidedRounds;
}

/** An appointment as plain data, with warnings of what could not be compared. */
export interface ToldAppointment {
  readonly appointment: DecidedAppointment;
  readonly warnings: readonly Issue[];
}

/** Tells everything that people ask about a decision: why, who is passed over, what the other rule would do, what of answers. */
export function tellAppointment(applications: Applications, decided: Decided): ToldAppointment {
  const { market, rule, title } = applications;
  const lines = linesOf(applications, decided);
  const { chain } = decided;
  const { compared, envy, warnings } = compare(applications, lines, decided);
  const joined = joinedWithPlan(market, decided.placement, applications.after);
  const appointment: DecidedAppointment = {
    title,
    rule: rule.name,
    ruleName: RULE_WORDS[rule.name],
    seed: decided.seed,
    counts: countLines(appointmentLines(market, decided.placement)),
    lines,
    vacancies: vacanciesOf(applications),
    compared,
    envy,
    remaining: remainingOf(applications, decided),
    properties: [
      ...decided.properties,
      ...surplusKept(applications, lines),
      ...joined.properties,
      ...verifyTerms(
        applications.procedure,
        lines.map((line) => ({ ...listRow(line), isPlacedLater: isPlacedLater(line, chain) })),
        applications.names,
      ),
    ],
    titlePosts: titlePostsTold(market, decided.placement),
    ledgers: joined.ledgers,
    establishment: applications.establishment ?? null,
    strategy: tellStrategy(decided.strategy),
    rounds: chain === undefined ? [] : tellRounds(chain, market),
    fewestChanges: chain?.alternative ?? null,
    withdrawn: (chain?.changes ?? []).map(({ rounds: [before, after], ...change }) => ({
      ...change,
      rounds: [before, after],
    })),
    ...tellProcedure(applications),
    publicityDays: applications.publicityDays ?? null,
    sheets: tellPoints(applications),
    surplus: surplusOf(applications),
  };
  return { appointment, warnings };
}

/** Pairs that couples, limits or full levels of titles keep from each other, each with what does. */
function remainingOf(
  { market, names, hardRules }: Applications,
  { placement }: Decided,
): DecidedAppointment["remaining"] {
  const pairs = hardRules === undefined ? [] : remainingPairs(market, hardRules, placement);
  return [
    ...pairs.map(({ person, post, causes, text }) => ({ person, post, causes: [...causes], text })),
    ...stoppedByTitles(market, placement, namesOfMarket(market, names)),
  ];
}

function vacanciesOf({ vacancies }: Applications): DecidedAppointment["vacancies"] {
  return vacancies.map(({ id, school, gap, offered, notOffered }) => ({
    post: id,
    school,
    gap,
    offered,
    notOffered: notOffered.map((reason) => ({ ...reason })),
  }));
}

function surplusOf({ surplus }: Applications): DecidedAppointment["surplus"] {
  return surplus.map(({ group, excess, leaving }) => ({
    post: group,
    excess,
    leaving: leaving.map(({ id, because }) => ({ person: id, because })),
  }));
}

function linesOf(applications: Applications, { placement, chain }: Decided): DecidedAppointment["lines"] {
  const { market, names, rule, sheets } = applications;
  const called = namesOfMarket(market, names);
  const answerOf =
    chain === undefined ? answersAtOnce(reasonsOf(market, placement, called)) : roundReasons(chain, market, called);
  const swapped = rule.name === "swaps" && chain === undefined ? swapReasons(market, placement, called) : undefined;
  const people = new Map(market.people.map((person) => [person.id, person]));
  const counted = new Map(sheets.map((sheet) => [sheet.person, sheet]));
  const termsOf = lineTerms(applications, chain);
  return appointmentLines(market, placement).map(({ person, from, post, wish, outcome }) => {
    const { round, reasons } = answerOf(person);
    const name = names.get(person);
    const units = counted.get(person)?.total ?? people.get(person)?.points;
    return {
      person,
      ...(name === undefined ? {} : { name }),
      from,
      post,
      wish,
      outcome,
      round,
      points: units === undefined ? null : pointsText(units),
      ...termsOf({ person, from, post, round }),
      ...told(reasons, swapped?.get(person)),
    };
  });
}

function isPlacedLater(
  { post, from, round }: DecidedAppointment["lines"][number],
  chain: DecidedRounds | undefined,
): boolean {
  const placing = chain?.rounds.find(({ id }) => id === round);
  return post !== null && post !== from && placing?.who === "unplaced";
}

/** A line as the list has it, for the check that reads lists. */
function listRow({ person, post, appointer, contract, conditions }: DecidedAppointment["lines"][number]) {
  return {
    person,
    post,
    ...(appointer === null ? {} : { appointer: appointer.zh }),
    ...(contract === null
      ? {}
      : { ...(contract.from === null ? {} : { contractFrom: contract.from }), contractTo: contract.to }),
    ...(conditions.length === 0 ? {} : { conditions: conditions.map((one) => conditionText(one, "zh")).join("；") }),
  };
}

function answersAtOnce(reasons: ReturnType<typeof reasonsOf>): (person: string) => RoundAnswer {
  return (person) => ({ round: null, reasons: reasons(person) });
}

/** Why a person has what he has; a swap by name has a reason of its own. */
function told(reasons: PersonReasons | undefined, swapped: Text | undefined) {
  return { reason: swapped ?? reasons?.text ?? NO_ROUND, missed: (reasons?.missed ?? []).map(missedOf) };
}

function missedOf({
  post,
  wish,
  heads,
  last,
  text,
  toPerson,
}: MissedPost): DecidedAppointment["lines"][number]["missed"][number] {
  const lowestPoints = last?.points === undefined ? null : pointsText(last.points.last);
  return { post, wish, heads, lowestPoints, text, toPerson };
}

const NO_ROUND = { zh: "没有参加任何一轮，维持原状", en: "took part in no round; nothing changes" };

interface Comparison {
  readonly compared: DecidedAppointment["compared"];
  readonly envy: DecidedAppointment["envy"];
  readonly warnings: readonly Issue[];
}

/** Puts acceptance and trading beside the rule that decided, whichever it was (S2). */
function compare(applications: Applications, lines: DecidedAppointment["lines"], decided: Decided): Comparison {
  const { market, rule, hardRules } = applications;
  const isRule = hardRules === undefined && decided.chain === undefined;
  const others = (["acceptance", "trading"] as const).filter((name) => !(isRule && name === rule.name));
  const runs = others.map((name) => ({ name, run: compareRules(market, [{ name }]) }));
  const own = ownEnvy(applications, lines);
  const first = {
    ...(isRule ? { rule: rule.name, name: RULE_WORDS[rule.name] } : decided.chain === undefined ? PROGRAM : ROUNDS),
    chosen: true,
    ...countsOf(countLines(appointmentLines(market, decided.placement))),
    passedOver: new Set(own.map(({ people }) => people[0])).size,
  };
  const told = runs.flatMap(({ name, run }) => {
    const [found] = run.ok ? run.value : [];
    if (found === undefined) return [];
    const passedOver = new Set(found.envy.map(({ people }) => people[0])).size;
    return [
      {
        rule: name,
        name: nameAtOnce(name, decided.chain),
        chosen: false,
        ...countsOf(found.appointment.counts),
        passedOver,
      },
    ];
  });
  const failed = runs.filter(({ run }) => !run.ok).map(({ name }) => notCompared(name));
  return { compared: [first, ...told], envy: own, warnings: failed };
}

const PROGRAM = {
  rule: "stable",
  name: { zh: "整数规划（越过最少）", en: "integer program, fewest blocking pairs" },
};
const ROUNDS = { rule: "rounds", name: { zh: "分轮聘任", en: "in rounds" } };

function nameAtOnce(name: "acceptance" | "trading", chain: DecidedRounds | undefined) {
  const { zh, en } = RULE_WORDS[name];
  return chain === undefined ? { zh, en } : { zh: `${zh}（不分轮）`, en: `${en}, at once` };
}

function countsOf({ moved, appointed, unplaced, firstWish }: Appointment["counts"]) {
  return { moved, appointed, unplaced, firstWish };
}

/** Who is passed over in a list, found by the checker that knows no rule. */
function ownEnvy({ market, names }: Applications, lines: DecidedAppointment["lines"]): DecidedAppointment["envy"] {
  const list = { format: "lungang-appointment-1", lines: lines.map(({ person, post }) => ({ person, post })) };
  const report = verifyAppointment(market, list, { rule: { name: "acceptance" }, names: namesOfMarket(market, names) });
  if (!report.ok) throw new Error("An appointment of our own cannot be read");
  return report.value.properties
    .filter(({ name }) => name === "noJustifiedEnvy")
    .flatMap(({ findings }) => findings.map(plainFinding));
}

function plainFinding({ people, posts, text }: PropertyFinding): DecidedAppointment["envy"][number] {
  return { people: [...people], posts: [...posts], text };
}

function notCompared(name: "acceptance" | "trading"): Issue {
  return {
    code: "comparison-needs-draw",
    severity: "warning",
    message: {
      zh: `没有与“${RULE_WORDS[name].zh}”比较：该规则要把全体人员排成一列，同分者需要抽签种子`,
      en: `Not compared with "${RULE_WORDS[name].en}": it orders all people, and equal ones need the seed of a draw`,
    },
    advice: { zh: "如需并列比较，请填写抽签种子", en: "Give a seed to have both side by side" },
  };
}
