import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput } from "../../src/instance/person.ts";
import { couplesOf } from "../../src/instance/couples.ts";
import { indexCounty } from "../../src/instance/county.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan, verifyRoster } from "../../src/planner/verify-plan.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Couples are not parted by exchange. */

const solver = createHighsSolver();

afterAll(() => solver.close());

/** Schools on a meridian, in kilometres by road from A (1.3 times the air line); N, A and S are of one township. */
const KM: Readonly<Record<string, number>> = { A: 0, N: 10, M: 11, S: -10, F: 40 };
const SCHOOLS = Object.entries(KM).map(([id, km]) =>
  school({
    id,
    township: id === "F" || id === "M" ? "T2" : "T1",
    coordinates: { latitude: 34 + km / 144.55, longitude: 109 },
  }),
);
const [CHINESE, MUSIC] = ["语文", "音乐"].map((subject) => [{ subject, main: true }]);

/** W teaches Chinese and M music; posts are open where they are named. */
function ground(
  open: readonly string[],
  more: { readonly man?: Partial<PersonInput>; readonly wife?: Partial<PersonInput> } = {},
) {
  const person = (id: string, given: Partial<PersonInput>) =>
    teacher({ id, homeSchool: "A", residence: { latitude: 34, longitude: 109 }, ...given });
  return countyOf({
    schools: SCHOOLS,
    posts: [
      ...["语文", "音乐"].map((subject) => post("A", 0, { id: `A-${subject}`, subject })),
      ...open.map((at) => post(at.charAt(0), 1, { id: at, subject: at.slice(2) })),
    ],
    persons: [
      person("wife", { subjects: CHINESE, spouse: "man", ...more.wife }),
      person("man", { subjects: MUSIC, ...more.man }),
    ],
  });
}

const policyWith = (params: object, rest: object = {}) =>
  policyOf({
    rules: [rule("total", { max: 9 }), rule("postBalance", { level: "gaps" }), rule("linked", params, rest)],
    levels: ["compliance", "gaps"],
  });

async function goals(instance: ReturnType<typeof ground>, params: object, rest: object = {}) {
  const policy = policyWith(params, rest);
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  return outcome.plan.moves.map(({ person, to }) => `${person}>${to}`);
}

describe("a couple of one school", () => {
  const apart = ["N-语文", "F-音乐"];

  test("neither goes where the posts lie apart, and both do where they lie together", async () => {
    expect(await goals(ground(apart), {})).toEqual([]);
    expect(await goals(ground(["N-语文"]), {})).toEqual([]);
    expect(await goals(ground(["N-语文", "N-音乐"]), {})).toEqual(["man>N", "wife>N"]);
  });

  test("the limit in metres is met to the metre", async () => {
    const near = ground(["N-语文", "M-音乐"]);
    const reach = async (withinMetres: number) => (await goals(near, { withinMetres })).length;
    expect([await reach(900), await reach(1000), await reach(1100)]).toEqual([0, 2, 2]);
    expect(await goals(ground(["N-语文"]), { withinMetres: 9990 })).toEqual([]);
    expect(await goals(ground(["N-语文"]), { withinMetres: 10_010 })).toEqual(["wife>N"]);
  });

  test("each may go near the other's present school, and not both to opposite sides", async () => {
    expect(await goals(ground(["N-语文", "S-音乐"]), { withinMetres: 10_010 })).toHaveLength(1);
  });

  test("one township counts as together where the policy says so", async () => {
    expect(await goals(ground(["N-语文", "S-音乐"]), { sameTownship: true })).toEqual(["man>S", "wife>N"]);
    expect(await goals(ground(["N-语文", "M-音乐"]), { sameTownship: true })).toEqual(["wife>N"]);
  });

  test("both or none: nobody goes alone", async () => {
    expect(await goals(ground(["N-语文"]), { sameTownship: true, bothOrNone: true })).toEqual([]);
    expect(await goals(ground(["N-语文", "S-音乐"]), { sameTownship: true, bothOrNone: true })).toHaveLength(2);
  });

  test("who is not among those asked about may go apart", async () => {
    const who = { attr: "person.sex", op: "eq", value: "male" };
    expect(await goals(ground(apart, { wife: { sex: "female" } }), { who })).toEqual(["man>F", "wife>N"]);
    expect(await goals(ground(apart, { wife: { sex: "male" }, man: { sex: "male" } }), { who })).toEqual([]);
  });

  test("the school of a spouse counts who is outside the scope of the policy", async () => {
    const hired = { establishment: "temporary" as const };
    expect(await goals(ground(["F-语文"], { man: hired }), {})).toEqual([]);
    expect(await goals(ground(["N-语文"], { man: hired }), { withinMetres: 10_010 })).toEqual(["wife>N"]);
  });

  test("a price is paid for each of the two who goes farther away", async () => {
    const instance = ground(apart);
    const policy = policyWith({}, { strength: "soft", price: 7 });
    const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
    expect(outcome).toMatchObject({ status: "planned", plan: { moves: [] } });
    const cheap = policyOf({
      rules: [
        rule("total", { max: 9 }),
        rule("quota", { share: "100%" }),
        rule("linked", {}, { strength: "soft", price: 7 }),
      ],
      levels: ["compliance"],
    });
    const forced = await planCounty({ instance, policy: cheap, solver, limits: { relativeGap: 0 } });
    if (forced.status !== "planned") throw new Error(JSON.stringify(forced));
    expect(forced.plan.levels[0]).toMatchObject({ name: "compliance", value: 14 });
    expect(forced.plan.violations.map(({ finding: { code } }) => code)).toEqual(["linked.apart", "linked.apart"]);
  });
});

test("a couple that works apart may come nearer and go no farther", async () => {
  const away = (open: readonly string[]) => ground(open, { man: { homeSchool: "S" } });
  expect(await goals(away(["N-语文"]), {})).toEqual([]);
  expect(await goals(away(["S-语文"]), {})).toEqual(["wife>S"]);
  expect(await goals(away(["N-语文", "M-音乐"]), {})).toEqual(["man>M", "wife>N"]);
  // As far apart as before, on the other side.
  const across = ground(["N-语文", "S-语文"], { wife: { homeSchool: "N" } });
  const posts = across.posts.map((entry) => (entry.id === "N-语文" ? { ...entry, capacity: 0 } : entry));
  expect(await goals({ ...across, posts }, {})).toEqual(["wife>S"]);
});

test("written by hand: who goes alone and far is refused by name", () => {
  const policy = policyWith({ bothOrNone: true });
  const instance = ground(["N-语文", "N-音乐"]);
  const found = (...moves: readonly [string, string][]) =>
    verifyRoster({
      instance,
      policy,
      moves: moves.map(([person, postId]) => ({ person, to: postId.charAt(0), post: postId })),
    }).violations.map(({ about, finding }) => [about, finding.code]);
  const about = { kind: "person", person: "wife" };
  expect(found(["wife", "N-语文"])).toEqual([
    [about, "linked.apart"],
    [about, "linked.alone"],
  ]);
  expect(found(["wife", "N-语文"], ["man", "N-音乐"])).toEqual([]);
});

test("a couple is two people of whom neither names a third, and whom no third names", () => {
  const spouses: Readonly<Record<string, string>> = {
    a: "b",
    b: "a",
    c: "d",
    e: "f",
    g: "f",
    h: "i",
    i: "k",
    l: "nobody",
  };
  const persons = Array.from("abcdefghikl", (id) => {
    const spouse = spouses[id];
    return teacher({ id, homeSchool: "A", ...(spouse === undefined ? {} : { spouse }) });
  });
  const { county } = indexCounty(countyOf({ schools: SCHOOLS, posts: [post("A", 20)], persons }));
  const pairs = [...couplesOf(county)].flatMap((spouse, person) =>
    spouse < 0 ? [] : [`${county.persons[person]?.id ?? ""}${county.persons[spouse]?.id ?? ""}`],
  );
  expect(pairs.sort()).toEqual(["ab", "ba", "cd", "dc"]);
});
