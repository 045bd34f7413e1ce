import type { Instance } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import type { PostInput } from "../../src/instance/school.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan, verifyRoster } from "../../src/planner/verify-plan.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";
import { bestOfEveryPlan } from "./every-plan.ts";

/** Posts of a village school that one person may join (SC-04), in counties whose right answer is counted by hand. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const FULL = 16;

const skills = (...subjects: readonly string[]) => subjects.map((subject, k) => ({ subject, main: k === 0 }));

/** A post of the village school, stated by its periods. */
const at = (subject: string, periodsPerWeek: number, schoolId = "V"): PostInput => ({
  id: `${schoolId}-${subject}`,
  school: schoolId,
  stage: "primary",
  subject,
  periodsPerWeek,
  fullLoad: FULL,
});

/** Somebody of the centre of the township, who has nothing to do there. */
const from = (id: string, ...subjects: readonly string[]): PersonInput =>
  teacher({ id, homeSchool: "H", currentPost: "H-语文", subjects: skills(...subjects) });

/** Somebody of the village school. */
const own = (id: string, weeklyLoad: number, ...subjects: readonly string[]): PersonInput =>
  teacher({ id, homeSchool: "V", weeklyLoad, subjects: skills(...subjects) });

/** Somebody without a school yet. */
function recruit(id: string, ...subjects: readonly string[]): PersonInput {
  return teacher({ id, subjects: skills(...subjects), recruitYear: 2024 });
}

interface Basis {
  readonly instance: Instance;
  readonly policy: Policy;
}

interface More {
  /** The most who move. */
  readonly most?: number;
  readonly relationMoves?: boolean;
  readonly rules?: readonly object[];
  readonly levels?: readonly string[];
}

/** A centre H and a village school V of one township; people go from the one to the other. */
function basisOf(
  posts: readonly PostInput[],
  persons: readonly PersonInput[],
  { most = 9, rules = [], levels = [], relationMoves = false }: More = {},
): Basis {
  const place = (id: string, latitude: number) =>
    school({ id, township: "T", zones: [], coordinates: { latitude, longitude: 109 } });
  const instance = countyOf({
    schools: [place("H", 34), place("V", 34.05)],
    posts: [post("H", 0), ...posts],
    persons: persons.map((person) => ({ residence: { latitude: 34, longitude: 109 }, ...person })),
  });
  const policy = policyOf({
    forms: [
      form("recruit", { relationMoves: true, countsInQuota: false }),
      form("rotation", {
        scope: "township",
        relationMoves,
        crossSubject: true,
        where: { attr: "to.id", op: "eq", value: "V" },
      }),
      { base: "partTime", scope: "school", crossSubject: true },
    ],
    rules: [
      rule("postBalance", { level: "gaps" }),
      rule("itinerant", { form: "partTime", maxPlaces: 1, level: "untaught" }),
      rule("total", { max: most }),
      ...rules,
    ],
    levels: ["gaps", "untaught", ...levels],
  });
  return { instance, policy };
}

interface Found {
  readonly plan: Plan;
  /** Codes of what is told beside the plan. */
  readonly warnings: readonly string[];
  readonly missing: number;
  readonly untaught: number;
}

/** Plans, verifies the plan and compares it with every plan that there is. */
async function planned(basis: Basis): Promise<Found> {
  const outcome = await planCounty({ ...basis, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const { plan, warnings } = outcome;
  expect(verifyPlan({ ...basis, plan })).toMatchObject({ ok: true, violations: [] });
  const valueOf = (name: string) => plan.levels.find((level) => level.name === name)?.value ?? NaN;
  const found = {
    plan,
    warnings: warnings.map(({ code }) => code),
    missing: valueOf("gaps"),
    untaught: valueOf("untaught"),
  };
  const best = bestOfEveryPlan({ ...basis, locks: [] }, 50_000);
  const values = plan.levels.filter(({ name }) => name !== "lottery").map(({ value }) => value);
  expect(best.status === "planned" ? best.values : best.status).toEqual(values);
  expect(plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0)).toBe(found.missing);
  return found;
}

describe("two posts of eight periods each", () => {
  const posts = [at("音乐", 8), at("美术", 8)];

  test("are one head missing where nobody moves, and sixteen periods untaught", async () => {
    const found = await planned(basisOf(posts, [from("a", "音乐", "美术")], { most: 0 }));
    expect(found).toMatchObject({ missing: 1, untaught: 16 });
    expect(found.plan.itineraries).toEqual([]);
    // Either post is told, and both together.
    expect(found.warnings).toEqual(["joined-posts-short"]);
    expect(found.plan.shortfalls).toMatchObject([{ school: "V", demand: 1, before: 0, after: 0, shortfall: 1 }]);
  });

  test("who comes for one teaches the other too", async () => {
    const found = await planned(basisOf(posts, [from("a", "音乐", "美术")]));
    expect(found).toMatchObject({ missing: 0, untaught: 0 });
    expect(found.plan.moves).toHaveLength(1);
    expect(found.plan.itineraries).toMatchObject([{ person: "a", from: "V", to: "V", periods: 8 }]);
  });

  test("of two who may come one goes, to either post, and a plan in which both go is refused", async () => {
    const basis = basisOf(posts, [from("a", "音乐", "美术"), from("b", "美术")]);
    const found = await planned(basis);
    expect(found).toMatchObject({ missing: 0, untaught: 0 });
    expect(found.plan.moves.map(({ person }) => person)).toEqual(["a"]);
    const both = [
      { person: "a", to: "V", post: "V-音乐" },
      { person: "b", to: "V", post: "V-美术" },
    ];
    const broken = verifyRoster({ ...basis, moves: both }).violations;
    expect(broken.map(({ rule: id, about, amount }) => ({ id, about, amount }))).toEqual([
      { id: "postBalance", about: { kind: "post", post: "V-音乐" }, amount: 1 },
    ]);
  });

  test("somebody who teaches one of them fills the head, whichever it is", async () => {
    // Somebody else could join them, and does not come.
    const both = from("a", "音乐", "美术");
    const found = await planned(basisOf(posts, [from("b", "音乐"), { ...both, tenureStart: "2023-09-01" }]));
    expect(found).toMatchObject({ missing: 0, untaught: 8 });
    const other = await planned(basisOf(posts, [from("b", "美术"), { ...both, tenureStart: "2023-09-01" }]));
    expect(other).toMatchObject({ missing: 0, untaught: 8 });
  });

  test("nobody is certified for both: two heads, each for its post", async () => {
    const found = await planned(basisOf(posts, [from("a", "音乐"), from("b", "美术")]));
    expect(found).toMatchObject({ missing: 0, untaught: 0 });
    const one = await planned(basisOf(posts, [from("a", "音乐")]));
    expect(one).toMatchObject({ missing: 1, untaught: 8 });
    expect(one.plan.shortfalls).toMatchObject([{ post: "V-美术", demand: 1, shortfall: 1 }]);
  });

  test("somebody there with periods to spare teaches both, and nobody is missing", async () => {
    const found = await planned(basisOf(posts, [own("o", 8, "音乐", "美术"), from("a", "音乐", "美术")]));
    expect(found).toMatchObject({ missing: 0, untaught: 0 });
    expect(found.plan.moves).toEqual([]);
    expect(found.plan.itineraries).toMatchObject([{ person: "o", post: "V-美术", periods: 8 }]);
  });

  test("two who are there are not superfluous", async () => {
    const there = [own("o", 8, "音乐", "美术"), own("p", 8, "美术")];
    const found = await planned(basisOf(posts, there));
    expect(found).toMatchObject({ missing: 0, untaught: 0 });
    expect(found.plan.itineraries).toEqual([]);
  });

  test("a recruit who is placed there teaches both", async () => {
    const found = await planned(basisOf(posts, [recruit("r", "音乐", "美术")]));
    expect(found).toMatchObject({ missing: 0, untaught: 0 });
    expect(found.plan.itineraries).toMatchObject([{ person: "r", from: "V", to: "V", periods: 8 }]);
  });

  test("a plan that says otherwise is refused", async () => {
    const basis = basisOf([...posts, at("语文", 16)], [from("a", "音乐", "美术"), own("o", 16, "语文")]);
    const { plan } = await planned(basis);
    const [line] = plan.itineraries;
    if (line === undefined) throw new Error("nobody teaches two posts");
    const broken = (change: Partial<typeof line>) => {
      const { violations } = verifyPlan({ ...basis, plan: { ...plan, itineraries: [{ ...line, ...change }] } });
      return violations.map(({ rule: id }) => id);
    };
    expect(broken({})).toEqual([]);
    expect(broken({ periods: 9 })).toContain("itinerant");
    expect(broken({ periods: 7 })).toContain("plan:misreported-level");
    expect(broken({ from: "H" })).toContain("plan:wrong-origin");
    expect(broken({ post: plan.moves[0]?.post ?? "" })).toContain("plan:own-post");
    expect(broken({ post: "V-语文" })).toContain("plan:no-periods");
    expect(broken({ to: "H", from: "H", post: "H-语文" })).toContain("plan:repeated-person");
    const { violations } = verifyPlan({ ...basis, plan: { ...plan, shortfalls: [], moves: [], itineraries: [] } });
    expect(violations.map(({ rule: id }) => id)).toContain("plan:misreported-shortfall");
  });
});

describe("more than one load", () => {
  test("sixteen and eight periods are two heads: a whole load stays with its post", async () => {
    const posts = [at("音乐", 16), at("美术", 8)];
    const one = await planned(basisOf(posts, [from("a", "音乐", "美术")]));
    expect(one).toMatchObject({ missing: 1, untaught: 8 });
    const two = await planned(basisOf(posts, [from("a", "音乐", "美术"), from("b", "音乐")]));
    expect(two).toMatchObject({ missing: 0, untaught: 0 });
  });

  test("three posts of eight periods are two heads, and two who come leave nothing", async () => {
    const posts = [at("音乐", 8), at("美术", 8), at("科学", 8)];
    const all = ["音乐", "美术", "科学"];
    const none = await planned(basisOf(posts, [from("a", ...all)], { most: 0 }));
    expect(none).toMatchObject({ missing: 2, untaught: 24 });
    const one = await planned(basisOf(posts, [from("a", ...all)]));
    expect(one).toMatchObject({ missing: 1, untaught: 8 });
    const two = await planned(basisOf(posts, [from("a", ...all), from("b", "科学")]));
    expect(two).toMatchObject({ missing: 0, untaught: 0 });
  });

  test("twenty-four and eight: the head beyond a whole load may stand in either post", async () => {
    const posts = [at("音乐", 24), at("美术", 8)];
    const there = own("o", 16, "音乐");
    // Two loads in all, one of them of music alone.
    const none = await planned(basisOf(posts, [there, from("a", "音乐", "美术")], { most: 0 }));
    expect(none).toMatchObject({ missing: 1, untaught: 16 });
    const one = await planned(basisOf(posts, [there, from("a", "音乐", "美术")]));
    expect(one).toMatchObject({ missing: 0, untaught: 0 });
  });

  test("a whole load that nobody fills is no room for a second head elsewhere", async () => {
    const posts = [at("音乐", 24), at("美术", 8)];
    const found = await planned(basisOf(posts, [from("a", "美术", "音乐"), from("b", "美术")]));
    // One of music by itself and one of either: b takes the post of art and teaches no music, a the whole load.
    expect(found).toMatchObject({ missing: 0, untaught: 8 });
    expect(found.plan.moves.map(({ person, post: to }) => [person, to])).toEqual([
      ["a", "V-音乐"],
      ["b", "V-美术"],
    ]);
  });

  test("a rest of less than half a load beside another is one head with it, and by itself where nobody is", async () => {
    const few = [at("音乐", 3), at("美术", 4)];
    const none = await planned(basisOf(few, [from("a", "音乐", "美术")], { most: 0 }));
    expect(none).toMatchObject({ missing: 1, untaught: 7 });
    const one = await planned(basisOf([at("音乐", 12), at("美术", 8)], [from("a", "音乐", "美术")]));
    expect(one).toMatchObject({ missing: 0, untaught: 4 });
  });

  test("five and five periods are no small load for who teaches both, and one for who teaches one", async () => {
    const few = [at("音乐", 5), at("美术", 5)];
    const both = await planned(basisOf(few, [from("a", "音乐", "美术")]));
    expect(both).toMatchObject({ missing: 0, untaught: 0, warnings: [] });
    const one = await planned(
      basisOf(few, [from("b", "音乐"), { ...from("a", "音乐", "美术"), tenureStart: "2023-09-01" }]),
    );
    expect(one).toMatchObject({ missing: 0, untaught: 5, warnings: ["part-load-post", "untaught-periods"] });
  });

  test("shortfalls are shared out by what joined posts lack together", async () => {
    const posts = [at("音乐", 8), at("美术", 8), at("科学", 8)];
    const even = rule("evenShortfall", { level: "even", upTo: 3 });
    const found = await planned(
      basisOf(posts, [from("a", "音乐", "美术", "科学")], { most: 0, rules: [even], levels: ["even"] }),
    );
    const values = Object.fromEntries(found.plan.levels.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ evenOver2: 0, evenOver1: 1, evenOver0: 2 });
    // A whole load of either and one head for both are three of one place.
    const whole = await planned(
      basisOf([at("音乐", 24), at("美术", 24)], [from("a", "音乐", "美术")], {
        most: 0,
        rules: [even],
        levels: ["even"],
      }),
    );
    const large = Object.fromEntries(whole.plan.levels.map(({ name, value }) => [name, value]));
    expect(large).toMatchObject({ gaps: 3, evenOver2: 1, evenOver1: 2, evenOver0: 3 });
  });

  test("who comes back to one of the posts finds room, whichever is taken", async () => {
    const posts = [at("音乐", 8), at("美术", 8)];
    const away: PersonInput = {
      ...own("w", 8, "音乐", "美术"),
      currentSchool: "H",
      exchanges: [{ from: "V", to: "H", form: "support", start: "2023-09-01", end: "2025-08-31" }],
    };
    const people = [away, from("a", "美术", "音乐")];
    const free = await planned(basisOf(posts, people, { relationMoves: true }));
    expect(free).toMatchObject({ missing: 0, warnings: ["overflow-at-return"] });
    const room = basisOf(posts, people, { relationMoves: true, rules: [rule("returnRoom", {})] });
    expect(await planned(room)).toMatchObject({ missing: 1 });
    const { violations } = verifyRoster({ ...room, moves: [{ person: "a", to: "V", post: "V-美术" }] });
    expect(violations.map(({ rule: id, amount }) => [id, amount])).toEqual([["returnRoom", 1]]);
  });
});

test("who has nothing to do with a move teaches nothing at the school", async () => {
  // The one who may go stays: nobody may go at all.
  const basis = basisOf([at("音乐", 8), at("美术", 8)], [from("a", "音乐", "美术")], { most: 0 });
  const { plan } = await planned(basis);
  const line = { person: "a", form: "partTime", from: "V", to: "V", post: "V-音乐", periods: 8 } as const;
  const dated = { ...line, start: "2024-09-01", end: "2025-08-31" };
  const { violations } = verifyPlan({ ...basis, plan: { ...plan, itineraries: [dated] } });
  expect(violations.map(({ rule: id }) => id)).toContain("plan:light-not-admitted");
});
