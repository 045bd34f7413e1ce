import type { Instance } from "../../src/instance/instance.ts";
import type { Lock } from "../../src/eligibility/locks.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { PostInput, SchoolInput } from "../../src/instance/school.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { verifyPlan } from "../../src/planner/verify-plan.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Each rule in a county where it makes the difference: the plan without it and the plan with it. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const at = (latitude: number) => ({ latitude, longitude: 109 });
const near = { residence: at(34) };
const BACKBONE = { attr: "person.honours", op: "has", value: ["backboneCounty"] };
const RURAL = { attr: "to.area", op: "in", value: ["rural", "remote"] };
const TYPES = { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] };

const FORMS = [
  form("recruit", { relationMoves: true, countsInQuota: false, termMonths: { min: 24, max: 72 } }),
  form("leaderRotation", { who: TYPES, kinds: ["management"] }),
  form("rotation", { who: { not: TYPES } }),
];

const VOLUNTEERS = { volunteers: { source: "test", needsVacancy: false, needsHomeConsent: false } };
const FORCED = {
  forced: [
    {
      id: "named",
      source: "test",
      when: { attr: "person.named", op: "eq", value: true },
      text: { zh: "点名", en: "named" },
    },
  ],
};

const people = (count: number, given: Partial<PersonInput> = {}, prefix = "t") =>
  Array.from({ length: count }, (_, k) => teacher({ id: `${prefix}${k}`, homeSchool: "A", ...near, ...given }));

const keen = { application: { volunteer: true } };

interface Ground {
  readonly schools?: readonly SchoolInput[];
  readonly posts: readonly PostInput[];
  readonly persons: readonly PersonInput[];
}

const SCHOOLS: readonly SchoolInput[] = [
  school({ id: "A", area: "urban", coordinates: at(34), pairs: ["P"] }),
  school({ id: "B", area: "rural", coordinates: at(34.2), pairs: ["P"] }),
  school({ id: "C", area: "urban", coordinates: at(34.1) }),
];

function groundOf({ schools = SCHOOLS, posts, persons }: Ground): Instance {
  return countyOf({ schools, posts, persons });
}

/** Six teachers too many at A, six posts empty at B: all go unless something holds them. */
const pull: Ground = { posts: [post("A", 0), post("B", 6), post("C", 0)], persons: people(6) };

/** A rule as `rule()` writes it. */
type Written = ReturnType<typeof rule>;

async function planOf(
  ground: Ground,
  rules: readonly Written[],
  eligibility: object = {},
  forms: object[] = FORMS,
): Promise<Plan> {
  const instance = groundOf(ground);
  const total = rules.some((entry) => entry.rule === "total") ? [] : [rule("total", { max: 99 })];
  const policy = policyOf({
    rules: [...rules, ...total],
    forms,
    eligibility,
    levels: ["gaps", "wishes", "calm", "near"],
  });
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(`${outcome.status}: ${JSON.stringify(outcome)}`);
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  return outcome.plan;
}

const counted = async (...given: Parameters<typeof planOf>) => (await planOf(...given)).moves.length;
const routes = async (...given: Parameters<typeof planOf>) =>
  (await planOf(...given)).moves.map(({ person, to }) => `${person}>${to}`);

const gaps = rule("postBalance", { level: "gaps" });
const calm = rule("stability", { level: "calm" });
const eager = rule("wishes", { level: "wishes", volunteerStays: 3, missed: 0 });

describe("rules that hold people back", () => {
  const special = {
    ...pull,
    persons: pull.persons.map((person, k) => (k === 0 ? { ...person, honours: ["backboneCounty" as const] } : person)),
  };
  const two = { ...pull, schools: SCHOOLS.map((entry) => (entry.id === "B" ? { ...entry, establishment: 2 } : entry)) };
  const split = { ...pull, posts: [post("A", 0), post("B", 1), post("C", 5)] };
  const maths = [{ subject: "数学", main: true }];
  const inMaths = (id: string, capacity: number) => post(id, capacity, { id: `${id}-数学`, subject: "数学" });
  const parted: Ground = {
    posts: [...pull.posts, ...["A", "B", "C"].map((id) => inMaths(id, id === "B" ? 2 : 0))],
    persons: [...people(4), ...people(2, { subjects: maths }, "m")],
  };
  /** Everybody at B is of one subject, everybody at C of the other. */
  const apart = { ...parted, posts: [post("A", 0), post("B", 4), inMaths("A", 0), inMaths("C", 2)] };

  test.each<[string, Written, number, Ground]>([
    ["total", rule("total", { max: 2 }), 2, pull],
    ["quota at most", rule("quota", { share: "50%", bound: "atMost" }), 3, pull],
    ["quota at most, rounded down", rule("quota", { share: "30%", bound: "atMost" }), 1, pull],
    ["quota at most, a half up", rule("quota", { share: "25%", bound: "atMost", rounding: "halfUp" }), 2, pull],
    ["quota at most, a half down", rule("quota", { share: "25%", bound: "atMost", rounding: "halfDown" }), 1, pull],
    ["quota at most, up", rule("quota", { share: "20%", bound: "atMost", rounding: "up" }), 2, pull],
    ["share at least, down", rule("share", { share: "1/3", set: BACKBONE, rounding: "down" }), 5, special],
    ["share at least, a half up", rule("share", { share: "1/3", set: BACKBONE, rounding: "halfUp" }), 4, special],
    [
      "share at most, up",
      rule("share", { share: "1/2", set: { not: BACKBONE }, bound: "atMost", rounding: "up" }),
      3,
      special,
    ],
    [
      "share at most, a half up",
      rule("share", { share: "1/2", set: { not: BACKBONE }, bound: "atMost", rounding: "halfUp" }),
      3,
      special,
    ],
    [
      "share at most, a half down",
      rule("share", { share: "1/2", set: { not: BACKBONE }, bound: "atMost", rounding: "halfDown" }),
      2,
      special,
    ],
    [
      "direction minShare, a half up",
      rule("direction", { moves: RURAL, minShare: "1/2", rounding: "halfUp" }),
      2,
      split,
    ],
    [
      "direction minShare, a half down",
      rule("direction", { moves: RURAL, minShare: "1/2", rounding: "halfDown" }),
      3,
      split,
    ],
    ["direction max by subject", rule("direction", { moves: RURAL, max: 1, bySubject: true }), 2, parted],
    ["direction minShare by subject", rule("direction", { moves: RURAL, minShare: "1/2", bySubject: true }), 4, apart],
    ["perSchool maxOut by subject", rule("perSchool", { maxOut: 1, bySubject: true }), 2, parted],
    ["perSchool maxOutShare by subject", rule("perSchool", { maxOutShare: "3/4", bySubject: true }), 4, parted],
    ["perSchool maxIn by subject", rule("perSchool", { maxIn: 1, bySubject: true }), 2, parted],
    ["share at least", rule("share", { share: "1/3", set: BACKBONE }), 3, special],
    ["share at most", rule("share", { share: "1/2", set: { not: BACKBONE }, bound: "atMost" }), 2, special],
    ["perSchool maxOut", rule("perSchool", { maxOut: 2 }), 2, pull],
    ["perSchool maxIn", rule("perSchool", { maxIn: 1 }), 1, pull],
    // 40% of six is 2.4, 3/4 is 4.5.
    ["perSchool maxOutShare, rounded down", rule("perSchool", { maxOutShare: "40%" }), 2, pull],
    ["... up", rule("perSchool", { maxOutShare: "40%", maxOutRounding: "up" }), 3, pull],
    ["... to the nearer, below a half", rule("perSchool", { maxOutShare: "40%", maxOutRounding: "halfUp" }), 2, pull],
    ["... a half up", rule("perSchool", { maxOutShare: "3/4", maxOutRounding: "halfUp" }), 5, pull],
    ["... a half down", rule("perSchool", { maxOutShare: "3/4", maxOutRounding: "halfDown" }), 4, pull],
    [
      "perSchool of other schools",
      rule("perSchool", { maxOut: 2, schools: { attr: "school.area", op: "eq", value: "rural" } }),
      6,
      pull,
    ],
    ["direction max", rule("direction", { moves: RURAL, max: 2 }), 2, pull],
    ["direction minShare", rule("direction", { moves: RURAL, minShare: "1/2" }), 2, split],
    ["direction minShare of some", rule("direction", { moves: RURAL, of: BACKBONE, minShare: "1/2" }), 6, split],
    ["establishment on the working ledger", rule("establishment", { relation: "free" }), 2, two],
    ["establishment that is free", rule("establishment", { working: "free", relation: "free" }), 6, two],
    [
      "establishment on the relation ledger, where nobody takes the relation along",
      rule("establishment", { working: "free" }),
      6,
      two,
    ],
  ])("%s", async (_name, held, expected, ground) => {
    expect(await counted(ground, [gaps])).toBe(6);
    expect(await counted(ground, [gaps, held])).toBe(expected);
  });

  test("establishment on the relation ledger, where the relation moves", async () => {
    const transfer = [form("rotation", { relationMoves: true })];
    expect(await counted(two, [gaps, rule("establishment", { working: "free" })], {}, transfer)).toBe(2);
  });

  describe("establishment on the relation ledger", () => {
    const transfer = [form("rotation", { relationMoves: true })];
    const full = SCHOOLS.slice(0, 2).map((entry) => ({ ...entry, establishment: 1 }));
    const ledger = rule("establishment", { working: "free" });
    const posts = [post("A", 9), post("B", 9)];
    const guest = (given: Partial<PersonInput>) =>
      teacher({
        id: "guest",
        homeSchool: "A",
        currentSchool: "B",
        residence: at(34),
        exchanges: [
          {
            from: "A",
            to: "B",
            form: "support",
            start: "2022-09-01",
            end: "2024-08-31",
            stay: { applied: true, approved: true },
          },
        ],
        ...given,
      });

    test("lets nobody in where it is full, and two change places", async () => {
      const one = people(1, keen);
      const other = people(1, { ...keen, homeSchool: "B" }, "b");
      const idle = people(1, { homeSchool: "B", tenureStart: "2023-09-01" }, "b");
      expect(
        await counted({ schools: full, posts, persons: [...one, ...idle] }, [eager, ledger], VOLUNTEERS, transfer),
      ).toBe(0);
      expect(
        await counted({ schools: full, posts, persons: [...one, ...other] }, [eager, ledger], VOLUNTEERS, transfer),
      ).toBe(2);
    });

    test("lets nobody settle where it is full", async () => {
      const returns = { returns: { source: "YL-17", stayAllowed: true } };
      const settles = async (...rules: Written[]) => {
        const idle = people(1, { homeSchool: "B", tenureStart: "2023-09-01" }, "b");
        // One post at home too few makes staying at the host the better choice.
        const ground = { schools: full, posts: [post("A", 0), post("B", 2)], persons: [guest({}), ...idle] };
        return (await planOf(ground, [gaps, ...rules], returns)).returns.map((line) => line.settles);
      };
      expect(await settles()).toEqual([true]);
      expect(await settles(ledger)).toEqual([false]);
    });

    test("who comes back without using headcount keeps no place beyond the demand", async () => {
      const back = guest({ statuses: [{ code: "seconded", occupiesHeadcount: false }] });
      const there = people(1, { tenureStart: "2023-09-01" });
      const willing = people(1, { ...keen, homeSchool: "B" }, "b");
      const ground = {
        schools: SCHOOLS.slice(0, 2),
        posts: [post("A", 1), post("B", 9)],
        persons: [back, ...there, ...willing],
      };
      expect(await counted(ground, [eager, rule("postBalance")], VOLUNTEERS)).toBe(0);
      expect(await counted(ground, [eager, rule("postBalance", { growth: "free" })], VOLUNTEERS)).toBe(1);
    });
  });

  test("a rule that the policy switches off holds nobody back, and one that it switches on does", async () => {
    const free = { ...rule("total", { max: 5 }), id: "free" };
    expect(await counted(pull, [gaps, rule("total", { max: 2 }, { enabled: true }), free])).toBe(2);
    expect(await counted(pull, [gaps, rule("total", { max: 2 }, { enabled: false }), free])).toBe(5);
  });

  test("a school's own quota wins over the rule", async () => {
    const own = {
      ...pull,
      schools: SCHOOLS.map((entry) => (entry.id === "A" ? { ...entry, quota: { maxOut: 4 } } : entry)),
    };
    expect(await counted(own, [gaps, rule("perSchool", { maxOut: 2 })])).toBe(4);
    expect(await counted(own, [gaps, rule("perSchool", { maxOut: 2, useSchoolQuota: false })])).toBe(2);
  });

  test("teamCap, rounded down, with one at least where the policy says so", async () => {
    const persons = Array.from({ length: 5 }, (_, k) =>
      leader({ id: `v${k}`, homeSchool: "A", personType: "vicePrincipal", ...near }),
    );
    const ground = { posts: [office("A", "vicePrincipal", 0), office("B", "vicePrincipal", 5)], persons };
    expect(await counted(ground, [gaps])).toBe(5);
    expect(await counted(ground, [gaps, rule("teamCap", { share: "30%" })])).toBe(1);
    const three = { ...ground, persons: persons.slice(0, 3) };
    expect(await counted(three, [gaps, rule("teamCap", { share: "30%" })])).toBe(0);
    expect(await counted(three, [gaps, rule("teamCap", { share: "30%", atLeastOne: true })])).toBe(1);
  });

  test("postBalance keeps keen people out of full posts, and lets a surplus be", async () => {
    const ground = { posts: [post("A", 6), post("B", 2)], persons: people(6, keen) };
    expect(await counted(ground, [eager, rule("postBalance", { growth: "free" })], VOLUNTEERS)).toBe(6);
    expect(await counted(ground, [eager, rule("postBalance")], VOLUNTEERS)).toBe(2);
  });

  test("leaderPosts keeps the post of a head filled", async () => {
    const head = leader({ id: "head", homeSchool: "A", personType: "principal", ...near, ...keen });
    const ground = { posts: [office("A", "principal"), office("B", "principal")], persons: [head] };
    expect(await counted(ground, [eager], VOLUNTEERS)).toBe(1);
    expect(await counted(ground, [eager, rule("leaderPosts")], VOLUNTEERS)).toBe(0);
    expect(await counted(ground, [eager, rule("leaderPosts", { offices: ["vicePrincipal"] })], VOLUNTEERS)).toBe(1);
  });

  test("pairBalance sends as many one way as the other", async () => {
    const persons = [...people(6, keen), ...people(2, { ...keen, homeSchool: "B" }, "b")];
    const ground = { schools: SCHOOLS.slice(0, 2), posts: [post("A", 9), post("B", 9)], persons };
    const forms = [form("mutual", { scope: "pair" })];
    const pair = (params: object) => rule("pairBalance", { forms: ["mutual"], ...params });
    expect(await counted(ground, [eager], VOLUNTEERS, forms)).toBe(8);
    expect(await counted(ground, [eager, pair({})], VOLUNTEERS, forms)).toBe(4);
    expect(await counted(ground, [eager, pair({ count: 1 })], VOLUNTEERS, forms)).toBe(2);
  });

  test("pairBalance by subject swaps like for like", async () => {
    const music = { subjects: [{ subject: "音乐", main: true }] };
    const persons = [
      ...people(2, keen),
      ...people(1, { ...keen, ...music, homeSchool: "B" }, "m"),
      ...people(1, { ...keen, homeSchool: "B" }, "b"),
    ];
    const all = ["A", "B"].flatMap((id) => [post(id, 9), post(id, 9, { id: `${id}-音乐`, subject: "音乐" })]);
    const ground = { schools: SCHOOLS.slice(0, 2), posts: all, persons };
    const forms = [form("mutual", { scope: "pair" })];
    expect(await counted(ground, [eager, rule("pairBalance", { forms: ["mutual"] })], VOLUNTEERS, forms)).toBe(4);
    expect(
      await counted(ground, [eager, rule("pairBalance", { forms: ["mutual"], bySubject: true })], VOLUNTEERS, forms),
    ).toBe(2);
  });
});

describe("rules that make people go", () => {
  const stay = { posts: [post("A", 6), post("B", 6)], persons: people(6) };

  test("quota at least, rounded up, by county and by school", async () => {
    expect(await counted(stay, [calm])).toBe(0);
    expect(await counted(stay, [calm, rule("quota", { share: "10%" })])).toBe(1);
    expect(await counted(stay, [calm, rule("quota", { share: "40%" })])).toBe(3);
    const both = { ...stay, persons: [...stay.persons, ...people(6, { homeSchool: "B" }, "b")] };
    expect(await counted(both, [calm, rule("quota", { share: "10%" })])).toBe(2);
    expect(await counted(both, [calm, rule("quota", { share: "20%", by: "school" })])).toBe(4);
  });

  test("quota of some moves asks for these and no others", async () => {
    const both = { posts: [post("A", 6), post("B", 6), post("C", 6)], persons: people(6) };
    const near = rule("nearness", { level: "near" });
    const quota = (params: object) => rule("quota", { share: "1/3", ...params });
    const to = async (params: object) => (await planOf(both, [near, quota(params)])).moves.map((line) => line.to);
    expect(await to({})).toEqual(["C", "C"]);
    expect(await to({ moves: RURAL })).toEqual(["B", "B"]);
    const most = { ...quota({ moves: RURAL, bound: "atMost", share: "1/6" }), id: "most" };
    expect((await routes(pull, [gaps, most])).length).toBe(1);
    expect((await routes(pull, [gaps, { ...most, params: { ...most.params, moves: { not: RURAL } } }])).length).toBe(6);
  });

  describe("the bound on the total leaves room for", () => {
    const usual = rule("total");
    const schools = SCHOOLS.map((entry) => ({ ...entry, zones: [entry.id === "C" ? "Z2" : "Z1"] }));
    const crowd = {
      schools,
      posts: [post("A", 6), post("B", 6), post("C", 6)],
      persons: [...people(6), ...people(4, { homeSchool: "B" }, "b"), ...people(4, { homeSchool: "C" }, "c")],
    };
    const named = (...ids: readonly string[]) => ({
      ...crowd,
      persons: crowd.persons.map((person) => ({ ...person, named: ids.includes(person.id) })),
    });
    const bound = async (ground: Ground, ...rules: readonly Written[]) =>
      (await planOf(ground, [calm, usual, ...rules], FORCED)).measures.find((line) => line.rule === "total")?.target;
    const one = (by: string) => rule("quota", { share: "10%", by });

    test("those who must go of one group, and what the others owe", async () => {
      expect(await bound(crowd, one("school"))).toBe(3);
      expect(await bound(named("t0", "t1", "t2"), one("school"))).toBe(5);
      expect(await bound(named("t0", "t1", "t2"), one("zone"))).toBe(4);
      expect(await bound(named("t0", "t1", "t2"), one("county"))).toBe(3);
      expect(await bound(named("t0"), one("county"))).toBe(2);
    });

    test("those who must go and are not counted by the quota", async () => {
      const backbone = rule("quota", { share: "10%", who: BACKBONE });
      const honoured = named("t0", "t1");
      const ground = {
        ...honoured,
        persons: honoured.persons.map((person) =>
          person.id === "b0" ? { ...person, honours: ["backboneCounty" as const] } : person,
        ),
      };
      expect(await bound(ground, backbone)).toBe(3);
      expect(await bound(named("t0", "t1"), rule("quota", { share: "10%", moves: RURAL }))).toBe(4);
    });

    test("least leavers of schools", async () => {
      const out = rule("perSchool", { minOut: 2, schools: { attr: "school.id", op: "eq", value: "C" } });
      expect(await bound(crowd, out)).toBe(2);
      expect(await bound(crowd, out, one("school"))).toBe(4);
      expect(await bound(crowd, out, one("county"))).toBe(2);
      expect(await bound(named("t0", "c0"), out, one("zone"))).toBe(3);
    });

    test("all quotas where they are added up", async () => {
      const again = { ...one("county"), id: "again" };
      const sum = { ...usual, params: { quotas: "sum" } };
      const added = async (ground: Ground) =>
        (await planOf(ground, [calm, sum, one("zone"), again], FORCED)).measures.find((line) => line.rule === "total")
          ?.target;
      expect(await added(crowd)).toBe(4);
    });
  });

  test("perSchool minOut by subject takes one of each, and the total leaves room for both", async () => {
    const maths = [{ subject: "数学", main: true }];
    const posts = ["A", "B"].flatMap((id) => [post(id, 9), post(id, 9, { id: `${id}-数学`, subject: "数学" })]);
    const ground: Ground = { posts, persons: [...people(3), ...people(3, { subjects: maths }, "m")] };
    const out = rule("perSchool", { minOut: 1, bySubject: true, schools: { attr: "school.id", op: "eq", value: "A" } });
    const { moves, measures } = await planOf(ground, [out, rule("total", {}), calm]);
    expect(moves.map(({ post: to }) => to.slice(2)).sort()).toEqual(["数学", "语文"]);
    expect(measures.filter(({ rule: id }) => id === "perSchool").map(({ about }) => about)).toEqual(
      ["数学", "语文"].map((subject) => ({ kind: "school", school: "A", subject, limit: "minOut" })),
    );
  });

  test("perSchool minOut and minIn", async () => {
    const out = rule("perSchool", { minOut: 2, schools: { attr: "school.id", op: "eq", value: "A" } });
    expect(await counted(stay, [calm, out])).toBe(2);
    const into = rule("perSchool", { minIn: 3, schools: { attr: "school.id", op: "eq", value: "B" } });
    expect(await counted(stay, [calm, into])).toBe(3);
  });

  test("mustMove sends the named", async () => {
    const named = { ...stay, persons: stay.persons.map((person, k) => ({ ...person, named: k === 2 })) };
    expect(await routes(named, [calm])).toEqual([]);
    expect(await routes(named, [calm], FORCED)).toEqual(["t2>B"]);
  });

  test("mustMove places a recruit where a lock says, and nobody is placed by a lock that only forbids", async () => {
    const recruit = teacher({ id: "r", recruitYear: 2024, ...near });
    const instance = groundOf({ posts: [post("A", 1), post("B", 1), post("C", 1)], persons: [recruit] });
    const policy = policyOf({ rules: [rule("nearness", { level: "near" })], forms: FORMS, levels: ["near"] });
    const placed = async (...locks: Lock[]) => {
      const outcome = await planCounty({ instance, policy, locks, solver });
      if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
      const { plan } = outcome;
      expect(verifyPlan({ instance, policy, locks, plan })).toMatchObject({ ok: true });
      const without = verifyPlan({ instance, policy, locks, plan: { ...plan, moves: [] } });
      return [plan.moves.map(({ to }) => to), without.violations.some((line) => line.rule === "mustMove")];
    };
    expect(await placed()).toEqual([[], false]);
    expect(await placed({ person: "r", school: "B", reason: "agreed" })).toEqual([["B"], true]);
    expect(await placed({ person: "r", post: "C-语文", reason: "agreed" })).toEqual([["C"], true]);
    expect(await placed({ person: "r", forbid: "B", reason: "agreed" })).toEqual([[], false]);
  });

  test("newRecruits gives recruits a first school that is meant for them", async () => {
    const recruit = teacher({ id: "r", recruitYear: 2024, ...near });
    const ground = { posts: [post("A", 1), post("B", 1), post("C", 1)], persons: [recruit] };
    const close = rule("nearness", { level: "near" });
    expect(await routes(ground, [close])).toEqual([]);
    expect(await routes(ground, [close, rule("newRecruits", { schools: RURAL })])).toEqual(["r>B"]);
  });

  test("postBalance sends people where posts are empty, by weight", async () => {
    expect(await counted(pull, [calm])).toBe(0);
    expect(await counted(pull, [calm, gaps])).toBe(6);
  });

  test("establishment sends people from full schools to empty ones", async () => {
    const schools = SCHOOLS.map((entry) => ({ ...entry, establishment: entry.id === "A" ? 4 : 1 }));
    const ground = { schools, posts: [post("A", 6), post("B", 6)], persons: people(6) };
    expect(await counted(ground, [calm])).toBe(0);
    expect(await counted(ground, [calm, rule("establishment", { level: "gaps" })])).toBe(1);
    expect(
      await counted(ground, [calm, rule("establishment", { level: "gaps", working: "free" })]),
    ).toBeGreaterThanOrEqual(1);
  });
});

describe("rules that choose", () => {
  const one = rule("quota", { share: "10%" });

  test("nearness takes the near school, from the residence", async () => {
    const ground = { posts: [post("A", 1), post("B", 1), post("C", 1)], persons: people(1, { residence: at(34.2) }) };
    expect(await routes(ground, [one, rule("nearness", { level: "near" })])).toEqual(["t0>B"]);
    const inTown = { ...ground, persons: people(1, { residence: at(34) }) };
    expect(await routes(inTown, [one, rule("nearness", { level: "near" })])).toEqual(["t0>C"]);
  });

  test("wishes take the first wish that can be met", async () => {
    const ground = {
      posts: [post("A", 1), post("B", 1), post("C", 1)],
      persons: people(1, { application: { wishes: ["C", "B"] } }),
    };
    expect(await routes(ground, [one, rule("wishes", { level: "wishes" })])).toEqual(["t0>C"]);
    const other = { ...ground, persons: people(1, { application: { wishes: ["B"] } }) };
    expect(await routes(other, [one, rule("wishes", { level: "wishes" })])).toEqual(["t0>B"]);
  });

  test("tenure sends the longest stayer first", async () => {
    const persons = ["2014-09-01", "2008-09-01", "2012-09-01"].map((tenureStart, k) =>
      teacher({ id: `t${k}`, homeSchool: "A", tenureStart, ...near }),
    );
    const ground = { schools: SCHOOLS.slice(0, 2), posts: [post("A", 3), post("B", 3)], persons };
    expect(await routes(ground, [one, rule("tenure", { level: "calm" })])).toEqual(["t1>B"]);
  });

  test("stability spares head teachers of a class", async () => {
    const persons = people(2).map((person, k) => (k === 0 ? { ...person, classCycleUntil: "2025-07-01" } : person));
    const ground = { schools: SCHOOLS.slice(0, 2), posts: [post("A", 3), post("B", 3)], persons };
    expect(await routes(ground, [one, calm])).toEqual(["t1>B"]);
  });

  test("direction counts moves that lead elsewhere", async () => {
    const ground = { posts: [post("A", 1), post("B", 1), post("C", 1)], persons: people(1) };
    const nearest = rule("nearness", { level: "near" });
    expect(await routes(ground, [one, nearest])).toEqual(["t0>C"]);
    expect(await routes(ground, [one, nearest, rule("direction", { moves: RURAL, level: "calm" })])).toEqual(["t0>B"]);
  });

  test("fairBurden spreads what longest-first would take from one school", async () => {
    const old = people(2, { tenureStart: "2000-09-01" });
    const young = people(2, { tenureStart: "2012-09-01", homeSchool: "B" }, "b");
    const ground = { posts: [post("A", 2), post("B", 2), post("C", 4)], persons: [...old, ...young] };
    const rules = [rule("quota", { share: "50%" }), rule("total", {}), rule("tenure", { level: "near" })];
    const leaving = async (...more: Written[]) =>
      (await planOf(ground, [...rules, ...more])).moves.map(({ from }) => from);
    expect(await leaving()).toEqual(["A", "A"]);
    expect(new Set(await leaving(rule("fairBurden", { level: "calm" })))).toEqual(new Set(["A", "B"]));
  });
});

describe("rules that may give do so at their price", () => {
  test("the cheaper of two that cannot both hold gives", async () => {
    const stay = { schools: SCHOOLS.slice(0, 2), posts: [post("A", 6), post("B", 6)], persons: people(6) };
    const quota = (price: number) => rule("quota", { share: "50%" }, { strength: "soft", price });
    const cap = (price: number) => rule("perSchool", { maxOut: 1 }, { strength: "soft", price });
    expect(await counted(stay, [calm, quota(2), cap(1)])).toBe(3);
    expect(await counted(stay, [calm, quota(1), cap(2)])).toBe(1);
  });

  test.each<[string, Written, Ground, object]>([
    [
      "mustMove",
      rule("mustMove", {}, { strength: "soft" }),
      { posts: [post("A", 1)], persons: people(1, { named: true }) },
      FORCED,
    ],
    [
      "newRecruits",
      rule("newRecruits", {}, { strength: "soft" }),
      { posts: [], persons: [teacher({ id: "r", recruitYear: 2024, ...near })] },
      {},
    ],
    [
      "leaderPosts",
      rule("leaderPosts", {}, { strength: "soft" }),
      {
        posts: [office("A", "principal"), office("B", "principal")],
        persons: [leader({ id: "h", homeSchool: "A", personType: "principal", named: true, ...near })],
      },
      FORCED,
    ],
  ])("%s", async (name, entry, ground, eligibility) => {
    const plan = await planOf(ground, [entry], eligibility);
    expect(plan.violations).toMatchObject([{ rule: name, strength: "soft", amount: 1 }]);
    expect(plan.levels[0]).toMatchObject({ name: "compliance", value: 1 });
  });

  test("a rule that is overridden with a reason gives; without a reason it holds", async () => {
    const stay = { schools: SCHOOLS.slice(0, 2), posts: [post("A", 6), post("B", 6)], persons: people(6) };
    const quota = rule("quota", { share: "50%" });
    const cap = (rest: object) => rule("perSchool", { maxOut: 2 }, { strength: "override", ...rest });
    expect(await counted(stay, [calm, quota, cap({ override: "agreed" })])).toBe(3);
    await expect(counted(stay, [calm, quota, cap({})])).rejects.toThrow("infeasible");
  });

  test("a share is priced by the move and not by its denominator", async () => {
    const ground = { schools: SCHOOLS.slice(0, 2), posts: [post("A", 6), post("B", 6)], persons: people(6) };
    const share = rule("share", { share: "30%", set: BACKBONE }, { strength: "soft", price: 5 });
    const plan = await planOf(ground, [calm, rule("quota", { share: "50%" }), share]);
    expect(plan.levels[0]).toMatchObject({ name: "compliance", value: 5 });
  });

  test("heads beyond a soft establishment still count in its level", async () => {
    const schools = SCHOOLS.map((entry) => (entry.id === "B" ? { ...entry, establishment: 0 } : entry));
    const ground = { schools, posts: [post("A", 1), post("B", 1)], persons: people(1, { named: true }) };
    const soft = rule(
      "establishment",
      { level: "near", overWeight: 4, underWeight: 0 },
      { strength: "soft", price: 2 },
    );
    const plan = await planOf({ ...ground, schools: schools.slice(0, 2) }, [soft], FORCED);
    const value = (name: string) => plan.levels.find((level) => level.name === name)?.value;
    expect([value("compliance"), value("near")]).toEqual([2, 4]);
  });

  test("heads beyond count in the level of every entry that counts them", async () => {
    const schools = SCHOOLS.slice(0, 2).map((entry) => (entry.id === "B" ? { ...entry, establishment: 0 } : entry));
    const ground = { schools, posts: [post("A", 1), post("B", 1)], persons: people(1, { named: true }) };
    const counts = { level: "near", overWeight: 4, underWeight: 0 };
    const first = rule("establishment", { ...counts, working: "free" });
    const second = { ...rule("establishment", counts, { strength: "soft", price: 2 }), id: "establishment-2" };
    for (const entries of [
      [first, second],
      [second, first],
    ]) {
      const plan = await planOf(ground, entries, FORCED);
      expect(plan.levels.map(({ value }) => value).slice(0, 5)).toEqual([2, 0, 0, 0, 8]);
    }
  });

  test("a rule written twice, once hard and once soft, is hard", async () => {
    const ground = { posts: [post("A", 6), post("B", 2)], persons: people(6, keen) };
    const soft = { ...rule("postBalance", {}, { strength: "soft" }), id: "postBalance-2" };
    expect(await counted(ground, [eager, rule("postBalance"), soft], VOLUNTEERS)).toBe(2);
    expect(await counted(ground, [eager, soft, rule("postBalance")], VOLUNTEERS)).toBe(2);
  });

  test("a least above the most gives by the difference and never blocks the plan", async () => {
    const stay = { schools: SCHOOLS.slice(0, 2), posts: [post("A", 6), post("B", 6)], persons: people(2) };
    const crossed = rule(
      "perSchool",
      { minOut: 2, maxOut: 1, schools: { attr: "school.id", op: "eq", value: "A" } },
      { strength: "soft" },
    );
    const plan = await planOf(stay, [calm, crossed]);
    expect(plan.levels[0]).toMatchObject({ name: "compliance", value: 1 });
    expect(plan.moves).toHaveLength(1);
  });
});

test("a move inside a school counts in no quota and under no total", async () => {
  const twoSubjects = people(1, { subjects: [{ subject: "语文", main: true }, { subject: "音乐" }] });
  const ground = {
    schools: SCHOOLS.slice(0, 1),
    posts: [post("A", 0), post("A", 1, { id: "A-音乐", subject: "音乐" })],
    persons: twoSubjects,
  };
  const forms = [form("internal", { scope: "school" })];
  expect(
    await counted(ground, [gaps, rule("total", { max: 0 }), rule("perSchool", { maxOut: 0, maxIn: 0 })], {}, forms),
  ).toBe(1);
});

test("the total without a number is the largest quota, or the sum of them", async () => {
  const quotas = [rule("quota", { share: "1/3" }), { ...rule("quota", { share: "1/6" }), id: "quota-2" }];
  expect(await counted(pull, [gaps, ...quotas, rule("total")])).toBe(2);
  expect(await counted(pull, [gaps, ...quotas, rule("total", { quotas: "sum" })])).toBe(3);
});

test("people who are named or pinned are under the total, volunteers are not", async () => {
  const named = { ...pull, persons: pull.persons.slice(0, 2).map((person) => ({ ...person, named: true })) };
  await expect(counted(named, [rule("total", { max: 1 })], FORCED)).rejects.toThrow("infeasible");
  const instance = groundOf({ ...pull, persons: pull.persons.slice(0, 2) });
  const locks = ["t0", "t1"].map((person) => ({ person, school: "B", reason: "decided" }));
  const policy = policyOf({ rules: [rule("total", { max: 1 })] });
  expect(await planCounty({ instance, policy, locks, solver })).toMatchObject({
    status: "infeasible",
    leastViolations: [{ amount: 1 }],
  });
  const free = { ...pull, persons: people(3, { ...keen, tenureStart: "2022-09-01" }) };
  expect(await counted(free, [eager, rule("total", { max: 0 })], VOLUNTEERS)).toBe(3);
});

test("a share of some moves counts no other moves", async () => {
  const star = teacher({
    id: "star",
    homeSchool: "A",
    ...near,
    honours: ["backboneCounty"],
    subjects: [{ subject: "音乐", main: true }],
  });
  const posts = [post("A", 0), post("B", 6), post("C", 1, { id: "C-音乐", subject: "音乐" })];
  const ground = { posts, persons: [...people(2), star] };
  expect(await counted(ground, [gaps])).toBe(3);
  const rural = rule("share", { share: "1/2", set: RURAL, of: BACKBONE });
  expect(await routes(ground, [gaps, rural])).toEqual(["t0>B", "t1>B"]);
});

test("a recruit at the wrong school breaks one rule once", async () => {
  const recruit = teacher({ id: "r", recruitYear: 2024, ...near });
  const instance = groundOf({ posts: [post("C", 1)], persons: [recruit] });
  const into = rule("perSchool", { minIn: 1, schools: { attr: "school.id", op: "eq", value: "C" } });
  const policy = policyOf({ rules: [rule("newRecruits", { schools: RURAL }), into], forms: [form("recruit")] });
  const outcome = await planCounty({ instance, policy, solver });
  expect(outcome).toMatchObject({ status: "infeasible", leastViolations: [{ amount: 1 }] });
});

test("of several bounds on the total the tightest holds", async () => {
  const entries = [rule("total", { max: 5 }), { ...rule("total", { max: 2 }), id: "total-2" }];
  expect(await counted(pull, [gaps, ...entries])).toBe(2);
  expect(await counted(pull, [gaps, ...[...entries].reverse()])).toBe(2);
});

test("three schools under one pair are no pair", async () => {
  const schools = SCHOOLS.map((entry) => ({ ...entry, pairs: ["P"] }));
  const ground = { schools, posts: [post("A", 0), post("B", 2), post("C", 0)], persons: people(2) };
  const forms = [form("mutual", { scope: "pair" })];
  expect(await counted(ground, [gaps, rule("pairBalance", { forms: ["mutual"] })], {}, forms)).toBe(2);
});

test("a lock on the second of two equal posts is told in the plan", async () => {
  const posts = [post("A", 1), post("B", 1), post("B", 1, { id: "B-语文二" })];
  const instance = groundOf({ posts, persons: people(1) });
  const locks = [{ person: "t0", post: "B-语文二", reason: "decided" }];
  const policy = policyOf({});
  const outcome = await planCounty({ instance, policy, locks, solver });
  expect(outcome).toMatchObject({ status: "planned", plan: { moves: [{ person: "t0", post: "B-语文二" }] } });
});
