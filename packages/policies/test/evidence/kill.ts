import { planCounty, verifyRoster } from "@lungang/core";
import type { Instance, PlanOutcome } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Policy, Settings } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import type { PolicyDocument } from "../../src/index.ts";
import { policyDocument } from "../../src/index.ts";
import { CASES } from "../counties/cases.ts";
import { policyOf, readable } from "../sentences.ts";
import type { PolicyPart } from "./entries.ts";
import { withoutPart } from "./entries.ts";
import { reportLines } from "./report-lines.ts";

/** What became of a policy when a part of it was taken away or shifted. */
export type Fate =
  /** Other people move, or nobody can be planned. */
  | "plan"
  /** The same people move; a number or a sentence of the plan is another. */
  | "printed"
  /** The plan is the same; a cell or sentence of a report is another. */
  | "reported"
  /** Nothing of the plan or of a report shows it. */
  | "survives";

/** The evidence of one part. */
export interface Evidence {
  readonly source: string;
  readonly policy: string;
  readonly place: string;
  readonly fate: Fate;
  /** The first sentence of the plan, or line of a report, that is another one without the part. */
  readonly killedBy?: string;
  /** The plan made without the part is refused by the check of the whole policy. */
  readonly refused?: boolean;
  /**
   * Of a part that nothing shows: the rule without which it does change the plan, or `every policy` where the rule holds
   * whether it is written or not.
   */
  readonly impliedBy?: string;
}

/** What a plan says, in the order in which a difference is told. */
interface Said {
  readonly people: readonly string[];
  readonly numbers: readonly string[];
  readonly outcome?: Planned;
}

type Planned = Extract<PlanOutcome, { status: "planned" }>;

/** Plans the small county of each policy, whole and without a part. */
export class EvidenceCourt {
  readonly #solver: Solver;
  readonly #whole = new Map<string, Promise<Said>>();
  /** Without one rule, by policy and place. */
  readonly #alone = new Map<string, Promise<Said>>();

  constructor(solver: Solver) {
    this.#solver = solver;
  }

  async of({ policy, place, source, changed }: PolicyPart): Promise<Evidence> {
    const whole = withoutOwn(await this.#wholeOf(policy), place);
    const found: Evidence[] = [];
    for (const document of changed) {
      const without = withoutOwn(await this.#said(policy, document), place);
      const byPlan = fateOf(whole, without);
      const line = byPlan === "survives" ? reportDifference(whole, without, { policy, document, place }) : undefined;
      const fate = line === undefined ? byPlan : "reported";
      const killedBy = line ?? firstDifference(whole, without);
      const told = killedBy === undefined ? {} : { killedBy };
      const refused = fate === "plan" && isRefused(policy, without) ? { refused: true } : {};
      found.push({ source, policy, place, fate, ...told, ...refused });
    }
    const rank: readonly Fate[] = ["plan", "printed", "reported", "survives"];
    const best = found.sort((a, b) => rank.indexOf(a.fate) - rank.indexOf(b.fate))[0] as Evidence;
    if (best.fate !== "survives") return best;
    const impliedBy = await this.#impliedBy(policy, place);
    return impliedBy === undefined ? best : { ...best, impliedBy };
  }

  /** Takes a rule away together with the part: where the plan then is another one, the rule had done the work of both. */
  async #impliedBy(policy: string, place: string): Promise<string | undefined> {
    if (!DECIDES.test(place)) return undefined;
    const whole = policyDocument(policy) as PolicyDocument;
    const without = withoutPart(whole, place);
    if (isHeldAnyway(policy, place, without)) return "every policy";
    for (const { id } of (whole as unknown as { readonly rules: readonly { readonly id: string }[] }).rules) {
      const other = `rules/${id}`;
      if (other === place) continue;
      const alone = await this.#aloneOf(policy, other, withoutPart(whole, other));
      const both = await this.#said(policy, withoutPart(without, other));
      if (alone.people.join("\n") !== both.people.join("\n")) return other;
    }
    return undefined;
  }

  #aloneOf(policy: string, place: string, document: PolicyDocument): Promise<Said> {
    const key = `${policy} ${place}`;
    const known = this.#alone.get(key) ?? this.#said(policy, document);
    this.#alone.set(key, known);
    return known;
  }

  #wholeOf(policy: string): Promise<Said> {
    const known = this.#whole.get(policy) ?? this.#said(policy);
    this.#whole.set(policy, known);
    return known;
  }

  async #said(name: string, document?: PolicyDocument): Promise<Said> {
    const { instance, settings } = caseOf(name);
    const policy = document === undefined ? policyOf(name, settings) : resolved(document, settings);
    if (policy === undefined) return { people: ["no policy"], numbers: [] };
    const outcome = await planCounty({ instance, policy, solver: this.#solver, limits: { relativeGap: 0 } });
    if (outcome.status !== "planned") return { people: [outcome.status], numbers: [] };
    const { moves, returns, stays, light, measures, violations } = readable({ ...outcome, policy });
    return { people: [...moves, ...returns, ...stays, ...light], numbers: [...measures, ...violations], outcome };
  }
}

function caseOf(policy: string): { readonly instance: Instance; readonly settings: Settings } {
  const found = CASES.find((entry) => entry.policy === policy);
  if (found === undefined) throw new Error(`No small county for "${policy}"`);
  return { instance: found.instance, settings: found.settings ?? {} };
}

/** A parameter that nothing uses any more is no fault of the part: a setting for it is left out. */
function resolved(document: PolicyDocument, settings: Settings): Policy | undefined {
  const result = resolvePolicy(document, { settings });
  return result.ok ? result.value : undefined;
}

/** The number that a rule tells of itself goes with it and shows nothing. */
function withoutOwn(said: Said, place: string): Said {
  const [, own] = /^rules\/(.+)$/u.exec(place) ?? [];
  if (own === undefined) return said;
  return { ...said, numbers: said.numbers.filter((sentence) => !sentence.startsWith(`${own} (`)) };
}

function fateOf(whole: Said, without: Said): Fate {
  if (whole.people.join("\n") !== without.people.join("\n")) return "plan";
  return whole.numbers.join("\n") === without.numbers.join("\n") ? "survives" : "printed";
}

/** Parts that decide who moves: only of these is another rule asked for that does the same. */
const DECIDES = /^(?:rules|forms|eligibility)\//u;

/** Rules that every policy has: written or not, the same rule holds. */
function isHeldAnyway(name: string, place: string, without: PolicyDocument): boolean {
  const { settings } = caseOf(name);
  const own = policyOf(name, settings).rules.find(({ id }) => `rules/${id}` === place);
  const held = resolved(without, settings)?.rules.find(({ rule }) => rule === own?.rule);
  return held !== undefined && JSON.stringify(held.params) === JSON.stringify(own?.params);
}

interface ChangedPart {
  readonly policy: string;
  readonly document: PolicyDocument;
  readonly place: string;
}

/** Sections that reports alone read, and parameters, which they may read. */
const OF_REPORTS = /^(?:benefits|reports|parameters)\//u;

/** Returns the first line of a report that is another one without a part that reports read. */
function reportDifference(whole: Said, without: Said, { policy, document, place }: ChangedPart): string | undefined {
  if (!OF_REPORTS.test(place) || whole.outcome === undefined || without.outcome === undefined) return undefined;
  const { instance, settings } = caseOf(policy);
  const lines = (written: unknown, { plan }: Planned) => reportLines({ instance, settings, plan, policy, written });
  const [before, after] = [lines(policyDocument(policy), whole.outcome), lines(document, without.outcome)];
  const [now, then] = [new Set(after), new Set(before)];
  return before.find((line) => !now.has(line)) ?? after.find((line) => !then.has(line));
}

function firstDifference(whole: Said, without: Said): string | undefined {
  const all = new Set([...without.people, ...without.numbers]);
  const there = new Set([...whole.people, ...whole.numbers]);
  const lost = [...there].find((sentence) => !all.has(sentence));
  return lost ?? [...all].find((sentence) => !there.has(sentence));
}

function isRefused(name: string, { outcome }: Said): boolean {
  if (outcome === undefined) return false;
  const { instance, settings } = caseOf(name);
  const { moves, returns, participations, itineraries } = outcome.plan;
  const policy = policyOf(name, settings);
  return !verifyRoster({ instance, policy, moves, returns, participations, itineraries }).ok;
}
