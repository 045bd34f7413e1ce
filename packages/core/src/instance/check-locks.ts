import { foldName } from "./fold-name.ts";
import type { Instance } from "./instance.ts";
import type { Checked, Text } from "./issue.ts";
import { checked } from "./issue.ts";
import { worksAt } from "./person.ts";
import { Findings, PERSON, POST, SCHOOL } from "./references.ts";
import { compareIds } from "./school-order.ts";
import { wordOf } from "./word-codes.ts";

/**
 * What a decision taken beforehand says: who, and one of where to, that he stays, or where not.
 *
 * @public
 */
export interface LockEntry {
  readonly person: string;
  readonly post?: string;
  readonly school?: string;
  readonly stay?: true;
  readonly forbid?: string;
}

/**
 * Checks decisions against each other and against the county: people, schools and posts may be named by id or by a name that
 * only one has, a post by school, stage and subject, and two decisions about one person that cannot both hold are refused with the places of both.
 *
 * @returns the decisions with ids in place of names
 * @public
 */
export function checkLocks<L extends LockEntry>(locks: readonly L[], instance: Instance): Checked<readonly L[]> {
  const names = new Names(instance);
  const findings = new Findings(names.listed);
  const resolved = locks.map((lock, index) => resolve(lock, index, { names, findings }));
  const byPerson = new Map<string, number[]>();
  resolved.forEach(({ person }, index) => {
    const before = byPerson.get(person) ?? [];
    byPerson.set(person, before);
    for (const earlier of before) {
      compare({ locks: resolved, earlier, index, names }, findings);
    }
    before.push(index);
  });
  return checked(resolved, findings.issues);
}

/** Ids of people, schools and posts by id and by name. */
class Names {
  readonly persons: ReadonlyMap<string, string>;
  readonly schools: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, string>;
  readonly schoolOfPost: ReadonlyMap<string, string>;
  /** What may be meant where a name is not listed. */
  readonly listed: {
    readonly persons: readonly string[];
    readonly schools: readonly string[];
    readonly posts: readonly string[];
  };
  readonly home: ReadonlyMap<string, string | undefined>;

  readonly #instance: Instance;

  constructor(instance: Instance) {
    const { persons, schools, posts } = instance;
    this.#instance = instance;
    this.persons = idsByName(persons);
    this.schools = idsByName(schools);
    const inWords = postsInWords(instance);
    this.posts = idsByName(inWords);
    this.listed = {
      persons: persons.flatMap(({ name }) => name ?? []),
      schools: schools.map(({ name }) => name),
      posts: inWords.map(({ name }) => name),
    };
    this.schoolOfPost = new Map(posts.map(({ id, school }) => [id, school]));
    this.home = new Map(persons.map((person) => [person.id, worksAt(person)]));
  }

  /** Returns the ids of all people or schools of a name. */
  namesakes(what: Text, name: string): readonly string[] {
    const { persons, schools } = this.#instance;
    const all: readonly Named[] = what === PERSON ? persons : what === POST ? postsInWords(this.#instance) : schools;
    const folded = foldName(name);
    return all.flatMap((one) => (foldName(one.name ?? "") === folded ? [one.id] : [])).sort(compareIds);
  }

  /** Returns the school at which a decision has the person work; undefined where it only forbids. */
  target({ person, post, school, stay }: LockEntry): string | undefined {
    if (stay === true) return this.home.get(person);
    return school ?? (post === undefined ? undefined : this.schoolOfPost.get(post));
  }
}

interface Named {
  readonly id: string;
  readonly name?: string | undefined;
}

/** Returns posts as people write them: school, stage and subject or office. */
function postsInWords({ schools, posts }: Instance): readonly { readonly id: string; readonly name: string }[] {
  const names = new Map(schools.map(({ id, name }) => [id, name]));
  return posts.map(({ id, school, stage, subject, office, kind }) => {
    const work = subject ?? (office === undefined ? wordOf("postKind", kind) : wordOf("office", office));
    return { id, name: `${names.get(school) ?? school} ${stage === undefined ? "" : wordOf("stage", stage)}${work}` };
  });
}

/** Names that several have are left out, and an id goes before a name. */
function idsByName(items: readonly Named[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const { id, name = "" } of items) {
    const folded = foldName(name);
    if (folded !== "") found.set(folded, found.has(folded) ? undefined : id);
  }
  const unique = [...found].flatMap(([name, id]): [string, string][] => (id === undefined ? [] : [[name, id]]));
  return new Map([...unique, ...items.map(({ id }): [string, string] => [id, id])]);
}

interface Tools {
  readonly names: Names;
  readonly findings: Findings;
}

function resolve<L extends LockEntry>(lock: L, index: number, { names, findings }: Tools): L {
  const tellUnknown = (path: readonly (string | number)[], what: Text, given: string) => {
    const several = names.namesakes(what, given);
    if (several.length === 0) findings.unknown(path, what, given);
    else findings.severalOf(path, { what, name: given, ids: several });
  };
  const known = (key: "person" | "school" | "forbid" | "post", what: Text) => {
    const given = lock[key];
    const ids = key === "person" ? names.persons : key === "post" ? names.posts : names.schools;
    const id = given === undefined ? undefined : (ids.get(given) ?? ids.get(foldName(given)));
    if (given !== undefined && id === undefined) tellUnknown([index, key], what, given);
    return given === undefined ? {} : { [key]: id ?? given };
  };
  return {
    ...lock,
    ...known("person", PERSON),
    ...known("school", SCHOOL),
    ...known("post", POST),
    ...known("forbid", SCHOOL),
  };
}

interface Pair {
  readonly locks: readonly LockEntry[];
  readonly earlier: number;
  readonly index: number;
  readonly names: Names;
}

function compare({ locks, earlier, index, names }: Pair, findings: Findings): void {
  const [one, other] = [locks[earlier] as LockEntry, locks[index] as LockEntry];
  const said = same(one, other) ? TWICE : contradict(one, other, names) ? CONTRADICTION : undefined;
  if (said === undefined) return;
  findings.report({
    code: said.code,
    severity: said.severity,
    path: [index],
    received: other.person,
    message: {
      zh: `第 ${earlier + 1} 条和第 ${index + 1} 条“已定人员”${said.zh}（人员“${other.person}”）`,
      en: `Decisions ${earlier + 1} and ${index + 1} ${said.en} (person "${other.person}")`,
    },
    advice: said.advice,
  });
}

function same(one: LockEntry, other: LockEntry): boolean {
  return (["post", "school", "stay", "forbid"] as const).every((key) => one[key] === other[key]);
}

/** Two decisions cannot both hold where they name two schools or posts, or one forbids what the other asks for. */
function contradict(one: LockEntry, other: LockEntry, names: Names): boolean {
  const [here, there] = [names.target(one), names.target(other)];
  if (one.forbid !== undefined && other.forbid !== undefined) return false;
  if (one.forbid !== undefined) return there === one.forbid;
  if (other.forbid !== undefined) return here === other.forbid;
  const twoPosts = one.post !== undefined && other.post !== undefined && one.post !== other.post;
  return twoPosts || (here !== undefined && there !== undefined && here !== there);
}

const TWICE = {
  code: "lock-twice",
  severity: "warning",
  zh: "相同",
  en: "are the same",
  advice: { zh: "请只保留一条", en: "Keep one of them" },
} as const;
const CONTRADICTION = {
  code: "locks-contradict",
  severity: "error",
  zh: "互相矛盾",
  en: "contradict each other",
  advice: { zh: "请核对后只保留正确的一条", en: "Keep the one that is right" },
} as const;
