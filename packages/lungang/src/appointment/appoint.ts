import type { Issue, Text } from "@lungang/core";
import type { Solver } from "@lungang/program";
import type { HardRules, Market, Placement, RoundsResult } from "@lungang/appointment";
import {
  appoint as decide,
  appointWithinTitles,
  appointmentLines,
  changesBetween,
  readAppointment,
  runRounds,
  runRoundsWithinTitles,
  solveStable,
  strategyOfHardRules,
  verifyAppointment,
} from "@lungang/appointment";
import { distancesMissingIn } from "./distances-of.ts";
import { fewestChangesOf } from "./fewest-changes.ts";
import { FailedVerificationError } from "../session/plan-year.ts";
import { plainIssues } from "../outcome/told.ts";
import type { AppointmentOutcome, DecidedAppointment } from "./appointment-outcome.ts";
import { APPOINTMENT_OUTCOME_FORMAT } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { tellAppointment } from "./tell-appointment.ts";
import type { Chain } from "./chain.ts";
import { checkSteps } from "./verify-steps.ts";
import { stepsOf } from "./tell-rounds.ts";
import { propertiesOf } from "./told-properties.ts";
import { checkList } from "./verify-appointment.ts";

/**
 * Decides who gets which post by the rule of the applications, checks every property that the rule claims by code that
 * shares none with it, and tells why.
 *
 * Guarantees: the same rows in any order give the same bytes.
 *
 * @param solver - is asked where posts of titles lead round in a circle
 * @throws {@link FailedVerificationError} if the result failed its own check
 */
export async function appointByRule(applications: Applications, solver?: Solver): Promise<AppointmentOutcome> {
  const { market, rule } = applications;
  const made = solver === undefined ? decide(market, rule) : await appointWithinTitles(market, rule, { solver });
  if (!made.ok) return invalidAppointment(made.issues);
  const report = verifyAppointment(market, made.value);
  const read = readAppointment(market, made.value);
  if (!report.ok || !read.ok || !report.value.holds) throw failed();
  const { seed, strategy } = made.value;
  const properties = propertiesOf(report.value.properties);
  return tell(applications, { placement: read.value.placement, seed, strategy, properties }, made.warnings);
}

/** What rounds are decided with. */
export interface ByRounds {
  /** Is asked where posts of titles lead a round in a circle, and for the fewest changes. */
  readonly solver: Solver | undefined;
  /** Whether the list with the fewest changes after decisions were withdrawn is looked for, as an alternative. */
  readonly fewestChanges: boolean;
}

/**
 * Decides who gets which post in rounds, each fixed before the next, and checks every round by what is read back of it.
 *
 * @throws {@link FailedVerificationError} if the result failed its own check
 */
export async function appointByRounds(
  applications: Applications,
  chain: Chain,
  { solver, fewestChanges }: ByRounds,
): Promise<AppointmentOutcome> {
  const { market } = applications;
  const { rounds, withdrawn } = chain;
  const made = await runChain(market, chain, solver);
  if (!made.ok) return invalidAppointment(made.issues);
  const result = made.value;
  const missing = distancesMissingIn(market, chain, result);
  if (missing.length > 0) return invalidAppointment([...made.warnings, ...missing]);
  const properties = verifiedSteps(applications, chain, result);
  if (fewestChanges && withdrawn.length === 0) return nothingWithdrawn();
  const before = await beforeWithdrawn(market, chain, solver);
  const withdrawnChanges = before === undefined ? [] : changesBetween(before, result);
  const read = readAppointment(market, { format: "lungang-appointment-1", lines: result.lines.map(lineOf) });
  if (!read.ok) throw failed();
  const replayed = fewestChanges && before !== undefined ? { before, after: result, withdrawn } : undefined;
  const alternative = await alternativeOf(applications, replayed, solver);
  const { strategy } = result;
  const decided = {
    placement: read.value.placement,
    seed: market.seed ?? null,
    strategy,
    properties,
    chain: { rounds, result, changes: withdrawnChanges, alternative },
  };
  return tell(applications, decided, made.warnings);
}

async function runChain(market: Market, { rounds, metres, withdrawn }: Chain, solver: Solver | undefined) {
  const options = { metres, withdrawn };
  return solver === undefined
    ? runRounds(market, rounds, options)
    : runRoundsWithinTitles(market, rounds, { ...options, solver });
}

/** What the rounds decide without any decision withdrawn; undefined where none was, or where that cannot be decided. */
async function beforeWithdrawn(market: Market, chain: Chain, solver: Solver | undefined) {
  if (chain.withdrawn.length === 0) return undefined;
  const before = await runChain(market, { ...chain, withdrawn: [] }, solver);
  return before.ok ? before.value : undefined;
}

/** Checks every round by what is read back of it. */
function verifiedSteps(applications: Applications, chain: Chain, result: RoundsResult) {
  const verified = checkSteps(applications, chain, stepsOf(result));
  if (!verified.ok || verified.value.properties.some(({ holds }) => !holds)) throw failed();
  return verified.value.properties;
}

function alternativeOf(
  applications: Applications,
  replayed: Parameters<typeof fewestChangesOf>[1] | undefined,
  solver: Solver | undefined,
): Promise<DecidedAppointment["fewestChanges"] | undefined> {
  if (solver === undefined || replayed === undefined) return Promise.resolve(undefined);
  return fewestChangesOf(applications, replayed, solver);
}

function lineOf({ person, post }: { readonly person: string; readonly post: string | null }) {
  return { person, post };
}

/**
 * Decides who gets which post where couples or limits rule stability out: the fewest blocking pairs, each left one listed.
 *
 * @throws {@link FailedVerificationError} if the result failed its own check
 */
export async function appointByProgram(
  applications: Applications,
  hardRules: HardRules,
  solver: Solver,
): Promise<AppointmentOutcome> {
  const { market } = applications;
  const solved = await solveStable(market, hardRules, { solver });
  if (solved.status === "infeasible") return without("infeasible", INFEASIBLE);
  if (solved.status === "stopped") return without("stopped", STOPPED);
  const { placement } = solved;
  const properties = checkList(applications, linesOf(applications, placement));
  if (properties.some(({ holds }) => !holds)) throw failed();
  return tell(applications, { placement, seed: market.seed ?? null, strategy: strategyOfHardRules(), properties }, []);
}

function linesOf({ market }: Applications, placement: Placement) {
  return appointmentLines(market, placement).map(({ person, post }) => ({ person, post }));
}

function failed(): FailedVerificationError {
  return new FailedVerificationError("a property that the rule of the appointment claims does not hold");
}

function tell(
  applications: Applications,
  decided: Parameters<typeof tellAppointment>[1],
  issues: readonly Issue[],
): AppointmentOutcome {
  const { appointment, warnings } = tellAppointment(applications, decided);
  return {
    format: APPOINTMENT_OUTCOME_FORMAT,
    status: "appointed",
    message: messageOf(appointment),
    issues: plainIssues([...issues, ...warnings]),
    appointment,
  };
}

function messageOf({ counts, ruleName, rounds, envy, remaining, strategy }: DecidedAppointment): Text {
  const by =
    rounds.length === 0
      ? { zh: `按“${ruleName.zh}”`, en: `By ${ruleName.en}` }
      : { zh: `分 ${rounds.length} 轮聘任`, en: `In ${rounds.length} rounds` };
  const [passed, kept] = [new Set(envy.map(({ people }) => people[0])), new Set(remaining.map(({ person }) => person))];
  const stopped =
    kept.size === 0
      ? { zh: "", en: "" }
      : {
          zh: `${kept.size} 人因职称岗位、人数限制等规定不能到更愿去的岗位，已逐一列名；`,
          en: `title posts, limits or couples keep ${kept.size} from a post that they prefer, listed by name; `,
        };
  return {
    zh: `${by.zh}：${counts.people} 人参加，调动 ${counts.moved} 人，新聘 ${counts.appointed} 人，留任 ${counts.stayed} 人，未聘 ${counts.unplaced} 人；${passed.size === 0 ? "没有人被排在后面的人越过" : `${passed.size} 人被排在后面的人越过，已逐一列名`}；${stopped.zh}如实填报${strategy.isSafe ? "是安全的" : "不安全"}。`,
    en: `${by.en}: ${counts.people} people, ${counts.moved} move, ${counts.appointed} get a post, ${counts.stayed} stay, ${counts.unplaced} get none; ${passed.size === 0 ? "nobody is passed over for somebody behind" : `${passed.size} are passed over for somebody behind and listed by name`}; ${stopped.en}honest answers are ${strategy.isSafe ? "safe" : "not safe"}.`,
  };
}

/** Returns the outcome of a call that asks for the fewest changes where everything is decided at once. */
export function nothingWithdrawn(): AppointmentOutcome {
  return invalidAppointment([NOTHING_WITHDRAWN]);
}

const NOTHING_WITHDRAWN: Issue = {
  code: "nothing-withdrawn",
  severity: "error",
  path: ["withdrawn"],
  message: {
    zh: "没有撤回的决定，无从求最少变动",
    en: "No decision was withdrawn, so that there is nothing to change",
  },
  advice: {
    zh: "请在“撤回决定”表填写轮次和人员，或去掉 --fewest-changes",
    en: "Fill in the sheet of withdrawn decisions, or leave out --fewest-changes",
  },
};

const INFEASIBLE: Text = {
  zh: "没有一种聘任能同时满足“夫妻”、“人数限制”和“职称岗位”。",
  en: "No appointment keeps all couples, limits and posts of titles together.",
};
const STOPPED: Text = {
  zh: "求解在得到第一个结果之前停止。",
  en: "The solver stopped before the first appointment.",
};

function without(status: "infeasible" | "stopped", message: Text): AppointmentOutcome {
  return { format: APPOINTMENT_OUTCOME_FORMAT, status, message, issues: [] };
}

/** Returns the outcome of data or a call that is wrong. */
export function invalidAppointment(issues: readonly Issue[]): AppointmentOutcome {
  const message = { zh: "数据或命令有误，没有聘任。", en: "Data or call are wrong; nobody was appointed." };
  return { format: APPOINTMENT_OUTCOME_FORMAT, status: "invalid", message, issues: plainIssues(issues) };
}
