import { describe, expect, test } from "vitest";
import { county, person, post, school } from "../../test/instance/small-county.ts";
import type { InstanceInput } from "./instance.ts";
import { loadInstance } from "./load.ts";

/** Issues of a county as `severity code path`. */
function said(input: InstanceInput): readonly string[] {
  const loaded = loadInstance(input);
  const issues = loaded.ok ? loaded.warnings : loaded.issues;
  expect(issues.filter(({ advice }) => advice === undefined)).toEqual([]);
  return issues.map(({ severity, code, path }) => `${severity} ${code} ${(path ?? []).join(".")}`);
}

type Case = readonly [name: string, input: InstanceInput, ...said: string[]];
type Attributes = Parameters<typeof person>[1];
const one = (more: Attributes, rest: Partial<InstanceInput> = {}) => county({ persons: [person("T", more)], ...rest });
const status = (from: string | undefined, to: string | undefined, code = "lactation") =>
  one({ statuses: [{ code: code as "lactation", from, to }] });
const exchange = (start: string, end: string, more: object = {}) => ({
  from: "S1",
  to: "S2",
  form: "support" as const,
  start,
  end,
  ...more,
});
const TWO = { schools: [school("S1"), school("S2")] };

/** The plan year is 2024 and the person was born on 5 May 1985. */
const DATES: readonly Case[] = [
  ["a hire at 20", one({ hiredOn: "2005-09-01", tenureStart: "2005-09-01" })],
  ["a hire before birth", one({ hiredOn: "1965-09-01" }), "error dates-out-of-order persons.0.hiredOn"],
  ["a hire at 10", one({ hiredOn: "1995-09-01" }), "warning implausible-date persons.0.hiredOn"],
  ["a hire in 2105", one({ hiredOn: "2105-09-01" }), "error implausible-date persons.0.hiredOn"],
  ["a hire in the year of the plan", one({ hiredOn: "2024-09-01" })],
  ["a start in the year 202", one({ tenureStart: "0202-09-01" }), "error dates-out-of-order persons.0.tenureStart"],
  ["a start in 2452", one({ tenureStart: "2452-01-01" }), "error implausible-date persons.0.tenureStart"],
  ["a start next year", one({ tenureStart: "2025-01-01" }), "error implausible-date persons.0.tenureStart"],
  [
    "a start before the hire",
    one({ hiredOn: "2010-09-01", tenureStart: "2005-09-01" }),
    "warning dates-out-of-order persons.0.tenureStart",
  ],
  ["a start in the month before the hire", one({ hiredOn: "2010-09-01", tenureStart: "2010-08-15" })],
  ["an end of service in 1905", one({ serviceUntil: "1905-06-01" }), "error dates-out-of-order persons.0.serviceUntil"],
  ["an end of service in 2105", one({ serviceUntil: "2105-06-01" }), "warning implausible-date persons.0.serviceUntil"],
  ["an end of service in 2027", one({ serviceUntil: "2027-08-31" })],
  [
    "an end of probation before birth",
    one({ probationUntil: "1980-01-01" }),
    "error dates-out-of-order persons.0.probationUntil",
  ],
  [
    "a class cycle to 2072",
    one({ classCycleUntil: "2072-07-01" }),
    "warning implausible-date persons.0.classCycleUntil",
  ],
  [
    "an office in 2042",
    one({ offices: [{ office: "midLevel", start: "2042-09-01" }] }),
    "error implausible-date persons.0.offices.0.start",
  ],
  [
    "an office that ends before it starts",
    one({ offices: [{ office: "midLevel", start: "2020-09-01", end: "2019-08-31" }] }),
    "error dates-out-of-order persons.0.offices.0.end",
  ],
  [
    "a status from after to",
    status("2042-05-01", "2025-05-01"),
    "warning implausible-date persons.0.statuses.0.from",
    "error dates-out-of-order persons.0.statuses.0.to",
  ],
  [
    "a status from a day after to",
    status("2024-05-02", "2024-05-01"),
    "error dates-out-of-order persons.0.statuses.0.to",
  ],
  ["a status of one day", status("2024-05-01", "2024-05-01")],
  [
    "a status to the year 202",
    status("2024-05-01", "0202-05-01", "pregnancy"),
    "error dates-out-of-order persons.0.statuses.0.to",
  ],
  ["a short status to 2042", status("2024-05-01", "2042-05-01"), "warning implausible-date persons.0.statuses.0.to"],
  ["a short status to 2027", status("2024-05-01", "2027-05-01")],
  ["a punishment to 2034", status("2024-05-01", "2034-05-01", "punishment")],
  ["a disability for life", status("2024-05-01", "2060-05-01", "disabilityCertified")],
  ["a status without dates", status(undefined, undefined)],
  [
    "a status from before birth",
    status("1980-01-01", "2024-12-31"),
    "warning dates-out-of-order persons.0.statuses.0.from",
  ],
  ["a recruit of 1924", one({ recruitYear: 1924 }), "warning implausible-date persons.0.recruitYear"],
  [
    "an evaluation of 2042",
    one({ evaluations: [{ year: 2042 }] }),
    "warning implausible-date persons.0.evaluations.0.year",
  ],
];

const EXCHANGES: readonly Case[] = [
  [
    "a running exchange with its host",
    one({ currentSchool: "S2", exchanges: [exchange("2023-09-01", "2026-08-31")] }, TWO),
  ],
  [
    "a running exchange without a host",
    one({ exchanges: [exchange("2023-09-01", "2026-08-31")] }, TWO),
    "warning away-by-record persons.0.exchanges.0",
  ],
  [
    "an exchange that begins with the plan",
    one({ exchanges: [exchange("2024-09-01", "2027-08-31")] }, TWO),
    "warning away-by-record persons.0.exchanges.0",
  ],
  [
    "an exchange agreed for spring",
    one({ exchanges: [exchange("2025-02-01", "2026-01-31")] }, TWO),
    "warning away-by-record persons.0.exchanges.0",
  ],
  ["an exchange that ends with the plan", one({ exchanges: [exchange("2021-09-01", "2024-08-31")] }, TWO)],
  [
    "an exchange in a light form",
    one({ exchanges: [exchange("2023-09-01", "2026-08-31", { form: "partTime" })] }, TWO),
  ],
  ["a transfer", one({ exchanges: [exchange("2023-09-01", "2026-08-31", { form: "transfer" })] }, TWO)],
  [
    "a host outside the county",
    one({ exchanges: [exchange("2023-09-01", "2026-08-31", { to: "X" })] }, TWO),
    "warning away-outside-county persons.0.exchanges.0",
  ],
  [
    "a host outside the county as current school",
    one({ currentSchool: "X", exchanges: [exchange("2023-09-01", "2026-08-31", { to: "X" })] }, TWO),
    "warning away-outside-county persons.0.exchanges.0",
  ],
  [
    "another host than the record",
    one(
      { currentSchool: "S2", exchanges: [exchange("2023-09-01", "2026-08-31", { to: "S3" })] },
      { schools: [...TWO.schools, school("S3")] },
    ),
    "error exchange-elsewhere persons.0.currentSchool",
  ],
  [
    "at home in spite of the record",
    one({ currentSchool: "S1", exchanges: [exchange("2023-09-01", "2026-08-31")] }, TWO),
    "error exchange-elsewhere persons.0.currentSchool",
  ],
  ["away without a record", one({ currentSchool: "S2" }, TWO), "warning away-without-record persons.0.currentSchool"],
  [
    "away long after the end",
    one({ currentSchool: "S2", exchanges: [exchange("2018-09-01", "2021-08-31")] }, TWO),
    "warning exchange-long-ended persons.0.currentSchool",
  ],
  ["away at the end", one({ currentSchool: "S2", exchanges: [exchange("2021-09-01", "2024-08-31")] }, TWO)],
  [
    "from a school to itself",
    one({ exchanges: [exchange("2015-09-01", "2016-08-31", { to: "S1" })] }, TWO),
    "error exchange-nowhere persons.0.exchanges.0.to",
  ],
  [
    "two that run at once",
    one(
      {
        currentSchool: "S2",
        exchanges: [exchange("2023-09-01", "2026-08-31"), exchange("2024-02-01", "2025-08-31", { to: "S3" })],
      },
      TWO,
    ),
    "error exchanges-overlap persons.0.exchanges.1",
  ],
  [
    "the same one twice",
    one(
      { currentSchool: "S2", exchanges: [exchange("2023-09-01", "2026-08-31"), exchange("2023-09-01", "2026-08-31")] },
      TWO,
    ),
    "error record-twice persons.0.exchanges.1",
  ],
  [
    "two that overlapped long ago",
    one({ exchanges: [exchange("2010-09-01", "2013-08-31"), exchange("2012-09-01", "2014-08-31")] }, TWO),
    "warning exchanges-overlap persons.0.exchanges.1",
  ],
  [
    "one after the other",
    one({ exchanges: [exchange("2010-09-01", "2013-08-31"), exchange("2013-08-31", "2014-08-31")] }, TWO),
  ],
];

const named = (id: string, more: Attributes = {}) => person(id, { name: "张三", ...more });
const ALIKE: readonly Case[] = [
  ["two people of one name", county({ persons: [named("A"), named("B", { birthDate: "1990-01-01" })] })],
  [
    "one person twice",
    county({ persons: [named("A"), named("B", { name: "张 三" })] }),
    "error same-person-twice persons.1.id",
  ],
  [
    "one person at two schools",
    county({ ...TWO, persons: [named("A"), named("B", { homeSchool: "S2" })] }),
    "warning same-person-twice persons.1.id",
  ],
  [
    "two schools of one name",
    county({ schools: [school("A", { name: "一小" }), school("B", { name: "一 小" })] }),
    "warning similar-name schools.1.name",
  ],
  [
    "two schools of one name in two townships",
    county({ schools: [school("A", { name: "小", township: "X" }), school("B", { name: "小", township: "Y" })] }),
  ],
  ["a post twice", county({ posts: [post("A"), post("B")] }), "warning post-twice posts.1"],
  ["posts of two subjects", county({ posts: [post("A"), post("B", { subject: "数学" })] })],
  [
    "an evaluation twice",
    one({
      evaluations: [
        { year: 2023, score: 80 },
        { year: 2023, score: 90 },
      ],
    }),
    "warning record-twice persons.0.evaluations.1",
  ],
  [
    "a survey twice",
    one({ examRanks: [1, 2].map((rank) => ({ survey: "春", rank, of: 9 })) }),
    "warning record-twice persons.0.examRanks.1",
  ],
  [
    "a status twice",
    one({ statuses: [{ code: "pregnancy" }, { code: "pregnancy" }] }),
    "warning record-twice persons.0.statuses.1",
  ],
  [
    "a subject twice",
    one({ subjects: [{ subject: "语文", main: true }, { subject: "语文" }] }),
    "warning record-twice persons.0.subjects.1",
  ],
  [
    "a row of roads twice",
    one({}, { travel: { matrix: { persons: ["T", "T"], schools: ["S1"], metres: [[1], [2]] } } }),
    "error duplicate-id travel.matrix.persons.1",
  ],
  [
    "a column of roads twice",
    one({}, { travel: { matrix: { persons: ["T"], schools: ["S1", "S1"], metres: [[1, 2]] } } }),
    "error duplicate-id travel.matrix.schools.1",
  ],
];

const AMOUNTS: readonly Case[] = [
  [
    "a telephone number as capacity",
    county({ posts: [post("A", { capacity: 13_812_345_678 })] }),
    "error implausible-number posts.0.capacity",
  ],
  [
    "2^32 heads",
    county({ posts: [post("A", { capacity: 4_294_967_296 })] }),
    "error implausible-number posts.0.capacity",
  ],
  ["10,000 heads", county({ posts: [post("A", { capacity: 10_000 })] })],
  [
    "a million pupils and one",
    county({ schools: [school("A", { students: 1_000_001 })] }),
    "error implausible-number schools.0.students",
  ],
  [
    "an establishment of 10^9",
    county({ schools: [school("A", { establishment: 1e9 })] }),
    "error implausible-number schools.0.establishment",
  ],
  [
    "a limit of 10^9",
    county({ schools: [school("A", { quota: { maxIn: 1e9 } })] }),
    "error implausible-number schools.0.quota.maxIn",
  ],
  [
    "a load of 101",
    county({ posts: [post("A", { capacity: undefined, periodsPerWeek: 10, fullLoad: 101 })] }),
    "error implausible-number posts.0.fullLoad",
  ],
  [
    "periods that contradict",
    county({ posts: [post("A", { capacity: 3, periodsPerWeek: 28, fullLoad: 14 })] }),
    "warning post-contradicts posts.0.capacity",
  ],
  ["periods that agree", county({ posts: [post("A", { capacity: 2, periodsPerWeek: 28, fullLoad: 14 })] })],
];

const grouped = (...names: string[]) =>
  county({ schools: names.map((name, k) => school(`S${k}`, { alliances: [name] })) });
const taught = (subject: string, ...asked: string[]) =>
  one({ subjects: [{ subject }] }, { posts: asked.map((name, k) => post(`P${k}`, { subject: name })) });
const NAMES: readonly Case[] = [
  ["a zone of one", county({ schools: [school("A", { zones: ["甲"] })] })],
  [
    "a zone spelled apart",
    county({ schools: ["甲区", "甲区", "甲区(新)"].map((zone, k) => school(`S${k}`, { zones: [zone] })) }),
    "warning group-of-one schools.2.zones",
  ],
  ["a group of two", grouped("甲", "甲")],
  ["a group of one", grouped("甲", "甲", "乙"), "warning group-of-one schools.2.alliances"],
  [
    "a group spelled with a space",
    grouped("甲", "甲", "甲 "),
    "warning group-of-one schools.2.alliances",
    "warning similar-id schools.2.alliances",
  ],
  [
    "townships spelled apart",
    county({ schools: ["河口镇", "河口 镇"].map((township, k) => school(`S${k}`, { township })) }),
    "warning similar-id schools.1.township",
  ],
  [
    "a region that is none",
    one({ application: { consentRegions: ["天边"] } }),
    "warning unknown-region persons.0.application.consentRegions.0",
  ],
  ["a subject that is asked for", taught("语文", "语文")],
  ["a subject that is not", taught("语文", "语文", "美术"), "warning subject-not-held posts.1.subject"],
  [
    "a subject with its stage",
    taught("小学语文", "语文"),
    "warning subject-not-asked persons.0.subjects.0.subject",
    "warning subject-not-held posts.0.subject",
  ],
  ["a county without posts", one({ subjects: [{ subject: "小学语文" }] })],
];

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const points = (...list: (readonly [number, number])[]) =>
  county({
    schools: list.map(([latitude, longitude], k) => school(`S${k}`, { coordinates: at(latitude, longitude) })),
  });
/** One person about 18 km from the school, and the road in metres. */
const road = (...metres: number[]) =>
  county({
    schools: [school("S1", { coordinates: at(38.4, 109.8) })],
    persons: metres.map((_, k) => person(`T${k}`, { residence: at(38.281, 109.74) })),
    travel: {
      matrix: { persons: metres.map((_, k) => `T${k}`), schools: ["S1"], metres: metres.map((value) => [value]) },
    },
  });
const PLACES: readonly Case[] = [
  ["a county in the west", points([41.17, 80.26], [41.19, 80.28])],
  ["a county in the west, swapped", points([80.26, 41.17]), "error coordinates-swapped schools.0.coordinates"],
  [
    "a home in the west, swapped",
    one({ residence: at(80.26, 41.17) }),
    "error coordinates-swapped persons.0.residence",
  ],
  ["a county in another country", points([4.6, 101.1], [4.7, 101.2])],
  [
    "three schools on a point",
    points([38, 109], [38, 109], [38, 109], [38.1, 109]),
    "warning schools-on-one-point schools.0.coordinates",
  ],
  ["two schools on a point", points([38, 109], [38, 109])],
  [
    "all homes on a point",
    county({ persons: Array.from({ length: 20 }, (_, k) => person(`T${k}`, { residence: at(38, 109) })) }),
    "warning homes-on-one-point persons",
  ],
  ["roads in metres", road(18_000, 21_000)],
  ["roads in kilometres", road(18, 18), "error roads-in-kilometres travel.matrix.metres.0.0"],
  ["one road too short", road(18_000, 21_000, 5000), "warning road-too-short travel.matrix.metres.2.0"],
  ["a road a little short", road(14_000)],
  [
    "a table of very short roads",
    county({
      schools: Array.from({ length: 8 }, (_, k) => school(`S${k}`)),
      persons: [person("T", { homeSchool: "S0" })],
      travel: {
        matrix: {
          persons: ["T"],
          schools: Array.from({ length: 8 }, (_, k) => `S${k}`),
          metres: [[1, 2, 3, 4, 5, 6, 7, 30]],
        },
      },
    }),
    "warning roads-very-short travel.matrix.metres.0.0",
  ],
];

describe.each([
  ["dates", DATES],
  ["exchanges", EXCHANGES],
  ["what is there twice", ALIKE],
  ["amounts", AMOUNTS],
  ["names", NAMES],
  ["places", PLACES],
] as const)("plausible %s", (_title, cases) => {
  test.each(cases.map(([name, input, ...expected]: Case) => ({ name, input, expected })))(
    "$name",
    ({ input, expected }) => {
      expect(said(input)).toEqual(expected);
    },
  );
});

test("whose exchange runs works at the host, and whose host is outside fills no post", () => {
  const personOf = (input: InstanceInput) => {
    const loaded = loadInstance(input);
    return loaded.ok ? loaded.value.persons[0] : undefined;
  };
  const records = [exchange("2023-09-01", "2026-08-31")];
  expect(personOf(one({ exchanges: records }, TWO))).toMatchObject({
    homeSchool: "S1",
    currentSchool: "S2",
    inPost: true,
  });
  const outside = personOf(one({ currentSchool: "X", exchanges: [{ ...records[0], to: "X" } as never] }, TWO));
  expect([outside?.homeSchool, outside?.currentSchool, outside?.inPost]).toEqual(["S1", undefined, false]);
});

test("issues about dates and states repeat neither", () => {
  for (const [, input] of DATES) {
    const loaded = loadInstance(input);
    for (const { message, received } of loaded.ok ? loaded.warnings : loaded.issues) {
      expect([message.zh, message.en, received ?? ""].join(" ")).not.toMatch(
        /\d{4}-\d\d|哺乳|孕|lactation|pregnan|punish/,
      );
    }
  }
});

test("only what has to be corrected is asked to be corrected and read again", () => {
  const advised = (input: InstanceInput) => {
    const loaded = loadInstance(input);
    return (loaded.ok ? loaded.warnings : loaded.issues).map(({ advice }) => advice?.zh);
  };
  expect(advised(one({ hiredOn: "2105-09-01" }))).toEqual(["请核对年份和月份，改正后再读入"]);
  const odd = [
    one({ hiredOn: "1995-09-01" }),
    one({ serviceUntil: "2105-06-01" }),
    one({ hiredOn: "2010-09-01", tenureStart: "2005-09-01" }),
  ];
  for (const input of odd) expect(advised(input)).toEqual(["请核对年份和月份：有误的请改正，无误的不用改"]);
});
