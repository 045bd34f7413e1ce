import type { Instance, Lock, PersonInput, PostInput, SchoolInput } from "../src/index.ts";
import type { Policy } from "../src/policy.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "./small-county.ts";

/** Small counties with a bit of everything, from a seed; most of them can be planned. */

const SUBJECTS = ["语文", "数学", "音乐"] as const;

/** A stream of numbers from a seed: the same seed, the same numbers (mulberry32). */
class Numbers {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b9);
  }

  /** An integer from 0 up to but not including a bound. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

const place = (numbers: Numbers) => ({
  latitude: 34 + numbers.below(300) / 1000,
  longitude: 109 + numbers.below(300) / 1000,
});

function schoolsOf(numbers: Numbers): SchoolInput[] {
  return Array.from({ length: 4 + numbers.below(3) }, (_, index) =>
    school({
      id: `S${index}`,
      area: numbers.of(["urban", "town", "rural"] as const),
      quality: numbers.of(["good", "ordinary", "weak"] as const),
      zones: numbers.chance(70) ? [`Z${numbers.below(2)}`] : ["Z0", "Z1"],
      pairs: index < 4 ? [`P${index >> 1}`] : [],
      coordinates: place(numbers),
      students: 100 + numbers.below(900),
      ...(numbers.chance(80) ? { establishment: 6 + numbers.below(6) } : {}),
      ...(numbers.chance(20) ? { quota: { maxOut: 1 + numbers.below(2) } } : {}),
    }),
  );
}

function postsOf(numbers: Numbers, schools: readonly SchoolInput[]): PostInput[] {
  return schools.flatMap(({ id }) => [
    office(id, "principal"),
    ...SUBJECTS.map((subject) => {
      const heads = 1 + numbers.below(5);
      const periods = { periodsPerWeek: heads * 12, fullLoad: 12 };
      return post(id, heads, { id: `${id}-${subject}`, subject, ...periods });
    }),
  ]);
}

/** What happened to one person: mostly nothing. */
function fate(numbers: Numbers, home: string, schools: readonly SchoolInput[]): Partial<PersonInput> {
  const other = numbers.of(schools.filter(({ id }) => id !== home)).id;
  const away = (end: string, more: object = {}): Partial<PersonInput> => ({
    currentSchool: other,
    exchanges: [{ from: home, to: other, form: "support", start: "2021-09-01", end, ...more }],
  });
  switch (numbers.below(14)) {
    case 0:
      return away("2024-08-31");
    case 1:
      return away("2024-08-31", { stay: { applied: true, approved: numbers.chance(70) } });
    case 2:
      return away("2025-08-31");
    case 3:
      return { statuses: [{ code: "longSickLeave", occupiesHeadcount: numbers.chance(50) }] };
    case 4:
      return { named: numbers.chance(40) };
    case 5:
      return { tenureStart: "2022-09-01", application: { volunteer: true, homeConsent: true } };
    case 6:
      return { application: { volunteer: true, homeConsent: true, wishes: [other, numbers.of(schools).id] } };
    case 7:
      return { establishment: "temporary" };
    default:
      return numbers.chance(30) ? { classCycleUntil: "2025-07-01" } : {};
  }
}

function personsOf(numbers: Numbers, schools: readonly SchoolInput[]): PersonInput[] {
  const staff = schools.flatMap(({ id }) => [
    leader({ id: `${id}-p`, homeSchool: id, personType: "principal", residence: place(numbers) }),
    ...Array.from({ length: 3 + numbers.below(6) }, (_, index) =>
      teacher({
        id: `${id}-t${index}`,
        homeSchool: id,
        residence: place(numbers),
        tenureStart: `${2008 + numbers.below(12)}-09-01`,
        subjects: [{ subject: numbers.of(SUBJECTS), main: true }],
        honours: numbers.chance(35) ? ["backboneCounty"] : [],
        ...(numbers.chance(25) ? { weeklyLoad: 8 + numbers.below(5) } : {}),
        ...fate(numbers, id, schools),
      }),
    ),
  ]);
  const recruits = Array.from({ length: numbers.below(3) }, (_, index) =>
    teacher({ id: `R${index}`, recruitYear: 2024, tenureStart: "2024-09-01", residence: place(numbers) }),
  );
  return [...staff, ...recruits];
}

const backbone = { set: "backbone" };
const rural = { attr: "to.area", op: "eq", value: "rural" };
const exempt = {
  id: "sick",
  source: "DM-09",
  when: { attr: "person.statuses", op: "has", value: ["longSickLeave"] },
  text: { zh: "病假", en: "sick" },
};
const forced = {
  id: "named",
  source: "GX-07",
  when: { attr: "person.named", op: "eq", value: true },
  text: { zh: "指定", en: "named" },
};

function rulesOf(numbers: Numbers): object[] {
  const firm = (soft: number, price = 1 + numbers.below(5)) =>
    numbers.chance(soft) ? { strength: "soft", price } : { strength: "hard" };
  const some = (percent: number, ...entries: readonly object[]) => (numbers.chance(percent) ? entries : []);
  return [
    rule("postBalance", { level: "gaps" }, firm(20)),
    rule("establishment", { level: "heads", relation: numbers.of(["never", "free"]) }, firm(20)),
    rule("quota", { share: `${10 + numbers.below(20)}%`, by: numbers.of(["county", "zone", "school"]) }, firm(70)),
    ...some(70, rule("share", { share: numbers.of(["30%", "1/3", "2/7"]), set: backbone }, firm(60))),
    ...some(30, rule("teamCap", { share: "30%", atLeastOne: numbers.chance(50) }, firm(60))),
    ...some(30, rule("mustMove", {}, firm(50))),
    ...some(
      30,
      rule("total", { quotas: "sum", ...(numbers.chance(50) ? { max: 4 + numbers.below(4) } : {}) }, firm(50)),
    ),
    ...some(50, rule("perSchool", { maxOut: 2 + numbers.below(2), maxOutShare: "30%" }, firm(50))),
    ...some(30, { ...rule("direction", { moves: { not: rural }, max: numbers.below(4) }, firm(80)), id: "reverse" }),
    ...some(20, { ...rule("share", { share: "50%", set: rural, bound: "atMost" }, firm(80)), id: "shareMost" }),
    ...some(20, { ...rule("quota", { share: "25%", base: "all", bound: "atMost", by: "school" }), id: "quotaMost" }),
    ...some(60, rule("direction", { of: backbone, moves: rural, minShare: "1/2", level: "way" }, firm(80))),
    ...some(
      40,
      rule(
        "pairBalance",
        { forms: ["mutual"], bySubject: numbers.chance(50), ...(numbers.chance(40) ? { count: 1 } : {}) },
        firm(70),
      ),
    ),
    ...some(70, rule("leaderPosts", {}, firm(50))),
    rule("newRecruits", numbers.chance(50) ? { schools: rural } : {}, firm(50)),
    rule("nearness", { level: "near", gridMetres: numbers.of([1, 500]) }),
    rule("wishes", { level: "near", volunteerStays: 2 }),
    rule("tenure", { level: "calm" }),
    rule("stability", { level: "calm" }),
    rule("fairBurden", { level: "fair" }),
    ...spreadRulesOf(numbers, { firm, some }),
  ];
}

/** Rules about spread, flow, light forms and earlier plans. */
function spreadRulesOf(
  numbers: Numbers,
  {
    firm,
    some,
  }: {
    readonly firm: (soft: number) => object;
    readonly some: (percent: number, ...entries: readonly object[]) => readonly object[];
  },
): readonly object[] {
  const is = (attr: string, value: string) => ({ attr, op: "eq", value });
  const classes = [
    { name: "town", schools: { attr: "school.area", op: "in", value: ["urban", "town"] } },
    { name: "country", schools: is("school.area", "rural") },
  ];
  const townward = { from: "country", to: "town" };
  const S0 = "S0";
  return [
    ...some(40, rule("balance", { set: backbone, level: "fair", weight: 1 })),
    ...some(40, rule("netInflow", { schools: is("school.quality", "good"), max: 1, maxLoss: 2 }, firm(60))),
    ...some(40, rule("directionMatrix", { classes, cells: [{ ...townward, maxOfReverse: "1/2" }] }, firm(60))),
    ...some(
      50,
      rule(
        "participation",
        { forms: ["shadow", "walk"], share: "30%", longShare: "10%", bySchool: { [S0]: 1 } },
        firm(50),
      ),
    ),
    ...some(40, rule("itinerant", { form: "walk", fullLoad: 12, level: "gaps", maxPlaces: 2 })),
    ...some(30, rule("prerequisite", { moves: is("to.quality", "good"), requires: backbone }, firm(60))),
    ...some(40, rule("batches", { level: "calm", years: 3 + numbers.below(6) })),
    ...some(30, rule("changes", { baseline: [{ person: "S0-t0", post: "S1-语文" }], level: "calm" })),
  ];
}

function policyFrom(numbers: Numbers): Policy {
  const mutual = form("mutual", { scope: "pair", who: backbone });
  return policyOf({
    sets: { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } },
    forms: [
      form("leaderRotation", { kinds: ["management"], relationMoves: true, termMonths: { min: 36, max: 48 } }),
      ...(numbers.chance(60) ? [mutual] : []),
      form("zoneRotation", { scope: numbers.of(["zone", "county"]), relationMoves: numbers.chance(30) }),
      form("recruit", { relationMoves: true, countsInQuota: numbers.chance(30) }),
      { base: "shadow", scope: "county" },
      { base: "walk", scope: "county", where: { all: [] } },
    ],
    levels: ["compliance", "gaps", "heads", "way", "near", "calm", "fair"],
    rules: rulesOf(numbers),
    eligibility: {
      backbone: "backbone",
      exemptions: [exempt],
      forced: [forced],
      volunteers: { source: "DM-08" },
      returns: { source: "YL-17", stayAllowed: numbers.chance(60) },
    },
  });
}

/** A few people who stay or do not go somewhere. */
function locksOf(numbers: Numbers, { persons, schools }: Instance): Lock[] {
  const open = persons.filter(
    ({ homeSchool, currentSchool }) => homeSchool !== undefined && currentSchool === undefined,
  );
  return Array.from({ length: numbers.below(3) }, () => {
    const person = numbers.of(open).id;
    return numbers.chance(50)
      ? { person, stay: true, reason: "random" }
      : { person, forbid: numbers.of(schools).id, reason: "random" };
  });
}

/** Returns the county, the policy and the locks of a seed. */
export function randomCounty(seed: number): {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
} {
  const numbers = new Numbers(seed);
  const schools = schoolsOf(numbers);
  const instance = countyOf({ schools, posts: postsOf(numbers, schools), persons: personsOf(numbers, schools) });
  return { instance, policy: policyFrom(numbers), locks: locksOf(numbers, instance) };
}
