import type { Text } from "../instance/issue.ts";
import { UNITS_PER_POINT, parsePoints, pointsText } from "../points/decimal.ts";
import type { ItemHead, PointSheet, ScoredItem } from "../points/score.ts";
import { scoredCondition, scoredItem, scoredProduct, scoredSet, tieValue, totalOf } from "../points/score.ts";
import type { Attribute, Attributes, FactContext, Subject } from "./attributes.ts";
import { emptySubject } from "./attributes.ts";
import { attributeText } from "./attribute-words.ts";
import { attributesIn } from "./condition-issues.ts";
import type { PointItem, PointScale } from "./points-section.ts";
import type { Predicate, Test } from "./predicate.ts";
import { compilePredicate } from "./predicate.ts";
import type { Share } from "./share.ts";

/** Returns the path by which conditions ask for the points of a person, wherever the person goes. */
export function pathOfPoints({ id }: Pick<PointScale, "id">): string {
  return `person.points.${id}`;
}

/** Returns the path by which conditions ask for the points of a person at the post entered. */
export function pathOfPointsThere({ id }: Pick<PointScale, "id">): string {
  return `move.points.${id}`;
}

/** Returns whether an item counts only where a move leads. */
export function countsThereOnly({ when }: PointItem, sets: Readonly<Record<string, Predicate>>): boolean {
  return when !== undefined && [...attributesIn(when, sets)].some((attr) => /^(?:to|post|move)\./u.test(attr));
}

/** What a scale is compiled with. */
interface Known {
  readonly sets: Readonly<Record<string, Predicate>>;
  /** What items may count and ask for: everything but the points of this scale and of those after it. */
  readonly attributes: Attributes;
}

/** Points as they were counted for somebody; without a total where a value is missing. */
export interface Counted {
  readonly items: readonly ScoredItem[];
  readonly total: number;
  readonly cut: number;
  /** Attributes that have no value. */
  readonly lacks: readonly string[];
}

interface CompiledItem {
  readonly item: PointItem;
  readonly head: ItemHead;
  readonly isThereOnly: boolean;
  readonly when: Test | undefined;
}

/** An item with what it gives. */
interface Scored {
  readonly item: PointItem;
  readonly scored: ScoredItem;
}

/** A scale that counts points for one context. */
class Counter {
  readonly #scale: PointScale;
  readonly #known: Known;
  readonly #context: FactContext;
  readonly #items: readonly CompiledItem[];
  #lacks: string[] = [];
  readonly #byPerson = new Map<number, Counted>();

  constructor(scale: PointScale, known: Known, context: FactContext) {
    this.#scale = scale;
    this.#known = known;
    this.#context = context;
    const onMissing = (attr: string) => this.#lacks.push(attr);
    const options = { context: { ...context, attributes: known.attributes }, sets: known.sets, onMissing };
    this.#items = scale.items.map((item, index) => ({
      item,
      head: headOf(item, index, scale),
      isThereOnly: countsThereOnly(item, known.sets),
      when: item.when === undefined ? undefined : compilePredicate(item.when, options),
    }));
  }

  /** Counts what a person has wherever the person goes; once for everybody. */
  ofPerson(person: number): Counted {
    const known = this.#byPerson.get(person);
    if (known !== undefined) return known;
    const from = this.#context.county.works[person] as number;
    const counted = this.#count({ ...emptySubject(), person, from }, false);
    this.#byPerson.set(person, counted);
    return counted;
  }

  /** Counts what a person has at the post entered. */
  there(subject: Subject): Counted {
    return this.#items.some(({ isThereOnly }) => isThereOnly)
      ? this.#count(subject, true)
      : this.ofPerson(subject.person);
  }

  #count(subject: Subject, isThere: boolean): Counted {
    this.#lacks = [];
    const items = this.#scored(subject, isThere);
    const parts = [...items.map(({ scored }) => scored), ...this.#cuts(items)];
    return { items: parts, ...totalOf(parts, this.#scale.cap), lacks: [...new Set(this.#lacks)] };
  }

  #scored(subject: Subject, isThere: boolean): readonly Scored[] {
    const asked = this.#items.filter(({ isThereOnly }) => isThere || !isThereOnly);
    const holding = asked.filter(({ when }) => when === undefined || when(subject));
    const fixed = holding.find(({ item }) => item.set !== undefined);
    if (fixed !== undefined) return [{ item: fixed.item, scored: scoredSet(fixed.head, fixed.item.set as number) }];
    return holding.flatMap(({ item, head }) => {
      if (item.per === undefined) return [{ item, scored: scoredCondition(head, item.points as number) }];
      const found = this.#amount(item.per, subject);
      if (found === undefined) return [];
      const amount = { found, max: item.max, name: this.#nameOf(item.per) };
      return [{ item, scored: scoredProduct(head, factorOf(item), amount) }];
    });
  }

  /** What the caps of components take off. */
  #cuts(items: readonly Scored[]): readonly ScoredItem[] {
    return this.#scale.components.flatMap(({ id, text, cap }) => {
      const own = items.filter(({ item }) => item.component === id).map(({ scored }) => scored);
      const { cut } = totalOf(own, cap);
      const most = pointsText(cap);
      const why = { zh: `最高 ${most} 分，超出部分不计`, en: `at most ${most} points; what is above does not count` };
      return cut === 0 ? [] : [scoredItem({ id, source: this.#scale.source, text }, 0 - cut, why)];
    });
  }

  #amount(path: string, subject: Subject): number | undefined {
    const attribute = this.#known.attributes.get(path);
    const value = attribute?.read(this.#context, subject);
    const units = typeof value === "number" ? parsePoints(value) : undefined;
    if (units === undefined) this.#lacks.push(...(attribute?.lacks?.(this.#context, subject) ?? [path]));
    return units;
  }

  #nameOf(path: string): Text {
    return attributeText(path, this.#known.attributes);
  }
}

function factorOf({ points, weight }: PointItem): Share {
  return weight ?? { numerator: points as number, denominator: UNITS_PER_POINT };
}

/** An item without an id is known by its place, and without a source by that of the scale. */
function headOf({ id, source, text }: PointItem, index: number, scale: PointScale): ItemHead {
  return { id: id ?? String(index + 1), source: source ?? scale.source, text };
}

/** Returns whether the first of two who want the same comes before the second. */
export function comesBefore(first: readonly number[], second: readonly number[]): boolean {
  const at = first.findIndex((value, k) => value !== second[k]);
  return at >= 0 && (first[at] as number) > (second[at] as number);
}

/**
 * Counts the points of a scale.
 *
 * @public
 */
export class PointCounter {
  readonly scale: PointScale;
  readonly #known: Known;
  readonly #counters = new WeakMap<FactContext, Counter>();

  constructor(scale: PointScale, known: Known) {
    this.scale = scale;
    this.#known = known;
  }

  /** Returns what a person has wherever the person goes. */
  ofPerson(context: FactContext, person: number): Counted {
    return this.#counter(context).ofPerson(person);
  }

  /** Returns what a person has at the post that a move enters. */
  there(context: FactContext, subject: Subject): Counted {
    return this.#counter(context).there(subject);
  }

  /** Returns the points of a person as the person gets them. */
  sheetOf(context: FactContext, person: number): PointSheet {
    const { items, total, cut } = this.ofPerson(context, person);
    const id = context.county.persons[person]?.id ?? "";
    return { person: id, items, total, cut, ties: this.tiesOf(context, person), atPosts: [] };
  }

  /** Returns the values that decide between equal points, a larger one first; what is missing stands behind. */
  tiesOf(context: FactContext, person: number): readonly number[] {
    const subject = { ...emptySubject(), person, from: context.county.works[person] as number };
    return this.scale.ties.map(({ attr, order }) => {
      const value = this.#known.attributes.get(attr)?.read(context, subject);
      return typeof value === "number" || typeof value === "string" ? tieValue(value, order) : -Infinity;
    });
  }

  /** Returns what decides who comes first at the post that a move enters: points there, then ties, a larger one first. */
  keyAt(context: FactContext, subject: Subject): readonly number[] {
    return [this.there(context, subject).total, ...this.tiesOf(context, subject.person)];
  }

  /** Returns the points as attributes by their paths. */
  attributes(): readonly (readonly [string, Attribute])[] {
    const { text } = this.scale;
    const at = { zh: `${text.zh}（去往岗位）`, en: `${text.en} at the post entered` };
    return [
      [pathOfPoints(this.scale), pointAttribute(text, (context, { person }) => this.ofPerson(context, person))],
      [pathOfPointsThere(this.scale), pointAttribute(at, (context, subject) => this.there(context, subject))],
    ];
  }

  #counter(context: FactContext): Counter {
    const known = this.#counters.get(context) ?? new Counter(this.scale, this.#known, context);
    this.#counters.set(context, known);
    return known;
  }
}

function pointAttribute(text: Text, count: (context: FactContext, subject: Subject) => Counted): Attribute {
  return {
    type: "number",
    text,
    words: undefined,
    read: (context, subject) => {
      if (subject.person < 0) return undefined;
      const { total, lacks } = count(context, subject);
      return lacks.length === 0 ? total / UNITS_PER_POINT : undefined;
    },
    lacks: (context, subject) => count(context, subject).lacks,
  };
}
