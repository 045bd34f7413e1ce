import type { Rule } from "./about.ts";
import { inScopeIds, schoolsOf, shareGap } from "./about.ts";
import { unitsOf } from "./units.ts";
import type { Move } from "./after.ts";
import type { Params, Question } from "./reading.ts";
import { COUNTY, about, exact, exchanges, groupAbout, groupsOf, isMove, rounded, some } from "./reading.ts";
import type { Place } from "./kinds.ts";
import type { World } from "./world.ts";
import type { Condition } from "./written.ts";

/** How much a plan breaks limits of schools and between schools, by the words of the policy language. */

interface Limits {
  readonly minOut?: number | undefined;
  readonly maxOut?: number | undefined;
  readonly minIn?: number | undefined;
  readonly maxIn?: number | undefined;
}

/** The limits of a school, or of one subject at it. */
interface Limited {
  readonly id: string;
  readonly subject: string | undefined;
  readonly limits: Limits;
}

export function schoolLimits(world: World, params: Params): readonly Limited[] {
  const found: Limited[] = [];
  const parted = params.flag("bySubject", false);
  const single = params.raw<Readonly<Record<string, Limits>>>("bySchool") ?? {};
  const cap = params.share("maxOutShare");
  const rounding = params.raw<string>("maxOutRounding") ?? "down";
  const only = (limits: Limits): Limits =>
    Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) as Limits;
  for (const [id, at] of world.schools) {
    if (!world.inScope(id)) continue;
    const fits = world.meets(params.condition("schools"), { school: id });
    if (!fits) continue;
    const places = [...world.places.values()].filter((place) => place.school === id);
    const subjects = parted ? [...new Set(places.flatMap(({ subject }) => subject ?? []))] : [undefined];
    for (const subject of subjects) {
      const staff =
        subject === undefined
          ? world.working(id)
          : places.filter((place) => place.subject === subject).reduce((sum, place) => sum + world.headsAt(place), 0);
      const most = cap === undefined ? undefined : Math.max(1, rounded(cap, staff, rounding));
      const stated = params.number("maxOut");
      const maxOut = most === undefined ? stated : Math.min(most, stated ?? Number.POSITIVE_INFINITY);
      const { minOut, minIn, maxIn } = {
        minOut: params.number("minOut"),
        minIn: params.number("minIn"),
        maxIn: params.number("maxIn"),
      };
      const limits = {
        ...only({ minOut, maxOut, minIn, maxIn }),
        ...(params.flag("useSchoolQuota", true) && !parted ? only(at.quota ?? {}) : {}),
        ...only(single[id] ?? {}),
      };
      found.push({ id, subject, limits });
    }
  }
  return found;
}

export const perSchool: Rule = (question) => {
  const { world, after, params } = question;
  const moves = exchanges(after).filter(isMove(question, params.condition("moves")));
  return schoolLimits(world, params).flatMap(({ id, subject, limits }) => {
    const isOf = (place: Place | undefined) => subject === undefined || place?.subject === subject;
    const out = moves.filter(({ from, person }) => from === id && isOf(world.fills(person))).length;
    const into = moves.filter(({ place }) => place.school === id && isOf(place)).length;
    const at = (limit: string) => about("school", { school: id, ...(subject === undefined ? {} : { subject }), limit });
    return [
      ...some((limits.minOut ?? 0) - out, at("minOut")),
      ...some(out - (limits.maxOut ?? Number.POSITIVE_INFINITY), at("maxOut")),
      ...some((limits.minIn ?? 0) - into, at("minIn")),
      ...some(into - (limits.maxIn ?? Number.POSITIVE_INFINITY), at("maxIn")),
    ];
  });
};

export const direction: Rule = (question) => {
  const { after, params } = question;
  const of = exchanges(after).filter(isMove(question, params.condition("of")));
  const isWanted = isMove(question, params.condition("moves"));
  const least = params.share("minShare");
  const parted = params.flag("bySubject", false);
  const subjects = parted ? [...new Set(of.flatMap(({ place }) => place.subject ?? []))] : [undefined];
  return subjects.flatMap((subject) => {
    const own = of.filter(({ place }) => subject === undefined || place.subject === subject);
    const counts = { part: own.filter(isWanted).length, whole: own.length };
    const at = (limit: string) => ({ ...COUNTY, ...(subject === undefined ? {} : { subject }), limit });
    const bound = { bound: "atLeast", how: params.raw<string>("rounding") };
    return [
      ...(least === undefined ? [] : some(shareGap(least, counts, bound), at("minShare"))),
      ...(params.has("max") ? some(counts.part - params.whole("max", 0), at("max")) : []),
    ];
  });
};

export const netInflow: Rule = (question) => {
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
    unitsOf(world)
      .filter(({ school }) => school === id)
      .reduce((all, { need }) => all + need, 0);
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
  readonly rounding?: string;
}

export const directionMatrix: Rule = (question) => {
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
    const bound = (which: string) => ({ bound: which, how: cell.rounding });
    const subject = (limit: string) => about("route", { from: cell.from, to: cell.to, limit });
    return [
      ...some((cell.min ?? 0) - here, subject("min")),
      ...some(here - (cell.max ?? Number.POSITIVE_INFINITY), subject("max")),
      ...(cell.minShare === undefined
        ? []
        : some(shareGap(exact(cell.minShare), { part: here, whole: all }, bound("atLeast")), subject("minShare"))),
      ...(cell.maxShare === undefined
        ? []
        : some(shareGap(exact(cell.maxShare), { part: here, whole: all }, bound("atMost")), subject("maxShare"))),
      ...(cell.maxOfReverse === undefined
        ? []
        : some(
            shareGap(exact(cell.maxOfReverse), { part: here, whole: between(cell.to, cell.from) }, bound("atMost")),
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

export const pairBalance: Rule = (question) => {
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

export const schoolPlaces: Rule = (question) => {
  const { world, after, params } = question;
  const needs = isMove(question, params.condition("moves"));
  const holders = params.raw<Condition>("holders");
  const holds = (who: Move["person"]) => holders !== undefined && world.meets(holders, { person: who });
  return inScopeIds(question).flatMap((id) => {
    const stated = world.school(id)[params.text("places", "") as "roomsAvailable"];
    if (stated === undefined) return [];
    const held = world.instance.persons.filter((who) => who.homeSchool === id && holds(who));
    const comes = after.moves.filter((move) => move.place.school === id && move.from !== id && needs(move));
    const goes = after.moves.filter(
      ({ person, place, form }) => form.relationMoves && place.school !== id && held.includes(person),
    );
    return some(comes.length - goes.length - Math.max(0, stated - held.length), about("school", { school: id }));
  });
};
