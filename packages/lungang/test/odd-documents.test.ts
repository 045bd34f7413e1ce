import type { Checked, Issue } from "@lungang/core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Plan, PlanningCase, Settings } from "../src/index.ts";
import {
  findPolicy,
  hasError,
  openCase,
  openCounty,
  policyDocument,
  readLocks,
  readPlan,
  readRecords,
  readYears,
} from "../src/index.ts";

/**
 * Odd and hostile documents – counties, decisions, records, plans, settings – by kind, each with what is expected: read, or
 * refused by these issues, with the line, in both languages, and with what to do.
 */

type Json = Record<string, unknown>;

/** A county of two schools and four people of which nothing is to be said. */
function county() {
  const person = (id: string, homeSchool: string, subject: string, more: Json = {}): Json => ({
    id,
    name: `教师${id}`,
    sex: "female",
    birthDate: `198${id.slice(1)}-03-01`,
    personType: "teacher",
    homeSchool,
    tenureStart: "2012-09-01",
    subjects: [{ subject, main: true }],
    stageCertified: ["primary"],
    ...more,
  });
  return {
    format: "lungang-instance-1",
    planYear: 2024,
    county: { id: "530000", name: "某某县" },
    schools: [
      { id: "S1", name: "一小", type: "primary", township: "G1" } as Json,
      { id: "S2", name: "二小", type: "primary", township: "G1" } as Json,
    ],
    groups: [{ id: "G1", kind: "township", name: "城关镇" } as Json],
    posts: [
      { id: "P1", school: "S1", kind: "teaching", stage: "primary", subject: "语文", capacity: 3 } as Json,
      { id: "P2", school: "S2", kind: "teaching", stage: "primary", subject: "数学", capacity: 2 } as Json,
    ],
    persons: [
      person("T1", "S1", "语文"),
      person("T2", "S1", "语文"),
      person("T3", "S2", "数学"),
      person("T4", "S2", "数学"),
    ],
  };
}
type County = ReturnType<typeof county> & Json;

/** What was said: codes, errors with `!`. */
function codes(read: Checked<unknown>): readonly string[] {
  return said(read).map(({ code, severity }) => `${severity === "error" ? "!" : ""}${code}`);
}

function said(read: Checked<unknown>): readonly Issue[] {
  return read.ok ? read.warnings : read.issues;
}

/** Issues that do not say in both languages what is wrong and what to do, or leave words of a library in Chinese. */
function unhelpful(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ message, advice, expected, example }) => {
    const isTold = /\p{Script=Han}/u.test(message.zh) && message.en !== "" && !/\p{Script=Han}{6}/u.test(message.en);
    const isRaw = /[a-z]{4,} [a-z]{2,}/u.test(message.zh) || /Error|undefined|\[object/u.test(message.zh);
    const isHelpful = (advice ?? expected ?? example) !== undefined || message.zh.includes("应为");
    return !isTold || isRaw || !isHelpful;
  });
}

function expectTold(read: Checked<unknown>, expected: readonly string[]): void {
  expect(codes(read)).toEqual(expected);
  expect(unhelpful(said(read))).toEqual([]);
}

const prettily = (document: unknown) => JSON.stringify(document, null, 1);

test("the county that odd ones are made from is read without a remark", async () => {
  expectTold(await openCounty({ text: prettily(county()), file: "县.json" }), []);
});

describe("counties as JSON", () => {
  const at =
    (list: "schools" | "posts" | "persons" | "groups", index: number, more: Json) =>
    (data: County): void =>
      void Object.assign(data[list][index] ?? {}, more);
  const push =
    (list: "schools" | "posts" | "persons" | "groups", more: (data: County) => Json) =>
    (data: County): void =>
      void data[list].push(more(data));
  const copy = (list: "schools" | "posts" | "persons", more: Json) =>
    push(list, (data) => ({ ...data[list][0], ...more }));
  const exchange = (more: Json) => ({
    from: "S1",
    to: "S2",
    form: "support",
    start: "2023-09-01",
    end: "2026-08-31",
    ...more,
  });
  const status = (more: Json) => ({ statuses: [{ code: "pregnancy", ...more }] });

  const KINDS: readonly (readonly [string, (data: County) => void, readonly string[]])[] = [
    ["a capacity that is a telephone number", at("posts", 0, { capacity: 13_812_345_678 }), ["!implausible-number"]],
    ["a capacity of 2^32 + 1", at("posts", 0, { capacity: 2 ** 32 + 1 }), ["!implausible-number"]],
    ["a million heads", at("posts", 0, { capacity: 1_000_000 }), ["!implausible-number"]],
    ["half a head", at("posts", 0, { capacity: 1.5 }), ["!invalid-value"]],
    ["less than no head", at("posts", 0, { capacity: -1 }), ["!invalid-value"]],
    ["a number as text", at("posts", 0, { capacity: "3" }), ["!invalid-value"]],
    ["a capacity of null", at("posts", 0, { capacity: null }), ["!invalid-value"]],
    ["a post of no school", at("posts", 0, { school: "S9" }), ["!unknown-reference"]],
    [
      "a post without a subject",
      at("posts", 0, { subject: undefined }),
      ["subject-not-asked", "!teaching-post-incomplete"],
    ],
    ["a stage that is none", at("posts", 0, { stage: "university" }), ["!invalid-value"]],
    ["a stage in Chinese", at("posts", 0, { stage: "小学" }), ["!invalid-value"]],
    ["a stage that the school does not teach", at("posts", 0, { stage: "senior" }), ["!stage-not-taught"]],
    ["a post twice", copy("posts", {}), ["!duplicate-id"]],
    ["a post twice with another id", copy("posts", { id: "P9" }), ["post-twice"]],
    ["a school twice", copy("schools", {}), ["!duplicate-id"]],
    ["a school twice with another id", copy("schools", { id: "S9" }), ["similar-name"]],
    ["a person twice", copy("persons", {}), ["!duplicate-id"]],
    ["a person twice with another id", copy("persons", { id: "T9" }), ["!same-person-twice"]],
    ["an id that differs in case", copy("persons", { id: "t1", name: "某", birthDate: "1970-01-01" }), ["similar-id"]],
    ["an id of nothing", at("persons", 0, { id: "" }), ["!invalid-value"]],
    ["an id that is a number", at("persons", 0, { id: 1 }), ["!invalid-value"]],
    ["an id with a line break", at("persons", 0, { id: "T\n1" }), ["!invalid-value"]],
    ["an id of 65 characters", at("persons", 0, { id: "T".repeat(65) }), ["!invalid-value"]],
    ["a home that is none", at("persons", 0, { homeSchool: "S9" }), ["!unknown-reference"]],
    ["no home and no year of recruitment", at("persons", 0, { homeSchool: undefined }), ["!person-without-school"]],
    ["a township of residence that is none", at("persons", 0, { residenceTownship: "G9" }), ["!unknown-reference"]],
    ["a township that only its school names", at("schools", 0, { township: "G9" }), []],
    ["a date that does not exist", at("persons", 0, { tenureStart: "2023-02-29" }), ["!invalid-value"]],
    ["a date with a time", at("persons", 0, { tenureStart: "2012-09-01T00:00:00Z" }), ["!invalid-value"]],
    ["a date with slashes", at("persons", 0, { tenureStart: "2012/9/1" }), ["!invalid-value"]],
    ["a date as a number", at("persons", 0, { tenureStart: 41_153 }), ["!invalid-value"]],
    ["the year 202", at("persons", 0, { tenureStart: "0202-09-01" }), ["!dates-out-of-order"]],
    ["a start in 2042", at("persons", 0, { tenureStart: "2042-09-01" }), ["!implausible-date"]],
    ["a start before birth", at("persons", 0, { tenureStart: "1970-09-01" }), ["!dates-out-of-order"]],
    ["a child", at("persons", 0, { birthDate: "2015-03-01" }), ["!implausible-age", "!dates-out-of-order"]],
    ["a person of 120 years", at("persons", 0, { birthDate: "1904-03-01" }), ["!implausible-age"]],
    ["a sex that is none", at("persons", 0, { sex: "女" }), ["!invalid-value"]],
    ["a word beside the list", at("persons", 0, { personType: "techer" }), ["!invalid-value"]],
    ["a key that nobody knows", at("persons", 0, { tenurestart: "2012-09-01" }), ["!unknown-key"]],
    ["a key that every object has", at("persons", 0, { constructor: {} }), ["!unknown-key"]],
    [
      "a protection that ends before it begins",
      at("persons", 0, status({ from: "2024-09-01", to: "2023-09-01" })),
      ["!dates-out-of-order"],
    ],
    ["a protection to the year 202", at("persons", 0, status({ to: "0202-09-01" })), ["!dates-out-of-order"]],
    [
      "a protection without end",
      at("persons", 0, status({ from: "2024-01-01", to: "2042-09-01" })),
      ["implausible-date"],
    ],
    ["a state that nobody knows", at("persons", 0, { statuses: [{ code: "pregnant" }] }), ["!invalid-value"]],
    ["a running exchange", at("persons", 0, { exchanges: [exchange({})] }), ["away-by-record"]],
    [
      "a running exchange outside",
      at("persons", 0, { exchanges: [exchange({ to: "外县" })] }),
      ["away-outside-county"],
    ],
    [
      "two exchanges at once",
      at("persons", 0, { exchanges: [exchange({}), exchange({ start: "2024-02-01" })] }),
      ["!exchanges-overlap"],
    ],
    ["an exchange twice", at("persons", 0, { exchanges: [exchange({}), exchange({})] }), ["!record-twice"]],
    [
      "an exchange that ends before it begins",
      at("persons", 0, { exchanges: [exchange({ end: "2022-01-01" })] }),
      ["!dates-out-of-order"],
    ],
    ["an exchange to nowhere", at("persons", 0, { exchanges: [exchange({ to: "S1" })] }), ["!exchange-nowhere"]],
    ["somebody away without a record", at("persons", 0, { currentSchool: "S2" }), ["away-without-record"]],
    [
      "a subject twice",
      at("persons", 0, {
        subjects: [
          { subject: "语文", main: true },
          { subject: "语文", main: false },
        ],
      }),
      ["record-twice"],
    ],
    [
      "two main subjects",
      at("persons", 0, {
        subjects: [
          { subject: "语文", main: true },
          { subject: "数学", main: true },
        ],
      }),
      ["main-subject-twice"],
    ],
    [
      "a subject that no post asks for",
      at("persons", 3, { subjects: [{ subject: "美术", main: true }] }),
      ["subject-not-asked"],
    ],
    ["a latitude of 103", at("schools", 0, { coordinates: { latitude: 103, longitude: 25 } }), ["!invalid-value"]],
    ["half a point", at("schools", 0, { coordinates: { latitude: 25 } }), ["!missing-value"]],
    ["a plan year of two digits", (data) => void (data.planYear = 24), ["!invalid-value"]],
    ["another format", (data) => void (data.format = "lungang-instance-2"), ["!invalid-value"]],
    ["no schools", (data) => void Object.assign(data, { schools: [], posts: [], persons: [] }), ["no-schools"]],
    ["people who are no list", (data) => void Object.assign(data, { persons: {} }), ["!invalid-value"]],
    ["people of another kind", (data) => void Object.assign(data, { persons: ["T1"] }), ["!invalid-value"]],
    ["no people at all", (data) => void Object.assign(data, { persons: undefined }), ["!missing-value"]],
    [
      "a matrix with a row too few",
      (data) =>
        void Object.assign(data, { travel: { matrix: { persons: ["T1", "T2"], schools: ["S1"], metres: [[1]] } } }),
      ["!matrix-shape"],
    ],
    [
      "a matrix with a row twice",
      (data) =>
        void Object.assign(data, {
          travel: { matrix: { persons: ["T1", "T1"], schools: ["S1"], metres: [[1], [2]] } },
        }),
      ["!duplicate-id"],
    ],
    [
      "a road of less than nothing",
      (data) => void Object.assign(data, { travel: { matrix: { persons: ["T1"], schools: ["S1"], metres: [[-1]] } } }),
      ["!invalid-value"],
    ],
    [
      "a road to no school",
      (data) => void Object.assign(data, { travel: { matrix: { persons: ["T1"], schools: ["S9"], metres: [[1]] } } }),
      ["!unknown-reference"],
    ],
  ];

  test.each(KINDS)("%s", async (_name, change, expected) => {
    const data = county() as County;
    change(data);
    const read = await openCounty({ text: prettily(data), file: "县.json" });
    expectTold(read, expected);
    expect(said(read).filter(({ place }) => place?.file !== "县.json" || place.line === undefined)).toEqual([]);
  });
});

describe("decisions", () => {
  const lock = (more: Json) => ({ person: "T1", reason: "班子研究", ...more });
  const KINDS: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["somebody who goes", [lock({ school: "S2" })], []],
    ["somebody by name who goes to a school by name", [lock({ person: "教师T1", school: "二小" })], []],
    ["a name with a space", [lock({ person: "教师 T1", school: "二 小" })], []],
    ["somebody who stays", [lock({ stay: true })], []],
    ["nobody", [], []],
    ["somebody unknown", [lock({ person: "T9", stay: true })], ["!unknown-reference"]],
    ["an unknown school", [lock({ school: "S9" })], ["!unknown-reference"]],
    ["an unknown post", [lock({ post: "P9" })], ["!unknown-reference"]],
    ["a post of nothing", [lock({ post: "" })], ["!unknown-reference"]],
    ["a school of nothing", [lock({ school: "" })], ["!invalid-lock"]],
    ["no decision", [lock({})], ["!invalid-lock"]],
    ["two decisions in one", [lock({ stay: true, school: "S2" })], ["!invalid-lock"]],
    ["no reason", [{ person: "T1", stay: true }], ["!invalid-lock"]],
    ["a reason of nothing", [lock({ stay: true, reason: "" })], ["!invalid-lock"]],
    ["nobody named", [{ stay: true, reason: "x" }], ["!invalid-lock"]],
    ["a key that nobody knows", [lock({ stay: true, note: "x" })], ["!invalid-lock"]],
    ["who does not stay", [lock({ stay: false })], ["!invalid-lock"]],
    ["the same twice", [lock({ school: "S2" }), lock({ school: "S2" })], ["lock-twice"]],
    [
      "the same twice, once by name",
      [lock({ school: "S2" }), lock({ person: "教师T1", school: "二小" })],
      ["lock-twice"],
    ],
    ["to stay and to go", [lock({ stay: true }), lock({ school: "S2" })], ["!locks-contradict"]],
    ["to go and to stay", [lock({ school: "S2" }), lock({ stay: true })], ["!locks-contradict"]],
    ["to a school and not to it", [lock({ school: "S2" }), lock({ forbid: "S2" })], ["!locks-contradict"]],
    ["to two schools", [lock({ school: "S2" }), lock({ school: "S1" })], ["!locks-contradict"]],
    ["to a school and to a post of another", [lock({ school: "S1" }), lock({ post: "P2" })], ["!locks-contradict"]],
    ["to a school and to a post of it", [lock({ school: "S2" }), lock({ post: "P2" })], []],
    ["an object", {}, ["!invalid-lock"]],
    ["null", null, ["!invalid-lock"]],
    ["a list of names", ["T1"], ["!invalid-lock"]],
    ["a list in a list", [[lock({ stay: true })]], ["!invalid-lock"]],
  ];

  test.each(KINDS)("%s", async (_name, document, expected) => {
    const locks = { text: prettily(document), file: "已定.json" };
    const data = { document: county() };
    const read = await openCase({ county: data, policy: { name: "detailed-measures" }, locks });
    const told = codes(read).filter((code) => /lock|reference/u.test(code));
    expect(told).toEqual(expected);
    expect(unhelpful(said(read))).toEqual([]);
    expect(read.ok).toBe(expected.every((code) => !code.startsWith("!")));
  });

  test("have the line of what is wrong with them", () => {
    const read = readLocks({ text: prettily([lock({ stay: true }), lock({})]), file: "已定.json" });
    expect(said(read).map(({ place }) => place)).toEqual([{ file: "已定.json", line: 7 }]);
  });
});

/** Texts that are no JSON, or JSON of another kind, whatever they should be. */
const TEXTS: readonly (readonly [string, (good: string) => string, readonly string[]])[] = [
  ["nothing", () => "", ["!invalid-syntax"]],
  ["spaces", () => " \n ", ["!invalid-syntax"]],
  ["a comma too many", (good) => good.replace(/\s*([\]}])$/u, ",$1"), ["!invalid-syntax"]],
  ["half of it", (good) => good.slice(0, good.length / 2), ["!invalid-syntax"]],
  ["two of it", (good) => `${good}\n${good}`, ["!invalid-syntax"]],
  ["a comment", (good) => `// 说明\n${good}`, ["!invalid-syntax"]],
  ["Chinese quotes", (good) => good.replace('"', "“"), ["!invalid-syntax"]],
  ["a page", () => "<!DOCTYPE html><html></html>", ["!invalid-syntax"]],
  ["a table", () => "人员编号,姓名\nT1,张三\n", ["!invalid-syntax"]],
  ["YAML", () => "person: T1\nstay: true\n", ["!invalid-syntax"]],
  ["a key twice", (good) => good.replace(/\{/u, '{"a": 1, "a": 2, '), ["!duplicate-key"]],
  ["an 18-digit number", (good) => good.replace(/\{/u, '{"a": 530000198503010121, '), ["!digits-lost"]],
  ["a number without end", (good) => good.replace(/\{/u, '{"a": 1e999, '), ["!digits-lost"]],
  [
    "10,000 levels",
    (good) => good.replace(/\{/u, `{"a": ${"[".repeat(10_000)}${"]".repeat(10_000)}, `),
    ["!invalid-syntax"],
  ],
];

let planningCase: PlanningCase;
beforeAll(async () => {
  const opened = await openCase({ county: { document: county() }, policy: { name: "detailed-measures" } });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  planningCase = opened.value;
});

const RECORDS = { decidedOn: "2024-08-22", totals: [{ year: 2023, teachers: 100 }] };
const LOCKS = [{ person: "T1", stay: true, reason: "x" }];

/** Every document that is read as JSON, with a good one. */
const DOCUMENTS: readonly (readonly [
  string,
  unknown,
  (text: string) => Promise<Checked<unknown>> | Checked<unknown>,
])[] = [
  ["a county", county(), (text) => openCounty({ text, file: "a.json" })],
  ["decisions", LOCKS, (text) => readLocks({ text, file: "a.json" })],
  ["records", RECORDS, (text) => readRecords({ text, file: "a.json" }, planningCase)],
  ["a plan", { format: "lungang-plan-2" }, (text) => readPlan({ text, file: "a.json" })],
  ["plans over years", { format: "lungang-years-1", plans: [] }, (text) => readYears({ text, file: "a.json" })],
  ["a policy", policyDocument("detailed-measures"), (text) => findPolicy({ text, file: "a.json" })],
];

describe.each(DOCUMENTS)("%s", (_what, good, read) => {
  test.each(TEXTS)("that is %s", async (_name, change, expected) => {
    const found = await read(change(prettily(good)));
    expect([...new Set(codes(found))].slice(0, 1)).toEqual(expected);
    expect(unhelpful(said(found))).toEqual([]);
    expect(said(found).filter(({ place }) => place?.line === undefined)).toEqual([]);
  });

  test.each(["null", "true", "7", '"text"', "[7]"])("that is %s", async (text) => {
    const found = await read(text);
    expect(found.ok).toBe(false);
    expect(unhelpful(said(found))).toEqual([]);
    expect(said(found).filter(({ place }) => place?.file !== "a.json")).toEqual([]);
  });
});

describe("records", () => {
  const KINDS: readonly (readonly [string, Json, readonly string[]])[] = [
    ["good ones", RECORDS, []],
    ["none", {}, []],
    ["a day that does not exist", { decidedOn: "2024-02-30" }, ["!invalid-records"]],
    ["a key that nobody knows", { decided: "2024-08-22" }, ["!unknown-key"]],
    ["somebody unknown", { conduct: [{ person: "T9", trigger: "refusal", on: "2024-08-22" }] }, ["!invalid-records"]],
    ["a count of less than nothing", { totals: [{ year: 2023, teachers: -1 }] }, ["!invalid-records"]],
    ["a year of two digits", { totals: [{ year: 23 }] }, ["!invalid-records"]],
    [
      "an unknown school",
      { unplaced: [{ person: "T1", step: "wish", school: "S9", training: "due", conduct: "obeys" }] },
      ["!unknown-reference"],
    ],
    [
      "an unknown person",
      { unplaced: [{ person: "T9", step: "wish", training: "due", conduct: "obeys" }] },
      ["!unknown-reference"],
    ],
    [
      "a deliverable of no policy",
      { deliverables: [{ person: "T1", deliverable: "x", count: 1 }] },
      ["!unknown-reference"],
    ],
  ];

  test.each(KINDS)("%s", (_name, document, expected) => {
    const read = readRecords({ text: prettily(document), file: "补充.json" }, planningCase);
    expectTold(read, expected);
    expect(said(read).filter(({ place }) => place?.line === undefined)).toEqual([]);
  });
});

describe("settings", () => {
  const KINDS: readonly (readonly [string, Settings, readonly string[]])[] = [
    ["a share in percent", { quotaShare: "12%" }, []],
    ["a share of full width", { quotaShare: "１２％" }, []],
    ["a share as a fraction", { quotaShare: "1/8" }, []],
    ["a share as a number", { quotaShare: 0.12 }, []],
    ["a share with spaces", { quotaShare: " 12 % " }, []],
    ["twelve, which may be percent", { quotaShare: "12" }, ["!invalid-parameter"]],
    ["more than all", { quotaShare: "101%" }, ["!invalid-parameter"]],
    ["less than nothing", { quotaShare: "-1%" }, ["!invalid-parameter"]],
    ["a share of 2^53", { quotaShare: "9007199254740993/9007199254740994" }, ["!invalid-parameter"]],
    ["a share of nothing", { quotaShare: "1/0" }, ["!invalid-parameter"]],
    ["no number", { quotaShare: Number.NaN }, ["!invalid-parameter"]],
    ["infinitely much", { quotaShare: Number.POSITIVE_INFINITY }, ["!invalid-parameter"]],
    ["words", { quotaShare: "百分之十" }, ["!invalid-parameter"]],
    ["an empty share", { quotaShare: "" }, ["!invalid-parameter"]],
    ["a list for a share", { quotaShare: ["10%", "12%"] }, ["!invalid-parameter"]],
    ["a truth for a share", { quotaShare: true }, ["!invalid-parameter"]],
    ["99,999 months", { termMonths: 99_999 }, ["!invalid-policy", "!invalid-policy"]],
    ["half a month", { termMonths: "1.5" }, ["!invalid-parameter"]],
    ["months in words", { termMonths: "三十六" }, ["!invalid-parameter"]],
    ["months of full width", { termMonths: "３６" }, []],
    ["a name that is none", { quotaShares: "12%" }, ["!unknown-parameter"]],
    ["a name that every object has", { constructor: "1" }, ["!unknown-parameter"]],
    ["the name of a prototype", JSON.parse('{"__proto__": "1"}') as Settings, ["!unknown-parameter"]],
    ["a choice", { exchangeScope: "county" }, []],
    ["a choice by word", { exchangeScope: "全县" }, []],
    ["a choice that is none", { exchangeScope: "moon" }, ["!invalid-parameter"]],
    ["a list by words", { exemptions: "孕期、产假" }, []],
    ["a list with a word that is none", { exemptions: "孕期、懒" }, ["!invalid-parameter"]],
    ["no truth", { teamAtLeastOne: "maybe" }, ["!invalid-parameter"]],
    ["a truth in Chinese", { teamAtLeastOne: "否" }, []],
  ];

  test.each(KINDS)("%s", async (_name, settings, expected) => {
    const read = await openCase({ county: { document: county() }, policy: { name: "detailed-measures" }, settings });
    expect(codes(read)).toEqual(expected);
    expect(unhelpful(said(read))).toEqual([]);
    expect(hasError(said(read))).toBe(expected.length > 0);
  });
});

describe("plans", () => {
  const plan = { format: "lungang-plan-2", moves: [{ person: 7 }] } as unknown as Plan;
  test.each([
    ["of an older version", { ...plan, format: "lungang-plan-1" }, "!old-plan-format"],
    ["of another program", { ...plan, format: "x" }, "!not-a-plan"],
    ["without anything", {}, "!not-a-plan"],
    ["with a key that nobody knows", { ...plan, extra: 1 }, "!invalid-plan"],
  ])("%s", (_name, document, code) => {
    const read = readPlan({ text: prettily(document), file: "plan.json" });
    expect(codes(read)).toContain(code);
    expect(unhelpful(said(read))).toEqual([]);
  });
});
