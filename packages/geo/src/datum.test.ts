import { greatCircleMetres } from "@lungang/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DATUMS, convertDeclared, datumOf, fromWgs84, toWgs84 } from "./datum.ts";

const TIANANMEN = { latitude: 39.9087, longitude: 116.3975 };

describe("datumOf", () => {
  test.each([
    ["WGS-84", "WGS-84"],
    ["wgs84", "WGS-84"],
    ["ＷＧＳ－８４", "WGS-84"],
    ["CGCS2000", "WGS-84"],
    ["国家2000", "WGS-84"],
    ["GPS", "WGS-84"],
    ["天地图", "WGS-84"],
    ["高德", "GCJ-02"],
    ["腾讯地图", "GCJ-02"],
    ["火星坐标", "GCJ-02"],
    ["gcj-02", "GCJ-02"],
    ["GCJ 02", "GCJ-02"],
    ["百度", "BD-09"],
    ["BD09", "BD-09"],
  ])("knows %s", (name, datum) => expect(datumOf(name)).toBe(datum));

  test.each(["", "西安80", "北京54", "google"])("does not guess %j", (name) => expect(datumOf(name)).toBeUndefined());
});

describe("toWgs84", () => {
  test("undoes the known shifts of Beijing: 554 m and 1,378 m", () => {
    expect(greatCircleMetres(TIANANMEN, toWgs84(TIANANMEN, "GCJ-02"))).toBeCloseTo(554, -1);
    expect(Math.abs(greatCircleMetres(TIANANMEN, toWgs84(TIANANMEN, "BD-09")) - 1378)).toBeLessThan(25);
  });

  test("leaves WGS-84 and points outside China as they are", () => {
    expect(toWgs84(TIANANMEN, "WGS-84")).toEqual(TIANANMEN);
    const paris = { latitude: 48.8566, longitude: 2.3522 };
    expect(greatCircleMetres(paris, toWgs84(paris, "GCJ-02"))).toBeLessThan(0.01);
  });

  test("comes back within half a metre anywhere in the country", () => {
    const point = fc.record({
      latitude: fc.double({ min: 20, max: 48, noNaN: true }),
      longitude: fc.double({ min: 80, max: 125, noNaN: true }),
    });
    fc.assert(
      fc.property(point, fc.constantFrom(...DATUMS), (wgs, datum) => {
        expect(greatCircleMetres(wgs, toWgs84(fromWgs84(wgs, datum), datum))).toBeLessThan(0.5);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("does not change its argument", () => {
    const frozen = Object.freeze({ ...TIANANMEN });
    toWgs84(frozen, "BD-09");
    expect(frozen).toEqual(TIANANMEN);
  });
});

test("convertDeclared converts by declared name and says when the name is unknown", () => {
  expect(convertDeclared(TIANANMEN, "高德")).toEqual(toWgs84(TIANANMEN, "GCJ-02"));
  expect(convertDeclared(TIANANMEN, "某某坐标系")).toBeUndefined();
});
