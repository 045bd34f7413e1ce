import { z } from "zod";
import type { Text } from "../instance/issue.ts";
import type { Root } from "./condition-issues.ts";
import { aboutOf } from "./conditions.ts";
import { textSchema } from "./parameters.ts";
import { ratioSchema, shareSchema } from "./share-schemas.ts";
import { predicateSchema } from "./predicate.ts";
import { wordAmong } from "../instance/words-among.ts";

type Schema = z.core.$ZodType;

/**
 * A key of a section of a policy, or a parameter of a rule, as its schema has it.
 *
 * @public
 */
export interface SchemaField {
  /** Keys from the section; entries of lists and of sections by name add none. */
  readonly path: readonly string[];
  readonly type: Text;
  /** Whether it has to be written. */
  readonly required: boolean;
  /** What holds where it is not written; undefined where nothing does. */
  readonly usual?: unknown;
  /** What a condition may ask about; undefined where it is none. */
  readonly about?: readonly Root[];
  /** Words that may be written. */
  readonly choices?: readonly string[];
}

/**
 * Returns the keys that a schema knows, those of what it holds after it.
 *
 * @public
 */
export function schemaFields(schema: Schema, path: readonly string[] = []): readonly SchemaField[] {
  const { inner } = unwrapped(schema);
  if (inner instanceof z.ZodArray) return schemaFields(inner.def.element, path);
  if (inner instanceof z.ZodRecord) return schemaFields(inner.def.valueType, path);
  if (!(inner instanceof z.ZodObject) || NAMED.has(inner)) return [];
  return Object.entries(inner.def.shape).flatMap(([key, field]) => {
    const at = [...path, key];
    return [fieldOf(field, at), ...(isLeaf(field) ? [] : schemaFields(field, at))];
  });
}

const TEXT_TYPE: Text = { zh: "文字（中文、英文或两者）", en: "words in Chinese, English or both" };

/** Schemas with a meaning of their own. */
const NAMED: ReadonlyMap<Schema, Text> = new Map<Schema, Text>([
  [textSchema, TEXT_TYPE],
  [shareSchema, { zh: "比例，如 8%、0.08、1/12", en: "share such as 8%, 0.08 or 1/12" }],
  [ratioSchema, { zh: "倍数或比例，如 150%、1.5", en: "ratio such as 150% or 1.5" }],
  [predicateSchema, { zh: "条件", en: "condition" }],
]);

function isLeaf(schema: Schema): boolean {
  return aboutOf(schema) !== undefined || [...layers(schema)].some((layer) => NAMED.has(layer));
}

/** A schema and what it wraps, the outermost first. */
function* layers(schema: Schema): Generator<Schema> {
  for (let layer: Schema | undefined = schema; layer !== undefined; layer = within(layer)) yield layer;
}

function within(schema: Schema): Schema | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  )
    return schema.def.innerType;
  // What is read before a transform is what people write; what a preprocess leads to is what it is checked by.
  if (schema instanceof z.ZodPipe) return schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in;
  return undefined;
}

interface Unwrapped {
  readonly inner: Schema;
  readonly required: boolean;
  readonly usual: unknown;
}

function unwrapped(schema: Schema): Unwrapped {
  let required = true;
  let usual: unknown;
  let inner = schema;
  for (const layer of layers(schema)) {
    inner = layer;
    if (layer instanceof z.ZodOptional) required = false;
    if (layer instanceof z.ZodDefault || layer instanceof z.ZodPrefault) {
      required = false;
      usual = layer.def.defaultValue;
    }
  }
  return { inner, required, usual };
}

function fieldOf(schema: Schema, path: readonly string[]): SchemaField {
  const { inner, required, usual } = unwrapped(schema);
  const conditions = [...layers(schema)].flatMap((layer) => aboutOf(layer) ?? []);
  const choices = choicesOf(inner);
  return {
    path,
    type: typeOf(schema),
    required,
    ...(usual === undefined ? {} : { usual }),
    ...(conditions.length === 0 ? {} : { about: conditions }),
    ...(choices === undefined ? {} : { choices }),
  };
}

function choicesOf(schema: Schema): readonly string[] | undefined {
  const { inner } = unwrapped(schema);
  if (inner instanceof z.ZodArray) return choicesOf(inner.def.element);
  if (inner instanceof z.ZodEnum) return Object.values(inner.def.entries).map(String);
  return inner instanceof z.ZodLiteral ? inner.def.values.map(String) : undefined;
}

function typeOf(schema: Schema): Text {
  const named = [...layers(schema)].map((layer) => NAMED.get(layer)).find((text) => text !== undefined);
  if (named !== undefined) return named;
  if ([...layers(schema)].some((layer) => aboutOf(layer) !== undefined)) return { zh: "条件", en: "condition" };
  const { inner } = unwrapped(schema);
  const choices = choicesOf(inner);
  if (inner instanceof z.ZodArray) return listOf(typeOf(inner.def.element));
  if (choices !== undefined) return choicesText(choices);
  if (inner instanceof z.ZodUnion) return eitherOf(inner.def.options.map(typeOf));
  return TYPES.find(([kind]) => inner instanceof kind)?.[1] ?? { zh: "一项", en: "an entry" };
}

const TYPES: readonly (readonly [abstract new (...given: never) => Schema, Text])[] = [
  [z.ZodNumber as never, { zh: "整数", en: "whole number" }],
  [z.ZodString as never, { zh: "文字", en: "text" }],
  [z.ZodBoolean as never, { zh: "true 或 false", en: "true or false" }],
  [z.ZodRecord as never, { zh: "按名称列出的各项", en: "entries by name" }],
  [z.ZodObject as never, { zh: "由键和值组成的一项", en: "keys and values" }],
];

function listOf({ zh, en }: Text): Text {
  return { zh: `列表：${zh}`, en: `list of ${en}` };
}

function eitherOf(types: readonly Text[]): Text {
  return { zh: types.map(({ zh }) => zh).join("或"), en: types.map(({ en }) => en).join(" or ") };
}

function choicesText(choices: readonly string[]): Text {
  const named = choices.map((code) => {
    const word = wordAmong(code, choices);
    return word === undefined ? code : `${code}（${word}）`;
  });
  return { zh: named.join("、"), en: choices.join(", ") };
}
