import { expect, test } from "vitest";
import { countyOf, eligibilityOf, form, policyOf, post, school, teacher } from "../../test/small-county.ts";
import { quotaBase } from "./eligibility.ts";

const instance = countyOf({
  schools: [school({ id: "A", zones: ["Z1"] }), school({ id: "B", zones: ["Z1"] }), school({ id: "C", zones: ["Z2"] })],
  posts: [post("A", 9), post("B", 9), post("C", 9)],
  persons: [
    teacher({ id: "due", homeSchool: "A" }),
    teacher({ id: "alone", homeSchool: "C" }),
    teacher({ id: "exempt", homeSchool: "A", statuses: [{ code: "seconded" }] }),
    teacher({ id: "held", homeSchool: "A" }),
    teacher({ id: "forcedDue", homeSchool: "A", named: true }),
    teacher({ id: "forced", homeSchool: "A", named: true, tenureStart: "2022-09-01" }),
    teacher({
      id: "volunteer",
      homeSchool: "A",
      tenureStart: "2022-09-01",
      application: { volunteer: true, homeConsent: true },
    }),
    teacher({
      id: "running",
      homeSchool: "A",
      currentSchool: "B",
      exchanges: [{ from: "A", to: "B", form: "support", start: "2023-09-01", end: "2025-08-31" }],
    }),
    teacher({ id: "recruit", recruitYear: 2024, tenureStart: "2024-09-01" }),
  ],
});

const policy = policyOf({
  forms: [form("rotation", { scope: "zone" }), form("recruit")],
  eligibility: {
    forced: [
      {
        id: "named",
        source: "s",
        when: { attr: "person.named", op: "eq", value: true },
        text: { zh: "指定", en: "named" },
      },
    ],
    volunteers: { source: "s" },
  },
});

const eligibility = eligibilityOf(instance, policy, [{ person: "held", stay: true, reason: "r" }]);

const idsOf = (chosen: Uint8Array) =>
  instance.persons.flatMap(({ id }, index) => (chosen[index] === 1 ? [id] : [])).sort();

test.each([
  [true, true, ["due", "forcedDue", "held"]],
  [false, true, ["due", "exempt", "forcedDue", "held"]],
  [true, false, ["alone", "due", "forcedDue", "held"]],
  [false, false, ["alone", "due", "exempt", "forcedDue", "held"]],
])(
  "quotaBase without exempt people (%s) and people without a post (%s) is %j",
  (excludeExempt, excludeWithoutPost, ids) => {
    expect(idsOf(quotaBase(eligibility, { excludeExempt, excludeWithoutPost }))).toEqual(ids);
  },
);

test("hasPost tells whether some post admits a person, the same whoever was asked first", () => {
  const answers = (order: readonly number[]) => {
    const fresh = eligibilityOf(instance, policy);
    const found = new Map(order.map((person) => [person, fresh.admission.hasPost(person)]));
    return instance.persons.flatMap(({ id }, index) => (found.get(index) === true ? [id] : [])).sort();
  };
  const all = instance.persons.map((_person, index) => index);
  expect(answers(all)).toEqual(["due", "exempt", "forced", "forcedDue", "held", "recruit", "volunteer"]);
  expect(answers(all.toReversed())).toEqual(answers(all));
});

test("a recruit whom no school in scope can take is named where recruits are placed", () => {
  const recruit = teacher({ id: "r", name: "张三", recruitYear: 2024, stageCertified: ["junior"] });
  const county = {
    ...instance,
    persons: [...instance.persons, ...countyOf({ schools: [school({ id: "A" })], persons: [recruit] }).persons],
  };
  const { issues } = eligibilityOf(county, policy);
  expect(issues).toMatchObject([
    {
      code: "recruit-out-of-scope",
      severity: "warning",
      path: ["persons", "r", "stageCertified"],
      message: { zh: "新招聘教师“张三”任教学段的学校不在本政策适用范围内，本方案不予安排" },
    },
  ]);
  expect(eligibilityOf(county, policyOf({ forms: [form("rotation")] })).issues).toEqual([]);
});

test("of the school that a recruit does not have yet nothing is missing", () => {
  const when = { attr: "from.area", op: "in", value: ["urban"] };
  const exemptions = [{ id: "town", source: "s", when, text: { zh: "城区", en: "town" } }];
  const { decisions, issues, county } = eligibilityOf(instance, policyOf({ eligibility: { exemptions } }));
  expect(issues).toEqual([]);
  expect(decisions[county.personIndex.get("recruit") ?? -1]).toMatchObject({ standing: "recruit", exempt: false });
});
