import { expect, test } from "vitest";
import { verifyPlan, verifyRoster } from "../src/index.ts";
import { handPlan } from "./hand-plan.ts";
import { EXEMPTIONS, countyOf, eligibilityOf, policyOf, post, rule, school, teacher } from "./small-county.ts";

/** What breaks of the verification on purpose once went unseen through; each of these fails with one of them. */

const HERE = { latitude: 34, longitude: 109 };
const SCHOOLS = ["A", "B", "C"].map((id) => school({ id, coordinates: HERE }));
const at = (id: string, homeSchool: string, given: object = {}) =>
  teacher({ id, homeSchool, residence: HERE, ...given });

test("nobody moves and comes back in one plan", () => {
  const exchange = { from: "A", to: "B", form: "rotation" as const, start: "2021-09-01", end: "2024-08-31" };
  const instance = countyOf({
    schools: SCHOOLS,
    posts: [post("A", 1), post("B", 1), post("C", 1)],
    persons: [at("guest", "A", { currentSchool: "B", exchanges: [exchange] })],
  });
  const moves = [{ person: "guest", to: "C", post: "C-语文" }];
  const found = verifyRoster({ instance, policy: policyOf({}), moves }).violations.map(({ rule: id }) => id);
  expect(found).toContain("plan:repeated-person");
});

test("a stay for reasons of health has to be marked", () => {
  const instance = countyOf({
    schools: SCHOOLS,
    posts: [post("A", 1)],
    persons: [at("ill", "A", { statuses: [{ code: "pregnancy" }] })],
  });
  const made = handPlan({ instance, policy: policyOf({ eligibility: { exemptions: EXEMPTIONS } }), moves: [] });
  const [stay] = made.plan.stays;
  if (stay === undefined) throw new Error("Nobody stays");
  const saying = (stays: readonly object[]) =>
    verifyPlan({ ...made, plan: { ...made.plan, stays: stays as typeof made.plan.stays } }).violations.map(
      ({ rule: id }) => id,
    );
  const told = { ...stay, rule: "health", source: "DM-09", sensitive: true };
  expect(saying([told])).not.toContain("plan:misreported-stay");
  expect(saying([{ ...told, sensitive: false }])).toContain("plan:misreported-stay");
  expect(saying([{ ...stay, rule: "health", source: "DM-09", sensitive: undefined }])).toContain(
    "plan:misreported-stay",
  );
});

test("a stay is at the school worked at", () => {
  const instance = countyOf({ schools: SCHOOLS, posts: [post("A", 1)], persons: [at("a", "A")] });
  const made = handPlan({ instance, policy: policyOf({}), moves: [] });
  const stays = made.plan.stays.map((stay) => ({ ...stay, school: "B" }));
  const { violations } = verifyPlan({ ...made, plan: { ...made.plan, stays } });
  expect(violations.map(({ rule: id }) => id)).toContain("plan:misreported-stay");
});

test("a share counts its set among the moves of which it is a share", () => {
  const instance = countyOf({
    schools: SCHOOLS,
    posts: [post("A", 2), post("B", 1), post("C", 1)],
    persons: [at("b", "A", { honours: ["backboneCounty"] }), at("c", "A")],
  });
  // Of those who go to C half are to be backbone teachers: the one who goes to B is none of them.
  const params = { share: "50%", set: { set: "backbone" }, of: { attr: "to.id", op: "eq", value: "C" } };
  const sets = { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } };
  const policy = policyOf({ rules: [rule("share", params)], sets });
  const moves = [
    { person: "b", to: "B", post: "B-语文" },
    { person: "c", to: "C", post: "C-语文" },
  ];
  const broken = verifyRoster({ instance, policy, moves }).violations.map(({ rule: id }) => id);
  expect(broken).toContain("share");
});

test("a leadership team is of those who take part", () => {
  const away = { from: "A", to: "P", form: "rotation" as const, start: "2023-09-01", end: "2026-08-31" };
  const chief = (id: string, given: object = {}) => at(id, "A", { leadershipTeam: true, ...given });
  const instance = countyOf({
    schools: [...SCHOOLS, school({ id: "P", coordinates: HERE, ownership: "private" })],
    posts: [post("A", 2), post("B", 1), post("P", 1)],
    persons: [chief("one"), chief("two"), chief("away", { currentSchool: "P", exchanges: [away] })],
  });
  const scope = { source: "test", schools: { attr: "school.ownership", op: "eq", value: "public" }, text: "公办" };
  const policy = policyOf({ rules: [rule("teamCap", { share: "1/3" })], scope });
  // A third of two is nobody; of three it would be one.
  const moves = [{ person: "one", to: "B", post: "B-语文" }];
  expect(verifyRoster({ instance, policy, moves }).violations.map(({ rule: id }) => id)).toContain("teamCap");
});

test("who stays at the host for good takes the relation along", () => {
  const stay = { applied: true, approved: true };
  const exchange = { from: "A", to: "B", form: "rotation" as const, start: "2021-09-01", end: "2024-08-31", stay };
  const instance = countyOf({
    schools: SCHOOLS,
    posts: [post("A", 1), post("B", 1)],
    persons: [at("guest", "A", { currentSchool: "B", exchanges: [exchange] })],
  });
  const policy = policyOf({ eligibility: { returns: { source: "YL-17", stayAllowed: true } } });
  const returns = [{ person: "guest", from: "B", to: "B", post: "B-语文", settles: true }];
  const { plan } = handPlan({ instance, policy, moves: [], returns });
  const relations = plan.schools.map(({ school: id, relationBefore, relationAfter }) => [
    id,
    relationBefore,
    relationAfter,
  ]);
  expect(relations).toContainEqual(["A", 1, 0]);
  expect(relations).toContainEqual(["B", 0, 1]);
});

test("one status that uses no headcount is enough", () => {
  const statuses = [
    { code: "seconded" as const, occupiesHeadcount: true },
    { code: "longSickLeave" as const, occupiesHeadcount: false },
  ];
  const instance = countyOf({ schools: SCHOOLS, persons: [at("a", "A", { statuses })] });
  expect(eligibilityOf(instance, policyOf({})).decisions[0]?.occupiesHeadcount).toBe(false);
});

test("an exchange before the years at the school began does not lengthen them", () => {
  const exchanges = [{ from: "A", to: "B", form: "rotation" as const, start: "2010-09-01", end: "2012-08-31" }];
  const instance = countyOf({ schools: SCHOOLS, persons: [at("a", "A", { tenureStart: "2022-09-01", exchanges })] });
  const policy = policyOf({ eligibility: { exchangeBreaksTenure: true } });
  expect(eligibilityOf(instance, policy).decisions[0]?.standing).toBe("notDue");
});

test("a plan is of the year that it says", () => {
  const instance = countyOf({ schools: SCHOOLS, posts: [post("A", 1)], persons: [at("a", "A")] });
  const made = handPlan({ instance, policy: policyOf({}), moves: [] });
  const ofYear = (planYear: number) => {
    const { manifest } = made.plan;
    const plan = { ...made.plan, manifest: { ...manifest, instance: { ...manifest.instance, planYear } } };
    return verifyPlan({ ...made, plan }).violations.map(({ about }) => ("part" in about ? about.part : ""));
  };
  expect(ofYear(2025)).toContain("planYear");
  expect(ofYear(2024)).not.toContain("planYear");
});
