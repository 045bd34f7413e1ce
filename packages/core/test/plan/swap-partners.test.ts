import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { loadInstance } from "../../src/index.ts";
import type { PersonInput } from "../../src/index.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan, verifyRoster } from "../../src/planner/verify-plan.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** People who ask to exchange places. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const HERE = { latitude: 34, longitude: 109 };
const SUBJECTS = ["语文", "数学"];

/** Schools A, B and C, full, and V with a vacancy of each subject; X is at A, Y at B, Z at C. */
function ground(people: Readonly<Record<"x" | "y" | "z", Partial<PersonInput>>>) {
  const schools = ["A", "B", "C", "V"].map((id) => school({ id, coordinates: HERE }));
  const homes = { x: "A", y: "B", z: "C" };
  const persons = (["x", "y", "z"] as const).map((id) =>
    teacher({
      id,
      homeSchool: homes[id],
      residence: HERE,
      tenureStart: "2023-09-01",
      application: { volunteer: true, homeConsent: true },
      ...people[id],
    }),
  );
  const subjectOf = (at: string) => persons.find(({ homeSchool }) => homeSchool === at)?.subjects?.[0]?.subject ?? "";
  return countyOf({
    schools,
    posts: [
      ...["A", "B", "C"].map((at) => post(at, 1, { id: at, subject: subjectOf(at) })),
      ...SUBJECTS.map((subject) => post("V", 1, { id: `V-${subject}`, subject })),
    ],
    persons,
  });
}

const policyWith = (volunteers: object, rest: object = {}) =>
  policyOf({
    eligibility: { volunteers: { source: "s", ...volunteers } },
    rules: [
      rule("postBalance", {}),
      rule("wishes", { level: "calm", volunteerStays: 20 }),
      rule("swapPartners", {}, rest),
    ],
    levels: ["compliance", "calm"],
  });

async function goals(instance: ReturnType<typeof ground>, volunteers: object = {}) {
  const policy = policyWith(volunteers);
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  return outcome.plan.moves.map(({ person, to }) => `${person}>${to}`);
}

const maths = { subjects: [{ subject: "数学", main: true }] };

describe("two who name each other", () => {
  test("exchange places, though nothing is vacant there", async () => {
    expect(await goals(ground({ x: { swapPartner: "y" }, y: { swapPartner: "x" }, z: {} }))).toEqual([
      "x>B",
      "y>A",
      "z>V",
    ]);
  });

  test("do not where one teaches another subject, or a school does not agree, and go nowhere else", async () => {
    const other = ground({ x: { swapPartner: "y" }, y: { swapPartner: "x", ...maths }, z: {} });
    expect(await goals(other)).toEqual(["z>V"]);
    const refused = { swapPartner: "x", application: { volunteer: true, homeConsent: false } };
    expect(await goals(ground({ x: { swapPartner: "y" }, y: refused, z: {} }))).toEqual(["z>V"]);
  });
});

test("who names somebody that names a third stays", async () => {
  const instance = ground({ x: { swapPartner: "y" }, y: { swapPartner: "z" }, z: {} });
  expect(await goals(instance)).toEqual(["z>V"]);
  expect(await goals(instance, { needsVacancy: false })).toEqual(["z>V"]);
});

test("who is due may be sent elsewhere, and to the partner's post only in exchange", async () => {
  const due = { swapPartner: "y", tenureStart: "2010-09-01", application: { volunteer: false } };
  const instance = ground({ x: due, y: { swapPartner: "x", application: { volunteer: false } }, z: {} });
  const policy = policyOf({
    rules: [rule("quota", { share: "100%" }), rule("swapPartners")],
    levels: ["compliance"],
  });
  const outcome = await planCounty({ instance, policy, solver });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(outcome.plan.moves.map(({ to }) => to)).not.toContain("B");
});

test("written by hand, half a swap is refused by name, and a whole one is not", () => {
  const instance = ground({ x: { swapPartner: "y" }, y: { swapPartner: "x" }, z: { swapPartner: "x" } });
  const policy = policyWith({ needsVacancy: false });
  const found = (...moves: readonly [string, string][]) =>
    verifyRoster({
      instance,
      policy,
      moves: moves.map(([person, postId]) => ({ person, to: postId.charAt(0), post: postId })),
    })
      .violations.filter(({ rule: id }) => id === "swapPartners")
      .map(({ about, finding }) => [about.kind === "person" ? about.person : "", finding.code]);
  expect(found(["x", "B"])).toEqual([["x", "swapPartners.oneSided"]]);
  expect(found(["x", "B"], ["y", "A"])).toEqual([]);
  expect(found(["x", "B"], ["y", "V-语文"])).toEqual([
    ["x", "swapPartners.oneSided"],
    ["y", "swapPartners.elsewhere"],
  ]);
  expect(found(["z", "A"])).toEqual([["z", "swapPartners.elsewhere"]]);
});

test("a swap that one of the two asks for is told, and one under a policy without the rule", async () => {
  const codesOf = (people: Parameters<typeof ground>[0]) => {
    const loaded = loadInstance(ground(people));
    return loaded.ok
      ? loaded.warnings.flatMap(({ code, received }) => (code.startsWith("swap") ? [`${code} ${received}`] : []))
      : [];
  };
  expect(codesOf({ x: { swapPartner: "y" }, y: { swapPartner: "x" }, z: {} })).toEqual([]);
  expect(codesOf({ x: { swapPartner: "y" }, y: {}, z: { swapPartner: "z" } })).toEqual([
    "swap-not-mutual y",
    "swap-not-mutual z",
  ]);
  const instance = ground({ x: { swapPartner: "y" }, y: { swapPartner: "x" }, z: {} });
  const without = await planCounty({ instance, policy: policyOf({}), solver });
  expect(without.warnings.map(({ code }) => code)).toContain("swap-partner-unused");
  const asked = await planCounty({ instance, policy: policyWith({}), solver });
  expect(asked.warnings.map(({ code }) => code)).not.toContain("swap-partner-unused");
});
