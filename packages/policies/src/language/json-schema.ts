import { codeOf, readWords, words } from "@lungang/core";
import type { Text, WordKind } from "@lungang/core";
import { ATTRIBUTES, OPERATORS, RULE_NAMES, attributeText, policySchema, ruleNamed } from "@lungang/core/policy";
import { policyNames } from "../registry.ts";
import { FIELD_WORDS } from "./field-words.ts";
import { RULE_WORDS } from "./rule-words.ts";
import { SECTIONS } from "./sections.ts";

/** A part of a JSON Schema. */
type Json = Readonly<Record<string, unknown>>;

/**
 * Returns the JSON Schema of policies as people write them: parameters may stand for values, words for codes, and what a
 * policy takes over from another one may be left out. Editors complete and check by it.
 *
 * @public
 */
export function policyJsonSchema(): object {
  const { $schema, $defs: _conditions, ...whole } = schemaOf(policySchema);
  const policy = asWritten(whole, []);
  return {
    $schema,
    title: "Lungang policy",
    ...implies({ required: ["extends"] }, { $ref: "#/$defs/overlay" }),
    else: { $ref: "#/$defs/policy" },
    $defs: {
      policy,
      overlay: overlayOf(policy),
      condition: condition(),
      parameter: {
        type: "object",
        properties: { $param: { type: "string", description: told(PARAMETER) } },
        required: ["$param"],
        additionalProperties: false,
      },
    },
  };
}

const PARAMETER: Text = { zh: "parameters 中的参数名", en: "Name of a parameter under parameters" };

function schemaOf(schema: Pick<typeof policySchema, "toJSONSchema">): Json {
  return schema.toJSONSchema({ io: "input" });
}

function told({ zh, en }: Text): string {
  return `${zh}\n${en}`;
}

function isJson(value: unknown): value is Json {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Sections and keys that no parameter may stand for. */
const FIXED: ReadonlySet<string> = new Set([
  "format",
  "id",
  "version",
  "name",
  "description",
  "parameters",
  "source",
  "text",
]);

/** What holds where a condition does. */
function implies(condition: Json, consequence: Json): Json {
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  return { if: condition, then: consequence };
}

/** Returns a part of the schema of a resolved policy as that of a written one; the path has no positions. */
function asWritten(part: Json, path: readonly string[]): Json {
  if (typeof part["$ref"] === "string") return { ...described(path), $ref: "#/$defs/condition" };
  const inner: Json = { ...part, ...described(path), ...within(part, path) };
  const key = isJson(inner["properties"]) ? path.join(".") : "";
  if (key === "rules") return withRules(inner);
  return key === "forms" ? withCatalogue(inner) : inner;
}

/** What a part holds, as it is written. */
function within({ properties, items, additionalProperties: others, enum: codes }: Json, path: readonly string[]): Json {
  return {
    ...(Array.isArray(codes) ? { enum: withWords(codes.map(String)) } : {}),
    ...(isJson(items) ? { items: asWritten(items, path) } : {}),
    ...(isJson(others) ? { additionalProperties: valueOf(others, path) } : {}),
    ...(isJson(properties) ? { properties: propertiesOf(properties, path) } : {}),
  };
}

function propertiesOf(properties: Json, path: readonly string[]): Json {
  const all = path.length === 0 ? { ...properties, extends: { type: "string", enum: policyNames } } : properties;
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, valueOf(value as Json, [...path, key])]));
}

/** A value, or a parameter in its place. */
function valueOf(value: Json, path: readonly string[]): Json {
  const written = asWritten(value, path);
  if (path.some((key) => FIXED.has(key)) || path.length < 2) return written;
  return { ...described(path), anyOf: [written, { $ref: "#/$defs/parameter" }] };
}

function described(path: readonly string[]): Json {
  const [section = "", ...others] = path;
  const text = others.length === 0 ? SECTIONS[section] : (FIELD_WORDS[path.join(".")] ?? ofRule(path));
  return text === undefined ? {} : { description: told(text) };
}

/** Parameters of a rule have the name of the rule in their path. */
function ofRule([section, rule = "", ...param]: readonly string[]): Text | undefined {
  return section === "params" ? RULE_WORDS[rule]?.params[param.join(".")] : undefined;
}

/** Codes of an enumeration, and all words that are read as one of them. */
function withWords(codes: readonly string[]): readonly string[] {
  const kinds = Object.keys(words) as readonly WordKind[];
  const kind = kinds.find((each) => codes.every((code) => Object.hasOwn(words[each], code)));
  if (kind === undefined) return codes;
  const read = readWords(kind).filter((word) => codes.includes(codeOf(kind, word) ?? ""));
  return [...new Set([...codes, ...read])];
}

/** An entry of `rules`: which rules there are, and what each takes. */
function withRules(entry: Json): Json {
  const properties = entry["properties"] as Json;
  const titles = RULE_NAMES.map((name) => `${name}: ${told(RULE_WORDS[name]?.does ?? { zh: name, en: name })}`);
  const rule = { ...described(["rules", "rule"]), type: "string", enum: RULE_NAMES, markdownEnumDescriptions: titles };
  return {
    ...entry,
    properties: { ...properties, rule, params: { ...described(["rules", "params"]), type: "object" } },
    allOf: RULE_NAMES.map((name) =>
      implies(
        { properties: { rule: { const: name } }, required: ["rule"] },
        { properties: { params: paramsOf(name) } },
      ),
    ),
  };
}

function paramsOf(name: (typeof RULE_NAMES)[number]): Json {
  const { $schema: _schema, $defs: _conditions, ...schema } = schemaOf(ruleNamed(name).meaning.schema);
  return asWritten(schema, ["params", name]);
}

/** A form that starts from the catalogue has to write no more than that. */
function withCatalogue({ required, ...form }: Json): Json {
  return { ...form, anyOf: [{ required: ["base"] }, { required }] };
}

/** Paths of attributes and points that the policy declares itself. */
const DECLARED = String.raw`^(person|from|to|school)\.x\.[^\s.]+$|^(person|move)\.points\.[^\s.]+$`;

function condition(): Json {
  const self = { $ref: "#/$defs/condition" };
  const one = (properties: Json) => ({
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const list = { type: "array", items: self };
  const attrs = [...ATTRIBUTES.keys()];
  const asked = {
    anyOf: [
      { enum: attrs, markdownEnumDescriptions: attrs.map((attr) => told(attributeText(attr))) },
      { type: "string", pattern: DECLARED },
    ],
  };
  const scalar = { type: ["string", "number", "boolean"] };
  const comparison = {
    type: "object",
    properties: {
      attr: asked,
      op: { enum: OPERATORS },
      of: asked,
      value: { anyOf: [scalar, { type: "array", items: scalar }, { $ref: "#/$defs/parameter" }] },
      ifMissing: { type: "boolean" },
    },
    required: ["attr", "op"],
    oneOf: [{ required: ["value"] }, { required: ["of"] }],
    additionalProperties: false,
    allOf: wordsByAttribute(),
  };
  return {
    type: "object",
    anyOf: [
      one({ all: list }),
      one({ any: list }),
      one({ not: self }),
      one({ set: { type: "string" } }),
      one({ $param: { type: "string" } }),
      comparison,
    ],
  };
}

/** The words that the values of attributes may be, one condition for all attributes with the same words. */
function wordsByAttribute(): readonly Json[] {
  const byWords = new Map<string, { readonly attrs: string[]; readonly allowed: readonly string[] }>();
  for (const [attr, { words: listed }] of ATTRIBUTES) {
    if (listed === undefined) continue;
    const allowed = [...readWords(listed.kind), ...(listed.orNone ? ["none"] : [])];
    const key = `${listed.kind}/${String(listed.orNone)}`;
    const group = byWords.get(key) ?? { attrs: [], allowed };
    byWords.set(key, group);
    group.attrs.push(attr);
  }
  return [...byWords.values()].map(({ attrs, allowed }) => {
    const word = { enum: allowed };
    const value = { anyOf: [word, { type: "array", items: word }, { $ref: "#/$defs/parameter" }] };
    return implies({ properties: { attr: { enum: attrs } }, required: ["attr"] }, { properties: { value } });
  });
}

/** A policy that takes over another one: nothing has to be written twice, and entries may be taken away. */
function overlayOf(part: unknown, depth = 0): unknown {
  if (Array.isArray(part)) return part.map((each) => overlayOf(each, depth));
  if (!isJson(part)) return part;
  const { required: _required, ...rest } = part;
  // What tells which rule is meant has to be there all the same.
  const fields = Object.entries(rest).map(([key, value]) => [key, key === "if" ? value : overlayOf(value, depth + 1)]);
  const written = Object.fromEntries(fields) as Json;
  const { properties } = written;
  if (!isJson(properties) || depth === 0) return written;
  return { ...written, properties: { ...properties, remove: { type: "boolean" } } };
}
