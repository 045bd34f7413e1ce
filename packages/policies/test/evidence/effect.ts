import type { Instance } from "@lungang/core";
import { planCounty } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import type { PolicyDocument } from "../../src/index.ts";
import { policyDocument } from "../../src/index.ts";
import type { SmallCase } from "../counties/small.ts";
import { readable } from "../sentences.ts";
import type { DataStep } from "./data-steps.ts";
import { beyond, countSteps, datesOf, halfway, shiftedDates, stepped } from "./data-steps.ts";
import type { PolicyPart } from "./entries.ts";
import { withoutPart } from "./entries.ts";
import type { Evidence } from "./kill.ts";

/**
 * Two neighbouring values of a small county between which the answer changes because of a part: without it the answer is the same
 * for both, or the part does something with the first and nothing with the next.
 */
export interface DataBoundary extends DataStep {
  /** The first sentence of the plan that is another one on the other side. */
  readonly changes: string;
}

/** A small county and the two policies between which a part lies. */
interface Question {
  readonly small: SmallCase;
  readonly whole: PolicyDocument;
  readonly without: PolicyDocument;
  /** What a plan tells beside who moves counts as well: of a part that changes nothing else. */
  readonly withNumbers: boolean;
  /** The number that a rule tells of itself says nothing of what it does. */
  readonly own: string;
}

/** Who moves with a part, and without. */
interface Effect {
  readonly lines: readonly string[];
  readonly without: readonly string[];
}

/** Counties that are planned with and without one part, at most. */
const TRIES = 70;
/** People whose dates are looked at. */
const PEOPLE = 4;

const same = (a: readonly string[], b: readonly string[]) => a.join("\n") === b.join("\n");
const differs = ({ lines, without }: Effect) => !same(lines, without);
const firstOnly = (a: readonly string[], b: readonly string[]) => a.find((line) => !b.includes(line));

/** Finds where a part begins to do something, by steps of the county. */
export class EffectCourt {
  readonly #solver: Solver;
  readonly #known = new Map<string, Promise<readonly string[] | undefined>>();
  #tries = 0;

  constructor(solver: Solver) {
    this.#solver = solver;
  }

  /** Returns the smallest step of a small county on which a part does nothing any more, undefined where none is found. */
  async of(part: PolicyPart, evidence: Evidence, small: SmallCase): Promise<DataBoundary | undefined> {
    this.#tries = TRIES;
    for (const question of questionsOf(part, evidence, small)) {
      const here = await this.#effect(question);
      if (here === undefined || !differs(here)) continue;
      const { lines, without } = here;
      const people = peopleIn(small.instance, [firstLines(lines, without), firstLines(without, lines)]);
      const ways = [() => this.#byCounts(question, people), () => this.#byDates(question, people)];
      for (const way of part.place.startsWith("eligibility/") ? ways.reverse() : ways) {
        const found = await way();
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** Returns whether a boundary that is known still is one. */
  async holds(part: PolicyPart, evidence: Evidence, { small, step }: { small: SmallCase; step: DataStep }) {
    this.#tries = TRIES;
    for (const question of questionsOf(part, evidence, small)) {
      const last = await this.#effect(question, { ...step, to: step.from });
      const next = await this.#effect(question, step);
      const changes = changeOf(last, next);
      if (changes !== undefined) return changes;
    }
    return undefined;
  }

  async #byCounts(question: Question, people: readonly string[]): Promise<DataBoundary | undefined> {
    const last = await this.#effect(question);
    for (const step of countSteps(question.small.instance, people)) {
      const next = await this.#effect(question, step);
      const changes = changeOf(last, next);
      if (changes !== undefined) return { ...step, changes };
    }
    return undefined;
  }

  async #byDates(question: Question, people: readonly string[]): Promise<DataBoundary | undefined> {
    const here = await this.#effect(question);
    for (const { number, from } of datesOf(question.small.instance, people)) {
      for (const to of shiftedDates(from)) {
        const far = await this.#effect(question, { number, to });
        if (changeOf(here, far) === undefined) continue;
        const found = await this.#day(question, { number, from, to });
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** Halves the time between two days with different answers until they are neighbours. */
  async #day(question: Question, { number, from, to }: DataStep): Promise<DataBoundary | undefined> {
    const last = await this.#effect(question, { number, to: from });
    const middle = halfway(from, to);
    if (middle === undefined) {
      const changes = changeOf(last, await this.#effect(question, { number, to }));
      const isSettled = changes !== undefined && (await this.#isSettled(question, { number, from, to }));
      return isSettled ? { number, from, to, changes } : undefined;
    }
    const there = await this.#effect(question, { number, to: middle });
    if (last === undefined || there === undefined) return undefined;
    const isLikeLast = same(there.lines, last.lines) && same(there.without, last.without);
    return this.#day(question, isLikeLast ? { number, from: middle, to } : { number, from, to: middle });
  }

  /**
   * The draw among equals knows every date of a person, so that a day may change it: the answer has to be the same two days
   * before and two days after, and to be another one about the person.
   */
  async #isSettled(question: Question, { number, from, to }: DataStep): Promise<boolean> {
    const [before, last] = [
      await this.#effect(question, { number, to: beyond(from, to, 2) }),
      await this.#effect(question, { number, to: from }),
    ];
    const [next, after] = [
      await this.#effect(question, { number, to }),
      await this.#effect(question, { number, to: beyond(to, from, 2) }),
    ];
    if (before === undefined || last === undefined || next === undefined || after === undefined) return false;
    const person = number.split("/")[1] ?? "";
    const own = ({ lines }: Effect) => lines.filter((line) => line.split(/[^\w-]+/u).includes(person));
    return same(before.lines, last.lines) && same(next.lines, after.lines) && !same(own(last), own(next));
  }

  /** Who moves in a county, with the part and without; undefined where nobody can be planned with it. */
  async #effect(question: Question, step?: Pick<DataStep, "number" | "to">): Promise<Effect | undefined> {
    if (this.#tries-- <= 0) return undefined;
    const { small, whole, without } = question;
    const instance = step === undefined ? small.instance : stepped(small.instance, step);
    if (instance === undefined) return undefined;
    const place = [
      small.policy,
      small.name,
      step?.number,
      step?.to,
      question.own,
      whole === policyDocument(small.policy),
    ];
    const key = JSON.stringify(place);
    const known = this.#known.get(key) ?? this.#lines(question, instance, whole);
    this.#known.set(key, known);
    const lines = await known;
    if (lines === undefined) return undefined;
    return { lines, without: (await this.#lines(question, instance, without)) ?? ["no plan"] };
  }

  async #lines({ small, withNumbers, own }: Question, instance: Instance, document: PolicyDocument) {
    const resolved = resolvePolicy(document, { settings: small.settings ?? {} });
    if (!resolved.ok) return undefined;
    const policy = resolved.value;
    const outcome = await planCounty({ instance, policy, solver: this.#solver, limits: { relativeGap: 0 } });
    if (outcome.status !== "planned") return undefined;
    const { moves, returns, stays, light, measures, violations } = readable({ ...outcome, policy });
    const numbers = [...measures, ...violations].filter((line) => !line.startsWith(`${own} (`));
    return [...moves, ...light, ...returns, ...stays, ...(withNumbers ? numbers : [])];
  }
}

/** Returns the first line that is another one with the next value, where the part makes the difference. */
function changeOf(last: Effect | undefined, next: Effect | undefined): string | undefined {
  if (last === undefined || next === undefined) return undefined;
  const isOfPart = same(last.without, next.without) || (differs(last) && !differs(next));
  return isOfPart ? (firstOnly(last.lines, next.lines) ?? firstOnly(next.lines, last.lines)) : undefined;
}

/** Of a part that another rule implies, both policies are read without that rule. */
function questionsOf(
  { policy, place, changed }: PolicyPart,
  evidence: Evidence,
  small: SmallCase,
): readonly Question[] {
  const document = policyDocument(policy) as PolicyDocument;
  const [, own = ""] = /^rules\/(.+)$/u.exec(place) ?? [];
  const base = { small, own, withNumbers: evidence.fate === "printed" };
  if (evidence.fate !== "survives") return changed.map((without) => ({ ...base, whole: document, without }));
  if (evidence.impliedBy?.includes("/") !== true) return [];
  const whole = withoutPart(document, evidence.impliedBy);
  return [{ ...base, whole, without: withoutPart(whole, place) }];
}

const firstLines = (a: readonly string[], b: readonly string[]) =>
  a.filter((line) => !b.includes(line)).slice(0, PEOPLE);

/** People whom sentences are about, those named first before others. */
function peopleIn({ persons }: Instance, lines: readonly (readonly string[])[]): readonly string[] {
  const ids = new Set(persons.map(({ id }) => id));
  const named = lines.flat().flatMap((line) =>
    line
      .split(/[^\w-]+/u)
      .filter((word) => ids.has(word))
      .slice(0, 2),
  );
  return [...new Set(named)].slice(0, PEOPLE);
}
