import { describe, expect, test } from "vitest";
import { verifyRoster } from "../src/index.ts";
import { DUE, countyOf, form, leader, office, policyOf, post, rule, school, teacher } from "./small-county.ts";

/** Rules of which one county shows too little: figures of lists that a hand made, each worked out beside it. */

const HERE = { latitude: 34, longitude: 109 };
const at = (id: string, homeSchool: string, given: object = {}) =>
  teacher({ id, homeSchool, residence: HERE, ...given });

/** A and B are urban and of T1, C is rural and of T2; A has three people on two heads, C one on three. */
const county = countyOf({
  schools: [
    school({ id: "A", area: "urban", township: "T1", establishment: 2, coordinates: HERE }),
    school({ id: "B", area: "urban", township: "T1", establishment: 2, coordinates: HERE, roomsAvailable: 1 }),
    school({ id: "C", area: "rural", township: "T2", establishment: 3, coordinates: HERE, roomsAvailable: 2 }),
  ],
  posts: [post("A", 1), post("B", 2), post("C", 3)],
  persons: [at("a1", "A"), at("a2", "A", { housingNeed: true }), at("a3", "A"), at("b1", "B", { housingNeed: true }), at("c1", "C", { housingNeed: true })], // prettier-ignore
});

const move = (person: string, to: string) => ({ person, to, post: `${to}-语文` });

/** Sentences of what a rule finds: what it is about, by how much it is missed, and the figures. */
function found(
  name: string,
  params: object,
  moves: readonly ReturnType<typeof move>[],
  { relationMoves = false, instance = county }: { relationMoves?: boolean; instance?: typeof county } = {},
) {
  const policy = policyOf({ rules: [rule(name, params)], forms: [form("rotation", { relationMoves })] });
  const report = verifyRoster({ instance, policy, moves });
  return report.violations
    .filter(({ rule: id }) => id === name)
    .map(({ about, amount, unit, finding }) => [Object.values(about).join(" "), amount, unit, finding]);
}

describe("netInflow", () => {
  const BOTH = [move("a1", "C"), move("a2", "C")];

  test.each<readonly [string, object, readonly unknown[]]>([
    ["school", { by: "school", max: 1 }, [["school C max", 1, "people"]]],
    ["township", { by: "township", max: 1 }, [["group township T2 max", 1, "people"]]],
    ["area", { by: "area", max: 1 }, [["area rural max", 1, "people"]]],
    ["all together", { by: "together", max: 1 }, []],
    ["all together, of the rural ones", { by: "together", max: 1, schools: { attr: "school.area", op: "eq", value: "rural" } }, [["county max", 1, "people"]]], // prettier-ignore
    ["school, more than enough", { by: "school", max: 2 }, []],
    ["loss of a school", { by: "school", maxLoss: 1 }, [["school A maxLoss", 1, "people"]]],
    ["loss of an area", { by: "area", maxLoss: 1 }, [["area urban maxLoss", 1, "people"]]],
    ["surplus over the establishment", { by: "school", maxLoss: "surplus" }, [["school A maxLoss", 1, "people"]]],
    ["surplus over the posts", { by: "school", maxLoss: "surplus", need: "posts" }, []],
    ["those over their establishment alone", { by: "school", max: 1, onlyOverEstablished: true }, []],
    ["those over it, their loss", { by: "school", maxLoss: 1, onlyOverEstablished: true }, [["school A maxLoss", 1, "people"]]], // prettier-ignore
  ])("by %s", (_what, params, violations) => {
    expect(found("netInflow", params, BOTH).map((line) => line.slice(0, 3))).toEqual(violations);
  });

  test("a move inside a township changes nothing, and the sentence has gain and limit", () => {
    expect(found("netInflow", { by: "township", max: 0 }, [move("a1", "B")])).toEqual([]);
    const [line] = found("netInflow", { by: "school", max: 0 }, [move("a1", "B")]);
    expect(JSON.stringify(line?.[3])).toMatch(/"limit":0.*"net":1|"net":1.*"limit":0/u);
  });
});

describe("schoolPlaces", () => {
  const NEEDS = { attr: "person.housingNeed", op: "eq", value: true };
  const ROOMS = { places: "roomsAvailable", moves: NEEDS };

  test("as many may come who need a room as are free; who needs none is not counted", () => {
    expect(found("schoolPlaces", ROOMS, [move("a2", "B")])).toEqual([]);
    expect(found("schoolPlaces", ROOMS, [move("a1", "B"), move("a2", "B")])).toEqual([]);
    expect(found("schoolPlaces", ROOMS, [move("a2", "B"), move("c1", "B")]).map((line) => line.slice(0, 3))).toEqual([
      ["school B", 1, "people"],
    ]);
  });

  test("who holds one takes it from those that are free, and gives it free by leaving with the relation", () => {
    const held = { ...ROOMS, holders: NEEDS };
    const lines = [move("a2", "B"), move("b1", "C")];
    expect(found("schoolPlaces", held, [move("a2", "B")]).map((line) => line.slice(0, 3))).toEqual([
      ["school B", 1, "people"],
    ]);
    expect(found("schoolPlaces", held, lines, { relationMoves: true })).toEqual([]);
    expect(found("schoolPlaces", held, lines).map((line) => line.slice(0, 3))).toEqual([["school B", 1, "people"]]);
  });
});

describe("linked", () => {
  const on = (id: string, latitude: number, township?: string) =>
    school({ id, coordinates: { latitude, longitude: 109 }, ...(township === undefined ? {} : { township }) });
  /** On a road: A and B a good kilometre apart in one township, C twenty away in another, D and E in none. */
  const couples = countyOf({
    schools: [on("A", 34, "T1"), on("B", 34.01, "T1"), on("C", 34.2, "T2"), on("D", 34.3), on("E", 34.31)],
    posts: [post("A", 2), post("B", 2), post("C", 2), post("D", 1), post("E", 2)],
    persons: [
      at("h", "A", { spouse: "w" }),
      at("w", "A", { spouse: "h" }),
      at("x", "A", { spouse: "y" }),
      at("y", "C", { spouse: "x" }),
      at("d", "D", { spouse: "gone" }),
    ],
  });
  const parted = (params: object, ...moves: readonly ReturnType<typeof move>[]) =>
    found("linked", params, moves, { instance: couples }).length > 0;

  test.each<readonly [string, object, readonly (readonly [string, string])[], boolean]>([
    ["one goes", {}, [["h", "B"]], true],
    ["one goes within the township", { sameTownship: true }, [["h", "B"]], false],
    ["one goes to another township", { sameTownship: true }, [["h", "C"]], true],
    ["one goes no farther than is allowed", { withinMetres: 2000 }, [["h", "B"]], false],
    ["one goes farther than is allowed", { withinMetres: 2000 }, [["h", "C"]], true],
    [
      "both go to one school",
      {},
      [
        ["h", "C"],
        ["w", "C"],
      ],
      false,
    ],
    [
      "both go, far from each other",
      {},
      [
        ["h", "B"],
        ["w", "C"],
      ],
      true,
    ],
    ["one comes nearer than before", {}, [["x", "B"]], false],
    ["one comes to the school of the other", {}, [["y", "A"]], false],
    ["one goes farther than before", {}, [["y", "E"]], true],
    ["one of both has to stay where both or none go", { bothOrNone: true }, [["y", "A"]], true],
    [
      "both go where both or none go",
      { bothOrNone: true },
      [
        ["h", "C"],
        ["w", "C"],
      ],
      false,
    ],
    ["the spouse works nowhere in the county", {}, [["d", "E"]], false],
  ])("is broken where %s: %#", (_what, params, moves, is) => {
    expect(parted(params, ...moves.map(([person, to]) => move(person, to)))).toBe(is);
  });
});

describe("figures of a list", () => {
  const measured = (
    name: string,
    policy: ReturnType<typeof policyOf>,
    moves: readonly ReturnType<typeof move>[] = [],
  ) => verifyRoster({ instance: county, policy, moves }).measures.find(({ rule: id }) => id === name);

  test.each([
    [6, true, "1980-05-05", 0],
    [6, false, "1980-05-05", 1],
    [6, true, "1979-05-05", 1],
    [6, false, "1979-05-05", 2],
    [2, true, "1975-01-01", 1],
    [2, true, "1974-09-01", 1],
    [2, true, "1974-08-31", 2],
  ])("batches of %i years, the limit included: %s, born %s: %i years late", (years, inclusive, birthDate, late) => {
    const [teachers] = DUE;
    const due = [{ ...teachers, age: { male: 50, female: 45, inclusive } }];
    const policy = policyOf({
      eligibility: { due },
      rules: [rule("batches", { years, level: "late" })],
      levels: ["late"],
    });
    const instance = countyOf({
      schools: [school({ id: "A" })],
      posts: [post("A", 1)],
      persons: [at("one", "A", { birthDate })],
    });
    const { measures } = verifyRoster({ instance, policy, moves: [] });
    expect(measures.find(({ rule: id }) => id === "batches")).toMatchObject({ value: late, unit: "points" });
  });

  test("leaderPosts counts the posts that were held and are, and names the one that is left empty", () => {
    const instance = countyOf({
      schools: ["A", "B"].map((id) => school({ id, coordinates: HERE })),
      posts: [office("A", "principal"), office("B", "principal", 2)],
      persons: [
        leader({ id: "a", homeSchool: "A", personType: "principal", residence: HERE }),
        leader({ id: "b", homeSchool: "B", personType: "principal", residence: HERE }),
      ],
    });
    const policy = policyOf({ rules: [rule("leaderPosts")] });
    const report = (person: string, to: string) =>
      verifyRoster({ instance, policy, moves: [{ person, to, post: `${to}-principal` }] });
    const left = report("a", "B");
    expect(left.measures.find(({ rule: id }) => id === "leaderPosts")).toMatchObject({
      value: 1,
      target: 2,
      met: false,
    });
    expect(left.violations.filter(({ rule: id }) => id === "leaderPosts")).toMatchObject([
      {
        about: { kind: "post", post: "A-principal" },
        amount: 1,
        unit: "heads",
        finding: { values: { after: 0, least: 1 } },
      },
    ]);
    const { measures } = verifyRoster({ instance, policy, moves: [] });
    expect(measures.find(({ rule: id }) => id === "leaderPosts")).toMatchObject({ value: 2, target: 2, met: true });
  });

  test("perSchool by subject takes its share of those who fill posts of the subject at the school alone", () => {
    const maths = { subjects: [{ subject: "数学", main: true }] };
    const instance = countyOf({
      schools: ["A", "B"].map((id) => school({ id, coordinates: HERE })),
      posts: [post("A", 3), post("A", 4, { id: "A-数学", subject: "数学" }), post("B", 9)],
      persons: [
        ...["1", "2", "3"].map((id) => at(id, "A")),
        ...["4", "5", "6", "7"].map((id) => at(id, "A", maths)),
        ...["8", "9"].map((id) => at(id, "B")),
      ],
    });
    const policy = policyOf({ rules: [rule("perSchool", { bySubject: true, maxOutShare: "1/2" })] });
    const broken = (...people: readonly string[]) =>
      verifyRoster({ instance, policy, moves: people.map((person) => move(person, "B")) })
        .violations.filter(({ rule: id }) => id === "perSchool")
        .map(({ about, amount }) => [Object.values(about).join(" "), amount]);
    expect(broken("1")).toEqual([]);
    expect(broken("1", "2")).toEqual([["school A 语文 maxOut", 1]]);
  });

  test("another post of the own school gives no room free", () => {
    const both = { subjects: [{ subject: "语文", main: true }, { subject: "数学" }] };
    const instance = countyOf({
      schools: [school({ id: "A", coordinates: HERE }), school({ id: "B", coordinates: HERE, roomsAvailable: 1 })],
      posts: [post("A", 1), post("B", 2), post("B", 1, { id: "B-数学", subject: "数学" })],
      persons: [at("a", "A", { housingNeed: true }), at("b", "B", { housingNeed: true, ...both })],
    });
    const needs = { attr: "person.housingNeed", op: "eq", value: true };
    const policy = policyOf({
      rules: [rule("schoolPlaces", { places: "roomsAvailable", moves: needs, holders: needs })],
      forms: [form("internal", { scope: "school", relationMoves: true }), form("rotation")],
    });
    const moves = [move("a", "B"), { person: "b", to: "B", post: "B-数学" }];
    const found = verifyRoster({ instance, policy, moves }).violations.filter(({ rule: id }) => id === "schoolPlaces");
    expect(found.map(({ amount }) => amount)).toEqual([1]);
  });

  test("netInflow takes what a school needs by its own posts alone, and tells gain from loss", () => {
    const bySurplus = { by: "school", maxLoss: "surplus", need: "posts" };
    expect(found("netInflow", bySurplus, [move("c1", "B")])).toMatchObject([
      ["school C maxLoss", 1, "people", { code: "netInflow.lost", values: { net: -1, limit: 0 } }],
    ]);
    expect(found("netInflow", { by: "school", max: 0 }, [move("a1", "B")])).toMatchObject([
      ["school B max", 1, "people", { code: "netInflow.gained", values: { net: 1, limit: 0 } }],
    ]);
  });

  test("a total without a number takes the largest of several quotas, or their sum", () => {
    const quotas = ["1/4", "1/2"].map((share, k) => ({ ...rule("quota", { share }), id: `quota${k}` }));
    const due = ["1", "2", "3", "4"].map((id) => at(id, "A"));
    const instance = countyOf({
      schools: ["A", "B"].map((id) => school({ id, coordinates: HERE })),
      posts: [post("A", 4), post("B", 4)],
      persons: due,
    });
    const broken = (kind: string, count: number) =>
      verifyRoster({
        instance,
        policy: policyOf({ rules: [...quotas, rule("total", { quotas: kind })] }),
        moves: due.slice(0, count).map(({ id }) => move(id, "B")),
      }).violations.filter(({ rule: id }) => id === "total").length;
    expect([broken("largest", 2), broken("largest", 3)]).toEqual([0, 1]);
    expect([broken("sum", 3), broken("sum", 4)]).toEqual([0, 1]);
  });

  test.each([
    ["2024-08-31", 2],
    ["2024-09-01", 7],
    ["2026-08-31", 7],
  ])("stability adds what a class cycle costs that runs to %s: %i", (classCycleUntil, value) => {
    const instance = countyOf({
      schools: ["A", "B"].map((id) => school({ id, coordinates: HERE })),
      posts: [post("A", 1), post("B", 1)],
      persons: [at("one", "A", { classCycleUntil })],
    });
    const policy = policyOf({ rules: [rule("stability", { level: "calm", move: 2 })], levels: ["calm"] });
    const { measures } = verifyRoster({ instance, policy, moves: [move("one", "B")] });
    expect(measures.find(({ rule: id }) => id === "stability")).toMatchObject({ value });
  });

  test("participation asks schools in scope for people in scope, and counts the light forms that are named", () => {
    const instance = countyOf({
      schools: [
        ...["A", "B"].map((id) => school({ id, coordinates: HERE })),
        school({ id: "P", ownership: "private", coordinates: HERE }),
      ],
      posts: [post("A", 4), post("B", 4), post("P", 4)],
      persons: [
        ...["1", "2"].map((id) => at(id, "A")),
        at("hired", "A", { establishment: "temporary" }),
        ...["3", "4"].map((id) => at(id, "P")),
        teacher({ id: "new", residence: HERE, recruitYear: 2024 }),
      ],
    });
    const public_ = { source: "t", schools: { attr: "school.ownership", op: "eq", value: "public" } };
    const asked = (by: string, moves: readonly ReturnType<typeof move>[]) => {
      const policy = policyOf({
        scope: { ...public_, text: { zh: "公办", en: "public" } },
        forms: [form("rotation"), form("walk", { fullTimeShare: "20%" })],
        rules: [rule("participation", { forms: ["walk"], share: "100%", by })],
      });
      return verifyRoster({ instance, policy, moves })
        .violations.filter(({ rule: id }) => id === "participation")
        .map(({ about, amount }) => [about.kind, amount]);
    };
    expect(asked("county", [])).toEqual([["county", 2]]);
    expect(asked("school", [])).toEqual([["school", 2]]);
    expect(asked("school", [move("1", "B")])).toEqual([["school", 1]]);
    expect(asked("township", [move("1", "B"), move("2", "B")])).toEqual([]);
  });

  test("limits by subject leave numbers of the school aside", () => {
    const instance = countyOf({
      schools: [school({ id: "A", coordinates: HERE, quota: { maxOut: 0 } }), school({ id: "B", coordinates: HERE })],
      posts: [post("A", 2), post("B", 2)],
      persons: ["1", "2"].map((id) => at(id, "A")),
    });
    const broken = (params: object) =>
      verifyRoster({
        instance,
        policy: policyOf({ rules: [rule("perSchool", { maxOut: 1, ...params })] }),
        moves: [move("1", "B")],
      }).violations.filter(({ rule: id }) => id === "perSchool").length;
    expect([broken({}), broken({ bySubject: true }), broken({ useSchoolQuota: false })]).toEqual([1, 0, 0]);
  });

  test("staffShare lets guests go home whatever that takes, and nobody else", () => {
    const women = { attr: "person.sex", op: "eq", value: "female" };
    const exchange = { form: "rotation" as const, from: "A", to: "H", start: "2022-09-01", end: "2024-08-31" };
    const guest = (id: string, sex: "male" | "female") =>
      at(id, "A", { sex, currentSchool: "H", exchanges: [exchange] });
    const instance = countyOf({
      schools: ["A", "B", "H"].map((id) => school({ id, coordinates: HERE })),
      posts: [post("A", 4), post("B", 4), post("H", 4)],
      persons: [
        guest("guest", "female"),
        at("man", "H", { sex: "male" }),
        at("woman", "H", { sex: "female" }),
        at("home", "A", { sex: "female" }),
      ],
    });
    const policy = policyOf({ rules: [rule("staffShare", { share: "1/2", set: women })] });
    const home = { person: "guest", from: "H", to: "A", post: "A-语文", settles: false };
    const broken = (moves: readonly ReturnType<typeof move>[], returns = [home]) =>
      verifyRoster({ instance, policy, moves, returns })
        .violations.filter(({ rule: id }) => id === "staffShare")
        .map(({ about, amount }) => [Object.values(about).join(" "), amount]);
    // Two women of three at H; without the guest one of two, and without both none of one.
    expect(broken([])).toEqual([]);
    expect(broken([move("woman", "B")])).toEqual([["school H", 1]]);
    const lonely = { ...instance, persons: instance.persons.filter(({ id }) => id !== "woman") };
    const report = verifyRoster({ instance: lonely, policy, moves: [], returns: [home] });
    expect(report.violations.filter(({ rule: id }) => id === "staffShare")).toEqual([]);
    expect(report.measures.filter(({ rule: id }) => id === "staffShare")).toMatchObject([
      { about: { school: "A" }, value: 2, target: 1, met: true },
      { about: { school: "H" }, value: 0, target: 1, met: false },
    ]);
  });

  test("measures of the county by hand", () => {
    const policy = policyOf({ rules: [rule("establishment"), rule("total", { max: 1 })] });
    expect(measured("total", policy, [move("a1", "C")])).toMatchObject({ value: 1, target: 1, met: true });
    expect(measured("total", policy, [move("a1", "C"), move("a2", "C")])).toMatchObject({ value: 2, met: false });
  });
});
