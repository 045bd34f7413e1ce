import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, expect, test } from "vitest";
import { planCounty, verifyPlan, verifyRoster } from "../src/index.ts";
import type { Lock } from "../src/index.ts";
import { violationText } from "../src/planner/rule-texts.ts";
import { namesOf } from "../src/plan/names.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "./small-county.ts";

/** A term that moved the relation holds against vacancies and applications (decision 0020): plan, verification, locks. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const PLACE = { latitude: 34, longitude: 109 };
const TERM = { from: "B", to: "A", form: "rotation" as const, start: "2023-09-01", end: "2026-08-31" };

/** School B lacks two people; everybody at A is due, or has applied. */
const instance = countyOf({
  schools: ["A", "B"].map((id) => school({ id, coordinates: PLACE })),
  posts: [post("A", 1), post("B", 2)],
  persons: [
    teacher({ id: "free", homeSchool: "A", residence: PLACE }),
    teacher({
      id: "held",
      homeSchool: "A",
      residence: PLACE,
      exchanges: [TERM],
      application: { volunteer: true, homeConsent: true, wishes: ["B"] },
    }),
  ],
});

const policy = policyOf({
  forms: [form("rotation", { relationMoves: true, termMonths: { min: 36, max: 36 } })],
  rules: [rule("postBalance", { level: "gaps" }), rule("quota", { share: "100%" })],
  eligibility: { volunteers: { source: "DM-08" } },
  levels: ["gaps"],
});

async function planned(locks: readonly Lock[] = []) {
  const outcome = await planCounty({ instance, policy, solver, locks });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  const { plan } = outcome;
  expect(verifyPlan({ instance, policy, locks, plan }).violations).toEqual([]);
  return plan;
}

test("a plan leaves somebody in term where the person is, and counts the person in no base", async () => {
  const { moves, stays, measures } = await planned();
  expect(moves.map(({ person, to }) => `${person} ${to}`)).toEqual(["free B"]);
  expect(stays).toEqual([{ person: "held", school: "A", reason: "inTerm", rule: "term", source: "test" }]);
  expect(measures.find(({ rule: name }) => name === "quota")).toMatchObject({ value: 1, target: 1 });
});

test("a decision with a reason moves the person all the same", async () => {
  const { moves } = await planned([{ person: "held", school: "B", reason: "学校撤并" }]);
  expect(moves.map(({ person }) => person)).toEqual(["held"]);
});

test("another post of the own school is taken within a term where a decision says so, and not else", async () => {
  const { schools } = instance;
  const skills = [{ subject: "语文", main: true }, { subject: "音乐" }];
  const inside = countyOf({
    schools,
    posts: [post("A", 0), post("A", 1, { id: "A-音乐", subject: "音乐" })],
    persons: [teacher({ id: "held", homeSchool: "A", residence: PLACE, exchanges: [TERM], subjects: skills })],
  });
  const within = policyOf({
    forms: [form("internal", { scope: "school", countsInQuota: false })],
    rules: [rule("postBalance", { level: "gaps" })],
    levels: ["gaps"],
  });
  const movesUnder = async (locks: readonly Lock[]) => {
    const outcome = await planCounty({ instance: inside, policy: within, solver, locks });
    if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
    return outcome.plan.moves.map(({ person, post: at }) => `${person} ${at}`);
  };
  expect(await movesUnder([])).toEqual([]);
  expect(await movesUnder([{ person: "held", post: "A-音乐", reason: "竞聘" }])).toEqual(["held A-音乐"]);
});

test("a list that moves somebody in term is refused, with the dates", () => {
  const moves = ["free", "held"].map((person) => ({ person, to: "B", post: "B-语文" }));
  const { ok, violations } = verifyRoster({ instance, policy, moves });
  const names = namesOf(instance);
  expect([ok, violations.map((violation) => violationText(violation, names))]).toEqual([
    false,
    [
      {
        zh: "“held”按规定不得安排交流（交流期限为2023年9月至2026年8月，期内不再安排）",
        en: 'Person "held" must not move: the term is 2023-09-01 to 2026-08-31, and nothing is arranged within it',
      },
    ],
  ]);
});

test("a plan that gives another reason for the stay is refused", async () => {
  const plan = await planned();
  const stays = plan.stays.map((stay) => ({ ...stay, reason: "notDue" as const }));
  const { violations } = verifyPlan({ instance, policy, plan: { ...plan, stays } });
  expect(violations.map(({ rule: name }) => name)).toEqual(["plan:misreported-stay"]);
});
