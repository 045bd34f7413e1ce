import { planCounty, verifyRoster } from "@lungang/core";
import type { Instance, PlanOutcome } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Policy, Settings } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import type { PolicyDocument } from "../../src/index.ts";
import { CASES } from "../counties/cases.ts";
import { policyOf, readable } from "../sentences.ts";
import type { PolicyPart } from "./entries.ts";

/** What became of a policy when a part of it was taken away or shifted. */
export type Fate =
  /** Other people move, or nobody can be planned. */
  | "plan"
  /** The same people move; a number or a sentence of the plan is another. */
  | "printed"
  /** Nothing of the plan shows it. */
  | "survives";

/** The evidence of one part. */
export interface Evidence {
  readonly source: string;
  readonly policy: string;
  readonly place: string;
  readonly fate: Fate;
  /** The first sentence of the plan that is another one without the part. */
  readonly killedBy?: string;
  /** The plan made without the part is refused by the check of the whole policy. */
  readonly refused?: boolean;
}

/** What a plan says, in the order in which a difference is told. */
interface Said {
  readonly people: readonly string[];
  readonly numbers: readonly string[];
  readonly outcome?: Extract<PlanOutcome, { status: "planned" }>;
}

/** Plans the small county of each policy, whole and without a part. */
export class EvidenceCourt {
  readonly #solver: Solver;
  readonly #whole = new Map<string, Promise<Said>>();

  constructor(solver: Solver) {
    this.#solver = solver;
  }

  async of({ policy, place, source, changed }: PolicyPart): Promise<Evidence> {
    const whole = withoutOwn(await this.#wholeOf(policy), place);
    const found: Evidence[] = [];
    for (const document of changed) {
      const without = withoutOwn(await this.#said(policy, document), place);
      const fate = fateOf(whole, without);
      const killedBy = firstDifference(whole, without);
      const told = killedBy === undefined ? {} : { killedBy };
      const refused = fate === "plan" && isRefused(policy, without) ? { refused: true } : {};
      found.push({ source, policy, place, fate, ...told, ...refused });
    }
    const rank: readonly Fate[] = ["plan", "printed", "survives"];
    return found.sort((a, b) => rank.indexOf(a.fate) - rank.indexOf(b.fate))[0] as Evidence;
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
