import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import type { Market, Placement } from "../market/market.ts";
import { NO_POST, listOf, personAt, postAt } from "../market/market.ts";
import type { Rule } from "../market/rule.ts";
import type { StrategyStatement } from "../strategy/statement.ts";
import { strategyUnder } from "../strategy/strategy.ts";
import { notesOnRule } from "./notes.ts";
import type { Decision } from "./run.ts";
import type { Settled } from "./settle.ts";
import { settleByRule } from "./settle.ts";

/** What became of a person. */
export type AppointmentOutcome = "moved" | "stayed" | "appointed" | "unplaced";

/** One person of an appointment. */
export interface AppointmentLine {
  readonly person: string;
  /** Post held before. */
  readonly from: string | null;
  readonly post: string | null;
  /** Place of the post in the person's list, counted from 1, the own post included; null for nothing. */
  readonly wish: number | null;
  readonly outcome: AppointmentOutcome;
}

/** Numbers of an appointment. */
export interface AppointmentCounts {
  readonly people: number;
  readonly moved: number;
  readonly stayed: number;
  /** Had no post, or had to leave it, and got one. */
  readonly appointed: number;
  readonly unplaced: number;
  /** Got the first post of the list by asking for it: who stays because nothing else was wished for is not counted. */
  readonly firstWish: number;
}

/** Who gets which post by a rule; lines in the order of person ids. */
export interface Appointment {
  readonly format: "lungang-appointment-1";
  readonly rule: Rule;
  /** Seed of the public draw, null where none was needed. */
  readonly seed: string | null;
  readonly lines: readonly AppointmentLine[];
  readonly counts: AppointmentCounts;
  /** People whom a floor kept where they are. */
  readonly held: readonly string[];
  /** Who moves together, where the rule moves people in circles: each person goes to the post at the same place. */
  readonly circles: readonly { readonly people: readonly string[]; readonly posts: readonly string[] }[];
  /** Whether it was safe to answer honestly. */
  readonly strategy: StrategyStatement;
}

/**
 * Decides who gets which post.
 *
 * Guarantees: the same market in any order of rows, rule and seed give the same bytes; what the rule claims is checked by
 * `verifyAppointment`, which shares no code with it.
 *
 * @returns the appointment with warnings of what the rule could not use, or what keeps it from being decided
 */
export function appoint(market: Market, rule: Rule): Checked<Appointment> {
  const issues = notesOnRule(market, rule);
  if (hasError(issues)) return { ok: false, issues };
  return appointed(market, rule, { ...settleByRule(market, rule), issues });
}

/** Returns what was settled as an appointment with what was noted, or whom it would wrong. */
export function appointed(
  market: Market,
  rule: Rule,
  { decision, circle, issues }: Settled & { readonly issues: readonly Issue[] },
): Checked<Appointment> {
  if (circle.length > 0) return { ok: false, issues: [...issues, ...circle] };
  return checked(appointmentOf(market, rule, decision), issues);
}

function appointmentOf(market: Market, rule: Rule, { placement, held, circles }: Decision): Appointment {
  const lines = appointmentLines(market, placement);
  return {
    format: "lungang-appointment-1",
    rule,
    seed: market.seed ?? null,
    lines,
    counts: countLines(lines),
    held: held.map((person) => personAt(market, person).id),
    circles: circles.map(({ people, posts }) => ({
      people: people.map((person) => personAt(market, person).id),
      posts: posts.map((post) => postAt(market, post).id),
    })),
    strategy: strategyUnder(market, rule),
  };
}

/** Returns where everybody is, by ids. */
export function appointmentLines(market: Market, placement: Placement): readonly AppointmentLine[] {
  return market.people.map(({ id, ownPost, ownPostIs }, person) => {
    const post = placement[person] as number;
    const place = post === NO_POST ? -1 : listOf(market, person).indexOf(post);
    return {
      person: id,
      from: ownPost === NO_POST ? null : postAt(market, ownPost).id,
      post: post === NO_POST ? null : postAt(market, post).id,
      wish: place < 0 ? null : place + 1,
      outcome: outcomeOf(post, ownPostIs === "leaves" ? NO_POST : ownPost),
    };
  });
}

function outcomeOf(post: number, own: number): AppointmentOutcome {
  if (post === NO_POST) return "unplaced";
  if (post === own) return "stayed";
  return own === NO_POST ? "appointed" : "moved";
}

/** Returns the numbers of an appointment. */
export function countLines(lines: readonly AppointmentLine[]): AppointmentCounts {
  const count = (outcome: AppointmentOutcome): number => lines.filter((line) => line.outcome === outcome).length;
  return {
    people: lines.length,
    moved: count("moved"),
    stayed: count("stayed"),
    appointed: count("appointed"),
    unplaced: count("unplaced"),
    firstWish: lines.filter(({ wish, outcome }) => wish === 1 && outcome !== "stayed").length,
  };
}
