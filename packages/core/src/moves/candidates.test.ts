import { Draws } from "@lungang/solver-testkit";
import { describe, expect, test } from "vitest";
import { countyOf, form, policyOf, post, school, teacher } from "../../test/small-county.ts";
import type { Instance, InstanceInput, Lock, PersonInput, PostInput, SchoolInput } from "../index.ts";
import { loadInstance } from "../index.ts";
import { NO_FORM } from "../eligibility/admissible.ts";
import { prepare } from "../planner/prepare.ts";
import type { Policy } from "../policy/resolved.ts";
import { FORM_RETURN, FORM_SETTLE } from "./candidate-moves.ts";
import { candidateMoves } from "./candidates.ts";

const at = (latitude: number, longitude = 109) => ({ latitude, longitude });

interface Limits {
  readonly limit?: number;
  readonly radiusMetres?: number;
  readonly perShortage?: number;
}

const limited = (candidates: Limits, rest: Parameters<typeof policyOf>[0] = {}): Policy => {
  const policy = policyOf(rest);
  return { ...policy, candidates: { ...policy.candidates, ...candidates } };
};

/** Candidates as `person>cell` with the metres. */
function candidatesOf(instance: Instance, policy: Policy, locks: readonly Lock[] = []) {
  const prepared = prepare(instance, policy, locks);
  expect(prepared.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  const moves = candidateMoves(prepared.eligibility, prepared.travel);
  const { county } = prepared.eligibility;
  return Array.from({ length: moves.count }, (_, k) => ({
    person: county.persons[moves.person[k] as number]?.id ?? "",
    cell: county.cells[moves.cell[k] as number]?.key ?? "",
    form: moves.form[k] as number,
    metres: moves.metres[k] as number,
  }));
}

const towards = (found: ReturnType<typeof candidatesOf>, id: string) =>
  found.filter(({ cell }) => cell.startsWith(`${id}/`)).map(({ person }) => person);

/** A spread-out county with more schools than a scan takes. */
function wideCounty(seed: number, schools: number, people: number): Instance {
  const draws = new Draws(seed);
  const place = () => at(33 + draws.unit() * 2, 108 + draws.unit() * 2);
  const sites: SchoolInput[] = Array.from({ length: schools }, (_, k) =>
    school({ id: `S${String(k).padStart(3, "0")}`, coordinates: place(), zones: [`Z${draws.integer(0, 1)}`] }),
  );
  return countyOf({
    schools: sites,
    posts: sites.map(({ id }) => post(id, draws.integer(0, 1))),
    persons: Array.from({ length: people }, (_, k) =>
      teacher({
        id: `p${k}`,
        homeSchool: sites[draws.integer(0, schools - 1)]?.id ?? "",
        residence: place(),
        tenureStart: draws.chance(0.7) ? "2010-09-01" : "2022-09-01",
      }),
    ),
  });
}

describe("candidateMoves", () => {
  test.each([
    [150, 1, { limit: 7 }],
    [150, 2, { limit: 4, radiusMetres: 60_000 }],
    [90, 3, { limit: 200, radiusMetres: 90_000 }],
    [40, 4, { limit: 5, radiusMetres: 120_000 }],
  ])("of %d schools takes what a scan of all posts takes (seed %d)", (schools, seed, limits) => {
    const policy = limited({ ...limits, perShortage: 1 }, { forms: [form("rotation", { scope: "zone" })] });
    const instance = wideCounty(seed, schools, 60);
    const { eligibility, travel } = prepare(instance, policy);
    const { county, admission } = eligibility;
    const found = candidateMoves(eligibility, travel);
    county.persons.forEach(({ id }, person) => {
      const all = county.cells.flatMap((cell, index) => {
        const metres = travel.metres(person, cell.school);
        const near = metres <= (("radiusMetres" in limits ? limits.radiusMetres : undefined) ?? Infinity);
        return near && admission.formOf(person, index) !== NO_FORM ? [metres] : [];
      });
      const scanned = all.sort((a, b) => a - b).slice(0, limits.limit);
      const mine = Array.from(found.metres.subarray(found.starts[person], found.starts[person + 1])).sort(
        (a, b) => a - b,
      );
      // Posts in shortage may add farther candidates; the nearest are all there.
      expect([id, mine.slice(0, scanned.length)]).toEqual([id, scanned]);
    });
    expect(found.count).toBeGreaterThan(60);
  });

  test("are ordered by person and cell, each at most once", () => {
    const { eligibility, travel } = prepare(wideCounty(9, 100, 80), limited({ limit: 5 }));
    const { person, cell, starts, count } = candidateMoves(eligibility, travel);
    for (let k = 1; k < count; k++) {
      const same = person[k] === person[k - 1];
      expect(
        same ? (cell[k] as number) - (cell[k - 1] as number) : (person[k] as number) - (person[k - 1] as number),
      ).toBeGreaterThan(0);
    }
    expect(starts[starts.length - 1]).toBe(count);
  });
});

describe("a school that a person wishes for", () => {
  const schools = Array.from({ length: 6 }, (_, k) => school({ id: `S${k}`, coordinates: at(34 + k / 100) }));
  const posts = schools.map(({ id }) => post(id, id === "S0" ? 2 : 0));
  const asks = (wishes: readonly string[]) => ({
    application: { volunteer: true, homeConsent: true, wishes: [...wishes] },
  });
  const persons = [
    teacher({ id: "wishing", homeSchool: "S0", residence: at(34), ...asks(["S5", "S3"]) }),
    teacher({ id: "silent", homeSchool: "S0", residence: at(34) }),
  ];
  const schoolsOf = (found: ReturnType<typeof candidatesOf>, id: string) =>
    found.filter(({ person }) => person === id).map(({ cell }) => cell.split("/")[0]);

  test("is a candidate whatever the limits, and for nobody else", () => {
    const found = candidatesOf(countyOf({ schools, posts, persons }), limited({ limit: 1, radiusMetres: 2000 }));
    expect(schoolsOf(found, "wishing")).toEqual(["S1", "S3", "S5"]);
    expect(schoolsOf(found, "silent")).toEqual(["S1"]);
  });

  test("is none where the policy does not admit it, or where it is near anyway", () => {
    const notFifth = { attr: "to.id", op: "in", value: ["S1", "S2", "S3"] };
    const policy = limited({ limit: 1 }, { forms: [form("rotation", { where: notFifth })] });
    expect(schoolsOf(candidatesOf(countyOf({ schools, posts, persons }), policy), "wishing")).toEqual(["S1", "S3"]);
    const wide = candidatesOf(countyOf({ schools, posts, persons }), limited({ limit: 9 }));
    expect(schoolsOf(wide, "wishing")).toEqual(["S1", "S2", "S3", "S4", "S5"]);
  });
});

describe("a post in shortage keeps its candidates", () => {
  const schools = [
    school({ id: "A", coordinates: at(34) }),
    school({ id: "N", coordinates: at(34.01) }),
    school({ id: "F", coordinates: at(35) }),
  ];
  const staff = (given: Partial<PersonInput> = {}) =>
    Array.from({ length: 5 }, (_, k) =>
      teacher({ id: `t${k}`, homeSchool: "A", residence: at(34 + k / 1000), ...given }),
    );
  const posts = [post("A", 5), post("N", 9), post("F", 2)];

  test("beyond the radius, the nearest people first", () => {
    const instance = countyOf({ schools, posts, persons: staff() });
    const found = candidatesOf(instance, limited({ radiusMetres: 5000, perShortage: 2 }));
    expect(towards(found, "F")).toEqual(["t1", "t2", "t3", "t4"]);
    expect(towards(candidatesOf(instance, limited({ radiusMetres: 5000, perShortage: 1 })), "F")).toEqual(["t3", "t4"]);
  });

  test("beyond the count", () => {
    const found = candidatesOf(countyOf({ schools, posts, persons: staff() }), limited({ limit: 1, perShortage: 1 }));
    expect(towards(found, "F")).toEqual(["t3", "t4"]);
    expect(towards(found, "N")).toHaveLength(5);
  });

  test("also where the one who is there uses no headcount", () => {
    const away = teacher({ id: "away", homeSchool: "F", residence: at(35), statuses: [{ code: "seconded" }] });
    const instance = countyOf({
      schools,
      posts: [post("A", 5), post("N", 9), post("F", 1)],
      persons: [...staff(), away],
    });
    const seconded = {
      id: "seconded",
      source: "XC-15",
      when: { attr: "person.statuses", op: "has", value: ["seconded"] },
      text: { zh: "借调", en: "seconded" },
      occupiesHeadcount: false,
    };
    const policy = limited({ radiusMetres: 5000, perShortage: 1 }, { eligibility: { exemptions: [seconded] } });
    expect(towards(candidatesOf(instance, policy), "F")).toEqual(["t4"]);
  });

  /** The same county with distances in a table and no coordinates. */
  function withMatrix(metres: readonly (readonly number[])[]): Instance {
    const bare = schools.map(({ coordinates: _coordinates, ...entry }) => entry);
    const persons = staff().map(({ residence: _residence, ...person }) => person);
    const document: InstanceInput = {
      format: "lungang-instance-1",
      county: { id: "county", name: "小县" },
      planYear: 2024,
      schools: bare,
      posts: posts as PostInput[],
      persons,
      travel: {
        matrix: {
          persons: persons.map(({ id }) => id),
          schools: bare.map(({ id }) => id),
          metres: metres.map((row) => [...row]),
        },
      },
    };
    const loaded = loadInstance(document);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    return loaded.value;
  }

  test("also where distances are listed in a table and nobody has coordinates", () => {
    const instance = withMatrix([90, 50, 70, 60, 80].map((km) => [0, 1000, km * 1000]));
    const found = candidatesOf(instance, limited({ radiusMetres: 5000, perShortage: 1 }));
    expect(towards(found, "F").sort()).toEqual(["t1", "t3"]);
    expect(towards(found, "N")).toHaveLength(5);
  });

  test("and the table decides what is near", () => {
    const instance = withMatrix([
      [0, 9000, 100],
      [0, 100, 9000],
      [0, 9000, 100],
      [0, 100, 9000],
      [0, 9000, 100],
    ]);
    const found = candidatesOf(instance, limited({ limit: 1, perShortage: 1 }));
    expect(
      found
        .filter(({ metres }) => metres === 100)
        .map(({ person, cell }) => `${person}>${cell[0]}`)
        .sort(),
    ).toEqual(["t0>F", "t1>N", "t2>F", "t3>N", "t4>F"]);
  });
});

describe("people who must go", () => {
  const schools = Array.from({ length: 5 }, (_, k) => school({ id: `S${k}`, coordinates: at(34 + k / 2) }));
  const posts = schools.map(({ id }) => post(id, 1));
  const person = teacher({ id: "p", homeSchool: "S0", residence: at(34) });

  test("may go to every admitted post of the place that a lock names", () => {
    const instance = countyOf({ schools, posts, persons: [person] });
    const tight = limited({ limit: 1, radiusMetres: 1000 });
    const lock = { person: "p", school: "S4", reason: "decided" };
    expect(candidatesOf(instance, tight, [lock]).map(({ cell }) => cell[1])).toEqual(["4"]);
    const byPost = { person: "p", post: "S3-语文", reason: "decided" };
    expect(candidatesOf(instance, tight, [byPost]).map(({ cell }) => cell[1])).toEqual(["3"]);
    const forbidden = { person: "p", forbid: "S1", reason: "decided" };
    expect(candidatesOf(instance, limited({ limit: 9 }), [forbidden]).map(({ cell }) => cell[1])).toEqual([
      "2",
      "3",
      "4",
    ]);
  });

  test("go back to the post kept at home, or stay for good where that was approved", () => {
    const ended = (stay?: { applied: boolean; approved: boolean }) =>
      countyOf({
        schools,
        posts,
        persons: [
          teacher({
            id: "p",
            homeSchool: "S0",
            currentSchool: "S3",
            exchanges: [
              {
                from: "S0",
                to: "S3",
                form: "support",
                start: "2021-09-01",
                end: "2024-08-31",
                ...(stay ? { stay } : {}),
              },
            ],
          }),
        ],
      });
    const allowed = limited({}, { eligibility: { returns: { source: "YL-17", stayAllowed: true } } });
    const back = { person: "p", form: FORM_RETURN, metres: -1 };
    const ways = (instance: Instance, policy: Policy) =>
      candidatesOf(instance, policy).map(({ cell, ...rest }) => ({ ...rest, cell: cell[1] }));
    expect(ways(ended(), allowed)).toEqual([{ ...back, cell: "0" }]);
    expect(ways(ended({ applied: true, approved: false }), allowed)).toEqual([{ ...back, cell: "0" }]);
    expect(ways(ended({ applied: true, approved: true }), policyOf({}))).toEqual([{ ...back, cell: "0" }]);
    expect(ways(ended({ applied: true, approved: true }), allowed)).toEqual([
      { ...back, cell: "0" },
      { ...back, form: FORM_SETTLE, cell: "3" },
    ]);
  });
});
