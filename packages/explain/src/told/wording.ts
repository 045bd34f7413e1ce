import type { Instance, Text } from "@lungang/core";
import { worksAt } from "@lungang/core";
import type { Names } from "@lungang/core/plan";
import { kilometres, namesOf } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { isHard } from "@lungang/core/policy";
import type { ChangedPerson, Placement } from "../placements.ts";

/**
 * The words in which a county and its policy are told of.
 *
 * @public
 */
export interface Wording {
  readonly names: Names;
  /** How the policy states a level of the objective. */
  readonly level: (name: string) => Text;
  /** Whether no other level comes before one. */
  readonly isFirst: (level: string) => boolean;
  /** Whether a person works at no school yet: who does not go then has no place at all. */
  readonly isNew: (person: string) => boolean;
  /** To whom it is told: of others is told how many, not who and where. @defaultValue to the bureau, which sees all */
  readonly to?: string;
}

/**
 * Returns the words of a county under a policy.
 *
 * @public
 */
export function wordingOf({ instance, policy }: { readonly instance: Instance; readonly policy: Policy }): Wording {
  const levels = new Map(policy.levels.map(({ name, text }) => [name, text]));
  const newcomers = new Set(instance.persons.flatMap((person) => (worksAt(person) === undefined ? [person.id] : [])));
  return {
    names: namesOf(instance, { policy }),
    level: (name) => levels.get(name) ?? LEVELS[name] ?? same(name),
    isFirst: (name) => name === firstLevel(policy),
    isNew: (person) => newcomers.has(person),
  };
}

/** The level of rules that give comes before all others, unless the policy says where it stands. */
function firstLevel({ levels, rules }: Policy): string | undefined {
  const isNamed = levels.some(({ name }) => name === COMPLIANCE);
  return !isNamed && rules.some((rule) => !isHard(rule)) ? COMPLIANCE : levels[0]?.name;
}

const COMPLIANCE = "compliance";

/** Levels that every chain has, whether the policy names them or not. */
const LEVELS: Readonly<Record<string, Text>> = {
  compliance: { zh: "放宽规定", en: "rules that give" },
  lottery: { zh: "公开抽签", en: "public lot" },
};

/** Returns a text that is the same in both languages. */
export function same(text: string): Text {
  return { zh: text, en: text };
}

/** Puts a text in quotation marks; marks inside become single ones. */
export function quoted({ zh, en }: Text): Text {
  return {
    zh: `“${zh.replaceAll("“", "‘").replaceAll("”", "’")}”`,
    en: `"${en.replaceAll('"', "'")}"`,
  };
}

/** Joins texts, each in its language. */
export function joined(texts: readonly Text[], zh: string, en: string): Text {
  return { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };
}

/**
 * Returns where somebody is placed, in words.
 *
 * @public
 */
export function placementText(person: string, placement: Placement, { names, isNew }: Wording): Text {
  if ("stays" in placement)
    return isNew(person) ? { zh: "暂不安排学校", en: "gets no school" } : { zh: "留任", en: "stays" };
  const school = names.school(placement.to);
  const post = names.post(placement.post);
  const { distanceMetres } = placement;
  const way = distanceMetres === null ? same("") : wayText(kilometres(distanceMetres));
  return { zh: `到${school}（${post.zh}${way.zh}）`, en: `to ${school} (${post.en}${way.en})` };
}

function wayText(km: string): Text {
  return { zh: `，距家 ${km} 公里`, en: `, ${km} km from home` };
}

/** People named one by one; of more the number is told. */
const NAMED = 8;

/**
 * Returns whose place changes along with somebody's, in words; empty where nobody's does. Who it is told to is told of
 * others only how many they are.
 *
 * @public
 */
export function changedText(changed: readonly ChangedPerson[], wording: Wording): Text {
  if (changed.length === 0) return same("");
  const shown =
    wording.to === undefined ? changed.slice(0, NAMED) : changed.filter(({ person }) => person === wording.to);
  const each = shown.map(({ person, before, after }): Text => {
    const name = wording.names.person(person);
    const [was, is] = [placementText(person, before, wording), placementText(person, after, wording)];
    return { zh: `${name}原安排${was.zh}，改为${is.zh}`, en: `${name}: ${was.en}, then ${is.en}` };
  });
  const rest = changed.length - each.length;
  const more = rest > 0 ? [{ zh: `另有 ${rest} 人`, en: `and ${rest} more` }] : [];
  return joined([...each, ...more], "；", "; ");
}
