import type { Issue } from "../instance/issue.ts";
import { didYouMean, nearestWord } from "../instance/nearest-word.ts";
import { codesOf } from "../policy/attribute-vocabulary.ts";
import type { Attributes } from "../policy/attributes.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import { parameterName } from "../policy/parameters.ts";
import type { FilledPolicy } from "../policy/policy.ts";
import { policySchema } from "../policy/policy.ts";
import { codeAmong } from "../instance/words-among.ts";
import type { SchemaField } from "../policy/schema-fields.ts";
import { schemaFields } from "../policy/schema-fields.ts";
import { findRule } from "../rules/registry.ts";

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** Codes that may stand where a parameter is asked for. */
interface Asked {
  readonly name: string;
  readonly allowed: readonly string[];
}

/**
 * Returns the choices of parameters that are no word of where the parameter is asked for: they could be given, and would
 * be wrong then.
 */
export function choiceIssues(policy: FilledPolicy, document: unknown): readonly Issue[] {
  const { parameters } = policy;
  const asked = [...placesOf(document, [], { attributes: attributesOf(policy) })];
  return Object.entries(parameters).flatMap(([name, { choices = [], source }]) => {
    const places = asked.filter((place) => place.name === name);
    return choices.flatMap((choice, index) => {
      const wrong = places.find(({ allowed }) => codeAmong(choice, allowed) === undefined);
      return wrong === undefined
        ? []
        : [wrongChoice(choice, ["parameters", name, "choices", index], { ...wrong, source })];
    });
  });
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Keys of what a value stands in, and what conditions may ask for. */
type Holder = Fields & { readonly attributes: Attributes };

/** Returns where parameters stand whose words are listed. */
function* placesOf(value: unknown, path: Path, holder: Holder): Generator<Asked> {
  if (Array.isArray(value)) for (const [k, entry] of value.entries()) yield* placesOf(entry, [...path, k], holder);
  if (!isFields(value)) return;
  const name = parameterName(value);
  if (name === undefined) yield* placesWithin(value, path, holder);
  else yield* [allowedAt(path, holder)].flatMap((allowed) => (allowed === undefined ? [] : [{ name, allowed }]));
}

function* placesWithin(fields: Fields, path: Path, holder: Holder): Generator<Asked> {
  const around = { ...holder, ...partOf(fields, "attr"), ...(isRule(path) ? partOf(fields, "rule") : {}) };
  for (const [key, field] of Object.entries(fields))
    if (path.length > 0 || key !== "parameters") yield* placesOf(field, [...path, key], around);
}

function partOf(value: Fields, key: string): Fields {
  return key in value ? { [key]: value[key] } : {};
}

function isRule(path: Path): boolean {
  return path.length === 2 && path[0] === "rules";
}

const SECTIONS = new Map<string, readonly SchemaField[]>();

/** The keys of a schema, by the name of a rule or of the whole policy. */
function fieldsOf(rule: string | undefined): readonly SchemaField[] {
  const known = SECTIONS.get(rule ?? "");
  if (known !== undefined) return known;
  const schema = rule === undefined ? policySchema : findRule(rule)?.meaning.schema;
  const fields = schema === undefined ? [] : schemaFields(schema);
  SECTIONS.set(rule ?? "", fields);
  return fields;
}

function allowedAt(path: Path, holder: Holder): readonly string[] | undefined {
  const keys = path.filter((key) => typeof key === "string");
  if (keys.at(-1) === "value") {
    const listed = holder.attributes.get(String(holder["attr"]))?.words;
    return listed && codesOf(listed);
  }
  const inRule = keys[0] === "rules" && keys[1] === "params";
  const own = (inRule ? keys.slice(2) : keys).join(".");
  return fieldsOf(inRule ? String(holder["rule"]) : undefined).find((field) => field.path.join(".") === own)?.choices;
}

function wrongChoice(choice: string, path: Path, { allowed, source }: Asked & { readonly source: string }): Issue {
  const near = nearestWord(choice, allowed);
  return {
    code: "invalid-parameter",
    severity: "error",
    path,
    received: choice,
    expected: allowed.join(", "),
    source,
    message: {
      zh: `参数的可选值“${choice}”不是所用之处的词`,
      en: `The choice "${choice}" is no word of where the parameter is asked for`,
    },
    advice: didYouMean(near, { zh: "请从可用的词中选择", en: "Choose among the words expected" }),
  };
}
