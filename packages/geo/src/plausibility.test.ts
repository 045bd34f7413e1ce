import { describe, expect, test } from "vitest";
import { checkCoordinates, checkPoints } from "./plausibility.ts";

const county = Array.from({ length: 12 }, (_, index) => ({
  point: { latitude: 25.5 + (index % 4) * 0.1, longitude: 103.8 + Math.floor(index / 4) * 0.15 },
  path: ["schools", index, "coordinates"],
  label: { zh: "坐标", en: "coordinates" },
}));

function codesWith(latitude: number, longitude: number) {
  const extra = { point: { latitude, longitude }, path: ["x"], label: { zh: "坐标", en: "coordinates" } };
  return checkPoints([...county, extra]).map((issue) => [issue.code, issue.severity, issue.path]);
}

describe("checkPoints", () => {
  test("accepts a county", () => expect(checkPoints(county)).toEqual([]));
  test("finds 0/0", () => expect(codesWith(0, 0)).toEqual([["coordinates-zero", "error", ["x"]]]));
  test("finds a far point", () => expect(codesWith(39.9, 116.4)).toEqual([["coordinates-far", "warning", ["x"]]]));
  test("accepts a point 60 km away", () => expect(codesWith(26.2, 103.9)).toEqual([]));

  test("finds swapped latitude and longitude where both are legal", () => {
    const west = county.map((entry) => ({ ...entry, point: { latitude: 39, longitude: 76 } }));
    const extra = { point: { latitude: 76, longitude: 39 }, path: ["x"], label: { zh: "", en: "" } };
    expect(checkPoints([...west, extra]).map((issue) => issue.code)).toEqual(["coordinates-swapped"]);
  });

  test("is not fooled by a third of wrong points", () => {
    const wrong = county.slice(0, 4).map((entry) => ({ ...entry, point: { latitude: 39.9, longitude: 116.4 } }));
    expect(checkPoints([...county, ...wrong])).toHaveLength(4);
  });
});

test("checkCoordinates never repeats a residence", () => {
  const schools = county.map(({ point }, index) => ({ id: `S${index}`, name: `学校${index}`, coordinates: point }));
  const instance = { schools, persons: [{ id: "T1", residence: { latitude: 0, longitude: 0 } }] };
  const issues = checkCoordinates(instance as unknown as Parameters<typeof checkCoordinates>[0]);
  expect(issues.map(({ code, path, received }) => ({ code, path, received }))).toEqual([
    { code: "coordinates-zero", path: ["persons", 0, "residence"], received: undefined },
  ]);
});
