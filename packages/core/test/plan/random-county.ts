import type { Instance, InstanceInput } from "../../src/instance/instance.ts";
import type { Lock } from "../../src/eligibility/locks.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import type { PostInput, SchoolInput } from "../../src/instance/school.ts";
import { loadInstance } from "../../src/instance/load.ts";
import { resolvePolicy } from "../../src/planner/resolve-policy.ts";
import { Draws } from "@lungang/solver-testkit";
import { leader, office, post, school, teacher } from "../small-county.ts";
import type { RuleName } from "../../src/rules/registry.ts";
import { RULE_NAMES } from "../../src/rules/registry.ts";
import { oneOf, someOf } from "./draw.ts";
import { randomPolicy } from "./random-policy.ts";

/** A county and a policy of no sense, small enough that every plan can be tried. */
export interface RandomCase {
  readonly seed: number;
  readonly document: InstanceInput;
  readonly policyDocument: object;
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
}

/** Smallest and largest number of people. */
export interface Size {
  readonly people: readonly [number, number];
}

const SUBJECTS = ["语文", "数学", "音乐"];

const RULES = RULE_NAMES;

/** Returns the case of a seed: the same on every machine. Every rule is there in one case of as many as there are rules. */
export function randomCase(seed: number, size: Size = { people: [4, 9] }): RandomCase {
  const draws = new Draws(seed);
  const focus = RULES[seed % RULES.length] as RuleName;
  const schools = randomSchools(draws);
  const subjects = SUBJECTS.slice(0, draws.integer(1, 3));
  const ids = schools.map(({ id }) => id);
  const count = draws.integer(...size.people);
  const persons = Array.from({ length: count }, (_, k) => randomPerson(draws, `p${k}`, { ids, subjects }));
  const plain: InstanceInput = {
    format: "lungang-instance-1",
    county: { id: "county", name: "小县" },
    planYear: 2024,
    schools: withEstablishments(draws, schools, persons),
    posts: schools.flatMap((at) => randomPosts(draws, at, subjects)),
    persons,
  };
  const staged = draws.chance(0.25) ? withStages(draws, plain) : plain;
  const document = withPlaces(withSwaps(withCouples(withPeriods(draws, staged))));
  const ground = { schools: ids, persons: persons.map(({ id }) => id), posts: plain.posts.map(({ id }) => id) };
  const policy = randomPolicy(draws, ground, focus);
  return {
    seed,
    document,
    policyDocument: policy,
    ...readCase(document, policy),
    locks: randomLocks(draws, persons, ids),
  };
}

/** Every other school states its rooms and posts of titles. */
function withPlaces(document: InstanceInput): InstanceInput {
  const schools = document.schools.map((entry, k) =>
    k % 2 === 0 ? { ...entry, roomsAvailable: k === 0 ? 0 : 1, seniorPosts: k + 1 } : entry,
  );
  return { ...document, schools };
}

/** Two people who ask to exchange places, and one whom the other does not name. */
function withSwaps(document: InstanceInput): InstanceInput {
  const partners: Readonly<Record<string, string>> = { p0: "p1", p1: "p0", p2: "p3" };
  const ids = new Set(document.persons.map(({ id }) => id));
  return {
    ...document,
    persons: document.persons.map((person) => {
      const swapPartner = partners[person.id];
      return swapPartner !== undefined && ids.has(swapPartner) ? { ...person, swapPartner } : person;
    }),
  };
}

/** Two couples, one of which only one of the two names. */
function withCouples(document: InstanceInput): InstanceInput {
  const spouses: Readonly<Record<string, string>> = { p0: "p2", p1: "p3", p3: "p1" };
  const ids = new Set(document.persons.map(({ id }) => id));
  return {
    ...document,
    persons: document.persons.map((person) => {
      const spouse = spouses[person.id];
      return spouse !== undefined && ids.has(spouse) ? { ...person, spouse } : person;
    }),
  };
}

/** Reads a document and a policy as a user would. */
export function readCase(document: InstanceInput, policy: object): { instance: Instance; policy: Policy } {
  const loaded = loadInstance(document);
  const resolved = resolvePolicy(policy);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, undefined, 1));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 1));
  return { instance: loaded.value, policy: resolved.value };
}

function randomSchools(draws: Draws): SchoolInput[] {
  return Array.from({ length: draws.integer(2, 4) }, (_, k) =>
    school({
      id: `S${k}`,
      area: oneOf(draws, ["urban", "town", "rural"] as const),
      quality: oneOf(draws, ["weak", "ordinary", "good"] as const),
      ownership: draws.chance(0.06) ? "private" : "public",
      township: oneOf(draws, ["T1", "T2"]),
      zones: someOf(draws, ["Z1", "Z2"], 0.5),
      alliances: someOf(draws, ["L1", "L2"], 0.6),
      schoolGroups: someOf(draws, ["G1"], 0.6),
      pairs: k < 2 ? ["P1"] : someOf(draws, ["P2"], 0.5),
      students: draws.integer(1, 9) * 50,
      coordinates: { latitude: 34 + draws.integer(0, 20) / 100, longitude: 109 + draws.integer(0, 20) / 100 },
      ...(draws.chance(0.15) ? { quota: randomQuota(draws) } : {}),
      ...(draws.chance(0.05) ? { status: "closed" as const } : {}),
    }),
  );
}

function randomQuota(draws: Draws) {
  return {
    ...(draws.chance(0.4) ? { minOut: draws.integer(0, 1) } : {}),
    ...(draws.chance(0.5) ? { maxOut: draws.integer(1, 2) } : {}),
    ...(draws.chance(0.3) ? { minIn: draws.integer(0, 1) } : {}),
    ...(draws.chance(0.5) ? { maxIn: draws.integer(1, 2) } : {}),
  };
}

function withEstablishments(draws: Draws, schools: SchoolInput[], persons: PersonInput[]): SchoolInput[] {
  return schools.map((entry) => {
    if (draws.chance(0.25)) return entry;
    const staff = persons.filter((person) => (person.currentSchool ?? person.homeSchool) === entry.id).length;
    return { ...entry, establishment: Math.max(0, staff + draws.integer(-1, 2)) };
  });
}

function randomPosts(draws: Draws, { id }: SchoolInput, subjects: readonly string[]): PostInput[] {
  const teaching = someOf(draws, subjects, 0.85).map((subject) =>
    post(id, draws.integer(0, 3), { id: `${id}-${subject}`, subject }),
  );
  const posts = [...teaching, ...(draws.chance(0.8) ? [office(id, "principal")] : [])];
  if (draws.chance(0.4)) posts.push(office(id, "vicePrincipal", draws.integer(1, 2)));
  return posts;
}

/** Gives schools a second stage, and some people and posts to it. */
function withStages(draws: Draws, document: InstanceInput): InstanceInput {
  const nine = new Set(document.schools.filter(() => draws.chance(0.6)).map(({ id }) => id));
  const isNine = (id: string | undefined) => id !== undefined && nine.has(id);
  return {
    ...document,
    schools: document.schools.map((entry) =>
      isNine(entry.id)
        ? {
            ...entry,
            type: "nineYear" as const,
            studentsByStage: { primary: draws.integer(0, 6) * 40, junior: draws.integer(0, 4) * 30 },
          }
        : entry,
    ),
    posts: document.posts.map((entry) =>
      isNine(entry.school) && entry.kind !== "management" && draws.chance(0.4)
        ? { ...entry, stage: "junior" as const }
        : entry,
    ),
    persons: document.persons.map((person) =>
      isNine(person.homeSchool) && isNine(person.currentSchool ?? person.homeSchool) && draws.chance(0.4)
        ? { ...person, stageCertified: draws.chance(0.2) ? (["primary", "junior"] as const) : (["junior"] as const) }
        : person,
    ),
  };
}

/** Gives posts their weekly periods, and few people some to spare. */
function withPeriods(draws: Draws, document: InstanceInput): InstanceInput {
  let free = 2;
  return {
    ...document,
    posts: document.posts.map((entry) =>
      entry.kind !== "management" && draws.chance(0.8) ? periodsOf(draws, entry) : entry,
    ),
    persons: document.persons.map((person) =>
      free > 0 && person.personType === "teacher" && draws.chance(0.5)
        ? (free--, { ...person, weeklyLoad: draws.integer(9, 11) })
        : person,
    ),
  };
}

/** The heads stay beside the periods, or the periods alone say how many there are: more or less than half a load is left. */
function periodsOf(draws: Draws, { capacity = 0, ...entry }: PostInput): PostInput {
  if (draws.chance(0.7))
    return { ...entry, capacity, periodsPerWeek: Math.max(0, capacity * 2 + draws.integer(-1, 1)), fullLoad: 2 };
  return { ...entry, periodsPerWeek: Math.max(0, capacity * 5 + draws.integer(-4, 3)), fullLoad: 5 };
}

interface Ground {
  readonly ids: readonly string[];
  readonly subjects: readonly string[];
}

function randomPerson(draws: Draws, id: string, ground: Ground): PersonInput {
  const homeSchool = oneOf(draws, ground.ids);
  const common = { ...randomFacts(draws, ground), id };
  const kind = draws.unit();
  if (kind < 0.08) return { ...teacher(common), recruitYear: 2024, ...randomUnusual(draws) };
  if (kind < 0.22) return { ...teacher(common), ...randomExchange(draws, homeSchool, ground) };
  if (kind < 0.42) {
    const personType = oneOf(draws, ["principal", "vicePrincipal"] as const);
    return leader({ ...common, homeSchool, personType });
  }
  if (kind < 0.46) return { ...teacher(common), homeSchool, ...randomUnusual(draws) };
  return teacher({ ...common, homeSchool });
}

/** A recruit or teacher who uses no headcount, and leaders who are not in the team. */
function randomUnusual(draws: Draws): Partial<PersonInput> {
  return draws.chance(0.4) ? { establishment: oneOf(draws, ["temporary", "established"] as const) } : {};
}

function randomFacts(draws: Draws, { ids, subjects }: Ground): Partial<PersonInput> {
  const main = oneOf(draws, subjects);
  const also = someOf(draws, subjects, 0.25).filter((subject) => subject !== main);
  const status = draws.unit();
  return {
    sex: oneOf(draws, ["male", "female"] as const),
    residence: { latitude: 34 + draws.integer(0, 20) / 100, longitude: 109 + draws.integer(0, 20) / 100 },
    subjects: [{ subject: main, main: true }, ...also.map((subject) => ({ subject }))],
    birthDate: oneOf(draws, ["1975-03-03", "1978-05-05", "1980-05-05", "1990-01-01"]),
    tenureStart: oneOf(draws, ["2005-09-01", "2014-09-01", "2018-09-01", "2022-09-01"]),
    honours: draws.chance(0.3) ? ["backboneCounty"] : [],
    named: draws.chance(0.12),
    ...(draws.chance(0.15) ? { classCycleUntil: "2025-07-01" } : {}),
    ...(draws.chance(0.15) ? { leadershipTeam: draws.chance(0.7) } : {}),
    ...(status < 0.08 ? { statuses: [{ code: "pregnancy" as const }] } : {}),
    ...(status > 0.9 ? { statuses: [{ code: "seconded" as const }] } : {}),
    ...(status > 0.84 && status < 0.9
      ? { statuses: [{ code: "otherApproved" as const, occupiesHeadcount: false }] }
      : {}),
    ...(draws.chance(0.45)
      ? {
          application: {
            volunteer: draws.chance(0.5),
            homeConsent: draws.chance(0.8),
            wishes: someOf(draws, ids, 0.5),
            consentRegions: draws.chance(0.2) ? ["T1"] : [],
          },
        }
      : {}),
  };
}

function randomExchange(draws: Draws, homeSchool: string, { ids }: Ground): Partial<PersonInput> {
  const hosts = ids.filter((id) => id !== homeSchool);
  const currentSchool = oneOf(draws, hosts);
  const end = draws.chance(0.7) ? "2024-08-31" : "2025-08-31";
  const record = { from: homeSchool, to: currentSchool, form: "support" as const, start: "2022-09-01", end };
  const stay = draws.chance(0.6) ? { stay: { applied: true, approved: draws.chance(0.8) } } : {};
  const goal = draws.chance(0.2) ? { goalMet: draws.chance(0.5) } : {};
  return { homeSchool, currentSchool, exchanges: [{ ...record, ...stay, ...goal }] };
}

function randomLocks(draws: Draws, persons: readonly PersonInput[], ids: readonly string[]): Lock[] {
  if (draws.chance(0.75)) return [];
  const person = oneOf(draws, persons);
  const place = oneOf(draws, ids);
  const reason = "decided";
  return [
    oneOf<Lock>(draws, [
      { person: person.id, stay: true, reason },
      { person: person.id, forbid: place, reason },
      { person: person.id, school: place, reason },
    ]),
  ];
}
