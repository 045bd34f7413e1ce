import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput, SchoolInput } from "../../src/index.ts";
import { planCounty, verifyPlan } from "../../src/index.ts";
import { resolvePolicy } from "../../src/policy.ts";
import { countyOf, form, post, rule, school, teacher } from "../small-county.ts";

/** What documents say about people, said with conditions and columns of the policy's own: no rule of its own is needed. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const text = (words: string) => ({ zh: words, en: words });
const at = (latitude: number) => ({ latitude, longitude: 109 });
const is = (attr: string, value: unknown, more: object = {}) => ({ attr, op: "eq", value, ...more });
const same = (attr: string) => ({ attr: `to.${attr}`, op: "eq", of: `from.${attr}`, ifMissing: false });

interface Parts {
  readonly attributes?: readonly object[];
  readonly forms?: readonly object[];
  readonly exemptions?: readonly object[];
  readonly rules?: readonly object[];
  readonly levels?: readonly string[];
}

function policyWith({ attributes = [], forms = [form("rotation")], exemptions = [], rules = [], levels = [] }: Parts) {
  const resolved = resolvePolicy({
    format: "lungang-policy-1",
    id: "people",
    version: "1",
    name: text("people"),
    calendar: { source: "s", cutoff: "08-31", start: "09-01" },
    attributes,
    scope: { source: "s", schools: { all: [] }, text: text("all") },
    eligibility: {
      due: [{ id: "due", source: "s", who: { all: [] }, text: text("due") }],
      exemptions: exemptions.map((when, k) => ({ id: `exempt${k}`, source: "s", when, text: text("exempt") })),
    },
    forms,
    rules: [
      rule("total", { max: 9 }),
      rule("postBalance", { level: "gaps" }),
      rule("nearness", { level: "near" }),
      ...rules,
    ],
    levels: ["compliance", "gaps", ...levels, "near"].map((name) => ({ name, unit: "points", text: text(name) })),
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 2));
  return resolved.value;
}

/** P works at A, which needs nobody of the subject; B is nearer than C, and each lacks one. */
function county(
  person: Partial<PersonInput>,
  schools: Readonly<Record<string, Partial<SchoolInput>>> = {},
  { subjects = ["语文"] }: { readonly subjects?: readonly string[] } = {},
) {
  return countyOf({
    schools: ["A", "B", "C"].map((id, k) => school({ id, coordinates: at(34 + k / 10), ...schools[id] })),
    posts: [
      post("A", 0),
      ...["B", "C"].flatMap((id) => subjects.map((subject) => post(id, 1, { id: `${id}-${subject}`, subject }))),
    ],
    persons: [teacher({ id: "p", homeSchool: "A", residence: at(34), ...person })],
  });
}

async function goals(instance: ReturnType<typeof county>, parts: Parts) {
  const policy = policyWith(parts);
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).violations).toEqual([]);
  return outcome.plan.moves.map(({ person, to, form: code }) => `${person}>${to} ${code}`).join();
}

test("whose children need a school goes where there is one", async () => {
  const rules = [
    rule("prerequisite", {
      moves: is("person.childrenSchooling", true),
      requires: { attr: "to.area", op: "in", value: ["urban", "town"] },
    }),
  ];
  const areas = { C: { area: "town" } } as const;
  expect(await goals(county({ childrenSchooling: true }, areas), { rules })).toBe("p>C rotation");
  expect(await goals(county({}, areas), { rules })).toBe("p>B rotation");
});

describe("kinds of employment, as a column of the policy", () => {
  const attributes = [{ id: "kind", type: "text", text: text("用工方式"), empty: "在编" }];

  test("posts of a special programme are served out first", async () => {
    const exemptions = [is("person.x.kind", "特岗")];
    expect(await goals(county({ x: { kind: "特岗" } }), { attributes, exemptions })).toBe("");
    expect(await goals(county({}), { attributes, exemptions })).toBe("p>B rotation");
  });

  test("teachers trained at public cost stay until their service is over", async () => {
    const exemptions = [{ attr: "person.statuses", op: "has", value: ["servicePeriod"] }];
    const until = (serviceUntil: string) => goals(county({ serviceUntil }), { exemptions });
    expect([await until("2026-08-31"), await until("2023-08-31")]).toEqual(["", "p>B rotation"]);
  });

  test("only who is on the establishment moves with the relation", async () => {
    const forms = [form("transfer", { relationMoves: true, who: is("person.x.kind", "在编") }), form("rotation")];
    expect(await goals(county({ x: { kind: "县聘" } }), { attributes, forms })).toBe("p>B rotation");
    expect(await goals(county({}), { attributes, forms })).toBe("p>B transfer");
  });
});

test("a generalist fills a post of any subject that is certified", async () => {
  const both = { subjects: [{ subject: "语文", main: true }, { subject: "数学" }] };
  const given = (person: Partial<PersonInput>) => county(person, {}, { subjects: ["数学"] });
  expect(await goals(given(both), {})).toBe("p>B rotation");
  expect(await goals(given({}), {})).toBe("");
});

describe("a free colleague goes before", () => {
  const nobody = { any: [] };
  /** Two of A are due, and one of them is wanted; P lives nearer. */
  const pair = (person: Partial<PersonInput>) => {
    const given = county(person);
    const other = teacher({ id: "q", homeSchool: "A", residence: at(33.9) });
    const posts = given.posts.filter(({ school: id }) => id !== "C");
    return countyOf({ schools: given.schools, posts, persons: [...given.persons, other] });
  };

  test("a head teacher within a class cycle", async () => {
    const rules = [rule("direction", { of: is("person.inClassCycle", true), moves: nobody, level: "cycles" })];
    const parts = { rules, levels: ["cycles"] };
    expect(await goals(pair({ classCycleUntil: "2026-07-01" }), parts)).toBe("q>B rotation");
    expect(await goals(pair({}), parts)).toBe("p>B rotation");
  });

  test("a head teacher of a class, which is a column of the policy beside the post", async () => {
    const attributes = [{ id: "headTeacher", type: "boolean", text: text("班主任"), empty: false }];
    const rules = [rule("direction", { of: is("person.x.headTeacher", true), moves: nobody, level: "heads" })];
    const parts = { attributes, rules, levels: ["heads"] };
    expect(await goals(pair({ x: { headTeacher: true } }), parts)).toBe("q>B rotation");
    expect(await goals(pair({}), parts)).toBe("p>B rotation");
  });
});

test("an alliance that crosses counties moves people within each of them", async () => {
  const alliance = (id: string) => ({ alliances: ["L"], county: id });
  const schools = { A: alliance("one"), B: alliance("two"), C: alliance("one") };
  const forms = (where: object) => [form("alliance", { scope: "alliance", where })];
  expect(await goals(county({}, schools), { forms: forms(same("county")) })).toBe("p>C alliance");
  expect(await goals(county({}, schools), { forms: forms({ all: [] }) })).toBe("p>B alliance");
});

test("districts of primary schools and zones of junior ones are told apart by stage", async () => {
  const column = (id: string, words: string) => ({ id, of: "school", type: "text", text: text(words), empty: "" });
  const attributes = [column("district", "学区"), column("zone", "片区")];
  const within = {
    any: [
      { all: [is("post.stage", "primary"), same("x.district")] },
      { all: [is("post.stage", "junior"), same("x.zone")] },
    ],
  };
  const schools = {
    A: { x: { district: "1", zone: "east" } },
    B: { x: { district: "2", zone: "east" } },
    C: { x: { district: "1", zone: "west" } },
  };
  const parts = { attributes, forms: [form("rotation", { where: within })] };
  expect(await goals(county({}, schools), parts)).toBe("p>C rotation");
});
