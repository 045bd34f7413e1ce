import { expect, test } from "vitest";
import { emptyRanges } from "./empty-ranges.ts";
import type { Measure } from "./plan.ts";

/** Both sides of 2 to 5 % of some people, of whom some move. */
function sides(people: number, value: number, [low, high]: readonly [number, number] = [2, 5]): readonly Measure[] {
  const common = { source: "HL-03", about: { kind: "county" as const }, unit: "people", value };
  const base = { eligible: people, exempt: 0, withoutPost: 0, counted: people };
  const least = Math.ceil((people * low) / 100);
  const most = Math.floor((people * high) / 100);
  return [
    {
      ...common,
      rule: "least",
      sense: "atLeast",
      target: least,
      met: value >= least,
      base: { ...base, share: `${low}%` },
    },
    {
      ...common,
      rule: "most",
      sense: "atMost",
      target: most,
      met: value <= most,
      base: { ...base, share: `${high}%` },
    },
  ];
}

const told = (measures: readonly Measure[]) => measures.map((measure) => emptyRanges(measures)(measure)?.zh);

test.each([
  [10, 0, "0"],
  [10, 1, "0"],
  [15, 0, "1"],
  [19, 1, "1"],
  [110, 3, undefined],
])("of %d people %d move: the range holds no whole number, and the nearest is told", (people, value, nearest) => {
  const found = told(sides(people, value));
  const sentence = `基数 ${people} 人，按人数无法取得 2%—5% 内的整数，最接近为 ${nearest} 人`;
  expect(found.filter((each) => each !== undefined)).toEqual(nearest === undefined ? [] : [sentence]);
});

test("two numbers equally near are told both", () => {
  expect(told(sides(10, 0, [4, 6]))).toEqual([
    "基数 10 人，按人数无法取得 4%—6% 内的整数，最接近为 0 人或 1 人",
    undefined,
  ]);
  const english = sides(10, 0, [4, 6]).map((measure, _, all) => emptyRanges(all)(measure)?.en);
  expect(english[0]).toBe("no whole number of 10 people lies within 4% to 6%; the nearest is 0 or 1");
});

test("nothing is told of a plan further from the range, of a range with a whole number, or of two that are none", () => {
  expect(told(sides(10, 3))).toEqual([undefined, undefined]);
  expect(told(sides(40, 0))).toEqual([undefined, undefined]);
  const [least, most] = sides(10, 0);
  if (least === undefined || most === undefined) throw new Error("no sides");
  expect(told([least, { ...most, about: { kind: "stage", stage: "junior" } }])).toEqual([undefined, undefined]);
  expect(told([least, { ...most, source: "HL-04" }])).toEqual([undefined, undefined]);
  expect(told([least])).toEqual([undefined]);
});
