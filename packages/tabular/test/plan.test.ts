import type { Instance } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { loadInstance } from "@lungang/core";
import { maskName } from "@lungang/core/plan";
import { describe, expect, test } from "vitest";
import { officialSheets, planSheets, readRoster, readXlsxBook, writeWorkbook } from "../src/index.ts";
import type { OutSheet } from "../src/index.ts";

const CANARY = "金丝雀CANARY7731";

function instance(): Instance {
  const loaded = loadInstance({
    format: "lungang-instance-1",
    county: { id: "530000", name: "某某县" },
    planYear: 2026,
    schools: [
      { id: "S1", name: "一小", type: "primary", establishment: 30, coordinates: { latitude: 34, longitude: 109 } },
      { id: "S2", name: "二小", type: "primary", establishment: 20, coordinates: { latitude: 34.1, longitude: 109 } },
      { id: "S3", name: "同名小学", type: "primary" },
      { id: "S4", name: "同名小学", type: "primary" },
    ],
    posts: [
      { id: "P1", school: "S1", stage: "primary", subject: "语文", capacity: 2 },
      { id: "P2", school: "S2", stage: "primary", subject: "语文", capacity: 2 },
      { id: "P3", school: "S2", stage: "primary", subject: "数学", capacity: 1 },
      { id: "P4", school: "S4", stage: "primary", subject: "语文", capacity: 1 },
      { id: "P5", school: "S3", stage: "primary", subject: "语文", capacity: 1 },
    ],
    persons: ["T1", "T2", "T3", "T4", "T5", "T6"].map((id, index) => ({
      id,
      name: `${CANARY}${index}`,
      sex: "female",
      birthDate: "1987-06-05",
      homeSchool: id === "T6" ? "S2" : "S1",
      personType: "teacher",
      subjects: [{ subject: "语文", main: true }],
      statuses: id === "T3" ? [{ code: "seriousIllness" }] : [],
    })),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.value;
}

const WALK = { person: "T5", form: "walk", from: "S1", start: "2026-09-01", end: "2027-08-31" } as const;

function plan(): Plan {
  const move = { from: "S1", form: "rotation", start: "2026-09-01", end: "2029-08-31", relationMoves: false } as const;
  const balance = { relationBefore: 4, relationAfter: 4, workingBefore: 4, workingAfter: 2, movesOut: 2, movesIn: 0 };
  return {
    format: "lungang-plan-2",
    termination: { reason: "optimal", primalBound: 3, dualBound: 3, relativeGap: 0, reproducible: true },
    moves: [
      { ...move, person: "T1", to: "S2", post: "P2", distanceMetres: 12_345 },
      { ...move, person: "T2", to: "S4", post: "P4", distanceMetres: null, relationMoves: true, end: null },
    ],
    participations: [{ person: "T3", form: "shadow", from: "S1", to: "S2", start: "2026-09-01", end: "2027-08-31" }],
    itineraries: [
      { ...WALK, to: "S2", post: "P3", periods: 4 },
      { ...WALK, to: "S3", post: "P5", periods: 2 },
    ],
    returns: [{ person: "T4", from: "S2", to: "S1", post: "P1", settles: false }],
    stays: [{ person: "T3", school: "S1", reason: "exempt", rule: "exempt-illness", source: "YL-05", sensitive: true }],
    measures: [
      {
        rule: "quota",
        source: "YL-06",
        about: { kind: "school", school: "S1" },
        unit: "人",
        value: 2,
        target: 2,
        sense: "atLeast",
        met: true,
      },
      {
        rule: "spouse",
        source: "YL-09",
        about: { kind: "person", person: "T3" },
        unit: "km",
        value: 1,
        target: 2,
        sense: "atMost",
        met: true,
      },
    ],
    violations: [
      {
        rule: "near",
        source: "YL-11",
        strength: "soft",
        about: { kind: "person", person: "T1" },
        amount: 1,
        unit: "km",
        finding: { code: "prerequisite.missed", values: { school: { kind: "school", school: CANARY } } },
      },
    ],
    shortfalls: [
      { school: "S2", post: "P3", stage: "primary", subject: "数学", demand: 1, before: 0, after: 0, shortfall: 1 },
    ],
    schools: [{ school: "S1", establishment: 30, ...balance }],
    levels: [
      { name: "shortfall", unit: "人", value: 3, dualBound: 3, relativeGap: 0, reason: "optimal", unique: true },
    ],
    indicators: {},
    manifest: {
      instance: { county: "530000", planYear: 2026 },
      policy: { id: "yulin-notice", version: "1" },
      seed: "1",
      solver: "highs",
      versions: { core: "0.1.0" },
      hashes: { instance: "a", policy: "b", locks: "c" },
      limits: {},
      overrides: [{ rule: "quota", source: "YL-06", reason: CANARY }],
    },
    basis: { policy: {}, settings: {}, overrides: { quota: CANARY }, locks: [] },
  };
}

const TOLD = { backbone: true, reason: "满六年", facts: "", source: "YL-02" };
const PEOPLE = new Map([["T1", TOLD]]);
const SECRETS = new Map(
  ["T1", "T3"].map((id) => [id, { backbone: true, reason: CANARY, facts: CANARY, source: CANARY }]),
);

function sheetOf(sheets: readonly OutSheet[], name: string): readonly (readonly unknown[])[] {
  const sheet = sheets.find((entry) => entry.name === name);
  return [sheet?.columns.map((column) => column.header) ?? [], ...(sheet?.rows ?? [])];
}

describe("planSheets", () => {
  test("writes the internal roster with the official columns", () => {
    const sheets = planSheets(plan(), instance(), { public: false, people: PEOPLE });
    expect(sheetOf(sheets, "交流轮岗人员名册").slice(0, 2)).toEqual([
      [
        "序号",
        "人员编号",
        "姓名",
        "性别",
        "职称",
        "骨干",
        "职务",
        "现任教学科",
        "任教学科",
        "是否跨学科",
        "交流轮岗类型",
        "是否调动人事关系",
        "开始年月",
        "结束年月",
        "原单位名称",
        "交流轮岗单位名称",
        "岗位编号",
        "距离（公里）",
        "依据",
      ],
      [
        "1",
        "T1",
        `${CANARY}0`,
        "女",
        "无职称",
        "是",
        "专任教师",
        "语文",
        "小学语文",
        "否",
        "定期轮岗",
        "否",
        "2026-09-01",
        "2029-08-31",
        "一小",
        "二小",
        "P2",
        12.345,
        "满六年（YL-02）",
      ],
    ]);
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      "交流轮岗人员名册",
      "期满返回和留任",
      "兼职和柔性交流",
      "走教和跨校兼课",
      "互换和轮换",
      "指标完成情况",
      "学校前后对比",
      "未交流人员及原因",
      "岗位缺员",
      "未落实的规定",
      "编制目标及完成情况",
      "编制说明",
    ]);
    expect(sheetOf(sheets, "未交流人员及原因")[1]).toContain("重大疾病");
  });

  test("shows no person in the public version", async () => {
    const sheets = planSheets(plan(), instance(), { public: true, people: SECRETS });
    const bytes = await writeWorkbook(sheets);
    const book = await readXlsxBook(bytes);
    const everything = JSON.stringify(book.ok && book.value.sheets.map((sheet) => sheet.rows));
    for (const secret of [
      CANARY,
      CANARY.slice(0, 2),
      "T1",
      "T3",
      "1987",
      "重大疾病",
      "exempt-illness",
      "YL-05",
      "12.345",
    ]) {
      expect(everything).not.toContain(secret);
    }
    expect(everything).toContain("金**");
    expect(everything).toContain("有异议的，请在公示期内（起止日期以公示通知为准）以书面形式向某某县教育局提出");
    expect(everything).not.toMatch(/抽签|种子|求解|校验码|highs/u);
  });

  test("names nobody who stays in the public version, and no reason why somebody moves", () => {
    const changed = plan();
    const [first, second] = changed.moves;
    if (first === undefined || second === undefined) throw new Error("no moves");
    const moves = [first, { ...second, form: "lastPlace" as const }];
    const sheets = planSheets({ ...changed, moves }, instance(), { public: true });
    expect(sheets.map((sheet) => sheet.name)).not.toContain("未交流人员及原因");
    expect(JSON.stringify(sheets)).not.toContain("按规定不纳入");
    expect(sheetOf(sheets, "交流轮岗人员名册").map((row) => row[3])).toEqual(["交流轮岗类型", "交流轮岗", "交流轮岗"]);
  });

  test("orders the public rows by what they show, whatever the order of the plan", () => {
    const there = plan();
    const back = { ...there, moves: there.moves.toReversed(), itineraries: there.itineraries.toReversed() };
    const shown = [there, back].map((one) => planSheets(one, instance(), { public: true }));
    for (const name of ["交流轮岗人员名册", "走教和跨校兼课"])
      expect(sheetOf(shown[1] ?? [], name)).toEqual(sheetOf(shown[0] ?? [], name));
  });

  test("tells who walks from which hub to which point, for how many periods and how far", () => {
    const sheets = planSheets(plan(), instance(), { public: false });
    expect(sheetOf(sheets, "走教和跨校兼课").slice(1)).toEqual([
      ["1", "T5", `${CANARY}4`, "走教", "一小", "二小", "小学数学", 4, 14.455, "P3", "2026-09-01", "2027-08-31"],
      ["2", "T5", `${CANARY}4`, "走教", "一小", "S3", "小学语文", 2, null, "P5", "2026-09-01", "2027-08-31"],
    ]);
    expect(sheetOf(sheets, "兼职和柔性交流")[1]).toEqual([
      "1",
      "T3",
      `${CANARY}2`,
      "跟岗学习",
      "一小",
      "二小",
      "2026-09-01",
      "2027-08-31",
    ]);
  });

  test("tells who replaces whom, by name inside and masked outside", () => {
    const changed = plan();
    const [first] = changed.moves;
    if (first === undefined) throw new Error("no moves");
    const moves = [first, { ...first, person: "T6", from: "S2", to: "S1", post: "P1" }];
    const swaps = (isPublic: boolean) =>
      sheetOf(planSheets({ ...changed, moves, returns: [] }, instance(), { public: isPublic }), "互换和轮换");
    const [a, b] = [`${CANARY}0`, `${CANARY}5`];
    const post = "小学语文";
    expect(swaps(false).slice(1)).toEqual([
      [1, "两人对调", "T1", a, "一小", post, "二小", post, b, `${a}（一小）与${b}（二小）对调`],
      [1, "两人对调", "T6", b, "二小", post, "一小", post, a, null],
    ]);
    expect(swaps(true)[1]).toEqual([
      1,
      "两人对调",
      "金**",
      "一小",
      post,
      "二小",
      post,
      "金**",
      "金**（一小）与金**（二小）对调",
    ]);
  });

  test("has no row of swaps where nobody replaces anybody", () => {
    expect(sheetOf(planSheets(plan(), instance(), { public: false }), "互换和轮换").slice(1)).toEqual([]);
  });

  test("writes English where it is asked for", () => {
    const sheets = planSheets(plan(), instance(), { public: false, language: "en" });
    expect(sheets.map(({ name }) => name)).toEqual([
      "Roster",
      "Ended exchanges",
      "Light forms",
      "Itinerant teaching",
      "Swaps",
      "Measures",
      "Schools",
      "People who stay",
      "Shortfalls",
      "Rules not met",
      "Aims",
      "About",
    ]);
    const headers = sheets.flatMap(({ columns }) => columns.map(({ header }) => header));
    expect(headers.filter((header) => /\p{Script=Han}/u.test(header))).toEqual([]);
    expect(sheetOf(sheets, "Roster")[1]).toEqual(expect.arrayContaining(["rotation", "no"]));
  });

  test("names the kind of posts that stay empty, listed or not", () => {
    const changed = plan();
    const [first] = changed.shortfalls;
    if (first === undefined) throw new Error("no shortfall");
    const support = { ...first, school: "S3", post: "S3/support//", stage: null, subject: null };
    const sheets = planSheets({ ...changed, shortfalls: [first, support] }, instance(), { public: true });
    expect(sheetOf(sheets, "岗位缺员").slice(1)).toEqual([
      ["二小", "教学岗位", "小学", "数学", 1, 0, 0, 1],
      ["同名小学", "教辅岗位", "", "", 1, 0, 0, 1],
    ]);
  });

  test("maskName keeps one character and hides the length", () => {
    expect(["张三", "欧阳修远", "𠮷野家", "", undefined].map(maskName)).toEqual(["张**", "欧**", "𠮷**", "**", "**"]);
  });
});

type Edit = (rows: (string | number | boolean | null | undefined)[][]) => void;

async function reread(edit: Edit = () => undefined) {
  const sheets = planSheets(plan(), instance(), { public: false }).map((sheet) => {
    if (sheet.name !== "交流轮岗人员名册") return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    edit(rows);
    return { ...sheet, rows };
  });
  return readRoster(await writeWorkbook(sheets), instance(), { file: "名册.xlsx" });
}

const [PERSON, FORM, FROM, TO, POST] = [1, 9, 13, 14, 15];

function put(row: number, column: number, value: string | null): Edit {
  return (rows) => {
    const cells = rows[row];
    if (cells !== undefined) cells[column] = value;
  };
}

/** What a roster says of the moves of a plan: nothing is said of what is empty. */
function said(moves: Plan["moves"]) {
  return moves.map(({ from, end, distanceMetres, ...rest }) => ({
    ...rest,
    ...(from === null ? {} : { from }),
    ...(end === null ? {} : { end }),
    ...(distanceMetres === null ? {} : { distanceMetres }),
    subject: expect.any(String) as unknown,
    place: expect.objectContaining({ cell: expect.stringMatching(/^P\d+$/u) as unknown }) as unknown,
  }));
}

describe("readRoster", () => {
  test("gives back the moves and returns of the plan", async () => {
    const { moves, returns, participations, itineraries } = plan();
    const value = { moves: said(moves), returns, participations, itineraries };
    expect(await reread()).toEqual({ ok: true, value, warnings: [] });
  });

  test.each(["zh", "en"] as const)(
    "gives them back from a signed document, without a word about its frame (%s)",
    async (language) => {
      const { moves, returns, participations, itineraries } = plan();
      const document = { title: "某某县方案", prefix: "某某县2026年", unit: "某某县教育局", year: 2026, language };
      const sheets = officialSheets(planSheets(plan(), instance(), { public: false, language }), document);
      const value = { moves: said(moves), returns, participations, itineraries };
      expect(await readRoster(await writeWorkbook(sheets), instance())).toEqual({ ok: true, value, warnings: [] });
    },
  );

  test("gives back the lines of an English workbook too", async () => {
    const { moves, returns, participations, itineraries } = plan();
    const bytes = await writeWorkbook(planSheets(plan(), instance(), { public: false, language: "en" }));
    const value = { moves: said(moves), returns, participations, itineraries };
    expect(await readRoster(bytes, instance())).toEqual({ ok: true, value, warnings: [] });
  });

  test("takes a school changed by hand, with the old post or none", async () => {
    for (const post of [null, "P2"]) {
      const read = await reread((rows) => {
        put(0, TO, "S4")(rows);
        put(0, POST, post)(rows);
        put(0, FROM, null)(rows);
      });
      const [line] = read.ok ? read.value.moves : [];
      expect(line).toMatchObject({ person: "T1", to: "S4" });
      expect([line?.from, line?.post]).toEqual([undefined, undefined]);
    }
  });

  test("needs a name only, where one person has it, and leaves open what is left open", async () => {
    const read = await reread((rows) => {
      for (let column = 0; column < (rows[0]?.length ?? 0); column++)
        if (column !== 2 && column !== TO) put(0, column, null)(rows);
    });
    const [line] = read.ok ? read.value.moves : [];
    expect(Object.keys(line ?? {}).sort()).toEqual(["person", "place", "to"]);
    expect(line?.person).toBe("T1");
  });

  const wrong: readonly (readonly [string, Edit, string, string])[] = [
    ["an unknown person", put(0, PERSON, "T9"), "unknown-reference", "B2"],
    [
      "a person twice",
      (rows) => [put(1, PERSON, "T1"), put(1, 2, null)].forEach((edit) => edit(rows)),
      "person-twice",
      "B3",
    ],
    ["an unknown school", put(0, TO, "三小"), "unknown-reference", "O2"],
    ["a name that two schools have", put(0, TO, "同名小学"), "ambiguous-name", "O2"],
    ["an unknown form", put(0, FORM, "出差"), "unknown-word", "J2"],
    ["an unknown post", put(0, POST, "P99"), "unknown-reference", "P2"],
    ["a name of another person", put(0, 2, "王五五"), "unknown-reference", "B2"],
  ];

  test.each(wrong)("names the cell of %s", async (_name, edit, code, cell) => {
    const read = await reread(edit);
    expect(read.ok ? [] : read.issues.map((issue) => [issue.code, issue.place?.sheet, issue.place?.cell])).toEqual([
      [code, "交流轮岗人员名册", cell],
    ]);
  });

  test("refuses the public version, which has no ids", async () => {
    const bytes = await writeWorkbook(planSheets(plan(), instance(), { public: true }));
    const read = await readRoster(bytes, instance());
    expect(read.ok ? [] : [...new Set(read.issues.map((issue) => issue.code))]).toEqual(["missing-column"]);
    expect(read.ok ? "" : read.issues[0]?.advice?.zh).toContain("内部版");
  });
});

test("an aim that misses its limit stands among what is asked for, one that is only compared does not", () => {
  const text = { zh: "均衡配置", en: "evenly spread" };
  const policy = { name: text, rules: [{ id: "even", rule: "balance", text }], levels: [] };
  const aim = { rule: "even", source: "YL-12", about: { kind: "county" }, unit: "cv", sense: "atMost" } as const;
  const measures = [
    { ...aim, value: 0.7963, target: 0.5, met: false },
    { ...aim, value: 0.3, target: 0.3, met: true },
  ];
  for (const isPublic of [false, true]) {
    const sheets = planSheets({ ...plan(), measures }, instance(), { public: isPublic, policy: policy as never });
    const rows = sheets.find(({ name }) => name === "指标完成情况")?.rows ?? [];
    expect(rows).toEqual([["均衡配置", "YL-12", "", 0.8, "不高于", 0.5, "（差异系数）", "否"]]);
  }
});

test("a range of a few people without a whole number is told with the nearest, and not as missed", () => {
  const text = { zh: "初中交流比例", en: "share of junior teachers" };
  const rules = ["least", "most"].map((id) => ({ id, rule: "quota", text }));
  const base = { eligible: 10, exempt: 0, withoutPost: 0, counted: 10 };
  const common = { source: "HL-03", about: { kind: "county" }, unit: "people", value: 1, base } as const;
  const measures = [
    { ...common, rule: "least", sense: "atLeast" as const, target: 1, met: true, base: { ...base, share: "2%" } },
    { ...common, rule: "most", sense: "atMost" as const, target: 0, met: false, base: { ...base, share: "5%" } },
  ];
  const policy = { name: text, rules, levels: [] } as never;
  const sheets = planSheets({ ...plan(), measures }, instance(), { public: false, policy });
  const rows = sheets.find(({ name }) => name === "指标完成情况")?.rows ?? [];
  expect(rows.map((row) => row[7])).toEqual(["是", "基数 10 人，按人数无法取得 2%—5% 内的整数，最接近为 0 人"]);
});

test("how a share became the number that is asked for is written beside it, terms about a few people in the bureau alone", () => {
  const text = { zh: "交流比例", en: "share" };
  const base = { eligible: 180, exempt: 8, withoutPost: 3, counted: 169, share: "10%", rounding: "up" as const };
  const measure = {
    rule: "q",
    source: "YL-06",
    about: { kind: "county" },
    unit: "people",
    value: 17,
    target: 17,
    base,
  };
  const measures = [{ ...measure, sense: "atLeast" as const, met: true }] as never;
  const policy = { name: text, rules: [{ id: "q", rule: "quota", text }], levels: [] } as never;
  const last = (isPublic: boolean) => {
    const sheets = planSheets({ ...plan(), measures }, instance(), { public: isPublic, policy });
    const { columns, rows } = sheets.find(({ name }) => name === "指标完成情况") ?? { columns: [], rows: [] };
    return [columns.at(-1)?.header, rows[0]?.at(-1)];
  };
  const product = "169 × 10% = 16.9，不足一人的按一人计，取 17";
  expect(last(true)).toEqual(["标准的计算", product]);
  expect(last(false)).toEqual(["标准的计算", `符合条件 180 － 不纳入 8 － 无合适岗位 3 ＝ 基数 169；${product}`]);
});

test("posts of heads are counted as what they are in the total of a roster", () => {
  const [first, ...rest] = plan().moves;
  const moves = [...rest, ...(first === undefined ? [] : [{ ...first, post: "S2/management//principal" }])];
  const roster = planSheets({ ...plan(), moves }, instance(), { public: true })[0];
  expect(roster?.notes?.[0]).toMatch(/^合计：2人（.*管理岗位1人；/u);
  expect(roster?.notes?.[0]).not.toContain("其他岗位");
});

test("of heads the public has the office left and the post entered, of teachers the subject alone", () => {
  const [first, ...rest] = plan().moves;
  const moves = [...rest, ...(first === undefined ? [] : [{ ...first, post: "S2/management//principal" }])];
  const county = instance();
  const persons = county.persons.map((person) =>
    person.id === "T1" ? { ...person, personType: "vicePrincipal" as const } : person,
  );
  const shown = (who: Instance, isPublic: boolean) =>
    sheetOf(planSheets({ ...plan(), moves }, who, { public: isPublic }), "交流轮岗人员名册");
  const columns = (rows: readonly (readonly unknown[])[]) => {
    const at = ["职务", "任教学科"].map((title) => rows[0]?.indexOf(title) ?? -1);
    return rows.slice(1).map((row) => at.map((index) => row[index]));
  };
  expect(columns(shown({ ...county, persons }, true))).toEqual([
    ["副校长", "校长"],
    [null, "小学语文"],
  ]);
  expect(columns(shown({ ...county, persons }, false))).toEqual([
    ["副校长", "校长"],
    ["专任教师", "小学语文"],
  ]);
  // Where no head goes there is nothing to show.
  expect(shown(county, true)[0]).not.toContain("职务");
});

test("parameters that were set stand in the words of the policy, for the bureau alone", () => {
  const settings = [{ meaning: { zh: "每年交流比例", en: "yearly share" }, value: { zh: "20%", en: "20%" } }];
  const rows = (isPublic: boolean, language: "zh" | "en" = "zh") =>
    planSheets(plan(), instance(), { public: isPublic, settings, language }).at(-1)?.rows ?? [];
  expect(rows(false)).toContainEqual(["设定的参数：每年交流比例", "20%"]);
  expect(rows(false, "en")).toContainEqual(["Parameter that was set: yearly share", "20%"]);
  expect(JSON.stringify(rows(true))).not.toContain("每年交流比例");
});

test("who exchanges and recruits who get their first school are counted apart", () => {
  const [first, ...rest] = plan().moves;
  const moves = [...rest, ...(first === undefined ? [] : [{ ...first, from: null, form: "recruit" as const }])];
  const about = planSheets({ ...plan(), moves }, instance(), { public: true }).find(({ name }) => name === "编制说明");
  expect(about?.rows.slice(3, 5)).toEqual([
    ["交流人数", "1"],
    ["新招聘教师人数", "1"],
  ]);
});
