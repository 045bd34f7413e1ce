import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { Instance, Person } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { planYears } from "../src/plan-years.ts";
import { forYears } from "../src/years-policy.ts";
import { verifyYears } from "../src/verify-years.ts";
import { countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Who stands where after a year is who stands where before the next: schools, posts, offices and subjects. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const PLACE = { latitude: 34, longitude: 109 };
const residence = PLACE;
const instance = countyOf({
  schools: ["A", "B"].map((id) => school({ id, coordinates: PLACE })),
  posts: [
    post("A", 3),
    post("B", 3),
    ...["A", "B"].map((id) => post(id, 1, { id: `${id}-音乐`, subject: "音乐" })),
    office("A", "principal", 2),
    office("B", "principal", 2),
  ],
  persons: [
    teacher({ id: "t1", homeSchool: "A", residence, subjects: [{ subject: "语文", main: true }, { subject: "音乐" }] }),
    teacher({ id: "t2", homeSchool: "A", residence, subjects: [{ subject: "语文", main: true }, { subject: "音乐" }] }),
    leader({ id: "head", homeSchool: "A", personType: "principal", residence }),
    // Sent from outside: works at the school and belongs to none of the county.
    teacher({ id: "outside", homeSchool: "B", establishment: "external", residence }),
  ],
});

const policy = policyOf({
  forms: [
    form("leaderRotation", {
      who: { attr: "person.personType", op: "eq", value: "principal" },
      kinds: ["management"],
      relationMoves: true,
      termMonths: { min: 36, max: 36 },
    }),
    form("rotation", { relationMoves: false, termMonths: { min: 24, max: 36 } }),
  ],
  eligibility: { exchangeBreaksTenure: true },
  rules: [rule("quota", { share: "100%" }), rule("postBalance", { level: "gaps" })],
  levels: ["gaps"],
});

/** Two years in which the head and one or both teachers go in the first. */
async function years(method: "rolling" | "program" = "rolling") {
  const outcome = await planYears({ instance, policies: [policy], years: 3, solver, method });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.years;
}

const basis = { instance, policies: [forYears(policy)], years: 3 };

/** Returns the findings where the county of the second year has one person otherwise. */
async function foundWith(id: string, change: (person: Person) => Person | undefined) {
  const planned = await years();
  const counties = planned.map((year, at): Instance => {
    if (at !== 1) return year.instance;
    const persons = year.instance.persons.flatMap((person) => (person.id === id ? (change(person) ?? []) : [person]));
    return { ...year.instance, persons };
  });
  const { ok, findings } = verifyYears(
    basis,
    planned.map(({ plan }) => plan),
    { counties },
  );
  return [ok, findings.map(({ code, year, expected, found }) => [code, year, expected, found])];
}

describe("verifyYears", () => {
  test.each(["rolling", "program"] as const)("finds nothing in what was planned %s", async (method) => {
    const planned = await years(method);
    const plans = planned.map(({ plan }) => plan);
    const counties = planned.map((year) => year.instance);
    expect(plans[0]?.moves.map(({ person }) => person)).toEqual(["head", "t1", "t2"]);
    expect(verifyYears(basis, plans, { counties })).toMatchObject({ ok: true, findings: [] });
    expect(verifyYears(basis, plans)).toMatchObject({ ok: true, findings: [] });
  });

  test("tells who works elsewhere than the plan before says", async () => {
    const back = ({ currentSchool: _host, ...person }: Person) => ({ ...person, currentPost: "A-语文" });
    expect(await foundWith("t1", back)).toEqual([false, [["school-differs", 2025, "B", "A"]]]);
  });

  test("tells whose relation is at another school", async () => {
    const moved = (person: Person) => ({ ...person, homeSchool: "A", currentSchool: "B" });
    expect(await foundWith("head", moved)).toEqual([false, [["relation-differs", 2025, "B", "A"]]]);
  });

  test("tells who fills another post", async () => {
    const swapped = { "B-音乐": "B-语文", "B-语文": "B-音乐" } as Readonly<Record<string, string>>;
    const other = (person: Person) => ({ ...person, currentPost: swapped[person.currentPost ?? ""] });
    const [, findings] = await foundWith("t1", other);
    expect(findings).toEqual([["post-differs", 2025, "B-音乐", "B-语文"]]);
  });

  test("tells a head who has lost the office", async () => {
    const lost = (person: Person): Person => ({ ...person, personType: "vicePrincipal" });
    expect(await foundWith("head", lost)).toEqual([false, [["office-differs", 2025, "principal", "vicePrincipal"]]]);
  });

  test("tells whose main subject is another one", async () => {
    const other = (person: Person): Person => ({
      ...person,
      subjects: person.subjects.map((skill) => ({ ...skill, main: skill.subject === "音乐" })),
    });
    expect(await foundWith("t1", other)).toEqual([false, [["subject-differs", 2025, "语文", "音乐"]]]);
  });

  test("tells who is not there any more", async () => {
    expect(await foundWith("t2", () => undefined)).toEqual([false, [["person-missing", 2025, undefined, undefined]]]);
  });

  /** Returns the findings of plans of which one was edited. */
  async function foundIn(edit: (plan: Plan) => Plan) {
    const plans = (await years()).map(({ plan }) => plan);
    const { ok, findings } = verifyYears(
      basis,
      plans.map((plan, at) => (at === 1 ? edit(plan) : plan)),
    );
    return [ok, findings.map(({ code, year, about, amount }) => [code, year, JSON.stringify(about), amount])];
  }

  test("tells a post whose heads a plan begins with are not those of the year before", async () => {
    const edit = (plan: Plan): Plan => ({
      ...plan,
      shortfalls: plan.shortfalls.map((line) => (line.post === "A-语文" ? { ...line, before: line.before + 1 } : line)),
    });
    const about = JSON.stringify({ kind: "post", post: "A-语文" });
    expect(await foundIn(edit)).toEqual([false, [["post-heads-differ", 2025, about, 1]]]);
  });

  test("tells a school whose headcounts a plan begins with are not those of the year before", async () => {
    const edit = (plan: Plan): Plan => ({
      ...plan,
      schools: plan.schools.map((line) => (line.school === "B" ? { ...line, relationBefore: 0 } : line)),
    });
    const about = JSON.stringify({ kind: "school", school: "B" });
    expect(await foundIn(edit)).toEqual([false, [["ledger-differs", 2025, about, 1]]]);
  });

  test("tells who starts again within the term of a move with the relation", async () => {
    const plans = (await years()).map(({ plan }) => plan);
    const first = plans[0] as Plan;
    const again = {
      ...(first.moves.find(({ person }) => person === "head") as Plan["moves"][number]),
      from: "B",
      to: "A",
    };
    const edited = plans.map((plan, at) =>
      at === 1 ? { ...plan, moves: [{ ...again, post: "A-principal", start: "2025-09-01", end: "2028-08-31" }] } : plan,
    );
    const { findings, years: reports } = verifyYears(basis, edited);
    expect(findings.map(({ code, about }) => [code, about])).toContainEqual([
      "starts-while-away",
      { kind: "person", person: "head" },
    ]);
    expect(reports[1]?.violations.map(({ rule: name }) => name)).toContain("plan:must-not-move");
  });
});
