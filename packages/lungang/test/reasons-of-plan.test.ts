import type { Lock } from "@lungang/core";
import type { WhyPerson } from "@lungang/explain";
import { readXlsxBook } from "@lungang/tabular";
import { afterAll, describe, expect, test } from "vitest";
import type { Outcome, Plan, PlanningCase } from "../src/index.ts";
import { casesOfYears, openYearsCase, planFiles } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { smallCase, smallCounty } from "./county.ts";

/** Whoever stays where no rule says so reads what it would cost, also in a plan that no single year has decided. */

const session = openSession();
afterAll(() => session.close());

type Planned = Extract<Outcome, { status: "planned" }>;

async function planned(planningCase: PlanningCase): Promise<Planned> {
  const outcome = await session.plan(planningCase);
  if (outcome.status !== "planned") throw new Error(outcome.status);
  return outcome;
}

/** What is told of people who stay although they might go. */
function boundsOf(plan: Plan, people: readonly WhyPerson[] = []) {
  const open = new Set(plan.stays.filter(({ reason }) => reason === "notChosen").map(({ person }) => person));
  return people.flatMap(({ person, alternative }) =>
    open.has(person) && alternative?.answer === "atLeast" ? [{ person, ...alternative }] : [],
  );
}

/** The sentences about those who stay in the workbook of a plan. */
async function toldIn(planningCase: PlanningCase, plan: Plan, people: readonly WhyPerson[]): Promise<string> {
  const [, workbook] = await planFiles(planningCase, plan, { language: "zh", people });
  const book = await readXlsxBook(workbook?.content as Uint8Array);
  return JSON.stringify(book.ok && book.value.sheets.find(({ name }) => name === "未交流人员及原因")?.rows);
}

describe("reasons", () => {
  test("of a plan that was edited are those of the plan with the decision, and without it of people as they are", async () => {
    const planningCase = await smallCase({ county: { instance: smallCounty(5, 90) } });
    const { plan: made } = await planned(planningCase);
    const edited = made.moves[0]?.person ?? "";
    const locks: Lock[] = [{ person: edited, stay: true, reason: "by hand" }];
    const byHand = await planned({ ...planningCase, locks });
    const { plan } = byHand;
    const known = await session.explain(byHand).everybody();
    const wanted = boundsOf(
      plan,
      known.map(({ value }) => value),
    );
    expect(wanted.length).toBeGreaterThan(3);
    const people = (await session.reasons({ planningCase, plan, edited: [edited] })) ?? [];
    expect(boundsOf(plan, people).filter(({ person }) => person !== edited)).toEqual(wanted);
    expect(await toldIn(planningCase, plan, people)).toContain("若改为安排其交流");
    const asTheyAre = (await session.reasons({ planningCase, plan })) ?? [];
    const held = boundsOf(plan, asTheyAre);
    expect(held.length).toBeGreaterThan(3);
    expect(held.filter(({ othersHeld }) => othersHeld !== true)).toEqual([]);
    expect(await toldIn(planningCase, plan, asTheyAre)).toContain("其他人员的安排不变，若改为安排其交流");
  });

  test("of plans over years are there for every year", async () => {
    const opened = await openYearsCase({
      county: { instance: smallCounty(4, 60) },
      policy: { name: "detailed-measures" },
      years: 2,
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    const outcome = await session.planYears(opened.value, { method: "rolling" });
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const years = casesOfYears(opened.value, outcome.plans);
    expect(years).toHaveLength(2);
    for (const year of years) {
      const bounds = boundsOf(year.plan, await session.reasons(year));
      expect(bounds.length).toBeGreaterThan(3);
      expect(bounds.filter(({ othersHeld }) => othersHeld === true)).toEqual([]);
    }
  });
});

test("a question tells the first level that differs in words before the rest is known", async () => {
  const outcome = await planned(await smallCase({ county: { instance: smallCounty(5, 90) } }));
  const person = outcome.plan.moves[0]?.person ?? "";
  const told: string[] = [];
  const why = await session
    .explain(outcome)
    .whyNot({ person, stay: true }, ({ sentences }) => told.push(...sentences.map(({ zh }) => zh)));
  expect(why.value.answer).toBe("price");
  expect(told).toHaveLength(1);
  expect(why.sentences[0]?.zh).toContain(told[0]);
});
