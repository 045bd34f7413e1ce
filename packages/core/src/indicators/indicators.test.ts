import { expect, test } from "vitest";
import { factsOf } from "../../test/hand-plan.ts";
import { MOVES, instance, policy } from "../../test/verify-county.ts";
import { countyOf, policyOf, post, school, teacher } from "../../test/small-county.ts";
import { balanceOf } from "./balance.ts";
import { indicatorsOf } from "./indicators.ts";

test("indicatorsOf counts moves by direction and headcounts before and after", () => {
  expect(indicatorsOf(factsOf({ instance, policy, moves: MOVES }))).toMatchObject({
    moves: 8,
    countedMoves: 7,
    backboneMoves: 2,
    recruits: 1,
    returns: 2,
    settles: 0,
    "moves.urban-rural": 4,
    "moves.rural-urban": 3,
    "subjectShortfall.before": 13,
    "subjectShortfall.after": 12,
    "overEstablishment.after": 0,
    "underEstablishment.before": 19,
    "underEstablishment.after": 18,
  });
});

test("indicatorsOf without a move has no mean distance, and nothing differs", () => {
  const indicators = indicatorsOf(factsOf({ instance, policy, moves: [], returns: [] }));
  expect(indicators["meanMetres"]).toBeNull();
  const times = (time: string) =>
    Object.entries(indicators).flatMap(([key, value]) => (key.endsWith(time) ? [[key.replace(time, ""), value]] : []));
  expect(times(".before").length).toBeGreaterThan(0);
  expect(times(".after")).toEqual(times(".before"));
});

test("a school of several stages enters each by its own students", () => {
  const both = countyOf({
    schools: [
      school({ id: "N", type: "nineYear", students: 300, studentsByStage: { primary: 200, junior: 100 } }),
      school({ id: "U", type: "nineYear", students: 300 }),
    ],
    posts: [post("N", 5), post("N", 5, { id: "N-初中", stage: "junior" }), post("U", 5)],
    persons: [
      teacher({ id: "p", homeSchool: "N", professionalTitle: "senior" }),
      teacher({ id: "j", homeSchool: "N", professionalTitle: "chiefSenior", stageCertified: ["junior"] }),
      teacher({ id: "o", homeSchool: "N", professionalTitle: "primarySenior" }),
      teacher({ id: "out", homeSchool: "N", professionalTitle: "senior", establishment: "temporary" }),
      teacher({ id: "u", homeSchool: "U", professionalTitle: "senior" }),
    ],
  });
  const indicators = indicatorsOf(factsOf({ instance: both, policy: policyOf({}), moves: [] }));
  expect(indicators).toMatchObject({ "seniorPer100.primary.before": 0.5, "seniorPer100.junior.before": 1 });
  expect(Object.keys(indicators).some((key) => key.startsWith("backbone") && key.includes("Cv"))).toBe(false);
});

test.each([
  [[], { per100: null, cv: null, mad: null }],
  [[{ amount: 3, students: 0 }], { per100: null, cv: null, mad: null }],
  [[{ amount: 0, students: 50 }], { per100: 0, cv: null, mad: 0 }],
  [
    [
      { amount: 1, students: 100 },
      { amount: 3, students: 100 },
    ],
    { per100: 2, cv: 0.5, mad: 1 },
  ],
  [
    [
      { amount: 0, students: 300 },
      { amount: 4, students: 100 },
      { amount: 9, students: 0 },
    ],
    { per100: 1, cv: Math.sqrt(3), mad: 1.5 },
  ],
])("balanceOf %j", (schools, expected) => {
  const rounded = Object.entries(balanceOf(schools)).map(([key, value]) => [key, value && Number(value.toFixed(9))]);
  const asked = Object.entries(expected).map(([key, value]) => [key, value && Number(value.toFixed(9))]);
  expect(rounded).toEqual(asked);
});
