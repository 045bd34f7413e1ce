import type { After, Move } from "./after.ts";
import { dayAfter, monthsLater } from "./days.ts";
import { itinerantBreaches, participationBreaches } from "./light.ts";
import { canTeach, isClosed, possibleAnyhow } from "./lines.ts";
import type { At, Breach, Exact, Found, Question } from "./reading.ts";
import {
  COUNTY,
  Params,
  about,
  atLeast,
  atMost,
  away,
  exact,
  exchanges,
  groupAbout,
  groupsOf,
  isMove,
  some,
  rounded,
} from "./reading.ts";
import type { Person } from "./types.ts";
import type { Condition, Place, World, WrittenRule } from "./world.ts";
import { inTeam } from "./world.ts";

/** How much a plan breaks each rule, by the words of the policy language. */

const person = ({ id }: Person) => about("person", { person: id });
const school = (id: string, limit?: string) =>
  about("school", { school: id, ...(limit === undefined ? {} : { limit }) });
const post = ({ name }: Place) => about("post", { post: name });

const schoolsOf = ({ world, params }: Question): readonly string[] =>
  [...world.schools.keys()].filter(
    (id) => world.inScope(id) && world.meets(params.condition("schools"), { school: id }),
  );

const inScopeIds = ({ world }: Pick<Question, "world">): readonly string[] =>
  [...world.schools.keys()].filter((id) => world.inScope(id));

const comesBack = (world: World) => world.instance.persons.filter((who) => world.standing(who) === "returning");

type Rule = (question: Question) => Found[];

const obliged = new Set(["forced", "pinned", "returning"]);

const mustMove: Rule = ({ world, after }) =>
  world.instance.persons.flatMap((who) => {
    const must =
      obliged.has(world.standing(who)) ||
      (world.standing(who) === "recruit" &&
        world.locks.some((lock) => lock.person === who.id && (lock.post ?? lock.school) !== undefined));
    return some(must && !after.goes(who) ? 1 : 0, person(who));
  });

const approvedStays: Rule = ({ world, after }) =>
  comesBack(world).flatMap((who) => {
    const refused = world.locks.some(
      ({ person: id, forbid, school: at }) =>
        id === who.id && (forbid === world.works(who) || (at !== undefined && at !== world.works(who))),
    );
    if (!world.mayStayForGood(who) || refused) return [];
    return some(after.returns.some((back) => back.person === who && back.settles) ? 0 : 1, person(who));
  });

const postBalance: Rule = (question) => {
  const { world, after, params } = question;
  if (params.text("growth", "never") !== "never") return [];
  return [...world.places.values()].flatMap((place) => {
    const most = Math.max(place.need, world.headsAt(place) + returned(question, (at) => at.place === place));
    return some(after.headsAt(place) - most, post(place));
  });
};

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

const establishment: Rule = (question) => {
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

const leaderPosts: Rule = ({ world, after, params }) =>
  [...world.places.values()]
    .filter(({ office }) => params.list("offices", ["principal"]).includes(office ?? ""))
    .flatMap((place) => {
      const lacked = Math.max(0, place.need - world.headsAt(place));
      return some(place.need - after.headsAt(place) - lacked, post(place));
    });

/** People who are at a school now and afterwards, of a kind. */
const protection: Rule = (question) => {
  const { world, after, params } = question;
  const people = world.instance.persons.filter((who) => world.occupies(who));
  return inScopeIds(question).flatMap((id) => {
    if (isClosed(world.school(id))) return [];
    const lost = (is: (who: Person) => boolean) => {
      const now = people.filter((who) => world.works(who) === id && is(who));
      const then = people.filter((who) => after.worksAt(who) === id && is(who));
      const allGoHome = now.every((who) => world.standing(who) === "returning");
      return now.length > 0 && then.length === 0 && !allGoHome;
    };
    const found: Found[] = [];
    const subjects = new Map(
      [...world.places.values()]
        .filter((place) => place.school === id && place.kind === "teaching" && place.need > 0)
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

const returnRoom: Rule = (question) => {
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
      found.push(...some(excess(heads, place.need), post(place)));
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

const newRecruits: Rule = ({ world, after, params }) =>
  world.instance.persons
    .filter((who) => world.standing(who) === "recruit")
    .flatMap((who) => {
      const to = after.moves.find((move) => move.person === who)?.place.school;
      const fits = to !== undefined && world.meets(params.condition("schools"), { school: to });
      return some(fits ? 0 : 1, person(who));
    });

const prerequisite: Rule = (question) =>
  question.after.moves.flatMap((move) => {
    const concerned = isMove(question, question.params.condition("moves"))(move);
    const has = isMove(question, question.params.condition("requires"))(move);
    return some(concerned && !has ? 1 : 0, person(move.person));
  });

/** The people of whom a quota is a share. */
/** Staff in scope leave the base of all for want of a post no more than for want of years. */
export function baseOf({ world, params }: Pick<Question, "world" | "params">): readonly Person[] {
  const all = params.text("base", "eligible") === "all";
  return world.instance.persons.filter((who) => {
    const standing = world.standing(who);
    if (standing === "outOfScope" || standing === "recruit" || !world.meets(params.condition("who"), { person: who }))
      return false;
    if (params.flag("excludeExempt", true) && world.isExempt(who)) return false;
    if (!all && (["running", "returning"].includes(standing) || !world.isDue(who))) return false;
    return all || !(params.flag("excludeWithoutPost", false) && possibleAnyhow(world, who).length === 0);
  });
}

const quota: Rule = (question) => {
  const { world, after, params } = question;
  const by = params.text("by", "county");
  const base = baseOf(question);
  const counted = after.moves
    .filter((move) => after.counts(move))
    .filter(isMove(question, params.condition("moves")))
    .filter(({ person: who }) => world.meets(params.condition("who"), { person: who }))
    .filter(({ person: who }) => params.flag("volunteersInNumerator", true) || world.standing(who) !== "volunteer");
  const groups = new Set(inScopeIds(question).flatMap((id) => groupsOf(world, by, id)));
  const least = params.text("bound", "atLeast") === "atLeast";
  const ratio = exact(params.raw("share"));
  return [...groups].flatMap((group) => {
    const of = base.filter((who) => groupsOf(world, by, world.works(who)).includes(group)).length;
    const went = counted.filter(({ from }) => groupsOf(world, by, from).includes(group)).length;
    const amount = least ? atLeast(ratio, of) - went : went - atMost(ratio, of);
    return some(amount, groupAbout(by, group));
  });
};

const SURELY = new Set(["due", "forced", "pinned"]);

/** Counted moves of people who are due, forced or pinned. */
export const underTheTotal = ({ world, after }: Pick<Question, "world" | "after">): number =>
  after.moves.filter((move) => after.counts(move) && SURELY.has(world.standing(move.person))).length;

const total: Rule = (question) => {
  const { params } = question;
  const went = underTheTotal(question);
  const most = mostOf(question);
  return [
    ...some(went - most, COUNTY),
    ...(params.has("min") ? some(params.whole("min", 0) - went, { ...COUNTY, limit: "min" }) : []),
  ];
};

/** A total that only asks for a number to be reached bounds nothing from above. */
export function mostOf({ world, params }: Pick<Question, "world" | "params">): number {
  return params.number("max") ?? (params.has("min") ? Number.POSITIVE_INFINITY : asked({ world, params }));
}

const holdsEntry = ({ enabled }: WrittenRule) => enabled !== false;

/** What quotas and obligations ask for together (S10). */
export function asked({ world, params }: Pick<Question, "world" | "params">): number {
  const entries = world.policy.rules.filter(holdsEntry);
  const must = world.instance.persons.filter((who) => ["forced", "pinned"].includes(world.standing(who)));
  const least = new Map<string, number>();
  for (const entry of entries.filter(({ rule }) => rule === "perSchool")) {
    const own = new Params(entry);
    if (JSON.stringify(own.condition("moves")) !== JSON.stringify({ all: [] })) continue;
    for (const [id, { minOut = 0 }] of schoolLimits(world, own)) least.set(id, Math.max(least.get(id) ?? 0, minOut));
  }
  const quotas = entries
    .filter(({ rule }) => rule === "quota")
    .map((entry) => new Params(entry))
    .filter((own) => own.text("bound", "atLeast") === "atLeast");
  const ask = (chosen: readonly Params[]): number => {
    let sum = 0;
    const coveredPeople = new Set<Person>();
    const coveredSchools = new Set<string>();
    for (const own of chosen) {
      const by = own.text("by", "county");
      const base = baseOf({ world, params: own });
      const everything = JSON.stringify(own.condition("moves")) === JSON.stringify({ all: [] });
      const groups = new Set(inScopeIds({ world }).flatMap((id) => groupsOf(world, by, id)));
      for (const group of groups) {
        const of = base.filter((who) => groupsOf(world, by, world.works(who)).includes(group)).length;
        if (of === 0) continue;
        const required = atLeast(exact(own.raw("share")), of);
        if (!everything) {
          sum += required;
          continue;
        }
        const schools = inScopeIds({ world }).filter((id) => groupsOf(world, by, id).includes(group));
        const obligations = schools.map((id) => {
          coveredSchools.add(id);
          const here = must.filter(
            (who) => world.works(who) === id && world.meets(own.condition("who"), { person: who }),
          );
          for (const who of here) coveredPeople.add(who);
          return Math.max(least.get(id) ?? 0, here.length);
        });
        sum += Math.max(
          required,
          obligations.reduce((a, b) => a + b, 0),
        );
      }
    }
    const rest = must.filter((who) => !coveredPeople.has(who));
    const outside = inScopeIds({ world }).filter((id) => !coveredSchools.has(id));
    const more = outside.map((id) =>
      Math.max(0, (least.get(id) ?? 0) - rest.filter((who) => world.works(who) === id).length),
    );
    return sum + rest.length + more.reduce((a, b) => a + b, 0);
  };
  if (params.text("quotas", "largest") === "sum") return ask(quotas);
  return Math.max(ask([]), ...quotas.map((one) => ask([one])));
}

/** How many heads a part is short of, or above, a share of a whole. */
function shareGap({ n, d }: Exact, part: number, whole: number, bound: string): number {
  const units = bound === "atLeast" ? n * whole - d * part : d * part - n * whole;
  return Math.max(0, Math.ceil(units / d));
}

const share: Rule = (question) => {
  const { after, params } = question;
  const of = after.moves.filter((move) => after.counts(move)).filter(isMove(question, params.condition("of")));
  const part = of.filter(isMove(question, params.condition("set")));
  return some(shareGap(exact(params.raw("share")), part.length, of.length, params.text("bound", "atLeast")), COUNTY);
};

const teamCap: Rule = (question) => {
  const { world, after, params } = question;
  return inScopeIds(question).flatMap((id) => {
    const team = world.instance.persons.filter(
      (who) => who.homeSchool === id && inTeam(who) && world.standing(who) !== "outOfScope",
    );
    const most = Math.max(
      atMost(exact(params.raw("share")), team.length),
      params.flag("atLeastOne", false) && team.length > 0 ? 1 : 0,
    );
    const leave = after.moves.filter((move) => away(move) && team.includes(move.person)).length;
    return some(leave - most, school(id));
  });
};

interface Limits {
  readonly minOut?: number | undefined;
  readonly maxOut?: number | undefined;
  readonly minIn?: number | undefined;
  readonly maxIn?: number | undefined;
}

function schoolLimits(world: World, params: Params): ReadonlyMap<string, Limits> {
  const found = new Map<string, Limits>();
  const single = params.raw<Readonly<Record<string, Limits>>>("bySchool") ?? {};
  const cap = params.share("maxOutShare");
  const rounding = params.raw<string>("maxOutRounding") ?? "down";
  const only = (limits: Limits): Limits =>
    Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) as Limits;
  for (const [id, at] of world.schools) {
    if (!world.inScope(id)) continue;
    const fits = world.meets(params.condition("schools"), { school: id });
    if (!fits) continue;
    const most = cap === undefined ? undefined : Math.max(1, rounded(cap, world.working(id), rounding));
    const stated = params.number("maxOut");
    const maxOut = most === undefined ? stated : Math.min(most, stated ?? Number.POSITIVE_INFINITY);
    const { minOut, minIn, maxIn } = {
      minOut: params.number("minOut"),
      minIn: params.number("minIn"),
      maxIn: params.number("maxIn"),
    };
    found.set(id, {
      ...only({ minOut, maxOut, minIn, maxIn }),
      ...(params.flag("useSchoolQuota", true) ? only(at.quota ?? {}) : {}),
      ...only(single[id] ?? {}),
    });
  }
  return found;
}

const perSchool: Rule = (question) => {
  const { world, after, params } = question;
  const moves = exchanges(after).filter(isMove(question, params.condition("moves")));
  return [...schoolLimits(world, params)].flatMap(([id, limits]) => {
    const out = moves.filter(({ from }) => from === id).length;
    const into = moves.filter(({ place }) => place.school === id).length;
    return [
      ...some((limits.minOut ?? 0) - out, school(id, "minOut")),
      ...some(out - (limits.maxOut ?? Number.POSITIVE_INFINITY), school(id, "maxOut")),
      ...some((limits.minIn ?? 0) - into, school(id, "minIn")),
      ...some(into - (limits.maxIn ?? Number.POSITIVE_INFINITY), school(id, "maxIn")),
    ];
  });
};

const direction: Rule = (question) => {
  const { after, params } = question;
  const of = exchanges(after).filter(isMove(question, params.condition("of")));
  const wanted = of.filter(isMove(question, params.condition("moves")));
  const least = params.share("minShare");
  return [
    ...(least === undefined
      ? []
      : some(shareGap(least, wanted.length, of.length, "atLeast"), { ...COUNTY, limit: "minShare" })),
    ...(params.has("max") ? some(wanted.length - params.whole("max", 0), { ...COUNTY, limit: "max" }) : []),
  ];
};

const netInflow: Rule = (question) => {
  const { world, after, params } = question;
  const by = params.text("by", "school");
  const schools = schoolsOf(question);
  const groups = new Map<string, string[]>();
  for (const id of schools) {
    for (const group of by === "together" ? [""] : groupsOf(world, by, id))
      groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  const sum = (ids: readonly string[], of: (id: string) => number) => ids.reduce((all, id) => all + of(id), 0);
  // Where no establishment is known nobody is known to be spare.
  const estOf = (id: string) => world.school(id).establishment ?? world.working(id);
  const postsOf = (id: string) =>
    sum(
      [...world.places.values()].filter((place) => place.school === id).map(({ key }) => key),
      (key) => world.places.get(key)?.need ?? 0,
    );
  const fits = isMove(question, params.condition("moves"));
  const isOver = (ids: readonly string[]) =>
    ids.every((id) => world.school(id).establishment !== undefined) &&
    sum(ids, (id) => world.working(id)) > sum(ids, estOf);
  return [...groups].flatMap(([group, ids]) => {
    if (params.flag("onlyOverEstablished", false) && !isOver(ids)) return [];
    const inside = (id: string | undefined) => id !== undefined && ids.includes(id);
    const moves = after.moves.filter(
      (move) => fits(move) && world.occupies(move.person) && inside(move.from) !== inside(move.place.school),
    );
    const back = after.returns.filter(
      ({ person: who, settles, place }) =>
        !settles && world.occupies(who) && inside(world.works(who)) && !inside(place.school),
    ).length;
    const net =
      moves.filter(({ place }) => inside(place.school)).length - moves.filter(({ from }) => inside(from)).length - back;
    const need = params.text("need", "establishment") === "posts" ? postsOf : estOf;
    const loss = params.raw<number | "surplus">("maxLoss");
    const most =
      loss === "surplus"
        ? Math.max(
            0,
            sum(ids, (id) => world.working(id) - need(id)),
          )
        : loss;
    const subject = by === "together" ? COUNTY : groupAbout(by, group);
    return [
      ...(params.has("max") ? some(net - params.whole("max", 0), { ...subject, limit: "max" }) : []),
      ...(most === undefined ? [] : some(-net - most, { ...subject, limit: "maxLoss" })),
    ];
  });
};

interface MatrixCell {
  readonly from: string;
  readonly to: string;
  readonly min?: number;
  readonly max?: number;
  readonly minShare?: string;
  readonly maxShare?: string;
  readonly maxOfReverse?: string;
}

const directionMatrix: Rule = (question) => {
  const { world, after, params } = question;
  const classes = params.raw<readonly { readonly name: string; readonly schools: Condition }[]>("classes") ?? [];
  const classOf = (id: string | undefined) =>
    id === undefined ? undefined : classes.find(({ schools }) => world.meets(schools, { school: id }))?.name;
  const of = exchanges(after).filter(isMove(question, params.condition("of")));
  const is = (wanted: string, id: string | undefined) =>
    wanted === "*" ? classOf(id) !== undefined : classOf(id) === wanted;
  const between = (from: string, to: string) =>
    of.filter((move) => is(from, move.from) && is(to, move.place.school)).length;
  const all = of.filter((move) => is("*", move.from) && is("*", move.place.school)).length;
  return (params.raw<readonly MatrixCell[]>("cells") ?? []).flatMap((cell) => {
    const here = between(cell.from, cell.to);
    const subject = (limit: string) => about("route", { from: cell.from, to: cell.to, limit });
    return [
      ...some((cell.min ?? 0) - here, subject("min")),
      ...some(here - (cell.max ?? Number.POSITIVE_INFINITY), subject("max")),
      ...(cell.minShare === undefined
        ? []
        : some(shareGap(exact(cell.minShare), here, all, "atLeast"), subject("minShare"))),
      ...(cell.maxShare === undefined
        ? []
        : some(shareGap(exact(cell.maxShare), here, all, "atMost"), subject("maxShare"))),
      ...(cell.maxOfReverse === undefined
        ? []
        : some(
            shareGap(exact(cell.maxOfReverse), here, between(cell.to, cell.from), "atMost"),
            subject("maxOfReverse"),
          )),
    ];
  });
};

/** Every two schools between which equal numbers are to go. */
function pairsOf(question: Question): readonly (readonly [string, string])[] {
  const { world, params } = question;
  const field = { pairs: "pairs", zones: "zones", alliances: "alliances", schoolGroups: "schoolGroups" } as const;
  const key = field[params.text("between", "pairs") as keyof typeof field];
  const ids = inScopeIds(question);
  const groups = new Map<string, string[]>();
  for (const id of ids)
    for (const group of world.school(id)[key]) groups.set(group, [...(groups.get(group) ?? []), id]);
  return [...groups.values()].flatMap((members) => {
    if (key === "pairs" && members.length !== 2) return [];
    return members.flatMap((a, at) => members.slice(at + 1).map((b) => [a, b] as const));
  });
}

const pairBalance: Rule = (question) => {
  const { after, params, world } = question;
  const forms = params.list("forms", []);
  const seen = new Set<string>();
  return pairsOf(question).flatMap(([a, b]) => {
    if (seen.has(`${a}/${b}`)) return [];
    seen.add(`${a}/${b}`);
    const subject = about("pair", { a, b });
    const go = (from: string, to: string) =>
      after.moves.filter((move) => forms.includes(move.form.code) && move.from === from && move.place.school === to);
    const [there, back] = [go(a, b), go(b, a)];
    const left = (move: Move) => world.fills(move.person)?.subject ?? "";
    const entered = (move: Move) => move.place.subject ?? "";
    const all = () => "";
    // Equal by the subject that is left, and by the one that is entered.
    const parted = params.flag("bySubject", false) ? [left, entered] : [all];
    const gaps = parted.flatMap((partOf) =>
      [...new Set([...there, ...back].map(partOf))].map((part) => {
        const of = (moves: readonly Move[]) => moves.filter((move) => partOf(move) === part).length;
        return Math.abs(of(there) - of(back));
      }),
    );
    if (params.has("count")) gaps.push(Math.abs(there.length - params.whole("count", 0)));
    return some(
      gaps.reduce((a, b) => a + b, 0),
      subject,
    );
  });
};

const none: Rule = () => [];

export const RULES: Readonly<Record<string, Rule>> = {
  mustMove,
  approvedStays,
  postBalance,
  establishment,
  leaderPosts,
  protection,
  returnRoom,
  newRecruits,
  prerequisite,
  quota,
  total,
  share,
  teamCap,
  perSchool,
  direction,
  netInflow,
  directionMatrix,
  pairBalance,
  balance: none,
  nearness: none,
  wishes: none,
  tenure: none,
  fairBurden: none,
  stability: none,
  itinerant: itinerantBreaches,
  participation: participationBreaches,
  batches: none,
  changes: none,
};

/** Entries that hold: those of the policy, and the two that every policy has. */
export function entriesOf(world: World): readonly WrittenRule[] {
  const written = world.policy.rules.filter(holdsEntry);
  const usual = ["mustMove", "total"].filter((name) => !written.some(({ rule }) => rule === name));
  return [...written, ...usual.map((rule) => ({ id: rule, rule }))];
}

/** Every breach of every rule. */
export function breachesOf(world: World, after: After): readonly Breach[] {
  return entriesOf(world).flatMap((entry) => {
    const rule = RULES[entry.rule];
    if (rule === undefined) throw new Error(`No rule ${entry.rule}`);
    return rule({ world, after, entry, params: new Params(entry) }).map((found) => ({ rule: entry.id, ...found }));
  });
}
