import type { Checked } from "@lungang/core";
import { shapeIssues } from "@lungang/core";
import { conflictSchema, isBound, variantResultSchema, whyPersonSchema } from "@lungang/explain";
import type { WhyPerson } from "@lungang/explain";
import { z } from "zod";
import { readJsonDocument } from "../case/json-text.ts";
import { inFile, refused, sound } from "../case/together.ts";
import type { PlanSource } from "../documents/plan-document.ts";

const textSchema = z.strictObject({ zh: z.string(), en: z.string() });
const sentences = z.array(textSchema);

const sweepSchema = z.strictObject({ results: z.array(variantResultSchema.extend({ title: textSchema, sentences })) });
const blockedSchema = z.strictObject({ conflict: conflictSchema.nullable(), sentences });
const whySchema = whyPersonSchema.extend({ sentences });
const everybodySchema = z.strictObject({ people: z.array(whySchema) });

/**
 * What was found about a plan by solving again, and is shown on its page.
 *
 * @public
 */
export interface PageExplanations {
  /** Plans under other settings, or without single rules. */
  readonly sweep?: z.infer<typeof sweepSchema>["results"];
  /** What blocks a stricter policy, in sentences. */
  readonly conflict?: z.infer<typeof sentences>;
  /** People about whom was asked what another place would cost. */
  readonly people?: readonly WhyPerson[];
}

/**
 * Reads what `lungang explain sweep`, `price`, `conflict` or `why` wrote with `--json`.
 *
 * @public
 */
export function readExplanation(source: PlanSource): Checked<PageExplanations> {
  if ("text" in source) return readJsonDocument(source, (document) => readExplanation({ document, file: source.file }));
  const { document, file } = source;
  const keys = document !== null && typeof document === "object" ? Object.keys(document) : [];
  const read = keys.includes("results")
    ? parsed(sweepSchema, document, ({ results }) => ({ sweep: results }))
    : keys.includes("people")
      ? parsed(everybodySchema, document, ({ people }) => ({ people: people.map(withoutSentences) }))
      : keys.includes("conflict")
        ? parsed(blockedSchema, document, (blocked) =>
            blocked.conflict === null ? {} : { conflict: blocked.sentences },
          )
        : parsed(whySchema, document, (why) => ({ people: [withoutSentences(why)] }));
  return read.ok ? read : { ok: false, issues: inFile(read.issues, file) };
}

function withoutSentences({ sentences: _told, ...why }: z.infer<typeof whySchema>): WhyPerson {
  return why;
}

function parsed<T extends z.ZodType>(
  schema: T,
  document: unknown,
  take: (value: z.infer<T>) => PageExplanations,
): Checked<PageExplanations> {
  const found = schema.safeParse(document);
  if (found.success) return sound(take(found.data));
  return refused(...shapeIssues(found.error, { code: "invalid-explanation", schema }));
}

/**
 * Puts what several files say together; of two sweeps the last is shown, of two answers about a person the exact one.
 *
 * @public
 */
export function togetherExplained(parts: readonly PageExplanations[]): PageExplanations {
  const all = parts.flatMap((part) => part.people ?? []);
  const people = [...all.filter((why) => !isExact(why)), ...all.filter(isExact)];
  const merged: PageExplanations = Object.assign({}, ...parts);
  return people.length === 0 ? merged : { ...merged, people };
}

/** What was found by solving for the person, and not from prices for everybody. */
function isExact({ alternative }: WhyPerson): boolean {
  return alternative !== null && !isBound(alternative);
}
