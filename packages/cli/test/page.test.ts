import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plan } from "@lungang/core/plan";
import { whyEverybody } from "@lungang/explain";
import type { WhyPerson } from "@lungang/explain";
import type { PlanningCase } from "lungang";
import { openCase } from "lungang/node";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium, closeBrowser, faultsOf, openFile, pagesOf } from "../../report/test/browser/chromium.ts";
import { openTerminal, writeJson } from "./terminal.ts";

/** The page of the example county, made by the command line and looked at in Chromium. */

const terminal = openTerminal();
const { call, path } = terminal;
const COUNTY = fileURLToPath(new URL("../../../examples/county/county.xlsx", import.meta.url));
const settings = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" };
const POLICY = ["--policy", "yulin-notice", "--set", `document74Exemptions=${settings.document74Exemptions}`] as const;
const PLAN = ["report", "plan/plan.json", "--instance", "county.json"] as const;

let plan: Plan;
let why: WhyPerson;

/** Somebody who goes, as if it had been asked what else could be. */
function asked(planningCase: PlanningCase): WhyPerson {
  const goes = plan.moves.find(({ form }) => form !== "recruit")?.person ?? "";
  const facts = whyEverybody({ ...planningCase, plan }).find(({ person }) => person === goes);
  if (facts === undefined) throw new Error("nobody goes");
  const changed = plan.moves.slice(0, 9).map((move) => {
    const after = { to: move.to, post: move.post, distanceMetres: 1000 };
    return { person: move.person, before: { stays: true } as const, after };
  });
  return { ...facts, alternative: { answer: "tie", question: { person: goes, stay: true }, changed } };
}

/** Plans under two shares, one of which has no plan. */
const SWEEP = {
  madeFrom: { instance: "", policy: "", locks: "" },
  results: [
    { moves: 34, missing: 29, distanceMetres: 354_900, status: "planned", title: "8%" },
    { moves: null, missing: null, distanceMetres: null, status: "infeasible", title: "90%" },
  ].map(({ title, ...result }) => ({
    ...result,
    name: title,
    price: null,
    levels: [],
    title: { zh: title, en: title },
    sentences: [],
  })),
};

beforeAll(async () => {
  const opened = await openCase({ county: COUNTY, policy: "yulin-notice", settings });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  await writeJson(terminal, "county.json", opened.value.instance);
  await call("plan", "county.json", ...POLICY, "--out", "plan");
  plan = JSON.parse(await readFile(path("plan/plan.json"), "utf8")) as Plan;
  why = asked(opened.value);
  await writeJson(terminal, "why.json", { ...why, sentences: [] });
  const { instance, policy, locks } = plan.manifest.hashes;
  await writeJson(terminal, "sweep.json", { ...SWEEP, madeFrom: { instance, policy, locks } });
});
afterAll(closeBrowser);

describe("report --html", () => {
  test.each([
    [["--html", "no.html", "--out", "a.xlsx"], { path: ["--html"] }],
    [["--html", "no.txt"], { path: ["--html"], received: "no.txt" }],
    [["--html", "no.html", "--public", "--person", "x"], { path: ["--person"] }],
    [["--html", "no.html", "--person", "谁也不是"], { received: "谁也不是" }],
    [["--html", "no.html", "--explained", "wrong.json"], { code: "invalid-explanation", path: ["results", 0, "name"] }],
    [["--html", "no.html", "--explained", "other.json"], { code: "explains-other-plan" }],
    [["--html", "no.html", "--explained", "other-sweep.json"], { code: "explains-other-plan", received: "sweep" }],
    [["--html", "no.html", "--compare", "none.json"], { code: "file-not-found" }],
  ] as const)("%j: says what is wrong and writes nothing", async (options, issue) => {
    await writeJson(terminal, "wrong.json", { ...SWEEP, results: [{ name: 1 }] });
    await writeJson(terminal, "other-sweep.json", SWEEP);
    await writeJson(terminal, "other.json", { ...why, placement: { stays: true }, sentences: [] });
    const { code, out } = await call(...PLAN, ...options, "--json");
    const { issues } = JSON.parse(out) as { issues: object[] };
    expect([code, issues[0]]).toEqual([2, expect.objectContaining(issue)]);
    await expect(readFile(path("no.html"))).rejects.toThrow("ENOENT");
  });
});

describe.skipIf(chromium === undefined)("the page of the example county in Chromium", () => {
  let page: Page;

  beforeAll(async () => {
    const other: Plan = { ...plan, moves: plan.moves.slice(1), levels: plan.levels.map(dearer) };
    await writeJson(terminal, "other-plan.json", other);
    const given = ["--compare", "other-plan.json", "--explained", "why.json", "--explained", "sweep.json"];
    await call(...PLAN, "--html", "internal.html", ...given);
    await call(...PLAN, "--html", "public.html", "--public");
    await call(...PLAN, "--html", "own.html", "--person", why.person, "--explained", "why.json");
    ({ page } = await openFile(path("internal.html"), { width: 1280, scheme: "light" }));
  });

  const dearer = (level: Plan["levels"][number]) => (level.name === "nearness" ? { ...level, value: 300_000 } : level);
  const texts = (selector: string) => page.locator(selector).allTextContents();
  const attributes = (selector: string, name: string) =>
    page.locator(selector).evaluateAll((all, of) => all.map((each) => each.getAttribute(of)), name);
  const sum = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + Number(value), 0);

  test.each([
    ["internal.html", 390, "dark"],
    ["public.html", 1280, "dark"],
    ["own.html", 390, "light"],
  ] as const)(
    "%s opens from disk at %i pixels, %s: nothing breaks, leaves or overflows",
    async (file, width, scheme) => {
      const opened = await openFile(path(file), { width, scheme });
      await expect(faultsOf(opened)).resolves.toEqual([]);
      await opened.page.locator("#language").click();
      await expect(faultsOf(opened)).resolves.toEqual([]);
      await opened.page.close();
    },
  );

  test("the charts show the numbers of the plan", async () => {
    const moving = plan.moves.length + plan.returns.filter(({ settles }) => !settles).length;
    await expect(texts("#people tbody tr")).resolves.toHaveLength(moving);
    await expect(texts("#list-count")).resolves.toEqual([expect.stringContaining(`${moving}`)]);
    const recruits = plan.moves.filter(({ form }) => form === "recruit").length;
    expect(sum(await attributes("svg .route[data-people]", "data-people"))).toBe(moving - recruits);
    const short = plan.shortfalls.map(({ shortfall }) => shortfall);
    const bars = "#school-shortfalls .dumbbell[data-after]";
    expect(sum(await attributes(bars, "data-after"))).toBe(sum(short));
    expect(sum(await attributes(bars, "data-before"))).toBe(plan.indicators["postShortfall.before"]);
    for (const { rule, source, value, target } of plan.measures.filter(({ rule }) =>
      /^(?:quota|backbone)$/u.test(rule),
    )) {
      const gauge = page.locator(`.gauge[data-rule="${source}"][data-value="${value}"][data-target="${target}"]`);
      expect([rule, await gauge.count()]).toEqual([rule, 1]);
    }
    const { counted, exempt, share } = plan.measures.find(({ rule }) => rule === "quota")?.base ?? {};
    const base = `不纳入 ${exempt} － 无合适岗位 0 ＝ 基数 ${counted}；${counted} × ${share}`;
    expect((await texts(".gauge")).join()).toContain(base);
    await expect(texts("#townships tbody tr:nth-last-child(2) td:last-child")).resolves.toEqual([`${moving}`]);
    const told = (await texts("#levels tbody tr")).join();
    for (const { value, dualBound } of plan.levels.filter(({ unit }) => unit === "heads"))
      expect(told).toContain(`${value} 人${dualBound} 人0.00%`);
    await expect(attributes("#sweep circle", "data-value")).resolves.toEqual(["34", "29", "354.9"]);
    const metres = plan.levels.find(({ name }) => name === "nearness")?.value ?? 0;
    expect((await texts("#compared tbody tr")).join()).toContain(`${(metres / 1000).toFixed(1)}300.0▲ ＋`);
  });

  test("people are searched, filtered and asked about by keyboard, and the language is switched", async () => {
    const names = await texts("#people .who");
    const name = names[0] ?? "";
    await page.getByRole("searchbox").fill(name);
    expect((await texts("#people .who")).filter((shown) => !shown.includes(name))).toEqual([]);
    await page.getByRole("searchbox").fill("没有这个人");
    await expect(page.locator("#list .empty").count()).resolves.toBe(1);
    await page.getByRole("searchbox").fill("");
    await page.locator('[data-group="recruit"]').click();
    const recruits = plan.moves.filter(({ form }) => form === "recruit");
    await expect(texts("#people tbody tr")).resolves.toHaveLength(recruits.length);
    await page.locator('[data-group="moves"]').click();
    await page.locator("#list select").first().selectOption({ index: 1 });
    expect((await texts("#people tbody tr")).length).toBeLessThan(names.length);
    await page.locator("#list select").first().selectOption({ index: 0 });

    const who = page.locator("#people .who").first();
    await who.focus();
    await page.keyboard.press("Enter");
    const told = await page.locator("dialog").innerText();
    expect(told).toContain(name);
    expect(told).toMatch(/截至2024年8月31日：(?:在本校连续任教满 \d+ 年，)?年龄 \d+ 周岁。/u);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await expect(page.evaluate("document.activeElement.textContent")).resolves.toBe(name);

    await page.locator("#language").click();
    await expect(page.evaluate("document.documentElement.lang")).resolves.toBe("en");
    await expect(page.locator("h1").innerText()).resolves.toMatch(/^Rotation plan of .+ for 2024$/u);
    await page.locator("#language").click();
    await expect(page.locator("h1").innerText()).resolves.toContain("2024 年校长教师交流轮岗方案");
  });

  test("a school of the map is chosen by keyboard, and only its moves are drawn", async () => {
    const routes = page.locator("svg .route[data-people]");
    const all = await routes.count();
    const school = page.locator("svg .mark").first();
    await school.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".school h3").innerText()).resolves.toBe(await school.getAttribute("aria-label"));
    expect(await routes.count()).toBeLessThan(all);
    await page.keyboard.press("Enter");
    await expect(routes.count()).resolves.toBe(all);
  });

  test("it prints: the list is not cut, and a statement is a page", async () => {
    await page.locator('[data-group="all"]').click();
    const cut = (await texts("#people tbody tr")).length;
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const whole = (await texts("#people tbody tr")).length;
    expect(whole).toBeGreaterThan(cut);
    expect((await texts("#list-count")).join()).toContain(`${whole}`);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.locator('[data-group="moves"]').click();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(5);
    await page.locator("#make-statements").click();
    const letters = await page.locator(".letter").count();
    expect(letters).toBe(plan.moves.length + plan.returns.length);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(letters);
    await page.locator(".bar .button").first().click();
  });

  test("the public page lists masked names and opens nobody", async () => {
    const opened = await openFile(path("public.html"), { width: 390, scheme: "light" });
    await expect(faultsOf(opened)).resolves.toEqual([]);
    const names = await opened.page.locator("#people tbody tr td:first-child").allTextContents();
    expect(names.filter((name) => !/^.\*\*$/u.test(name))).toEqual([]);
    await expect(opened.page.locator(".who").count()).resolves.toBe(0);
    await opened.page.close();
  });
});
