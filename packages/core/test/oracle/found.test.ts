import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { planCounty, verifyRoster } from "../../src/index.ts";
import type { Instance } from "../../src/index.ts";
import { quotaBase } from "../../src/policy.ts";
import type { Policy } from "../../src/policy.ts";
import {
  countyOf,
  eligibilityOf,
  form,
  policyOf,
  post,
  rule,
  school as bare,
  teacher as nobody,
} from "../small-county.ts";
import { takeBackSmallRests } from "./light.ts";
import { World } from "./world.ts";

/** What the second reading found, each on a county of its own: what a plan does, and what verification says. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const HERE = { latitude: 34, longitude: 109 };
const school = (given: Parameters<typeof bare>[0]) => bare({ coordinates: HERE, ...given });
const teacher = (given: Parameters<typeof nobody>[0]) => nobody({ residence: HERE, ...given });

async function goers(instance: Instance, policy: Policy): Promise<string[]> {
  const outcome = await planCounty({ instance, policy, solver });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.plan.moves.map(({ person, to }) => `${person} ${to}`);
}

const broken = (instance: Instance, policy: Policy, moves: { person: string; to: string; post: string }[]) =>
  verifyRoster({ instance, policy, moves }).violations.map(({ rule: id }) => id);

const OUTSIDE = form("rotation", { countsInQuota: false });
const AT = (id: string, count: number) =>
  Array.from({ length: count }, (_, k) => teacher({ id: `${id}${k}`, homeSchool: id }));

/** Three teachers at A, two of whom B lacks. */
const wanted = countyOf({
  schools: [school({ id: "A", area: "urban" }), school({ id: "B" })],
  posts: [post("A", 3), post("B", 2)],
  persons: AT("A", 3),
});
const GAPS = rule("postBalance", { level: "gaps", growth: "free", weight: 5 });
const BOTH = [
  { person: "A0", to: "B", post: "B-语文" },
  { person: "A1", to: "B", post: "B-语文" },
];

test.each([
  ["perSchool", { maxOut: 1 }],
  ["direction", { moves: { attr: "to.area", op: "eq", value: "rural" }, max: 1 }],
  [
    "directionMatrix",
    { classes: [{ name: "all", schools: { all: [] } }], cells: [{ from: "all", to: "all", max: 1 }] },
  ],
])("%s bounds exchanges outside the quota: one goes, a second is refused", async (name, params) => {
  const level = rule("postBalance", { level: "gaps", growth: "free" });
  const policy = policyOf({ rules: [rule(name, params)], forms: [OUTSIDE], levels: ["gaps"] });
  expect(broken(wanted, policy, BOTH)).toContain(name);
  expect(broken(wanted, policy, BOTH.slice(0, 1))).not.toContain(name);
  const drawn = countyOf({
    schools: wanted.schools,
    posts: [post("A", 0), post("B", 2)],
    persons: AT("A", 3),
  });
  const pulled = { rules: [level, rule(name, params)], forms: [OUTSIDE], levels: ["gaps"] };
  expect(await goers(drawn, policyOf({ ...pulled, rules: [level] }))).toHaveLength(2);
  expect(await goers(drawn, policyOf(pulled))).toHaveLength(1);
});

test("a most of the staff is rounded down, and one may always go", () => {
  const of = (share: string) => policyOf({ rules: [rule("perSchool", { maxOutShare: share })] });
  // 1.8 of three is one; 0.9 of three is one that may go all the same; 2 of three are two.
  expect(broken(wanted, of("60%"), BOTH)).toContain("perSchool");
  expect(broken(wanted, of("30%"), BOTH.slice(0, 1))).not.toContain("perSchool");
  expect(broken(wanted, of("2/3"), BOTH)).not.toContain("perSchool");
});

test("who changes the post at the own school travels nowhere and misses no wish", async () => {
  const away = { residence: { latitude: 34.5, longitude: 109 } };
  const both = { subjects: [{ subject: "语文", main: true }, { subject: "数学" }] };
  const application = { volunteer: false, homeConsent: false, wishes: ["B"], consentRegions: [] };
  const instance = countyOf({
    schools: [
      school({ id: "A", coordinates: { latitude: 34, longitude: 109 } }),
      school({ id: "B", coordinates: { latitude: 34.1, longitude: 109 } }),
    ],
    posts: [post("A", 0), post("A", 1, { id: "A-数学", subject: "数学" })],
    persons: [teacher({ id: "a", homeSchool: "A", ...away, ...both, application })],
  });
  const forms = [form("internal", { scope: "school" })];
  for (const name of ["nearness", "wishes"]) {
    const levels = ["cost", "gaps"];
    const policy = policyOf({ rules: [rule(name, { level: "cost" }), GAPS], forms, levels });
    expect(await goers(instance, policy)).not.toEqual(["a A", "b B"]);
    const { measures } = verifyRoster({ instance, policy, moves: [{ person: "a", to: "A", post: "A-数学" }] });
    expect(measures.find(({ rule: id }) => id === name)).toMatchObject({ value: 0 });
  }
});

test("a post that nobody lists is not short of somebody who uses no headcount", async () => {
  const statuses = [{ code: "seconded" as const, occupiesHeadcount: false }];
  const county = (more: object) =>
    countyOf({
      schools: [school({ id: "A" }), school({ id: "B" })],
      posts: [post("A", 0)],
      persons: [...AT("A", 1), teacher({ id: "b", homeSchool: "B", ...more })],
    });
  const policy = policyOf({ rules: [GAPS], levels: ["gaps"], eligibility: { exemptions: [] } });
  expect(await goers(county({ statuses }), policy)).toEqual([]);
  const outcome = await planCounty({ instance: county({ statuses }), policy, solver });
  expect(outcome.status === "planned" && outcome.plan.shortfalls).toEqual([]);
});

test("exempt people and people who are held leave a base without those whom no post admits", () => {
  const lonely = countyOf({
    schools: [school({ id: "A" }), school({ id: "B" })],
    posts: [post("A", 3), post("B", 1, { id: "B-数学", subject: "数学" })],
    persons: [
      teacher({ id: "exempt", homeSchool: "A", statuses: [{ code: "pregnancy" }] }),
      teacher({ id: "held", homeSchool: "A" }),
      teacher({ id: "maths", homeSchool: "A", subjects: [{ subject: "数学", main: true }] }),
    ],
  });
  const locks = [{ person: "held", stay: true as const, reason: "decided" }];
  const eligibility = eligibilityOf(lonely, policyOf({}), locks);
  const base = quotaBase(eligibility, { excludeExempt: false, excludeWithoutPost: true });
  const { persons } = eligibility.county;
  expect(persons.filter((_, index) => base[index] === 1).map(({ id }) => id)).toEqual(["maths"]);
});

test("a school that takes no part is asked for no participants", () => {
  const instance = countyOf({
    schools: [school({ id: "A" }), school({ id: "P", ownership: "private" })],
    posts: [post("A", 1), post("P", 1)],
    persons: [...AT("A", 1), ...AT("P", 1)],
  });
  const of = (bySchool: object) => {
    const entry = rule("participation", { forms: ["shadow"], bySchool });
    const scope = { source: "test", schools: { attr: "school.ownership", op: "eq", value: "public" }, text: "公办" };
    const policy = policyOf({ rules: [entry], forms: [form("rotation"), { base: "shadow" }], scope });
    return broken(instance, policy, []);
  };
  expect(of({ P: 1 })).toEqual([]);
  expect(of({ A: 1 })).toEqual(["participation"]);
});

test("a place is kept for who comes back from a school out of scope", () => {
  const guest = {
    homeSchool: "B",
    currentSchool: "P",
    exchanges: [{ from: "B", to: "P", form: "support" as const, start: "2022-09-01", end: "2025-08-31" }],
  };
  const instance = countyOf({
    schools: [school({ id: "A" }), school({ id: "B" }), school({ id: "P", ownership: "private" })],
    posts: [post("A", 1), post("B", 1), post("P", 1)],
    persons: [...AT("A", 1), teacher({ id: "guest", ...guest })],
  });
  const scope = { source: "test", schools: { attr: "school.ownership", op: "eq", value: "public" }, text: "公办" };
  const moves = [{ person: "A0", to: "B", post: "B-语文" }];
  const of = (relationMoves: boolean) =>
    policyOf({ rules: [rule("returnRoom", { when: "always" })], forms: [form("rotation", { relationMoves })], scope });
  expect(broken(instance, of(true), moves)).toContain("returnRoom");
  expect(broken(instance, of(false), moves)).not.toContain("returnRoom");
});

describe("another post of the own school is no exchange of a couple", () => {
  const township = "T1";
  const both = { subjects: [{ subject: "语文", main: true }, { subject: "数学" }] };
  const instance = countyOf({
    schools: [school({ id: "A", township }), school({ id: "B", township })],
    posts: [post("A", 0), post("A", 1, { id: "A-数学", subject: "数学" }), post("B", 1)],
    persons: [
      teacher({ id: "a", homeSchool: "A", spouse: "b", ...both }),
      teacher({ id: "b", homeSchool: "A", spouse: "a" }),
    ],
  });
  const forms = [form("internal", { scope: "school" }), form("rotation")];
  const policyWith = (name: string, params: object) =>
    policyOf({ rules: [rule("total", { max: 9 }), rule(name, params), GAPS], forms, levels: ["gaps"] });
  const inside = { person: "a", to: "A", post: "A-数学" };
  const outside = { person: "b", to: "B", post: "B-语文" };

  test.each([
    ["avoidance", { leaders: { all: [] } }],
    ["linked", { bothOrNone: true, sameTownship: true }],
  ])("%s does not ask about it", async (name, params) => {
    const alone = { ...instance, posts: instance.posts.filter(({ school: at }) => at === "A") };
    expect(await goers(alone, policyWith(name, params))).toEqual(["a A"]);
    expect(broken(alone, policyWith(name, params), [inside])).toEqual([]);
  });

  test("who changes it has not gone along, and leaves the other alone", async () => {
    const policy = policyWith("linked", { bothOrNone: true, sameTownship: true });
    expect(await goers(instance, policy)).not.toEqual(["a A", "b B"]);
    expect(broken(instance, policy, [inside, outside])).toEqual(["linked"]);
    expect(await goers(instance, policyWith("linked", { sameTownship: true }))).toEqual(["a A", "b B"]);
  });

  test("linked does not blame who changes it for the way of the other", () => {
    const far = instance.schools.map((at) => (at.id === "B" ? { ...at, coordinates: { ...HERE, latitude: 35 } } : at));
    const apart = { ...instance, schools: far };
    const { violations } = verifyRoster({
      instance: apart,
      policy: policyWith("linked", {}),
      moves: [inside, outside],
    });
    expect(violations.map(({ rule: id, about }) => [id, about])).toEqual([["linked", { kind: "person", person: "b" }]]);
  });
});

test.each([
  { there: 0, back: 0, need: 1 },
  { there: 1, back: 0, need: 1 },
  { there: 1, back: 1, need: 2 },
  { there: 0, back: 2, need: 2 },
  { there: 2, back: 1, need: 2 },
])("of 7 periods, 5 a load, with $there there and $back coming back $need are needed: each counts once", (people) => {
  const away = {
    homeSchool: "A",
    currentSchool: "C",
    exchanges: [{ from: "A", to: "C", form: "support" as const, start: "2023-09-01", end: "2025-08-31" }],
  };
  const instance = countyOf({
    schools: [school({ id: "A" }), school({ id: "B" }), school({ id: "C" })],
    posts: [
      { id: "A-语文", school: "A", stage: "primary", subject: "语文", periodsPerWeek: 7, fullLoad: 5 },
      post("B", 1),
      post("C", 2),
    ],
    persons: [
      ...AT("A", people.there),
      ...AT("B", 1),
      ...Array.from({ length: people.back }, (_, k) => teacher({ id: `away${k}`, ...away })),
    ],
  });
  const policy = policyOf({
    forms: [form("rotation"), { base: "partTime", scope: "county" }],
    rules: [rule("itinerant", { form: "partTime", level: "gaps" })],
    levels: ["gaps"],
  });
  const { cells, schoolIndex } = eligibilityOf(instance, policy).county;
  expect(cells.find((cell) => cell.school === schoolIndex.get("A"))?.demand).toBe(people.need);
  const world = new World(instance, policy as never, policy.forms, []);
  takeBackSmallRests(world);
  expect(world.places.get("A/teaching/primary/语文")?.need).toBe(people.need);
});
