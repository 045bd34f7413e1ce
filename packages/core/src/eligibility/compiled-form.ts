import type { County } from "../instance/county.ts";
import type { FactContext, Subject } from "../policy/attributes.ts";
import type { Form, PolicyTerms } from "../policy/policy.ts";
import type { OnMissing, Predicate, Test } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";

/** Compiled conditions of one form with memory of answers that do not depend on the person. */
export interface CompiledForm {
  readonly form: Form;
  readonly who: Test;
  readonly where: Test;
  /** Answers where `where` looks at the school left and the post entered only. Shapes: schools x cells, filled on demand. */
  readonly known: Uint8Array | undefined;
  /** Shapes: one entry a person. */
  readonly whoKnown: Uint8Array;
}

/** Answers that are kept. */
export const UNKNOWN = 0;
export const YES = 1;
export const NO = 2;

/** Above this many school-cell pairs answers are not remembered, to bound memory. */
const MAX_REMEMBERED = 40_000_000;

/** What the conditions of a form are compiled for. */
interface FormInput {
  readonly policy: PolicyTerms;
  readonly context: FactContext;
  readonly onMissing: OnMissing;
}

/** Returns a form with its conditions compiled, and room for answers where they can be kept. */
export function compileForm(form: Form, { policy, context, onMissing }: FormInput): CompiledForm {
  const compile = (predicate: Predicate) => compilePredicate(predicate, { context, sets: policy.sets, onMissing });
  const { county } = context;
  const pairs = (county.schools.length + 1) * county.cells.length;
  const keepsAnswers = !mentionsPerson(form.where, policy.sets) && pairs <= MAX_REMEMBERED;
  return {
    form,
    who: compile(form.who),
    where: compile(form.where),
    known: keepsAnswers ? new Uint8Array(pairs) : undefined,
    whoKnown: new Uint8Array(county.persons.length),
  };
}

/** Returns whether a form is meant for somebody who works at a school; the answer is kept for the present one. */
export function admitsPerson({ who, whoKnown }: CompiledForm, subject: Subject, { works }: County): boolean {
  const { person, from } = subject;
  if (from !== works[person]) return who(subject);
  if (whoKnown[person] === UNKNOWN) whoKnown[person] = who(subject) ? YES : NO;
  return whoKnown[person] === YES;
}

/** Attributes of a move that differ from person to person. */
const PERSONAL: ReadonlySet<string> = new Set(["move.metres", "move.wishRank", "move.homeTownship"]);

function isPersonal(attr: string): boolean {
  return attr.startsWith("person.") || attr.startsWith("move.points.") || PERSONAL.has(attr);
}

function mentionsPerson(predicate: Predicate, sets: Readonly<Record<string, Predicate>>): boolean {
  if ("all" in predicate) return predicate.all.some((part) => mentionsPerson(part, sets));
  if ("any" in predicate) return predicate.any.some((part) => mentionsPerson(part, sets));
  if ("not" in predicate) return mentionsPerson(predicate.not, sets);
  if ("set" in predicate) return mentionsPerson(sets[predicate.set] as Predicate, sets);
  return [predicate.attr, predicate.of ?? ""].some(isPersonal);
}

/** Whether the line of a move says the same under both forms: code, relation, and until when at least. */
export function isToldAlike({ form: a }: CompiledForm, { form: b }: CompiledForm): boolean {
  return a.code === b.code && a.relationMoves === b.relationMoves && a.termMonths.min === b.termMonths.min;
}
