import { foldLoosely, foldName } from "./fold-name.ts";
import type { Instance } from "./instance.ts";
import type { Findings } from "./references.ts";
import type { School } from "./school.ts";

/** Groups that mean something only where schools share them; a township may have one school. */
const SHARED = [
  { key: "zones", kind: "zone", zh: "片区", en: "zone" },
  { key: "alliances", kind: "alliance", zh: "办学联合体", en: "alliance" },
  { key: "schoolGroups", kind: "schoolGroup", zh: "教育集团", en: "school group" },
  { key: "pairs", kind: "pair", zh: "结对", en: "pair" },
] as const;

/** Finds names of groups that are spelled apart, groups of one school, and townships that nobody lists. */
export function checkGroups(instance: Instance, findings: Findings): void {
  for (const { key, zh, en } of SHARED) {
    const members = membersOf(instance.schools, (school) => school[key]);
    reportLonely(members, { key, zh, en }, findings);
    reportSpelledApart(members, { key, zh, en }, findings);
  }
  const townships = membersOf(instance.schools, ({ township }) => (township === undefined ? [] : [township]));
  reportSpelledApart(townships, { key: "township", zh: "乡镇", en: "township" }, findings);
  checkRegions(instance, new Set([...townships.keys(), ...idsOf(instance, "township")]), findings);
}

function idsOf({ groups }: Instance, kind: string): readonly string[] {
  return groups.flatMap((group) => (group.kind === kind ? [group.id] : []));
}

/** Positions of the schools of each group, by its id. */
type Members = ReadonlyMap<string, readonly number[]>;

function membersOf(schools: readonly School[], groupsOf: (school: School) => readonly string[]): Members {
  const members = new Map<string, number[]>();
  schools.forEach((school, index) => {
    for (const id of new Set(groupsOf(school))) {
      const list = members.get(id) ?? [];
      members.set(id, list);
      list.push(index);
    }
  });
  return members;
}

interface Kind {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

function reportLonely(members: Members, { key, zh, en }: Kind, findings: Findings): void {
  const names = [...members.keys()];
  for (const [id, [index = 0, second]] of members) {
    if (second !== undefined) continue;
    const alike = names.find((name) => name !== id && foldLoosely(name) === foldLoosely(id));
    // A zone is a part of the county and may have one school, like a township.
    if (key === "zones" && alike === undefined) continue;
    findings.report({
      code: "group-of-one",
      severity: "warning",
      path: ["schools", index, key],
      received: id,
      ...(alike === undefined ? {} : { expected: alike }),
      message: {
        zh: `${zh}“${id}”只有一所学校`,
        en: `The ${en} "${id}" has one school only`,
      },
      advice:
        alike === undefined
          ? { zh: "同组学校请填写完全相同的名称", en: "Give the same name to all schools of a group" }
          : { zh: `是否应为“${alike}”？请统一名称`, en: `Did you mean "${alike}"? Use one name` },
    });
  }
}

function reportSpelledApart(members: Members, { key, zh, en }: Kind, findings: Findings): void {
  const first = new Map<string, string>();
  for (const [id, [index = 0]] of members) {
    const known = first.get(foldName(id));
    if (known === undefined) first.set(foldName(id), id);
    else
      findings.report({
        code: "similar-id",
        severity: "warning",
        path: ["schools", index, key],
        received: id,
        expected: known,
        message: {
          zh: `${zh}“${id}”与“${known}”只差空格、全角半角或大小写，按两个处理`,
          en: `The ${en}s "${id}" and "${known}" differ in space, width or case only, and count as two`,
        },
        advice: { zh: "请统一名称", en: "Use one name" },
      });
  }
}

function checkRegions(instance: Instance, townships: ReadonlySet<string>, findings: Findings): void {
  const zones = new Set([...instance.schools.flatMap((school) => school.zones), ...idsOf(instance, "zone")]);
  instance.persons.forEach((person, index) => {
    (person.application?.consentRegions ?? []).forEach((id, k) => {
      if (townships.has(id) || zones.has(id)) return;
      const path = ["persons", index, "application", "consentRegions", k];
      findings.report({
        code: "unknown-region",
        severity: "warning",
        path,
        received: id,
        message: {
          zh: `没有学校属于乡镇或片区“${id}”，人员“${person.id}”的这一项同意不起作用`,
          en: `No school is in the township or zone "${id}", so this consent of person "${person.id}" has no effect`,
        },
        advice: { zh: "请改为学校所属的乡镇或片区", en: "Give a township or zone that has schools" },
      });
    });
  });
}
