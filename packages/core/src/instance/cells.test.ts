import { describe, expect, test } from "vitest";
import { county, indexed, person, post, school } from "../../test/instance/small-county.ts";
import type { InstanceInput } from "./instance.ts";
import { loadInstance } from "./load.ts";
import { headsOf, postSchema } from "./school.ts";

/** The key of the cell that each person fills, by id. */
function filled(input: InstanceInput): Record<string, string | undefined> {
  const { county: result } = indexed(input);
  return Object.fromEntries(
    result.persons.map(({ id }, index) => [id, result.cells[result.cellOf[index] ?? -1]?.key] as const),
  );
}

/** The demand of each cell, by key. */
function demands(input: InstanceInput): Record<string, number> {
  return Object.fromEntries(indexed(input).county.cells.map(({ key, demand }) => [key, demand]));
}

const management = (id: string, more: object = {}) =>
  post(id, { kind: "management", stage: undefined, subject: undefined, ...more });

describe("cells of teachers", () => {
  test("a teacher fills the cell of the school, the certified stage and the only subject", () => {
    expect(filled(county({ posts: [post("P")], persons: [person("T")] }))).toEqual({ T: "S1/teaching/primary/语文" });
  });

  test("the key of a cell may stand for a post that no list has, and nothing else may", () => {
    const at = (currentPost: string) => county({ posts: [post("P")], persons: [person("T", { currentPost })] });
    expect(filled(at("S1/teaching/junior/语文"))).toEqual({ T: "S1/teaching/junior/语文" });
    for (const wrong of ["S1/teaching/nowhere/语文", "S2/teaching/junior/语文", "S1/teaching", "S1"])
      expect(loadInstance(at(wrong))).toMatchObject({ ok: false, issues: [{ code: "unknown-reference" }] });
  });

  test("the main subject of several decides", () => {
    const subjects = [{ subject: "美术" }, { subject: "音乐", main: true }];
    expect(filled(county({ persons: [person("T", { subjects })] }))).toEqual({ T: "S1/teaching/primary/音乐" });
  });

  test("without a subject, with several and none main, or with two main the post is ambiguous", () => {
    const two = [{ subject: "美术" }, { subject: "音乐" }];
    for (const subjects of [[], two, two.map((skill) => ({ ...skill, main: true }))]) {
      const { county: result, codes } = indexed(county({ persons: [person("T", { subjects })] }));
      expect([codes, result.cellOf[0]]).toEqual([["ambiguous-post"], -1]);
    }
  });

  test("somebody certified for no stage of the school is an issue", () => {
    expect(indexed(county({ persons: [person("T", { stageCertified: ["junior"] })] })).codes).toEqual([
      "ambiguous-post",
    ]);
  });

  test("no certificate at all counts as one for what the school teaches", () => {
    expect(filled(county({ persons: [person("T", { stageCertified: [] })] }))).toEqual({
      T: "S1/teaching/primary/语文",
    });
  });

  test("a person on an exchange fills a cell of the host, and one is reserved at home", () => {
    const { county: result } = indexed(
      county({ schools: [school("S1"), school("S2")], persons: [person("T", { currentSchool: "S2" })] }),
    );
    const keyOf = (index: number | undefined) => result.cells[index ?? -1]?.key;
    expect(keyOf(result.cellOf[0])).toBe("S2/teaching/primary/语文");
    expect(keyOf(result.reservedCellOf[0])).toBe("S1/teaching/primary/语文");
    expect([result.home[0], result.works[0]]).toEqual([result.schoolIndex.get("S1"), result.schoolIndex.get("S2")]);
  });

  test("a recruit without a school fills none and is no issue", () => {
    const persons = [person("T", { homeSchool: undefined, recruitYear: 2024 })];
    const { county: result, codes } = indexed(county({ persons }));
    expect([codes, result.cellOf[0], result.home[0]]).toEqual([[], -1, -1]);
  });
});

describe("cells of a nine-year school", () => {
  const nine = (stages: readonly ("primary" | "junior")[], more: Parameters<typeof person>[1] = {}) =>
    county({
      schools: [school("S1", { type: "nineYear" })],
      posts: stages.map((stage) => post(stage, { stage })),
      persons: [person("T", { stageCertified: ["primary", "junior"], ...more })],
    });

  test("certified for both stages, with posts in both or in none, is ambiguous", () => {
    expect(indexed(nine(["primary", "junior"])).codes).toEqual(["ambiguous-post"]);
    expect(indexed(nine([])).codes).toEqual(["ambiguous-post"]);
  });

  test("posts in one stage only, a certificate for one, the stage of the subject or the current post decide", () => {
    const both = ["primary", "junior"] as const;
    expect(filled(nine(["junior"]))).toEqual({ T: "S1/teaching/junior/语文" });
    expect(filled(nine(both, { stageCertified: ["junior"] }))).toEqual({ T: "S1/teaching/junior/语文" });
    const subjects = [{ subject: "语文", stages: ["primary" as const] }];
    expect(filled(nine(both, { subjects }))).toEqual({ T: "S1/teaching/primary/语文" });
    expect(filled(nine(both, { currentPost: "junior" }))).toEqual({ T: "S1/teaching/junior/语文" });
  });
});

describe("cells of leaders and others", () => {
  test("principals and vice principals fill the post of their office", () => {
    const posts = [management("A", { office: "principal" }), management("B", { office: "vicePrincipal", capacity: 2 })];
    const persons = [person("T1", { personType: "principal" }), person("T2", { personType: "vicePrincipal" })];
    expect(filled(county({ posts, persons }))).toEqual({
      T1: "S1/management//principal",
      T2: "S1/management//vicePrincipal",
    });
  });

  test("a management post without an office takes any of them, the one of the office comes first", () => {
    const persons = [person("T1", { personType: "principal" }), person("T2", { personType: "vicePrincipal" })];
    const any = management("A", { capacity: 3 });
    expect(filled(county({ posts: [any], persons }))).toEqual({ T1: "S1/management//", T2: "S1/management//" });
    const posts = [any, management("B", { office: "principal" })];
    expect(filled(county({ posts, persons }))).toEqual({ T1: "S1/management//principal", T2: "S1/management//" });
  });

  test("mid-level staff manage where there are posts for it and teach elsewhere", () => {
    const persons = [person("T", { personType: "midLevel" })];
    const posts = [post("P"), management("M", { office: "midLevel" })];
    expect(filled(county({ posts, persons }))).toEqual({ T: "S1/management//midLevel" });
    expect(filled(county({ posts: [post("P")], persons }))).toEqual({ T: "S1/teaching/primary/语文" });
  });

  test("support and logistics need no subject", () => {
    const persons = (["support", "logistics"] as const).map((personType) =>
      person(personType, { personType, subjects: [] }),
    );
    expect(filled(county({ persons }))).toEqual({ support: "S1/support//", logistics: "S1/logistics//" });
  });

  test("a stage or subject of a post outside teaching makes no cell of its own", () => {
    const posts = [post("M", { kind: "management", office: "principal" }), post("L", { kind: "support" })];
    const persons = [
      person("T1", { personType: "principal", currentPost: "M" }),
      person("T2", { personType: "support", currentPost: "L" }),
    ];
    expect(demands(county({ posts, persons }))).toEqual({ "S1/management//principal": 1, "S1/support//": 1 });
    expect(filled(county({ posts, persons }))).toEqual({ T1: "S1/management//principal", T2: "S1/support//" });
  });
});

describe("demand of cells", () => {
  test("posts of one stage and subject add up, and their ids are listed in order", () => {
    const posts = [post("B", { capacity: 2 }), post("A", { capacity: 3 })];
    expect(indexed(county({ posts })).county.cells).toMatchObject([{ demand: 5, posts: ["A", "B"], subject: "语文" }]);
  });

  test("a subject that the school does not list is not needed", () => {
    const persons = [person("T", { subjects: [{ subject: "音乐" }] })];
    expect(demands(county({ posts: [post("P")], persons }))).toEqual({
      "S1/teaching/primary/语文": 1,
      "S1/teaching/primary/音乐": 0,
    });
  });

  test("where a school lists no posts of a kind, those who are there are needed", () => {
    const persons = [person("T1"), person("T2"), person("T3", { personType: "support" })];
    expect(demands(county({ persons }))).toEqual({ "S1/teaching/primary/语文": 2, "S1/support//": 1 });
    const posts = [post("P", { capacity: 0 })];
    expect(demands(county({ posts, persons }))).toEqual({ "S1/teaching/primary/语文": 0, "S1/support//": 1 });
  });

  test("a guest is needed at home and not at the host", () => {
    const schools = [school("S1"), school("S2")];
    expect(demands(county({ schools, persons: [person("T", { currentSchool: "S2" })] }))).toEqual({
      "S1/teaching/primary/语文": 1,
      "S2/teaching/primary/语文": 0,
    });
  });

  test.each([
    [28, 14, 2],
    [29, 14, 3],
    [1, 14, 1],
    [0, 14, 0],
  ])("%i weekly periods at a full load of %i are %i heads", (periodsPerWeek, fullLoad, heads) => {
    const given = { id: "P", school: "S1", stage: "primary", subject: "音乐" };
    expect(headsOf(postSchema.parse({ ...given, periodsPerWeek, fullLoad }))).toBe(heads);
    expect(headsOf(postSchema.parse({ ...given, periodsPerWeek, fullLoad, capacity: 7 }))).toBe(7);
  });

  test("a post without either has no heads to count", () => {
    expect(() => headsOf(postSchema.parse({ id: "P", school: "S1", periodsPerWeek: 3 }))).toThrow(RangeError);
  });
});
