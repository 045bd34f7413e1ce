import type { GroupKind } from "../instance/codes.ts";
import type { Instance } from "../instance/instance.ts";
import type { Text } from "../instance/issue.ts";
import { words } from "../instance/vocabulary.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import type { PlanMove } from "./plan.ts";
import type { WordedPolicy } from "./subject-text.ts";
import { ruleTitle, subjectText } from "./subject-text.ts";

/**
 * What readers call the people, schools and posts of an instance; plans and messages hold ids.
 *
 * @public
 */
export interface Names {
  /** Name of a person, with the id where several share it; in public without it, and masked unless the policy says otherwise. */
  readonly person: (id: string) => string;
  /** Name of a school, with the id where several share it; a dash for nobody's school. */
  readonly school: (id: string | null) => string;
  /** Stage and subject, or office, or kind of a post. */
  readonly post: (id: string) => Text;
  /** Word of a form; in public one word for all forms of which one would tell why somebody goes. */
  readonly form: (code: PlanMove["form"]) => Text;
  /** What a rule is about, with the limit that is meant where there are several. */
  readonly subject: (subject: RuleSubject) => Text;
  /** How the policy states one of its entries; the id where the policy is not at hand. */
  readonly rule: (entry: string) => Text;
}

/**
 * Whether names are masked, and whose words rules are told in.
 *
 * @public
 */
export interface NamesOptions {
  /** Gives people as they are published: {@link publishedName}. */
  readonly public?: boolean;
  /** Gives entries of the policy, levels and classes of schools their words. @defaultValue their ids stand */
  readonly policy?: WordedPolicy | undefined;
}

/**
 * Returns a name as it may stand in public: the first character and two stars, whatever the length.
 *
 * @public
 */
export function maskName(name: string | undefined): string {
  const [first] = Array.from(name ?? "");
  return `${first ?? ""}**`;
}

/**
 * Returns what published lists call people under a policy: masked, or in full where the policy says so.
 *
 * @public
 */
export function publishedName(
  policy: Pick<WordedPolicy, "publication"> | undefined,
): (name: string | undefined) => string {
  return policy?.publication?.names === "full" ? (name) => name ?? "" : maskName;
}

/** Forms that share one word in public, so that nobody reads from it who was reassigned for coming last. */
const ORDINARY: ReadonlySet<PlanMove["form"]> = new Set(["lastPlace", "rotation", "postFill", "transfer"]);

/**
 * Returns the word of a form, for the bureau or for the public.
 *
 * @public
 */
export function formWord(code: PlanMove["form"], isPublic: boolean): Text {
  return isPublic && ORDINARY.has(code) ? { zh: "交流轮岗", en: "exchange" } : words.form[code];
}

/**
 * Returns the names of an instance.
 *
 * @public
 */
export function namesOf(instance: Instance, { public: isPublic = false, policy }: NamesOptions = {}): Names {
  const persons = new Map(instance.persons.map(({ id, name }) => [id, name ?? ""]));
  const people = isPublic ? new Map<string, string>() : namedApart(persons);
  const schools = namedApart(new Map(instance.schools.map(({ id, name }) => [id, name])));
  const groups = groupNames(instance);
  const posts = new Map(instance.posts.map((post) => [post.id, post]));

  const published = publishedName(policy);
  const person = (id: string) => (isPublic ? published(persons.get(id)) : (people.get(id) ?? id));
  const school = (id: string | null) => (id === null ? "-" : (schools.get(id) ?? id));
  const post = (id: string) => postText(posts.get(id) ?? partsOf(id)) ?? same(id);
  const known = {
    person,
    school,
    post,
    county: instance.county.name,
    group: (kind: GroupKind, id: string) => groups.get(`${kind}/${id}`),
    schoolOfPost: (id: string) => posts.get(id)?.school ?? schoolOfKey(id),
    policy,
  };
  return {
    person,
    school,
    post,
    rule: (entry) => ruleTitle(entry, policy),
    form: (code) => formWord(code, isPublic),
    subject: (subject) => subjectText(subject, known),
  };
}

/** Returns the school in the key of a cell, if it is one. */
function schoolOfKey(key: string): string | undefined {
  const parts = key.split("/");
  return parts.length < 4 || partsOf(key) === undefined ? undefined : parts.slice(0, -3).join("/");
}

/** Returns names by id; those that several share are followed by the id, and the id stands where there is no name. */
function namedApart(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    [...names].map(([id, name]) => [id, name === "" ? id : (counts.get(name) ?? 0) > 1 ? `${name}（${id}）` : name]),
  );
}

/** Returns the names of groups by kind and id: a group without an entry is called as its schools say. */
function groupNames({ groups }: Instance): ReadonlyMap<string, string> {
  return new Map(groups.map(({ kind, id, name }) => [`${kind}/${id}`, name] as const));
}

interface PostLike {
  readonly kind: string;
  readonly stage?: string | undefined;
  readonly subject?: string | undefined;
  readonly office?: string | undefined;
}

/** Reads the key of a cell: school, kind, stage, subject or office. */
function partsOf(key: string): PostLike | undefined {
  const [kind, stage, last] = key.split("/").slice(-3);
  if (kind === undefined || stage === undefined || last === undefined || !(kind in words.postKind)) return undefined;
  return kind === "management" ? { kind, office: last } : { kind, stage, subject: last };
}

function postText(post: PostLike | undefined): Text | undefined {
  if (post === undefined) return undefined;
  const { kind, stage = "", subject = "", office = "" } = post;
  if (kind === "management") return wordOf(words.office, office) ?? wordOf(words.postKind, kind);
  if (subject === "") return wordOf(words.postKind, kind);
  const level = wordOf(words.stage, stage);
  return level === undefined ? same(subject) : { zh: `${level.zh}${subject}`, en: `${level.en} ${subject}` };
}

function wordOf(texts: Readonly<Record<string, Text>>, code: string): Text | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}

function same(text: string): Text {
  return { zh: text, en: text };
}
