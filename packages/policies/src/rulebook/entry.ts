import type { PolicyText } from "../document.ts";
import { text } from "../document.ts";

/**
 * What a rule of the source documents is about.
 *
 * @public
 */
export type RuleKind =
  /** Who may or must move. */
  "eligibility" | "exemption" | "hard" | "soft" | "objective" | "parameter" | "report" | "workflow";

/**
 * What becomes of a rule; the first word of a home decides.
 *
 * @public
 */
export type Coverage =
  /** Rows, costs or candidate moves of the program. */
  | "planned"
  /** Decided or refused before the solve: scope, standing, ledgers, dates. */
  | "checked"
  /** Worked out for people after the plan: conditions, pay, penalties, figures. */
  | "computed"
  /** Told, filed or gone through: reports and steps. */
  | "reported"
  /** Belongs to appointment to posts, which is later work. */
  | "appointment"
  /** Has no code yet. */
  | "notYet";

const COVERAGE_OF_HOME: Readonly<Record<string, Coverage>> = {
  rules: "planned",
  forms: "planned",
  eligibility: "checked",
  instance: "checked",
  calendar: "checked",
  benefits: "computed",
  indicators: "computed",
  reports: "reported",
  procedure: "reported",
  appointment: "appointment",
  later: "notYet",
};

/**
 * One rule of the source documents in our own words.
 *
 * @public
 */
export interface RulebookEntry {
  /** Id that policies cite, for example `YL-07`. */
  readonly id: string;
  readonly kind: RuleKind;
  readonly text: PolicyText;
  /** Where the code keeps it, `area` or `area/part`; the first is the main one. */
  readonly homes: readonly [string, ...string[]];
  readonly coverage: Coverage;
  /** False where the home does not exist in code yet. */
  readonly planned: boolean;
}

const KINDS = {
  elig: "eligibility",
  exempt: "exemption",
  hard: "hard",
  soft: "soft",
  obj: "objective",
  param: "parameter",
  report: "report",
  wf: "workflow",
} as const satisfies Readonly<Record<string, RuleKind>>;

/** A line of the rulebook: id, kind, homes separated by blanks, Chinese, English. */
export type RulebookLine = readonly [string, keyof typeof KINDS, string, string, string];

/**
 * Returns the entry of a line.
 *
 * @throws {RangeError} if the first home is in no known area
 */
export function rulebookEntry([id, kind, places, zh, en]: RulebookLine): RulebookEntry {
  const homes = places.split(" ") as [string, ...string[]];
  const coverage = COVERAGE_OF_HOME[homes[0].split("/")[0] as string];
  if (coverage === undefined) throw new RangeError(`Cannot place rule "${id}": unknown home "${homes[0]}"`);
  const planned = coverage !== "notYet" && coverage !== "appointment";
  return { id, kind: KINDS[kind], text: text(zh, en), homes, coverage, planned };
}
