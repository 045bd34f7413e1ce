import { z } from "zod";
import type { Text } from "../instance/issue.ts";
import type { RuleSubject } from "./rule-subject.ts";
import { ruleSubjectSchema } from "./rule-subject.ts";

const valueSchema = z.union([z.number(), z.boolean(), z.string(), ruleSubjectSchema]);

/** What was found, as data: which sentence tells it, and the numbers and subjects that stand in it. */
export const findingSchema = z.strictObject({
  /** Rule and sentence, for example `quota.missed`. */
  code: z.string(),
  values: z.record(z.string(), valueSchema),
});

/**
 * Data of a sentence; the sentence itself is made when it is printed, in the language of the reader.
 *
 * @public
 */
export type Finding = z.infer<typeof findingSchema>;

/** What may stand in a sentence. */
export type FindingValue = z.infer<typeof valueSchema>;

/** The words of what a sentence names. */
export interface Wording {
  /** What the finding is about. */
  readonly about: Text;
  /** The words of any other subject that stands in the sentence. */
  readonly subject: (subject: RuleSubject) => Text;
  /** How the policy states the entry that was broken; empty where it is not at hand. */
  readonly rule: Text;
}

/** Makes a sentence of what was found. */
export type Sentence<V> = (found: V, wording: Wording) => Text;

/** Any table of sentences by name. */
export type Sentences = Readonly<Record<string, Sentence<never>>>;

/** The findings of one rule: functions that make them, and the sentences that tell them. */
export interface Findings<T extends Sentences> {
  readonly rule: string;
  readonly sentences: T;
  /** Returns a finding of each kind from its values. */
  readonly say: { readonly [K in keyof T]: (found: Parameters<T[K]>[0]) => Finding };
}

/** Returns the findings of a rule from the sentences that tell them. */
export function findingsOf<T extends Sentences>(rule: string, sentences: T): Findings<T> {
  const say = Object.fromEntries(
    Object.keys(sentences).map((name) => [
      name,
      (values: Readonly<Record<string, FindingValue>>): Finding => ({
        code: `${rule}.${name}`,
        values: stated(values),
      }),
    ]),
  );
  return { rule, sentences, say: say as unknown as Findings<T>["say"] };
}

/** A value that is not there is left out: a finding is written to JSON and read again as the same. */
function stated(values: Readonly<Record<string, FindingValue | undefined>>): Record<string, FindingValue> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, FindingValue] => entry[1] !== undefined),
  );
}
