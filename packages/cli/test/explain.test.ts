import { readFile, writeFile } from "node:fs/promises";
import { writeCounty } from "@lungang/tabular";
import { beforeAll, describe, expect, test } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty();
const POLICY = ["--policy", "detailed-measures"] as const;

interface Moved {
  readonly person: string;
  readonly to: string;
}

interface Standing {
  readonly person: string;
  readonly standing: string;
  readonly reasons: readonly { readonly text: { readonly zh: string } }[];
}

let moves: readonly Moved[] = [];

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  await writeFile(path("county.xlsx"), await writeCounty(county));
  await call("plan", "county.json", ...POLICY, "--out", "first");
  const again = await call("plan", "county.json", ...POLICY, "--json");
  ({ moves } = JSON.parse(again.out) as { readonly moves: readonly Moved[] });
});

/** A school without a post of the stage of another school: nobody may go there from a post of that stage. */
const elsewhere = (id: string) => {
  const stagesOf = (school: string) =>
    county.posts.flatMap(({ school: at, stage }) => (at === school && stage !== undefined ? [stage] : []));
  const here = new Set(stagesOf(id));
  return county.schools.find((school) => !stagesOf(school.id).some((stage) => here.has(stage)))?.id ?? "";
};

const nameOf = (id: string) => county.persons.find((person) => person.id === id)?.name ?? "";

describe("explain", () => {
  test("why tells by name what the plan does with a person, on what ground, and what else would cost", async () => {
    const [{ person, to } = { person: "", to: "" }] = moves;
    const { code, out } = await call("explain", "why", "county.xlsx", nameOf(person), ...POLICY);
    expect(code).toBe(0);
    const [first, second, third, fourth] = out.split("\n");
    expect(first).toContain(nameOf(person));
    expect(first).toContain(county.schools.find(({ id }) => id === to)?.name ?? "");
    expect(second).toMatch(/^身份：/u);
    expect(third).toMatch(/^截至\d{4}年\d+月\d+日：/u);
    expect(fourth).toMatch(/^依据：/u);
    expect(out).not.toMatch(/[A-Za-z]{3,}(?!-\d)/u);
  });

  test("why --all tells of everybody, and the page of the plan takes it", async () => {
    const { code, out } = await call("explain", "why", "county.json", "--all", ...POLICY, "--json");
    await writeFile(path("everybody.json"), out);
    const { people } = JSON.parse(out) as { readonly people: readonly { person: string; alternative: object }[] };
    expect([code, people.length > moves.length]).toEqual([0, true]);
    expect(people.every(({ alternative }) => alternative !== null)).toBe(true);
    const given = ["--html", "page.html", "--explained", "everybody.json"];
    expect((await call("report", "first/plan.json", "--instance", "county.json", ...given)).code).toBe(0);
    await expect(readFile(path("page.html"), "utf8")).resolves.toContain("至少增加");
    const nobody = await call("explain", "why", "county.json", ...POLICY);
    const both = await call("explain", "why", "county.json", moves[0]?.person ?? "", "--all", ...POLICY);
    expect([nobody.code, both.code, nobody.err.includes("--all")]).toEqual([2, 2, true]);
  });

  test("why --school tells post by post what a school gains, loses and lacks, and the page takes it", async () => {
    const [{ to } = { to: "" }] = moves;
    const name = county.schools.find(({ id }) => id === to)?.name ?? "";
    const { code, out } = await call("explain", "why", "county.json", "--school", name, ...POLICY);
    expect([code, out.split("\n")[0]]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^${name}：调配前在岗 \\d+ 人`, "u")),
    ]);
    expect(out).toContain("调入");
    await writeFile(
      path("school.json"),
      (await call("explain", "why", "county.json", "--school", to, ...POLICY, "--json")).out,
    );
    const given = ["--html", "page.html", "--explained", "school.json"];
    expect((await call("report", "first/plan.json", "--instance", "county.json", ...given)).code).toBe(0);
    const wrong = await call("explain", "why", "county.json", "--school", "没有的学校", ...POLICY);
    expect([wrong.code, wrong.err.includes("没有的学校")]).toEqual([2, true]);
  });

  test("why-not gives data and sentences in both languages with --json", async () => {
    const [{ person } = { person: "" }] = moves;
    const { code, out } = await call("explain", "why-not", "county.json", person, "--stay", ...POLICY, "--json");
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { readonly answer: string; readonly sentences: readonly object[] };
    expect(["price", "tie", "impossible"]).toContain(answer.answer);
    expect(Object.keys(answer.sentences[0] ?? {})).toEqual(["zh", "en"]);
  });

  test("why-not tells whom the policy does not admit on what ground, and of a place what stands in the way there", async () => {
    const all = await call("explain", "why", "county.json", "--all", ...POLICY, "--json");
    const { people } = JSON.parse(all.out) as { readonly people: readonly Standing[] };
    const { person = "", reasons = [] } = people.find(({ standing }) => standing === "notDue") ?? {};
    const away = await call("explain", "why-not", "county.json", person, "--leave", ...POLICY);
    const grounds = reasons.map(({ text }) => text.zh).join("，");
    expect([away.code, away.out.trim()]).toEqual([
      0,
      `按政策规定不能“${nameOf(person)}参加交流”：其身份为“不符合交流条件”（${grounds}）。`,
    ]);
    const [{ person: mover, to } = { person: "", to: "" }] = moves;
    const refused = await call("explain", "why-not", "county.json", mover, "--school", elsewhere(to), ...POLICY);
    expect(refused.out).toMatch(/^按政策规定不能“/u);
    expect(refused.out).not.toContain("其身份为");
  });

  test("why-not names what is wrong with the question, all at once", async () => {
    const wrong = await call("explain", "why-not", "county.json", "谁也不是", "--school", "没有的学校", ...POLICY);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("谁也不是");
    expect(wrong.err).toContain("没有的学校");
    const nothing = await call("explain", "why-not", "county.json", moves[0]?.person ?? "", ...POLICY);
    expect(nothing.code).toBe(2);
    expect(nothing.err).toContain("--stay");
  });

  test("conflict names the rules, and ends with the code of its answer", async () => {
    const blocked = await call("explain", "conflict", "county.json", ...POLICY, "--set", "quotaShare=100%");
    expect([blocked.code, blocked.out.includes("无法满足")]).toEqual([3, true]);
    const open = await call("explain", "conflict", "county.json", ...POLICY, "--solver", "network");
    expect([open.code, open.out.includes("没有冲突")]).toEqual([0, true]);
  });

  test("conflict --highest tells how far quotas can be raised, and the page draws it beside what is required", async () => {
    const given = ["explain", "conflict", "county.json", ...POLICY, "--highest"] as const;
    const told = await call(...given);
    expect([told.code, /其余规定不变，最高可达 \d+ 人/u.test(told.out)]).toEqual([0, true]);
    const { highest } = JSON.parse((await call(...given, "--json")).out) as {
      highest: { reached: number; proven: boolean }[];
    };
    expect(highest.every(({ reached, proven }) => reached > 0 && proven)).toBe(true);
    await writeFile(path("highest.json"), (await call(...given, "--json")).out);
    const page = ["--html", "page.html", "--explained", "highest.json"];
    expect((await call("report", "first/plan.json", "--instance", "county.json", ...page)).code).toBe(0);
    await expect(readFile(path("page.html"), "utf8")).resolves.toContain("最高可达");
    const other = await call(...given, "--set", "quotaShare=20%", "--json");
    await writeFile(path("highest.json"), other.out);
    const refused = await call("report", "first/plan.json", "--instance", "county.json", ...page);
    expect([refused.code, refused.err.includes("这份解释说的不是这个方案")]).toEqual([2, true]);
  });

  test("sweep plans every combination, and refuses a grid that is none", async () => {
    const grid = ["--grid", "quotaShare=5%,10%"];
    const { code, out } = await call("explain", "sweep", "county.json", ...POLICY, ...grid, "--json");
    expect(code).toBe(0);
    const { results } = JSON.parse(out) as { readonly results: readonly { name: string; status: string }[] };
    expect(results.map(({ name, status }) => [name, status])).toEqual([
      ["quotaShare=5%", "planned"],
      ["quotaShare=10%", "planned"],
    ]);
    await writeFile(path("sweep.json"), out);
    const more = ["--grid", "quotaShare=5%,8%,10%", "--resume", "sweep.json", "--lang", "zh"] as const;
    const resumed = await call("explain", "sweep", "county.json", ...POLICY, ...more);
    expect([resumed.code, resumed.err.match(/%/gu)?.length]).toEqual([0, 1]);
    const all = await call("explain", "sweep", "county.json", ...POLICY, ...more, "--json");
    expect((JSON.parse(all.out) as { results: { name: string }[] }).results.map(({ name }) => name)).toEqual([
      "quotaShare=5%",
      "quotaShare=8%",
      "quotaShare=10%",
    ]);
    const other = await call("explain", "sweep", "county.json", ...POLICY, ...more, "--set", "quotaShare=20%");
    expect([other.code, other.err.includes("--resume")]).toEqual([2, true]);
    const { madeFrom: _unknown, ...undated } = JSON.parse(out) as Record<string, unknown>;
    await writeFile(path("sweep.json"), JSON.stringify(undated));
    const unsigned = await call("explain", "sweep", "county.json", ...POLICY, ...more);
    expect([unsigned.code, unsigned.err.includes("sweep.json")]).toEqual([2, true]);
    const wrong = await call("explain", "sweep", "county.json", ...POLICY, "--grid", "quotaShare");
    expect([wrong.code, wrong.err.includes("--grid")]).toEqual([2, true]);
    // Names and values that the policy has not are told at once, before the county is planned.
    const unknown = [
      "--grid",
      "交流比例=8%",
      "--grid",
      "quotaShare=8%,abc",
      "--resume",
      "missing.json",
      "--lang",
      "zh",
    ];
    const named = await call("explain", "sweep", "county.json", ...POLICY, ...unknown);
    expect([named.code, named.err]).toEqual([2, expect.stringMatching(/交流比例[^]*abc[^]*missing\.json/u)]);
    expect(named.err).not.toContain("求解");
    const twice = await call("explain", "sweep", "county.json", ...POLICY, ...grid, "--grid", "quotaShare=8%");
    expect([twice.code, twice.err.includes("每个名称只写一次")]).toEqual([2, true]);
  });

  test("front sets two aims against each other, by name, and refuses what is no pair", async () => {
    const asked = ["explain", "front", "county.json", ...POLICY, "--between"] as const;
    const { code, out } = await call(...asked, "shortfall,nearness", "--points", "4", "--json");
    expect(code).toBe(0);
    const front = JSON.parse(out) as { levels: string[]; points: { values: [number, number]; proven: boolean }[] };
    expect(front.levels).toEqual(["shortfall", "nearness"]);
    expect(front.points.length).toBeGreaterThan(0);
    const [ones, others] = [0, 1].map((at) => front.points.map(({ values }) => values[at] ?? 0)) as [
      number[],
      number[],
    ];
    expect(ones).toEqual([...new Set(ones)].sort((a, b) => a - b));
    expect(others).toEqual([...new Set(others)].sort((a, b) => b - a));
    const told = await call(...asked, "shortfall,nearness", "--points", "2", "--lang", "zh");
    expect(told.out).toMatch(/个方案，每一个都没有别的方案在两项上同时更好/u);
    const wrong = await call(...asked, "shortfal,nearness", "--points", "0", "--lang", "zh");
    expect([wrong.code, wrong.err.includes("是否应为“shortfall”"), wrong.err.includes("--points")]).toEqual([
      2,
      true,
      true,
    ]);
    expect((await call(...asked, "nearness")).code).toBe(2);
    // The lot is no aim.
    expect((await call(...asked, "lottery,nearness")).code).toBe(2);
  });

  test("others finds plans that are good enough and differ", async () => {
    const asked = ["explain", "others", "county.json", ...POLICY, "--within"] as const;
    const { code, out } = await call(...asked, "nearness=5%", "--within", "shortfall=3", "--count", "1", "--json");
    expect(code).toBe(0);
    const { plans } = JSON.parse(out) as { plans: { changed: unknown[]; differences: number[] }[] };
    expect(plans.map(({ changed, differences }) => [changed.length, ...differences].length)).toEqual([2]);
    expect(plans[0]?.differences).toEqual([plans[0]?.changed.length]);
    const wrong = await call(...asked, "nearness=many", "--lang", "zh");
    expect([wrong.code, wrong.err.includes("nearness=2%")]).toEqual([2, true]);
  });

  test("why-not asks about a whole school", async () => {
    const [{ to } = { to: "" }] = moves;
    const name = county.schools.find(({ id }) => id === to)?.name ?? "";
    const asked = ["explain", "why-not", "county.json", ...POLICY, "--school", name] as const;
    const { code, out } = await call(...asked, "--nobody", "comes", "--lang", "zh");
    expect([code, out.includes(`${name}不接收教师`)]).toEqual([0, true]);
    expect((await call(...asked)).code).toBe(2);
    // The word of the documents asks the same.
    const word = await call(...asked, "--nobody", "不接收", "--lang", "zh");
    expect([word.code, word.out]).toEqual([0, out]);
  });

  test("compare shows two plans as the same, and as different where they are", async () => {
    const other = await call("plan", "county.json", ...POLICY, "--set", "quotaShare=30%", "--out", "second");
    expect(other.code).toBe(0);
    const files = ["first/plan.json", "second/plan.json"] as const;
    const same = await call("explain", "compare", files[0], files[0], "--instance", "county.json");
    expect([same.code, same.out]).toEqual([0, "两个方案相同。\n"]);
    const different = await call("explain", "compare", ...files, "--instance", "county.json");
    expect(different.out).toContain("留任");
    expect(different.out).toContain("规定（结果／要求）");
  });
});
