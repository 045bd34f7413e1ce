import type { Instance, Travel } from "./instance.ts";
import type { Person } from "./person.ts";
import { personSchema } from "./person.ts";
import type { Post, School } from "./school.ts";

/** Compares by code points, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns JSON with sorted keys and without undefined values: equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortedKeys(value));
}

function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sortedKeys);
  const record = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of orderOf(Object.keys(record))) {
    if (key === "__proto__") Object.defineProperty(copy, key, { value: sortedKeys(record[key]), enumerable: true });
    else copy[key] = sortedKeys(record[key]);
  }
  return copy;
}

/** Sorted keys by the keys as they came: a document has many objects of few shapes. */
const orders = new Map<string, readonly string[]>();
const MOST_ORDERS = 1000;

function orderOf(keys: readonly string[]): readonly string[] {
  if (keys.length < 2) return keys;
  const shape = keys.join("\n");
  const known = orders.get(shape);
  if (known?.length === keys.length) return known;
  const order = [...keys].sort(compareText);
  // A list with the separator in a key may look like another one, but is never as long.
  if (orders.size < MOST_ORDERS && !keys.some((key) => key.includes("\n"))) orders.set(shape, order);
  return order;
}

/** Returns the SHA-256 of a text in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Returns the instance in canonical order: the same content gives the same document, in whatever order rows came.
 *
 * Schools and people are ordered by content first and by id last, so that renaming ids moves nothing but twins: schools
 * alike in themselves and in their company, people alike in all but their names. References count as the position of
 * what they refer to.
 */
export function canonicalInstance(instance: Instance): Instance {
  const schools = sortByKey(instance.schools.map(canonicalSchool), schoolKeyOf(instance.schools));
  const schoolRank = rankById(schools);
  const posts = sortByKey(instance.posts, (post) => postKey(post, schoolRank));
  const keyOf = personKeyOf(schoolRank, rankById(posts));
  const persons = sortByKey(instance.persons.map(canonicalPerson), personHead, keyOf);
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

interface Keyed<T> {
  readonly item: T;
  readonly head: string;
  /** Made where it is asked for. */
  key?: string;
}

/** Orders by the head of the key, then by the key, which is made for items with equal heads only, and by id. */
function sortByKey<T extends { readonly id: string }>(
  items: readonly T[],
  headOf: (item: T) => string,
  keyOf: (item: T) => string = () => "",
): T[] {
  const keyed = items.map((item): Keyed<T> => ({ item, head: headOf(item) }));
  const key = (entry: Keyed<T>) => (entry.key ??= keyOf(entry.item));
  keyed.sort((a, b) => compareText(a.head, b.head) || compareText(key(a), key(b)) || compareText(a.item.id, b.item.id));
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
  const { schoolGroups: _g, pairs: _p, parent: _parent, county: _county, ...rest } = content;
  return canonicalJson(rest);
}

function postKey(post: Post, schoolRank: ReadonlyMap<string, number>): string {
  const { id: _id, school, ...content } = post;
  return `${String(schoolRank.get(school) ?? -1).padStart(8, "0")}${canonicalJson(content)}`;
}

/** How the key of a person begins: most differ in it, and the whole key is long. */
function personHead({ application, birthDate }: Person): string {
  return application === undefined ? birthDate : "";
}

/** What a person is named by, and names of places that renaming changes: no content. */
const NAMES: readonly string[] = ["id", "name", "spouse", "residenceTownship"] satisfies readonly (keyof Person)[];
const CONTENT_KEYS = Object.keys(personSchema.shape)
  .filter((key) => !NAMES.includes(key))
  .sort(compareText) as readonly (keyof Person)[];

/** The canonical JSON of the content of a person, with the positions of schools and posts in place of their ids. */
function personKeyOf(schools: ReadonlyMap<string, number>, posts: ReadonlyMap<string, number>) {
  const rank = (id: string | undefined) => (id === undefined ? -1 : (schools.get(id) ?? -1));
  return (person: Person): string => {
    const { application, offices, exchanges, currentPost } = person;
    const ranked: { readonly [K in keyof Person]?: unknown } = {
      homeSchool: rank(person.homeSchool),
      currentSchool: rank(person.currentSchool),
      currentPost: currentPost === undefined ? -1 : (posts.get(currentPost) ?? -1),
      offices: offices.map((office) => ({ ...office, school: rank(office.school) })),
      exchanges: exchanges.map((record) => ({ ...record, from: rank(record.from), to: rank(record.to) })),
      application: application && {
        ...application,
        wishes: application.wishes.map(rank),
        consentRegions: application.consentRegions.length,
      },
    };
    const content: Record<string, unknown> = {};
    for (const key of CONTENT_KEYS) content[key] = sortedKeys(key in ranked ? ranked[key] : person[key]);
    return JSON.stringify(content);
  };
}

function canonicalSchool(school: School): School {
  return {
    ...school,
    zones: sorted(school.zones),
    alliances: sorted(school.alliances),
    schoolGroups: sorted(school.schoolGroups),
    pairs: sorted(school.pairs),
  };
}

function canonicalPerson(person: Person): Person {
  return {
    ...person,
    stageCertified: sorted(person.stageCertified),
    honours: sorted(person.honours),
    subjects: sorted(person.subjects.map(canonicalSkill), canonicalJson),
    offices: sorted(person.offices, canonicalJson),
    evaluations: sorted(person.evaluations, canonicalJson),
    examRanks: sorted(person.examRanks, canonicalJson),
    exchanges: sorted(person.exchanges, canonicalJson),
    statuses: sorted(person.statuses, canonicalJson),
    ...(person.application && {
      application: { ...person.application, consentRegions: sorted(person.application.consentRegions) },
    }),
  };
}

function canonicalSkill(skill: Person["subjects"][number]): Person["subjects"][number] {
  return skill.stages === undefined ? skill : { ...skill, stages: sorted(skill.stages) };
}

function sorted<T>(items: T[], keyOf: (item: T) => string = String): T[] {
  if (items.length < 2) return items;
  return [...items].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}
