import { z } from "zod";
import type { Text } from "../instance/issue.ts";
import { parsePoints } from "../points/decimal.ts";
import { codeAmongWords } from "./attribute-vocabulary.ts";
import { ofSchool } from "./attribute-words.ts";
import type { Attribute, AttributeType, AttributeValue, Attributes, FactContext, Subject } from "./attributes.ts";
import { emptySubject } from "./attributes.ts";
import { textSchema } from "./parameters.ts";
import { dividedWhole, ROUNDINGS } from "./rounding.ts";

const OWN_TYPES = ["number", "text", "boolean", "set", "date"] as const satisfies readonly AttributeType[];

/** Part of the path of an attribute: no dots and no spaces. */
export const ownIdSchema = z.string().regex(/^[^\s.]{1,64}$/, "must be a name without spaces and dots");

/** A number that is exact to four decimals, in ten-thousandths. */
export const decimalSchema = z.union([z.string(), z.number()]).transform((value, context): number => {
  const units = parsePoints(value);
  if (units !== undefined) return units;
  context.addIssue({ code: "custom", message: "must be a number with at most four decimals" });
  return z.NEVER;
});

/**
 * An attribute that a policy declares: a column of the data (`type`), or what is counted (`count`) or summed (`sum`) from
 * other attributes.
 */
export const ownAttributeSchema = z.strictObject({
  id: ownIdSchema,
  /** Whose it is. */
  of: z.enum(["person", "school"]).default("person"),
  source: z.string().min(1).optional(),
  text: textSchema,
  /** Type of the column. */
  type: z.enum(OWN_TYPES).optional(),
  /** Header of the column where it is neither the id nor the name. */
  column: z.string().min(1).optional(),
  /** Words that a cell may hold, by their codes. */
  words: z.record(z.string(), textSchema).optional(),
  /** Value of an empty cell; without it an empty cell is a missing value. */
  empty: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  /** Health, discipline and the like: values are never repeated. */
  sensitive: z.boolean().default(false),
  /** The attribute, a set, whose words are counted. */
  count: z.string().optional(),
  /** Attributes, numbers, that are added, each so many times. */
  sum: z
    .array(z.strictObject({ attr: z.string(), times: decimalSchema.prefault(1) }))
    .min(1)
    .optional(),
  /** What a sum is divided by: 10 where ten months are a year. */
  per: z.int().min(1).optional(),
  /** How what is divided becomes a whole number. */
  round: z.enum(ROUNDINGS).default("down"),
});

/**
 * An attribute that a policy declares.
 *
 * @public
 */
export type OwnAttribute = z.infer<typeof ownAttributeSchema>;

/**
 * A column of the data that a policy declares.
 *
 * @public
 */
export interface OwnColumn extends Pick<OwnAttribute, "id" | "of" | "text" | "sensitive"> {
  readonly type: NonNullable<OwnAttribute["type"]>;
  /** Headers by which it is found besides its id and its names. */
  readonly headers: readonly string[];
  readonly words: OwnAttribute["words"];
}

const columnSchema = ownAttributeSchema
  .pick({ id: true, of: true, text: true, column: true, words: true, sensitive: true })
  .extend({ type: z.enum(OWN_TYPES) })
  .strip();

/**
 * Returns the columns that a policy document declares, as far as they can be read; nothing is judged.
 *
 * @public
 */
export function ownColumns(document: unknown): readonly OwnColumn[] {
  const { attributes } = (document ?? {}) as { readonly attributes?: unknown };
  if (!Array.isArray(attributes)) return [];
  return attributes.flatMap((entry: unknown): OwnColumn[] => {
    const read = columnSchema.safeParse(entry).data;
    if (read === undefined) return [];
    const { id, of, text, sensitive, type, column, words } = read;
    return [{ id, of, text, sensitive, type, headers: column === undefined ? [] : [column], words }];
  });
}

/** Attributes of one person or school, wherever it is asked for. */
type Reader = (context: FactContext, index: number) => AttributeValue;

const ROLES = { person: ["person"], school: ["from", "to", "school"] } as const;

/** Returns the type of an attribute that was declared: numbers where it is counted or summed. */
export function typeOfOwn({ type }: OwnAttribute): AttributeType {
  return type ?? "number";
}

/** Returns the paths by which conditions ask for an own attribute. */
export function pathsOfOwn({ id, of }: Pick<OwnAttribute, "id" | "of">): readonly string[] {
  return ROLES[of].map((role) => `${role}.x.${id}`);
}

/**
 * Returns an own attribute by its paths.
 *
 * @param known - what it may be counted or summed from
 */
export function compileOwn(own: OwnAttribute, known: Attributes): readonly (readonly [string, Attribute])[] {
  const { id, of, text, words } = own;
  const { read, lacks } = readerOf(own, known);
  return ROLES[of].map((role) => {
    const index = (subject: Subject): number => subject[role];
    const name: Text = role === "person" ? text : ofSchool(role, text);
    const attribute: Attribute = {
      type: typeOfOwn(own),
      text: name,
      words: words === undefined ? undefined : { own: words },
      read: (context, subject) => (index(subject) < 0 ? undefined : read(context, index(subject))),
      ...(lacks === undefined ? {} : { lacks: (context, subject) => lacks(context, index(subject)) }),
    };
    return [`${role}.x.${id}`, attribute];
  });
}

interface OwnReader {
  readonly read: Reader;
  readonly lacks?: (context: FactContext, index: number) => readonly string[];
}

function readerOf(own: OwnAttribute, known: Attributes): OwnReader {
  if (own.sum !== undefined) return summed(own, own.sum, known);
  if (own.count !== undefined) return counted(own, own.count, known);
  return { read: ofColumn(own) };
}

/** What a cell holds, its words as codes; what an empty one stands for where there is nothing. */
function ofColumn({ id, of, words, empty }: OwnAttribute): Reader {
  const coded = (word: string) => (words === undefined ? word : (codeAmongWords(word, { own: words }) ?? word));
  return ({ county }, index) => {
    const value = (of === "person" ? county.persons : county.schools)[index]?.x?.[id] ?? empty;
    if (typeof value === "string") return coded(value);
    return Array.isArray(value) ? value.map(coded) : value;
  };
}

/** Whose attributes are counted or summed, as the subject of a condition. */
function subjectOf({ of }: OwnAttribute, { county }: FactContext, index: number): Subject {
  return of === "person"
    ? { ...emptySubject(), person: index, from: county.works[index] as number }
    : { ...emptySubject(), school: index };
}

function counted(own: OwnAttribute, path: string, known: Attributes): OwnReader {
  const attribute = known.get(path);
  return {
    read: (context, index) => {
      const value = attribute?.read(context, subjectOf(own, context, index));
      return value === undefined ? undefined : new Set(value as Iterable<string>).size;
    },
    lacks: (context, index) => lacking([[path, attribute]], context, subjectOf(own, context, index)),
  };
}

function summed(own: OwnAttribute, terms: NonNullable<OwnAttribute["sum"]>, known: Attributes): OwnReader {
  const parts = terms.map(({ attr, times }) => ({ attr, times, attribute: known.get(attr) }));
  const pairs = parts.map(({ attr, attribute }) => [attr, attribute] as const);
  return {
    read: (context, index) => {
      const subject = subjectOf(own, context, index);
      let sum = 0n;
      for (const { times, attribute } of parts) {
        const units = unitsOf(attribute?.read(context, subject));
        if (units === undefined) return undefined;
        sum += BigInt(units) * BigInt(times);
      }
      return amountOf(sum, own);
    },
    lacks: (context, index) => lacking(pairs, context, subjectOf(own, context, index)),
  };
}

/** A number in ten-thousandths; undefined where it is none that is exact. */
function unitsOf(value: AttributeValue): number | undefined {
  return typeof value === "number" ? parsePoints(value) : undefined;
}

/** Products of ten-thousandths are in hundred-millionths. */
const UNITS_OF_PRODUCTS = 100_000_000n;

/** A sum of products as a number: divided and whole where the policy says so, else as it is. */
function amountOf(sum: bigint, { per, round }: OwnAttribute): number {
  if (per === undefined) return Number(sum) / Number(UNITS_OF_PRODUCTS);
  return Number(dividedWhole(sum, BigInt(per) * UNITS_OF_PRODUCTS, round));
}

/** Returns the attributes among some that have no value. */
function lacking(
  attributes: readonly (readonly [string, Attribute | undefined])[],
  context: FactContext,
  subject: Subject,
): readonly string[] {
  return attributes.flatMap(([path, attribute]) => {
    if (attribute === undefined || attribute.read(context, subject) !== undefined) return [];
    return attribute.lacks?.(context, subject) ?? [path];
  });
}
