import { describe, expect, test } from "vitest";
import { county, person, post, school } from "../../test/instance/small-county.ts";
import { crossCheck } from "./cross-check.ts";
import type { InstanceInput } from "./instance.ts";
import { instanceSchema } from "./instance.ts";

const issuesOf = (input: InstanceInput) => crossCheck(instanceSchema.parse(input));
const found = (input: InstanceInput) => issuesOf(input).map(({ code, path }) => [code, (path ?? []).join(".")]);

/** A county of two schools with these establishments. */
function withTotal(establishment: number | undefined, ...ofSchools: readonly [number, number]): InstanceInput {
  const base = county({ schools: ofSchools.map((most, k) => school(`S${k + 1}`, { establishment: most })) });
  return { ...base, county: { ...base.county, ...(establishment === undefined ? {} : { establishment }) } };
}

/** What is wrong with a county, one entry a code and place; each case is wrong in one way only. */
const CASES: readonly (readonly [name: string, input: InstanceInput, code: string, path: string])[] = [
  ["two schools with one id", county({ schools: [school("S1"), school("S1")] }), "duplicate-id", "schools.1.id"],
  ["two people with one id", county({ persons: [person("T"), person("T")] }), "duplicate-id", "persons.1.id"],
  ["two posts with one id", county({ posts: [post("P"), post("P")] }), "duplicate-id", "posts.1.id"],
  [
    "two zones with one id",
    county({ groups: [0, 1].map(() => ({ id: "Z", kind: "zone" as const, name: "Z" })) }),
    "duplicate-id",
    "groups.1.id",
  ],
  ["ids that differ in width", county({ persons: [person("T1"), person("Ｔ１")] }), "similar-id", "persons.1.id"],
  ["ids that differ in case", county({ persons: [person("T1"), person(" t1")] }), "similar-id", "persons.1.id"],
  ["an unknown parent", county({ schools: [school("S1", { parent: "S9" })] }), "unknown-reference", "schools.0.parent"],
  [
    "an unknown lead school",
    county({ groups: [{ id: "A", kind: "alliance", name: "A", leadSchool: "S9" }] }),
    "unknown-reference",
    "groups.0.leadSchool",
  ],
  [
    "a post at an unknown school",
    county({ posts: [post("P", { school: "S9" })] }),
    "unknown-reference",
    "posts.0.school",
  ],
  [
    "an unknown home school",
    county({ persons: [person("T", { homeSchool: "S9" })] }),
    "unknown-reference",
    "persons.0.homeSchool",
  ],
  [
    "an unknown current school",
    county({ persons: [person("T", { currentSchool: "S9" })] }),
    "unknown-reference",
    "persons.0.currentSchool",
  ],
  [
    "an office at an unknown school",
    county({ persons: [person("T", { offices: [{ office: "midLevel", school: "S9", start: "2020-09-01" }] })] }),
    "unknown-reference",
    "persons.0.offices.0.school",
  ],
  [
    "a wish for an unknown school",
    county({ persons: [person("T", { application: { wishes: ["S1", "S9"] } })] }),
    "unknown-reference",
    "persons.0.application.wishes.1",
  ],
  [
    "an unknown township of residence",
    county({ persons: [person("T", { residenceTownship: "X9" })] }),
    "unknown-reference",
    "persons.0.residenceTownship",
  ],
  [
    "an unknown current post",
    county({ persons: [person("T", { currentPost: "P9" })] }),
    "unknown-reference",
    "persons.0.currentPost",
  ],
  [
    "a current post at another school",
    county({
      schools: [school("S1"), school("S2")],
      posts: [post("P", { school: "S2" })],
      persons: [person("T", { currentPost: "P" })],
    }),
    "post-elsewhere",
    "persons.0.currentPost",
  ],
  [
    "an empty range of people who leave",
    county({ schools: [school("S1", { quota: { minOut: 3, maxOut: 2 } })] }),
    "empty-range",
    "schools.0.quota",
  ],
  [
    "an empty range of people who come",
    county({ schools: [school("S1", { quota: { minIn: 1, maxIn: 0 } })] }),
    "empty-range",
    "schools.0.quota",
  ],
  [
    "a post without demand",
    county({ posts: [post("P", { capacity: undefined, periodsPerWeek: 18 })] }),
    "post-without-demand",
    "posts.0",
  ],
  [
    "a teaching post without a subject",
    county({ posts: [post("P", { subject: undefined })] }),
    "teaching-post-incomplete",
    "posts.0",
  ],
  [
    "a stage that the school does not teach",
    county({ posts: [post("P", { stage: "junior" })] }),
    "stage-not-taught",
    "posts.0.stage",
  ],
  [
    "a child among the staff",
    county({ persons: [person("T", { birthDate: "2006-09-01" })] }),
    "implausible-age",
    "persons.0.birthDate",
  ],
  [
    "a birth date in another century",
    county({ persons: [person("T", { birthDate: "1885-05-05" })] }),
    "implausible-age",
    "persons.0.birthDate",
  ],
  ["a name as it is published", county({ persons: [person("T", { name: "王**" })] }), "masked-name", "persons.0.name"],
  [
    "nobody's teacher",
    county({ persons: [person("T", { homeSchool: undefined })] }),
    "person-without-school",
    "persons.0.homeSchool",
  ],
  [
    "a recruit of last year without a school",
    county({ persons: [person("T", { homeSchool: undefined, recruitYear: 2023 })] }),
    "person-without-school",
    "persons.0.homeSchool",
  ],
  [
    "tenure before birth",
    county({ persons: [person("T", { tenureStart: "1985-05-04" })] }),
    "dates-out-of-order",
    "persons.0.tenureStart",
  ],
  [
    "an exchange that ends before it starts",
    county({
      persons: [
        person("T", {
          exchanges: [{ from: "S1", to: "S7", form: "support", start: "2021-09-01", end: "2021-08-31" }],
        }),
      ],
    }),
    "dates-out-of-order",
    "persons.0.exchanges.0.end",
  ],
  [
    "an office that ends before it starts",
    county({ persons: [person("T", { offices: [{ office: "principal", start: "2021-09-01", end: "2020-08-31" }] })] }),
    "dates-out-of-order",
    "persons.0.offices.0.end",
  ],
  [
    "a travel matrix with a row too few",
    county({ persons: [person("T")], travel: { matrix: { persons: ["T"], schools: ["S1"], metres: [] } } }),
    "matrix-shape",
    "travel.matrix.metres",
  ],
  [
    "a travel matrix with an entry too many",
    county({ persons: [person("T")], travel: { matrix: { persons: ["T"], schools: ["S1"], metres: [[1, 2]] } } }),
    "matrix-shape",
    "travel.matrix.metres",
  ],
  [
    "a travel matrix with an unknown person",
    county({ travel: { matrix: { persons: ["T"], schools: ["S1"], metres: [[1]] } } }),
    "unknown-reference",
    "travel.matrix.persons.0",
  ],
  [
    "a travel matrix with an unknown school",
    county({ travel: { matrix: { persons: [], schools: ["S9"], metres: [] } } }),
    "unknown-reference",
    "travel.matrix.schools.0",
  ],
  ["a county without schools", county({ schools: [] }), "no-schools", "schools"],
  [
    "establishments of schools beyond that of the county",
    withTotal(10, 8, 3),
    "establishments-over-county",
    "county.establishment",
  ],
];

describe("crossCheck", () => {
  test.each(CASES)("reports %s", (_name, input, code, path) => {
    expect(found(input)).toEqual([[code, path]]);
  });

  test("reports warnings for what may be right, errors for the rest", () => {
    const severities = new Map(CASES.map(([, input, code]) => [code, issuesOf(input)[0]?.severity]));
    const warnings = [...severities].filter(([, severity]) => severity === "warning").map(([code]) => code);
    expect(warnings).toEqual(["similar-id", "masked-name", "no-schools", "establishments-over-county"]);
  });

  test("takes establishments that are as many as that of the county, and a county that states none", () => {
    expect(found(withTotal(10, 8, 2))).toEqual([]);
    expect(found(withTotal(undefined, 8, 3))).toEqual([]);
  });

  test("says everything in both languages and repeats no date of birth", () => {
    for (const [, input] of CASES) {
      for (const { message, advice, received } of issuesOf(input)) {
        expect(message.zh).toMatch(/[\u4e00-\u9fff]/u);
        expect(message.en).not.toMatch(/[\u4e00-\u9fff]/u);
        expect(`${message.zh}${message.en}${advice?.zh}${advice?.en}${received}`).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      }
    }
  });

  test("finds nothing in a sound county", () => {
    const sound = county({
      schools: [
        school("S1", { township: "X1", zones: ["Z"], alliances: ["Z"] }),
        school("S2", { parent: "S1", zones: ["Z"], alliances: ["Z"] }),
      ],
      groups: [
        { id: "Z", kind: "zone", name: "一区" },
        { id: "Z", kind: "alliance", name: "一区", leadSchool: "S1" },
        { id: "X2", kind: "township", name: "无学校的乡" },
      ],
      posts: [post("P"), post("P2", { capacity: undefined, periodsPerWeek: 30, fullLoad: 14 })],
      persons: [
        person("T1", { currentPost: "P", residenceTownship: "X1" }),
        person("T2", { residenceTownship: "X2", currentSchool: "S2" }),
        person("T3", { homeSchool: undefined, recruitYear: 2024, birthDate: "2002-01-01" }),
        person("T4", { birthDate: "2006-08-31" }),
        person("T5", { birthDate: "1948-09-01" }),
      ],
      travel: { matrix: { persons: ["T1"], schools: ["S1", "S2"], metres: [[1200, null]] } },
    });
    expect(found(sound)).toEqual([]);
  });

  test("finds the second occurrence of an id also where another one looks like it", () => {
    const persons = ["a", "A", "A"].map((id) => person(id));
    expect(found(county({ persons }))).toEqual([
      ["similar-id", "persons.1.id"],
      ["duplicate-id", "persons.2.id"],
    ]);
  });

  test.each(["王**", "王＊", "欧阳**", "王某", "王某某", "王×", "王XX", "王○明"])("%s is a masked name", (name) => {
    expect(found(county({ persons: [person("T", { name })] }))).toEqual([["masked-name", "persons.0.name"]]);
  });

  test.each(["王明", "欧阳修远", "某", "买买提·艾力", "Xu Xx", "马x明"])("%s is a name", (name) => {
    expect(found(county({ persons: [person("T", { name })] }))).toEqual([]);
  });

  test("a plan year with a slip is told, beside the people whose ages it spoils", () => {
    const persons = ["A", "B", "C", "D"].map((id) => person(id));
    const wrong = county({ persons, planYear: 2090 });
    const ages = persons.map((_person, at) => ["implausible-age", `persons.${at}.birthDate`]);
    expect(found(wrong).filter(([code]) => code === "implausible-age")).toEqual([
      ["implausible-age", "planYear"],
      ...ages,
    ]);
    const one = county({ persons: [...persons.slice(1), person("T", { birthDate: "1885-05-05" })] });
    expect(found(one)).toEqual([["implausible-age", "persons.3.birthDate"]]);
  });

  test("reports everything at once, in the order of the data", () => {
    const input = county({
      schools: [school("S1", { parent: "S9" })],
      posts: [post("P", { school: "S8" })],
      persons: [person("T", { homeSchool: "S7", birthDate: "1900-01-01" })],
    });
    expect(found(input).map(([code]) => code)).toEqual([
      "unknown-reference",
      "unknown-reference",
      "unknown-reference",
      "implausible-age",
    ]);
  });
});
