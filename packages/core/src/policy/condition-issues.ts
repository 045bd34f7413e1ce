import type { Issue, Text } from "../instance/issue.ts";
import { nearestWord } from "../instance/nearest-word.ts";
import { isIsoDate } from "../instance/calendar.ts";
import { codesOf } from "./attribute-vocabulary.ts";
import { ATTRIBUTES } from "./attributes.ts";
import type { Attribute, AttributeType, Attributes } from "./attributes.ts";
import type { Asked, Path } from "./condition-messages.ts";
import { issue, meant, oneOfBoth, unknownSet, unknownWord, wrongOperator } from "./condition-messages.ts";
import type { Comparison, Predicate } from "./predicate.ts";

/**
 * What a condition may ask about at a place: the first part of the names of attributes.
 *
 * @public
 */
export type Root = "person" | "from" | "to" | "school" | "post" | "move";

/**
 * What a condition may ask about, by what it is a condition on.
 *
 * @public
 */
export const CONDITION_SUBJECTS = {
  person: ["person", "from"],
  school: ["school"],
  entry: ["to"],
  move: ["person", "from", "to", "post", "move"],
} as const satisfies Readonly<Record<string, readonly Root[]>>;

/** Where a condition stands and what it may ask about there. */
export interface ConditionPlace {
  readonly sets: Readonly<Record<string, Predicate>>;
  readonly path: readonly (string | number)[];
  /** @defaultValue everything, as in a named set: it is asked where the set is used */
  readonly about?: readonly Root[] | undefined;
  /** What may be asked for, the attributes of the policy among it. @defaultValue what every policy may ask for */
  readonly attributes?: Attributes;
}

const FITS: Readonly<Record<AttributeType, readonly Comparison["op"][]>> = {
  number: ["eq", "ne", "in", "notIn", "lt", "le", "gt", "ge"],
  date: ["eq", "ne", "in", "notIn", "lt", "le", "gt", "ge"],
  text: ["eq", "ne", "in", "notIn"],
  boolean: ["eq", "ne"],
  set: ["has"],
};

/** Returns what is wrong with a condition: unknown attributes, sets and words, and attributes of another subject. */
export function predicateIssues(predicate: Predicate, place: ConditionPlace): readonly Issue[] {
  const { path, sets } = place;
  const at = (part: Predicate, ...more: (string | number)[]) =>
    predicateIssues(part, { ...place, path: [...path, ...more] });
  if ("all" in predicate) return predicate.all.flatMap((part, k) => at(part, "all", k));
  if ("any" in predicate) return predicate.any.flatMap((part, k) => at(part, "any", k));
  if ("not" in predicate) return at(predicate.not, "not");
  if (!("set" in predicate)) return comparisonIssues(predicate, place);
  if (Object.hasOwn(sets, predicate.set)) return setIssues(predicate.set, place);
  return [unknownSet(predicate.set, { known: Object.keys(sets), path })];
}

/** A set may be defined over anything; where it is used, it has to ask about what there is. */
function setIssues(name: string, { sets, path, about, attributes = ATTRIBUTES }: ConditionPlace): readonly Issue[] {
  if (about === undefined) return [];
  const foreign = [...attributesIn({ set: name }, sets)].filter((attr) => !isAbout(attr, { about, attributes }));
  return foreign.map((attr) => wrongSubject({ attr, path: [...path, "set"], attributes }, about, name));
}

/** Returns the attributes that a condition asks for, through sets that it names too. */
export function attributesIn(condition: Predicate, sets: ConditionPlace["sets"]): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (predicate: Predicate): void => {
    if ("all" in predicate) predicate.all.forEach(walk);
    else if ("any" in predicate) predicate.any.forEach(walk);
    else if ("not" in predicate) walk(predicate.not);
    else if (!("set" in predicate))
      [predicate.attr, predicate.of].forEach((attr) => attr !== undefined && found.add(attr));
    else if (!seen.has(predicate.set)) {
      seen.add(predicate.set);
      const set = Object.hasOwn(sets, predicate.set) ? sets[predicate.set] : undefined;
      if (set !== undefined) walk(set);
    }
  };
  walk(condition);
  return found;
}

/** What may be asked for at a place. */
interface Allowed {
  readonly about: readonly Root[];
  readonly attributes: Attributes;
}

function isAbout(attr: string, { about, attributes }: Allowed): boolean {
  return !attributes.has(attr) || about.some((root) => attr.startsWith(`${root}.`));
}

function comparisonIssues(comparison: Comparison, place: ConditionPlace): readonly Issue[] {
  const { attr, op, value, of } = comparison;
  const { path, attributes = ATTRIBUTES } = place;
  const attribute = attributes.get(attr);
  const named = nameIssues(attr, [...path, "attr"], place);
  if (attribute === undefined) return named;
  if (!FITS[attribute.type].includes(op))
    return [...named, wrongOperator(op, { attr, path, attributes }, FITS[attribute.type])];
  if ((value === undefined) === (of === undefined)) return [...named, oneOfBoth(comparison, path)];
  return [
    ...named,
    ...(of === undefined
      ? valueIssues(comparison, attribute, { ...place, path: [...path, "value"] })
      : otherIssues({ attr, of }, attribute, { ...place, path: [...path, "of"] })),
  ];
}

/** An attribute that is there and may be asked for. */
function nameIssues(attr: string, path: Path, { about, attributes = ATTRIBUTES }: ConditionPlace): readonly Issue[] {
  const asked = { attr, path, attributes };
  if (!attributes.has(attr)) return [unknownAttribute(asked, about)];
  return about === undefined || isAbout(attr, { about, attributes }) ? [] : [wrongSubject(asked, about)];
}

function valueIssues({ attr, value }: Comparison, attribute: Attribute, place: ConditionPlace): readonly Issue[] {
  const { path, attributes = ATTRIBUTES } = place;
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((entry, k) => {
    const asked = { attr, path: Array.isArray(value) ? [...path, k] : path, attributes };
    if (!TYPES[attribute.type].fits(entry)) return [wrongType(entry, asked, attribute.type)];
    const { words } = attribute;
    const isKnown = words === undefined || codesOf(words).includes(String(entry));
    return isKnown ? [] : [unknownWord(String(entry), asked, words)];
  });
}

/** Texts are compared with texts and with sets of them; everything else with its like. */
function otherIssues(
  { attr, of }: { readonly attr: string; readonly of: string },
  attribute: Attribute,
  place: ConditionPlace,
): readonly Issue[] {
  const { path, attributes = ATTRIBUTES } = place;
  const named = nameIssues(of, path, place);
  const other = attributes.get(of);
  if (other === undefined) return named;
  const isWords = (type: AttributeType) => type === "text" || type === "set";
  if (attribute.type === other.type || (isWords(attribute.type) && isWords(other.type))) return named;
  return [
    ...named,
    issue(path, of, {
      message: {
        zh: `“${attr}”与“${of}”类型不同，不能比较`,
        en: `"${attr}" and "${of}" are of different types and cannot be compared`,
      },
      advice: { zh: "请改用同类型的属性", en: "Name an attribute of the same type" },
    }),
  ];
}

interface TypeRule {
  readonly fits: (value: unknown) => boolean;
  readonly text: Text;
}

const isText = (value: unknown): boolean => typeof value === "string";

const TYPES: Readonly<Record<AttributeType, TypeRule>> = {
  number: {
    fits: (value) => typeof value === "number",
    text: { zh: "数字（不加引号）", en: "a number without quotes" },
  },
  boolean: { fits: (value) => typeof value === "boolean", text: { zh: "true 或 false", en: "true or false" } },
  text: { fits: isText, text: { zh: "文字", en: "text" } },
  set: { fits: isText, text: { zh: "文字", en: "text" } },
  date: {
    fits: (value) => typeof value === "string" && isIsoDate(value),
    text: { zh: "存在的日期，写成 2024-09-01 的形式", en: "a date such as 2024-09-01" },
  },
};

function unknownAttribute({ attr, path, attributes }: Asked, about: readonly Root[] | undefined): Issue {
  const known = [...attributes.keys()];
  const allowed = known.filter((name) => about === undefined || isAbout(name, { about, attributes }));
  const near = nearestWord(attr, allowed);
  const [root = ""] = attr.split(".");
  const alike = allowed.filter((name) => name.startsWith(`${root}.`));
  return issue(path, attr, {
    expected: (alike.length > 0 ? alike : allowed).join(", "),
    message: { zh: `条件中没有“${attr}”这个属性`, en: `A condition names an unknown attribute "${attr}"` },
    advice: meant(near) ?? { zh: "请从可用的属性中选择", en: "Choose one of the attributes expected" },
  });
}

const ROOTS: Readonly<Record<Root, Text>> = {
  person: { zh: "人员（person.）", en: "the person (person.)" },
  from: { zh: "现任教学校（from.）", en: "the school worked at (from.)" },
  to: { zh: "去往学校（to.）", en: "the school entered (to.)" },
  school: { zh: "学校（school.）", en: "the school (school.)" },
  post: { zh: "岗位（post.）", en: "the post (post.)" },
  move: { zh: "交流去向（move.）", en: "the move (move.)" },
};

function wrongSubject({ attr, path, attributes }: Asked, about: readonly Root[], set?: string): Issue {
  const zh = about.map((root) => ROOTS[root].zh).join("、");
  const en = about.map((root) => ROOTS[root].en).join(", ");
  const where =
    set === undefined
      ? { zh: `“${attr}”`, en: `"${attr}"` }
      : { zh: `集合“${set}”中的“${attr}”`, en: `"${attr}" of the set "${set}"` };
  const tail = attr.slice(attr.indexOf("."));
  const instead = about.map((root) => `${root}${tail}`).filter((name) => attributes.has(name));
  return issue(path, attr, {
    message: {
      zh: `此处的条件只能问${zh}，不能问${where.zh}`,
      en: `A condition here may ask about ${en}, and not about ${where.en}`,
    },
    advice:
      instead.length === 0
        ? { zh: "请改用此处可问的属性", en: "Use an attribute that may be asked for here" }
        : { zh: `是否应为“${instead.join("”或“")}”？`, en: `Did you mean ${instead.join(" or ")}?` },
  });
}

function wrongType(value: unknown, { attr, path }: Asked, type: AttributeType): Issue {
  const { text } = TYPES[type];
  const shown = JSON.stringify(value);
  return issue(path, shown, {
    message: {
      zh: `“${attr}”应与${text.zh}比较，现为 ${shown}`,
      en: `"${attr}" is compared with ${text.en}, not ${shown}`,
    },
    advice: { zh: `请改为${text.zh}`, en: `Write ${text.en}` },
  });
}
