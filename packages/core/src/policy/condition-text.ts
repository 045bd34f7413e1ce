import type { Text } from "../instance/issue.ts";
import { textOfCode } from "./attribute-vocabulary.ts";
import { attributeText } from "./attribute-words.ts";
import type { Attribute, Attributes } from "./attributes.ts";
import { ATTRIBUTES } from "./attributes.ts";
import type { Comparison, Predicate } from "./predicate.ts";

/**
 * Returns a condition as people read it: attributes and words by their names, no codes.
 *
 * @param sets - of the policy: what a set holds is told in place of its name
 * @param attributes - those of the policy among them
 * @public
 */
export function conditionText(predicate: Predicate, sets: Sets = {}, attributes: Attributes = ATTRIBUTES): Text {
  return textOf(opened(predicate, sets), attributes);
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

function textOf(predicate: Predicate, attributes: Attributes): Text {
  const parts = (of: readonly Predicate[], words: Joining) => joined(of, words, attributes);
  if ("all" in predicate) return parts(predicate.all, { word: { zh: "，且", en: " and " }, none: EVERYTHING });
  if ("any" in predicate) return parts(predicate.any, { word: { zh: "，或", en: " or " }, none: NOTHING });
  if ("not" in predicate) {
    const { zh, en } = textOf(predicate.not, attributes);
    return { zh: `不是（${zh}）`, en: `not (${en})` };
  }
  if ("set" in predicate) return { zh: `属于集合“${predicate.set}”`, en: `in the set "${predicate.set}"` };
  return comparisonText(predicate, attributes);
}

const EVERYTHING: Text = { zh: "不限", en: "anything" };
const NOTHING: Text = { zh: "无", en: "nothing" };

/** What stands between the parts of a condition, and where there are none. */
interface Joining {
  readonly word: Text;
  readonly none: Text;
}

function joined(parts: readonly Predicate[], { word, none }: Joining, attributes: Attributes): Text {
  if (parts.length === 0) return none;
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return textOf(only, attributes);
  const texts = parts.map((part) => bracketed(part, attributes));
  return { zh: texts.map(({ zh }) => zh).join(word.zh), en: texts.map(({ en }) => en).join(word.en) };
}

/** What is itself made of several parts stands in brackets. */
function bracketed(part: Predicate, attributes: Attributes): Text {
  const text = textOf(part, attributes);
  const parts = "all" in part ? part.all : "any" in part ? part.any : [];
  return parts.length < 2 ? text : { zh: `（${text.zh}）`, en: `(${text.en})` };
}

const SIGNS: Readonly<Record<Comparison["op"], Text>> = {
  eq: { zh: "为", en: " is " },
  in: { zh: "为", en: " is " },
  ne: { zh: "不为", en: " is not " },
  notIn: { zh: "不在其中：", en: " is none of " },
  has: { zh: "包括", en: " include " },
  lt: { zh: "＜", en: " < " },
  le: { zh: "≤", en: " ≤ " },
  gt: { zh: "＞", en: " > " },
  ge: { zh: "≥", en: " ≥ " },
};

function comparisonText({ attr, op, value, of }: Comparison, attributes: Attributes): Text {
  const name = attributeText(attr, attributes);
  const sign = SIGNS[op];
  const values = of === undefined ? valuesText(value, attributes.get(attr), attr) : attributeText(of, attributes);
  return { zh: `${name.zh}${sign.zh}${values.zh}`, en: `${name.en}${sign.en}${values.en}` };
}

function valuesText(value: Comparison["value"], attribute: Attribute | undefined, name: string): Text {
  const told = name === "move.metres" ? distanceText : valueText;
  const values = (Array.isArray(value) ? value : [value ?? ""]).map((each) => told(each, attribute));
  if (values.length === 0) return { zh: "（未列出）", en: "(none listed)" };
  return { zh: values.map(({ zh }) => zh).join("、"), en: values.map(({ en }) => en).join(" or ") };
}

/** Conditions count in metres, and people read kilometres. */
function distanceText(metres: string | number | boolean): Text {
  const kilometres = Number(metres) / 1000;
  return { zh: `${kilometres}公里`, en: `${kilometres} km` };
}

function valueText(value: string | number | boolean, attribute: Attribute | undefined): Text {
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  const words = attribute?.words;
  return words === undefined ? { zh: String(value), en: String(value) } : textOfCode(String(value), words);
}
