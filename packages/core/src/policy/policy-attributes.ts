import type { Attribute, Attributes } from "./attributes.ts";
import { ATTRIBUTES } from "./attributes.ts";
import type { OwnAttribute } from "./own-attributes.ts";
import { compileOwn, ownAttributeSchema } from "./own-attributes.ts";
import { PointCounter } from "./point-attributes.ts";
import type { PointScale } from "./points-section.ts";
import type { Predicate } from "./predicate.ts";

/** What a policy says that conditions may ask for. */
export interface Declared {
  readonly attributes: readonly OwnAttribute[];
  readonly points: readonly PointScale[];
  readonly sets: Readonly<Record<string, Predicate>>;
}

/** What conditions of a policy may ask for, and the points that it counts. */
interface Declarations {
  readonly attributes: Attributes;
  readonly counters: ReadonlyMap<string, PointCounter>;
}

const NONE: Declarations = { attributes: ATTRIBUTES, counters: new Map() };

/** Policies are asked again and again; what they declare is told by the lists that declare it. */
const known = new WeakMap<readonly PointScale[], WeakMap<readonly OwnAttribute[], Declarations>>();

/** Returns everything that conditions of a policy may ask for: what all policies may, and what it declares. */
export function attributesOf(policy: Declared): Attributes {
  return declarationsOf(policy).attributes;
}

/**
 * Returns what counts the points of each scale of a policy, by its id.
 *
 * @public
 */
export function pointCounters(policy: Declared): ReadonlyMap<string, PointCounter> {
  return declarationsOf(policy).counters;
}

function declarationsOf(policy: Declared): Declarations {
  const { attributes, points } = policy;
  if (attributes.length === 0 && points.length === 0) return NONE;
  const byAttributes = known.get(points) ?? new WeakMap<readonly OwnAttribute[], Declarations>();
  known.set(points, byAttributes);
  const found = byAttributes.get(attributes) ?? declare(policy);
  byAttributes.set(attributes, found);
  return found;
}

function declare({ attributes: own, points, sets }: Declared): Declarations {
  const attributes = new Map<string, Attribute>(ATTRIBUTES);
  for (const each of own)
    for (const [path, attribute] of compileOwn(each, new Map(attributes))) attributes.set(path, attribute);
  const counters = new Map<string, PointCounter>();
  for (const scale of points) {
    const counter = new PointCounter(scale, { sets, attributes: new Map(attributes) });
    for (const [path, attribute] of counter.attributes()) attributes.set(path, attribute);
    counters.set(scale.id, counter);
  }
  return { attributes, counters };
}

/** Returns what a document declares, as far as it can be read: words of its conditions are read by it. */
export function attributesOfDocument(document: object): Attributes {
  const { attributes } = document as { readonly attributes?: unknown };
  if (!Array.isArray(attributes)) return ATTRIBUTES;
  const own = attributes.flatMap((entry: unknown) => ownAttributeSchema.safeParse(entry).data ?? []);
  return own.length === 0 ? ATTRIBUTES : declare({ attributes: own, points: [], sets: {} }).attributes;
}
