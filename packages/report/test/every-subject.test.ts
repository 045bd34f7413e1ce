import { afterAll, describe, expect, test } from "vitest";
import { planCounty, verifyPlan, verifyRoster } from "@lungang/core";
import type { Instance, Text } from "@lungang/core";
import type { Plan, RuleSubject, Violation } from "@lungang/core/plan";
import { namesOf, violationText } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { ruleNamed } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { planSheets } from "@lungang/tabular";
import { policyOf, rule } from "../../core/test/small-county.ts";
import { buildReports } from "../src/index.ts";
import { subjectCounty } from "./every-subject/county.ts";
import { CODES, LATIN, listedNames, toldNames } from "./every-subject/told.ts";
import { GROUP_CASES } from "./every-subject/group-cases.ts";
import { MOVE_CASES } from "./every-subject/move-cases.ts";
import { PERSON_CASES } from "./every-subject/person-cases.ts";
import { forgottenBy } from "./every-subject/forgotten.ts";
import { ENTRY, ENTRY_TEXT, FORMS, POINTS } from "./every-subject/subject-case.ts";
import type { SubjectCase } from "./every-subject/subject-case.ts";

/** Every rule missed by one unit, in every dimension that it has: plan, check, workbook and report name what is missed. */

const CASES = [...GROUP_CASES, ...MOVE_CASES, ...PERSON_CASES];

const solver = createHighsSolver();

afterAll(() => solver.close());

/** What the county of the cases is called. */
const COUNTY_NAME: Text = { zh: "小县", en: "小县" };

type Strength = "hard" | "soft";

const amountOf = ({ amount = 1 }: SubjectCase) => amount;

function policyOfCase(given: SubjectCase, strength: Strength, params = given.params): Policy {
  const forced = (given.forced ?? []).flatMap((entry) =>
    [...Array(amountOf(given) + 1).keys()].map((time) => ({
      ...entry,
      id: `forced-${time}-${(entry as { id: string }).id}`,
    })),
  );
  const bound = given.rule === "total" ? [] : [rule("total", { max: 99 })];
  return policyOf({
    rules: [rule(given.rule, params, { id: ENTRY, text: ENTRY_TEXT, strength, price: 1 }), ...forced, ...bound],
    forms: given.forms ?? FORMS,
    points: POINTS,
    levels: ["compliance", "untaught"],
    ...(given.eligibility === undefined ? {} : { eligibility: given.eligibility }),
  });
}

const outcomeOf = (instance: Instance, policy: Policy) =>
  planCounty({ instance, policy, solver, limits: { relativeGap: 0, proveUnique: false } });

async function planOf(instance: Instance, policy: Policy): Promise<Plan> {
  const outcome = await outcomeOf(instance, policy);
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome, undefined, 2));
  return outcome.plan;
}

/** A pair names its schools in the order of the county. */
function inOrder(about: RuleSubject, { schools }: Instance): RuleSubject {
  if (about.kind !== "pair") return about;
  const position = (id: string) => schools.findIndex((school) => school.id === id);
  const { a, b } = about;
  return position(a) < position(b) ? about : { ...about, a: b, b: a };
}

/** What a violation has to say, whatever its strength. */
function expectMissed(
  violations: readonly Violation[],
  { about, code, amount = 1 }: SubjectCase,
  strength: Strength,
): void {
  expect(violations).toMatchObject([{ rule: ENTRY, strength, amount, finding: { code } }]);
  expect(violations.map((violation) => violation.about)).toEqual([about]);
}

function expectTold(told: string, language: "zh" | "en", { about }: SubjectCase): void {
  for (const name of toldNames(about)) expect(told).toContain(name[language]);
  expect(told).not.toMatch(CODES);
  expect(told).not.toMatch(language === "zh" ? LATIN : CODES);
}

/** The cells of the one row that a workbook has about rules that are not met. */
function violationRow(plan: Plan, instance: Instance, policy: Policy, language: "zh" | "en"): readonly string[] {
  const sheets = planSheets(plan, instance, { public: false, policy, language });
  const sheet = sheets.find(({ name }) => name === { zh: "未落实的规定", en: "Rules not met" }[language]);
  expect(sheet?.rows).toHaveLength(1);
  return (sheet?.rows[0] ?? []).map(String);
}

function expectInWorkbook(given: SubjectCase, plan: Plan, instance: Instance, policy: Policy): void {
  for (const language of ["zh", "en"] as const) {
    const [title, , , subject = "", amount, , words = ""] = violationRow(plan, instance, policy, language);
    expect(title).toBe(ENTRY_TEXT[language]);
    expect(amount).toBe(`${amountOf(given)}`);
    for (const name of listedNames(given.about)) expect(subject).toContain(name[language]);
    expectTold(words, language, given);
  }
}

/** The report of compliance has one row of the rule that is not met, about the subject; none of rules that count nobody. */
function expectInReport(given: SubjectCase, plan: Plan, instance: Instance, policy: Policy): void {
  const [report] = buildReports({ instance, policy, plan, audience: "internal", reports: ["R2"] });
  const rows = (report?.tables[0]?.rows ?? []).map((row) => row.map((cell) => cell as Text));
  const missed = rows.filter(([title, , , , , , met]) => title?.zh === ENTRY_TEXT.zh && met?.zh === "否");
  const counted = ruleNamed(given.rule).isCounted === true;
  expect(missed).toHaveLength(counted ? 1 : 0);
  const names = given.about.kind === "county" ? [COUNTY_NAME] : listedNames(given.about);
  for (const [, , about] of missed) {
    for (const name of names) expect(about?.zh).toContain(name.zh);
    for (const name of names) expect(about?.en).toContain(name.en);
    expect(`${about?.zh} ${about?.en}`).not.toMatch(CODES);
  }
}

const titleOf = ({ rule: name, about, params }: SubjectCase) =>
  `${name} ${JSON.stringify(about)} ${JSON.stringify(params)}`.slice(0, 160);

describe.each(CASES.map((given) => [titleOf(given), given] as const))("%s", (_title, written) => {
  const instance = subjectCounty(written.county);
  const given = { ...written, about: inOrder(written.about, instance) };
  const soft = policyOfCase(given, "soft");
  const hard = policyOfCase(given, "hard");

  test("is named where the rule may give", async () => {
    const { plannedWith } = given;
    const lenient = policyOfCase(given, "soft", plannedWith);
    const made = await planOf(instance, lenient);
    const own = verifyPlan({ instance, policy: lenient, plan: made });
    expect(own.ok).toBe(true);
    expect(own.violations).toEqual(made.violations);
    const price = plannedWith === undefined ? amountOf(given) : 0;
    expect(made.levels[0]).toMatchObject({ name: "compliance", value: price, dualBound: price });

    const found = verifyRoster({ instance, policy: soft, ...linesOf(made) });
    expectMissed(found.violations, given, "soft");
    const plan = plannedWith === undefined ? made : { ...made, violations: [...found.violations] };
    expectMissed(plan.violations, given, "soft");

    const missed = plan.measures.filter(({ rule: entry, met }) => entry === ENTRY && !met);
    const { measured = given.about } = given;
    expect(missed.map(({ about }) => about)).toEqual(measured === null ? [] : [measured]);
    for (const { value, target } of missed) expect(Math.abs(value - target)).toBe(amountOf(given));

    const told = violationText(plan.violations[0] as Violation, namesOf(instance, { policy: soft }));
    expectTold(told.zh, "zh", given);
    expectTold(told.en, "en", given);
    expectInWorkbook(given, plan, instance, soft);
    expectInReport(given, plan, instance, soft);

    const strict = verifyRoster({ instance, policy: hard, ...linesOf(plan) });
    expectMissed(strict.violations, given, "hard");
    expect(strict.ok).toBe(false);
  });

  test.skipIf(given.plannedWith !== undefined)("is what stands in the way where it may not", async () => {
    const outcome = await outcomeOf(instance, hard);
    const amount = amountOf(given);
    expect(outcome).toMatchObject({ status: "infeasible", leastViolations: [{ rule: ENTRY, amount }] });
    const least = outcome.status === "infeasible" ? outcome.leastViolations : [];
    expect(least.map(({ about }) => about)).toEqual([given.about]);
  });
});

function linesOf({ moves, returns, participations, itineraries }: Plan) {
  return { moves, returns, participations, itineraries };
}

test("no rule, finding, limit or kind of group is left out", () => {
  expect(forgottenBy(CASES)).toEqual([]);
});
