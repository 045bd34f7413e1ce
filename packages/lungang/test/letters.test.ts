import { whyEverybody } from "@lungang/explain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Plan, PlanningCase } from "../src/index.ts";
import { lettersFile } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { county, smallCase } from "./county.ts";

/** What is handed to each person: one page each, in nobody else's hands. */

const session = openSession();
afterAll(() => session.close());

/** The county under the notice with its plan, made once. */
let ground: { readonly planningCase: PlanningCase; readonly plan: Plan };

beforeAll(async () => {
  const named = { ...county, persons: county.persons.map((person) => ({ ...person, name: `师<${person.id}>` })) };
  const planningCase = await smallCase({ county: { instance: named } });
  const outcome = await session.plan(planningCase);
  if (outcome.status !== "planned") throw new Error(outcome.status);
  ground = { planningCase, plan: outcome.plan };
});

/** All letters of the plan; with what another place would cost where it is asked for. */
async function pages(date?: string, withCosts = false) {
  const people = withCosts ? await session.reasons(ground) : undefined;
  const file = lettersFile("通知书.html", ground, {
    language: "zh",
    ...(date === undefined ? {} : { date }),
    ...(people === undefined ? {} : { people }),
  });
  const html = String(file.content);
  return { ...ground, html, people, sections: html.match(/<section>.*?<\/section>/gsu) ?? [] };
}

const STAYS = "<h1>未安排交流说明（本人）</h1>";

describe("lettersFile", () => {
  test("tells everybody who was due or applied and stays why, and how to object", async () => {
    const { plan, sections } = await pages("2026-07-01");
    const told = sections.filter((section) => section.includes(STAYS));
    const open = plan.stays.filter(({ reason }) => reason === "notChosen" || reason === "noPost");
    expect(open.length).toBeGreaterThan(0);
    for (const { person } of open)
      expect(told.filter((section) => section.includes(`师&#60;${person}&#62;`))).toHaveLength(1);
    for (const section of told) {
      const named = new Set([...section.matchAll(/师&#60;(.*?)&#62;/gu)].map(([, id]) => id));
      expect(named.size).toBe(1);
      expect(section).toMatch(/未安排交流，继续在\S+(?:任教|任职)。现将原因说明如下。/u);
      expect(section).toMatch(/原因：\S+。/u);
      expect(section).toContain("有异议的，请在公示期内");
      expect(section).not.toMatch(/抽签|种子|求解|安排其交流/u);
    }
  });

  test("has a notice, an introduction and the reasons for everybody who moves or comes back, and names nobody else", async () => {
    const { plan, html, sections } = await pages("2026-07-01");
    const people = [...plan.moves, ...plan.returns].map(({ person }) => person);
    expect(people.length).toBeGreaterThan(3);
    // Who stays for good at the host needs no introduction there.
    const settled = plan.returns.filter(({ settles }) => settles).length;
    const moving = sections.filter((section) => !section.includes(STAYS));
    expect(moving).toHaveLength(3 * people.length - settled);
    const found = new Map<string, string[]>();
    for (const section of moving) {
      const title = /<h1>(.*?)<\/h1>/u.exec(section)?.[1] ?? "";
      const named = [...new Set([...section.matchAll(/师&#60;(.*?)&#62;/gu)].map(([, id = ""]) => id))];
      expect(named).toHaveLength(1);
      found.set(named[0] ?? "", [...(found.get(named[0] ?? "") ?? []), title]);
      expect(section).toMatch(/教育局（盖章）<br>2026年7月1日/u);
    }
    expect([...found.keys()].sort()).toEqual([...people].sort());
    const staying = new Set(plan.returns.flatMap(({ person, settles }) => (settles ? [person] : [])));
    for (const [person, [notice, ...titles]] of found) {
      const isRecruit = plan.moves.some((move) => move.person === person && move.form === "recruit");
      expect(notice).toMatch(isRecruit ? /^新教师分配通知书$/u : /^(?:教师|校长)交流轮岗通知书$/u);
      const why = `${isRecruit ? "岗位" : "交流"}安排说明（本人）`;
      expect(titles).toEqual([...(staying.has(person) ? [] : ["介绍信"]), why]);
    }
    expect(html).not.toMatch(/抽签|种子|求解/u);
    expect(html).not.toContain("师<");
  });

  test("speaks to each as what they are: heads of school, who comes back, recruits", async () => {
    const { plan, sections } = await pages();
    const of = (person: string) => sections.filter((section) => section.includes(`师&#60;${person}&#62;`)).join("");
    const leaders = new Set(
      county.persons.flatMap(({ id, personType }) =>
        personType === "principal" || personType === "vicePrincipal" ? [id] : [],
      ),
    );
    for (const { person } of plan.moves)
      expect(of(person)).toContain(leaders.has(person) ? "&#62;同志：" : "&#62;老师：");
    const back = plan.returns.filter(({ settles }) => !settles);
    const recruits = plan.moves.filter(({ form }) => form === "recruit");
    expect([back.length, recruits.length].every((count) => count > 0)).toBe(true);
    for (const { person } of back) {
      expect(of(person)).toMatch(/请自\d{4}年9月1日起返回/u);
      expect(of(person)).toContain("该同志在");
    }
    for (const { person } of recruits) expect(of(person)).toContain("依据：您是新招聘教师");
  });

  test("tells who goes what another place would cost, in an aim and its unit, and nothing where that is not known", async () => {
    const { plan, people, sections } = await pages("2026-07-01", true);
    const whys = new Map((people ?? []).map((why) => [why.person, why.alternative]));
    let told = 0;
    for (const { person } of [...plan.moves, ...plan.returns]) {
      const own = sections.filter((section) => section.includes(`师&#60;${person}&#62;`));
      const [why = ""] = own.filter((section) => section.includes("安排说明（本人）</h1>"));
      const alternative = whys.get(person) ?? undefined;
      const isTold = /如改为|无论怎样改变/u.test(why);
      expect([person, isTold]).toEqual([person, alternative !== undefined]);
      if (isTold) told++;
      const costs = why.match(
        /全县“[^”]+”(?:由 [\d.]+ \p{Script=Han}+变为 [\d.]+ \p{Script=Han}+，|至少)?变差 [\d.]+(?:%| \p{Script=Han})/gu,
      );
      expect([person, costs?.length ?? 0]).toEqual([person, isTold ? 1 : 0]);
      const named = new Set([...why.matchAll(/师&#60;(.*?)&#62;/gu)].map(([, id]) => id));
      expect([...named]).toEqual([person]);
      expect(why).not.toMatch(/抽签|种子|求解|不等于没有代价/u);
    }
    expect([told >= plan.moves.length, told < plan.moves.length + plan.returns.length]).toEqual([true, true]);
  });

  test("tells each the way and the own wishes", async () => {
    const { plan, sections } = await pages("2026-07-01");
    const counts = { ways: 0, wishes: 0 };
    for (const { id, application } of county.persons) {
      const own = sections.filter((section) => section.includes(`师&#60;${id}&#62;`)).join("");
      if (own === "") continue;
      const move = plan.moves.find(({ person }) => person === id);
      const metres = move?.distanceMetres ?? null;
      const way = /距您的居住地 ([\d.]+) 公里/u.exec(own)?.[1];
      expect([id, way]).toEqual([id, metres === null ? undefined : (metres / 1000).toFixed(1)]);
      if (metres !== null) counts.ways++;
      const wishes = application?.wishes.length ?? 0;
      expect([id, own.includes("您填报的志愿学校依次为")]).toEqual([id, wishes > 0]);
      if (wishes > 0) counts.wishes++;
    }
    expect([counts, Math.min(...Object.values(counts)) > 0]).toEqual([counts, true]);
  });

  test("tells who stays, or goes elsewhere, why it was not a school wished for, one by one", async () => {
    const { plan, sections } = await pages("2026-07-01", true);
    const counts = { stays: 0, costs: 0 };
    for (const { id, application } of county.persons) {
      const own = sections.filter((section) => section.includes(`师&#60;${id}&#62;`)).join("");
      const wishes = application?.wishes ?? [];
      const move = plan.moves.find(({ person }) => person === id);
      const stay = plan.stays.find(({ person }) => person === id);
      const isOpen = move !== undefined || stay?.reason === "notChosen" || stay?.reason === "noPost";
      if (own === "" || wishes.length === 0 || !isOpen) continue;
      const got = wishes.indexOf(move?.to ?? "");
      const missed = got < 0 ? wishes.length : got;
      const told = own.match(/<p>第 \d+ 志愿[^<]+<\/p>/gu) ?? [];
      expect([id, told.length]).toEqual([id, missed]);
      for (const line of told) {
        expect(line).toMatch(
          /没有与本人|现任教学校|没有空岗|仍缺 \d+ 人|由其他 \d+ 人补入，已满|只在同一|不符合|没有政策允许|该校/u,
        );
        expect(line).not.toMatch(/没有代价|抽签|undefined/u);
        if (/全县“[^”]+”至少变差 [\d.]+(?:%| \p{Script=Han})/u.test(line)) counts.costs++;
      }
      if (move === undefined) counts.stays += told.length;
    }
    expect([counts, Math.min(...Object.values(counts)) > 0]).toEqual([counts, true]);
  });

  test("tells who is to do other work, with the subjects that the data have", async () => {
    const { plan, planningCase } = await pages("2026-07-01");
    const mover = plan.moves.find(({ form }) => form !== "recruit")?.person;
    const other = { post: "S1/management/primary/principal", school: "S1", demand: 1, before: 1, after: 1 };
    const people = whyEverybody({ ...planningCase, plan }).map((why) =>
      why.person === mover ? { ...why, left: other } : why,
    );
    const same = String(lettersFile("通知书.html", { planningCase, plan }, { language: "zh" }).content);
    const changed = String(lettersFile("通知书.html", { planningCase, plan }, { language: "zh", people }).content);
    expect(same.match(/您的岗位由/gu) ?? []).toEqual([]);
    expect(changed.match(/您的岗位由校长变为\S+?。您登记的任教学科为\S+?；登记有误的，请一并提出。/gu)).toHaveLength(1);
  });

  test("tells who leaves or gets an office who relieves and appoints, and nobody else", async () => {
    const { plan, planningCase } = await pages("2026-07-01");
    const { instance } = planningCase;
    const [mover] = plan.moves.filter(({ form }) => form !== "recruit");
    if (mover === undefined) throw new Error("nobody moves");
    const office = { post: "S1/management/primary/vicePrincipal", school: "S1", demand: 1, before: 1, after: 0 };
    const noticesWith = (left: typeof office | undefined, personType: "teacher" | "midLevel" = "teacher") => {
      const persons = instance.persons.map((each) => (each.id === mover.person ? { ...each, personType } : each));
      const given = { ...planningCase, instance: { ...instance, persons } };
      const people = whyEverybody({ ...planningCase, plan }).map((why) =>
        why.person === mover.person && left !== undefined ? { ...why, left } : why,
      );
      const html = String(
        lettersFile("通知书.html", { planningCase: given, plan }, { language: "zh", people }).content,
      );
      return html.match(/<p>您在[^<]*职务[^<]*<\/p>/gu) ?? [];
    };
    const leaders = noticesWith(undefined).length;
    const [told] = noticesWith(office).filter((paragraph) => paragraph.includes("副校长职务"));
    const school = instance.schools.find(({ id }) => id === "S1")?.name ?? "S1";
    expect(told).toBe(
      mover.relationMoves || mover.end === null
        ? `<p>您在${school}的副校长职务，由主管部门按干部管理权限办理免职手续，以任免文件为准。</p>`
        : `<p>您在${school}的副校长职务交流期间是否保留，由主管部门按干部管理权限确定；需要免去的，另行办理免职手续，以任免文件为准。</p>`,
    );
    // A middle leader teaches, and is counted where that is.
    const beside = noticesWith(undefined, "midLevel");
    expect(beside).toHaveLength(leaders + 1);
    expect(beside.join("")).toContain("中层干部职务");
  });

  test("tells what was approved and could not be done, and why", async () => {
    const { plan, planningCase } = await pages("2026-07-01");
    const [back] = plan.returns;
    const unkept = {
      rule: "approvedStays",
      source: "YL-17",
      strength: "soft" as const,
      about: { kind: "person" as const, person: back?.person ?? "" },
      amount: 1,
      unit: "people",
      finding: {
        code: "approvedStays.noHeadcount",
        values: { school: { kind: "school" as const, school: back?.from ?? "" }, count: 10, most: 9 },
      },
    };
    const file = lettersFile(
      "通知书.html",
      { planningCase, plan: { ...plan, violations: [...plan.violations, unkept] } },
      { language: "zh" },
    );
    const told = (String(file.content).match(/<section>.*?<\/section>/gsu) ?? []).filter((section) =>
      section.includes("未能落实的事项："),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`师&#60;${back?.person ?? ""}&#62;`);
    expect(told[0]).toMatch(/师&#60;\S+?&#62;同志已批准留任\S+?，因该校编制9人、调配后已有10人/u);
  });

  test("tell a recruit by which rule another school was due, and speak to the person", async () => {
    const { plan, planningCase } = await pages("2026-07-01");
    const recruit = plan.moves.find(({ form }) => form === "recruit");
    const rule = planningCase.policy.rules.find((each) => each.rule === "newRecruits");
    if (recruit === undefined || rule === undefined) throw new Error("no recruit");
    const unkept = {
      rule: rule.id,
      source: rule.source,
      strength: "soft" as const,
      about: { kind: "person" as const, person: recruit.person },
      amount: 1,
      unit: "people",
      finding: {
        code: "newRecruits.elsewhere",
        values: { school: { kind: "school" as const, school: recruit.to } },
      },
    };
    const violations = [...plan.violations, unkept] as typeof plan.violations;
    const file = lettersFile("通知书.html", { planningCase, plan: { ...plan, violations } }, { language: "zh" });
    expect(String(file.content)).toContain(`未能落实的事项：“${rule.text.zh}”。您的首次任教学校安排为`);
  });

  test("go to who teaches elsewhere beside the own post, with an introduction where it is another school", async () => {
    const { plan, planningCase } = await pages("2026-07-01");
    const [one, two] = county.persons.filter(({ id }) => plan.stays.some(({ person }) => person === id));
    const [home = "", other = ""] = county.schools.map(({ id }) => id);
    const term = { start: "2024-09-01", end: "2025-08-31" };
    const walk = { form: "walk" as const, from: home, post: `${other}/teaching/primary/音乐`, periods: 4, ...term };
    const itineraries = [
      { ...walk, person: one?.id ?? "", to: other },
      { ...walk, person: two?.id ?? "", to: home },
    ];
    const content = lettersFile(
      "通知书.html",
      { planningCase, plan: { ...plan, itineraries, participations: [] } },
      { language: "zh" },
    ).content;
    const told = (String(content).match(/<section>.*?<\/section>/gsu) ?? []).filter((page) => page.includes("走教"));
    expect(told.map((page) => /<h1>(.*?)<\/h1>/u.exec(page)?.[1])).toEqual(["走教通知书", "介绍信", "走教通知书"]);
    for (const page of told) expect(page).toContain("兼授小学音乐，每周 4 节（走教）");
    expect(told[0]).toMatch(/本职工作的同时，到\S+兼授/u);
    expect(told[0]).toContain("期限自2024年9月1日起至2025年8月31日止，岗位和人事关系不变。");
    expect(told[2]).toMatch(/本职工作的同时，兼授/u);
  });

  test("tell who was due and is exempt that it is so", async () => {
    const { plan, planningCase } = await pages("2026-07-01");
    const exempt = plan.stays.filter(({ reason }) => reason === "exempt").map(({ person }) => person);
    const people = whyEverybody({ ...planningCase, plan });
    const due = people.filter(
      ({ person, reasons }) => exempt.includes(person) && reasons.some(({ code }) => code === "due"),
    );
    expect(due.length).toBeGreaterThan(0);
    const content = String(lettersFile("通知书.html", { planningCase, plan }, { language: "zh" }).content);
    for (const { person } of due) expect(content).toContain(`师&#60;${person}&#62;`);
  });

  test("tell who applied within a term from when to when it runs", async () => {
    const { instance } = ground.planningCase;
    const [one] = ground.plan.moves.filter(({ form }) => form !== "recruit");
    const persons = instance.persons.map((person) => {
      if (person.id !== one?.person || person.homeSchool === undefined) return person;
      const term = { from: one.to, to: person.homeSchool, form: one.form, start: "2023-09-01", end: "2026-08-31" };
      const application = { volunteer: true, homeConsent: true, wishes: [], consentRegions: [] };
      return { ...person, exchanges: [term], application };
    });
    const planningCase = { ...ground.planningCase, instance: { ...instance, persons } };
    const outcome = await session.plan(planningCase);
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const { plan } = outcome;
    expect(plan.stays.find(({ person }) => person === one?.person)?.reason).toBe("inTerm");
    const content = String(lettersFile("通知书.html", { planningCase, plan }, { language: "zh" }).content);
    const sections = (content.match(/<section>.*?<\/section>/gsu) ?? []).filter((page) =>
      page.includes(`师&#60;${one?.person ?? ""}&#62;`),
    );
    expect(sections).toHaveLength(1);
    expect(sections[0]).toContain("原因：交流期限未满，期内不再安排。");
    expect(sections[0]).toContain("期限未满，期内不再安排：交流期限为2023年9月至2026年8月");
    expect(sections[0]).toContain("本人申请交流，期限届满后方可安排");
  });

  test("tells the person the figures that decided, and how to object", async () => {
    const { plan, sections } = await pages();
    const [due] = plan.moves.filter(({ form }) => form !== "recruit");
    const told = sections.filter((section) => section.includes(`师&#60;${due?.person ?? ""}&#62;`)).join("");
    expect(told).toMatch(/同校任教满\d+年（规定满\d+年）|在本校连续任校长、副校长满\d+年/u);
    expect(told).toContain("有异议的，请在公示期内（起止日期以公示通知为准）以书面形式向示例县教育局提出");
    expect(told).toMatch(/期限自\d{4}年\d+月\d+日起至/u);
    // What somebody does there, in words; the number of a rule in our list says nothing to a teacher.
    expect(told).toMatch(/安排您由\S+到\S+任(?:小学|初中)\S+教师（|安排您由\S+到\S+任(?:副?校长)（/u);
    expect(told).not.toMatch(/[A-Z]{2}-\d/u);
    expect(told).not.toMatch(/岗位岗位|无职称）到你校/u);
  });
});
