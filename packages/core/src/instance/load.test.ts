import { describe, expect, test } from "vitest";
import { z } from "zod";
import { generateCounty } from "@lungang/synthetic";
import { county, indexed, person, post, school } from "../../test/instance/small-county.ts";
import { instanceSchema } from "./instance.ts";
import { loadInstance } from "./load.ts";

/** Codes and paths of what keeps data from loading. */
function refused(data: unknown): string[] {
  const loaded = loadInstance(data);
  if (loaded.ok) throw new Error("must be refused");
  return loaded.issues.map(({ code, path }) => `${code} ${(path ?? []).join(".")}`);
}

describe("loadInstance", () => {
  test("takes a county without schools, with a warning", () => {
    const loaded = loadInstance(county({ schools: [] }));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    expect(loaded.warnings.map(({ code, severity }) => [code, severity])).toEqual([["no-schools", "warning"]]);
    const { county: empty } = indexed(county({ schools: [] }));
    expect([empty.cells, empty.cellOf.length, empty.home.length]).toEqual([[], 0, 0]);
  });

  test("takes a county of one school and fills in defaults", () => {
    const loaded = loadInstance(county({ posts: [post("P")], persons: [person("T")] }));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    expect(loaded.warnings).toEqual([]);
    expect(loaded.value.travel).toEqual({ roadFactor: 1.3 });
    expect(loaded.value.schools[0]).toMatchObject({ ownership: "public", zones: [], alliances: [] });
    expect(loaded.value.persons[0]).toMatchObject({
      establishment: "established",
      inPost: true,
      honours: [],
      named: false,
    });
  });

  test("gives what it gave when loaded again", () => {
    const loaded = loadInstance(generateCounty({ seed: "again", schools: 4 }));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const again = loadInstance(loaded.value);
    expect(again.ok && again.value).toEqual(loaded.value);
    expect(again.ok && again.warnings.map(({ code }) => code)).toEqual(loaded.warnings.map(({ code }) => code));
  });

  test.each([
    ["nothing", undefined, ["missing-value "]],
    ["a list", [], ["invalid-value "]],
    ["another format", { ...county(), format: "lungang-instance-2" }, ["invalid-value format"]],
    ["a misspelt key", { ...county(), shools: [] }, ["unknown-key shools"]],
    [
      "a misspelt attribute",
      county({ persons: [{ ...person("T"), brithDate: "1985-05-05" } as never] }),
      ["unknown-key persons.0.brithDate"],
    ],
    [
      "a date that does not exist",
      county({ persons: [person("T", { birthDate: "1985-02-29" })] }),
      ["invalid-value persons.0.birthDate"],
    ],
    ["a negative count", county({ schools: [school("S1", { students: -1 })] }), ["invalid-value schools.0.students"]],
    ["half a pupil", county({ schools: [school("S1", { students: 0.5 })] }), ["invalid-value schools.0.students"]],
    ["an empty id", county({ schools: [school("")] }), ["invalid-value schools.0.id"]],
    ["a control character in an id", county({ schools: [school("S\u00001")] }), ["invalid-value schools.0.id"]],
    [
      "a latitude off the Earth",
      county({ schools: [school("S1", { coordinates: { latitude: 91, longitude: 0 } })] }),
      ["invalid-value schools.0.coordinates.latitude"],
    ],
    ["a year out of range", { ...county(), planYear: 24 }, ["invalid-value planYear"]],
  ])("refuses %s and says where", (_name, data, expected) => {
    expect(refused(data)).toEqual(expected);
  });

  test("reports all wrong values at once and repeats none of them", () => {
    const persons = [person("T", { birthDate: "1985-02-30", sex: "F" as never })];
    const loaded = loadInstance(county({ persons, schools: [school("S1", { students: -3 })] }));
    if (loaded.ok) throw new Error("must be refused");
    expect(loaded.issues.length).toBe(3);
    expect(JSON.stringify(loaded.issues)).not.toContain("1985-02-30");
  });

  test("refuses data with an error among warnings and lists both", () => {
    expect(refused(county({ persons: [person("T"), person("t"), person("t")] }))).toEqual([
      "similar-id persons.1.id",
      "duplicate-id persons.2.id",
    ]);
  });
});

describe("the JSON Schema of an instance", () => {
  const schema = z.toJSONSchema(instanceSchema, { io: "input" });
  const shape = z.fromJSONSchema(schema);

  test("describes the document: required keys, no others, words from the vocabulary", () => {
    expect(schema).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: ["format", "county", "planYear", "schools", "posts", "persons"],
      properties: {
        format: { const: "lungang-instance-1" },
        persons: { type: "array", items: { required: ["birthDate", "id", "personType", "sex"] } },
        schools: { items: { required: ["id", "name", "type"] } },
      },
    });
  });

  test("accepts what loads", () => {
    for (const schools of [0, 1, 5]) {
      expect(shape.safeParse(generateCounty({ seed: "schema", schools })).success).toBe(true);
    }
    expect(shape.safeParse(JSON.parse(JSON.stringify(county({ persons: [person("T")] })))).success).toBe(true);
  });

  test("refuses wrong shapes", () => {
    const { schools: _, ...withoutSchools } = county();
    const wrong = [
      withoutSchools,
      { ...county(), extra: 1 },
      { ...county(), planYear: "2024" },
      county({ schools: [school("S1", { type: "academy" as never })] }),
      county({ persons: [{ ...person("T"), residence: { latitude: 100, longitude: 0 } }] }),
    ];
    for (const data of wrong) expect(shape.safeParse(data).success).toBe(false);
  });

  test("knows shapes only: a date that does not exist and a broken reference pass it and do not load", () => {
    const data = county({ persons: [person("T", { birthDate: "1985-02-29", homeSchool: "S9" })] });
    expect(shape.safeParse(data).success).toBe(true);
    expect(refused(data)).toEqual(["invalid-value persons.0.birthDate"]);
  });
});

test("ids may not hold control characters or line separators, and may hold anything else", () => {
  const loads = (character: string) => loadInstance(county({ schools: [school(`S${character}1`)] })).ok;
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const forbidden = all.filter((character) => /^[\p{Cc}\p{Zl}\p{Zp}]$/u.test(character));
  expect(forbidden.length).toBe(67);
  expect(forbidden.filter(loads)).toEqual([]);
  const sample = all.filter((character, code) => code % 257 === 3 && !forbidden.includes(character));
  expect(sample.filter((character) => !loads(character))).toEqual([]);
});
