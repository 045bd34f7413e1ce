import type { Checked, Issue } from "@lungang/core";
import { didYouMean, nearestWord } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { policyDocument } from "./registry.ts";
import { unknownPolicy } from "./unknown-policy.ts";

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** A document with what it takes over from another one, and where each value stands in its own file. */
export interface Extended {
  readonly document: Fields;
  /** Returns the path in the file of a path in the document; the key `extends` for what the file does not write. */
  readonly pathInFile: (path: Path) => Path;
}

/** Lists of entries that are known by a key: what is written goes over the entry of the same key. */
const LISTS: readonly { readonly path: readonly [string] | readonly [string, string]; readonly key: string }[] = [
  { path: ["eligibility", "due"], key: "id" },
  { path: ["eligibility", "exemptions"], key: "id" },
  { path: ["eligibility", "forced"], key: "id" },
  { path: ["attributes"], key: "id" },
  { path: ["points"], key: "id" },
  { path: ["forms"], key: "code" },
  { path: ["rules"], key: "id" },
  { path: ["appointment", "rounds"], key: "id" },
  { path: ["appointment", "items"], key: "id" },
  { path: ["appointment", "steps"], key: "id" },
  { path: ["appointment", "appointers"], key: "id" },
  { path: ["appointment", "contracts"], key: "id" },
  { path: ["appointment", "unplaced"], key: "id" },
  { path: ["benefits"], key: "id" },
];

/** Sections whose entries have names of their own. */
const NAMED = ["parameters", "sets"] as const;

/** Sections whose keys are written one by one over those of the other policy. */
const MERGED = ["calendar", "scope", "candidates", "eligibility", "publication", "appointment", "reports"] as const;

/** What a policy has to say for itself. */
const OWN = ["id", "version", "name", "description"] as const;

/**
 * Returns a document with what it takes over from the policy that it names under `extends`.
 *
 * Sections and entries that it writes go over those of the other policy, entries by their id (forms by their code,
 * parameters and sets by their name); `remove: true` takes an entry away; new entries follow the others. Levels are taken
 * over together or written together, because their order decides. Id, version and name are its own.
 */
export function extendDocument(own: Fields): Checked<Extended> {
  const { extends: name, ...written } = own;
  if (name === undefined) return { ok: true, value: { document: own, pathInFile: (path) => path }, warnings: [] };
  const other = typeof name === "string" ? name : JSON.stringify(name);
  const base = policyDocument(other);
  if (base === undefined) return { ok: false, issues: [{ ...unknownPolicy(other), path: ["extends"] }] };
  const merging: Merging = { base, written, issues: [] };
  const whole = withLists(withSections(merging), merging);
  const { document, origins } = whole;
  if (merging.issues.length > 0) return { ok: false, issues: [...merging.issues, ...restOf(whole, written)] };
  return { ok: true, value: { document, pathInFile: (path) => pathInFile(path, written, origins) }, warnings: [] };
}

/** What else is wrong with a document, so that all of it is told in one round; what it leaves open is asked another time. */
function restOf({ document, origins }: ReturnType<typeof withLists>, written: Fields): readonly Issue[] {
  const resolved = resolvePolicy(document, { withReports: true });
  const found = resolved.ok ? resolved.warnings : resolved.issues;
  return found
    .filter(({ code }) => code !== "parameter-required")
    .map((issue) => ({ ...issue, path: pathInFile(issue.path ?? [], written, origins) }));
}

/** What is put together, and what is wrong with it. */
interface Merging {
  readonly base: Fields;
  readonly written: Fields;
  readonly issues: Issue[];
}

/** Puts sections together; lists of entries are those that are written. */
function withSections(merging: Merging): Fields {
  const { base, written } = merging;
  const kept = Object.fromEntries(Object.entries(base).filter(([key]) => !OWN.some((each) => each === key)));
  const names = NAMED.map((section) => [section, named(section, merging)]);
  const merged = MERGED.flatMap((section) => {
    const [before, own] = [base[section], written[section]];
    return isFields(before) && isFields(own) ? [[section, { ...before, ...own }]] : [];
  });
  return { ...kept, ...written, ...Object.fromEntries([...names, ...merged]) };
}

/** Puts lists of entries together. */
function withLists(sections: Fields, { base, written, issues }: Merging) {
  let document = sections;
  const origins = new Map<string, readonly (number | undefined)[]>();
  for (const { path, key } of LISTS) {
    const merged = mergeList({ path, key, base: at(base, path), own: at(written, path), issues });
    if (merged === undefined) continue;
    document = put(document, path, merged.entries);
    origins.set(path.join("."), merged.origins);
  }
  return { document, origins };
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function at(document: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), document);
}

function put(document: Fields, [section, list]: readonly string[], entries: unknown): Fields {
  const key = section as string;
  if (list === undefined) return { ...document, [key]: entries };
  return { ...document, [key]: { ...(document[key] as Fields), [list]: entries } };
}

/** Parameters and sets by name: fields of a parameter go over those of the other policy, a set is written anew. */
function named(section: (typeof NAMED)[number], { base, written, issues }: Merging): unknown {
  const before = base[section];
  const own = written[section];
  if (!isFields(before) || !isFields(own)) return own ?? before ?? {};
  const result = new Map(Object.entries(before));
  for (const [name, entry] of Object.entries(own)) {
    const wrong = wrongEntry(name, { section, before, entry });
    if (wrong !== undefined) issues.push(wrong);
    else if (isRemoval(entry)) result.delete(name);
    else result.set(name, section === "parameters" ? over(before[name], entry) : entry);
  }
  return Object.fromEntries(result);
}

interface NamedEntry {
  readonly section: (typeof NAMED)[number];
  readonly before: Fields;
  readonly entry: unknown;
}

/** Finds an entry that takes away or changes what is not there; a parameter of its own says what it is. */
function wrongEntry(name: string, { section, before, entry }: NamedEntry): Issue | undefined {
  if (Object.hasOwn(before, name)) return undefined;
  if (isRemoval(entry)) return nothingToRemove(name, [section, name], Object.keys(before));
  const isChange = section === "parameters" && isFields(entry) && !("type" in entry);
  return isChange ? nothingToChange(name, [section, name], Object.keys(before)) : undefined;
}

function over(before: unknown, own: unknown): unknown {
  return isFields(before) && isFields(own) ? { ...before, ...own } : own;
}

function isRemoval(entry: unknown): boolean {
  return isFields(entry) && entry["remove"] === true;
}

interface Lists {
  readonly path: readonly string[];
  readonly key: string;
  readonly base: unknown;
  readonly own: unknown;
  readonly issues: Issue[];
}

interface Merged {
  readonly entries: readonly unknown[];
  /** Position of each entry in the file; undefined where the file does not write it. */
  readonly origins: readonly (number | undefined)[];
}

/** Returns the entries of both lists; undefined where there is nothing to put together. */
function mergeList({ path, key, base, own, issues }: Lists): Merged | undefined {
  if (!Array.isArray(base) || !Array.isArray(own)) return undefined;
  const keyOf = (entry: unknown) => (isFields(entry) ? (entry[key] ?? entry["base"]) : undefined);
  const rest = new Map(own.map((entry: unknown, index) => [index, entry]));
  const entries: unknown[] = [];
  const origins: (number | undefined)[] = [];
  for (const entry of base as readonly unknown[]) {
    const found = [...rest].find(([, each]) => keyOf(each) === keyOf(entry));
    if (found === undefined) {
      entries.push(entry);
      origins.push(undefined);
      continue;
    }
    const [index, over] = found;
    rest.delete(index);
    if (isRemoval(over)) continue;
    entries.push(over === entry ? entry : overwritten(entry as Fields, over as Fields));
    origins.push(index);
  }
  for (const [index, entry] of rest) {
    const known = (base as readonly unknown[]).map((each) => String(keyOf(each)));
    if (isRemoval(entry)) issues.push(nothingToRemove(String(keyOf(entry)), [...path, index, key], known));
    else {
      entries.push(entry);
      origins.push(index);
    }
  }
  return { entries, origins };
}

/** Fields go over fields; parameters of a rule go over one by one. */
function overwritten(entry: Fields, over: Fields): Fields {
  const params =
    isFields(entry["params"]) && isFields(over["params"]) ? { ...entry["params"], ...over["params"] } : undefined;
  return { ...entry, ...over, ...(params === undefined ? {} : { params }) };
}

function nothingToRemove(name: string, path: Path, known: readonly string[]): Issue {
  const near = nearestWord(name, known);
  return {
    code: "nothing-to-remove",
    severity: "error",
    path,
    received: name,
    expected: known.join(", "),
    message: {
      zh: `没有可删去的“${name}”：所沿用的政策中没有这一条`,
      en: `There is no "${name}" to remove in the policy that is extended`,
    },
    advice: didYouMean(near, { zh: "请核对编号，或删去这一条", en: "Check the id, or delete the entry" }),
  };
}

function nothingToChange(name: string, path: Path, known: readonly string[]): Issue {
  const near = nearestWord(name, known);
  return {
    code: "nothing-to-change",
    severity: "error",
    path,
    received: name,
    expected: known.join(", "),
    message: {
      zh: `所沿用的政策中没有参数“${name}”；新的参数须写明 type、source 和 text`,
      en: `The policy that is extended has no parameter "${name}"; a new one needs type, source and text`,
    },
    advice: didYouMean(near, { zh: "请核对参数名，或补上这几项", en: "Check the name, or add them" }),
  };
}

const TAKEN_OVER: Path = ["extends"];

function pathInFile(path: Path, written: Fields, origins: ReadonlyMap<string, readonly (number | undefined)[]>): Path {
  const [section] = path;
  if (section === undefined || (!(section in written) && !OWN.some((key) => key === section))) return TAKEN_OVER;
  const list = LISTS.find((each) => each.path.every((key, k) => path[k] === key));
  const found = list === undefined ? undefined : origins.get(list.path.join("."));
  const index = list === undefined ? undefined : path[list.path.length];
  if (list === undefined || found === undefined || typeof index !== "number") return path;
  const position = found[index];
  return position === undefined ? TAKEN_OVER : [...list.path, position, ...path.slice(list.path.length + 1)];
}
