import type { Issue, Text } from "../instance/issue.ts";
import { nearestWord } from "../instance/nearest-word.ts";
import { codeOf, wordOf } from "../instance/word-codes.ts";
import { words } from "../instance/vocabulary.ts";
import { isIsoDate } from "../instance/calendar.ts";
import { ATTRIBUTES } from "./attributes.ts";
import type { AttributeType, AttributeWords } from "./attributes.ts";
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
}

const FITS: Readonly<Record<AttributeType, readonly Comparison["op"][]>> = {
  number: ["eq", "in", "lt", "le", "gt", "ge"],
  date: ["eq", "in", "lt", "le", "gt", "ge"],
  text: ["eq", "in"],
  boolean: ["eq"],
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
  return [unknownSet(predicate.set, place)];
}

/** A set may be defined over anything; where it is used, it has to ask about what there is. */
function setIssues(name: string, { sets, path, about }: ConditionPlace): readonly Issue[] {
  if (about === undefined) return [];
  const foreign = [...attributesOf(name, sets)].filter((attr) => !isAbout(attr, about));
  return foreign.map((attr) => wrongSubject({ attr, path: [...path, "set"] }, about, name));
}

/** Returns the attributes that a set asks for, through sets that it names too. */
function attributesOf(name: string, sets: ConditionPlace["sets"]): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (predicate: Predicate): void => {
    if ("all" in predicate) predicate.all.forEach(walk);
    else if ("any" in predicate) predicate.any.forEach(walk);
    else if ("not" in predicate) walk(predicate.not);
    else if (!("set" in predicate)) found.add(predicate.attr);
    else if (!seen.has(predicate.set)) {
      seen.add(predicate.set);
      const set = Object.hasOwn(sets, predicate.set) ? sets[predicate.set] : undefined;
      if (set !== undefined) walk(set);
    }
  };
  walk({ set: name });
  return found;
}

function isAbout(attr: string, about: readonly Root[]): boolean {
  return !ATTRIBUTES.has(attr) || about.some((root) => attr.startsWith(`${root}.`));
}

function comparisonIssues({ attr, op, value }: Comparison, { path, about }: ConditionPlace): readonly Issue[] {
  const attribute = ATTRIBUTES.get(attr);
  const named = { attr, path: [...path, "attr"] };
  if (attribute === undefined) return [unknownAttribute(named, about)];
  const issues: Issue[] = about === undefined || isAbout(attr, about) ? [] : [wrongSubject(named, about)];
  if (!FITS[attribute.type].includes(op)) return [...issues, wrongOperator(op, { attr, path }, attribute.type)];
  const values = Array.isArray(value) ? value : [value];
  values.forEach((entry, k) => {
    const at = Array.isArray(value) ? [...path, "value", k] : [...path, "value"];
    if (!TYPES[attribute.type].fits(entry)) issues.push(wrongType(entry, { attr, path: at }, attribute.type));
    else if (attribute.words !== undefined && !isWord(String(entry), attribute.words))
      issues.push(unknownWord(String(entry), { attr, path: at }, attribute.words));
  });
  return issues;
}

function isWord(word: string, { kind, orNone }: AttributeWords): boolean {
  return Object.hasOwn(words[kind], word) || (orNone && word === "none");
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

type Path = readonly (string | number)[];

/** The attribute that a condition asks for, and where what is wrong stands. */
interface Asked {
  readonly attr: string;
  readonly path: Path;
}

function issue(path: Path, received: string, details: Pick<Issue, "message" | "advice" | "expected">): Issue {
  return { code: "invalid-predicate", severity: "error", path, received, ...details };
}

function unknownSet(name: string, { sets, path }: ConditionPlace): Issue {
  const known = Object.keys(sets);
  return issue([...path, "set"], name, {
    expected: known.join(", "),
    message: { zh: `政策没有名为“${name}”的集合`, en: `The policy has no set "${name}"` },
    advice: meant(nearestWord(name, known)) ?? {
      zh: "请在 sets 中写明这个集合，或改用已有的集合",
      en: "Define the set under sets, or name one that is there",
    },
  });
}

function unknownAttribute({ attr, path }: Asked, about: readonly Root[] | undefined): Issue {
  const allowed = [...ATTRIBUTES.keys()].filter((name) => about === undefined || isAbout(name, about));
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

function wrongSubject({ attr, path }: Asked, about: readonly Root[], set?: string): Issue {
  const zh = about.map((root) => ROOTS[root].zh).join("、");
  const en = about.map((root) => ROOTS[root].en).join(", ");
  const where =
    set === undefined
      ? { zh: `“${attr}”`, en: `"${attr}"` }
      : { zh: `集合“${set}”中的“${attr}”`, en: `"${attr}" of the set "${set}"` };
  const tail = attr.slice(attr.indexOf("."));
  const instead = about.map((root) => `${root}${tail}`).filter((name) => ATTRIBUTES.has(name));
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

function wrongOperator(op: string, { attr, path }: Asked, type: AttributeType): Issue {
  const fitting = FITS[type].join(", ");
  return issue([...path, "op"], op, {
    expected: fitting,
    message: { zh: `“${attr}”不能用“${op}”比较`, en: `"${attr}" cannot be compared by "${op}"` },
    advice: { zh: `可用：${fitting}`, en: `Possible: ${fitting}` },
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

function unknownWord(word: string, { attr, path }: Asked, { kind, orNone }: AttributeWords): Issue {
  const known = Object.keys(words[kind]);
  // A misspelt word is near its code or one of the words that people see.
  const near = nearestWord(word, [...known, ...known.map((code) => wordOf(kind, code))]);
  const code = near === undefined ? undefined : codeOf(kind, near);
  const list = known.map((each) => `${each}（${wordOf(kind, each)}）`).join("、");
  return issue(path, word, {
    expected: [...known, ...(orNone ? ["none"] : [])].join(", "),
    message: { zh: `“${attr}”没有“${word}”这个词`, en: `"${attr}" has no word "${word}"` },
    advice:
      code === undefined
        ? { zh: `请从下列词中选择：${list}`, en: "Choose one of the words expected" }
        : {
            zh: `是否应为“${code}”（${wordOf(kind, code)}）？`,
            en: `Did you mean "${code}" (${wordOf(kind, code, "en")})?`,
          },
  });
}

function meant(word: string | undefined): Text | undefined {
  return word === undefined ? undefined : { zh: `是否应为“${word}”？`, en: `Did you mean "${word}"?` };
}
