import type { Instance, PersonInput, PostInput, SchoolInput } from "@lungang/core";
import { countyOf, post, school, teacher } from "../../../core/test/small-county.ts";

/**
 * Four schools in two townships, two zones, two alliances and two school groups, no two of which part the schools in the
 * same way. Everybody who is due has one school to go to, so that who moves where is no choice of the solver.
 *
 * Names are Chinese and ids are not: a sentence that shows an id is found by its letters.
 */

/** Ids of the schools. */
export const SCHOOL_IDS = ["sch-a", "sch-b", "sch-c", "sch-d"] as const;

export type SchoolId = (typeof SCHOOL_IDS)[number];

/** The groups of each school by kind: groups of several kinds may have the same id. */
const GROUPS = {
  township: { "sch-a": "grp-1", "sch-b": "grp-2", "sch-c": "grp-1", "sch-d": "grp-2" },
  zone: { "sch-a": "grp-1", "sch-b": "grp-1", "sch-c": "grp-2", "sch-d": "grp-2" },
  alliance: { "sch-a": "grp-1", "sch-b": "grp-2", "sch-c": "grp-2", "sch-d": "grp-1" },
  schoolGroup: { "sch-a": "grp-1", "sch-b": "grp-2", "sch-c": "grp-1", "sch-d": "grp-2" },
  pair: { "sch-a": "pai-1", "sch-b": "pai-1", "sch-c": "pai-2", "sch-d": "pai-2" },
} as const;

export type GroupKind = keyof typeof GROUPS;

/** Returns the group of a kind that a school belongs to. */
export function groupAt(kind: GroupKind, at: SchoolId): string {
  return GROUPS[kind][at];
}

/** Returns the two schools of each group of a kind, in order. */
export function couplesOf(kind: GroupKind): readonly (readonly [SchoolId, SchoolId])[] {
  const ids = [...new Set(SCHOOL_IDS.map((at) => groupAt(kind, at)))];
  return ids.map((id) => SCHOOL_IDS.filter((at) => groupAt(kind, at) === id) as [SchoolId, SchoolId]);
}

/** What readers call the schools. */
export const SCHOOL_NAMES: Readonly<Record<string, string>> = {
  "sch-a": "东山小学",
  "sch-b": "西河小学",
  "sch-c": "南湖小学",
  "sch-d": "北岭小学",
};

/** What readers call the groups of each kind. */
export const GROUP_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  township: { "grp-1": "青石镇", "grp-2": "白水镇" },
  zone: { "grp-1": "第一片区", "grp-2": "第二片区" },
  alliance: { "grp-1": "启明联合体", "grp-2": "长庚联合体" },
  schoolGroup: { "grp-1": "实验集团", "grp-2": "育才集团" },
  pair: { "pai-1": "甲结对", "pai-2": "乙结对" },
};

/** Area of each school: one of every kind. */
export const AREAS = { "sch-a": "urban", "sch-b": "town", "sch-c": "rural", "sch-d": "remote" } as const;

export const SUBJECTS = ["数学", "英语", "音乐", "体育", "美术", "科学", "思政", "信息"] as const;

/** Somebody who is due and has one school to go to. */
export type Route = readonly [from: SchoolId, to: SchoolId];

/** What a county is made from. */
export interface Parts {
  /** One person each who is due, `per-0` and so on, each with a subject of his own. */
  readonly routes?: readonly Route[];
  /** Schools of people who are not due and cannot move, one each, `old-0` and so on. */
  readonly stayers?: readonly SchoolId[];
  readonly schools?: Partial<Record<SchoolId, Partial<SchoolInput>>>;
  /** More about everybody who is due. */
  readonly movers?: Partial<PersonInput>;
  readonly posts?: readonly PostInput[];
  readonly persons?: readonly PersonInput[];
}

/** Residence of everybody and place of every school. */
export const HERE = { latitude: 34, longitude: 109 };

/** Returns the id of the post of a subject at a school. */
export function postId(at: SchoolId, subject: string): string {
  return `pos-${at.slice(-1)}-${subject}`;
}

function subjectPost(at: SchoolId, subject: string): PostInput {
  return post(at, 1, { id: postId(at, subject), subject });
}

/** Returns the county. */
export function subjectCounty({ routes = [], stayers = [], schools = {}, movers, ...more }: Parts): Instance {
  const subjectOf = (k: number) => SUBJECTS[k] as string;
  return countyOf({
    schools: SCHOOL_IDS.map((id) =>
      school({
        id,
        name: SCHOOL_NAMES[id] as string,
        area: AREAS[id],
        coordinates: HERE,
        township: groupAt("township", id),
        zones: [groupAt("zone", id)],
        alliances: [groupAt("alliance", id)],
        schoolGroups: [groupAt("schoolGroup", id)],
        pairs: [groupAt("pair", id)],
        ...schools[id],
      }),
    ),
    groups: (Object.keys(GROUPS) as GroupKind[]).flatMap((kind) =>
      [...new Set(Object.values(GROUPS[kind]))].map((id) => ({ id, kind, name: GROUP_NAMES[kind]?.[id] as string })),
    ),
    posts: [
      ...routes.flatMap(([from, to], k) => [subjectPost(from, subjectOf(k)), subjectPost(to, subjectOf(k))]),
      ...[...new Set(stayers)].map((at) => post(at, 9, { id: postId(at, "语文") })),
      ...(more.posts ?? []),
    ],
    persons: [
      ...routes.map(([from], k) =>
        teacher({
          id: `per-${k}`,
          name: personName(`per-${k}`),
          homeSchool: from,
          residence: HERE,
          subjects: [{ subject: subjectOf(k), main: true }],
          ...movers,
        }),
      ),
      ...stayers.map((at, k) =>
        teacher({
          id: `old-${k}`,
          name: personName(`old-${k}`),
          homeSchool: at,
          residence: HERE,
          tenureStart: "2023-09-01",
        }),
      ),
      ...(more.persons ?? []),
    ],
  });
}

const DIGITS = "零一二三四五六七八九";

/** Returns what readers call a person. */
export function personName(id: string): string {
  const digit = DIGITS.charAt(Number(id.slice(-1)));
  return `${id.startsWith("old") ? "李" : "王"}${digit}`;
}

/** A ring: one person at every school who goes to the next. */
export const RING: readonly Route[] = SCHOOL_IDS.map((from, k) => [from, SCHOOL_IDS[(k + 1) % 4] as SchoolId] as const);
