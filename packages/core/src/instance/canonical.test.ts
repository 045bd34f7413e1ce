import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateCounty } from "@lungang/synthetic";
import { county, person, school } from "../../test/instance/small-county.ts";
import { canonicalInstance } from "./canonical.ts";
import { canonicalJson, compareText, sha256 } from "./canonical-json.ts";
import { indexCounty } from "./county.ts";
import type { Instance, InstanceInput } from "./instance.ts";
import { instanceSchema } from "./instance.ts";
import { personSchema } from "./person.ts";

/** Returns the items in an order that a number decides. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const key = (index: number) => (Math.imul(index + 1, 2_654_435_761) ^ Math.imul(seed, 40_503)) >>> 0;
  return items
    .map((item, index) => ({ item, key: key(index) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Returns the instance with every list whose order means nothing in another order. */
function permuted(instance: Instance, seed: number): Instance {
  const mix = <T>(items: readonly T[]) => shuffled(items, seed);
  const { matrix } = instance.travel;
  const rows = matrix && mix(matrix.persons.map((_, row) => row));
  const columns = matrix && mix(matrix.schools.map((_, column) => column));
  const at = <T>(list: readonly T[], index: number) => list[index] as T;
  return {
    ...instance,
    groups: mix(instance.groups),
    posts: mix(instance.posts),
    schools: mix(instance.schools).map((entry) => ({
      ...entry,
      zones: mix(entry.zones),
      alliances: mix(entry.alliances),
      schoolGroups: mix(entry.schoolGroups),
      pairs: mix(entry.pairs),
    })),
    persons: mix(instance.persons).map((entry) => ({
      ...entry,
      stageCertified: mix(entry.stageCertified),
      honours: mix(entry.honours),
      subjects: mix(entry.subjects).map((skill) => ({ ...skill, ...(skill.stages && { stages: mix(skill.stages) }) })),
      offices: mix(entry.offices),
      evaluations: mix(entry.evaluations),
      exchanges: mix(entry.exchanges),
      statuses: mix(entry.statuses),
      ...(entry.application && {
        application: { ...entry.application, consentRegions: mix(entry.application.consentRegions) },
      }),
    })),
    travel: {
      ...instance.travel,
      ...(matrix &&
        rows &&
        columns && {
          matrix: {
            persons: rows.map((row) => at(matrix.persons, row)),
            schools: columns.map((column) => at(matrix.schools, column)),
            metres: rows.map((row) => columns.map((column) => at(at(matrix.metres, row), column))),
          },
        }),
    },
  };
}

function withMatrix(input: InstanceInput): Instance {
  const persons = input.persons.slice(0, 9).map(({ id }) => id);
  const schools = input.schools.slice(0, 5).map(({ id }) => id);
  const metres = persons.map((_, row) => schools.map((__, column) => (row === column ? null : 100 * row + column)));
  return instanceSchema.parse({ ...input, travel: { roadFactor: 1.4, matrix: { persons, schools, metres } } });
}

const rich = withMatrix(generateCounty({ seed: "canonical", schools: 8, people: 150, volunteerRate: 0.4 }));

/** Returns the document with every id of a school, person, post or group replaced. */
function renamed(instance: Instance, name: (id: string) => string): Instance {
  const ids = new Set(
    [...instance.schools, ...instance.persons, ...instance.posts, ...instance.groups].map(({ id }) => id),
  );
  for (const { township, zones, alliances } of instance.schools) {
    for (const id of [township ?? "", ...zones, ...alliances]) ids.add(id);
  }
  return JSON.parse(
    JSON.stringify(instance, (_key, value: unknown) =>
      typeof value === "string" && ids.has(value) ? name(value) : value,
    ),
  ) as Instance;
}

describe("canonicalInstance", () => {
  test("gives the same document for every order of the rows", () => {
    const expected = canonicalJson(canonicalInstance(rich));
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(canonicalJson(canonicalInstance(permuted(rich, seed)))).toBe(expected);
      }),
      { numRuns: 25 },
    );
  });

  test("does not change what is in order, and loses nothing", () => {
    const once = canonicalInstance(rich);
    expect(canonicalInstance(once)).toEqual(once);
    expect(once.persons.map(({ id }) => id).sort(compareText)).toEqual(
      rich.persons.map(({ id }) => id).sort(compareText),
    );
    const entries = ({ travel: { matrix } }: Instance) =>
      new Set(
        matrix?.persons.flatMap((who, row) =>
          matrix.schools.map((where, column) => `${who} ${where} ${matrix.metres[row]?.[column]}`),
        ),
      );
    expect(entries(once)).toEqual(entries(rich));
    expect(entries(once).size).toBe(45);
  });

  test("orders people by all that they are: application, birth date and the rest", () => {
    const [first, second] = Object.keys(personSchema.shape).sort(compareText);
    expect([first, second]).toEqual(["application", "birthDate"]);
    const applied = { application: { volunteer: true } };
    const persons = [
      person("A", { birthDate: "1990-01-01" }),
      person("B", { birthDate: "1980-01-01", sex: "male" }),
      person("C", { birthDate: "1980-01-01", sex: "female" }),
      person("D", { birthDate: "1990-01-01", ...applied }),
      person("E", { birthDate: "1985-01-01", ...applied }),
      person("F", { birthDate: "1980-01-01", sex: "female" }),
      person("G", { birthDate: "1970-01-01", application: {} }),
    ];
    const input = county({ schools: [school("S1")], persons: persons.map((one) => ({ ...one, homeSchool: "S1" })) });
    const ordered = canonicalInstance(instanceSchema.parse(input)).persons;
    expect(ordered.map(({ id }) => id).join("")).toBe("GEDCFBA");
  });

  test.each(["id", "name", "spouse", "swapPartner", "residenceTownship"])(
    "the %s of a person decides about no order",
    (key) => {
      const persons = [person("B", { weeklyLoad: 1, [key]: "z" }), person("A", { weeklyLoad: 2, [key]: "y" })];
      const ordered = canonicalInstance(instanceSchema.parse(county({ persons }))).persons;
      expect(ordered.map(({ weeklyLoad }) => weeklyLoad)).toEqual([1, 2]);
    },
  );

  test("keeps the order of wishes, which means something", () => {
    const schools = [school("S1"), school("S2"), school("S3")];
    const input = county({ schools, persons: [person("T", { application: { wishes: ["S3", "S1", "S2"] } })] });
    const [only] = canonicalInstance(instanceSchema.parse(input)).persons;
    expect(only?.application?.wishes).toEqual(["S3", "S1", "S2"]);
  });

  test("puts people and schools in the same order when all ids are renamed", () => {
    const reverse = (id: string) => `r${Array.from(id).reverse().join("")}`;
    const before = canonicalInstance(rich);
    const after = canonicalInstance(renamed(rich, reverse));
    expect(after.schools.map(({ id }) => id)).toEqual(before.schools.map(({ id }) => reverse(id)));
    expect(after.posts.map(({ id }) => id)).toEqual(before.posts.map(({ id }) => reverse(id)));
    expect(after.persons.map(({ id }) => id)).toEqual(before.persons.map(({ id }) => reverse(id)));
    expect(indexCounty(after).county.cellOf).toEqual(indexCounty(before).county.cellOf);
    expect(after.persons.map(({ id }) => id)).not.toEqual(after.persons.map(({ id }) => id).sort(compareText));
  });

  test.each([
    ["alliance", { alliances: ["B"] }],
    ["parent", { parent: "big" }],
  ])("tells people apart by their schools and schools by their %s, whatever the ids", (_kind, bond) => {
    const names = (twin: string, other: string, big: string) => {
      const schools = [
        school(twin, "parent" in bond ? {} : { alliances: ["A"] }),
        school(other, { ...bond, ...("parent" in bond && { parent: big }) }),
        school(big, { alliances: ["B"], students: 500 }),
      ];
      const persons = [person("T1", { homeSchool: other }), person("T2", { homeSchool: twin })];
      const ordered = canonicalInstance(instanceSchema.parse(county({ schools, persons })));
      return [...ordered.schools, ...ordered.persons].map(
        ({ id }) => ({ [twin]: "twin", [other]: "other", [big]: "big" })[id] ?? id,
      );
    };
    expect(names("S1", "S2", "S3")).toEqual(names("S3", "S1", "S2"));
    expect(names("S1", "S2", "S3")).toEqual(names("S2", "S1", "S3"));
  });

  test("orders identical twins by id", () => {
    const persons = ["T2", "T10", "T1"].map((id) => person(id));
    const { persons: ordered } = canonicalInstance(instanceSchema.parse(county({ persons })));
    expect(ordered.map(({ id }) => id)).toEqual(["T1", "T10", "T2"]);
  });
});

describe("canonicalJson", () => {
  test("keys with line breaks or the name of a prototype are keys like others", () => {
    expect(canonicalJson({ c: 1, b: 2, a: 3 })).toBe('{"a":3,"b":2,"c":1}');
    expect(canonicalJson({ "c\nb": 1, a: 2 })).toBe('{"a":2,"c\\nb":1}');
    expect(canonicalJson(JSON.parse('{"x":1,"__proto__":2}'))).toBe('{"__proto__":2,"x":1}');
  });

  test("sorts keys at every depth, keeps lists, drops what is undefined", () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined, a: 2 }, 1], a: null })).toBe('{"a":null,"b":[{"a":2,"d":1},1]}');
  });

  test("writes what has been read as it stands: people, posts and schools have their keys in order", () => {
    for (const list of [rich.persons, rich.posts, rich.groups]) {
      expect(JSON.stringify(list)).toBe(canonicalJson(list));
    }
  });

  test("sorts below what is in order, and takes records that are not plain by their own keys", () => {
    expect(canonicalJson({ a: { c: 1, b: [{ e: 1, d: 2 }] }, f: 1 })).toBe('{"a":{"b":[{"d":2,"e":1}],"c":1},"f":1}');
    expect(canonicalJson([1, { a: 1 }, { c: 1, b: 2 }])).toBe('[1,{"a":1},{"b":2,"c":1}]');
    expect(canonicalJson({ a: new Date(0) })).toBe('{"a":{}}');
    let deep: unknown = 1;
    for (let depth = 0; depth < 200; depth++) deep = { b: deep, a: 0 };
    expect(canonicalJson(deep)).toMatch(/^\{"a":0,"b":\{"a":0/);
  });

  test("gives equal text for equal content whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});

test("compareText orders by UTF-16 code units on every machine", () => {
  expect(["b", "a", "B", "ä", "中", "a"].sort(compareText)).toEqual(["B", "a", "a", "b", "ä", "中"]);
});

test("sha256 is that of the standard", async () => {
  expect(await sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
