import type { Market, Placement } from "@lungang/appointment";
import type { Text } from "@lungang/core";
import { usesHeadcount } from "@lungang/core/recount";
import type { PlanEnds } from "../case/plan-ends.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import { schoolNamesOf } from "./title-holders.ts";

type Property = DecidedAppointment["properties"][number];

const TITLES_HOLD: Text = {
  zh: "轮岗与竞聘之后，各校职称岗位均不突破，已超出的不再增加",
  en: "after rotation and competition no school has more titles than posts for them, or than the plan left it with",
};

/** A title and the school that holds the relation, before the plan, by the plan and after the competition. */
interface Held {
  readonly title: string;
  readonly before: string | undefined;
  readonly planned: string | undefined;
  readonly after: string | undefined;
}

/**
 * Counts the titles of every school after rotation and competition, person by person from county, plan and list: a title goes
 * with the relation, and whoever is appointed takes it along.
 */
export function joinedTitles(market: Market, placement: Placement, ends: PlanEnds): readonly Property[] {
  if (market.titleLimits.length === 0) return [];
  const held = heldTitles(market, placement, ends);
  const findings = market.titleLimits.flatMap(({ school, level, titles, posts }) => {
    const count = (when: "before" | "planned" | "after") =>
      held.filter(({ title, [when]: at }) => at === school && titles.has(title)).length;
    const most = Math.max(posts, count("before"), count("planned"));
    const now = count("after");
    if (now <= most) return [];
    const text = {
      zh: `“${school}”有“${level}”职称 ${now} 人，职称岗位最多容纳 ${most} 人`,
      en: `"${school}" has ${now} people of "${level}" and posts of titles for ${most}`,
    };
    return [{ people: [], posts: [], text }];
  });
  return [{ name: "titleLedgersHold", text: TITLES_HOLD, holds: findings.length === 0, findings }];
}

function heldTitles(market: Market, placement: Placement, ends: PlanEnds): readonly Held[] {
  const { eligibility, relationOf } = ends;
  const { county } = eligibility;
  const names = schoolNamesOf(market.posts, county.cells);
  const appointed = new Map(market.people.map(({ id }, at) => [id, market.posts[placement[at] as number]?.school]));
  const ofCounty = county.persons.flatMap(({ id, professionalTitle, establishment }, at): readonly Held[] => {
    if (establishment !== "established" || !usesHeadcount(eligibility, at)) return [];
    const [before, planned] = [names.get(county.home[at] as number), names.get(relationOf[at] as number)];
    return [{ title: professionalTitle, before, planned, after: appointed.get(id) ?? planned }];
  });
  const known = new Set(county.persons.map(({ id }) => id));
  const others = market.people.flatMap(({ id, title }): readonly Held[] =>
    known.has(id) || title === undefined
      ? []
      : [{ title, before: undefined, planned: undefined, after: appointed.get(id) }],
  );
  return [...ofCounty, ...others];
}
