import { readFile, writeFile } from "node:fs/promises";
import type { Plan } from "@lungang/core/plan";
import { describe, expect, test } from "vitest";
import { openTerminal, writeJson } from "../terminal.ts";
import { adding, changing, planBook, verifyEdited, verifyFile, without } from "./answers.ts";
import * as cases from "./cases.ts";
import { balanced } from "./policies.ts";
import { flows, writeBook } from "./workbook.ts";

/** Cases of the rulebook (section 7) from the workbook of a planner to a verified plan, and wrong answers refused. */

const terminal = openTerminal();

const settings = (...pairs: readonly string[]) => pairs.flatMap((pair) => ["--set", pair]);
const policy = (name: string, ...pairs: readonly string[]) => ["--policy", name, ...settings(...pairs)];

const ledger = ({ schools }: Plan, id: string) => schools.find(({ school }) => school === id);
const staysAt = ({ stays }: Plan, id: string, reason: string) =>
  stays.filter((stay) => stay.school === id && stay.reason === reason).length;
const peopleTo = ({ moves }: Plan, id: string) => moves.filter(({ to }) => to === id).map(({ person }) => person);
const measure = ({ measures }: Plan, rule: string) => measures.find((entry) => entry.rule === rule);

describe("case 5: 43 people, 40 posts, six who cannot be unplaced", () => {
  const basis = policy("xx-county-2021", "namedSchool=无", "termMonths=36", "yearlyMoves=3");

  test("the school is neither three over nor three under: east sends its three to west", async () => {
    const planned = await planBook(terminal, "case5", { sheets: cases.exemptHeads, policy: basis });
    const { plan } = planned;
    expect(ledger(plan, "A")).toEqual({
      school: "A",
      establishment: 40,
      relationBefore: 40,
      relationAfter: 40,
      workingBefore: 40,
      workingAfter: 40,
      movesOut: 0,
      movesIn: 0,
    });
    expect(staysAt(plan, "A", "exempt")).toBe(6);
    expect(staysAt(plan, "A", "notChosen") + staysAt(plan, "A", "noPost")).toBe(37);
    expect(flows(plan)).toEqual({ "B→C": 3 });
    expect(planned.out).toContain("岗位缺员：调配前 3 人，调配后 0 人");

    const [first = ""] = peopleTo(plan, "C");
    const naive = await verifyEdited(
      terminal,
      planned,
      changing([first], { 交流轮岗单位名称: "中心小学", 岗位编号: null }),
    );
    // The forty-first of forty heads is one too many for the posts of the subject as well (XC-02).
    expect(naive).toMatchObject({ code: 3, broken: ["curriculum", "establishment"] });
    expect(await naive.text()).toContain("中心小学");
    const sick = await verifyEdited(
      terminal,
      planned,
      adding({ 人员编号: "长病", 姓名: null, 原单位名称: "中心小学" }),
    );
    expect(sick.broken).toContain("plan:must-not-move");
  });
});

describe("case 6: equal swap of a pair in which one side has only four", () => {
  const of = (count: number) =>
    policy("zhongwei-pairing", "start=02-20", "youngAge=35", "titlePoints=2", `pairCount=${count}`);

  test("four go each way, on the same day, and five against four are refused by the name of the pair", async () => {
    const planned = await planBook(terminal, "case6", { sheets: cases.equalSwap, policy: of(4) });
    expect(flows(planned.plan)).toEqual({ "A→B": 4, "B→A": 4 });
    expect(new Set(planned.plan.moves.map(({ start, end }) => `${start} ${end ?? ""}`)).size).toBe(1);
    expect(planned.plan.moves.map(({ person }) => person)).not.toContain("b5");

    const [back = ""] = peopleTo(planned.plan, "A");
    const uneven = await verifyEdited(terminal, planned, without([back]));
    expect(uneven).toMatchObject({ code: 3, broken: ["equalSwap"] });
    const text = await uneven.text();
    expect(text).toMatch(/对等互派.*城乡一对.*✗/u);
    expect(text).toContain("山村小学派往县城小学3人，县城小学派往山村小学4人，应各为4人");
  });

  test("five each way cannot be had: the answer names the pair and one person", async () => {
    const book = await writeBook(terminal, "case6-five.xlsx", cases.equalSwap);
    const { code, out } = await terminal.call("plan", book, ...of(5));
    expect(code).toBe(3);
    expect(out).toMatch(/ZW-02.*城乡一对.*1 人 │/u);
  });
});

describe("case 8: the posts of those who come back", () => {
  test("three come for a time: 30 work there and 30 stay on its ledger", async () => {
    const planned = await planBook(terminal, "case8-time", {
      sheets: cases.awayUntil(2025),
      policy: policy("detailed-measures", "relationMoves=false", "quotaShare=1/3"),
    });
    expect(flows(planned.plan)).toEqual({ "A→H": 3, "A→C": 3 });
    expect(ledger(planned.plan, "H")).toMatchObject({
      relationBefore: 30,
      relationAfter: 30,
      workingBefore: 27,
      workingAfter: 30,
    });
    const [other = ""] = peopleTo(planned.plan, "C");
    const four = await verifyEdited(
      terminal,
      planned,
      changing([other], { 交流轮岗单位名称: "家乡小学", 岗位编号: null }),
    );
    expect(four).toMatchObject({ code: 3, broken: ["establishment"] });
  });

  test("nobody comes for good: the naive three vacancies are refused", async () => {
    const planned = await planBook(terminal, "case8-good", {
      sheets: cases.awayUntil(2025),
      policy: policy("detailed-measures", "relationMoves=true", "quotaShare=1/6"),
    });
    expect(flows(planned.plan)).toEqual({ "A→C": 3 });
    expect(ledger(planned.plan, "H")).toMatchObject({ relationAfter: 30, workingAfter: 27, movesIn: 0 });
    for (const people of [peopleTo(planned.plan, "C"), peopleTo(planned.plan, "C").slice(0, 1)]) {
      const naive = await verifyEdited(
        terminal,
        planned,
        changing(people, { 交流轮岗单位名称: "家乡小学", 岗位编号: null }),
      );
      expect(naive).toMatchObject({ code: 3, broken: ["establishment"] });
    }
  });

  test("in 2027 the three are back: 30 work there, not 33", async () => {
    const planned = await planBook(terminal, "case8-back", {
      sheets: cases.awayUntil(2027),
      policy: policy("detailed-measures", "quotaShare=1/6"),
    });
    expect(planned.plan.returns.map(({ person, to, settles }) => [person, to, settles])).toEqual([
      ["away1", "H", false],
      ["away2", "H", false],
      ["away3", "H", false],
    ]);
    expect(ledger(planned.plan, "H")).toMatchObject({ relationAfter: 30, workingAfter: 30, movesIn: 0 });
  });
});

describe("case 9: years in the office, years as a leader and years at the school", () => {
  const yulin = policy("yulin-notice", "document74Exemptions=", "quotaShare=100%");
  const banan = policy("banan-chongqing", "yearlyMoves=2", "postFillMost=2", "supportMost=2");

  test("eight years as vice head and four as head are due in Yulin and not in Banan", async () => {
    const due = await planBook(terminal, "case9-yulin", { sheets: cases.officeYears, policy: yulin });
    expect(flows(due.plan)).toEqual({ "A→B": 1, "B→A": 1 });
    expect(due.plan.moves.every(({ relationMoves }) => relationMoves)).toBe(true);
    const notDue = await planBook(terminal, "case9-banan", { sheets: cases.officeYears, policy: banan });
    expect(notDue.plan.moves).toEqual([]);
    expect(notDue.plan.stays.map(({ person, reason }) => [person, reason])).toEqual([
      ["校长A", "notDue"],
      ["校长B", "notDue"],
    ]);

    const other = await verifyFile(terminal, due.roster, ["--instance", "case9-yulin.xlsx", ...banan]);
    expect(other.code).toBe(3);
    expect(other.broken).toContain("plan:must-not-move");
    const none = await verifyFile(terminal, notDue.roster, ["--instance", "case9-banan.xlsx", ...yulin]);
    expect(none).toMatchObject({ code: 3, broken: ["quota"] });
  });
});

describe("case 10: near for ordinary teachers, weak for backbone", () => {
  const basis = policy("yulin-notice", "document74Exemptions=", "quotaShare=100%", "exchangeScope=county");
  const once = planBook(terminal, "case10", { sheets: cases.nearAndWeak, policy: basis });

  test("the ordinary teacher goes 6 km, the backbone teacher 30 km to the weak school", async () => {
    const planned = await once;
    const km = planned.plan.moves.map(({ person, to, distanceMetres }) => [
      person,
      to,
      Math.round((distanceMetres ?? 0) / 1000),
    ]);
    expect(km).toEqual([
      ["普通", "N", 6],
      ["骨干", "W", 30],
    ]);
    const nearness = planned.plan.levels.find(({ name }) => name === "nearness");
    expect(nearness?.value).toBe(6000);

    const stated = JSON.parse(await readFile(terminal.path("case10/plan.json"), "utf8")) as Plan;
    const moves = stated.moves.map((move) => (move.person === "普通" ? { ...move, distanceMetres: 5000 } : move));
    await writeJson(terminal, "from-school.json", { ...stated, moves });
    expect((await verifyFile(terminal, "from-school.json", planned.basis)).broken).toContain("plan:wrong-distance");
    const swapped = stated.moves.map((move, at) => ({ ...move, ...placeOf(stated.moves[1 - at]) }));
    await writeJson(terminal, "swapped.json", { ...stated, moves: swapped });
    expect((await verifyFile(terminal, "swapped.json", planned.basis)).broken).toContain("plan:misreported-level");
  });

  test("the school next door to the present one is 50 km from home", async () => {
    const planned = await once;
    const next = await verifyEdited(
      terminal,
      planned,
      changing(["普通"], { 交流轮岗单位名称: "隔壁校", 岗位编号: null, "距离（公里）": 5 }),
    );
    // What follows from residence and school is counted anew, whatever was typed, and that is said.
    expect(next).toMatchObject({ code: 0, broken: [], warnings: ["distance-recomputed"] });
  });
});

function placeOf(move: Plan["moves"][number] | undefined) {
  return move === undefined ? {} : { to: move.to, post: move.post, distanceMetres: move.distanceMetres };
}

describe("case 11: flow and stock, and the denominator", () => {
  const basis = policy("detailed-measures");
  const once = planBook(terminal, "case11", { sheets: cases.flowAndStock, policy: basis });

  test("10 of 100 start this year, beside 30 who are away; the exempt are no base, the volunteers count", async () => {
    const planned = await once;
    const { plan } = planned;
    expect(measure(plan, "quota")).toMatchObject({ value: 10, target: 10, met: true });
    expect(flows(plan)).toEqual({ "A→B": 10 });
    expect(peopleTo(plan, "B")).toEqual(expect.arrayContaining(["v1", "v2"]));
    expect(ledger(plan, "B")).toMatchObject({ workingBefore: 30, workingAfter: 40 });
    expect(plan.stays.filter(({ reason }) => reason === "running")).toHaveLength(30);
    expect(plan.stays.filter(({ reason }) => reason === "exempt")).toHaveLength(11);

    const [first = ""] = peopleTo(plan, "B");
    const nine = await verifyEdited(terminal, planned, without([first]));
    expect(nine).toMatchObject({ code: 3, broken: ["quota"] });
  });

  test.each([
    [{ excludeExempt: false }, 10, 12],
    [{ volunteersInNumerator: false }, 8, 10],
  ])("the switch %j counts %d of the same ten against %d", async (params, value, target) => {
    const planned = await once;
    const { out } = await terminal.call("policies", "detailed-measures", "--json");
    const document = JSON.parse(out) as { rules: { id: string; params?: object }[] };
    const rules = document.rules.map((rule) =>
      rule.id === "quota" ? { ...rule, params: { ...rule.params, ...params } } : rule,
    );
    await writeFile(terminal.path("switched.json"), JSON.stringify({ ...document, rules }));
    const verified = await terminal.call(
      "verify",
      planned.roster,
      "--instance",
      "case11.xlsx",
      "--policy",
      "switched.json",
      "--json",
    );
    expect(verified.code).toBe(3);
    const { measures } = JSON.parse(verified.out) as Pick<Plan, "measures">;
    expect(measures.find(({ rule }) => rule === "quota")).toMatchObject({ value, target, met: false });
  });
});

describe("case 13: forced but exempt", () => {
  const basis = policy(
    "gaoxin-flow",
    "quotaShare=0%",
    "nearRetirementYears=5",
    "pointsBelow=10",
    "surveyAtCentreOnly=true",
    "examAtCentreOnly=true",
    "pointsAtCentreOnly=true",
    "remoteYears=2",
    "termMonths=12",
  );

  test("she stays in the year of the pregnancy and goes in the next, after two years at the school", async () => {
    const exempt = await planBook(terminal, "case13-2024", { sheets: cases.forcedButExempt(2024), policy: basis });
    expect(exempt.plan.moves).toEqual([]);
    expect(exempt.plan.stays.find(({ person }) => person === "末位")).toMatchObject({ reason: "exempt" });
    const forced = await planBook(terminal, "case13-2025", { sheets: cases.forcedButExempt(2025), policy: basis });
    expect(forced.plan.moves).toMatchObject([{ person: "末位", to: "B", form: "lastPlace" }]);

    const early = await verifyFile(terminal, forced.roster, exempt.basis);
    expect(early.code).toBe(3);
    expect(early.broken).toContain("plan:must-not-move");
    const late = await verifyFile(terminal, exempt.roster, forced.basis);
    expect(late).toMatchObject({ code: 3, broken: ["mustMove"] });
  });
});

describe("case 14: the coefficient of variation", () => {
  const cv = ({ indicators }: Plan) => [
    indicators["backboneCv.primary.before"],
    indicators["backboneCv.primary.after"],
  ];

  test("14, 6 and 0 of 20: one to the second school gives 0.350, and not one to the tiny one", async () => {
    await writeJson(terminal, "balanced.json", balanced(1));
    const sheets = cases.backboneBySchool([14, 6, 0], [1000, 1000, 60]);
    const planned = await planBook(terminal, "case14", { sheets, policy: policy("balanced.json") });
    expect(flows(planned.plan)).toEqual({ "S1→S2": 1 });
    const [before, after] = cv(planned.plan);
    expect(before).toBeCloseTo(0.441, 3);
    expect(after).toBeCloseTo(0.35, 3);

    const stated = JSON.parse(await readFile(terminal.path("case14/plan.json"), "utf8")) as Plan;
    const moves = stated.moves.map((move) => ({ ...move, to: "S3", post: "S3-语文" }));
    await writeJson(terminal, "tiny.json", { ...stated, moves });
    expect((await verifyFile(terminal, "tiny.json", planned.basis)).broken).toContain("plan:misreported-level");
  });

  test.each([
    [[13, 6, 1], 0.376],
    [[13, 7, 0], 0.35],
    [[12, 6, 2], 0.52],
  ])("%j give %d, also in R21", async (amounts, expected) => {
    await writeJson(terminal, "still.json", balanced(0));
    const sheets = cases.backboneBySchool(amounts, [1000, 1000, 60]);
    const name = `case14-${amounts.join("-")}`;
    const planned = await planBook(terminal, name, { sheets, policy: policy("still.json") });
    expect(cv(planned.plan)[1]).toBeCloseTo(expected, 3);
    expect(await reportedCv(name, planned.basis)).toBeCloseTo(expected, 3);
  });

  test("the worked example of the rulebook, in tens of pupils, gives 0.515", async () => {
    await writeJson(terminal, "still.json", balanced(0));
    const sheets = cases.backboneBySchool([279, 137, 935, 160, 402], [450, 370, 890, 760, 550]);
    const planned = await planBook(terminal, "case14-example", { sheets, policy: policy("still.json") });
    expect(cv(planned.plan)[0]).toBeCloseTo(0.515, 3);
    expect(await reportedCv("case14-example", planned.basis)).toBeCloseTo(0.515, 3);
  });

  /** Returns the coefficient after the plan as R21 shows it. */
  async function reportedCv(name: string, basis: readonly string[]): Promise<number | undefined> {
    const { out } = await terminal.call("report", `${name}/plan.json`, ...basis, "--only", "R21", "--json");
    const { reports } = JSON.parse(out) as {
      reports: { tables: { columns: { key: string }[]; rows: unknown[][] }[] }[];
    };
    const table = reports[0]?.tables.find(({ columns }) => columns.some(({ key }) => key === "cvAfter"));
    const at = table?.columns.findIndex(({ key }) => key === "cvAfter") ?? -1;
    const found = table?.rows.map((row) => row[at]).find((value) => typeof value === "number");
    return typeof found === "number" ? found : undefined;
  }
});
