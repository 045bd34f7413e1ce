import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/** Schools that are full or over their establishment, under policies that say what then holds. */
export const FULL_SCHOOLS: readonly SmallCase[] = [
  ...(
    [
      ["hanling-town", { schoolYears: 6, middleLeast: 0, centerLeast: 0 }],
      ["county-jiaoliu", { schoolYears: 6, yearlyMoves: 2 }],
      ["banan-chongqing", { yearlyMoves: 2, postFillMost: 1, supportMost: 1 }],
    ] as const
  ).map(([policy, settings]): SmallCase => ({
    policy,
    name: "a school that is full",
    settings,
    instance: smallCounty({ schools: { C: { establishment: 4 } } }),
    says: {},
  })),
  ...(
    [
      ["hanling-town", { schoolYears: 6, middleLeast: 0, centerLeast: 0 }],
      ["county-jiaoliu", { schoolYears: 6, yearlyMoves: 0 }],
    ] as const
  ).map(([policy, settings]): SmallCase => ({
    policy,
    name: "a school over its establishment beside a short one",
    settings,
    // Everybody of B came three years ago and is over the age of supporters: nothing but the surplus moves them.
    instance: smallCounty({
      schools: { B: { establishment: 3, posts: { 语文: 1, 数学: 2 } } },
      people: Object.fromEntries(
        ["b1", "b2", "b3", "b4", "b5"].map((id, k) => [
          id,
          {
            tenureStart: "2021-09-01",
            birthDate: "1976-05-05",
            ...(k === 0 ? { livesAt: 12 } : {}),
            ...(k > 2 ? { subject: "数学" } : {}),
          },
        ]),
      ),
    }),
    says: {
      "HL-07: the surplus flows inside the township":
        "b1 leaves B for C-语文 as transfer with the relation until 2027-08-31: due (HL-07)",
    },
  })),
];
