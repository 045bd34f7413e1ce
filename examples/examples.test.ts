import { readFile, readdir, rm } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { exampleCounty, need } from "./county/load.mjs";
import {
  appointmentFiles,
  findPolicy,
  openApplications as openWorkbook,
  readAppointmentList,
  verifyAppointmentList,
} from "lungang";
import { openApplications, openSession } from "lungang/node";
import { SHEETS, madeWorkbook } from "./appointment/make.mjs";
import { SCHEMES } from "./appointment/schemes.mjs";
import { madeCounty } from "./county/make.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a module of this folder and returns the lines that it printed. */
async function linesOf(name: string): Promise<readonly string[]> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => void lines.push(words.join(" ")));
  await import(pathToFileURL(fileURLToPath(new URL(name, import.meta.url))).href);
  return lines;
}

afterEach(() => vi.restoreAllMocks());

describe("the example county", () => {
  it("is what its script makes", async () => {
    // The workbook lists schools in the order of the script; an instance that is made has none.
    const { schools, ...county } = await exampleCounty();
    const unlisted = schools.map(({ listOrder: _order, ...school }) => school);
    expect({ ...county, schools: unlisted }).toEqual(madeCounty());
  });
});

describe("the example of the README", () => {
  it.each(["README.md", "README.zh-CN.md"])("is example 01, word for word, in %s", async (name) => {
    const readme = await readFile(`${root}/${name}`, "utf8");
    const fences = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gmu)].map((match) => match[1]);
    const example = await readFile(new URL("01-plan-a-county.mjs", import.meta.url), "utf8");
    expect(fences).toEqual([example]);
  });

  it("plans, and the verifier agrees", async () => {
    await rm(`${root}/out/example`, { recursive: true, force: true });
    const [first, ...measures] = await linesOf("01-plan-a-county.mjs");
    expect(first).toMatch(/ \d+ people exchange, .*proven optimal among .* admitted\./u);
    expect(measures.find((line) => line.startsWith("YL-07"))).toBeDefined();
    const written = (await readdir(`${root}/out/example`)).sort();
    expect(written).toEqual([".lungang-record.json", "plan.json", "轮岗方案-公示.xlsx", "轮岗方案.xlsx"].sort());
  });
});

describe("the other examples", () => {
  it("02 prices the readings of a rule", async () => {
    const [, ...rows] = await linesOf("02-what-rules-cost.mjs");
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toMatch(/: (\d+ moves, \d+ heads short, [\d.]+ km|infeasible)$/u);
    const short = (scope: string) =>
      Number(rows.find((row) => row.startsWith(`${scope} 8%`))?.match(/(\d+) heads/u)?.[1]);
    expect(short("county")).toBeLessThanOrEqual(short("alliance"));
  });

  it("03 plans around decisions", async () => {
    const lines = await linesOf("03-lock-and-replan.mjs");
    expect(lines.slice(1)).toEqual(["kept: true", "sent: true", "locks in the plan: 2"]);
  });

  it("04 catches what an edit breaks", async () => {
    const lines = await linesOf("04-verify-an-edited-roster.mjs");
    expect(lines[0]).toMatch(/CSV files: 20 schools, 700 people$/u);
    expect(lines.slice(1, 3)).toEqual(["as planned: true", "edited: false"]);
    expect(lines.slice(3).some((line) => line.startsWith("YL-07"))).toBe(true);
  });

  it("05 appoints to posts, and catches what an edit breaks", async () => {
    const lines = await linesOf("05-appoint-to-posts.mjs");
    expect(lines).toEqual([
      "By deferred acceptance: 8 people, 5 move, 1 get a post, 2 stay, 0 get none; nobody is passed over for somebody behind; honest answers are safe.",
      "T03: 河口数学",
      "T04: 一小语文",
      "T05: 石桥语文",
      "T06: 一小数学",
      "T07: 河口语文",
      "T08: 石桥语文",
      "deferred acceptance: 5 move, 0 are passed over",
      "top trading cycles: 4 move, 1 are passed over",
      "as decided: true",
      '"周四（T04）" prefers post "青山一小 小学语文（一小语文）" and comes before "胡八（T08）" there, who got it',
      '"吴五（T05）" prefers post "青山一小 小学语文（一小语文）" and comes before "胡八（T08）" there, who got it',
    ]);
    const written = (await readdir(`${root}/out/appointment`)).sort();
    expect(written).toEqual(
      [".lungang-record.json", "appointment.json", "聘任结果-公示.xlsx", "聘任结果.xlsx", "聘任通知.html"].sort(),
    );
  });
});

describe("the example applications", () => {
  it("are what their script makes", async () => {
    const opened = await openApplications(`${root}/examples/appointment/applications.xlsx`);
    const made = await openWorkbook({ workbook: await madeWorkbook() });
    expect(opened.ok && made.ok && opened.value.market).toEqual(made.ok && made.value.market);
    expect(opened.ok && opened.value.market.people.length).toBe(SHEETS["人员"].length - 1);
  });

  /** Who has which post in the end. */
  const ENDS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
    school: {
      S01: "校长",
      S02: "教导主任",
      S03: "语文",
      S04: null,
      S05: "图书管理",
      S06: null,
      S07: "数学",
      S08: "数学",
    },
    county: {
      C01: "坝中校长",
      C02: "坝中语文",
      C03: "坝中语文",
      C04: "坝中宿管",
      C05: "山中语文",
      C06: "坝小语文",
      C07: "村小语文",
      C08: "山小语文",
      C09: "村小负责人",
      C10: "一中物理",
    },
    principals: { P00: "二小语文", P01: "一小校长", P02: "一小语文", P03: "一小语文", P04: null, P09: "二小校长" },
  };

  it.each(Object.entries(SCHEMES))("of the scheme %s go from workbook to workbook", async (name, scheme) => {
    const { settings, sheets } = scheme;
    const opened = await openApplications(`${root}/examples/appointment/${name}.xlsx`, { settings });
    const made = await openWorkbook(
      { workbook: await madeWorkbook(sheets) },
      { policy: need(findPolicy({ name: scheme.policy })), settings },
    );
    const applications = need(opened);
    expect(need(made).market).toEqual(applications.market);
    const session = openSession();
    const outcome = await session.appoint(applications);
    await session.close();
    if (outcome.status !== "appointed") throw new Error(outcome.message.en);
    const { lines } = outcome.appointment;
    expect(Object.fromEntries(lines.map(({ person, post }) => [person, post]))).toEqual(ENDS[name]);
    const files = await appointmentFiles(applications, outcome, { language: "zh" });
    const list = need(
      await readAppointmentList(files.find((file) => file.name === "聘任结果.xlsx")?.content as Uint8Array),
    );
    expect(need(verifyAppointmentList(applications, list)).ok).toBe(true);
    const [first, ...others] = list.lines;
    const wrong = { ...list, lines: [{ ...first, appointer: "别人", contractTo: "2030-01-01" }, ...others] };
    expect(need(verifyAppointmentList(applications, wrong as typeof list)).ok).toBe(false);
  });
});
