import type { Instance, Person, Text } from "@lungang/core";
import type { PointSheet, Policy } from "@lungang/core/policy";
import type { Names, Plan } from "@lungang/core/plan";
import type { OutColumn, OutColumnType } from "../workbook/out-sheet.ts";
import type { Language } from "../values/codec.ts";

/**
 * What is told of a person beside the plan itself; for the bureau alone.
 *
 * @public
 */
export interface PersonWords {
  readonly backbone: boolean;
  /** What decided, in a few words. */
  readonly reason: string;
  /** The figures behind it. */
  readonly facts: string;
  /** Entries of the policy behind it. */
  readonly source: string;
}

/**
 * The points of people by one scale of a policy.
 *
 * @public
 */
export interface CountedScale {
  readonly text: Text;
  readonly sheets: readonly PointSheet[];
}

/** A parameter of the policy that was set for a plan, in the words of the policy. */
export interface SettingWords {
  readonly meaning: Text;
  readonly value: Text;
}

/** What the sheets of a plan are made from. */
export interface PlanContext {
  readonly plan: Plan;
  readonly instance: Instance;
  readonly public: boolean;
  readonly language: Language;
  readonly say: (text: Text) => string;
  readonly names: Names;
  /** Returns the sentence of a rule in the policy, its id where the policy is not given. */
  readonly ruleTitle: (id: string) => string;
  readonly levelTitle: (name: string) => string;
  readonly policyTitle: string;
  /** What the policy says of publishing a plan, where it is given. */
  readonly policy: Pick<Policy, "calendar" | "publication"> | undefined;
  readonly people: ReadonlyMap<string, PersonWords>;
  /** Points by every scale of the policy: the public sees the totals of those who move. */
  readonly points: readonly CountedScale[];
  /** Parameters that were set, for the bureau: one may name a person. */
  readonly settings: readonly SettingWords[];
  readonly personById: ReadonlyMap<string, Person>;
  /** Whether a rule reaches a number that it is held to; the others are aims, which the levels tell of. */
  readonly isCounted: (rule: string) => boolean;
  /** Returns where a school stands among the schools as the county lists them. */
  readonly placeOf: (school: string | null) => number;
  readonly schoolName: (id: string | null) => string;
  /** Returns the name, or in the internal version the id where several schools share the name: a roster is read back. */
  readonly schoolReference: (id: string | null) => string;
}

/** Returns a column of a sheet that is not read back, of a width and, where it holds no text, of a type. */
export function head(
  { language }: Pick<PlanContext, "language">,
  [zh, en]: readonly [string, string],
  shape: number | readonly [number, OutColumnType],
): OutColumn {
  const [width, type] = typeof shape === "number" ? ([shape, "text"] as const) : shape;
  return { header: { zh, en }[language], width, type };
}
