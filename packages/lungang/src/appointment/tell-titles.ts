import type { Market, Placement } from "@lungang/appointment";
import { titleStops, verifyAppointment } from "@lungang/appointment";
import { titleBalance } from "@lungang/appointment/posts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { AppointmentNames } from "./post-names.ts";

/** Counts who holds the posts of every level, before and after; who has no post holds that of the school he came from. */
export function titlePostsTold(market: Market, placement: Placement): DecidedAppointment["titlePosts"] {
  const after = market.people.map(
    ({ titleHome }, person) => market.posts[placement[person] as number]?.school ?? titleHome,
  );
  const holdersAt = (schools: readonly (string | undefined)[], limit: Market["titleLimits"][number]): number =>
    limit.taken +
    market.people.filter(
      ({ title }, person) => schools[person] === limit.school && title !== undefined && limit.titles.has(title),
    ).length;
  const before = market.people.map(({ titleHome }) => titleHome);
  return market.titleLimits.map((limit) => {
    const { school, level, posts } = limit;
    const held = holdersAt(after, limit);
    const [balance] = titleBalance([{ level, posts }], new Map([[level, held]]));
    const { vacant = 0, over = 0 } = balance ?? {};
    return { school, level, posts, before: holdersAt(before, limit), after: held, vacant, over };
  });
}

/** Who would have come before somebody who got a post, or to a free one, had the level of his title not been full. */
export function stoppedByTitles(
  market: Market,
  placement: Placement,
  names: AppointmentNames,
): DecidedAppointment["remaining"] {
  const stops = new Map(
    titleStops({ market, placement }).map(({ person, post, level }) => [
      JSON.stringify([market.people[person]?.id, market.posts[post]?.id]),
      level,
    ]),
  );
  if (stops.size === 0) return [];
  const lines = market.people.map(({ id }, person) => ({
    person: id,
    post: market.posts[placement[person] as number]?.id ?? null,
  }));
  const list = { format: "lungang-appointment-1", lines };
  const report = verifyAppointment({ ...market, titleLimits: [] }, list, { rule: { name: "acceptance" }, names });
  if (!report.ok) throw new Error("An appointment of our own cannot be read");
  return report.value.properties
    .flatMap(({ findings }) => findings)
    .flatMap(({ people: [person = ""], posts: [post = ""], text }) => {
      const level = stops.get(JSON.stringify([person, post]));
      if (level === undefined) return [];
      const cause = `${names.school(post)}“${level}”岗位已满`;
      return [
        {
          person,
          post,
          causes: [cause],
          text: {
            zh: `${text.zh}；原因：${cause}`,
            en: `${text.en}; the posts of "${level}" at "${names.school(post)}" are full`,
          },
        },
      ];
    });
}
