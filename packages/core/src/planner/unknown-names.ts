import type { County } from "../instance/county.ts";
import type { Issue, Text } from "../instance/issue.ts";
import { didYouMean, nearestWord } from "../instance/nearest-word.ts";
import { pathsOfOwn } from "../policy/own-attributes.ts";
import { parametersUsed } from "../policy/parameters.ts";
import { policyConditions } from "../policy/policy-conditions.ts";
import type { Comparison, Predicate } from "../policy/predicate.ts";
import type { Policy } from "../policy/resolved.ts";
import { ruleConditions } from "./rule-conditions.ts";

/** What the values of an attribute are names of. */
interface Names {
  readonly what: Text;
  readonly known: ReadonlySet<string>;
  /** A subject may be taught nowhere this year; a school that is not there is a slip of the pen. */
  readonly severity: Issue["severity"];
}

/**
 * Returns names in conditions that nothing in the county has: ids of people and schools, groups of schools, subjects.
 *
 * A condition with such a name is obeyed and says nothing, which is seldom meant: an error of the policy, and a warning
 * where the authority gave the name as a setting.
 */
export function unknownNames(policy: Policy, county: County): readonly Issue[] {
  const names = new Map([...namesOf(county), ...ownNames(policy, county)]);
  const told = new Set<string>();
  return [...policyConditions(policy), ...ruleConditions(policy)].flatMap(({ condition, path }) =>
    comparisonsIn(condition, path).flatMap(({ comparison, at }) => {
      const kind = names.get(comparison.attr);
      if (kind === undefined) return [];
      const { value: given } = comparison;
      if (given === undefined) return [];
      const values = Array.isArray(given) ? given : [given];
      return values.flatMap((value) => {
        const word = String(value);
        const key = `${comparison.attr}/${word}`;
        if (kind.known.has(word) || told.has(key)) return [];
        told.add(key);
        return [unknownName(word, isSetting(policy, at) ? { ...kind, severity: "warning" } : kind, at)];
      });
    }),
  );
}

/** Whether the authority gave the value: somebody who is named may have left, and who it was is answered for there. */
function isSetting({ origin }: Policy, path: readonly (string | number)[]): boolean {
  const written = [...path, "value"].reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    origin.document,
  );
  return written !== undefined && parametersUsed(written).size > 0;
}

const NOBODY = ["none", "无"];

interface PlacedComparison {
  readonly comparison: Comparison;
  readonly at: readonly (string | number)[];
}

function comparisonsIn(predicate: Predicate, at: readonly (string | number)[]): readonly PlacedComparison[] {
  if ("all" in predicate) return predicate.all.flatMap((part, k) => comparisonsIn(part, [...at, "all", k]));
  if ("any" in predicate) return predicate.any.flatMap((part, k) => comparisonsIn(part, [...at, "any", k]));
  if ("not" in predicate) return comparisonsIn(predicate.not, [...at, "not"]);
  return "set" in predicate ? [] : [{ comparison: predicate, at }];
}

function namesOf(county: County): ReadonlyMap<string, Names> {
  const { instance, schools, persons } = county;
  const error = (zh: string, en: string, known: Iterable<string | undefined>): Names => ({
    what: { zh, en },
    // A parameter that names schools or people is `none` or 无 where the authority names nobody.
    known: new Set([...known, ...NOBODY].filter((name) => name !== undefined)),
    severity: "error",
  });
  const school = {
    id: error("学校", "school", county.schoolIndex.keys()),
    county: error("县（区）", "county", [instance.county.id, ...schools.map((one) => one.county)]),
    township: error(
      "乡镇",
      "township",
      schools.map((one) => one.township),
    ),
    zones: error(
      "片区",
      "zone",
      schools.flatMap((one) => one.zones),
    ),
    alliances: error(
      "办学联合体",
      "alliance",
      schools.flatMap((one) => one.alliances),
    ),
    schoolGroups: error(
      "教育集团",
      "school group",
      schools.flatMap((one) => one.schoolGroups),
    ),
    pairs: error(
      "结对",
      "pair",
      schools.flatMap((one) => one.pairs),
    ),
  };
  const taught = persons.flatMap((person) => person.subjects.map(({ subject }) => subject));
  const subjects: Names = {
    ...error("学科", "subject", [...taught, ...county.cells.map(({ subject }) => subject)]),
    severity: "warning",
  };
  return new Map([
    ["person.id", error("人员", "person", county.personIndex.keys())],
    ...(["from", "to", "school"] as const).flatMap((role) =>
      Object.entries(school).map(([name, names]): [string, Names] => [`${role}.${name}`, names]),
    ),
    ["person.subjects", subjects],
    ["post.subject", subjects],
  ]);
}

/** Words of own attributes that no policy lists are those that somebody has. */
function ownNames({ attributes }: Policy, { persons, schools }: County): readonly (readonly [string, Names])[] {
  return attributes.flatMap((own) => {
    const { id, of, text, type, words } = own;
    if ((type !== "text" && type !== "set") || words !== undefined) return [];
    const values = (of === "person" ? persons : schools).map(({ x }) => x?.[id] ?? own.empty ?? []);
    const known = new Set(values.flat().map(String));
    return pathsOfOwn(own).map((path) => [path, { what: text, known, severity: "warning" }] as const);
  });
}

function unknownName(word: string, { what, known, severity }: Names, path: readonly (string | number)[]): Issue {
  const near = nearestWord(
    word,
    [...known].filter((name) => !NOBODY.includes(name)),
  );
  return {
    code: "unknown-name",
    severity,
    path,
    received: word,
    message: {
      zh: `政策的条件提到${what.zh}“${word}”，数据中没有`,
      en: `A condition of the policy names the ${what.en} "${word}", which the data do not have`,
    },
    advice: didYouMean(near, { zh: "请核对政策或数据中的写法", en: "Check how policy and data write it" }),
  };
}
