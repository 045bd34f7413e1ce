import { canonicalJson, compareText } from "./canonical-json.ts";
import type { Instance, Travel } from "./instance.ts";
import type { Person } from "./person.ts";
import { sortPersons } from "./person-order.ts";
import type { Post, School } from "./school.ts";

/**
 * Returns the instance in canonical order: the same content gives the same document, in whatever order rows came.
 *
 * Schools and people are ordered by content first and by id last, so that renaming ids moves nothing but twins: schools
 * alike in themselves and in their company, people alike in all but their names. References count as the position of
 * what they refer to.
 *
 * @public
 */
export function canonicalInstance(instance: Instance): Instance {
  const schools = sortByKey(instance.schools.map(canonicalSchool), schoolKeyOf(instance.schools));
  const schoolRank = rankById(schools);
  const posts = sortByKey(instance.posts, (post) => postKey(post, schoolRank));
  const persons = sortPersons(instance.persons.map(canonicalPerson), schoolRank, rankById(posts));
  const groups = sortByKey(instance.groups, (group) => canonicalJson(group));
  return { ...instance, schools, posts, persons, groups, travel: canonicalTravel(instance.travel, schools, persons) };
}

/** Puts the rows and columns of a travel matrix into the order of the people and schools. */
function canonicalTravel(travel: Travel, schools: readonly School[], persons: readonly Person[]): Travel {
  const { matrix } = travel;
  if (matrix === undefined) return travel;
  const rows = positionsOf(matrix.persons, rankById(persons));
  const columns = positionsOf(matrix.schools, rankById(schools));
  const at = <T>(list: readonly T[], index: number) => list[index] as T;
  return {
    ...travel,
    matrix: {
      persons: rows.map((row) => at(matrix.persons, row)),
      schools: columns.map((column) => at(matrix.schools, column)),
      metres: rows.map((row) => columns.map((column) => matrix.metres[row]?.[column] ?? null)),
    },
  };
}

function positionsOf(ids: readonly string[], ranks: ReadonlyMap<string, number>): number[] {
  const rank = (index: number) => ranks.get(ids[index] ?? "") ?? ids.length;
  return ids.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Orders by key, then by id. */
function sortByKey<T extends { readonly id: string }>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.item.id, b.item.id));
  return keyed.map(({ item }) => item);
}

function rankById(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map((item, index) => [item.id, index]));
}

/** The content of a school, then the contents of the schools that it shares groups with and of its parent. */
function schoolKeyOf(schools: readonly School[]): (school: School) => string {
  const contents = [...new Set(schools.map(schoolContent))].sort(compareText);
  const rankOf = new Map(contents.map((content, rank) => [content, rank]));
  const ranks = new Map(schools.map((school) => [school.id, rankOf.get(schoolContent(school)) ?? -1]));
  const members = new Map<string, number[]>();
  for (const school of schools) {
    for (const group of groupsOf(school)) {
      const list = members.get(group) ?? [];
      members.set(group, list);
      list.push(ranks.get(school.id) ?? -1);
    }
  }
  const signatures = new Map([...members].map(([group, list]) => [group, list.sort((a, b) => a - b).join(" ")]));
  return (school) => {
    const rank = String(ranks.get(school.id) ?? -1).padStart(8, "0");
    const company = groupsOf(school).map((group) => `${group.slice(0, 1)}${signatures.get(group) ?? ""}`);
    return canonicalJson([rank, company.sort(compareText), ranks.get(school.parent ?? "") ?? -1]);
  };
}

/** The groups of a school, each kind with a letter of its own in front of the id. */
function groupsOf({ township, county, zones, alliances, schoolGroups, pairs }: School): string[] {
  const mark = (letter: string, ids: readonly string[]) => ids.map((id) => `${letter}${id}`);
  const single = (letter: string, id: string | undefined) => mark(letter, id === undefined ? [] : [id]);
  return [
    ...single("t", township),
    ...single("c", county),
    ...mark("z", zones),
    ...mark("a", alliances),
    ...mark("g", schoolGroups),
    ...mark("p", pairs),
  ];
}

function schoolContent(school: School): string {
  const { id: _id, name: _name, township: _township, zones: _z, alliances: _a, ...content } = school;
  const { schoolGroups: _g, pairs: _p, parent: _parent, county: _county, listOrder: _order, ...rest } = content;
  return canonicalJson(rest);
}

function postKey(post: Post, schoolRank: ReadonlyMap<string, number>): string {
  const { id: _id, school, ...content } = post;
  return `${String(schoolRank.get(school) ?? -1).padStart(8, "0")}${canonicalJson(content)}`;
}

function canonicalSchool(school: School): School {
  return withParts(school, {
    zones: sorted(school.zones),
    alliances: sorted(school.alliances),
    schoolGroups: sorted(school.schoolGroups),
    pairs: sorted(school.pairs),
    ...canonicalOwn(school),
  });
}

function canonicalPerson(person: Person): Person {
  const { application } = person;
  return withParts(person, {
    stageCertified: sorted(person.stageCertified),
    honours: sorted(person.honours),
    subjects: sorted(person.subjects.map(canonicalSkill), canonicalJson),
    offices: sorted(person.offices, canonicalJson),
    evaluations: sorted(person.evaluations, canonicalJson),
    examRanks: sorted(person.examRanks, canonicalJson),
    exchanges: sorted(person.exchanges, canonicalJson),
    statuses: sorted(person.statuses, canonicalJson),
    ...(application && {
      application: withParts(application, { consentRegions: sorted(application.consentRegions) }),
    }),
    ...canonicalOwn(person),
  });
}

/** Own attributes in the order of their names; the words of a set have no order. */
function canonicalOwn({ x }: Pick<Person, "x">): Pick<Person, "x"> {
  if (x === undefined) return {};
  const entries = Object.entries(x).map(([id, value]) => [id, Array.isArray(value) ? sorted(value) : value] as const);
  return { x: Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b))) };
}

function canonicalSkill(skill: Person["subjects"][number]): Person["subjects"][number] {
  return skill.stages === undefined ? skill : withParts(skill, { stages: sorted(skill.stages) });
}

/** Returns a record with some parts in place of its own, or the record itself where they are its own. */
function withParts<T extends object>(record: T, parts: Partial<T>): T {
  for (const key in parts) if (parts[key] !== record[key]) return { ...record, ...parts };
  return record;
}

function sorted<T>(items: T[], keyOf: (item: T) => string = String): T[] {
  if (items.length < 2) return items;
  return [...items].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}
