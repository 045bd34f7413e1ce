import { ownColumns } from "@lungang/core/policy";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instance, InstanceInput, Issue } from "@lungang/core";
import { codes, instanceSchema, loadInstance } from "@lungang/core";
import type { CellValue } from "hucre/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readXlsxBook, writeCounty, writeCountyCsv, writeTemplate } from "../src/index.ts";
import { readCounty } from "../src/node/index.ts";
import { SHEETS } from "../src/sheets/sheets.ts";
import { columnKeyOf } from "../src/county/header.ts";
import { county, workbook } from "./fixture.ts";

/** Returns an instance in which every attribute of every schema has a value. */
function fullInstance(): Instance {
  const school = {
    id: "S1",
    name: "第一小学 𠮷",
    type: "nineYear",
    ownership: "public",
    level: "countyTown",
    area: "urban",
    terrain: "plain",
    quality: "good",
    status: "closed",
    countyAffiliated: true,
    county: "530000",
    township: "城关镇",
    zones: ["Z1", "Z2"],
    alliances: ["A1"],
    schoolGroups: ["G1"],
    pairs: ["P1"],
    parent: "S2",
    students: 900,
    studentsByStage: {
      primary: 500,
      junior: 400,
    },
    classes: 20,
    establishment: 60,
    leadershipPosts: 4,
    midLevelPosts: 6,
    seniorPosts: 10,
    middlePosts: 20,
    roomsAvailable: 3,
    quota: {
      minOut: 1,
      maxOut: 5,
      minIn: 0,
      maxIn: 6,
    },
    coordinates: {
      latitude: 25.491,
      longitude: 103.796,
    },
  } as const;
  const person = {
    id: "T1",
    name: "张三",
    sex: "male",
    birthDate: "1980-05-17",
    homeSchool: "S1",
    currentSchool: "S2",
    establishment: "temporary",
    inPost: false,
    personType: "midLevel",
    leadershipTeam: true,
    retireCategory: "male60",
    stageCertified: ["primary", "junior"],
    subjects: [
      {
        subject: "语文",
        stages: ["primary"],
        main: true,
        certified: true,
      },
      {
        subject: "音乐/舞蹈",
        main: false,
        certified: false,
      },
    ],
    multiSubject: true,
    currentPost: "P2",
    professionalTitle: "senior",
    titleSince: "2016-12-01",
    postGrade: 7,
    honours: [...codes.HONOURS].sort(),
    education: "aboveStandard",
    hiredOn: "2002-08-01",
    recruitYear: 2002,
    probationUntil: "2003-08-31",
    serviceUntil: "2007-08-31",
    tenureStart: "2012-09-01",
    featuredCourseLead: true,
    leadDeferralYearsUsed: 2,
    classCycleUntil: "2027-06-30",
    offices: [
      {
        office: "midLevel",
        school: "S1",
        start: "2015-09-01",
        end: "2020-08-31",
      },
      {
        office: "principal",
        start: "2020-09-01",
      },
    ],
    evaluations: [
      {
        year: 2024,
        score: 92.5,
        grade: "excellent",
      },
      { year: 2025 },
    ],
    examRanks: [
      {
        survey: "2025 春",
        rank: 3,
        of: 48,
        gapToMean: -1.25,
      },
    ],
    schoolsWorked: 3,
    ruralYears: 5,
    weakYears: 1,
    remoteYears: 0,
    exchanges: [
      {
        from: "S1",
        to: "S2",
        form: "support",
        start: "2018-09-01",
        end: "2019-08-31",
        goalMet: true,
        pass: false,
        stay: {
          applied: true,
          approved: false,
        },
      },
    ],
    statuses: codes.STATUS_CODES.map((code, index) => ({
      code,
      from: "2025-01-01",
      to: "2026-12-31",
      approved: index % 2 === 0,
      certificateGrade: (index % 3) + 1,
      occupiesHeadcount: index % 2 === 1,
    })),
    residence: {
      latitude: 25.5,
      longitude: 103.8,
    },
    residenceTownship: "城关镇",
    spouse: "T2",
    swapPartner: "T2",
    childrenSchooling: true,
    housingNeed: true,
    application: {
      volunteer: true,
      homeConsent: true,
      wishes: ["S2", "S1"],
      consentRegions: ["城关镇"],
    },
    named: true,
    weeklyLoad: 14,
    nextTitleWanted: "chiefSenior",
  } as const;
  const input = {
    format: "lungang-instance-1",
    county: { id: "530000", name: "某某县", establishment: 8000 },
    planYear: 2026,
    schools: [school, { id: "S2", name: "第二小学", type: "primary", township: "城关镇" }],
    posts: [
      {
        id: "P1",
        school: "S1",
        kind: "teaching",
        stage: "primary",
        subject: "语文",
        periodsPerWeek: 96,
        fullLoad: 12,
        grade: 9,
        conditions: "能说方言",
        appointer: "county",
        stageOrder: 1,
      },
      { id: "P2", school: "S2", kind: "management", office: "midLevel", capacity: 3 },
    ],
    persons: [
      person,
      {
        id: "T2",
        sex: "female",
        birthDate: "1992-11-03",
        homeSchool: "S2",
        personType: "teacher",
        subjects: [{ subject: "数学" }],
      },
    ],
    groups: [
      { id: "Z1", kind: "zone", name: "第一片区", leadSchool: "S1", head: "T1" },
      { id: "Z2", kind: "zone", name: "第二片区" },
    ],
    travel: {
      roadFactor: 1.45,
      matrix: {
        persons: ["T1", "T2"],
        schools: ["S1", "S2"],
        metres: [
          [1200, null],
          [0, 8000],
        ],
      },
    },
  };
  const loaded = loadInstance(input);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.value;
}

describe("writeCounty and readCounty", () => {
  test("give back an instance with every attribute", async () => {
    const instance = fullInstance();
    const read = await readCounty(await writeCounty(instance));
    expect(read.ok ? read.value : read.issues).toEqual(instance);
    const expected = loadInstance(instance);
    const codes = (issues: readonly Issue[]) => issues.map((issue) => issue.code).sort();
    // Whatever is said about the data is said about the instance itself as well.
    expect(read.ok && expected.ok && codes(read.warnings)).toEqual(expected.ok && codes(expected.warnings));
  });

  test("give it back through a folder of CSV files", async () => {
    const instance = fullInstance();
    const folder = await mkdtemp(join(tmpdir(), "lungang-"));
    for (const { name, text } of writeCountyCsv(instance)) await writeFile(join(folder, name), text);
    const read = await readCounty(folder);
    expect(read.ok ? read.value : read.issues).toEqual(instance);
    expect(await readdir(folder)).toContain("人员.csv");
  });

  test("every attribute of the schemas has a column", () => {
    const full = fullInstance();
    const keysOf = (value: object, prefix = ""): string[] =>
      Object.entries(value).flatMap(([key, inner]) => {
        const path = `${prefix}${key}`;
        const nested =
          typeof inner === "object" && inner !== null && !Array.isArray(inner) && path !== "studentsByStage";
        return nested ? keysOf(inner as object, `${path}.`) : [path];
      });
    const columns = (key: string) =>
      new Set(SHEETS.find((spec) => spec.key === key)?.columns.map((column) => column.key));
    const person = full.persons.find((entry) => entry.application !== undefined) ?? full.persons[0];
    const school = full.schools.find((entry) => entry.quota !== undefined) ?? full.schools[0];
    const own = new Set(["offices", "exchanges", "evaluations", "examRanks"]);
    expect(keysOf(person ?? {}).filter((key) => !columns("persons").has(key) && !own.has(key))).toEqual([]);
    expect(keysOf(school ?? {}).filter((key) => !columns("schools").has(key))).toEqual([]);
    expect(
      Object.keys(instanceSchema.shape.persons.element.shape).every(
        (key) => key === "x" || keysOf(person ?? {}).some((path) => path.split(".")[0] === key),
      ),
    ).toBe(true);
    expect(
      Object.keys(instanceSchema.shape.schools.element.shape).every(
        // The place of a school in lists is the row of its sheet.
        (key) => key === "x" || key === "listOrder" || keysOf(school ?? {}).some((path) => path.split(".")[0] === key),
      ),
    ).toBe(true);
    expect(Object.keys(instanceSchema.shape.posts.element.shape).every((key) => columns("posts").has(key))).toBe(true);
  });

  test("give back the attributes that a policy declares", async () => {
    const full = fullInstance();
    const x = { 积分: 87.5, 服务区: ["一、区", "二区"], 骨干: true, since: "2020-09-01", 备注: "无" };
    const loaded = loadInstance({
      ...full,
      persons: full.persons.map((person, k) => (k === 0 ? { ...person, x } : person)),
      schools: full.schools.map((school, k) => (k === 0 ? { ...school, x: { 积分: 1 } } : school)),
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const types = { 积分: "number", 服务区: "set", 骨干: "boolean", since: "date", 备注: "text" };
    const attributes = [
      ...Object.entries(types).map(([id, type]) => ({ id, type, text: `${id}（政策）` })),
      { id: "积分", of: "school", type: "number", text: "学校积分" },
    ];
    const read = await readCounty(await writeCounty(loaded.value), { columns: ownColumns({ attributes }) });
    expect(read.ok ? read.value : read.issues).toEqual(loaded.value);
    // Without the policy they are columns that nobody knows.
    const plain = await readCounty(await writeCounty(loaded.value));
    expect(plain.ok && plain.value).toEqual(full);
  });

  test.each(["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])("give the same dates in %s", async (zone) => {
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const instance = fullInstance();
      const read = await readCounty(await writeCounty(instance));
      expect(read.ok ? read.value : read.issues).toEqual(instance);
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });
});

test("any text of a name comes back as it is", async () => {
  const plain = (text: string) => text === text.trim() && !/[\p{C}\p{Z}]/u.test(text.replace(/ /g, ""));
  const name = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter(plain),
    fc.constantFrom(
      "=1+1",
      "+86",
      "-5",
      "@SUM(A1)",
      "＝1",
      "'=x",
      "a,b",
      'say "hi"',
      "_x000D_",
      "<b>&amp;</b>",
      "1e5",
      "0012",
      "TRUE",
      "2018-09-01",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 40 }), async (names) => {
      const [first] = loadedNames(names);
      if (first === undefined) return;
      const read = await readCounty(await writeCounty(first));
      expect(read.ok && read.value.persons.map((person) => person.name)).toEqual(
        first.persons.map((person) => person.name),
      );
    }),
    { seed: 11, numRuns: 15 },
  );
});

function loadedNames(names: readonly string[]): readonly Instance[] {
  const input: InstanceInput = {
    format: "lungang-instance-1",
    county: { id: "1", name: "县" },
    planYear: 2026,
    schools: [{ id: "S", name: "校", type: "primary" }],
    posts: [],
    persons: names.map((text, index) => ({
      id: `T${index}`,
      name: text,
      sex: "male",
      birthDate: "1980-01-01",
      homeSchool: "S",
      personType: "teacher",
    })),
  };
  const loaded = loadInstance(input);
  return loaded.ok ? [loaded.value] : [];
}

describe("writeTemplate", () => {
  test("has every sheet with headers that are read back, and examples that are skipped", async () => {
    const book = await readXlsxBook(await writeTemplate());
    const sheets = book.ok ? book.value.sheets : [];
    // What has to be filled in comes first, the words of the lists last.
    const names = [true, false].flatMap((required) => SHEETS.filter((spec) => spec.required === required));
    expect(sheets.map((sheet) => sheet.name)).toEqual(["说明", ...names.map((spec) => spec.zh), "选项"]);
    for (const spec of SHEETS.slice(1)) {
      const header = sheets.find((sheet) => sheet.name === spec.zh)?.rows[0] ?? [];
      expect(header.map((cell) => columnKeyOf(spec, String(cell)))).toEqual(spec.columns.map((column) => column.key));
    }
    const read = await readCounty(await writeTemplate());
    expect(
      read.ok ? [] : read.issues.filter((issue) => issue.severity === "error").map((issue) => issue.place?.cell),
    ).toEqual(["B2", "B3", "B4"]);
  });

  test("filled in gives the county", async () => {
    const book = await readXlsxBook(await writeTemplate());
    const filled = county();
    const sheets = Object.fromEntries(
      (book.ok ? book.value.sheets : []).map((sheet) => [sheet.name, sheet.rows.map((row) => [...row] as CellValue[])]),
    );
    for (const spec of SHEETS) {
      const [header = [], ...rows] = filled[spec.zh] ?? [];
      const target = sheets[spec.zh] ?? [];
      if (spec.key === "county") {
        const value = new Map(rows.map(([name, entry]) => [columnKeyOf(spec, String(name)), entry ?? null]));
        for (const line of target) line[1] = value.get(columnKeyOf(spec, String(line[0]))) ?? null;
      } else {
        const position = header.map((name) =>
          spec.columns.findIndex((column) => column.key === columnKeyOf(spec, String(name))),
        );
        for (const row of rows) {
          const cells = spec.columns.map((_column, index) => row[position.indexOf(index)] ?? null);
          target.push(cells);
        }
      }
    }
    const read = await readCounty(await workbook(sheets));
    const plain = await readCounty(await workbook(county()));
    expect(read.ok ? read.value : read.issues).toEqual(plain.ok && plain.value);
  });
});
