import { readFileSync } from "node:fs";
import { planCounty } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import type { PolicyDocument } from "../../src/index.ts";
import { NATIONAL_RULES, RULEBOOK, policyDocument } from "../../src/index.ts";
import { casesOf } from "../counties/cases.ts";
import type { SmallCase } from "../counties/small.ts";
import { readable } from "../sentences.ts";
import { EffectCourt } from "./effect.ts";
import { partsOf } from "./entries.ts";
import type { Evidence } from "./kill.ts";
import type { NumberStep } from "./number-steps.ts";
import { numberSteps } from "./number-steps.ts";

/** The smallest step on which another plan is made: of a number of a policy, or of a value of the small county. */
export interface Boundary {
  readonly source: string;
  readonly policy: string;
  readonly place: string;
  /** Which number of the part, the parameter it is written with, or where the value stands in the county. */
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** The first sentence of the plan that is another one. */
  readonly changes: string;
  /** The small county that shows it, where it is not the first of the policy. */
  readonly county?: string;
  /** The value is one of the county: with it the part does something, with the next it does nothing. */
  readonly ofCounty?: true;
}

/** Where boundaries are kept: made by `npm run evidence`. */
export const BOUNDARIES = new URL("boundaries.json", import.meta.url);

/** Returns the boundaries that were found last. */
export function knownBoundaries(): readonly Boundary[] {
  return JSON.parse(readFileSync(BOUNDARIES, "utf8")) as readonly Boundary[];
}

/** Plans the small counties of policies with numbers that are one more or one less, and steps of the counties themselves. */
export class BoundaryCourt {
  readonly #solver: Solver;
  readonly #effects: EffectCourt;
  readonly #whole = new Map<SmallCase, Promise<readonly string[] | undefined>>();

  constructor(solver: Solver) {
    this.#solver = solver;
    this.#effects = new EffectCourt(solver);
  }

  /** Returns the first number of a part whose step makes another plan, undefined where none does. */
  async ofNumber({ source, policy, place, county }: Evidence): Promise<Boundary | undefined> {
    const small = caseOf({ policy, county });
    if (small === undefined) return undefined;
    const document = policyDocument(policy) as PolicyDocument;
    const whole = (await this.#said(small)) ?? [];
    for (const { number, from, to, ...changed } of numberSteps(document, place, small.settings ?? {})) {
      const said = await this.#plan(small, changed);
      if (said === undefined) continue;
      const changes = whole.find((line) => !said.includes(line)) ?? said.find((line) => !whole.includes(line));
      if (changes === undefined) continue;
      return { source, policy, place, number, from, to, changes, ...(county === undefined ? {} : { county }) };
    }
    return undefined;
  }

  /** Returns the first value of the small county whose step leaves the part without effect, undefined where none is found. */
  async ofCounty(evidence: Evidence): Promise<Boundary | undefined> {
    const { source, policy, place, county } = evidence;
    const [small, part] = [caseOf(evidence), partOf(evidence)];
    if (small === undefined || part === undefined) return undefined;
    const found = await this.#effects.of(part, evidence, small);
    if (found === undefined) return undefined;
    return { source, policy, place, ...found, ...(county === undefined ? {} : { county }), ofCounty: true };
  }

  /** Returns a boundary that is known as it is found now. */
  async again(evidence: Evidence, known: Boundary): Promise<Boundary | undefined> {
    if (known.ofCounty !== true) return this.ofNumber(evidence);
    const [small, part] = [caseOf(evidence), partOf(evidence)];
    if (small === undefined || part === undefined) return undefined;
    const changes = await this.#effects.holds(part, evidence, { small, step: known });
    return changes === undefined ? undefined : { ...known, changes };
  }

  #said(small: SmallCase): Promise<readonly string[] | undefined> {
    const document = policyDocument(small.policy) as PolicyDocument;
    const known = this.#whole.get(small) ?? this.#plan(small, { document, settings: small.settings ?? {} });
    this.#whole.set(small, known);
    return known;
  }

  /** Who moves, returns and stays; what makes no policy shows nothing. */
  async #plan({ instance }: SmallCase, { document, settings }: Pick<NumberStep, "document" | "settings">) {
    const resolved = resolvePolicy(document, { settings });
    if (!resolved.ok) return undefined;
    const policy = resolved.value;
    const outcome = await planCounty({ instance, policy, solver: this.#solver, limits: { relativeGap: 0 } });
    if (outcome.status !== "planned") return [`no plan: ${outcome.status}`];
    const { moves, returns, stays, light } = readable({ ...outcome, policy });
    return [...moves, ...returns, ...stays, ...light];
  }
}

const caseOf = ({ policy, county }: { readonly policy: string; readonly county?: string | undefined }) =>
  casesOf(policy).find(({ name }) => county === undefined || name === county);

const partOf = ({ policy, place, source }: Evidence) =>
  partsOf(policy).find((part) => part.place === place && part.source === source);

/**
 * Returns a boundary for each rule of the source documents that changes a plan: from the first of its parts that has one among
 * its numbers, else from the first that has one in its county. What is known of policies that are not tried again is kept.
 */
export async function boundariesOf(
  table: readonly Evidence[],
  { court, kept }: { readonly court: BoundaryCourt; readonly kept: readonly Boundary[] },
): Promise<readonly Boundary[]> {
  const found = new Map(kept.map((boundary) => [boundary.source, boundary]));
  const inPlans = [...RULEBOOK, ...NATIONAL_RULES].filter(({ coverage }) => /^(?:planned|checked)$/u.test(coverage));
  const wanted = new Set(inPlans.map(({ id }) => id));
  const told = table.filter(({ fate }) => fate === "plan");
  const others = table.filter(({ fate, impliedBy }) => fate === "printed" || impliedBy !== undefined);
  // What verification refuses is shown first.
  const parts = [...told.filter(({ refused }) => refused === true), ...told];
  const tries = [
    ...parts.map((part) => ({ part, way: () => court.ofNumber(part) })),
    ...[...parts, ...others].map((part) => ({ part, way: () => court.ofCounty(part) })),
  ];
  for (const { part, way } of tries) {
    if (found.has(part.source) || !wanted.has(part.source)) continue;
    const boundary = await way();
    if (boundary !== undefined) found.set(part.source, boundary);
  }
  return [...found.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}
