import { postsOfCounty } from "@lungang/appointment/posts";
import type { PlanMove, PlanReturn } from "@lungang/core/plan";
import { usesHeadcount } from "@lungang/core/recount";
import { afterAll, describe, expect, it } from "vitest";
import { countyOf, form, policyOf, post, school, teacher } from "../../core/test/small-county.ts";
import type { AfterPlan, Applications, DecidedAppointment, Instance } from "../src/index.ts";
import { auditAppointment, verifyAppointmentList } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { ends, listOf, opened, problems } from "./applications.ts";
import { smallCase, smallCounty } from "./county.ts";

const session = openSession();
afterAll(() => session.close());

async function decidedBy(applications: Applications): Promise<DecidedAppointment> {
  const outcome = await session.appoint(applications);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  return outcome.appointment;
}

/** The workbook of a county with who wishes what; everybody has the points of the place in the list. */
function sheetsOf(
  instance: Instance,
  wishes: Readonly<Record<string, readonly string[]>>,
  rounds: Sheets = {},
): Sheets {
  const { posts, people } = postsOfCounty(instance);
  return {
    参数: [
      ["项目", "内容"],
      ["聘任规则", "延迟接受"],
      ["抽签种子", "1"],
    ],
    岗位: [
      ["岗位编号", "学校", "乡镇", "学段", "学科", "岗位类别", "岗位数", "交流保留数"],
      ...posts.map(({ id, school: at, township, stage, subject, kind, capacity, reserved }) => [
        id,
        at,
        township ?? "无",
        stage ?? null,
        subject ?? null,
        { teaching: "教学", management: "管理", support: "教辅", logistics: "工勤", dormitory: "宿管" }[kind],
        capacity,
        reserved ?? 0,
      ]),
    ],
    人员: [["人员编号", "原岗位编号", "积分"], ...people.map(({ id, ownPost }, at) => [id, ownPost, 1000 - at])],
    报名志愿: [
      ["人员编号", "第一志愿", "第二志愿"],
      ...Object.entries(wishes).map(([person, list]) => [person, list[0] ?? null, list[1] ?? null]),
    ],
    ...rounds,
  };
}

/**
 * S has two posts, held by a and b; W one, empty; V two, held by c and by r, whose exchange from S ended. The head at S that
 * r comes back to is the third one.
 */
const COUNTY = countyOf({
  schools: [
    school({ id: "S", name: "甲校", establishment: 3 }),
    school({ id: "W", name: "乙校", establishment: 1 }),
    school({ id: "V", name: "丙校", establishment: 2 }),
  ],
  posts: [post("S", 3), post("W", 1), post("V", 2)],
  persons: [
    ...["a", "b"].map((id) => teacher({ id, homeSchool: "S" })),
    teacher({ id: "c", homeSchool: "V" }),
    teacher({
      id: "r",
      homeSchool: "S",
      currentSchool: "V",
      exchanges: [{ from: "S", to: "V", form: "rotation", start: "2022-09-01", end: "2024-08-31" }],
    }),
  ],
});
const POLICY = policyOf({ forms: [form("rotation"), form("transfer", { relationMoves: true })] });

const move = (relationMoves: boolean): PlanMove => ({
  person: "a",
  from: "S",
  to: "W",
  post: "W-语文",
  form: relationMoves ? "transfer" : "rotation",
  start: "2024-09-01",
  end: relationMoves ? null : "2025-08-31",
  relationMoves,
  distanceMetres: null,
});
const RETURN: PlanReturn = { person: "r", from: "V", to: "S", post: "S-语文", settles: false };

const after = (moves: readonly PlanMove[], returns: readonly PlanReturn[] = [RETURN]): AfterPlan => ({
  planningCase: { instance: COUNTY, policy: POLICY, locks: [] },
  plan: { moves: [...moves], returns: [...returns] },
});

const WISHES = { c: ["S-语文"], b: ["V-语文"] };

describe("competition after a rotation plan, for the same posts", () => {
  it("opens what somebody left for good: c follows a, and who comes back has the own head", async () => {
    const applications = await opened(sheetsOf(COUNTY, { c: ["S-语文"] }), { after: after([move(true)]) });
    expect(applications.market.placed.map(({ id, because }) => [id, because])).toEqual([
      ["a", "earlierRound"],
      ["r", "returning"],
    ]);
    const decided = await decidedBy(applications);
    expect(ends(decided)).toEqual({ b: "S-语文", c: "S-语文" });
    expect(decided.properties.at(-1)).toMatchObject({ name: "ledgersHold", holds: true });
    expect(decided.ledgers.map(({ name, relationAfter, workingAfter }) => [name, relationAfter, workingAfter])).toEqual(
      [
        ["乙校", 1, 1],
        ["丙校", 0, 0],
        ["甲校", 3, 3],
      ],
    );
  });

  it("keeps the head of somebody who is away for a term, and what a guest leaves is open", async () => {
    const applications = await opened(sheetsOf(COUNTY, WISHES), { after: after([move(false)]) });
    const decided = await decidedBy(applications);
    // At S are b and r, and the head of a is kept: c finds nothing there; at V r has gone, b comes, and then c may go.
    expect(ends(decided)).toEqual({ b: "V-语文", c: "S-语文" });
    const alone = await decidedBy(await opened(sheetsOf(COUNTY, { c: ["S-语文"] }), { after: after([move(false)]) }));
    expect(ends(alone)).toEqual({ b: "S-语文", c: "V-语文" });
    expect(alone.vacancies.find(({ post: id }) => id === "S-语文")).toMatchObject({
      gap: 1,
      offered: 0,
      notOffered: [{ reason: "reserved", heads: 1 }],
    });
    expect(alone.ledgers.find(({ school: id }) => id === "S")).toMatchObject({ relationAfter: 3, workingAfter: 2 });
  });

  it("finds a ledger that a list by hand breaks, though no post has more people than heads", async () => {
    const applications = await opened(sheetsOf(COUNTY, { c: ["S-语文"] }), { after: after([move(false)]) });
    const report = verifyAppointmentList(applications, listOf({ b: "S-语文", c: "S-语文" }));
    if (!report.ok) throw new Error(JSON.stringify(report.issues));
    const ledgers = report.value.properties.find(({ name }) => name === "ledgersHold");
    expect([report.value.ok, ledgers?.findings.map(({ text }) => text.zh)]).toEqual([
      false,
      ["岗位“S-语文”人事关系 4 人，最多 3 人", "“甲校”人事关系 4 人，编制最多容纳 3 人"],
    ]);
    // The card of the list knows the plan as well.
    const card = auditAppointment(applications, listOf({ b: "S-语文", c: "V-语文" }));
    expect(card.ok && [card.value.verified.ok, card.value.shortfalls.after.total]).toEqual([true, 2]);
  });

  it("takes nobody beyond the establishment of a school, and says why a head is not offered", async () => {
    const small: Instance = {
      ...COUNTY,
      schools: COUNTY.schools.map((each) => (each.id === "S" ? { ...each, establishment: 2 } : each)),
    };
    const planningCase = { instance: small, policy: POLICY, locks: [] };
    const plan = { ...after([move(true)]), planningCase };
    const decided = await decidedBy(await opened(sheetsOf(small, { c: ["S-语文"] }), { after: plan }));
    expect(ends(decided)).toEqual({ b: "S-语文", c: "V-语文" });
    expect(decided.vacancies.find(({ post: id }) => id === "S-语文")?.notOffered.map(({ text }) => text.zh)).toEqual([
      "学校编制已满",
    ]);
    expect(decided.properties.at(-1)?.holds).toBe(true);
  });

  it("leaves out who uses no head: the one that he would leave is not there to be filled", async () => {
    const sick: Instance = {
      ...COUNTY,
      persons: COUNTY.persons.map((each) =>
        each.id === "b"
          ? {
              ...each,
              statuses: [{ code: "longSickLeave", approved: true, from: "2024-01-01", occupiesHeadcount: false }],
            }
          : each,
      ),
    };
    const planningCase = { instance: sick, policy: POLICY, locks: [] };
    const plan = { ...after([move(true)]), planningCase };
    const sheets = sheetsOf(sick, { b: ["V-语文"], c: ["S-语文"] });
    expect(await problems(sheets, { after: plan })).toEqual(["applies-and-rotates 报名志愿!A2"]);
    const applications = await opened(sheets, { after: plan });
    expect(ends(await decidedBy(applications))).toEqual({ c: "S-语文" });
    // Why somebody uses none is told to nobody.
    const list = listOf({ c: "S-语文" });
    expect(JSON.stringify(verifyAppointmentList(applications, list))).not.toMatch(/病|sick/iu);
  });

  it("says who applies and is placed by the plan, at the cell", async () => {
    const sheets = sheetsOf(COUNTY, { a: ["V-语文"], c: ["S-语文"] });
    expect(await problems(sheets, { after: after([move(true)]) })).toEqual(["applies-and-rotates 报名志愿!A2"]);
    // What is wrong with a row behind one that is left out is still told at its own cell.
    const wrong = { ...sheets, 报名志愿: [...(sheets["报名志愿"] ?? []), ["b", "nowhere", null]] };
    expect(await problems(wrong, { after: after([move(true)]) })).toEqual([
      "unknown-id 报名志愿!B4",
      "applies-and-rotates 报名志愿!A2",
    ]);
  });
});

/** Numbers from a seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Heads of every post by where people work and by where their relation is, counted from the documents, but who uses a head. */
function countedHeads(
  { instance, uses }: { readonly instance: Instance; readonly uses: (id: string) => boolean },
  { moves, returns }: AfterPlan["plan"],
  decided: DecidedAppointment,
) {
  const working = new Map<string, string>();
  const relation = new Map<string, string>();
  const { people } = postsOfCounty(instance);
  for (const { id, ownPost } of people) {
    working.set(id, ownPost);
    relation.set(id, ownPost);
  }
  for (const { person, post: to, relationMoves, from } of moves) {
    working.set(person, to);
    if (relationMoves || from === null) relation.set(person, to);
  }
  for (const { person, post: to } of returns) {
    working.set(person, to);
    relation.set(person, to);
  }
  for (const { person, post: to } of decided.lines)
    for (const ledger of [working, relation])
      if (to === null) ledger.delete(person);
      else ledger.set(person, to);
  const count = (ledger: ReadonlyMap<string, string>) => {
    const heads = new Map<string, number>();
    for (const [id, at] of ledger) if (uses(id)) heads.set(at, (heads.get(at) ?? 0) + 1);
    return heads;
  };
  return { working: count(working), relation: count(relation) };
}

describe("a planned county", () => {
  it("keeps both ledgers through plan and rounds, whoever applies", async () => {
    const planningCase = await smallCase({ county: { instance: smallCounty(8, 220) } });
    const { instance } = planningCase;
    const planned = await session.plan(planningCase);
    if (planned.status !== "planned") throw new Error(planned.status);
    expect(planned.plan.moves.length).toBeGreaterThan(3);
    const { posts, people } = postsOfCounty(instance);
    const rounds: Sheets = {
      轮次: [
        ["轮次", "次序", "岗位范围"],
        ["本校", 1, "本校"],
        ["本乡镇", 2, "本乡镇"],
        ["全县", 3, "全县"],
      ],
    };
    for (const seed of [1, 2]) {
      const random = randomOf(seed);
      const some = people.filter(() => random() < 0.6);
      const wishes = Object.fromEntries(
        some.map(({ id, ownPost }) => {
          const subject = posts.find((each) => each.id === ownPost)?.subject;
          const fitting = posts.filter((each) => each.subject === subject && each.id !== ownPost);
          const [first, second] = fitting.sort(() => random() - 0.5);
          return [id, [first, second].flatMap((each) => each?.id ?? [])];
        }),
      );
      const applications = await opened(sheetsOf(instance, wishes, rounds), {
        after: { planningCase, plan: planned.plan },
      });
      const decided = await decidedBy(applications);
      expect([seed, decided.properties.filter(({ holds }) => !holds)]).toEqual([seed, []]);
      expect(decided.counts.moved).toBeGreaterThan(5);
      const moved = new Set(planned.plan.moves.map(({ person }) => person));
      expect(decided.lines.filter(({ person }) => moved.has(person))).toEqual([]);
      const { eligibility } = applications.after as NonNullable<Applications["after"]>;
      const uses = (id: string) => usesHeadcount(eligibility, eligibility.county.personIndex.get(id) as number);
      const before = countedHeads({ instance, uses }, { moves: [], returns: [] }, { ...decided, lines: [] });
      const plan = countedHeads({ instance, uses }, planned.plan, { ...decided, lines: [] });
      const now = countedHeads({ instance, uses }, planned.plan, decided);
      for (const { id, capacity, reserved = 0 } of posts)
        for (const ledger of ["working", "relation"] as const)
          expect([
            id,
            ledger,
            (now[ledger].get(id) ?? 0) <=
              Math.max(capacity, (before[ledger].get(id) ?? 0) + reserved, plan[ledger].get(id) ?? 0),
          ]).toEqual([id, ledger, true]);
    }
  });
});
