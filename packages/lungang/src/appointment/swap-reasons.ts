import type { Market, Placement } from "@lungang/appointment";
import { swapRefusalText, swaps } from "@lungang/appointment";
import type { Text } from "@lungang/core";
import type { AppointmentNames } from "./post-names.ts";

/** Returns why somebody changed posts by name or did not, by person; nobody where nobody is named. */
export function swapReasons(market: Market, placement: Placement, names: AppointmentNames): ReadonlyMap<string, Text> {
  const { answers } = swaps(market, market.swaps);
  const stayed = new Set(market.people.flatMap(({ id, ownPost }, at) => (placement[at] === ownPost ? [id] : [])));
  return new Map(
    answers.map(({ person, partner, refused }): [string, Text] => {
      const other = names.person(partner);
      if (refused === undefined && stayed.has(person)) {
        return [
          person,
          {
            zh: `申请与${other}对调未办理：对调后有一方学校的职称岗位会突破`,
            en: `the swap with ${other} is not made: one of the schools would have more titles than posts for them`,
          },
        ];
      }
      if (refused === undefined)
        return [
          person,
          {
            zh: `与${other}互相指名，岗位同类，两校同意，办理对调`,
            en: `changes posts with ${other}: both name each other, the posts are alike, both schools agree`,
          },
        ];
      const why = swapRefusalText(refused);
      return [
        person,
        {
          zh: `申请与${other}对调未办理：${why.zh}`,
          en: `the swap with ${other} is not made: ${why.en}`,
        },
      ];
    }),
  );
}
