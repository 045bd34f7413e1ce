import { describe, expect, test } from "vitest";
import {
  EXEMPTIONS,
  countyOf,
  eligibilityOf,
  leader,
  policyOf,
  post,
  school,
  teacher,
} from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import { standingReasons } from "./standing-reasons.ts";

const SCHOOLS = [school({ id: "A" }), school({ id: "B", name: "乙校" })];

/** What is told of one person on 2024-08-31, under the due groups of the small county. */
function told(person: PersonInput, eligibility: object = {}): readonly string[] {
  const county = countyOf({ schools: SCHOOLS, posts: [post("A", 9), post("B", 9)], persons: [person] });
  const policy = policyOf({
    eligibility: {
      exemptions: EXEMPTIONS,
      volunteers: { source: "DM-08" },
      returns: { source: "YL-17" },
      ...eligibility,
    },
  });
  return standingReasons(eligibilityOf(county, policy))(0).map(({ code, text }) => `${code}: ${text.zh}`);
}

const at = (given: Partial<PersonInput>) => teacher({ id: "p", homeSchool: "A", ...given });

describe("standingReasons", () => {
  test.each<[string, PersonInput, readonly string[]]>([
    ["too old", at({ birthDate: "1972-05-05" }), ["notDue: 52周岁，超过规定的50周岁"]],
    [
      "too old by the limit of women",
      at({ birthDate: "1977-05-05", sex: "female" }),
      ["notDue: 47周岁，超过规定的45周岁"],
    ],
    ["too short at the school", at({ tenureStart: "2020-09-01" }), ["notDue: 同校任教满4年，未满规定的6年"]],
    [
      "both",
      at({ tenureStart: "2020-09-01", birthDate: "1970-01-01" }),
      ["notDue: 54周岁，超过规定的50周岁", "notDue: 同校任教满4年，未满规定的6年"],
    ],
    [
      "too short as a leader",
      leader({
        id: "p",
        homeSchool: "A",
        personType: "principal",
        offices: [{ office: "principal", start: "2018-09-01" }],
      }),
      ["notDue: 在本校连续任校长、副校长满6年，未满规定的8年"],
    ],
    [
      "applied without consent",
      at({ tenureStart: "2020-09-01", application: { volunteer: true } }),
      ["notDue: 同校任教满4年，未满规定的6年", "notDue: 本人申请交流，所在学校尚未同意"],
    ],
    ["due", at({}), ["due: teachers：同校任教满14年（规定满6年），44周岁（规定不超过50周岁）"]],
    [
      "on an exchange",
      at({
        currentSchool: "B",
        exchanges: [{ from: "A", to: "B", form: "support", start: "2022-09-01", end: "2025-08-31" }],
      }),
      ["running: 正在交流期内：乙校，至2025年8月31日"],
    ],
  ])("%s", (_what, person, expected) => {
    expect(told(person)).toEqual(expected);
  });

  test("years that an exchange starts anew are told as such", () => {
    const back = at({ exchanges: [{ from: "A", to: "B", form: "support", start: "2019-09-01", end: "2022-08-31" }] });
    expect(told(back, { exchangeBreaksTenure: true })).toEqual([
      "notDue: 交流期满返回后重新计算年限，同校任教满2年，未满规定的6年",
    ]);
  });

  test("somebody whom no group means is told whom they mean", () => {
    const [reason = ""] = told(at({ personType: "logistics", subjects: [] }));
    expect(reason).toMatch(/^notDue: 工勤人员，不属于应当交流的人员（专任教师.*）$/u);
    // What else a group asks for is of no use to whom it does not mean.
    expect(reason).not.toContain("且");
  });
});
