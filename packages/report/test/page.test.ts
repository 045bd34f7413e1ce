import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadInstance } from "@lungang/core";
import type { Instance } from "@lungang/core";
import { maskName } from "@lungang/core/plan";
import type { Plan } from "@lungang/core/plan";
import { overviewOf, whyEverybody, whySchools, wordingOf } from "@lungang/explain";
import type { WhyPerson } from "@lungang/explain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPage, pageHtml } from "../src/index.ts";
import type { Edition, Page, PageRequest } from "../src/index.ts";
import { chromium, closeBrowser, faultsOf, openFile } from "./browser/chromium.ts";
import { CANARIES, CANARY, instance, plan, policy } from "./county.ts";

/** Words that no public page may hold: health, discipline, lots, programs. */
const SECRETS = ["孕期", "哺乳", "处分", "pregnan", "seed-canary", "solver-canary", "抽签", "种子", "lottery", "末位"];

const secretive: Plan = {
  ...plan,
  manifest: { ...plan.manifest, seed: "seed-canary", solver: "solver-canary", versions: { "solver-canary": "1" } },
  levels: [
    { name: "shortfall", unit: "heads", value: 1, dualBound: 1, relativeGap: 0, reason: "optimal" },
    { name: "lottery", unit: "ranks", value: 7, dualBound: 7, relativeGap: 0, reason: "optimal", unique: true },
  ],
};

function requestOf(edition: Edition, given: Partial<PageRequest> = {}): PageRequest {
  const ground = { instance, policy, plan: secretive, ...given };
  return {
    ...ground,
    edition,
    overview: overviewOf(ground),
    people: whyEverybody(ground),
    gains: whySchools(ground),
    wording: wordingOf(ground),
    digest: "0123456789abcdef",
    ...given,
  };
}

const internal = buildPage(requestOf("internal"));
const open = buildPage(requestOf("public"));

/** Somebody moved as an alternative to somebody else: names both. */
function withAlternative(person: string, other: string): readonly WhyPerson[] {
  const before = { stays: true } as const;
  const after = { to: "HD", post: "HD-语文", distanceMetres: null };
  const alternative: WhyPerson["alternative"] = {
    answer: "tie",
    question: { person, stay: true },
    changed: [{ person: other, before, after }],
  };
  return whyEverybody({ instance, policy, plan: secretive }).map((why) =>
    why.person === person ? { ...why, alternative } : why,
  );
}

afterAll(closeBrowser);

describe("the public page", () => {
  const told = JSON.stringify(open);

  test.each(CANARIES)("never holds the name, id or birth date of $name", ({ id, name, birthDate }) => {
    expect(JSON.stringify(internal)).toContain(name);
    for (const secret of [id, name, birthDate]) expect(told).not.toContain(secret);
  });

  test("holds no full name, id or birth date of anybody, and lists nobody who stays", () => {
    for (const { id, name, birthDate } of instance.persons) {
      expect(told).not.toContain(name);
      expect(told).not.toContain(`"${id}"`);
      expect(told).not.toContain(birthDate);
    }
    const moving = [...plan.moves, ...plan.returns.filter(({ settles }) => !settles)];
    const masked = moving.map(({ person }) => maskName(instance.persons.find(({ id }) => id === person)?.name));
    expect(open.people.rows.map(({ name }) => name).sort()).toEqual(masked.sort());
    expect(open.people.rows.filter(({ why, km }) => why !== undefined || km !== "")).toEqual([]);
  });

  test.each(SECRETS)("says nothing of %s", (secret) => {
    expect(told).not.toContain(secret);
  });

  test("has nothing that is for the bureau alone", () => {
    expect(open).toMatchObject({ decisions: [], comparison: null, sweep: null, conflict: null, own: null });
    const given = requestOf("public", { conflict: [{ zh: "金丝雀", en: "canary" }], sweep: [] });
    expect(JSON.stringify(buildPage(given))).not.toContain("金丝雀");
  });

  test("tells of a few who stay for good no number", () => {
    const given = requestOf("public");
    const noteOf = (settled: number, edition: Edition) =>
      buildPage({ ...given, edition, overview: { ...given.overview, settled } }).figures[0]?.note.zh;
    expect([noteOf(4, "public"), noteOf(5, "public"), noteOf(4, "internal")]).toEqual([
      expect.stringContaining("期满留任 不足 5"),
      expect.stringContaining("期满留任 5"),
      expect.stringContaining("期满留任 4"),
    ]);
  });

  test("does not depend on the order of people in the data", () => {
    const turned = { ...instance, persons: [...instance.persons].reverse() };
    expect(buildPage(requestOf("public", { instance: turned }))).toEqual(open);
  });
});

describe("the internal page", () => {
  test("has everybody in scope with reasons, and health where one asks for the person alone", () => {
    const row = internal.people.rows.find(({ name }) => name === CANARY.name);
    expect(row?.why?.reasons.map((at) => internal.people.texts[at]?.zh).join("")).toContain("孕期");
    expect(internal.people.texts[row?.because ?? -1]?.zh).toBe("按规定不纳入");
    expect(JSON.stringify(internal.schools)).not.toContain(CANARY.name);
  });

  test("tells post by post what a school gains and loses, which the public page does not", () => {
    const [{ person, to } = { person: "", to: "" }] = plan.moves;
    const at = instance.schools.findIndex(({ id }) => id === to);
    const name = instance.persons.find(({ id }) => id === person)?.name;
    expect(internal.schools[at]?.posts.map(({ zh }) => zh).join("")).toMatch(new RegExp(`调入 \\d 人（.*${name}`, "u"));
    expect(open.schools.flatMap(({ posts }) => posts)).toEqual([]);
  });

  test("counts what the plan says", () => {
    const { rows, groups } = internal.people;
    const moving = plan.moves.length + plan.returns.filter(({ settles }) => !settles).length;
    expect(groups.find(({ group }) => group === "moves")?.people).toBe(moving);
    expect(rows.filter(({ to }) => to !== null)).toHaveLength(moving);
    expect(internal.routes.reduce((sum, { people }) => sum + people, 0)).toBe(moving);
    expect(internal.matrix.total).toBe(moving);
    const lacking = plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0);
    expect(internal.schools.reduce((sum, { missingAfter }) => sum + missingAfter, 0)).toBe(lacking);
  });
});

describe("the page of one person", () => {
  const person = CANARY.id;
  const [other] = CANARIES.filter(({ id }) => id !== person);
  const own = buildPage(requestOf("own", { person, people: withAlternative(person, other?.id ?? "") }));
  const told = JSON.stringify(own);

  test("holds the own data in full and others as they are published", () => {
    expect(own.own?.name).toBe(CANARY.name);
    expect(told).toContain("孕期");
    expect(told).toContain("随之变动 1 人。");
    expect(told).not.toContain(maskName(other?.name));
    for (const { id, name, birthDate } of instance.persons) {
      if (id === person) continue;
      expect(told).not.toContain(name);
      expect(told).not.toContain(birthDate);
    }
    for (const secret of ["seed-canary", "solver-canary", "抽签编号"]) expect(told).not.toContain(secret);
  });

  test("is refused for somebody whom the plan is not about", () => {
    expect(() => buildPage(requestOf("own", { person: "nobody" }))).toThrow(RangeError);
  });

  test("a statement made from the internal page masks others too", () => {
    const page = buildPage(requestOf("internal", { people: withAlternative(person, other?.id ?? "") }));
    const row = page.people.rows.find(({ name }) => name === CANARY.name);
    const say = (positions: readonly number[] = []) => positions.map((at) => page.people.texts[at]?.zh).join("");
    expect(say(row?.why?.alternative)).toContain(other?.name);
    expect(say(row?.why?.ownAlternative)).not.toContain(other?.name);
    expect(say(row?.why?.ownAlternative)).toContain(CANARY.name);
  });
});

describe("the HTML of a page", () => {
  const HOSTILE = `</script><script>alert(1)</script><!-- ]]> <img src=x onerror=alert(1)> " ' & \u2028`;
  let html: string;
  let page: Page;

  beforeAll(async () => {
    const schools = instance.schools.map((school, at) => (at === 0 ? { ...school, name: HOSTILE } : school));
    const persons = instance.persons.map((person) => ({ ...person, name: `${HOSTILE}${person.id}` }));
    const county = { ...instance.county, name: HOSTILE };
    const loaded = loadInstance({ ...instance, county, schools, persons });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const hostile: Instance = loaded.value;
    page = buildPage(requestOf("internal", { instance: hostile }));
    html = await pageHtml(page);
  });

  test("no text of the data ends its element or runs", () => {
    expect(html.match(/<script/giu)).toHaveLength(2);
    expect(html.match(/<\/script/giu)).toHaveLength(2);
    expect(html).not.toMatch(/<!--|<img/u);
    const [, data = ""] = /<script type="application\/json" id="data">(.*?)<\/script>/su.exec(html) ?? [];
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(page)));
  });

  test("it may run its own script and nothing else, and ask for nothing", () => {
    const [, policyText = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html) ?? [];
    const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
    const [, script = ""] = /<script>(.*?)<\/script>/su.exec(html) ?? [];
    const [, style = ""] = /<style>(.*?)<\/style>/su.exec(html) ?? [];
    expect(policyText.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    const frame = html.replaceAll(/<(script|title)\b.*?<\/\1>/gsu, "");
    expect(frame).not.toMatch(/\bsrc=|\bhref=|url\(|@import/u);
  });

  test.skipIf(chromium === undefined)("nothing of the data runs in Chromium", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lungang-page-"));
    try {
      const file = join(folder, "hostile.html");
      await writeFile(file, html);
      const opened = await openFile(file, { width: 1280, scheme: "light" });
      let ran = 0;
      opened.page.on("dialog", () => ran++);
      await opened.page.locator("#people .who").first().click();
      await expect(faultsOf(opened)).resolves.toEqual([]);
      await expect(opened.page.locator("img, iframe, link").count()).resolves.toBe(0);
      expect(ran).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("the same page is the same bytes", async () => {
    await expect(pageHtml(page)).resolves.toBe(html);
  });
});
