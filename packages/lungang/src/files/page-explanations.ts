import type { Checked, Issue } from "@lungang/core";
import { shapeIssues } from "@lungang/core";
import {
  conflictSchema,
  highestSchema,
  isBound,
  variantResultSchema,
  whyPersonSchema,
  whySchoolSchema,
} from "@lungang/explain";
import type { Highest, WhyPerson, WhySchool } from "@lungang/explain";
import { z } from "zod";
import { readJsonDocument } from "../case/json-text.ts";
import { inFile, refused, sound } from "../case/together.ts";
import type { MadeFrom } from "../explain/made-from.ts";
import { madeFromSchema } from "../explain/made-from.ts";
import type { PlanSource } from "../documents/plan-document.ts";

const textSchema = z.strictObject({ zh: z.string(), en: z.string() });
const sentences = z.array(textSchema);

const sweepSchema = z.strictObject({
  madeFrom: madeFromSchema,
  results: z.array(variantResultSchema.extend({ title: textSchema, sentences })),
});
const blockedSchema = z.strictObject({
  madeFrom: madeFromSchema,
  conflict: conflictSchema.nullable(),
  sentences,
  highest: z.array(highestSchema.extend({ sentences })).exactOptional(),
});
const whySchema = whyPersonSchema.extend({ sentences });
const schoolSchema = whySchoolSchema.extend({ sentences });
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
  /** How far quotas and shares can be raised. */
  readonly highest?: readonly Highest[];
  /** What parts without a person or a school were made from; a stricter policy is another one than that of the plan. */
  readonly from?: readonly { readonly part: "sweep" | "conflict" | "highest"; readonly madeFrom: MadeFrom }[];
  /** People about whom was asked what another place would cost. */
  readonly people?: readonly WhyPerson[];
  /** Schools about which was asked what one head more would cost. */
  readonly schools?: readonly WhySchool[];
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
  const [, read] = READERS.find(([key]) => keys.includes(key)) ?? [];
  const found = read === undefined ? refused(NONE_OF_THESE) : read(document);
  return found.ok ? found : { ok: false, issues: inFile(found.issues, file) };
}

const NONE_OF_THESE: Issue = {
  code: "invalid-explanation",
  severity: "error",
  message: {
    zh: "这个文件不是网页报告能附上的解释",
    en: "This file is no explanation that the page of a plan shows",
  },
  advice: {
    zh: "请给出 explain why、sweep、price 或 conflict 的 --json 输出；why-not、front、others、compare 的结果不附入网页报告",
    en: "Give what explain why, sweep, price or conflict wrote with --json; the page shows no why-not, front, others or compare",
  },
};

/** How each kind of document is read, by a key that no other kind has. */
const READERS: readonly Reader[] = [
  ["person", (document) => parsed(whySchema, document, (why) => ({ people: [withoutSentences(why)] }))],
  [
    "results",
    (document) =>
      parsed(sweepSchema, document, ({ results, madeFrom }) => ({
        sweep: results,
        from: [{ part: "sweep", madeFrom }],
      })),
  ],
  [
    "people",
    (document) => parsed(everybodySchema, document, ({ people }) => ({ people: people.map(withoutSentences) })),
  ],
  ["posts", (document) => parsed(schoolSchema, document, ({ sentences: _told, ...why }) => ({ schools: [why] }))],
  ["conflict", (document) => parsed(blockedSchema, document, blockedPart)],
];

function blockedPart({
  conflict,
  sentences: told,
  highest,
  madeFrom,
}: z.infer<typeof blockedSchema>): PageExplanations {
  const raised = highest?.map(({ sentences: _told, ...each }) => each);
  return {
    ...(conflict === null ? {} : { conflict: told }),
    ...(raised === undefined ? {} : { highest: raised }),
    from: [{ part: "conflict", madeFrom }, ...(raised === undefined ? [] : [{ part: "highest" as const, madeFrom }])],
  };
}

type Reader = readonly [key: string, read: (document: unknown) => Checked<PageExplanations>];

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
  const schools = parts.flatMap((part) => part.schools ?? []);
  const from = parts.flatMap((part) => part.from ?? []);
  const merged: PageExplanations = Object.assign({}, ...parts);
  return {
    ...merged,
    ...(from.length === 0 ? {} : { from }),
    ...(people.length === 0 ? {} : { people }),
    ...(schools.length === 0 ? {} : { schools }),
  };
}

/** What was found by solving for the person, and not from prices for everybody. */
function isExact({ alternative }: WhyPerson): boolean {
  return alternative !== null && !isBound(alternative);
}
