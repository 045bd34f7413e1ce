import type { After, Move } from "./after.ts";
import type { Breach, Question } from "./reading.ts";
import { away, common, exchanges, isMove, Params } from "./reading.ts";
import { entriesOf } from "./rules.ts";
import { baseOf, mostOf } from "./share-rules.ts";
import { unitsOf } from "./units.ts";
import { untaught } from "./light.ts";
import type { Person } from "./types.ts";
import type { World } from "./world.ts";
import type { WrittenRule } from "./written.ts";
import { stagesOf } from "./kinds.ts";
import { ageInYears } from "./days.ts";

/** What each level of a policy amounts to in a plan. */

type Cost = (question: Question) => number;

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((all, item) => all + of(item), 0);

const postBalance: Cost = ({ world, after, params }) =>
  params.whole("weight", 1) *
  sum(
    unitsOf(world).filter(({ school }) => world.inScope(school)),
    (unit) => unit.lacks((place) => after.headsAt(place)),
  );

const establishment: Cost = ({ world, after, params }) =>
  sum(
    [...world.schools.keys()].filter((id) => world.inScope(id)),
    (id) => {
      const most = world.school(id).establishment;
      if (most === undefined) return 0;
      const over = after.working(id) - most;
      return params.whole("overWeight", 1) * Math.max(0, over) + params.whole("underWeight", 1) * Math.max(0, -over);
    },
  );

const direction: Cost = (question) => {
  const { after, params } = question;
  const of = exchanges(after).filter(isMove(question, params.condition("of")));
  const wanted = isMove(question, params.condition("moves"));
  return params.whole("weight", 1) * of.filter((move) => !wanted(move)).length;
};

const nearness: Cost = (question) => {
  const { world, after, params } = question;
  const grid = params.whole("gridMetres", 1);
  const moves = after.moves.filter(away).filter(isMove(question, params.condition("moves")));
  const metres = ({ person, place }: Move) => grid * Math.ceil((world.metres(person, place.school) ?? 0) / grid);
  return params.whole("weight", 1) * sum(moves, metres);
};

const ASIDE = new Set(["outOfScope", "recruit", "running", "returning"]);

/** Who applied to move, due or not. */
const applied = (world: World, who: Person) => world.isVolunteer(who) && !ASIDE.has(world.standing(who));

const wishes: Cost = ({ world, after, params }) => {
  const rank = ({ person, place }: Move) => {
    const wished = person.application?.wishes ?? [];
    if (wished.length === 0) return 0;
    const at = wished.indexOf(place.school);
    return at < 0 ? params.whole("missed", 10) : at;
  };
  const stayed = world.instance.persons.filter((who) => applied(world, who) && !after.goes(who));
  return sum(after.moves.filter(away), rank) + params.whole("volunteerStays", 0) * stayed.length;
};

const tenure: Cost = ({ world, after, params }) => {
  const missing = ({ person, from }: Move) =>
    from === undefined ? 0 : Math.max(0, params.whole("fullYears", 20) - world.yearsAtSchool(person));
  return params.whole("weight", 1) * sum(after.moves.filter(away), missing);
};

const stability: Cost = ({ world, after, params }) => {
  const inCycle = ({ classCycleUntil }: Person) => classCycleUntil !== undefined && classCycleUntil > world.start;
  const cost = ({ person }: Move) => params.whole("move", 1) + (inCycle(person) ? params.whole("classCycle", 5) : 0);
  // A recruit is placed and does not exchange, and who changes the post alone does not either.
  return sum(
    after.moves.filter((move) => away(move) && move.from !== undefined),
    cost,
  );
};

const SURELY = new Set(["due", "forced", "pinned"]);

const fairBurden: Cost = ({ world, after, params }) => {
  const totals = entriesOf(world)
    .filter(({ rule }) => rule === "total")
    .map((entry) => new Params(entry));
  const least = Math.min(...totals.map((params) => mostOf({ world, params })));
  const plain = new Params({ id: "base", rule: "quota", params: { excludeExempt: true, excludeWithoutPost: true } });
  const base = baseOf({ world, params: plain });
  // Without a bound the whole base may go.
  const most = Number.isFinite(least) ? least : base.length;
  const beyond = [...world.schools.keys()].map((id) => {
    const here = base.filter((who) => world.works(who) === id).length;
    const fair = here === 0 ? 0 : Math.ceil((most * here) / base.length);
    const out = after.moves.filter(
      (move) => move.from === id && after.counts(move) && SURELY.has(world.standing(move.person)),
    );
    return Math.max(0, out.length - fair);
  });
  return params.whole("weight", 1) * sum(beyond, (heads) => heads);
};

const batches: Cost = ({ world, after, params }) => {
  const due = world.instance.persons.filter((who) => world.standing(who) === "due" && !after.goes(who));
  return params.whole("weight", 1) * sum(due, (who) => Math.max(0, params.whole("years", 6) - yearsLeft(world, who)));
};

/** How many more years somebody stays within the age limit, by the widest group that holds. */
function yearsLeft(world: World, who: Person): number {
  const age = ageInYears(who.birthDate, world.cutoff);
  const left = world.policy.eligibility.due
    .filter((group) => world.isDueBy(who, group))
    .map((group) => {
      if (group.age === undefined) return Number.POSITIVE_INFINITY;
      const limit = who.sex === "male" ? group.age.male : group.age.female;
      return limit - age - (group.age.inclusive === false ? 1 : 0);
    });
  return Math.max(...left);
}

const changes: Cost = ({ world, after, params }) => {
  const baseline = params.raw<readonly { readonly person: string; readonly post: string }[]>("baseline") ?? [];
  const except = new Set(params.list("except", []));
  const before = new Map(baseline.map(({ person, post }) => [person, post]));
  const counted = world.instance.persons.filter(({ id }) => !except.has(id));
  const differs = counted.filter((who) => {
    const [then, goes] = [before.get(who.id), after.goes(who)];
    return then === undefined ? goes : !goes || after.place(who) !== world.placeNamed(then);
  });
  return params.whole("weight", 1) * differs.length;
};

/** Scales of the ratios between stages that are tried: the counties here are too small for the limits of large numbers. */
const SCALES = Array.from({ length: 64 }, (_, k) => k + 1);

/** Whole numbers near 1 over each unit: of the scales the first that rounding changes least. */
function weightsOf(units: readonly number[]): readonly number[] {
  const largest = Math.max(...units);
  const tried = SCALES.map((scale) => units.map((unit) => Math.max(1, Math.round((scale * largest) / unit))));
  const off = tried.map((weights, k) =>
    Math.max(...weights.map((weight, at) => Math.abs((weight * (units[at] ?? 1)) / ((k + 1) * largest) - 1))),
  );
  return tried[off.indexOf(Math.min(...off))] ?? [];
}

const balance: Cost = (question) => {
  const { world, after, params } = question;
  const who = world.instance.persons.filter(
    (person) => world.occupies(person) && world.meets(params.condition("set"), { person }),
  );
  const wanted = params.raw<readonly string[]>("stages") ?? [
    "kindergarten",
    "primary",
    "junior",
    "senior",
    "vocational",
    "special",
  ];
  const parts = wanted.flatMap((stage) => {
    const schools = [...world.schools.keys()].filter(
      (id) => world.inScope(id) && stagesOf(world.school(id)).includes(stage),
    );
    const pupils = (id: string) => world.pupils(id, stage);
    const students = sum(schools, pupils);
    if (students === 0 || schools.some((id) => !world.statesPupils(id, stage))) return [];
    const by = schools.reduce((all, id) => common(all, pupils(id)), 0);
    const heads = (id: string) =>
      who.filter(
        (person) => after.worksAt(person) === id && (after.place(person)?.stage ?? world.stageAt(id)) === stage,
      ).length;
    const all = sum(
      schools,
      (id) =>
        who.filter(
          (person) => world.works(person) === id && (world.fills(person)?.stage ?? world.stageAt(id)) === stage,
        ).length,
    );
    const whole = students / by;
    const points = sum(schools, (id) => Math.abs(whole * heads(id) - (pupils(id) / by) * all));
    return [{ students, whole, points, all }];
  });
  if (parts.length === 1) return params.whole("weight", 1) * (parts[0]?.points ?? 0);
  if (parts.length === 0) return 0;
  const weights = weightsOf(parts.map(({ students, whole }) => students * whole));
  const divisor = weights.reduce(common, 0) || 1;
  return (
    params.whole("weight", 1) * sum(parts, (part) => (part.points * (weights[parts.indexOf(part)] ?? 1)) / divisor)
  );
};

const itinerant: Cost = ({ world, after, params }) =>
  params.whole("weight", 1) *
  sum(
    [...world.places.values()].filter(({ school }) => world.inScope(school)),
    (place) => untaught(after, place),
  );

/** What a share of a need is counted in: parts of which 1, 2, ..., n heads are whole numbers. */
function partsOf(n: number): number {
  return Array.from({ length: n }, (_, k) => k + 1).reduce((all, k) => (all / common(all, k)) * k, 1);
}

/** What places lack beyond a step, which the name of its level tells: `Over3` heads, `Over2of3` of the need. */
const evenShortfall = ({ world, after, params }: Question, name: string): number => {
  const [, over = 0, of = 1] = /Over(\d+)(?:of(\d+))?$/u.exec(name)?.map((found) => Number(found ?? 1)) ?? [];
  const by = params.raw<string>("by") ?? "post";
  const places = new Map<string, { need: number; lacks: number }>();
  for (const unit of unitsOf(world)) {
    if (!world.inScope(unit.school)) continue;
    const id = by === "post" ? unit.key : by === "school" ? unit.school : world.school(unit.school).township;
    if (id === undefined) continue;
    const { need, lacks } = places.get(id) ?? { need: 0, lacks: 0 };
    const missing = unit.lacks((place) => after.headsAt(place));
    places.set(id, { need: need + unit.need, lacks: lacks + missing });
  }
  const beyond = ({ need, lacks }: { readonly need: number; readonly lacks: number }) => {
    if (params.raw<string>("unit") !== "share") return Math.max(0, lacks - over);
    if (lacks * of <= over * need) return 0;
    const whole = partsOf(params.whole("upTo", 8));
    const head = Math.max(1, Math.round(whole / need));
    const least = Math.floor((over * need) / of) + 1;
    const reached = Math.round((least * whole) / need) - (over * whole) / of;
    return Math.min(head, Math.max(1, reached)) + (lacks - least) * head;
  };
  return sum([...places.values()], beyond);
};

const COSTS: Readonly<Record<string, Cost>> = {
  postBalance,
  establishment,
  direction,
  nearness,
  wishes,
  tenure,
  stability,
  fairBurden,
  batches,
  changes,
  balance,
  itinerant,
};

/** What one entry adds to its level. */
export function costOf(world: World, after: After, entry: WrittenRule): number {
  const params = new Params(entry);
  return COSTS[entry.rule]?.({ world, after, entry, params }) ?? 0;
}

/** The value of a level; `compliance` prices what the rules that give are broken by. */
export function levelOf(world: World, after: After, name: string, breaches: readonly Breach[]): number {
  const entries = entriesOf(world);
  const priced = name === "compliance" ? breaches : [];
  const price = ({ rule, amount }: Breach) => {
    const entry = entries.find(({ id }) => id === rule);
    const gives = entry?.strength === "soft" || (entry?.strength === "override" && entry.override !== undefined);
    return gives ? (entry?.price ?? 1) * amount : 0;
  };
  const own = entries.filter(({ params }) => params?.["level"] === name);
  const parted = entries.filter(({ rule, params }) => {
    const level = params?.["level"];
    return rule === "evenShortfall" && typeof level === "string" && name.startsWith(`${level}Over`);
  });
  const even = (entry: WrittenRule) => evenShortfall({ world, after, entry, params: new Params(entry) }, name);
  return sum(priced, price) + sum(own, (entry) => costOf(world, after, entry)) + sum(parted, even);
}
