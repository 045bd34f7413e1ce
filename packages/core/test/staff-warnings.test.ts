import { createHighsSolver } from "@lungang/solver-highs/node";
import { describe, expect, test } from "vitest";
import { checkCounty, planCounty } from "../src/index.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "./small-county.ts";

const at = { latitude: 34, longitude: 109 };

/** One teacher of a school beside another school; the exchanges start on the first of September of the year. */
function countyWith(given: object) {
  return countyOf({
    schools: [school({ id: "A", coordinates: at }), school({ id: "B", coordinates: at })],
    posts: [post("A", 1), post("B", 1)],
    persons: [teacher({ id: "T", homeSchool: "A", residence: at, ...given })],
  });
}

function issuesOf(given: object) {
  const county = countyWith(given);
  const { issues, county: told } = checkCounty(county, policyOf({ forms: [form("rotation")] }));
  const found = issues.filter(({ code }) => ["past-retirement", "due-in-spite"].includes(code));
  return { year: told.planYear, found: found.map(({ code, path = [] }) => `${code} ${path.join(".")}`), issues: found };
}

const YEAR = issuesOf({}).year;

describe("who is past the statutory age", () => {
  test.each([
    ["a man of 62", { sex: "male", birthDate: `${YEAR - 62}-03-01` }, true],
    ["a man of 59", { sex: "male", birthDate: `${YEAR - 59}-03-01` }, false],
    ["a woman of 59 of whom no category is known", { sex: "female", birthDate: `${YEAR - 59}-03-01` }, true],
    ["a woman of 54 of whom no category is known", { sex: "female", birthDate: `${YEAR - 54}-03-01` }, false],
    ["a man of 62 who is not in post", { sex: "male", birthDate: `${YEAR - 62}-03-01`, inPost: false }, false],
  ])("is told of %s: %o", (_, given, isTold) => {
    expect(issuesOf(given).found).toEqual(isTold ? ["past-retirement persons.T.inPost"] : []);
  });
});

describe("who is due in spite of a status in which people commonly stay", () => {
  const status = (code: string, to = `${YEAR + 1}-06-30`) => ({ statuses: [{ code, to }] });
  test("is told of without saying which, while the status lasts and where the person is due", () => {
    const { found, issues } = issuesOf(status("lactation"));
    expect(found).toEqual(["due-in-spite persons.T.statuses"]);
    expect(JSON.stringify(issues)).not.toMatch(/哺乳期|lactation/u);
    expect(issuesOf(status("lactation", `${YEAR}-06-30`)).found).toEqual([]);
    expect(issuesOf(status("punishment")).found).toEqual([]);
    expect(issuesOf({ ...status("lactation"), tenureStart: `${YEAR - 1}-09-01` }).found).toEqual([]);
  });

  const STATUSES = ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"];
  test.each(STATUSES)("is told of %s where the policy exempts nobody", (code) => {
    const policy = policyOf({ forms: [form("rotation")], eligibility: { exemptions: [] } });
    expect(checkCounty(countyWith(status(code)), policy).issues.map((issue) => issue.code)).toContain("due-in-spite");
  });

  test("is told of with the plan that moves the person, by the one status that the policy exempts not", async () => {
    const policy = policyOf({ rules: [rule("quota", { share: "100%", who: { all: [] } }), rule("total", { max: 1 })] });
    const instance = countyWith(status("lactation"));
    const outcome = await planCounty({ instance, policy, solver: createHighsSolver() });
    if (outcome.status !== "planned") throw new Error(outcome.status);
    expect(outcome.plan.moves.map(({ person }) => person)).toEqual(["T"]);
    expect(
      outcome.warnings.filter(({ code }) => code === "due-in-spite").map(({ path = [] }) => path.join(".")),
    ).toEqual(["persons.T.statuses"]);
  });
});
