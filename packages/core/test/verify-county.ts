import type { Instance, PostInput } from "../src/index.ts";
import type { Policy } from "../src/policy.ts";
import type { RosterMove } from "../src/verify/roster.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "./small-county.ts";

/**
 * One county in which every rule has something to say, and a plan for it that keeps them all.
 *
 * Town school A and village school B are a pair and, with junior school J, an alliance; H and C lie outside of it.
 */
const at = (latitude: number) => ({ latitude, longitude: 109 });

const residence = at(34.005);

const SCHOOLS = [
  school({
    id: "A",
    area: "urban",
    quality: "good",
    pairs: ["P1"],
    alliances: ["L1"],
    zones: ["Z1"],
    establishment: 15,
    coordinates: at(34),
    students: 600,
  }),
  school({
    id: "B",
    area: "rural",
    quality: "weak",
    pairs: ["P1"],
    alliances: ["L1"],
    zones: ["Z1"],
    establishment: 12,
    coordinates: at(34.1),
    students: 200,
  }),
  school({
    id: "C",
    area: "town",
    alliances: ["L2"],
    township: "T2",
    establishment: 6,
    coordinates: at(34.2),
    students: 300,
  }),
  school({
    id: "H",
    area: "rural",
    alliances: ["L2"],
    township: "T2",
    establishment: 5,
    coordinates: at(34.3),
    students: 100,
  }),
  school({
    id: "J",
    type: "junior",
    area: "urban",
    alliances: ["L1"],
    establishment: 5,
    coordinates: at(34.05),
    students: 400,
  }),
];

const POSTS = [
  post("A", 11),
  office("A", "principal"),
  office("A", "vicePrincipal", 2),
  post("B", 9),
  office("B", "principal"),
  post("C", 4),
  office("C", "principal"),
  post("H", 4),
  post("J", 3, { stage: "junior" }),
  { id: "J-音乐", school: "J", stage: "junior" as const, subject: "音乐", capacity: 1 },
];

const backbone = { honours: ["backboneCounty" as const] };
const pair = { schoolsWorked: 9 };
const guest = { from: "A", to: "H", form: "alliance" as const, start: "2022-09-01" };

const PERSONS = [
  leader({ id: "ap", homeSchool: "A", personType: "principal", residence }),
  leader({ id: "av", homeSchool: "A", personType: "vicePrincipal", residence }),
  leader({ id: "aw", homeSchool: "A", personType: "vicePrincipal", residence }),
  teacher({ id: "a1", homeSchool: "A", residence, ...backbone, application: { wishes: ["J", "B"] } }),
  teacher({ id: "a2", homeSchool: "A", residence, tenureStart: "2016-09-01" }),
  teacher({ id: "a3", homeSchool: "A", residence }),
  teacher({ id: "a4", homeSchool: "A", residence, ...backbone }),
  teacher({ id: "a5", homeSchool: "A", residence }),
  teacher({ id: "exempt", homeSchool: "A", residence, sex: "female", statuses: [{ code: "pregnancy" }] }),
  teacher({ id: "young", homeSchool: "A", residence, tenureStart: "2022-09-01" }),
  teacher({ id: "am", homeSchool: "A", residence, ...pair, ...backbone, classCycleUntil: "2025-07-01" }),
  teacher({ id: "an", homeSchool: "A", residence, ...pair }),
  leader({ id: "bp", homeSchool: "B", personType: "principal", residence: at(34.09) }),
  teacher({ id: "b1", homeSchool: "B", residence: at(34.1) }),
  teacher({ id: "forced", homeSchool: "B", residence: at(34.1), tenureStart: "2023-09-01", named: true }),
  teacher({ id: "bm", homeSchool: "B", residence: at(34.1), ...pair }),
  teacher({ id: "b4", homeSchool: "B", residence: at(34.1), tenureStart: "2021-09-01" }),
  teacher({ id: "b5", homeSchool: "B", residence: at(34.1), tenureStart: "2021-09-01" }),
  teacher({ id: "back", homeSchool: "B", currentSchool: "H", exchanges: [{ ...guest, from: "B", end: "2024-08-31" }] }),
  teacher({
    id: "asks",
    homeSchool: "B",
    currentSchool: "H",
    exchanges: [{ ...guest, from: "B", end: "2024-08-31", stay: { applied: true, approved: false } }],
  }),
  teacher({ id: "running", homeSchool: "A", currentSchool: "H", exchanges: [{ ...guest, end: "2025-08-31" }] }),
  leader({ id: "cp", homeSchool: "C", personType: "principal", tenureStart: "2020-09-01", offices: [] }),
  teacher({ id: "c1", homeSchool: "C", residence: at(34.2) }),
  teacher({ id: "j1", homeSchool: "J", stageCertified: ["junior"], residence: at(34.05), tenureStart: "2020-09-01" }),
  teacher({
    id: "recruit",
    recruitYear: 2024,
    tenureStart: "2024-09-01",
    residence: at(34.06),
  }),
];

const type = (value: readonly string[]) => ({ attr: "person.personType", op: "in", value });
const swapped = { attr: "person.schoolsWorked", op: "eq", value: 9, ifMissing: false };
const rural = { attr: "to.area", op: "in", value: ["rural", "remote"] };

const FORMS = [
  form("leaderRotation", {
    who: type(["principal", "vicePrincipal"]),
    kinds: ["management"],
    relationMoves: true,
    termMonths: { min: 48, max: 48 },
  }),
  form("mutual", { who: swapped, scope: "pair", termMonths: { min: 12, max: 12 } }),
  form("alliance", { who: { all: [type(["teacher"]), { not: swapped }] }, scope: "alliance" }),
  form("shadow", { base: "shadow" }),
  form("walk", { base: "walk" }),
  form("recruit", { relationMoves: true, countsInQuota: false, termMonths: { min: 24, max: 72 } }),
];

const LEVELS = [
  "compliance",
  "shortfall",
  "headcount",
  "direction",
  "near",
  "wishes",
  "calm",
  "fair",
  "balance",
  "batches",
  "changes",
  "untaught",
  "points",
  "even",
];

const RULES = [
  rule("mustMove"),
  rule("approvedStays"),
  rule("postBalance", { level: "shortfall", weight: 2 }),
  rule("establishment", { level: "headcount" }),
  rule("leaderPosts"),
  rule("protection"),
  rule("returnRoom", { schools: true, when: "always" }),
  rule("newRecruits", { schools: { any: [rural, { attr: "to.quality", op: "eq", value: "weak" }] } }),
  rule("quota", { share: "55%", excludeWithoutPost: true }),
  rule("total"),
  rule("share", { share: "20%", set: { set: "backbone" } }),
  rule("teamCap", { share: "30%", atLeastOne: true }),
  rule("perSchool", { maxOut: 4, maxIn: 4, schools: { attr: "school.area", op: "eq", value: "urban" } }),
  rule("direction", { moves: rural, minShare: "1/2", level: "direction" }),
  rule("netInflow", { by: "township", max: 9, maxLoss: "surplus", need: "posts", schools: { any: [] } }),
  rule("directionMatrix", {
    classes: [
      { name: "town", schools: { attr: "school.area", op: "in", value: ["urban", "town"] } },
      { name: "village", schools: { all: [] } },
    ],
    cells: [
      { from: "town", to: "village", min: 1, minShare: "1/10" },
      { from: "village", to: "*", max: 99, maxShare: "100%", maxOfReverse: "900%" },
    ],
  }),
  rule("participation", { forms: ["shadow"], share: "1/10", longShare: "5%", bySchool: { A: 1 } }),
  rule("itinerant", { form: "walk", fullLoad: 16, level: "untaught" }),
  rule("prerequisite", {
    moves: { attr: "post.office", op: "eq", value: "principal" },
    requires: { attr: "person.personType", op: "eq", value: "principal" },
  }),
  rule("balance", { set: { set: "backbone" }, level: "balance", cvAtMost: { primary: 0.5 } }),
  rule("pairBalance", { forms: ["mutual"] }),
  rule("nearness", { moves: { not: { set: "backbone" } }, level: "near", gridMetres: 100 }),
  rule("wishes", { level: "wishes", volunteerStays: 3 }),
  rule("tenure", { level: "calm", fullYears: 10 }),
  rule("stability", { level: "calm" }),
  rule("fairBurden", { level: "fair" }),
  rule("batches", { level: "batches" }),
  rule("changes", { level: "changes", baseline: [{ person: "a3", post: "H-语文" }] }),
  rule("staffShare", { share: "1/10", set: { attr: "person.sex", op: "eq", value: "male" }, level: "calm" }),
  rule("pointsFirst", { points: "age" }),
  rule("pointsSum", { points: "age", level: "points" }),
  rule("linked", { withinMetres: 5000 }),
  rule("swapPartners"),
  rule("avoidance"),
  rule("schoolPlaces", { places: "roomsAvailable", moves: { all: [] } }),
  rule("evenShortfall", { level: "even", by: "school", upTo: 3 }),
];

/** A point for every year of age. */
const POINTS = [
  { id: "age", source: "test", text: { zh: "积分", en: "points" }, items: [{ per: "person.age", points: 1 }] },
];

/** The county with some schools changed by id and some posts added. */
export function countyWith(changes: Readonly<Record<string, object>> = {}, posts: readonly PostInput[] = []): Instance {
  const schools = SCHOOLS.map((entry) => ({ ...entry, ...changes[entry.id] }));
  return countyOf({ schools, posts: [...POSTS, ...posts], persons: PERSONS });
}

export const instance: Instance = countyWith();

/** The policy with some entries replaced by name. */
export function policyWith(changes: Readonly<Record<string, object>> = {}): Policy {
  return policyOf({
    sets: { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } },
    forms: FORMS,
    points: POINTS,
    levels: LEVELS,
    rules: RULES.map((entry) => ({ ...entry, ...changes[entry.id] })),
    eligibility: {
      backbone: "backbone",
      forced: [
        {
          id: "named",
          source: "GX-07",
          when: { attr: "person.named", op: "eq", value: true },
          text: { zh: "指定", en: "named" },
        },
      ],
      returns: { source: "YL-17", stayAllowed: true },
    },
  });
}

export const policy: Policy = policyWith();

/** Seven counted moves, two of them of backbone teachers, and one recruit. */
export const MOVES: readonly RosterMove[] = [
  { person: "a1", to: "B", post: "B-语文" },
  { person: "a2", to: "B", post: "B-语文" },
  { person: "forced", to: "A", post: "A-语文" },
  { person: "am", to: "B", post: "B-语文" },
  { person: "bm", to: "A", post: "A-语文" },
  { person: "ap", to: "B", post: "B-principal" },
  { person: "bp", to: "A", post: "A-principal" },
  { person: "recruit", to: "B", post: "B-语文" },
];
