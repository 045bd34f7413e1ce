import type { Checked, Text } from "@lungang/core";
import type { Question, SchoolQuestion } from "@lungang/core/plan";
import type { Settings } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import type {
  DifferentPlans,
  Explained,
  Front,
  FrontPoint,
  LevelDifference,
  VariantResult,
  WhyNot,
  WhyNotSchool,
  WhyPerson,
  WhySchool,
  Wording,
} from "@lungang/explain";
import {
  dearestFirst,
  differentPlans,
  differentPlansText,
  frontOf,
  frontPointText,
  frontText,
  levelDifferenceText,
  planVariants,
  variantText,
  whyEverybodyAtLeast,
  whyNot,
  whyNotSchool,
  whyNotSchoolText,
  whyNotText,
  whyPerson,
  whyPersonText,
  whySchool,
  whySchoolText,
  withoutEachRule,
  wordingOf,
} from "@lungang/explain";
import type { TitledVariant } from "./steps.ts";
import { parameterSteps, settingsTitle, sweepPolicies } from "./steps.ts";
import type { Loosened } from "./questions.ts";

/**
 * An explanation as data, with the sentences that tell it.
 *
 * @public
 */
export interface Told<T> {
  readonly value: T;
  readonly sentences: readonly Text[];
}

/**
 * What a policy that differs in something gives, under the words for what differs.
 *
 * @public
 */
export interface ToldVariant extends Told<VariantResult> {
  readonly title: Text;
}

/**
 * Which prices are asked for.
 *
 * @public
 */
export type Priced = "rules" | "parameters";

/**
 * Questions about a plan that a session has made. Each is answered by planning again from what is known, and exact where
 * its levels are proven.
 *
 * @public
 */
export interface Explanations {
  /** What made the plan do with a person what it does. */
  readonly why: (person: string) => Promise<Told<WhyPerson>>;
  /**
   * What made the plan do with everybody what it does, and what any other place costs at the least: proven from prices, for
   * all at once.
   */
  readonly everybody: () => Promise<readonly Told<WhyPerson>[]>;
  /** Whom the plan brings to a school and takes from it, and what one head more in posts that stay short would cost. */
  readonly school: (school: string) => Promise<Told<WhySchool>>;
  /**
   * What another place for a person would cost, and whom.
   *
   * @param onLead - called with the first level that differs as soon as it is known
   */
  readonly whyNot: (question: Question, onLead?: OnToldLead) => Promise<Told<WhyNot>>;
  /** What it would cost, and whom, if nobody left a school or nobody came to it. */
  readonly whyNotSchool: (question: SchoolQuestion, onLead?: OnToldLead) => Promise<Told<WhyNotSchool>>;
  /**
   * The plans that no other beats in both of two levels, with what they are in words.
   *
   * @param most - plans that are made at most
   */
  readonly front: (levels: readonly [string, string], most: number, onPoint?: OnPoint) => Promise<ToldFront>;
  /** Other plans that are good enough and differ as much as they can: exactly as good unless levels may lose something. */
  readonly different: (count: number, loosened?: readonly Loosened[]) => Promise<Told<DifferentPlans>>;
  /**
   * What every hard rule costs (the plan without it), or every parameter a step looser and tighter (with all that follows
   * from it); the dearest first.
   */
  readonly prices: (of: Priced, onResult?: OnResult) => Promise<readonly ToldVariant[]>;
  /**
   * The plans under several settings; those that the policy refuses are issues. Of more than 12 points, levels after the first that
   * differs from the plan get little effort, and state what that leaves open.
   *
   * @param known - results of an earlier sweep from this plan that was ended: their points are not planned again
   */
  readonly sweep: (
    points: readonly Settings[],
    onResult?: OnResult,
    known?: readonly ToldVariant[],
  ) => Promise<Checked<readonly ToldVariant[]>>;
}

/**
 * Called with the first level that differs, as data and in words.
 *
 * @public
 */
export type OnToldLead = (lead: Told<LevelDifference>) => void;

type OnResult = (told: ToldVariant) => void;
type OnPoint = (values: readonly [Text, Text]) => void;

/**
 * What two levels of the objective cost each other, with the values of every point in words.
 *
 * @public
 */
export interface ToldFront extends Told<Front> {
  /** Words for the two levels. */
  readonly titles: readonly [Text, Text];
  /** Shapes: one entry a point. */
  readonly values: readonly (readonly [Text, Text])[];
}

/** Points of a sweep that are proven in all levels: who asks for so few can wait for it. */
const FEW_POINTS = 12;

/**
 * Opens the questions about a plan.
 *
 * @param further - gives further solvers of the kind that made the plan: a series of plans takes all of them
 */
export function explanationsOf(
  explained: Explained,
  further: (most: number) => Promise<readonly Solver[]>,
): Explanations {
  const { request, outcome } = explained;
  const { policy } = request;
  const wording = wordingOf(request);
  const run = async (variants: readonly TitledVariant[], onResult?: OnResult, exact = true): Promise<ToldVariant[]> => {
    const titles = new Map(variants.map(({ name, title }) => [name, title]));
    const tell = (value: VariantResult): ToldVariant => {
      const title = titles.get(value.name) ?? { zh: value.name, en: value.name };
      return { value, title, sentences: [variantText(value, wording)] };
    };
    const hear = onResult === undefined ? undefined : (value: VariantResult) => onResult(tell(value));
    return (await planVariants(explained, variants, { onResult: hear, further, exact })).map(tell);
  };
  return {
    ...questionsOf(explained, wording),
    ...choicesOf(explained, wording),
    prices: async (of, onResult) => {
      const rules = () =>
        withoutEachRule(policy).map((variant) => ({ ...variant, title: wording.names.rule(variant.name) }));
      const told = await run(of === "rules" ? rules() : parameterSteps(policy), onResult);
      const byResult = new Map(told.map((each) => [each.value, each]));
      const levels = outcome.plan.levels.map(({ name }) => name);
      return dearestFirst([...byResult.keys()], levels).flatMap((value) => byResult.get(value) ?? []);
    },
    sweep: async (points, onResult, known = []) => {
      const policies = sweepPolicies(policy, points);
      if (!policies.ok) return policies;
      const variants = policies.value.map((changed, at): TitledVariant => {
        const settings = points[at] ?? {};
        return { name: settingsText(settings), title: settingsTitle(policy, settings), policy: changed };
      });
      const done = new Map(known.map((told) => [told.value.name, told]));
      const left = variants.filter(({ name }) => !done.has(name));
      const made = await run(left, onResult, points.length <= FEW_POINTS);
      for (const told of made) done.set(told.value.name, told);
      return { ...policies, value: variants.flatMap(({ name }) => done.get(name) ?? []) };
    },
  };
}

/** Returns the questions about people and schools, each with the sentences of its answer. */
function questionsOf(
  explained: Explained,
  wording: Wording,
): Pick<Explanations, "why" | "everybody" | "school" | "whyNot" | "whyNotSchool"> {
  const toldTo = (onLead: OnToldLead | undefined) => (value: LevelDifference) =>
    onLead?.({ value, sentences: [levelDifferenceText(value, wording)] });
  return {
    why: async (person) => {
      const value = await whyPerson(explained, person);
      return { value, sentences: whyPersonText(value, wording) };
    },
    everybody: async () => {
      const all = await whyEverybodyAtLeast(explained);
      return all.map((value) => ({ value, sentences: whyPersonText(value, wording) }));
    },
    school: async (school) => {
      const value = await whySchool(explained, school);
      return { value, sentences: whySchoolText(value, wording) };
    },
    whyNot: async (question, onLead) => {
      const value = await whyNot(explained, question, toldTo(onLead));
      return { value, sentences: whyNotText(value, wording) };
    },
    whyNotSchool: async (question, onLead) => {
      const value = await whyNotSchool(explained, question, toldTo(onLead));
      return { value, sentences: whyNotSchoolText(value, wording) };
    },
  };
}

/** Returns the questions about what else could be planned. */
function choicesOf(explained: Explained, wording: Wording): Pick<Explanations, "front" | "different"> {
  const { levels } = explained.outcome.plan;
  const level = (name: string) => levels.find((each) => each.name === name);
  return {
    front: async (pair, most, onPoint) => {
      const units = pair.map((name) => level(name)?.unit ?? "") as [string, string];
      const inWords = (point: FrontPoint) => frontPointText(point, units);
      const value = await frontOf(explained, pair, {
        most,
        ...(onPoint === undefined ? {} : { onPoint: (point) => onPoint(inWords(point)) }),
      });
      const titles = [wording.level(pair[0]), wording.level(pair[1])] as const;
      return { value, sentences: frontText(value, units, wording), titles, values: value.points.map(inWords) };
    },
    different: async (count, loosened = []) => {
      const tolerances = new Map(
        loosened.map(({ level: name, by }) => {
          const amount = typeof by === "number" ? by : ((level(name)?.value ?? 0) * by.numerator) / by.denominator;
          return [name, Math.floor(amount)];
        }),
      );
      const value = await differentPlans(explained, { count, tolerances });
      return { value, sentences: differentPlansText(value, wording) };
    },
  };
}

function settingsText(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(" ");
}
