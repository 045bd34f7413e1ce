import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import { whySchool, whySchoolSchema, whySchoolText, whySchools, wordingOf } from "../src/index.ts";
import { north } from "./one-of-two.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

/** The school B lacks two teachers of Chinese and one of music; two of A may go, so many at the most. */
async function explained(most: number) {
  const instance = countyOf({
    schools: [
      school({ id: "A", coordinates: north(50), establishment: 2 }),
      school({ id: "B", coordinates: north(0) }),
    ],
    posts: [post("A", 0), post("B", 2), post("B", 1, { id: "B-音乐", subject: "音乐" })],
    persons: [
      teacher({ id: "p1", homeSchool: "A", residence: north(3) }),
      teacher({ id: "p2", homeSchool: "A", residence: north(5) }),
    ],
  });
  const rules = [
    rule("quota", { share: "50%", who: { all: [] } }),
    rule("total", { max: most }),
    rule("nearness", { level: "nearness", weight: 1 }, { strength: "soft" }),
  ];
  const policy = policyOf({ rules, levels: ["nearness"] });
  const request = { instance, policy, solver, limits: { relativeGap: 0 } };
  const outcome = await planCounty(request);
  if (outcome.status !== "planned") throw new Error(outcome.status);
  return { request, outcome };
}

test("whySchool tells whom a school gets, what it lacks, and what one head more would cost", async () => {
  const made = await explained(2);
  const why = await whySchool(made, "B");
  expect(whySchoolSchema.parse(why)).toEqual(why);
  expect(why).toMatchObject({ school: "B", working: { before: 0, after: 1, establishment: null } });
  const [chinese, music] = why.posts;
  expect(chinese).toMatchObject({ post: "B-语文", demand: 2, before: 0, after: 1, left: [], came: ["p1"] });
  expect(chinese?.admitted).toEqual({ staying: 1, elsewhere: 1 });
  expect(chinese?.filled).toMatchObject({
    answer: "price",
    price: { lead: { level: "nearness" } },
    changed: [{ person: "p2" }],
  });
  expect(music).toMatchObject({ after: 0, admitted: { staying: 0, elsewhere: 0 }, filled: { answer: "nobody" } });
  const { request, outcome } = made;
  const told = whySchoolText(why, wordingOf(request)).map(({ zh }) => zh);
  expect(told.slice(0, 3)).toEqual([
    "B：调配前在岗 0 人，调配后 1 人。",
    "小学语文：应有 2 人，调配前 0 人，调配后 1 人；调入 1 人（p1）。",
    "小学语文仍缺 1 人：全县按政策可以调任此岗的有 2 人，其中留任 1 人，安排到其他岗位 1 人。",
  ]);
  expect(told[3]).toMatch(/^如果小学语文再补 1 人，排在前面的各项目标不变，“nearness”由/u);
  expect(told.at(-1)).toBe("小学音乐仍缺 1 人：全县没有按政策可以调任此岗的人。");
  const facts = whySchools({ ...request, plan: outcome.plan });
  const unsolved = { ...why, posts: why.posts.map((each) => ({ ...each, filled: null })) };
  expect(facts.find((each) => each.school === "B")).toEqual(unsolved);
});

test("whySchool says which rule leaves a post short", async () => {
  const why = await whySchool(await explained(1), "B");
  expect(why.posts[0]?.filled).toMatchObject({ answer: "impossible", leastViolations: [{ rule: "total", amount: 1 }] });
  await expect(whySchool(await explained(1), "C")).rejects.toThrow("no such school");
});

test("of posts that one person may join one is told to be short, and what the head there would cost", async () => {
  const at = (subject: string) => ({
    ...post("B", 1, { id: `B-${subject}`, subject }),
    capacity: undefined,
    periodsPerWeek: 8,
    fullLoad: 16,
  });
  const subjects = [{ subject: "音乐", main: true }, { subject: "美术" }];
  const instance = countyOf({
    schools: [school({ id: "A", coordinates: north(50) }), school({ id: "B", coordinates: north(0) })],
    posts: [post("A", 0), at("音乐"), at("美术")],
    persons: [teacher({ id: "p1", homeSchool: "A", residence: north(3), currentPost: "A-语文", subjects })],
  });
  const policy = policyOf({
    forms: [form("rotation", { crossSubject: true }), { base: "partTime", scope: "school", crossSubject: true }],
    rules: [
      rule("itinerant", { form: "partTime", level: "untaught" }),
      rule("total", { max: 1 }),
      rule("nearness", { level: "nearness", weight: 1 }, { strength: "soft" }),
    ],
    levels: ["nearness", "untaught"],
  });
  const request = { instance, policy, solver, limits: { relativeGap: 0 } };
  const outcome = await planCounty(request);
  if (outcome.status !== "planned") throw new Error(outcome.status);
  const why = await whySchool({ request, outcome }, "B");
  expect(why.posts).toMatchObject([
    { demand: 1, before: 0, after: 0, filled: { answer: "price", changed: [{ person: "p1" }] } },
  ]);
});
