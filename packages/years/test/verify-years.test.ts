import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { Instance, PersonInput } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { advanceInstance } from "../src/advance.ts";
import { planYears } from "../src/plan-years.ts";
import { verifyYears } from "../src/verify-years.ts";
import { handPlan } from "../../core/test/hand-plan.ts";
import {
  countyOf,
  eligibilityOf,
  form,
  policyOf,
  post,
  rule,
  school,
  standings,
  teacher,
} from "../../core/test/small-county.ts";

/** What holds over the years: both ledgers in every year, terms, and that everybody due moves or is named. */

const solver = createHighsSolver();

afterAll(() => solver.close());

type Sent = Readonly<Record<number, readonly { readonly person: string; readonly to: string }[]>>;

/** Carries hand-made moves out, year after year; ended exchanges go back home. */
function carriedOut(
  instance: Instance,
  policy: Policy,
  { years, sent }: { years: number; sent: Sent },
): readonly Plan[] {
  const plans: Plan[] = [];
  let now = instance;
  for (let year = 0; year < years; year++) {
    const moves = (sent[year] ?? []).map(({ person, to }) => ({ person, to, post: `${to}-语文` }));
    const { plan } = handPlan({ instance: now, policy, moves });
    plans.push(plan);
    now = advanceInstance(now, plan, { policy });
  }
  return plans;
}

function many(count: number, prefix: string, given: Partial<PersonInput>): PersonInput[] {
  return Array.from({ length: count }, (_, index) => teacher({ id: `${prefix}${index + 1}`, ...given }));
}

describe("case 8: posts of those who come back", () => {
  const away = {
    homeSchool: "H",
    currentSchool: "A",
    exchanges: [{ from: "H", to: "A", form: "rotation" as const, start: "2024-09-01", end: "2027-08-31" }],
  };
  const at = { coordinates: { latitude: 34, longitude: 109 } };
  const residence = at.coordinates;
  const instance = countyOf({
    schools: [school({ id: "A", ...at }), school({ id: "H", establishment: 30, ...at })],
    posts: [post("A", 20), post("H", 30)],
    persons: [
      ...many(3, "away", away),
      ...many(27, "h", { homeSchool: "H", residence }),
      ...many(6, "t", { homeSchool: "A", residence }),
    ],
    planYear: 2025,
  });
  const three = ["t1", "t2", "t3"].map((person) => ({ person, to: "H" }));
  const policy = (form_: object, establishment: object = {}, rest: object = {}) =>
    policyOf({
      forms: [form("rotation", form_)],
      rules: [rule("establishment", establishment, rest), rule("total", { max: 9 })],
      eligibility: { exchangeBreaksTenure: true },
    });
  const strict = policy({ relationMoves: true });

  test("a planner that counts them as vacancies overfills the school in the year of the return", () => {
    const naive = policy({ relationMoves: true }, { relation: "free" });
    const plans = carriedOut(instance, naive, { years: 3, sent: { 0: three } });
    const report = verifyYears({ instance, policies: [strict], years: 3 }, plans);
    const over = (year: number, code: string, amount: number) => ({
      code,
      year,
      about: { kind: "school", school: "H" },
      amount,
      strength: "hard",
    });
    expect(report.ok).toBe(false);
    expect(report.findings).toEqual([
      over(2025, "relation-over", 3),
      over(2026, "relation-over", 3),
      over(2027, "relation-over", 3),
      over(2027, "working-over", 3),
    ]);
    expect(report.years.map(({ ok }) => ok)).toEqual([false, true, true]);
    const working = plans[2]?.schools.find((entry) => entry.school === "H")?.workingAfter;
    expect(working).toBe(33);
  });

  test("guests who are gone by then fill the posts for a time", () => {
    const guests = policy({ termMonths: { min: 24, max: 24 } });
    const plans = carriedOut(instance, guests, { years: 3, sent: { 0: three } });
    expect(verifyYears({ instance, policies: [guests], years: 3 }, plans)).toMatchObject({ ok: true, findings: [] });
  });

  test("guests who stay longer than that stand in the way of those who come back", () => {
    const guests = policy({ termMonths: { min: 36, max: 36 } });
    const plans = carriedOut(instance, guests, { years: 3, sent: { 0: three } });
    const report = verifyYears({ instance, policies: [guests], years: 3 }, plans);
    expect(report.years.every(({ ok }) => ok)).toBe(true);
    const finding = { code: "working-over", year: 2027, about: { kind: "school", school: "H" }, amount: 3 };
    expect(report).toMatchObject({ ok: false, findings: [{ ...finding, strength: "hard" }] });
    const soft = policy({ termMonths: { min: 36, max: 36 } }, {}, { strength: "soft", price: 1 });
    const gives = verifyYears({ instance, policies: [soft], years: 3 }, plans);
    expect(gives).toMatchObject({ ok: true, findings: [{ ...finding, strength: "soft" }] });
  });

  test.each([24, 36])("one program for all years keeps both ledgers, whatever the term (%d months)", async (min) => {
    const gaps = [rule("postBalance", { level: "gaps" }), rule("establishment"), rule("total", { max: 9 })];
    const guests = policyOf({
      forms: [form("rotation", { termMonths: { min, max: 36 } })],
      rules: gaps,
      levels: ["gaps"],
      eligibility: { exchangeBreaksTenure: true },
    });
    const outcome = await planYears({ instance, policies: [guests], years: 3, solver });
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const report = verifyYears(
      { instance, policies: outcome.years.map((year) => year.policy), years: 3 },
      outcome.years.map(({ plan }) => plan),
    );
    expect(report).toMatchObject({ ok: true, findings: [] });
  });
});

describe("terms and duties", () => {
  const persons = [
    // Fifty on the cut-off of 2024 and 2025, and too old for the duty after that.
    teacher({ id: "old", homeSchool: "A", birthDate: "1974-09-01" }),
    teacher({ id: "young", homeSchool: "A" }),
    teacher({ id: "mover", homeSchool: "A" }),
  ];
  const instance = countyOf({
    schools: [school({ id: "A" }), school({ id: "B" })],
    posts: [post("A", 5), post("B", 5)],
    persons,
  });
  const policy = policyOf({
    forms: [form("rotation", { termMonths: { min: 24, max: 36 } })],
    rules: [rule("total", { max: 9 })],
    eligibility: { exchangeBreaksTenure: true },
  });

  test("who was due and has passed the age limit is named, and who waits is counted", () => {
    const plans = carriedOut(instance, policy, { years: 3, sent: { 0: [{ person: "mover", to: "B" }] } });
    const report = verifyYears({ instance, policies: [policy], years: 3 }, plans);
    expect(report).toMatchObject({ ok: true, moved: 1, missed: [{ person: "old", year: 2025 }], waiting: ["young"] });
  });

  test("nobody starts or comes back within the term", () => {
    const plans = carriedOut(instance, policy, { years: 2, sent: { 0: [{ person: "mover", to: "B" }] } });
    const [first, second] = plans as [Plan, Plan];
    const move = { ...(first.moves[0] as Plan["moves"][number]), person: "mover" };
    const back = { person: "mover", from: "B", to: "A", post: "A-语文", settles: false };
    const again = { ...second, moves: [move] };
    const early = { ...second, returns: [back] };
    const codes = (last: Plan) =>
      verifyYears({ instance, policies: [policy], years: 2 }, [first, last]).findings.map(({ code }) => code);
    expect(codes(second)).toEqual([]);
    expect(codes(again)).toContain("starts-while-away");
    expect(codes(early)).toContain("back-too-early");
  });

  test("case 11: each year's new starts are flow, those who are out are stock, and both leave the base", () => {
    const hundred = countyOf({
      schools: [school({ id: "A" }), school({ id: "B" })],
      posts: [post("A", 100), post("B", 100)],
      persons: many(100, "t", { homeSchool: "A" }),
    });
    const long = policyOf({
      forms: [form("rotation", { termMonths: { min: 36, max: 36 } })],
      rules: [rule("total", { max: 10 })],
      eligibility: { exchangeBreaksTenure: true },
    });
    const batch = (from: number) => Array.from({ length: 10 }, (_, k) => ({ person: `t${from + k}`, to: "B" }));
    let now = hundred;
    const counts: number[][] = [];
    const plans = carriedOut(hundred, long, {
      years: 4,
      sent: { 0: batch(1), 1: batch(11), 2: batch(21), 3: batch(31) },
    });
    for (const plan of plans) {
      const due = Object.values(standings(eligibilityOf(now, long))).filter((standing) => standing === "due").length;
      now = advanceInstance(now, plan, { policy: long });
      const out = now.persons.filter(({ currentSchool }) => currentSchool !== undefined).length;
      counts.push([plan.moves.length, out, due]);
    }
    // Starts, people out, people due: those who come back start their years anew.
    expect(counts).toEqual([
      [10, 10, 100],
      [10, 20, 90],
      [10, 30, 80],
      [10, 30, 70],
    ]);
  });
});
