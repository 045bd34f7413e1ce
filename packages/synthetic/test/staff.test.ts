import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Checked, County, InstanceInput } from "@lungang/core";
import { indexCounty, loadInstance } from "@lungang/core";
import type { SchoolRow, TableRow } from "@lungang/synthetic";
import { readSame, readSjkc, staff } from "@lungang/synthetic";
import Papa from "papaparse";

const OPTIONS = { seed: "staff", planYear: 2024, county: { id: "C", name: "County" } };

function unwrap<T>(result: Checked<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 5)));
  return result.value;
}

function indexed(input: InstanceInput): County {
  const { county, issues } = indexCounty(unwrap(loadInstance(input)));
  expect(issues).toEqual([]);
  return county;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Heads that each school needs, by its id. */
function demandBySchool(input: InstanceInput): Map<string, number> {
  const heads = new Map<string, number>();
  for (const { school, capacity = 0 } of input.posts) heads.set(school, (heads.get(school) ?? 0) + capacity);
  return heads;
}

const row = (id: string, teachers: number, more: Partial<SchoolRow> = {}): SchoolRow => ({
  id,
  name: id,
  latitude: 4.2,
  longitude: 101.1,
  teachers,
  students: 100,
  type: "primary",
  zone: "Z",
  ...more,
});

describe("staff", () => {
  test("meets every count of teachers and shares the posts by pupils", () => {
    const rows = [row("a", 10, { students: 100 }), row("b", 2, { students: 200 }), row("c", 0, { students: 0 })];
    const input = staff(rows, OPTIONS);
    const people = countBy(indexed(input).persons, ({ homeSchool }) => homeSchool);
    expect([people.get("a"), people.get("b"), people.get("c")]).toEqual([10, 2, undefined]);
    const demand = demandBySchool(input);
    expect([demand.get("a"), demand.get("b"), demand.get("c")]).toEqual([4, 8, undefined]);
  });

  test("keeps the teachers of private schools out of the sharing", () => {
    const rows = [row("a", 6), row("b", 2), row("p", 9, { ownership: "private", students: 5000 })];
    const demand = demandBySchool(staff(rows, OPTIONS));
    expect([demand.get("a"), demand.get("b"), demand.get("p")]).toEqual([4, 4, 9]);
  });

  test("shows people of a school that needs nobody as superfluous", () => {
    const county = indexed(staff([row("a", 3, { students: 0 }), row("b", 3)], OPTIONS));
    const school = county.schoolIndex.get("a");
    expect(county.cells.filter((cell) => cell.school === school).reduce((sum, { demand }) => sum + demand, 0)).toBe(0);
  });

  test("does not depend on the order of the rows and accepts an empty list", () => {
    const rows = Array.from({ length: 12 }, (_, index) => row(`s${index}`, index, { students: 30 * index }));
    expect(staff([...rows].reverse(), OPTIONS)).toEqual(staff(rows, OPTIONS));
    expect(staff([], OPTIONS).persons).toEqual([]);
  });

  test("takes schools without people but with pupils, and without a zone", () => {
    const { zone: _, ...without } = row("n", 0);
    const county = indexed(staff([without, row("m", 5)], OPTIONS));
    expect(new Map(county.schools.map(({ id, alliances }) => [id, alliances]))).toEqual(
      new Map([
        ["n", []],
        ["m", ["Z"]],
      ]),
    );
  });

  test("refuses a count that is none", () => {
    expect(() => staff([row("a", -1)], OPTIONS)).toThrow(RangeError);
    expect(() => staff([row("a", 1, { students: 1.5 })], OPTIONS)).toThrow(RangeError);
  });
});

describe("readSjkc", () => {
  const good = {
    NEGERI: "PERAK",
    PPD: "PPD X",
    KODSEKOLAH: "ABC1",
    NAMASEKOLAH_C: "华小",
    LOKASI: "Luar Bandar",
    ENROLMEN: "59",
    GURU: "16",
    KOORDINATXX: "101.14",
    KOORDINATYY: "4.18",
  };

  test("reads one state, longitude before latitude", () => {
    const rows = unwrap(readSjkc([good, { ...good, NEGERI: "KEDAH", GURU: "?" }], "PERAK"));
    expect(rows).toEqual([
      {
        id: "ABC1",
        name: "华小",
        latitude: 4.18,
        longitude: 101.14,
        teachers: 16,
        students: 59,
        type: "primary",
        zone: "PPD X",
        area: "rural",
      },
    ]);
  });

  test("takes an empty count as unknown and reports anything that is no number", () => {
    expect(unwrap(readSjkc([{ ...good, GURU: "", ENROLMEN: "" }], "PERAK"))[0]).toMatchObject({ teachers: 0 });
    const bad = { ...good, GURU: "1e3", ENROLMEN: "1,234", KOORDINATYY: "91", LOKASI: "Kota", KODSEKOLAH: " " };
    const result = readSjkc([good, bad], "PERAK");
    if (result.ok) throw new Error("must be refused");
    expect(result.issues.map(({ code, path }) => [code, ...(path ?? [])])).toEqual([
      ["invalid-value", 1, "ENROLMEN"],
      ["invalid-value", 1, "LOKASI"],
      ["missing-value", 1, "KODSEKOLAH"],
      ["invalid-value", 1, "KOORDINATYY"],
      ["invalid-value", 1, "GURU"],
    ]);
  });
});

const data = process.env["LUNGANG_DATA"];

function table(path: string): readonly TableRow[] {
  const text = readFileSync(join(data ?? "", path), "utf8");
  const { data: rows, errors } = Papa.parse<TableRow>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return rows;
}

describe.skipIf(data === undefined)("real lists", () => {
  test("Perak: 185 schools, one of them without counts, 3,714 teachers", () => {
    const rows = unwrap(readSjkc(table("schools/malaysia_sjkc_without_johor.csv"), "PERAK"));
    const input = staff(rows, OPTIONS);
    const county = indexed(input);
    expect(county.schools.length).toBe(185);
    expect(county.persons.length).toBe(3714);
    const people = countBy(county.persons, ({ homeSchool }) => homeSchool);
    for (const { id, teachers } of rows) expect(people.get(id) ?? 0).toBe(teachers);
    expect([...demandBySchool(input).values()].reduce((a, b) => a + b, 0)).toBe(3714);
    const empty = county.schools.filter(({ id }) => !people.has(id));
    expect(empty.map(({ id }) => id)).toEqual(["ABC6086"]);
    expect(new Set(county.schools.flatMap(({ zones }) => zones)).size).toBe(12);
    for (const school of county.schools) expect(school.alliances).toEqual(school.zones);
    expect(countBy(county.instance.groups, ({ kind }) => kind)).toEqual(
      new Map([
        ["alliance", 12],
        ["zone", 12],
      ]),
    );
    expect(new Set(county.schools.map(({ quality }) => quality))).toEqual(new Set(["good", "ordinary", "weak"]));
  });

  test("Same: surplus and deficit of each school are those of the transport problem", () => {
    const rows = unwrap(readSame(table("schools/tanzania_same.csv")));
    expect(rows.length).toBe(163);
    expect(rows.filter(({ ownership }) => ownership === "private").length).toBe(4);
    const input = staff(rows, OPTIONS);
    const people = countBy(indexed(input).persons, ({ homeSchool }) => homeSchool);
    const problem = JSON.parse(readFileSync(join(data ?? "", "transport/tz_same.json"), "utf8")) as {
      schools: { id: string; teachers: number; target: number }[];
      moves: number;
    };
    const demand = demandBySchool(input);
    let surplus = 0;
    for (const { id, teachers, target } of problem.schools) {
      expect([id, people.get(id) ?? 0, demand.get(id) ?? 0]).toEqual([id, teachers, target]);
      surplus += Math.max(0, teachers - target);
    }
    expect(surplus).toBe(problem.moves);
  });
});
