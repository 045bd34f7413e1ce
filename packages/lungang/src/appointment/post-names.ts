import type { MarketPost, ReasonNames } from "@lungang/appointment";
import { words } from "@lungang/core";
import type { AppointmentList } from "@lungang/tabular";
import type { Language } from "../files/out-file.ts";

/** What posts and people are called: school and subject before the id, the name before the id. */
export interface AppointmentNames extends Required<ReasonNames> {
  /** Subject or kind of a post without its school. */
  readonly work: (post: string) => string;
  readonly school: (post: string) => string;
  /** What stands for a post in lists that are read back: its id, the school and work of one that no list has given an id. */
  readonly listed: (post: string) => string;
}

/** Posts by what they are called. */
export interface NamedPosts {
  readonly posts: readonly (Pick<MarketPost, "id" | "school" | "kind" | "office"> &
    Partial<Pick<MarketPost, "stage" | "subject">>)[];
}

const KINDS = {
  zh: { management: "管理", teaching: "教学", support: "教辅", logistics: "工勤", dormitory: "宿管" },
  en: {
    management: "management",
    teaching: "teaching",
    support: "support",
    logistics: "logistics",
    dormitory: "wardens",
  },
} as const;

/** Returns a text with the brackets of English: names and sentences about them are made with those of Chinese. */
export function englishMarks(text: string): string {
  return text.replaceAll("（", " (").replaceAll("）", ")");
}

/** Codes that stand in the id that a post without one is given: S03-primary-语文. */
const CODES = [words.stage, words.postKind, words.office].flatMap((codes) => Object.keys(codes));
const MADE = new RegExp(`-(?:${CODES.join("|")})(?:-|$)`, "u");

/** A post that nobody has given an id is known by the key of its cell, or by an id that was made for it. */
function isKey(post: string): boolean {
  return post.includes("/") || MADE.test(post);
}

function countOf(texts: readonly string[]): (text: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return (text) => counts.get(text) ?? 0;
}

/**
 * Returns a list that was read with the ids of its posts, where a list of documents stands for them by school and work, in either language.
 */
export function withPostIds(market: NamedPosts, list: AppointmentList): AppointmentList {
  const ids = new Map(
    (["zh", "en"] as const).flatMap((language) => {
      const { listed } = namesOfMarket(market, new Map(), language);
      return market.posts.map(({ id }): [string, string] => [listed(id), id]);
    }),
  );
  const identified = <T extends { readonly post: string | null }>(lines: readonly T[]) =>
    lines.map((line) => ({ ...line, post: line.post === null ? null : (ids.get(line.post) ?? line.post) }));
  return {
    ...list,
    lines: identified(list.lines),
    steps: list.steps === undefined ? undefined : identified(list.steps),
  };
}

/** Returns a name with the id behind it; once where one is the other. */
export function namedPerson(people: ReadonlyMap<string, string>, id: string): string {
  const name = people.get(id);
  return name === undefined || name === id ? id : `${name}（${id}）`;
}

/** Returns the names of a market; an id stands where there is nothing better. */
export function namesOfMarket(
  { posts }: NamedPosts,
  people: ReadonlyMap<string, string>,
  language: Language = "zh",
): AppointmentNames {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const work = (id: string): string => {
    const post = byId.get(id);
    return post === undefined ? "" : [post.stage, post.subject ?? post.office ?? KINDS[language][post.kind]].join("");
  };
  const school = (id: string): string => byId.get(id)?.school ?? "";
  const spoken = (id: string): string => `${school(id)} ${work(id)}`;
  const count = countOf(posts.map(({ id }) => spoken(id)));
  /** Whether school and work say all that an id says. */
  const isSpoken = (id: string) => id === spoken(id) || (isKey(id) && count(spoken(id)) === 1);
  return {
    work,
    school,
    listed: (id) => (isKey(id) && byId.has(id) && count(spoken(id)) === 1 ? spoken(id) : id),
    postToPerson: (id) => (byId.has(id) && count(spoken(id)) === 1 ? spoken(id) : id),
    // The key of a cell that no post was listed for is nobody's id.
    post: (id) => (byId.has(id) ? `${spoken(id)}${isSpoken(id) ? "" : `（${id}）`}` : id),
    person: (id) => namedPerson(people, id),
  };
}
