import { describe, expect, it } from "vitest";
import { openTerminal, writeJson } from "./terminal.ts";

/** What the verb `years` says where a school ends up with more people than its establishment. */

const terminal = openTerminal();
const text = (words: string) => ({ zh: words, en: words });
const at = { latitude: 34, longitude: 109 };

const teacher = (id: string, given: object) => ({
  id,
  sex: "male",
  birthDate: "1980-05-05",
  personType: "teacher",
  stageCertified: ["primary"],
  subjects: [{ subject: "语文", main: true }],
  tenureStart: "2010-09-01",
  residence: at,
  ...given,
});

const school = (id: string, given: object) => ({
  id,
  name: id,
  type: "primary",
  area: "rural",
  quality: "ordinary",
  township: "T1",
  coordinates: at,
  ...given,
});

const post = (place: string, capacity: number) => ({
  id: `${place}-语文`,
  school: place,
  capacity,
  stage: "primary",
  subject: "语文",
});

/** H lacks one person until `back` comes home in 2027; a guest of three years would still be there. */
const COUNTY = {
  format: "lungang-instance-1",
  county: { id: "county", name: "小县" },
  planYear: 2025,
  schools: [school("A", {}), school("H", { establishment: 3 })],
  posts: [post("A", 2), post("H", 3)],
  persons: [
    teacher("back", {
      homeSchool: "H",
      currentSchool: "A",
      exchanges: [{ from: "H", to: "A", form: "rotation", start: "2024-09-01", end: "2027-08-31" }],
    }),
    ...["h1", "h2"].map((id) => teacher(id, { homeSchool: "H", tenureStart: "2024-09-01" })),
    ...["t1", "t2"].map((id) => teacher(id, { homeSchool: "A" })),
  ],
};

const policyWith = (establishment: object) => ({
  format: "lungang-policy-1",
  id: "small",
  version: "1",
  name: text("small"),
  calendar: { source: "DM-03", cutoff: "08-31", start: "09-01" },
  sets: {},
  scope: { source: "YL-01", schools: { all: [] }, text: text("all schools") },
  eligibility: {
    due: [
      {
        id: "teachers",
        source: "YL-02",
        who: { attr: "person.personType", op: "eq", value: "teacher" },
        age: { male: 50, female: 45 },
        years: { measure: "school", min: 6 },
        text: text("teachers"),
      },
    ],
    exemptions: [],
  },
  forms: [
    {
      code: "rotation",
      source: "test",
      text: text("rotation"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: 36, max: 36 },
    },
  ],
  rules: [
    rule("mustMove", {}),
    rule("postBalance", { params: { level: "shortfall" } }),
    rule("establishment", { params: { level: "heads" }, ...establishment }),
    rule("total", { params: { max: 1 } }),
  ],
  levels: ["compliance", "shortfall", "heads"].map((name) => ({ name, unit: "points", text: text(name) })),
});

function rule(name: string, given: object) {
  return { id: name, rule: name, source: `test-${name}`, text: text(name), ...given };
}

async function years(establishment: object, language: string) {
  await writeJson(terminal, "county.json", COUNTY);
  await writeJson(terminal, "policy.json", policyWith(establishment));
  const call = ["years", "county.json", "--policy", "policy.json", "--years", "3", "--method", "rolling"];
  return terminal.call(...call, "--lang", language);
}

describe("years with a guest who stands in the way of somebody who comes back", () => {
  it.each([
    ["zh", "未达到：2027 年 H 在岗人数超过编制，也多于无人交流时的人数（1）"],
    ["en", "Not met: 2027 H: more people work there than its establishment, and than if nobody had moved (1)"],
  ])("says so where the rule may give (%s)", async (language, line) => {
    const { code, out, err } = await years({ strength: "soft", price: 1 }, language);
    expect(err).not.toContain("Error");
    expect(out.split("\n")).toContain(line);
    expect(code).toBe(0);
  });

  it("takes nobody in where the rule is hard", async () => {
    const { code, out } = await years({}, "en");
    expect(out).not.toContain("more people work there");
    expect(code).toBe(0);
  });
});
