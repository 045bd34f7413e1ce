import { words } from "@lungang/core";
import { ATTRIBUTES, RULE_NAMES } from "@lungang/core/policy";
import type { Settings } from "@lungang/core/policy";

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** One change of a policy document. */
export interface Mutation {
  /** What is changed: a word, a reference, a key or the name of a parameter. */
  readonly kind: "word" | "reference" | "key";
  readonly where: string;
  readonly document: unknown;
}

/** A value of a document whose spelling means something. */
interface Spelt {
  readonly path: Path;
  readonly kind: "word" | "reference";
  readonly value: string;
  /** Other values that are right there. */
  readonly others: readonly string[];
}

/**
 * Keys whose values are free text: any spelling is right. Kinds of schools of a round are labels of the workbook of
 * applications, which the rounds are held against when they are joined.
 */
const FREE: ReadonlySet<string> = new Set([
  "source",
  "zh",
  "en",
  "id",
  "version",
  "unit",
  "example",
  "format",
  "schoolTypes",
]);

/** Keys of an appointment whose values are the words of its workbook, which no policy knows. */
const OF_WORKBOOK: ReadonlySet<string> = new Set([
  "column",
  "when",
  "schoolTypes",
  "offices",
  "stages",
  "subjects",
  "classes",
]);

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Returns a document with another value at a path. */
function changed(document: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(document);
  if (Array.isArray(document)) return document.with(Number(key), changed(document[Number(key)], rest, change));
  const fields = document as Fields;
  return { ...fields, [key]: changed(fields[key], rest, change) };
}

/** A slip of the hand: a letter twice. */
export function misspelt(word: string): string {
  return word === "" ? "x" : `${word}${word.at(-1) as string}`;
}

/** Walks over a document: every value, with the fields that hold it. */
function* walk(
  value: unknown,
  path: Path = [],
  holder: Fields = {},
): Generator<{ value: unknown; path: Path; holder: Fields }> {
  yield { value, path, holder };
  if (Array.isArray(value)) for (const [k, entry] of value.entries()) yield* walk(entry, [...path, k], holder);
  else if (isFields(value)) for (const [key, entry] of Object.entries(value)) yield* walk(entry, [...path, key], value);
}

/** Returns every word and reference of a document. */
export function spellings(document: Fields, values: Settings = {}): readonly Spelt[] {
  const names = {
    set: Object.keys((document["sets"] ?? {}) as Fields),
    $param: Object.keys((document["parameters"] ?? {}) as Fields),
    level: ((document["levels"] ?? []) as { name: string }[]).map(({ name }) => name),
    rule: [...RULE_NAMES],
    attr: [...ATTRIBUTES.keys()],
  };
  const found: Spelt[] = [];
  for (const { value, path, holder } of walk(document)) {
    if (typeof value !== "string") continue;
    const key = path.findLast((each) => typeof each === "string") as string;
    if (path[0] === "appointment" && OF_WORKBOOK.has(key)) continue;
    // Where single fields stand in the documents is cited freely, too.
    const isFree = FREE.has(key) || path.at(-2) === "sources" || (path[0] === "reports" && key === "by");
    if (isFree) continue;
    const isOther = (each: string) =>
      each !== value && !(key === "$param" && sameValue(document, values, [value, each]));
    const add = (kind: Spelt["kind"], others: readonly string[]) =>
      found.push({ path, kind, value, others: others.filter(isOther) });
    if (key === "value" && typeof holder["attr"] === "string") {
      const listed = ATTRIBUTES.get(holder["attr"])?.words;
      if (listed !== undefined) add("word", Object.keys(words[listed.kind]));
    } else if (key === "choices") add("word", []);
    else if (key === "default") {
      if (holder["type"] !== "text" || holder["choices"] !== undefined) add("word", choicesOf(holder));
    } else if (key in names) add("reference", names[key as keyof typeof names]);
    else if (key === "backbone") add("reference", names.set);
    else if (key === "name" && path[0] === "levels") add("reference", []);
    else add("word", []);
  }
  return found;
}

/** Two parameters that have the same value this year give the same policy. */
function sameValue(document: Fields, values: Settings, names: readonly string[]): boolean {
  const parameters = document["parameters"] as Readonly<Record<string, { readonly default?: unknown }>>;
  const [first, second] = names.map((name) => JSON.stringify(values[name] ?? parameters[name]?.default));
  return first === second;
}

function choicesOf({ choices }: Fields): readonly string[] {
  return Array.isArray(choices) ? (choices as readonly string[]) : [];
}

/** Returns every document in which one word, reference, key or name is misspelt. */
export function* slips(document: Fields): Generator<Mutation> {
  for (const { path, kind, value } of spellings(document))
    yield { kind, where: path.join("."), document: changed(document, path, () => misspelt(value)) };
  for (const { value, path } of walk(document)) {
    if (!isFields(value) || isByName(path)) continue;
    for (const key of Object.keys(value).filter((name) => !isUnused(document, path, name)))
      yield {
        kind: "key",
        where: [...path, key].join("."),
        document: changed(document, path, (fields) => renamed(fields as Fields, key)),
      };
  }
}

/** Numbers of single schools are by their ids. */
function isByName(path: Path): boolean {
  return path.at(-1) === "bySchool";
}

/** A set that nothing names may have any name: `lintPolicy` tells of it. */
function isUnused(document: Fields, path: Path, name: string): boolean {
  return path.join() === "sets" && !JSON.stringify(document).includes(`{"set":${JSON.stringify(name)}}`);
}

function renamed(fields: Fields, key: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name === key ? misspelt(key) : name, value]),
  );
}

/** Returns documents in which one word or reference is another valid one. */
export function* replacements(document: Fields, values: Settings): Generator<Mutation> {
  for (const { path, kind, others } of spellings(document, values))
    for (const other of others)
      yield { kind, where: `${path.join(".")} = ${other}`, document: changed(document, path, () => other) };
}
