import type { Checked, Issue, Lock, SourceLocation, Text } from "@lungang/core";
import type { Parameter, Settings } from "@lungang/core/policy";
import type { Decisions } from "@lungang/tabular";
import { refused, sound } from "./together.ts";
import type { FoundPolicy, PolicyChanges } from "./policy.ts";
import { typedValue } from "./setting-words.ts";

/** What is given beside a county, which may say of itself what its policy is. */
export interface GivenTerms extends PolicyChanges {
  /** Name or path of a policy; the one that the county names by default. */
  readonly policy?: string | undefined;
  /** Decisions already taken; those of the county by default. */
  readonly locks?: Checked<readonly Lock[]> | undefined;
}

/** What a case is put together from beside the county. */
export interface Terms extends PolicyChanges {
  readonly policy: Checked<FoundPolicy>;
  readonly locks: Checked<readonly Lock[]>;
  /** Warnings about what was given in place of what the county says. */
  readonly warnings: readonly Issue[];
  /** Where the county says a value or a decision that the path of an issue is about. */
  readonly placeOf: (path: readonly (string | number)[]) => SourceLocation | undefined;
}

/**
 * Returns policy, settings and decisions: what is given goes over what the county says, and is said to do so. Settings of the
 * county belong to its own policy and say nothing about another one.
 */
export async function termsOf(
  given: GivenTerms,
  said: Checked<Decisions>,
  findPolicy: (name: string) => Promise<Checked<FoundPolicy>>,
): Promise<Terms> {
  const county = said.ok ? said.value : NOTHING_SAID;
  const name = given.policy ?? county.policy?.name;
  const named = name === undefined ? refused(noPolicy()) : await findPolicy(name);
  const found = given.policy === undefined ? atCell(named, county.policy?.place) : named;
  const used = usedOf(given, county);
  const settings = settingsOf(used, found);
  return {
    policy: found,
    locks: said.ok ? takenOf(given, used) : said,
    settings: { ...settings, ...given.settings },
    ...(given.overrides === undefined ? {} : { overrides: given.overrides }),
    warnings: [...warningsOf(said), ...replaced(given, county, settings)],
    placeOf: placesOf(used, given.settings),
  };
}

/** Returns where the county says what is used of it. */
function placesOf(used: Decisions, given: Settings = {}): Terms["placeOf"] {
  return ([part, key]) => {
    if (part === "locks") return used.locks[Number(key)]?.place;
    const isGiven = Object.hasOwn(given, String(key));
    return part === "parameters" && !isGiven ? used.settings.get(String(key))?.place : undefined;
  };
}

/** Returns what the county says that nothing else is given for. */
function usedOf({ policy, locks }: GivenTerms, county: Decisions): Decisions {
  const isOwn = policy === undefined || policy === county.policy?.name;
  return {
    settings: isOwn ? county.settings : NOTHING_SAID.settings,
    locks: locks === undefined ? county.locks : NOTHING_SAID.locks,
  };
}

function takenOf({ locks }: GivenTerms, used: Decisions): Checked<readonly Lock[]> {
  return locks ?? sound(used.locks.map(withoutPlace));
}

function warningsOf(said: Checked<Decisions>): readonly Issue[] {
  return said.ok ? said.warnings : [];
}

function withoutPlace({ place: _place, ...lock }: Decisions["locks"][number]): Lock {
  return lock as Lock;
}

/** What a county says that has no sheets of its own for it. */
export const NOTHING_SAID: Decisions = { settings: new Map(), locks: [] };

/** A policy that the county names and that is not there is told at its cell. */
function atCell(found: Checked<FoundPolicy>, place: SourceLocation | undefined): Checked<FoundPolicy> {
  if (found.ok || place === undefined) return found;
  return { ok: false, issues: found.issues.map((issue) => (issue.place === undefined ? { ...issue, place } : issue)) };
}

function settingsOf({ settings }: Decisions, found: Checked<FoundPolicy>): Settings {
  const document = (found.ok ? found.value.document : {}) as {
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
  const parameters = document.parameters ?? {};
  return Object.fromEntries([...settings].map(([name, { text }]) => [name, typedValue(parameters[name], text)]));
}

/** Says in one sentence each what was given in place of what the county says. */
function replaced(given: GivenTerms, county: Decisions, settings: Settings): readonly Issue[] {
  return [
    ...replacedPolicy(given, county),
    ...Object.entries(given.settings ?? {}).flatMap(([name, value]) => {
      const before = Object.hasOwn(settings, name) ? settings[name] : undefined;
      if (before === undefined || String(before) === String(value)) return [];
      return differs(county.settings.get(name)?.place, {
        zh: `参数“${name}”按给出的“${String(value)}”办理，数据中为“${String(before)}”`,
        en: `Setting "${name}" is "${String(value)}" as given; the county says "${String(before)}"`,
      });
    }),
    ...(given.locks === undefined ? [] : replacedLocks(county)),
  ];
}

function replacedPolicy({ policy = "" }: GivenTerms, county: Decisions): readonly Issue[] {
  if (policy === "" || county.policy === undefined || policy === county.policy.name) return [];
  return differs(county.policy.place, {
    zh: `按给出的政策“${policy}”办理，数据中“政策参数”表的政策和参数不采用`,
    en: `The policy "${policy}" is used as given; policy and settings of the county are not`,
  });
}

function replacedLocks({ locks }: Decisions): readonly Issue[] {
  const [first] = locks;
  if (first === undefined) return [];
  return differs(first.place, {
    zh: `按给出的已定人员办理，数据中“已定人员”表的 ${locks.length} 条不采用`,
    en: `The locks given are used; the ${locks.length} of the county are not`,
  });
}

function differs(place: SourceLocation | undefined, message: Text): readonly Issue[] {
  const found = place === undefined ? {} : { place };
  return [{ code: "differs-from-county", severity: "warning", ...found, message }];
}

function noPolicy(): Issue {
  return {
    code: "no-policy",
    severity: "error",
    message: { zh: "没有给出政策", en: "No policy is given" },
    advice: {
      zh: "请用 --policy 给出，或在数据的“政策参数”表中填写（lungang init 表名.xlsx --policy 政策名 生成该表）",
      en: "Give it with --policy, or in the sheet 政策参数 of the county (lungang init FILE.xlsx --policy NAME makes it)",
    },
  };
}
