import type { Market, ReasonNames } from "@lungang/appointment";

/** What posts and people are called: school and subject before the id, the name before the id. */
export interface AppointmentNames extends Required<ReasonNames> {
  /** Subject or kind of a post without its school. */
  readonly work: (post: string) => string;
  readonly school: (post: string) => string;
}

const KINDS = { management: "管理", teaching: "教学", support: "教辅", logistics: "工勤", dormitory: "宿管" } as const;

/** Returns the names of a market; an id stands where there is nothing better. */
export function namesOfMarket({ posts }: Market, people: ReadonlyMap<string, string>): AppointmentNames {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const work = (id: string): string => {
    const post = byId.get(id);
    return post === undefined ? "" : [post.stage, post.subject ?? KINDS[post.kind]].join("");
  };
  const school = (id: string): string => byId.get(id)?.school ?? "";
  return {
    work,
    school,
    post: (id) => (byId.has(id) ? `${school(id)} ${work(id)}（${id}）` : id),
    person: (id) => {
      const name = people.get(id);
      return name === undefined ? id : `${name}（${id}）`;
    },
  };
}
