import type { Instance } from "@lungang/core";
import { planCounty } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import type { WhyPerson } from "../src/index.ts";
import {
  whyEverybody,
  whyEverybodyAtLeast,
  whyPersonSchema,
  whyPersonText,
  wishTexts,
  wordingOf,
} from "../src/index.ts";
import { north } from "./one-of-two.ts";

/** Why it was not the school wished for, told to a volunteer who stays and to one who goes elsewhere. */

const highs = createHighsSolver();
afterAll(() => highs.close());

const VOLUNTEERS = { volunteers: { source: "test", needsVacancy: true, needsHomeConsent: false, onlyWishes: true } };
const SCORE = { id: "score", type: "number", text: { zh: "积分", en: "score" } };
const MERIT = {
  id: "merit",
  source: "test",
  text: { zh: "积分", en: "points" },
  items: [{ per: "person.x.score", points: 1 }],
};

const applies = (...wishes: readonly string[]) => ({ application: { volunteer: true, wishes: [...wishes] } });

/** Two volunteers of A for one empty post at B; C asks for mathematics, D lies in another zone, E is full, F needs nobody. */
function county(): Instance {
  const near = { zones: ["Z1"] };
  return countyOf({
    schools: [
      school({ id: "A", coordinates: north(50), ...near }),
      school({ id: "B", coordinates: north(0), ...near }),
      school({ id: "C", coordinates: north(1), ...near }),
      school({ id: "D", coordinates: north(2), zones: ["Z2"] }),
      school({ id: "E", coordinates: north(4), ...near }),
      school({ id: "F", coordinates: north(6), ...near }),
    ],
    posts: [post("A", 0), post("B", 1), post("C", 1, { id: "C-数学", subject: "数学" }), post("D", 1), post("E", 1)],
    persons: [
      teacher({
        id: "near",
        homeSchool: "A",
        tenureStart: "2022-09-01",
        residence: north(3),
        x: { score: 90 },
        ...applies("C", "B"),
      }),
      teacher({
        id: "far",
        homeSchool: "A",
        tenureStart: "2022-09-01",
        residence: north(9),
        x: { score: 60 },
        ...applies("A", "C", "D", "E", "B", "F"),
      }),
      teacher({ id: "holder", homeSchool: "E", tenureStart: "2023-09-01", residence: north(4), x: { score: 1 } }),
    ],
  });
}

function policyWith(...more: readonly object[]): Policy {
  return policyOf({
    attributes: [SCORE],
    points: [MERIT],
    forms: [form("rotation", { scope: "zone" })],
    eligibility: VOLUNTEERS,
    rules: [
      rule("total", { max: 99 }),
      rule("postBalance", { growth: "never" }),
      rule("wishes", { level: "wishes", missed: 50, volunteerStays: 20 }, { strength: "soft" }),
      rule("nearness", { level: "nearness", weight: 1 }, { strength: "soft" }),
      ...more,
    ],
    levels: ["wishes", "nearness"],
  });
}

const ALL: readonly object[] = [];

async function told(more = ALL) {
  const instance = county();
  const policy = policyWith(...more);
  const request = { instance, policy, solver: highs, limits: { relativeGap: 0 } };
  const outcome = await planCounty(request);
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const { plan } = outcome;
  expect(plan.moves.map(({ person, to }) => [person, to])).toEqual([["near", "B"]]);
  const wording = wordingOf({ instance, policy });
  const by = (people: readonly WhyPerson[], id: string) => people.find(({ person }) => person === id) as WhyPerson;
  const known = await whyEverybodyAtLeast({ request, outcome });
  const facts = whyEverybody({ instance, policy, plan });
  const linesOf = (people: readonly WhyPerson[], id: string) => wishTexts(by(people, id), wording);
  return { known, facts, wording, by, linesOf };
}

describe("why it was not the school wished for", () => {
  test("is told of every one of them, with figures, to who stays", async () => {
    const { known, facts, by, linesOf, wording } = await told();
    const far = linesOf(known, "far");
    expect(far.map(({ zh }) => zh)).toEqual([
      "第 1 志愿A：为现任教学校。",
      "第 2 志愿C：没有与本人学段、学科或职务相符的岗位（登记的任教学科：语文）。",
      "第 3 志愿D：“定期轮岗”只在同一片区内进行，该校与现任教学校不在同一片区。",
      "第 4 志愿E：小学语文需 1 人，已有 1 人，没有空岗。",
      expect.stringMatching(
        /^第 5 志愿B：小学语文需 1 人，调配前 0 人，调配后 1 人，其中本次由其他 1 人补入，已满；若安排到该校，全县“(?:wishes|nearness)”至少变差 \d+ 分（分数越小越好），或者排在其前的目标变差。$/u,
      ),
      "第 6 志愿F：没有政策允许本人交流去的岗位。",
    ]);
    expect(far[4]?.en).toMatch(
      /^Wish 5, B: primary 语文 needs 1, has 0 before the plan and 1 after, 1 of them others who come now; to go there makes "/u,
    );
    expect(far[2]?.en).toBe(
      'Wish 3, D: "rotation" stays within one zone, and the school is in another than the present one.',
    );
    for (const { zh, en } of far) expect(`${zh}${en}`).not.toMatch(/\bnear\b|holder|\bfar\b/u);
    // The same sentences stand in what the bureau reads about the person.
    const whole = whyPersonText(by(known, "far"), wording);
    expect(far.every((line) => whole.some(({ zh }) => zh === line.zh))).toBe(true);
    expect(whyPersonSchema.parse(by(facts, "far"))).toEqual(by(facts, "far"));
    expect(linesOf(known, "holder")).toEqual([]);
  });

  test("is told of those before the one that came true, to who goes", async () => {
    const { known, linesOf } = await told();
    expect(linesOf(known, "near").map(({ zh }) => zh)).toEqual([
      "第 1 志愿C：没有与本人学段、学科或职务相符的岗位（登记的任教学科：语文）。",
    ]);
  });

  test("is not told as nothing where nobody has compared", async () => {
    const { facts, linesOf } = await told();
    const [, , , full, taken] = linesOf(facts, "far");
    expect(taken?.zh).toBe(
      "第 5 志愿B：小学语文需 1 人，调配前 0 人，调配后 1 人，其中本次由其他 1 人补入，已满；改到该校对全县各项目标有多大影响尚未核算，可以书面申请核算。",
    );
    expect(taken?.en).toContain("has not been computed, and can be asked for in writing");
    expect(full?.zh).not.toContain("核算");
  });

  test("names the order of points where the policy asks for it, and the limits of the school that are reached", async () => {
    const most = rule("perSchool", { maxIn: 1, maxOut: 9 });
    const { facts, linesOf } = await told([rule("pointsFirst", { points: "merit" }), most]);
    expect(linesOf(facts, "far")[4]?.zh).toBe(
      "第 5 志愿B：小学语文需 1 人，调配前 0 人，调配后 1 人，其中本次由其他 1 人补入，已满，补入人员中 1 人积分高于本人，按规定积分高者优先；“perSchool”以 1 人为限，本方案已有 1 人。",
    );
  });

  test("says that nobody more may leave the present school, to whom stays, where a rule forbids it", async () => {
    const says = async (limit: object, rest: object = {}) => {
      const { facts, linesOf } = await told([rule("perSchool", limit, rest)]);
      return linesOf(facts, "far").map(({ zh }) => zh.includes("现任教学校交流出"));
    };
    const { facts, linesOf } = await told([rule("perSchool", { maxOut: 1 })]);
    const [, , , full] = linesOf(facts, "far");
    expect(full?.zh).toContain("“perSchool”规定现任教学校交流出以 1 人为限，本方案已有 1 人");
    expect(full?.en).toContain('"perSchool" lets 1 people leave the present school, and the plan has 1');
    // What no post there admits is told for itself.
    expect(await says({ maxOut: 1 })).toEqual([false, false, false, true, true, false]);
    expect(await says({ maxOut: 2 })).toEqual([false, false, false, false, false, false]);
    expect(await says({ maxOut: 1 }, { strength: "soft", price: 1 })).not.toContain(true);
    const some = { moves: { attr: "to.id", op: "eq", value: "B" } };
    expect(await says({ maxOut: 1, ...some })).not.toContain(true);
    expect(await says({ maxOut: 1, bySubject: true })).toContain(true);
  });
});
