import { greatCircleMetres } from "@lungang/core";
import { describe, expect, test } from "vitest";
import type { TravelProvider } from "./travel.ts";
import { haversineProvider, travelMatrix } from "./travel.ts";

const A = { latitude: 25.5, longitude: 103.8 };
const B = { latitude: 25.6, longitude: 103.9 };
const instance = {
  persons: [{ id: "T1", residence: A }, { id: "T2", residence: A }, { id: "T3" }, { id: "T4", residence: B }],
  schools: [{ id: "S1", coordinates: B }, { id: "S2", coordinates: A }, { id: "S3" }],
  travel: { roadFactor: 1.5 },
} as unknown as Parameters<typeof travelMatrix>[0];

describe("travelMatrix", () => {
  test("asks for the pairs given and nothing else, one origin a residence", async () => {
    const asked: [number, number][] = [];
    const provider: TravelProvider = (origins, destinations) => {
      asked.push([origins.length, destinations.length]);
      return haversineProvider(1)(origins, destinations);
    };
    const pairs = [
      { person: "T1", school: "S1" },
      { person: "T2", school: "S1" },
      { person: "T1", school: "S2" },
    ];
    const { matrix, issues } = await travelMatrix(instance, pairs, { provider });
    expect(asked).toEqual([
      [1, 1],
      [1, 1],
    ]);
    const metres = Math.round(greatCircleMetres(A, B));
    expect(matrix).toEqual({
      persons: ["T1", "T2"],
      schools: ["S1", "S2"],
      metres: [
        [metres, 0],
        [metres, null],
      ],
    });
    expect(issues).toEqual([]);
  });

  test("uses great-circle metres times the road factor of the county by default", async () => {
    const { matrix } = await travelMatrix(instance, [{ person: "T1", school: "S1" }]);
    expect(matrix.metres).toEqual([[Math.round(greatCircleMetres(A, B) * 1.5)]]);
  });

  test("leaves what is unknown null and says so", async () => {
    const pairs = [
      { person: "T3", school: "S1" },
      { person: "T1", school: "S3" },
    ];
    const { matrix, issues } = await travelMatrix(instance, pairs);
    expect(matrix.metres).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(issues.map((issue) => issue.code)).toEqual(["person-without-residence", "school-without-coordinates"]);
  });

  test("splits requests and takes a bad number for unknown", async () => {
    const sizes: number[] = [];
    const provider: TravelProvider = (origins) => {
      sizes.push(origins.length);
      return Promise.resolve(origins.map(() => [-1]));
    };
    const pairs = ["T1", "T4"].map((person) => ({ person, school: "S1" }));
    const { matrix } = await travelMatrix(instance, pairs, { provider, maxOrigins: 1 });
    expect(sizes).toEqual([1, 1]);
    expect(matrix.metres).toEqual([[null], [null]]);
  });

  test("refuses an answer of the wrong shape and stops when asked", async () => {
    const pairs = [{ person: "T1", school: "S1" }];
    await expect(travelMatrix(instance, pairs, { provider: () => Promise.resolve([]) })).rejects.toThrow("answered 0");
    await expect(travelMatrix(instance, pairs, { maxOrigins: 0 })).rejects.toThrow("positive integer");
    await expect(travelMatrix(instance, pairs, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  });
});
