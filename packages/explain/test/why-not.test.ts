import { planCounty, postName } from "@lungang/core";
import type { Question } from "@lungang/core/plan";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { cases } from "../../../scripts/campaign-size.ts";
import { isSound } from "../../core/test/plan/answers.ts";
import { bestOfEveryPlan } from "../../core/test/plan/every-plan.ts";
import type { RandomCase } from "../../core/test/plan/random-county.ts";
import { randomCase } from "../../core/test/plan/random-county.ts";
import { countyOf, policyOf, rule, school, teacher } from "../../core/test/small-county.ts";
import type { Explained } from "../src/index.ts";
import { placementText, whyNot, whyNotText, whyPerson, whyPersonText, wordingOf } from "../src/index.ts";
import { oneOfTwo } from "./one-of-two.ts";

const solver = createHighsSolver();

afterAll(() => solver.close());

type Given = Pick<RandomCase, "instance" | "policy"> & Partial<Pick<RandomCase, "locks">>;

async function explained(given: Given): Promise<Explained | undefined> {
  const request = { ...given, solver, limits: { relativeGap: 0 } };
  const outcome = await planCounty(request);
  return outcome.status === "planned" ? { request, outcome } : undefined;
}

async function mustPlan(given: Given): Promise<Explained> {
  const found = await explained(given);
  if (found === undefined) throw new Error("no plan");
  return found;
}

describe("whyNot", () => {
  test("tells the level that differs first, by how much, and who stays instead", async () => {
    const made = await mustPlan(oneOfTwo(5));
    expect(made.outcome.plan.moves.map(({ person }) => person)).toEqual(["p1"]);
    const answer = await whyNot(made, { person: "p2", leave: true });
    expect(answer).toMatchObject({
      answer: "price",
      price: { lead: { level: "nearness", unit: "points", proven: true }, along: [] },
      placement: { to: "B" },
    });
    if (answer.answer !== "price") return;
    const { before, after } = answer.price.lead;
    const [p1] = made.outcome.plan.moves;
    const [nearer, farther] = [p1, answer.placement].map((placed) =>
      "distanceMetres" in placed! ? placed.distanceMetres : null,
    );
    expect(after - before).toBe((farther ?? 0) - (nearer ?? 0));
    expect(after - before).toBeGreaterThan(1900);
    expect(answer.changed.map(({ person }) => person)).toEqual(["p1", "p2"]);
    expect(answer.changed[0]).toMatchObject({ before: { to: "B" }, after: { stays: true } });
  });

  test("calls a difference that only the lot makes a tie", async () => {
    const made = await mustPlan(oneOfTwo(3));
    const [mover] = made.outcome.plan.moves.map(({ person }) => person);
    const other = mover === "p1" ? "p2" : "p1";
    await expect(whyNot(made, { person: other, school: "B" })).resolves.toMatchObject({ answer: "tie" });
    await expect(whyNot(made, { person: mover ?? "", school: "B" })).resolves.toMatchObject({ answer: "asPlanned" });
  });

  test("says which rule no plan can keep", async () => {
    const given = oneOfTwo(5);
    const held = { ...given, locks: [{ person: "p2", stay: true as const, reason: "family" }] };
    const made = await mustPlan(held);
    const answer = await whyNot(made, { person: "p1", stay: true });
    expect(answer).toMatchObject({ answer: "impossible", leastViolations: [{ rule: "quota", amount: 1 }] });
    await expect(whyNot(made, { person: "p2", leave: true })).resolves.toMatchObject({
      answer: "notAdmitted",
      standing: "held",
    });
  });

  test("says of somebody in term that the term stands against it, and from when to when it runs", async () => {
    const { instance, policy } = oneOfTwo(5);
    const term = { from: "B", to: "A", form: "rotation" as const, start: "2023-09-01", end: "2026-08-31" };
    const persons = instance.persons.map((person) => (person.id === "p2" ? { ...person, exchanges: [term] } : person));
    const made = await mustPlan({ instance: { ...instance, persons }, policy });
    const wording = wordingOf({ instance, policy });
    const answer = await whyNot(made, { person: "p2", school: "B" });
    expect(answer).toMatchObject({ answer: "notAdmitted", standing: "inTerm" });
    expect(whyNotText(answer, wording).map(({ zh }) => zh)).toEqual([
      "按政策规定不能“p2到B”：其身份为“交流期限未满”（期限未满，期内不再安排：交流期限为2023年9月至2026年8月）。",
    ]);
    const why = whyPersonText(await whyPerson(made, "p2"), wording).map(({ zh }) => zh);
    expect(why).toContain("身份：交流期限未满。");
    expect(why).toContain("依据：期限未满，期内不再安排：交流期限为2023年9月至2026年8月（test）。");
  });

  test("keeps an entry of the policy that counts changes itself", async () => {
    const { instance } = oneOfTwo(5);
    const before = [{ person: "p2", post: "B-语文" }];
    const rules = [
      rule("quota", { share: "50%", who: { all: [] } }),
      rule("total", { max: 1 }),
      rule("changes", { baseline: before, except: [], level: "changes", weight: 1 }),
    ];
    const made = await mustPlan({ instance, policy: policyOf({ rules, levels: ["changes"] }) });
    expect(made.outcome.plan.moves.map(({ person }) => person)).toEqual(["p2"]);
    const answer = await whyNot(made, { person: "p1", leave: true });
    expect(answer).toMatchObject({ answer: "price", price: { lead: { level: "changes", before: 0, after: 2 } } });
  });

  test("tells the first level that differs at once, and only where values stand as they are", async () => {
    const given = oneOfTwo(5);
    const levels = given.policy.levels.map((level) => ({ ...level, tolerance: 2 }));
    const leads: unknown[] = [];
    const lead = (found: unknown) => leads.push(found);
    const exact = await whyNot(await mustPlan(given), { person: "p2", leave: true }, lead);
    expect(leads).toEqual([exact.answer === "price" ? exact.price.lead : "no price"]);
    // What a level may lose is no part of a price: then everything is planned again.
    const loose = await whyNot(
      await mustPlan({ ...given, policy: { ...given.policy, levels } }),
      { person: "p2", leave: true },
      lead,
    );
    expect(loose).toMatchObject({ answer: "price", price: { lead: { level: "nearness" } } });
    expect(leads).toHaveLength(1);
  });

  test("refuses somebody whom the county does not have", async () => {
    await expect(whyNot(await mustPlan(oneOfTwo(5)), { person: "nobody", stay: true })).rejects.toThrow(
      "no such person",
    );
  });
});

test("whyPerson shows what the policy says, what the posts hold, and the best alternative", async () => {
  const made = await mustPlan(oneOfTwo(5));
  await expect(whyPerson(made, "p1")).resolves.toMatchObject({
    school: "A",
    standing: "due",
    reasons: [{ code: "due", rule: "teachers", source: "YL-02" }],
    left: { school: "A", demand: 1, before: 2, after: 1 },
    entered: { school: "B", demand: 1, before: 0, after: 1 },
    alternative: { answer: "price", price: { lead: { level: "nearness" } } },
  });
  await expect(whyPerson(made, "p2")).resolves.toMatchObject({
    placement: { stays: true },
    entered: null,
    alternative: { answer: "price", placement: { to: "B" } },
  });
});

test("somebody who works at no school yet has no place without a move", () => {
  const { homeSchool: _none, ...recruit } = teacher({ id: "new", name: "新人", recruitYear: 2024 });
  const instance = countyOf({ schools: [school({ id: "A" })], persons: [recruit] });
  const wording = wordingOf({ instance, policy: policyOf({}) });
  expect(placementText("new", { stays: true }, wording).zh).toBe("暂不安排学校");
  expect(placementText("somebody", { stays: true }, wording).zh).toBe("留任");
});

describe("against every plan there is", () => {
  const MOST_PLANS = 4000;

  test("a price is the difference to the best plan that does what is asked", { timeout: 600_000 }, async () => {
    const answers: Record<string, number> = {};
    for (let seed = 1; seed <= cases(12); seed++) {
      const given = randomCase(seed);
      if (!isSound(given)) continue;
      const made = await explained(given);
      const best = bestOfEveryPlan(given, MOST_PLANS);
      if (made === undefined || best.status !== "planned") continue;
      for (const asked of questionsOf(made)) {
        const answer = await whyNot(made, asked);
        answers[answer.answer] = (answers[answer.answer] ?? 0) + 1;
        const other = bestOfEveryPlan(given, MOST_PLANS, { admits: (lines) => does(made, asked, lines) });
        const expected =
          other.status === "infeasible"
            ? { found: "impossible", lead: undefined }
            : { found: "planned", lead: firstDifference(best.values, other.status === "planned" ? other.values : []) };
        const found = answer.answer === "price" || answer.answer === "tie" || answer.answer === "asPlanned";
        const lead = answer.answer === "price" ? answer.price.lead.after - answer.price.lead.before : undefined;
        const isOut = answer.answer === "impossible" || answer.answer === "notAdmitted";
        expect([seed, asked, found ? "planned" : isOut ? "impossible" : answer.answer, lead]).toEqual([
          seed,
          asked,
          expected.found,
          expected.lead,
        ]);
      }
    }
    expect(answers["price"]).toBeGreaterThan(3);
    expect(answers["impossible"]).toBeGreaterThan(0);
  });
});

/** Everybody who goes is asked to stay or to go elsewhere, a few who stay to go, one of them to each school. */
function questionsOf({ outcome: { plan, eligibility } }: Explained): readonly Question[] {
  const { persons, schools } = eligibility.county;
  const going = new Set(plan.moves.map(({ person }) => person));
  const staying = persons.filter(({ id }) => !going.has(id)).slice(0, 3);
  return [
    ...plan.moves.flatMap(({ person, to, post: taken }): Question[] => [
      { person, stay: true },
      { person, notSchool: to },
      { person, notPost: taken },
    ]),
    ...staying.map(({ id }): Question => ({ person: id, leave: true })),
    ...staying.slice(0, 1).flatMap(({ id }) => schools.map((to): Question => ({ person: id, school: to.id }))),
  ];
}

type Lines = Parameters<NonNullable<NonNullable<Parameters<typeof bestOfEveryPlan>[2]>["admits"]>>[0];

/** Whether a plan does what is asked, read from who goes where. */
function does({ outcome: { eligibility } }: Explained, asked: Question, { moves, returns }: Lines): boolean {
  const { personIndex, schools, cells } = eligibility.county;
  const going = [...moves, ...returns].find(({ person }) => person === personIndex.get(asked.person));
  if ("stay" in asked) return going === undefined;
  if ("leave" in asked) return going !== undefined;
  if ("notSchool" in asked) return schools[going?.to ?? -1]?.id !== asked.notSchool;
  if ("notPost" in asked) return nameOf(cells[going?.cell ?? -1]) !== asked.notPost;
  return "school" in asked && schools[going?.to ?? -1]?.id === asked.school;
}

function nameOf(cell: Parameters<typeof postName>[0] | undefined): string {
  return cell === undefined ? "" : postName(cell);
}

function firstDifference(before: readonly number[], after: readonly number[]): number | undefined {
  const at = after.findIndex((value, level) => value !== before[level]);
  return at < 0 ? undefined : (after[at] as number) - (before[at] as number);
}
