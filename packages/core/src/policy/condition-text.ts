import type { Text } from "../instance/issue.ts";
import { wordOf } from "../instance/word-codes.ts";
import { attributeText } from "./attribute-words.ts";
import { ATTRIBUTES } from "./attributes.ts";
import type { Comparison, Predicate } from "./predicate.ts";

/**
 * Returns a condition as people read it: attributes and words by their names, no codes.
 *
 * @param sets - of the policy: what a set holds is told in place of its name
 * @public
 */
export function conditionText(predicate: Predicate, sets: Sets = {}): Text {
  return textOf(opened(predicate, sets));
}

type Sets = Readonly<Record<string, Predicate>>;

/** Puts what they hold in place of the names of sets. */
function opened(predicate: Predicate, sets: Sets): Predicate {
  if ("all" in predicate) return { all: predicate.all.map((part) => opened(part, sets)) };
  if ("any" in predicate) return { any: predicate.any.map((part) => opened(part, sets)) };
  if ("not" in predicate) return { not: opened(predicate.not, sets) };
  const held = "set" in predicate && Object.hasOwn(sets, predicate.set) ? sets[predicate.set] : undefined;
  return held === undefined ? predicate : opened(held, sets);
}

function textOf(predicate: Predicate): Text {
  if ("all" in predicate) return joined(predicate.all, { zh: "，且", en: " and " }, EVERYTHING);
  if ("any" in predicate) return joined(predicate.any, { zh: "，或", en: " or " }, NOTHING);
  if ("not" in predicate) {
    const { zh, en } = textOf(predicate.not);
    return { zh: `不是（${zh}）`, en: `not (${en})` };
  }
  if ("set" in predicate) return { zh: `属于集合“${predicate.set}”`, en: `in the set "${predicate.set}"` };
  return comparisonText(predicate);
}

const EVERYTHING: Text = { zh: "不限", en: "anything" };
const NOTHING: Text = { zh: "无", en: "nothing" };

function joined(parts: readonly Predicate[], word: Text, none: Text): Text {
  if (parts.length === 0) return none;
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return textOf(only);
  const texts = parts.map((part) => bracketed(part));
  return { zh: texts.map(({ zh }) => zh).join(word.zh), en: texts.map(({ en }) => en).join(word.en) };
}

/** What is itself made of several parts stands in brackets. */
function bracketed(part: Predicate): Text {
  const text = textOf(part);
  const parts = "all" in part ? part.all : "any" in part ? part.any : [];
  return parts.length < 2 ? text : { zh: `（${text.zh}）`, en: `(${text.en})` };
}

const SIGNS: Readonly<Record<Comparison["op"], Text>> = {
  eq: { zh: "为", en: " is " },
  in: { zh: "为", en: " is " },
  has: { zh: "包括", en: " include " },
  lt: { zh: "＜", en: " < " },
  le: { zh: "≤", en: " ≤ " },
  gt: { zh: "＞", en: " > " },
  ge: { zh: "≥", en: " ≥ " },
};

function comparisonText({ attr, op, value }: Comparison): Text {
  const name = attributeText(attr);
  const sign = SIGNS[op];
  const values = (Array.isArray(value) ? value : [value]).map((each) => valueText(attr, each));
  if (values.length === 0) return { zh: `${name.zh}${sign.zh}（未列出）`, en: `${name.en}${sign.en}(none listed)` };
  return {
    zh: `${name.zh}${sign.zh}${values.map(({ zh }) => zh).join("、")}`,
    en: `${name.en}${sign.en}${values.map(({ en }) => en).join(" or ")}`,
  };
}

function valueText(attr: string, value: string | number | boolean): Text {
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  const listed = ATTRIBUTES.get(attr)?.words;
  if (listed === undefined) return { zh: String(value), en: String(value) };
  const word = String(value);
  return { zh: wordOf(listed.kind, word), en: wordOf(listed.kind, word, "en") };
}
