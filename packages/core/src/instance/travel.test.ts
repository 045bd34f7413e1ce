import { compareText } from "./canonical-json.ts";
import { describe, expect, test } from "vitest";
import { countyOf, school, teacher } from "../../test/small-county.ts";
import { indexCounty } from "./county.ts";
import { greatCircleMetres } from "./great-circle.ts";
import type { Instance, Travel } from "./instance.ts";
import { UNKNOWN_METRES, createTravel, travelIssues } from "./travel.ts";

const at = (latitude: number) => ({ latitude, longitude: 109 });

const instance = countyOf({
  schools: [
    school({ id: "A", coordinates: at(34) }),
    school({ id: "B", coordinates: at(34.2), township: "T1" }),
    school({ id: "C", township: "T2" }),
  ],
  persons: [
    teacher({ id: "home", homeSchool: "A", residence: at(34.1) }),
    teacher({ id: "town", homeSchool: "A", residenceTownship: "T1" }),
    teacher({ id: "lost", homeSchool: "A" }),
    teacher({ id: "far", homeSchool: "A", residenceTownship: "T2" }),
  ],
});

function travelOf(travel: Travel): {
  readonly county: ReturnType<typeof indexCounty>["county"];
  readonly metres: (person: string, to: string) => number;
} {
  const changed: Instance = { ...instance, travel };
  const { county } = indexCounty(changed);
  const table = createTravel(county);
  return {
    county,
    metres: (person, to) => table.metres(county.personIndex.get(person) ?? -1, county.schoolIndex.get(to) ?? -1),
  };
}

describe("createTravel", () => {
  const { metres } = travelOf({ roadFactor: 1.5 });

  test("great-circle metres from the residence times the road factor, in whole metres", () => {
    expect(metres("home", "B")).toBe(Math.round(1.5 * greatCircleMetres(at(34.1), at(34.2))));
  });

  test("the middle of the schools of the township where the residence is unknown", () => {
    expect(metres("town", "A")).toBe(Math.round(1.5 * greatCircleMetres(at(34.1), at(34))));
  });

  test.each([
    ["lost", "A"],
    ["home", "C"],
    ["far", "A"],
    ["nobody", "A"],
    ["home", "nowhere"],
  ])("from %s to %s is unknown and not 0", (person, to) => {
    expect(metres(person, to)).toBe(UNKNOWN_METRES);
  });

  test("an entry of the matrix wins, and null in it is unknown", () => {
    const matrix = {
      persons: ["home", "lost"],
      schools: ["B", "C"],
      metres: [
        [7, null],
        [null, 9],
      ],
    };
    const listed = travelOf({ roadFactor: 1.5, matrix });
    expect([listed.metres("home", "B"), listed.metres("home", "C")]).toEqual([7, UNKNOWN_METRES]);
    expect([listed.metres("lost", "B"), listed.metres("lost", "C")]).toEqual([UNKNOWN_METRES, 9]);
    expect(listed.metres("home", "A")).toBe(metres("home", "A"));
  });
});

describe("travelIssues", () => {
  const ids = (travel: Travel, people: readonly string[], schools: readonly string[]) => {
    const { county } = travelOf(travel);
    const found = travelIssues(
      county,
      people.map((id) => county.personIndex.get(id) ?? -1),
      schools.map((id) => county.schoolIndex.get(id) ?? -1),
    );
    expect(found.every(({ code }) => code === "unknown-distance")).toBe(true);
    return found.map(({ path }) => path?.[1]);
  };

  test("names people without a residence and schools without coordinates", () => {
    expect(
      ids({ roadFactor: 1 }, ["home", "town", "lost", "far"], ["A", "B", "C"]).map(String).sort(compareText),
    ).toEqual(["C", "far", "lost"]);
  });

  test("does not ask for what the matrix covers", () => {
    const matrix = {
      persons: ["home", "lost"],
      schools: ["A", "C"],
      metres: [
        [1, 2],
        [3, 4],
      ],
    };
    expect(ids({ roadFactor: 1, matrix }, ["home", "lost"], ["A", "C"])).toEqual([]);
    expect(ids({ roadFactor: 1, matrix }, ["home", "lost"], ["A", "B", "C"])).toEqual(["lost"]);
  });
});
