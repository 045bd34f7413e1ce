import type { Instance } from "../instance/instance.ts";
import type { Text } from "../instance/issue.ts";
import { words } from "../instance/vocabulary.ts";
import type { PlanMove, Violation } from "./plan.ts";

/** What readers call the people, schools and posts of an instance; plans and messages hold ids. */
export interface Names {
  /** Name of a person, with the id where several share it; masked in public. */
  readonly person: (id: string) => string;
  /** Name of a school, with the id where several share it; a dash for nobody's school. */
  readonly school: (id: string | null) => string;
  /** Name of a school or group; nothing where the id is neither. */
  readonly place: (id: string) => string;
  /** Stage and subject, or office, or kind of a post. */
  readonly post: (id: string) => Text;
  /** Word of a form; in public one word for all forms of which one would tell why somebody goes. */
  readonly form: (code: PlanMove["form"]) => Text;
  /** Whatever a rule is about: a person, a school, a group, a post, or a limit of one of them. */
  readonly subject: (id: string) => Text;
  /** The sentence of a violation with names in place of ids. */
  readonly message: (violation: Pick<Violation, "subject" | "message">) => Text;
}

export interface NamesOptions {
  /** Masks the names of people. */
  readonly public?: boolean;
}

/** Returns a name as it may stand in public: the first character and two stars, whatever the length. */
export function maskName(name: string | undefined): string {
  const [first] = Array.from(name ?? "");
  return `${first ?? ""}**`;
}

/** Forms that share one word in public, so that nobody reads from it who was reassigned for coming last. */
const ORDINARY: ReadonlySet<PlanMove["form"]> = new Set(["lastPlace", "rotation", "postFill", "transfer"]);

/** Returns the word of a form, for the bureau or for the public. */
export function formWord(code: PlanMove["form"], isPublic: boolean): Text {
  return isPublic && ORDINARY.has(code) ? { zh: "交流轮岗", en: "exchange" } : words.form[code];
}

/** Returns the names of an instance. */
export function namesOf(instance: Instance, { public: isPublic = false }: NamesOptions = {}): Names {
  const persons = new Map(instance.persons.map(({ id, name }) => [id, name ?? ""]));
  const people = isPublic ? new Map<string, string>() : namedApart(persons);
  const schools = namedApart(new Map(instance.schools.map(({ id, name }) => [id, name])));
  const groups = groupNames(instance);
  const posts = new Map(instance.posts.map((post) => [post.id, post]));

  const person = (id: string) => (isPublic ? maskName(persons.get(id)) : (people.get(id) ?? id));
  const place = (id: string) => schools.get(id) ?? groups.get(id) ?? "";
  const post = (id: string): Text => postText(posts.get(id) ?? partsOf(id)) ?? same(id);
  const postAtSchool = (id: string): Text | undefined => {
    const school =
      posts.get(id)?.school ?? (partsOf(id) === undefined ? undefined : id.split("/").slice(0, -3).join("/"));
    if (school === undefined || !schools.has(school)) return undefined;
    return together(same(place(school)), "·", post(id));
  };
  const known = (id: string): Text | undefined => {
    if (persons.has(id)) return same(person(id));
    const found = place(id);
    if (found !== "") return same(found);
    return id === instance.county.id ? same(instance.county.name) : postAtSchool(id);
  };
  const subject = (id: string): Text => {
    const cut = id.lastIndexOf("/");
    const limit = LIMITS[id.slice(cut + 1)];
    const whole = known(id) ?? (cut < 0 ? limit : undefined);
    if (whole !== undefined) return whole;
    const owner = id.slice(0, Math.max(0, cut));
    return limit === undefined ? same(id) : together(known(owner) ?? classText(owner), " ", limit);
  };
  return {
    person,
    place,
    post,
    subject,
    form: (code) => formWord(code, isPublic),
    school: (id) => (id === null ? "-" : (schools.get(id) ?? id)),
    message: (violation) => ({
      zh: replaced(violation.message.zh, violation.subject, { known, schools, language: "zh" }),
      en: replaced(violation.message.en, violation.subject, { known, schools, language: "en" }),
    }),
  };
}

/** Returns names by id; those that several share are followed by the id, and the id stands where there is no name. */
function namedApart(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    [...names].map(([id, name]) => [id, name === "" ? id : (counts.get(name) ?? 0) > 1 ? `${name}（${id}）` : name]),
  );
}

/** Groups that have no entry of their own are called as the schools that belong to them say. */
function groupNames({ groups, schools }: Instance): ReadonlyMap<string, string> {
  const said = schools.flatMap(({ township, zones, alliances, schoolGroups, pairs }) => [
    ...(township === undefined ? [] : [township]),
    ...zones,
    ...alliances,
    ...schoolGroups,
    ...pairs,
  ]);
  return new Map([...said.map((id) => [id, id] as const), ...groups.map(({ id, name }) => [id, name] as const)]);
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

/** What the parts of a subject behind a slash stand for. */
const LIMITS: Readonly<Record<string, Text>> = {
  minOut: { zh: "最少交流出", en: "least out" },
  maxOut: { zh: "最多交流出", en: "most out" },
  minIn: { zh: "最少交流入", en: "least in" },
  maxIn: { zh: "最多交流入", en: "most in" },
  long: { zh: "一学年以上", en: "a year or longer" },
  mad: { zh: "平均偏差", en: "mean deviation" },
  cv: { zh: "差异系数", en: "coefficient of variation" },
  min: { zh: "最少人次", en: "least" },
  max: { zh: "最多人次", en: "most" },
  maxLoss: { zh: "净流出上限", en: "most lost on balance" },
  minShare: { zh: "最低比例", en: "least share" },
  maxShare: { zh: "最高比例", en: "largest share" },
  maxOfReverse: { zh: "不超过反方向", en: "at most the reverse" },
};

/** A stage, or two classes of schools with a hyphen between. */
function classText(code: string): Text {
  const classes: Readonly<Record<string, Text>> = { ...words.stage, ...words.area, ...words.quality, ...words.terrain };
  const parts = code.split("-").map((part) => wordOf(classes, part) ?? same(part));
  return { zh: parts.map(({ zh }) => zh).join("→"), en: parts.map(({ en }) => en).join(" to ") };
}

function same(text: string): Text {
  return { zh: text, en: text };
}

function together(a: Text, between: string, b: Text): Text {
  return { zh: `${a.zh}${between}${b.zh}`, en: `${a.en}${between}${b.en}` };
}

interface Known {
  readonly known: (id: string) => Text | undefined;
  readonly schools: ReadonlyMap<string, string>;
  readonly language: keyof Text;
}

/** Replaces ids in quotes, ids of schools in brackets behind their names, and the id of the subject. */
function replaced(message: string, subject: string, { known, schools, language }: Known): string {
  const quoted = message.replace(/(?<=[“"])[^”"]+(?=[”"])/gu, (id) => known(id)?.[language] ?? id);
  const short = quoted.replace(/ \(([^()]+)\)/gu, (whole, id: string) => {
    const name = schools.get(id);
    return name === undefined ? whole : name.endsWith(`（${id}）`) ? `（${id}）` : "";
  });
  const called = known(subject)?.[language];
  if (subject === "" || called === undefined || short.includes(called)) return short;
  const alone = new RegExp(`(?<![\\w/-])${escaped(subject)}(?![\\w/-])`, "u");
  return short.replace(alone, () => called);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&");
}
