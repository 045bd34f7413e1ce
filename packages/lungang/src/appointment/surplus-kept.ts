import { checkSurplus } from "@lungang/appointment";
import type { Text } from "@lungang/core";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { namesOfMarket } from "./post-names.ts";

type Property = DecidedAppointment["properties"][number];

const SURPLUS: Text = {
  zh: "超岗的按人数分流，自愿者先，再按次序，受保护者不分流",
  en: "where a post is overfull the right number leaves: volunteers first, then by the order, never the protected",
};

/**
 * Checks who of an overfull post a list has leave: whoever is not at it any more and has no wish that came true. Nothing where
 * nobody has to leave.
 */
export function surplusKept(
  { surplus, surplusQuestion, market, names }: Applications,
  lines: readonly { readonly person: string; readonly post: string | null }[],
): readonly Property[] {
  if (surplusQuestion === undefined || surplus.length === 0) return [];
  const posts = new Map(lines.map(({ person, post }) => [person, post]));
  const wishes = wishedPosts(market);
  const left = new Set(surplus.flatMap(({ leaving }) => leaving.map(({ id }) => id)));
  const lists = surplusQuestion.groups.map(({ id, people }) => ({
    group: id,
    leaving: people.filter((person) => {
      const post = posts.get(person.id);
      if (post === undefined || post === id) return false;
      return left.has(person.id) || post === null || wishes.get(person.id)?.has(post) !== true;
    }),
  }));
  const findings = checkSurplus(surplusQuestion, lists, namesOfMarket(market, names)).map(
    ({ group, people, text }) => ({
      people: [...people],
      posts: [group],
      text,
    }),
  );
  return [{ name: "surplusKept", text: SURPLUS, holds: findings.length === 0, findings }];
}

/** Posts that everybody applied for. */
function wishedPosts({ people, lists, posts }: Applications["market"]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    people.map(({ id, ownPost }, person) => {
      const list = Array.from(lists.posts.subarray(lists.starts[person], lists.starts[person + 1]));
      return [id, new Set(list.filter((post) => post !== ownPost).map((post) => posts[post]?.id ?? ""))];
    }),
  );
}
