import type { Market, ReasonNames } from "@lungang/appointment";
import type { Language } from "../files/out-file.ts";

/** What posts and people are called: school and subject before the id, the name before the id. */
export interface AppointmentNames extends Required<ReasonNames> {
  /** Subject or kind of a post without its school. */
  readonly work: (post: string) => string;
  readonly school: (post: string) => string;
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

/** Returns the names of a market; an id stands where there is nothing better. */
export function namesOfMarket(
  { posts }: Market,
  people: ReadonlyMap<string, string>,
  language: Language = "zh",
): AppointmentNames {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const work = (id: string): string => {
    const post = byId.get(id);
    return post === undefined ? "" : [post.stage, post.subject ?? post.office ?? KINDS[language][post.kind]].join("");
  };
  const school = (id: string): string => byId.get(id)?.school ?? "";
  return {
    work,
    school,
    // The key of a cell that no post was listed for is nobody's id.
    post: (id) => (byId.has(id) ? `${school(id)} ${work(id)}${id.includes("/") ? "" : `（${id}）`}` : id),
    person: (id) => {
      const name = people.get(id);
      return name === undefined ? id : `${name}（${id}）`;
    },
  };
}
