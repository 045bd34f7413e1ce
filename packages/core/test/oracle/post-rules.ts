import type { Rule } from "./about.ts";
import { comesBack, inScopeIds, person, post, school } from "./about.ts";
import { dayAfter, monthsLater } from "./days.ts";
import { canTeach, swapPartnerOf } from "./lines.ts";
import type { At, Found, Question } from "./reading.ts";
import { isMove, some } from "./reading.ts";
import type { Person } from "./types.ts";
import type { Place } from "./kinds.ts";
import { isClosedSchool, inTeam } from "./kinds.ts";

/** How much a plan breaks the rules about people, posts and those who come back, by the words of the policy language. */

const obliged = new Set(["forced", "pinned", "returning"]);

export const mustMove: Rule = ({ world, after }) =>
  world.instance.persons.flatMap((who) => {
    const must =
      obliged.has(world.standing(who)) ||
      (world.standing(who) === "recruit" &&
        world.locks.some((lock) => lock.person === who.id && (lock.post ?? lock.school) !== undefined));
    return some(must && !after.goes(who) ? 1 : 0, person(who));
  });

export const approvedStays: Rule = ({ world, after }) =>
  comesBack(world).flatMap((who) => {
    const refused = world.locks.some(
      ({ person: id, forbid, school: at }) =>
        id === who.id && (forbid === world.works(who) || (at !== undefined && at !== world.works(who))),
    );
    if (!world.mayStayForGood(who) || refused) return [];
    return some(after.returns.some((back) => back.person === who && back.settles) ? 0 : 1, person(who));
  });

export const postBalance: Rule = (question) => {
  const { world, after, params } = question;
  if (params.text("growth", "never") !== "never") return [];
  const there = (place: Place) => world.headsAt(place) + returned(question, (at) => at.place === place);
  const byItself = (place: Place) => Math.max(place.need + (place.joined === undefined ? 0 : 1), there(place));
  const crowded = new Set(
    [...world.places.values()].flatMap((place) => {
      const { joined } = place;
      if (joined?.places[0] !== place) return [];
      // What a place had too much of may remain, and takes nothing of what they need together.
      const takes = joined.places.filter((one) => after.headsAt(one) >= byItself(one));
      const stays = (one: Place) => world.headsAt(one) > one.need;
      return [...takes.filter(stays), ...takes.filter((one) => !stays(one)).toSorted(byRest)].slice(joined.beyond);
    }),
  );
  return [...world.places.values()].flatMap((place) =>
    some(after.headsAt(place) - byItself(place) + (crowded.has(place) ? 1 : 0), post(place)),
  );
};

/** Those with the most periods beyond whole loads first. */
const byRest = (a: Place, b: Place) => restAt(b) - restAt(a);
const restAt = ({ posts }: Place) =>
  posts.reduce((sum, { periodsPerWeek = 0 }) => sum + periodsPerWeek, 0) % (posts[0]?.fullLoad ?? 1);

/**
 * Heads that ended exchanges may bring to a place or school, less those that they take away. The place at home is open to
 * others where somebody stays at the host: docs/decisions/0017 says what a bound that knows better would take.
 */
function returned({ world }: Question, is: (at: At) => boolean): number {
  const heads = comesBack(world)
    .filter((who) => world.occupies(who))
    .map((who) => {
      const there = is({ place: world.fills(who), school: world.works(who) });
      const home = is({ place: world.homePlace(who), school: who.homeSchool });
      return Number(home) - Number(there);
    });
  return heads.reduce((a, b) => a + b, 0);
}

export const establishment: Rule = (question) => {
  const { world, after, params } = question;
  return inScopeIds(question).flatMap((id) => {
    const most = world.school(id).establishment;
    if (most === undefined) return [];
    const before = world.working(id) + returned(question, (at) => at.school === id);
    const working = after.working(id) - Math.max(most, before);
    const relation = after.relation(id) - Math.max(most, world.relation(id));
    return [
      ...(params.text("working", "never") === "never" ? some(working, school(id, "working")) : []),
      ...(params.text("relation", "never") === "never" ? some(relation, school(id, "relation")) : []),
    ];
  });
};

export const leaderPosts: Rule = ({ world, after, params }) =>
  [...world.places.values()]
    .filter(({ office }) => params.list("offices", ["principal"]).includes(office ?? ""))
    .flatMap((place) => {
      const lacked = Math.max(0, place.need - world.headsAt(place));
      return some(place.need - after.headsAt(place) - lacked, post(place));
    });

/** People who are at a school now and afterwards, of a kind. */
export const protection: Rule = (question) => {
  const { world, after, params } = question;
  const people = world.instance.persons.filter((who) => world.occupies(who));
  return inScopeIds(question).flatMap((id) => {
    if (isClosedSchool(world.school(id))) return [];
    const lost = (is: (who: Person) => boolean) => {
      const now = people.filter((who) => world.works(who) === id && is(who));
      const then = people.filter((who) => after.worksAt(who) === id && is(who));
      const allGoHome = now.every((who) => world.standing(who) === "returning");
      return now.length > 0 && then.length === 0 && !allGoHome;
    };
    const found: Found[] = [];
    const subjects = new Map(
      [...world.places.values()]
        .filter(
          (place) => place.school === id && place.kind === "teaching" && (place.need > 0 || place.joined !== undefined),
        )
        .map((place) => [`${place.stage}/${place.subject}`, place]),
    );
    let kept = false;
    if (params.flag("subjects", true)) {
      for (const place of subjects.values()) {
        kept ||= people.some((who) => world.works(who) === id && canTeach(who, place.subject, place.stage));
        if (lost((who) => canTeach(who, place.subject, place.stage))) found.push({ about: post(place), amount: 1 });
      }
    }
    if (
      params.flag("teachers", true) &&
      !kept &&
      lost((who) => who.stageCertified.length > 0 && who.subjects.length > 0)
    ) {
      found.push({ about: school(id, "teachers"), amount: 1 });
    }
    if (params.flag("leaders", true)) {
      const now = people.filter((who) => world.works(who) === id && inTeam(who));
      const stays = now.filter((who) => after.worksAt(who) === id).length;
      const comes = people.filter((who) => world.works(who) !== id && after.worksAt(who) === id && inTeam(who)).length;
      const allGoHome = now.every((who) => world.standing(who) === "returning");
      if (now.length > 0 && !allGoHome && stays === 0 && (now.length > 1 || comes === 0)) {
        found.push({ about: school(id, "leaders"), amount: 1 });
      }
    }
    return found;
  });
};

/** Where somebody is on a day, by post: as it stands, or with the plan. */
function whereOn(question: Question, who: Person, day: string, withPlan: boolean): At {
  const { world, after } = question;
  const home = { place: world.homePlace(who), school: who.homeSchool };
  const here = { place: world.fills(who), school: world.works(who) };
  if (withPlan) {
    const back = after.returns.find((one) => one.person === who);
    if (back?.settles === true) return { place: back.place, school: back.place.school };
    const move = after.moves.find((one) => one.person === who);
    if (move !== undefined) {
      const there = { place: move.place, school: move.place.school };
      // Another post of the same school is for good, as is a first school.
      const forGood = move.form.relationMoves || move.from === undefined || move.from === move.place.school;
      if (forGood || move.line.end === null) return there;
      if (day <= move.line.end) return there;
      return { ...home, place: move.form.keepsHomePost ? home.place : undefined };
    }
  }
  const last = world.lastDay(who);
  if (last === undefined) return here;
  if (day <= last) return here;
  const code = world.exchangeOf(who)?.form;
  const kept = world.forms.find((form) => form.code === code)?.keepsHomePost ?? true;
  return { ...home, place: kept ? home.place : undefined };
}

/** After every exchange. */
const THE_END = "9999-12-31";

export const returnRoom: Rule = (question) => {
  const { world, after, params } = question;
  const people = world.instance.persons.filter((who) => world.occupies(who));
  const ends = [
    ...world.instance.persons.flatMap((who) => {
      const last = world.lastDay(who);
      return last !== undefined && last >= world.start ? [dayAfter(last)] : [];
    }),
    ...after.moves.flatMap(({ form, line }) => (form.relationMoves || line.end === null ? [] : [dayAfter(line.end)])),
    // Days on which somebody could be back who starts now.
    ...world.forms
      .filter((form) => form.fullTimeShare.numerator === form.fullTimeShare.denominator)
      .filter((form) => !form.relationMoves && form.code !== "recruit")
      .map((form) => monthsLater(world.start, form.termMonths.min)),
  ];
  const days = params.text("when", "inTheEnd") === "always" ? [...new Set(ends)].toSorted() : [THE_END];
  const excess = (count: (day: string, withPlan: boolean) => number, need: number) =>
    Math.max(0, ...days.map((day) => count(day, true) - Math.max(need, count(day, false))));
  const found: Found[] = [];
  if (params.flag("posts", true)) {
    for (const place of world.places.values()) {
      const heads = (day: string, plan: boolean) =>
        people.filter((who) => whereOn(question, who, day, plan).place === place).length;
      const { joined } = place;
      found.push(...some(excess(heads, place.need + (joined === undefined ? 0 : 1)), post(place)));
      // Joined places have room for what they need together.
      if (joined === undefined || joined.places.toSorted(byRest)[0] !== place) continue;
      const together = (day: string, plan: boolean) =>
        people.filter((who) => joined.places.some((one) => whereOn(question, who, day, plan).place === one)).length;
      const need = joined.places.reduce((sum, one) => sum + one.need, joined.beyond);
      found.push(...some(excess(together, need), post(place)));
    }
  }
  if (params.flag("schools", false)) {
    for (const id of inScopeIds(question)) {
      const most = world.school(id).establishment;
      if (most === undefined) continue;
      const heads = (day: string, plan: boolean) =>
        people.filter((who) => whereOn(question, who, day, plan).school === id).length;
      found.push(...some(excess(heads, most), school(id, "working")));
    }
  }
  return found;
};

export const newRecruits: Rule = ({ world, after, params }) =>
  world.instance.persons
    .filter((who) => world.standing(who) === "recruit")
    .flatMap((who) => {
      const to = after.moves.find((move) => move.person === who)?.place.school;
      const fits = to !== undefined && world.meets(params.condition("schools"), { school: to });
      return some(fits ? 0 : 1, person(who));
    });

export const prerequisite: Rule = (question) =>
  question.after.moves.flatMap((move) => {
    const concerned = isMove(question, question.params.condition("moves"))(move);
    const has = isMove(question, question.params.condition("requires"))(move);
    return some(concerned && !has ? 1 : 0, person(move.person));
  });

export const swapPartners: Rule = ({ world, after, params }) => {
  const who = params.condition("who");
  return after.moves.flatMap(({ person: mover, place }) => {
    if (mover.swapPartner === undefined || !world.meets(who, { person: mover })) return [];
    const partner = swapPartnerOf(world, mover);
    const takes = partner !== undefined && world.fills(partner) === place;
    if (!takes) return some(world.standing(mover) === "volunteer" ? 1 : 0, person(mover));
    const own = world.fills(mover);
    const isMet = own !== undefined && after.moves.some((other) => other.person === partner && other.place === own);
    return some(isMet ? 0 : 1, person(mover));
  });
};
