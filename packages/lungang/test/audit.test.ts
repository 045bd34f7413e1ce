import type { Person } from "@lungang/core";
import { worksAt } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { readXlsxBook, writeWorkbook } from "@lungang/tabular";
import { afterAll, describe, expect, it } from "vitest";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import type { AppointmentList, Applications, Instance, PlanningCase, ReportCardDocument } from "../src/index.ts";
import {
  auditAppointment,
  auditPlan,
  auditRoster,
  cardFiles,
  publicCard,
  readRoster,
  reportCardSchema,
  verifyPlan,
} from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { STAGED, SWAP_OR_ENVY, changed, listOf, opened } from "./applications.ts";
import { cardOf } from "./cards.ts";
import { smallCase } from "./county.ts";

const session = openSession();
afterAll(() => session.close());

/** What was found: value, and people and posts of every case, by finding; findings without a case are left out. */
const found = ({ findings }: ReportCardDocument) =>
  Object.fromEntries(
    findings.flatMap(({ name, value, cases = [] }) =>
      value === 0 ? [] : [[name, [value, ...cases.map(({ people, posts }) => [...people, ...posts].join(" "))]]],
    ),
  );

async function listBy(applications: Applications): Promise<AppointmentList> {
  const outcome = await session.appoint(applications);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  const { lines } = outcome.appointment;
  return {
    ...listOf(Object.fromEntries(lines.map(({ person, post: at }) => [person, at]))),
    steps: stepsOf(outcome.appointment.rounds),
  };
}

function stepsOf(
  rounds: readonly { readonly round: string; readonly steps: readonly { person: string; post: string | null }[] }[],
) {
  return rounds.length === 0
    ? undefined
    : rounds.flatMap(({ round, steps }) => steps.map(({ person, post: at }) => ({ round, person, post: at })));
}

const byRule = (name: string) => changed(SWAP_OR_ENVY, { 参数: { 2: ["聘任规则", name] } });

describe("appointments that a rule made", () => {
  it("have no fault under acceptance, or where both sides choose", async () => {
    for (const name of ["延迟接受", "双向选择（教师先选）"]) {
      const applications = await opened(byRule(name));
      const card = cardOf(auditAppointment(applications, await listBy(applications)));
      expect([name, found(card), card.verified.ok]).toEqual([name, {}, true]);
    }
  });

  it("have whom trading passes over", async () => {
    const applications = await opened(byRule("首位交易循环"));
    const card = cardOf(auditAppointment(applications, await listBy(applications)));
    expect(found(card)).toEqual({ justifiedEnvy: [1, "R Q A"], blockingPairs: [1, "R Q A"] });
    expect(card.findings[1]?.cases?.[0]?.text.zh).toBe(
      "“任三（R）”更愿去岗位“甲校 语文（A）”，排序在“秦二（Q）”之前，却由“秦二（Q）”取得",
    );
    expect(card.verified.ok).toBe(true);
  });

  it("have whom rounds pass over: the own township comes first", async () => {
    const applications = await opened(STAGED);
    const list = await listBy(applications);
    const card = cardOf(auditAppointment(applications, list));
    expect(found(card)).toEqual({ justifiedEnvy: [1, "M L F"], blockingPairs: [1, "M L F"] });
    expect(card.verified.ok).toBe(true);
    // A list that its rounds do not give is not verified and has a card all the same.
    const torn = cardOf(auditAppointment(applications, { ...list, steps: [] }));
    expect([torn.verified.ok, found(torn)]).toEqual([false, found(card)]);
  });
});

describe("appointments made by hand, with faults planted", () => {
  it("show an exchange that passes somebody over", async () => {
    const applications = await opened(SWAP_OR_ENVY);
    const card = cardOf(auditAppointment(applications, listOf({ P: "B", Q: "A", R: "C", U: null })));
    expect(found(card)).toEqual({ justifiedEnvy: [1, "R Q A"], blockingPairs: [1, "R Q A"] });
    expect(card.verified.ok).toBe(false);
  });

  it("show a wished place left empty, who is below the own post, and who has none", async () => {
    const wishes = changed(SWAP_OR_ENVY, { 报名志愿: { 4: ["U", "C"] } });
    const card = cardOf(auditAppointment(await opened(wishes), listOf({ P: "C", Q: "B", R: null, U: null })));
    expect(found(card)).toEqual({
      worseThanStaying: [2, "P A C", "R C"],
      // R keeps C and stands before P there; U comes behind him.
      justifiedEnvy: [1, "R P C"],
      blockingPairs: [4, "R P C", "P A", "Q A", "R A"],
      wastedPosts: [1, "P A", "Q A", "R A"],
    });
  });

  it("show vacancies that nobody was told of: not declared, or shut without a reason", async () => {
    const hidden = changed(SWAP_OR_ENVY, {
      岗位: {
        0: ["岗位编号", "学校", "学科", "岗位数", "学校申报公布数", "是否公布", "不公布原因"],
        1: ["A", "甲校", "语文", 4, 1, null, null],
        2: ["B", "乙校", "语文", 3, null, "否", null],
        3: ["C", "丙校", "语文", 3, null, "否", "撤点"],
      },
      报名志愿: { 0: ["人员编号", "第一志愿"], 1: ["P", "A"], 2: ["Q", "A"], 3: ["R", "A"], 4: ["U", "A"] },
    });
    const applications = await opened(hidden);
    const card = cardOf(auditAppointment(applications, listOf({ P: "A", Q: "B", R: "A", U: null })));
    expect(found(card)).toEqual({ hiddenVacancies: [4, "A", "B"] });
    expect(card.shortfalls.schools).toEqual([
      { school: "丙校", name: "丙校", heads: 3, before: 2, after: 3 },
      { school: "乙校", name: "乙校", heads: 3, before: 2, after: 2 },
      { school: "甲校", name: "甲校", heads: 4, before: 3, after: 2 },
    ]);
  });
});

/** A county in which points come first: everybody is born in 1980, but for what is said. */
const COUNTY: Instance = countyOf({
  schools: [
    school({ id: "S", name: "强校", quality: "good", coordinates: { latitude: 34, longitude: 109 }, establishment: 4 }),
    school({
      id: "W",
      name: "弱校",
      quality: "weak",
      coordinates: { latitude: 34.1, longitude: 109 },
      establishment: 9,
    }),
    school({ id: "V", name: "村校", coordinates: { latitude: 34.3, longitude: 109 } }),
  ],
  posts: [post("S", 3), post("W", 4), post("V", 2)],
  persons: [
    ...["a", "b", "c", "d"].map((id, at) =>
      teacher({
        id,
        name: `师${id}`,
        homeSchool: "S",
        residence: { latitude: 34, longitude: 109 },
        x: { score: 40 + at },
        sex: at < 2 ? "female" : "male",
        ...(id === "c" ? { spouse: "d" } : {}),
        // b has more points than a and wishes what a gets; d wishes a place that stays empty.
        application: { volunteer: true, wishes: { a: ["W"], b: ["W"], c: [], d: ["W"] }[id] ?? [] },
      }),
    ),
    teacher({
      id: "w",
      name: "师w",
      homeSchool: "W",
      birthDate: "1999-09-02",
      residence: { latitude: 34.1, longitude: 109 },
    }),
  ],
});

const POLICY = (rules: readonly object[]) =>
  policyOf({
    attributes: [{ id: "score", type: "number", text: { zh: "积分", en: "score" } }],
    points: [
      {
        id: "merit",
        source: "t",
        text: { zh: "积分", en: "points" },
        items: [{ per: "person.x.score", points: 1 }],
        ties: [],
      },
    ],
    forms: [form("rotation")],
    eligibility: { volunteers: { source: "t", needsVacancy: false, needsHomeConsent: false } },
    rules: [rule("total", { max: 99 }), ...rules],
  });

const caseOf = (instance: Instance, rules: readonly object[]): PlanningCase => ({
  instance,
  policy: POLICY(rules),
  locks: [],
});

/** The roster that somebody wrote in a spreadsheet: who goes to which school. */
async function rosterOf(moves: Readonly<Record<string, string>>, instance: Instance) {
  const rows = Object.entries(moves);
  const columns = ["人员编号", "交流轮岗单位名称"].map((header) => ({ header }));
  const read = await readRoster(await writeWorkbook([{ name: "交流轮岗人员名册", columns, rows }]), instance);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

describe("rotation plans made in a spreadsheet, with faults planted", () => {
  const first = rule("pointsFirst", { points: "merit" });

  it("show who is passed over, as verification does, and who was sent where he did not ask to go", async () => {
    const planningCase = caseOf(COUNTY, [first]);
    const card = cardOf(await auditRoster(planningCase, await rosterOf({ a: "弱校", c: "村校" }, COUNTY)));
    expect(found(card)).toEqual({
      worseThanStaying: [1, "c S-语文 V-语文"],
      justifiedEnvy: [2, "b a W-语文", "d a W-语文"],
      // At W three heads are left; at S, from which c was sent, one.
      blockingPairs: [3, "b W-语文", "c S-语文", "d W-语文"],
      wastedPosts: [2, "b W-语文", "c S-语文", "d W-语文"],
      // 9 heads of establishment, 4 posts, one of them held: 5 are nowhere.
      hiddenVacancies: [5, ""],
      guestHeldPosts: [2, "c V-语文", "a W-语文"],
    });
    expect(card.findings[0]?.cases?.[0]?.text.zh).toBe(
      "“师c”本可留在“强校 小学语文”，结果为“村校 小学语文”，不是本人更愿去的岗位；离家由 0.0 公里变为 43.4 公里",
    );
    expect([card.verified.ok, card.verified.text.zh]).toEqual([false, "复核未通过：2 处违反硬性规定。"]);
  });

  it("pass nobody over for whom a decision sends, and nobody whom the rule does not ask", async () => {
    const envied = async (planningCase: PlanningCase) => {
      const card = cardOf(await auditRoster(planningCase, await rosterOf({ a: "弱校" }, COUNTY)));
      return [found(card)["justifiedEnvy"] ?? [], card.verified.ok];
    };
    const planningCase = caseOf(COUNTY, [first]);
    expect(await envied(planningCase)).toEqual([[2, "b a W-语文", "d a W-语文"], false]);
    const sent = { ...planningCase, locks: [{ person: "a", school: "W", reason: "定向" }] };
    expect(await envied(sent)).toEqual([[], true]);
    const women = rule("pointsFirst", {
      points: "merit",
      who: { attr: "person.sex", op: "eq", value: "female" },
    });
    expect(await envied(caseOf(COUNTY, [women]))).toEqual([[1, "b a W-语文"], false]);
  });

  it("show burden, distances, flow and shortfalls to the last person", async () => {
    const card = cardOf(
      await auditRoster(caseOf(COUNTY, []), await rosterOf({ a: "弱校", c: "村校", d: "弱校" }, COUNTY)),
    );
    expect(found(card)["justifiedEnvy"]).toEqual([null]);
    expect(card.findings[1]?.because?.zh).toContain("没有以积分排定先后的规则");
    const groups = (grouping: string) =>
      card.burden
        .find((each) => each.grouping === grouping)
        ?.groups.map(({ text, people, moved, worse }) => [text.zh, people, moved, worse].join(" "));
    expect(groups("sex")).toEqual(["女 2 1 0", "男 3 2 1"]);
    expect(groups("ageBand")).toEqual(["29 岁以下 1 0 0", "40 至 49 岁 4 3 1"]);
    expect(groups("couple")).toEqual(["夫妻同在本县任教 2 2 1", "其他人员 3 1 0"]);
    expect(groups("school")).toEqual(["强校 4 3 1", "弱校 1 0 0"]);
    expect(groups("rank")).toEqual(["无职称 5 3 1"]);
    expect(card.distances.decilesBefore).toEqual(Array.from({ length: 10 }, () => 0));
    expect(new Set(card.distances.decilesAfter)).toEqual(new Set([14455, 43366]));
    expect(card.distances.decilesAfter.indexOf(43366)).toBe(6);
    expect(card.flow.lines.filter(({ people }) => people !== 0)).toEqual([
      { from: "strong", to: "ordinary", people: 1, cases: ["c"] },
      { from: "strong", to: "weak", people: 2, cases: ["a", "d"] },
    ]);
    expect(card.shortfalls.schools.map(({ name, before, after }) => [name, before, after])).toEqual([
      ["强校", 0, 2],
      ["村校", 2, 1],
      ["弱校", 3, 1],
    ]);
    expect([card.shortfalls.before.curve, card.shortfalls.after.curve, card.shortfalls.dominates]).toEqual([
      [0, 0, 2, 5],
      [0, 1, 2, 4],
      true,
    ]);
  });

  it("agree with verification on who is passed over, whoever goes", async () => {
    const planningCase = caseOf(COUNTY, [first]);
    const places = ["", "弱校", "村校"];
    for (let code = 0; code < 81; code += 2) {
      const ends = ["a", "b", "c", "d"].map((id, at) => [id, places[Math.floor(code / 3 ** at) % 3] ?? ""] as const);
      const roster = await rosterOf(Object.fromEntries(ends.filter(([, to]) => to !== "")), COUNTY);
      const card = cardOf(await auditRoster(planningCase, roster));
      const envy = card.findings.find(({ name }) => name === "justifiedEnvy");
      const people = new Set(envy?.cases?.map(({ people: [person] }) => person));
      const [verified] = [card.verified.text.zh];
      // Every person passed over is one violation of the rule; nothing else is hard here.
      expect([code, verified.match(/\d+/u)?.[0] ?? "0"]).toEqual([code, String(people.size)]);
    }
  });
});

describe("a plan of the planner", () => {
  it("has the figures that its lines give, and no envy that it does not say", async () => {
    const planningCase = await smallCase();
    const outcome = await session.plan(planningCase);
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const { plan } = outcome;
    const card = cardOf(await auditPlan(planningCase, plan));
    expect([card.verified.ok, (await verifyPlan(planningCase, plan)).ok]).toEqual([true, true]);
    const moves = plan.moves.filter(({ from, to }) => from !== null && from !== to);
    expect(moves.length).toBeGreaterThan(0);
    expect(card.distances.moved).toBe(moves.length);
    expect(bySex(card)).toEqual(countBySex(moves, planningCase.instance));
    const metres = moves.flatMap(({ distanceMetres }) => distanceMetres ?? []).sort((a, b) => a - b);
    expect(card.distances.decilesAfter.at(-1)).toBe(metres.at(-1));
    expect(card.distances.decilesAfter[4]).toBe(metres[Math.ceil(metres.length / 2) - 1]);
    const lacking = plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0);
    expect(card.shortfalls.after.total).toBe(lacking);
    const wished = (person: Person, to: string) => person.application?.wishes.includes(to) === true;
    const people = new Map(planningCase.instance.persons.map((person) => [person.id, person]));
    const unwished = moves.filter(({ person, to }) => !wished(people.get(person) as Person, to));
    expect(found(card)["worseThanStaying"]?.[0] ?? 0).toBe(unwished.length);
  });
});

const bySex = (card: ReportCardDocument) =>
  Object.fromEntries(card.burden[0]?.groups.map(({ group, moved }) => [group, moved]) ?? []);

function countBySex(moves: Plan["moves"], { persons }: Instance): Readonly<Record<string, number>> {
  const going = new Set(moves.map(({ person }) => person));
  const counts: Record<string, number> = {};
  for (const person of persons)
    if (worksAt(person) !== undefined && person.inPost)
      counts[person.sex] = (counts[person.sex] ?? 0) + (going.has(person.id) ? 1 : 0);
  return counts;
}

describe("privacy", () => {
  it("leaves out of the public edition every person, case and small count, in document and workbook", async () => {
    const card = cardOf(
      await auditRoster(caseOf(COUNTY, []), await rosterOf({ a: "弱校", c: "村校", d: "弱校" }, COUNTY)),
    );
    const shown = reportCardSchema.parse(publicCard(card));
    expect(JSON.stringify(shown)).not.toMatch(/师[a-z]|"cases"|"people":\[|metresBefore/u);
    for (const { groups } of shown.burden)
      for (const group of groups)
        for (const count of [group.people, group.moved, group.worse])
          expect(count === "*" || count === 0 || count >= 5).toBe(true);
    expect(shown.distances.decilesAfter).toEqual(Array.from({ length: 10 }, () => "*"));
    expect(shown.flow.lines.every(({ people }) => people === "*" || people === 0)).toBe(true);
    expect(shown.findings.map(({ value }) => value)).toEqual(["*", null, null, 2, 5, "*"]);
    const files = await cardFiles(card, "zh");
    const texts = await Promise.all(
      files.flatMap(({ name, content }) =>
        name.endsWith(".xlsx") ? [readXlsxBook(content as Uint8Array).then((book) => JSON.stringify(book))] : [],
      ),
    );
    expect(texts.map((text) => /师[a-d]/u.test(text))).toEqual([true, false]);
    expect(texts[1]).not.toMatch(/逐项个案|变动人员/u);
  });

  it("holds back a count that leaves few, and none where the group is large enough", () => {
    const group = (name: string, people: number, moved: number) => ({
      group: name,
      text: { zh: name, en: name },
      people,
      moved,
      worse: 0,
      meanMetres: 1000,
    });
    const base = reportCardSchema.parse({
      ...EMPTY,
      burden: [
        {
          grouping: "sex",
          text: { zh: "", en: "" },
          groups: [group("f", 20, 18), group("m", 40, 9), group("x", 30, 8)],
          unknown: 0,
        },
      ],
    });
    const [burden] = publicCard(base).burden;
    // 2 of the first stay: that they moved is held back, and the smallest other with it.
    expect(burden?.groups.map(({ people, moved }) => [people, moved])).toEqual([
      [20, "*"],
      [40, 9],
      [30, "*"],
    ]);
  });
});

const EMPTY = {
  format: "lungang-report-card-1",
  message: { zh: "", en: "" },
  issues: [],
  title: "",
  kind: "rotation",
  edition: "internal",
  verified: { ok: true, text: { zh: "", en: "" } },
  findings: [],
  distances: { moved: 0, knownBefore: 0, knownAfter: 0, decilesBefore: [], decilesAfter: [] },
  flow: { lines: [], unknown: 0 },
  shortfalls: {
    schools: [],
    before: { total: 0, curve: [0], gini: null },
    after: { total: 0, curve: [0], gini: null },
    dominates: true,
  },
};
