import { Draws, seedOf } from "@lungang/solver-testkit";
import type { Instance, PersonInput, PostInput } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { forYears } from "../src/years-policy.ts";
import { oneOf, shuffled, someOf } from "../../core/test/plan/draw.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/**
 * Small counties in which every rule that can give has a price, with posts of all kinds: for heads, by periods that one person
 * may join, and of schools that list none.
 */

const LISTED = ["A", "B", "C"] as const;
/** Lists no posts: whoever is there is needed. */
const UNLISTED = "D";
const SCHOOLS = [...LISTED, UNLISTED] as const;
const SUBJECTS = ["语文", "音乐", "美术"] as const;

function place(draws: Draws) {
  return { latitude: 34 + draws.integer(0, 300) / 1000, longitude: 109 };
}

function periods(school: string, subject: string, periodsPerWeek: number): PostInput {
  return { id: `${school}-${subject}`, school, stage: "primary", subject, periodsPerWeek, fullLoad: 16 };
}

function postsOf(draws: Draws, id: string): readonly PostInput[] {
  const rests = someOf(draws, ["音乐", "美术"], 0.7).map((subject) =>
    periods(id, subject, oneOf(draws, [4, 6, 8, 12, 24])),
  );
  return [post(id, draws.integer(0, 3)), office(id, "principal"), ...rests];
}

/** Somebody whose exchange to another school ends in the first or the second year. */
function away(draws: Draws, home: string) {
  const host = oneOf(
    draws,
    SCHOOLS.filter((id) => id !== home),
  );
  const end = draws.integer(2024, 2025);
  const record = { from: home, to: host, form: "rotation" as const, start: `${end - 1}-09-01`, end: `${end}-08-31` };
  const stay = draws.chance(0.5) ? { stay: { applied: true, approved: true } } : {};
  return { currentSchool: host, exchanges: [{ ...record, ...stay }] };
}

function person(draws: Draws, index: number): PersonInput {
  const [main, ...others] = shuffled(draws, SUBJECTS);
  const subjects = [main as string, ...someOf(draws, others, 0.4)].map((subject, k) => ({ subject, main: k === 0 }));
  const given = teacher({ id: `p${index}`, subjects, residence: place(draws) });
  if (draws.chance(0.1)) return { ...given, recruitYear: 2024 };
  const homeSchool = oneOf(draws, SCHOOLS);
  return {
    ...given,
    homeSchool,
    // Men are due up to 50 and retire at 60: some pass a limit within the years.
    birthDate: `${oneOf(draws, [1965, 1974, 1976, 1980])}-05-05`,
    tenureStart: `${draws.integer(2014, 2019)}-09-01`,
    // Neither these nor people sent from outside are on both ledgers.
    ...(draws.chance(0.2) ? { establishment: oneOf(draws, ["temporary", "external"] as const) } : {}),
    ...(draws.chance(0.3) ? { honours: ["backboneCounty" as const] } : {}),
    ...(draws.chance(0.2) ? { classCycleUntil: "2025-07-01" } : {}),
    ...(draws.chance(0.2) ? { application: { wishes: [oneOf(draws, SCHOOLS)] } } : {}),
    ...(draws.chance(0.2) ? away(draws, homeSchool) : {}),
  };
}

const BACKBONE = { set: "backbone" };
const TO_A = { attr: "to.id", op: "eq", value: "A" };

/** Rules that may give, each at a price of its own. */
function givingRules(draws: Draws): readonly object[] {
  const price = () => ({ strength: "soft", price: draws.integer(1, 9) });
  const by = oneOf(draws, ["county", "school", "township"]);
  const classes = [
    { name: "a", schools: { attr: "school.id", op: "in", value: ["A", "B"] } },
    { name: "rest", schools: { all: [] } },
  ];
  return [
    rule("mustMove", {}, price()),
    rule("approvedStays", {}, price()),
    rule("leaderPosts", {}, price()),
    rule("returnRoom", { schools: draws.chance(0.5), when: oneOf(draws, ["inTheEnd", "always"]) }, price()),
    rule("newRecruits", { schools: TO_A }, price()),
    rule("prerequisite", { moves: TO_A, requires: { attr: "person.age", op: "lt", value: 48 } }, price()),
    rule("quota", { share: oneOf(draws, ["20%", "50%"]), by, base: oneOf(draws, ["eligible", "all"]) }, price()),
    rule("total", { max: draws.integer(0, 3) }, price()),
    rule("share", { share: "50%", set: BACKBONE }, price()),
    rule("teamCap", { share: "50%" }, price()),
    rule("perSchool", { maxIn: 1, ...oneOf(draws, [{ maxOut: 1 }, { maxOutShare: "30%" }]) }, price()),
    rule("direction", { moves: TO_A, minShare: "1/2", level: "direction" }, price()),
    rule("directionMatrix", { classes, cells: [{ from: "*", to: "a", max: 1 }] }, price()),
    rule("pairBalance", { forms: ["rotation"] }, price()),
  ];
}

/** Rules that only count. */
function countingRules(draws: Draws): readonly object[] {
  return [
    rule("evenShortfall", { level: "even", by: oneOf(draws, ["post", "school", "township"]), upTo: 1 }),
    rule("nearness", { level: "near", gridMetres: 1000 }),
    rule("wishes", { level: "wishes", volunteerStays: 3 }),
    rule("tenure", { level: "tenure", fullYears: 10 }),
    rule("fairBurden", { level: "fair" }),
    rule("stability", { level: "calm" }),
    rule("batches", { level: "batches", years: 4 }),
  ];
}

/** One of these comes first: something has to be gained by moving people. */
const FIRST = ["gaps", "heads", "even", "batches", "compliance"];
const OTHERS = ["near", "wishes", "tenure", "fair", "calm", "direction"];

/** Returns a county of its own for every seed, and its policy. */
export function pricedCounty(seed: number): { readonly instance: Instance; readonly policies: readonly Policy[] } {
  const draws = new Draws(seedOf(seed, 18));
  const instance = countyOf({
    schools: SCHOOLS.map((id) =>
      school({
        id,
        township: id < "C" ? "T1" : "T2",
        pairs: id < "C" ? ["P"] : [],
        establishment: draws.integer(1, 3),
        coordinates: place(draws),
      }),
    ),
    posts: LISTED.flatMap((id) => postsOf(draws, id)),
    persons: [
      ...Array.from({ length: 8 }, (_, index) => person(draws, index)),
      ...someOf(draws, LISTED, 0.6).map((homeSchool) =>
        leader({ id: `l${homeSchool}`, personType: "principal", homeSchool, residence: place(draws) }),
      ),
    ],
  });
  /** Whether periods make heads, and small rests and joined posts fewer of them. */
  const joins = draws.chance(0.7);
  const limits = oneOf(draws, ["never", "free"]);
  const rules = [
    rule("postBalance", { level: "gaps" }, { strength: "soft", price: draws.integer(1, 9) }),
    rule("establishment", { level: "heads", working: limits, relation: limits }, { strength: "soft", price: 3 }),
    ...someOf(draws, givingRules(draws), 0.3),
    ...countingRules(draws),
    ...(joins ? [rule("itinerant", { form: "partTime", maxPlaces: 1, level: "untaught" })] : []),
  ];
  const first = oneOf(draws, FIRST);
  const relationMoves = draws.chance(0.6);
  const months = oneOf(draws, [12, 24]);
  const policy = policyOf({
    sets: { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } },
    forms: [
      form("recruit", { relationMoves: true, countsInQuota: false }),
      form("leaderRotation", { kinds: ["management"], relationMoves: true }),
      form("rotation", { relationMoves, termMonths: { min: months, max: 36 }, crossSubject: draws.chance(0.5) }),
      ...(joins ? [{ base: "partTime", scope: "school", crossSubject: true }] : []),
    ],
    eligibility: { exchangeBreaksTenure: true, returns: { source: "s", stayAllowed: true }, backbone: "backbone" },
    rules,
    levels: [first, ...shuffled(draws, [...FIRST.filter((level) => level !== first), ...OTHERS]), "untaught"],
  });
  return { instance, policies: [forYears(policy)] };
}
