import { EVERYTHING } from "./predicate.ts";
import type { StandIn } from "./read-what-fits.ts";

const TEXT = { zh: "?", en: "?" };
const SOURCE = { source: "?", text: TEXT };

/** What is read in place of a section that cannot be read; sections that are not listed are left out. */
const SECTIONS: Readonly<Record<string, unknown>> = {
  format: "lungang-policy-1",
  id: "?",
  version: "?",
  name: TEXT,
  calendar: { source: "?", cutoff: "08-31", start: "09-01" },
  scope: { ...SOURCE, schools: EVERYTHING },
  eligibility: { due: [] },
  forms: [{ code: "rotation", ...SOURCE, scope: "county", relationMoves: false, termMonths: { min: 1, max: 1 } }],
  rules: [],
  levels: [{ name: "compliance", unit: "points", text: TEXT }],
};

/** What is read in place of an item of points: one that gives nothing. */
const ITEM = { when: EVERYTHING, points: 0 };

/** What is read in place of a value of an entry; keys that are not listed are left out, and hold by default. */
const KEYS: Readonly<Record<string, unknown>> = {
  source: "?",
  text: TEXT,
  who: EVERYTHING,
  when: EVERYTHING,
  where: EVERYTHING,
  scope: "county",
  relationMoves: false,
  termMonths: { min: 1, max: 1 },
  unit: "?",
  items: [ITEM],
};

/** Without these an entry says nothing that could be checked. */
const NEEDED: ReadonlySet<string> = new Set(["rule", "code", "name"]);

function inEntry(path: readonly (string | number)[], entry: number): StandIn | undefined {
  const key = path[entry + 1];
  const isListOfEntries = path.slice(0, entry).join(".") in LISTS;
  if (!isListOfEntries || typeof key !== "string" || NEEDED.has(key)) return undefined;
  const item = path[entry + 2];
  if (key === "items" && typeof item === "number") return { path: path.slice(0, entry + 3), value: ITEM };
  const place = path.slice(0, entry + 2);
  // No other entry may have the id.
  if (key === "id") return { path: place, value: `unread-${path[entry]}` };
  return { path: place, value: KEYS[key] };
}

const LISTS: Readonly<Record<string, true>> = {
  "eligibility.due": true,
  "eligibility.exemptions": true,
  "eligibility.forced": true,
  forms: true,
  rules: true,
  levels: true,
  points: true,
};

/** Returns what is read in place of a value of a policy that does not fit, so that the rest is checked in the same round. */
export function standInOf(path: readonly (string | number)[]): StandIn | undefined {
  const [section, name] = path;
  if (section === undefined) return undefined;
  const entry = path.findIndex((key) => typeof key === "number");
  if (entry >= 0) return inEntry(path, entry);
  const inside = name === undefined ? undefined : INSIDE[section];
  return inside === undefined || name === undefined
    ? { path: [section], value: SECTIONS[section] }
    : { path: [section, name], value: inside[name] ?? inside["*"] };
}

/** Sections whose values are replaced one by one. Who names a set is no more wrong for what the set says. */
const INSIDE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  sets: { "*": EVERYTHING },
  parameters: {},
  eligibility: { due: [] },
};
