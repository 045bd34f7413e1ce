import { words } from "@lungang/core";
import type { Text } from "@lungang/core";
import { ATTRIBUTES, FORM_CATALOGUE, RULE_NAMES, attributeText, ruleNamed, schemaFields } from "@lungang/core/policy";
import type { FormTemplate, SchemaField } from "@lungang/core/policy";
import { RULE_EXAMPLES } from "./rule-examples.ts";
import { RULE_WORDS } from "./rule-words.ts";

/**
 * An attribute that conditions ask for.
 *
 * @public
 */
export interface PolicyAttribute {
  readonly attr: string;
  readonly text: Text;
  readonly type: string;
  /** Codes with their words, where they are listed. */
  readonly words?: readonly { readonly code: string; readonly text: Text }[];
}

/**
 * Returns every attribute that conditions may ask for, with its words.
 *
 * @public
 */
export function policyAttributes(): readonly PolicyAttribute[] {
  return [...ATTRIBUTES].map(([attr, { type, words: listed }]) => ({
    attr,
    text: attributeText(attr),
    type,
    ...(listed === undefined ? {} : { words: wordsOfKind(listed) }),
  }));
}

const NO_WORD: Text = { zh: "无", en: "none" };

function wordsOfKind({ kind, orNone }: { readonly kind: keyof typeof words; readonly orNone: boolean }) {
  const codes = Object.entries<Text>(words[kind]).map(([code, text]) => ({ code, text }));
  return orNone ? [...codes, { code: "none", text: NO_WORD }] : codes;
}

/**
 * A rule that policies may have: what it does and takes, and how it is written.
 *
 * @public
 */
export interface PolicyRuleHelp {
  readonly name: string;
  readonly title: Text;
  readonly does: Text;
  readonly params: readonly (SchemaField & { readonly text?: Text })[];
  /** An entry of `rules` in YAML. */
  readonly example: string;
}

/**
 * Returns every rule that policies may have, in the order of programs.
 *
 * @public
 */
export function policyRules(): readonly PolicyRuleHelp[] {
  return RULE_NAMES.map((name) => {
    const told = RULE_WORDS[name];
    const fields = schemaFields(ruleNamed(name).meaning.schema);
    return {
      name,
      title: told?.title ?? { zh: name, en: name },
      does: told?.does ?? { zh: "", en: "" },
      params: fields.map((field) => withText(field, told?.params[field.path.join(".")])),
      example: RULE_EXAMPLES[name]?.trim() ?? "",
    };
  });
}

function withText(field: SchemaField, text: Text | undefined) {
  return text === undefined ? field : { ...field, text };
}

/**
 * Returns the catalogue of forms: what a form implies that starts from an entry of it.
 *
 * @public
 */
export function policyForms(): readonly FormTemplate[] {
  return Object.values(FORM_CATALOGUE);
}
