import { describe, expect, test } from "vitest";
import { teacher } from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import { personSchema } from "../instance/person.ts";
import {
  activeStatusCodes,
  currentExchange,
  exchangeMonths,
  exchangesServed,
  illnessCertificateGrade,
  inFirstYearAsMidLevel,
  lastRanksInARow,
  monthsAtSchool,
  pointsBelowMean,
  yearsAsLeader,
  yearsAtSchool,
  yearsInOffice,
  yearsInService,
} from "./facts.ts";

/** Facts about a person on the days between which they change, each worked out by hand. */

const CUTOFF = "2024-08-31";
const BREAKS = { exchangeBreaksTenure: true };

const person = (given: Partial<PersonInput>) => personSchema.parse(teacher({ id: "p", homeSchool: "A", ...given }));

const exchange = (start: string, end: string, rest: object = {}) => ({
  from: "A",
  to: "B",
  form: "support" as const,
  start,
  end,
  ...rest,
});

const term = (office: "principal" | "vicePrincipal" | "midLevel", start: string, rest: object = {}) => ({
  office,
  start,
  ...rest,
});

describe("months and years of service", () => {
  test.each([
    ["2024-03-01", 6],
    ["2024-03-02", 5],
    ["2018-09-01", 72],
  ])("at the school from %s are %d full months", (tenureStart, months) => {
    expect(monthsAtSchool(person({ tenureStart }), CUTOFF, BREAKS)).toBe(months);
  });

  test("without a day of beginning there are none", () => {
    const unknown = { ...person({}), tenureStart: undefined };
    expect(monthsAtSchool(unknown, CUTOFF, BREAKS)).toBeUndefined();
    expect(yearsAtSchool(unknown, CUTOFF, BREAKS)).toBeUndefined();
    expect(yearsInService({ ...person({}), hiredOn: undefined }, CUTOFF)).toBeUndefined();
  });

  test.each([
    ["2004-09-01", 20],
    ["2004-09-02", 19],
  ])("hired on %s are %d full years", (hiredOn, years) => {
    expect(yearsInService(person({ hiredOn }), CUTOFF)).toBe(years);
  });

  test("an exchange that ends on the cut-off breaks the count, one before the service at the school does not", () => {
    const since = (tenureStart: string, ...exchanges: ReturnType<typeof exchange>[]) =>
      yearsAtSchool(person({ tenureStart, exchanges }), CUTOFF, BREAKS);
    expect(since("2010-09-01", exchange("2023-09-01", CUTOFF))).toBe(0);
    expect(since("2020-09-01", exchange("2012-09-01", "2013-08-31"))).toBe(4);
    // The day after the exchange is the day of arrival: nothing starts anew.
    expect(since("2020-09-01", exchange("2019-09-01", "2020-08-31"))).toBe(4);
  });
});

describe("exchanges served", () => {
  const records = [
    exchange("2018-09-01", "2019-08-31"),
    exchange("2020-09-01", "2021-02-28", { pass: true }),
    exchange("2021-09-01", "2022-08-31", { pass: false }),
    exchange("2023-09-01", CUTOFF),
    exchange("2024-09-01", "2025-08-31"),
  ];

  test("are those that ended by the cut-off and were not failed", () => {
    const served = exchangesServed(person({ exchanges: records }), CUTOFF);
    expect(served.map(({ start }) => start)).toEqual(["2018-09-01", "2020-09-01", "2023-09-01"]);
    expect(exchangeMonths(person({ exchanges: records }), CUTOFF)).toBe(12 + 6 + 12);
    expect(exchangeMonths(person({}), CUTOFF)).toBe(0);
  });
});

describe("years in an office", () => {
  const years = (...offices: ReturnType<typeof term>[]) => yearsInOffice(person({ offices }), "principal", CUTOFF);

  test("count from the earliest record that runs, in any order", () => {
    const [early, late] = [term("principal", "2014-09-01"), term("principal", "2020-09-01")];
    expect([years(early, late), years(late, early)]).toEqual([10, 10]);
  });

  test.each([
    ["begins on the cut-off", { start: CUTOFF }, 0],
    ["ends on the cut-off", { start: "2020-09-01", end: CUTOFF }, 4],
    ["ended the day before", { start: "2020-09-01", end: "2024-08-30" }, 0],
    ["begins after it", { start: "2024-09-01" }, 0],
    ["is that of another school", { start: "2020-09-01", school: "B" }, 0],
    ["is that of the own school", { start: "2020-09-01", school: "A" }, 4],
  ])("one that %s counts %#", (_what, { start, ...rest }, count) => {
    expect(years(term("principal", start, rest))).toBe(count);
  });
});

describe("years as a leader", () => {
  const years = (...offices: ReturnType<typeof term>[]) => yearsAsLeader(person({ offices }), CUTOFF);

  test("an office whose end lies ahead counts to the cut-off, one that begins on it counts nothing yet", () => {
    expect(years(term("principal", "2016-09-01", { end: "2026-08-31" }))).toBe(8);
    expect(years(term("principal", CUTOFF))).toBe(0);
    expect(years(term("principal", "2016-09-01", { school: "A" }))).toBe(8);
  });

  test("offices that overlap count once, from the first, in any order", () => {
    const inner = term("vicePrincipal", "2018-09-01", { end: "2020-08-31" });
    const outer = term("principal", "2014-09-01");
    expect([years(inner, outer), years(outer, inner)]).toEqual([10, 10]);
    const chain = [
      term("vicePrincipal", "2012-09-01", { end: "2016-08-31" }),
      term("principal", "2016-09-01", { end: "2020-08-31" }),
      term("principal", "2020-09-01"),
    ];
    expect([years(...chain), years(...chain.toReversed())]).toEqual([12, 12]);
  });

  test("middle management is no leadership", () => {
    expect(years(term("midLevel", "2014-09-01"))).toBe(0);
  });
});

describe("the first year in middle management", () => {
  const first = (...offices: ReturnType<typeof term>[]) => inFirstYearAsMidLevel(person({ offices }), CUTOFF);

  test.each([
    ["began on the cut-off", [term("midLevel", CUTOFF)], true],
    ["begins after it", [term("midLevel", "2024-09-01")], false],
    ["ended on it", [term("midLevel", "2024-02-01", { end: CUTOFF })], true],
    ["ended the day before", [term("midLevel", "2024-02-01", { end: "2024-08-30" })], false],
    ["is at another school", [term("midLevel", "2024-02-01", { school: "B" })], false],
    ["is an office of another kind", [term("principal", "2024-02-01")], false],
    ["is not there", [], false],
  ])("of an office that %s", (_what, offices, is) => {
    expect(first(...offices)).toBe(is);
  });

  test("another status says nothing of it", () => {
    const seconded = person({ statuses: [{ code: "seconded" }] });
    expect(inFirstYearAsMidLevel(seconded, CUTOFF)).toBe(false);
  });
});

describe("statuses", () => {
  test.each([
    ["2024-08-30", []],
    [CUTOFF, ["servicePeriod"]],
    ["2024-09-01", ["servicePeriod"]],
  ])("a service period until %s", (serviceUntil, codes) => {
    expect([...activeStatusCodes(person({ serviceUntil }), CUTOFF)]).toEqual(codes);
  });

  test("without a status or a service period there is none", () => {
    expect(activeStatusCodes(person({}), CUTOFF).size).toBe(0);
    expect([...activeStatusCodes(person({ statuses: [{ code: "seconded" }] }), CUTOFF)]).toEqual(["seconded"]);
  });

  test("the highest grade of those that certified a serious illness counts, and of no other status", () => {
    const ill = (certificateGrade: number) => ({ code: "seriousIllness" as const, certificateGrade });
    const grade = (...statuses: PersonInput["statuses"] & object) =>
      illnessCertificateGrade(person({ statuses }), CUTOFF);
    expect([grade(ill(1), ill(3)), grade(ill(3), ill(1))]).toEqual([3, 3]);
    expect(grade({ code: "pregnancy", certificateGrade: 3 })).toBeUndefined();
    expect(grade(ill(2), { code: "pregnancy", certificateGrade: 3 })).toBe(2);
  });
});

describe("rankings", () => {
  const rank = (survey: string, place: number, gapToMean?: number) => ({ survey, rank: place, of: 9, gapToMean });

  test.each([
    [["2022", "2023", "2024"], 2],
    [["2024", "2023", "2022"], 2],
    [["2023", "2024", "2022"], 2],
  ])("are counted from the latest, written as %j", (years, count) => {
    // Last in 2023 and 2024, and not in 2022.
    const examRanks = years.map((year) => rank(year, year === "2022" ? 1 : 9));
    expect(lastRanksInARow(person({ examRanks }), "survey")).toBe(count);
  });

  test("of survey and exam the lower one below the mean counts", () => {
    const examRanks = [rank("2024", 1, -5), rank("统考2024", 1, -12.5)];
    expect(pointsBelowMean(person({ examRanks }))).toBe(12.5);
    expect(pointsBelowMean(person({ examRanks: examRanks.toReversed() }))).toBe(12.5);
    expect(pointsBelowMean(person({ examRanks: [rank("2024", 1, 0)] }))).toBe(0);
  });
});

describe("the exchange that somebody is on", () => {
  test("is that to the school worked at, whatever else ended later, and the latest of several", () => {
    const exchanges = [
      exchange("2022-09-01", "2025-08-31"),
      exchange("2018-09-01", "2019-08-31"),
      exchange("2024-09-01", "2027-08-31", { to: "C" }),
    ];
    const at = (currentSchool: string) => currentExchange(person({ currentSchool, exchanges }))?.end;
    expect([at("B"), at("C"), at("A"), at("D")]).toEqual(["2025-08-31", "2027-08-31", undefined, undefined]);
  });

  test("is none for who works where the relation is, though a record leads there", () => {
    const back = exchange("2022-09-01", "2025-08-31", { from: "B", to: "A" });
    expect(currentExchange(person({ currentSchool: "A", exchanges: [back] }))).toBeUndefined();
    expect(currentExchange(person({ exchanges: [back] }))).toBeUndefined();
  });
});
