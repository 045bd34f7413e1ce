import { describe, expect, test } from "vitest";
import { teacher } from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import { personSchema } from "../instance/person.ts";
import {
  activeStatusCodes,
  currentExchange,
  illnessCertificateGrade,
  inFirstYearAsMidLevel,
  lastDayAway,
  lastRanksInARow,
  planDates,
  pointsBelowMean,
  yearsAsLeader,
  yearsAtSchool,
  yearsInOffice,
  yearsToEarliestRetirement,
  yearsToRetirement,
} from "./facts.ts";

const CUTOFF = "2024-08-31";

const person = (given: Partial<PersonInput>) => personSchema.parse(teacher({ id: "p", homeSchool: "A", ...given }));

const exchange = (start: string, end: string, to = "B") => ({ from: "A", to, form: "support" as const, start, end });

test("planDates puts the days of the calendar into the plan year", () => {
  expect(planDates(2024, { cutoff: "08-31", start: "09-01" })).toEqual({ cutoff: CUTOFF, start: "2024-09-01" });
});

describe("yearsAtSchool", () => {
  test.each([
    ["2018-09-01", 6],
    ["2018-09-02", 5],
    ["2024-08-31", 0],
    ["2025-01-01", 0],
  ])("from %s to the cut-off are %d full years", (tenureStart, years) => {
    expect(yearsAtSchool(person({ tenureStart }), CUTOFF, { exchangeBreaksTenure: false })).toBe(years);
  });

  test("the last ended exchange starts the count anew where the policy says so", () => {
    const both = [exchange("2015-09-01", "2016-08-31"), exchange("2018-09-01", "2020-08-31")];
    const away = person({ tenureStart: "2010-09-01", exchanges: both });
    expect(yearsAtSchool(away, CUTOFF, { exchangeBreaksTenure: true })).toBe(4);
    expect(yearsAtSchool(away, CUTOFF, { exchangeBreaksTenure: false })).toBe(14);
  });

  test("an exchange that runs at the cut-off breaks nothing yet", () => {
    const away = person({ tenureStart: "2010-09-01", exchanges: [exchange("2023-09-01", "2025-08-31")] });
    expect(yearsAtSchool(away, CUTOFF, { exchangeBreaksTenure: true })).toBe(14);
  });

  test("an unknown start gives no number", () => {
    expect(
      yearsAtSchool({ ...person({}), tenureStart: undefined }, CUTOFF, { exchangeBreaksTenure: false }),
    ).toBeUndefined();
  });
});

describe("years in office", () => {
  const offices = [
    { office: "vicePrincipal" as const, start: "2012-09-01", end: "2020-08-31" },
    { office: "principal" as const, start: "2020-09-01" },
  ];

  test("an office that has ended counts no years, one that runs counts its own", () => {
    expect(yearsInOffice(person({ offices }), "vicePrincipal", CUTOFF)).toBe(0);
    expect(yearsInOffice(person({ offices }), "principal", CUTOFF)).toBe(4);
  });

  test.each([
    ["without a break", "2020-08-31", 12],
    ["with a month between", "2020-08-01", 12],
    ["with a month and a day between", "2020-07-31", 4],
    ["with a summer between", "2020-06-30", 4],
  ])("leadership %s counts %s", (_what, end, years) => {
    const [vice, principal] = offices;
    expect(yearsAsLeader(person({ offices: [{ ...vice!, end }, principal!] }), CUTOFF)).toBe(years);
  });

  test("a leader who no longer leads counts no years", () => {
    expect(
      yearsAsLeader(person({ offices: [{ office: "principal", start: "2010-09-01", end: "2023-08-31" }] }), CUTOFF),
    ).toBe(0);
  });

  test("offices at other schools and in the future do not count", () => {
    const elsewhere = { office: "principal" as const, school: "B", start: "2010-09-01" };
    const later = { office: "principal" as const, start: "2024-09-01" };
    expect(yearsAsLeader(person({ offices: [elsewhere, later] }), CUTOFF)).toBe(0);
  });
});

describe("the last day of an exchange", () => {
  const record = { from: "A", to: "B", form: "rotation" as const, start: "2021-09-01", end: "2024-08-31" };
  const away = (goalMet?: boolean) =>
    person({ currentSchool: "B", exchanges: [{ ...record, ...(goalMet === undefined ? {} : { goalMet }) }] });
  const returns = (extendIfGoalMissed: boolean) => ({ extendIfGoalMissed, extensionMonths: 12 });

  test.each([
    ["the goal was missed and the policy extends", false, returns(true), "2025-08-31"],
    ["the goal was missed and the policy says no", false, returns(false), "2024-08-31"],
    ["the goal was missed and the policy is silent", false, undefined, "2024-08-31"],
    ["the goal was met", true, returns(true), "2024-08-31"],
    ["nothing is known of the goal", undefined, returns(true), "2024-08-31"],
  ])("where %s", (_what, goalMet, said, day) => {
    expect(lastDayAway(away(goalMet), said)).toBe(day);
  });

  test("there is none where nobody is away", () => {
    expect(lastDayAway(person({}), returns(true))).toBeUndefined();
  });
});

test("activeStatusCodes keeps what is approved and in force, and adds an unfinished service period", () => {
  const statuses = [
    { code: "pregnancy" as const, from: "2024-08-31", to: "2024-08-31" },
    { code: "punishment" as const, to: "2024-08-30" },
    { code: "seconded" as const, approved: false },
  ];
  expect([...activeStatusCodes(person({ statuses, serviceUntil: CUTOFF }), CUTOFF)]).toEqual([
    "pregnancy",
    "servicePeriod",
  ]);
});

test.each([
  [{ sex: "male" as const, birthDate: "1970-08-20" }, "2025-08-31", 6],
  [{ sex: "male" as const, birthDate: "1964-12-31" }, "2024-08-31", 0],
  [{ sex: "female" as const, retireCategory: "female50" as const, birthDate: "1975-01-01" }, "2024-08-31", 0],
  [{ sex: "female" as const, birthDate: "1975-01-01" }, "2024-08-31", undefined],
])("yearsToRetirement of %j on %s is %s", (given, date, years) => {
  expect(yearsToRetirement(person(given), date)).toBe(years);
});

describe("currentExchange", () => {
  test("is the latest to the school worked at", () => {
    const records = [
      exchange("2018-09-01", "2019-08-31"),
      exchange("2022-09-01", "2025-08-31"),
      exchange("2020-09-01", "2021-08-31", "C"),
    ];
    expect(currentExchange(person({ currentSchool: "B", exchanges: records }))?.end).toBe("2025-08-31");
  });

  test("is nothing for people at home", () => {
    expect(currentExchange(person({ exchanges: [exchange("2022-09-01", "2025-08-31")] }))).toBeUndefined();
    expect(currentExchange(person({ currentSchool: "A" }))).toBeUndefined();
  });
});

test.each([
  [[], 0],
  [
    [
      ["2023", 9, 9],
      ["2024", 8, 8],
    ],
    2,
  ],
  [
    [
      ["2024", 8, 8],
      ["2023", 9, 9],
      ["2022", 1, 9],
    ],
    2,
  ],
  [
    [
      ["2023", 9, 9],
      ["2024", 7, 8],
    ],
    0,
  ],
] as const)("lastRanksInARow of %j is %d", (ranks, count) => {
  const examRanks = ranks.map(([survey, rank, of]) => ({ survey, rank, of }));
  expect(lastRanksInARow(person({ examRanks }), "survey")).toBe(count);
});

test("surveys and exams are series of their own, by word or by name", () => {
  const rank = (survey: string, place: number, kind?: "survey" | "exam") => ({ survey, rank: place, of: 9, kind });
  const mixed = person({ examRanks: [rank("区调研2024", 9), rank("学区统考2024", 9)] });
  expect([lastRanksInARow(mixed, "survey"), lastRanksInARow(mixed, "exam")]).toEqual([1, 1]);
  const twice = person({ examRanks: [rank("区调研2023", 9), rank("区调研2024", 9), rank("学区统考2024", 5)] });
  expect([lastRanksInARow(twice, "survey"), lastRanksInARow(twice, "exam")]).toEqual([2, 0]);
  const stated = person({ examRanks: [rank("2023", 9, "exam"), rank("期末统考2024", 9, "survey")] });
  expect([lastRanksInARow(stated, "survey"), lastRanksInARow(stated, "exam")]).toEqual([1, 1]);
});

test("the certificate of an illness has the grade of the hospital, while the illness lasts", () => {
  const ill = (certificateGrade?: number, to?: string) =>
    person({ statuses: [{ code: "seriousIllness", certificateGrade, to }] });
  const grade = (who: ReturnType<typeof ill>) => illnessCertificateGrade(who, "2024-08-31");
  expect([grade(ill(3)), grade(ill(1)), grade(ill()), grade(ill(3, "2024-08-30")), grade(person({}))]).toEqual([
    3,
    1,
    undefined,
    undefined,
    undefined,
  ]);
});

test("the first year in middle management ends with a full year", () => {
  const since = (start: string) => person({ offices: [{ office: "midLevel", start }] });
  const first = (who: ReturnType<typeof since>) => inFirstYearAsMidLevel(who, "2024-08-31");
  expect([first(since("2023-09-02")), first(since("2023-09-01")), first(person({}))]).toEqual([true, false, false]);
  expect(first(person({ statuses: [{ code: "firstYearMidLevel" }] }))).toBe(true);
});

test("without a category the earliest retirement counts from 50", () => {
  const woman = (birthDate: string) => person({ sex: "female", birthDate });
  expect(yearsToEarliestRetirement(woman("1971-01-01"), "2024-08-31")).toBe(0);
  expect(yearsToEarliestRetirement(woman("1990-01-01"), "2024-08-31")).toBeGreaterThan(10);
});

test("pointsBelowMean reads the latest survey", () => {
  const survey = (name: string, gapToMean?: number) => ({ survey: name, rank: 1, of: 2, gapToMean });
  expect(pointsBelowMean(person({ examRanks: [survey("2023", -20), survey("2024", -12.5)] }))).toBe(12.5);
  expect(pointsBelowMean(person({ examRanks: [survey("2024", 3)] }))).toBe(-3);
  expect(pointsBelowMean(person({ examRanks: [survey("2023", -20), survey("2024")] }))).toBeUndefined();
  expect(pointsBelowMean(person({}))).toBeUndefined();
});
