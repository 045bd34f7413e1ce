import { cp, readFile, readdir, writeFile } from "node:fs/promises";
import { planSchema } from "@lungang/core/plan";
import { plannedYears, verifyYears } from "@lungang/years";
import { resolvePolicy } from "@lungang/core/policy";
import type { Plan } from "@lungang/core/plan";
import { policyDocument } from "@lungang/policies";
import { readStamp, readXlsxBook, writeWorkbook } from "@lungang/tabular";
import { caseOfYearAfter, openYearsCase } from "lungang";
import { openSession } from "lungang/node";
import { beforeAll, describe, expect, it } from "vitest";
import { unframed } from "./unframed.ts";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

/** The verb `years`: plans of all years as files, totals, and plans made again. */

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty(5, 90);
const CALL = ["years", "county.json", "--policy", "detailed-measures", "--years", "2"] as const;
const QUOTAS = ["--yearly", "quotaShare=10%,20%"] as const;

interface YearsDocument {
  readonly plans: Plan[];
  readonly totals: { readonly name: string; readonly years: number[]; readonly total: number }[];
  readonly program: { readonly levels: { readonly name: string; readonly value: number }[] } | null;
  readonly changes: { readonly people: number; readonly proven: boolean } | null;
  readonly verified: { readonly moved: number };
}

function parse(text: string): YearsDocument {
  return JSON.parse(text) as YearsDocument;
}

function groundOf(shares: readonly string[]) {
  const policies = shares.map((quotaShare) => {
    const policy = resolvePolicy(policyDocument("detailed-measures"), { settings: { quotaShare } });
    if (!policy.ok) throw new Error("policy");
    return policy.value;
  });
  return { instance: county, policies, years: shares.length };
}

const policiesOf = (plans: readonly Plan[]) => ({
  ...groundOf(["10%", "20%"]),
  policies: plannedYears(groundOf(["10%", "20%"]), plans).map(({ policy }) => policy),
});

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  const first = await call(...CALL, ...QUOTAS, "--out", "first");
  if (first.code !== 0) throw new Error(first.err);
});

const earlier = async () => parse(await readFile(path("first/years.json"), "utf8")).plans;

/** Writes the roster of the first year without one of its people, as somebody does who edits it. */
async function withoutOne(folder: string, leaver: string): Promise<void> {
  const file = path(`${folder}/${county.planYear}/轮岗方案.xlsx`);
  const bytes = await readFile(file);
  const [book, stamp] = [await readXlsxBook(bytes), await readStamp(bytes)];
  const out = (book.ok ? book.value.sheets : [])
    .map(({ name, rows: all }) => ({ name, rows: unframed(all) }))
    .map(({ name, rows: [header = [], ...rows] }) => ({
      name,
      columns: header.map((title) => ({ header: String(title ?? "") })),
      rows: rows.filter((row) => name !== "交流轮岗人员名册" || row[1] !== leaver),
    }));
  await writeFile(file, await writeWorkbook(out, stamp === undefined ? {} : { stamp }));
}

describe("what is said while years are planned", () => {
  it("has no name of the program in it, and goes on until the files are written", async () => {
    const { err } = await call(...CALL, ...QUOTAS, "--lang", "zh", "--replan", "first/years.json", "--out", "said");
    const lines = err.split("\n");
    expect(lines).toContain("读入数据");
    expect(lines.filter((line) => line.startsWith("求解"))).toContain("求解 变动人数");
    expect(lines.filter((line) => /^求解.*[A-Za-z]/u.test(line))).toEqual([]);
    const ofYears = (text: (year: number) => string) => [county.planYear, county.planYear + 1].map(text);
    expect(lines.filter((line) => /^(?:逐年判断|逐年复核|写出)/u.test(line))).toEqual([
      ...ofYears((year) => `逐年判断资格和去向：${year}年`),
      ...ofYears((year) => `逐年复核：${year}年`),
      ...ofYears((year) => `写出${year}年的文件`),
    ]);
  });
});

describe("the workbook of all years", () => {
  const sheetsOf = async (name: string) => {
    const book = await readXlsxBook(await readFile(path(name)));
    if (!book.ok) throw new Error(JSON.stringify(book.issues));
    return new Map(book.value.sheets.map((sheet) => [sheet.name, unframed(sheet.rows)]));
  };

  const titlesOf = async (name: string) => {
    const book = await readXlsxBook(await readFile(path(name)));
    return book.ok ? book.value.sheets.map(({ rows }) => rows[1]?.[0]) : [];
  };

  it("says who goes when, and the heads of every school after every year", async () => {
    const sheets = await sheetsOf("first/多年总览.xlsx");
    const plans = await earlier();
    const [from, to] = [county.planYear, county.planYear + 1];
    await expect(titlesOf("first/多年总览.xlsx")).resolves.toContain(
      `${county.county.name}${from}—${to}年人员逐年安排`,
    );
    const goes = plans.map(({ moves, returns }) => [...moves, ...returns].map(({ person }) => person));
    const [, ...people] = sheets.get("人员逐年安排") ?? [];
    expect(people.map((row) => String(row[1])).toSorted()).toEqual([...new Set(goes.flat())].toSorted());
    for (const [, id, , , ...years] of people)
      expect(years.map((text) => (text ?? "") !== "")).toEqual(goes.map((all) => all.includes(String(id))));
    const names = new Map(county.schools.map(({ id, name }) => [name, id]));
    const [, ...schools] = sheets.get("各校逐年人数") ?? [];
    const after = schools.map((row) => [names.get(String(row[0])), row[5], row[8]]);
    const wanted = plans[0]?.schools.map(({ school, workingAfter }) => [
      school,
      workingAfter,
      plans[1]?.schools.find((line) => line.school === school)?.workingAfter,
    ]);
    expect(new Set(after)).toEqual(new Set(wanted));
  });

  it("says what is open, and holds no word of the program in Chinese", async () => {
    const sheets = await sheetsOf("first/多年总览.xlsx");
    const missing = (await earlier()).flatMap(({ shortfalls }) =>
      shortfalls.map(({ shortfall }) => `缺${shortfall}人`),
    );
    const cells = (sheets.get("未解决事项") ?? []).map((row) => row[4]);
    expect(cells.filter((cell) => String(cell).startsWith("缺"))).toEqual(missing);
    // What is open is so in one of the years, or after them.
    const [, ...open] = sheets.get("未解决事项") ?? [];
    const years = new Set(["", String(county.planYear), String(county.planYear + 1)]);
    expect(open.filter(([year]) => !years.has(String(year ?? "")))).toEqual([]);
    const ids = new Set<unknown>([...county.persons, ...county.schools].map(({ id }) => id));
    const foreign = [...sheets.values()]
      .flat(2)
      .filter((cell) => !ids.has(cell) && /[a-z]{2}/iu.test(String(cell ?? "")));
    expect(foreign).toEqual([]);
  });

  it("is English in English", async () => {
    expect((await call(...CALL, ...QUOTAS, "--lang", "en", "--out", "english")).code).toBe(0);
    const names = [...county.persons, ...county.schools, county.county].map(({ name }) => name ?? "");
    const subjects = county.persons.flatMap((person) => person.subjects.map(({ subject }) => subject));
    const known = [...names, ...subjects].sort((a, b) => b.length - a.length);
    const cells = [...(await sheetsOf("english/多年总览.xlsx"))].flatMap(([name, rows]) => [name, ...rows.flat()]);
    const rest = cells.map((cell) => known.reduce((text, name) => text.replaceAll(name, ""), String(cell ?? "")));
    expect(rest.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe("the words of years", () => {
  it("are those of the policy, in one language", async () => {
    const { out, err } = await call(...CALL, ...QUOTAS);
    const ids = [...county.persons, ...county.schools].map(({ id }) => id);
    const words = `${out}${err}`.match(/[A-Za-z][A-Za-z0-9]*/gu) ?? [];
    expect(words.filter((word) => !ids.includes(word))).toEqual([]);
  });

  it("report a later year, too", async () => {
    const { code, err } = await call("report", `first/${county.planYear + 1}/plan.json`, "--out", "later.xlsx");
    expect([code, err.includes("推算")]).toEqual([0, true]);
    await expect(readFile(path("later.xlsx"))).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe("years whose rosters were edited", () => {
  it("are planned again from the folder or a roster, with the edits and the fewest changes", async () => {
    await call(...CALL, ...QUOTAS, "--out", "edited");
    const [first] = parse(await readFile(path("edited/years.json"), "utf8")).plans;
    // Only who need not go can be taken out without breaking a rule.
    const movers = first?.moves.map(({ person }) => person) ?? [];
    let taken = "";
    for (const person of movers) {
      await call(...CALL, ...QUOTAS, "--out", "edited", "--force");
      await withoutOne("edited", person);
      const { code, err } = await call(...CALL, ...QUOTAS, "--replan", "edited", "--fixed", "1", "--json");
      if (code === 0) {
        taken = person;
        break;
      }
      // What breaks a rule ends before anything is solved.
      expect([code, err.includes("求解")]).toEqual([3, false]);
    }
    const roster = `edited/${county.planYear}/轮岗方案.xlsx`;
    for (const from of ["edited", roster]) {
      const { out, err, code } = await call(...CALL, ...QUOTAS, "--replan", from, "--fixed", "1", "--json");
      expect(code).toBe(0);
      const [year] = parse(out).plans;
      expect(year?.moves.map(({ person }) => person)).toEqual(movers.filter((person) => person !== taken));
      expect(err).not.toContain("名册有人改动过");
    }
    // The file of all plans knows nothing of the edits, and that is said.
    const plain = await call(...CALL, ...QUOTAS, "--replan", "edited/years.json");
    expect(plain.err).toContain("这份名册有人改动过");
    const told = await call(...CALL, ...QUOTAS, "--replan", "edited", "--fixed", "1");
    expect(told.err).toMatch(new RegExp(`${county.planYear}年改动 1 人：\\n.*不再交流至`, "u"));
  });

  it("take people who withdraw by name", async () => {
    const [, second] = parse(await readFile(path("first/years.json"), "utf8")).plans;
    const id = second?.moves.find(({ from }) => from !== null)?.person ?? "";
    const named = county.persons.map((person) => (person.id === id ? { ...person, name: "独一无二" } : person));
    await writeJson(terminal, "named.json", { ...county, persons: named });
    const again = ["years", "named.json", ...CALL.slice(2), ...QUOTAS, "--out", "named"] as const;
    expect((await call(...again)).code).toBe(0);
    const { code, out } = await call(
      ...again.slice(0, -2),
      "--replan",
      "named/years.json",
      "--withdraw",
      "独一无二",
      "--json",
    );
    expect(code).toBe(0);
    expect(parse(out).plans.flatMap(({ moves }) => moves.map(({ person }) => person))).not.toContain(id);
  });
});

describe("years", () => {
  it("writes every year into a folder of its own, and all of them into one file", async () => {
    const files = ["plan.json", "轮岗方案-公示.xlsx", "轮岗方案.xlsx"].sort();
    const year = county.planYear;
    expect((await readdir(path("first"))).sort()).toEqual([
      ".lungang-record.json",
      String(year),
      String(year + 1),
      "years.json",
      "多年总览.xlsx",
    ]);
    for (const folder of [year, year + 1]) expect((await readdir(path(`first/${folder}`))).sort()).toEqual(files);
    const plans = (await earlier()).map((plan) => planSchema.parse(plan));
    expect(plans.map((plan) => plan.moves.length > 0)).toEqual([true, true]);
    expect(verifyYears(policiesOf(plans), plans)).toMatchObject({ ok: true, findings: [] });
    expect(planSchema.parse(JSON.parse(await readFile(path(`first/${year}/plan.json`), "utf8")))).toEqual(plans[0]);
  });

  it("gives plans of every year that are verified alone, by the county that the years before leave", async () => {
    const later = county.planYear + 1;
    const first = await call("verify", `first/${county.planYear}/plan.json`);
    expect([first.code, first.err.includes("推算")]).toEqual([0, false]);
    for (const file of ["plan.json", "轮岗方案.xlsx"]) {
      const { code, err } = await call("verify", `first/${later}/${file}`);
      expect([code, err.includes(`按前几年的方案推算到 ${later} 年`)]).toEqual([0, true]);
    }
    await cp(path(`first/${later}`), path("apart"), { recursive: true });
    const apart = await call("verify", "apart/plan.json", "--instance", "county.json");
    expect(apart.code).toBe(3);
    expect(apart.err).toContain(`这是 ${later} 年的方案，县域数据是 ${county.planYear} 年的`);
  });

  it("takes the setting of each year", async () => {
    const targets = (await earlier()).map(
      ({ measures }) => measures.find(({ source, sense }) => source === "DM-04" && sense === "atLeast")?.target,
    );
    const [one = 0, two = 0] = targets;
    expect(two).toBeGreaterThan(one);
  });

  it("prints totals whose bounds are proven, in Chinese and English", async () => {
    const chinese = await call(...CALL, ...QUOTAS);
    expect(chinese.code).toBe(0);
    for (const text of ["合计", "理论最好值", "最好结果", "2 年共交流", "缺人岗位"])
      expect(chinese.out).toContain(text);
    const english = await call(...CALL, ...QUOTAS, "--lang", "en");
    expect(english.out).toContain("people move in 2 years");
    // Names of people stay as they are written.
    expect(english.err).not.toMatch(/\p{Script=Han}/u);
  });

  it("prints one JSON document, also of a rolling plan", async () => {
    const whole = parse((await call(...CALL, ...QUOTAS, "--json")).out);
    const rolling = await call(...CALL, ...QUOTAS, "--method", "rolling", "--json");
    expect(rolling.code).toBe(0);
    const { plans, totals, verified } = parse(rolling.out);
    expect(plans).toHaveLength(2);
    const exchanges = plans.flatMap(({ moves }) => moves.filter(({ form }) => form !== "recruit"));
    expect(verified.moved).toBe(new Set(exchanges.map(({ person }) => person)).size);
    // A rule that is judged year by year may show up in the totals of the whole; its program bounds every plan all the same.
    const bounds = whole.program?.levels ?? [];
    const at = totals.findIndex(({ total }, level) => total !== bounds[level]?.value);
    expect(totals.map(({ name }) => name)).toEqual(bounds.map(({ name }) => name));
    expect(totals[at]?.total ?? 0).toBeGreaterThanOrEqual(bounds[at]?.value ?? 0);
  });

  it("changes as few people as possible when somebody withdraws", async () => {
    const plans = await earlier();
    const mover = plans[1]?.moves.find(({ from }) => from !== null)?.person ?? "";
    const again = ["--replan", "first/years.json", "--withdraw", mover] as const;
    const { code, out } = await call(...CALL, ...QUOTAS, ...again, "--json");
    expect(code).toBe(0);
    const found = parse(out);
    expect(found.changes?.proven).toBe(true);
    expect(found.plans.flatMap(({ moves }) => moves.map(({ person }) => person))).not.toContain(mover);
    const fixed = await call(...CALL, ...QUOTAS, ...again, "--fixed", "1", "--json");
    expect(fixed.code).toBe(0);
    expect(parse(fixed.out).plans[0]).toEqual(plans[0]);
    const shown = await call(...CALL, ...QUOTAS, ...again);
    expect(shown.out).toContain("已证明最少");
  });

  it("removes the years of an earlier run that the new one has not, says so, and keeps what was edited", async () => {
    const year = county.planYear;
    const shorter = ["years", "county.json", "--policy", "detailed-measures", "--years", "1"] as const;
    await call(...CALL, ...QUOTAS, "--out", "span");
    const { code, err } = await call(...shorter, "--out", "span");
    expect(code).toBe(0);
    expect(err).toContain(`${year + 1}/plan.json`);
    expect(await readdir(path("span"))).toEqual([".lungang-record.json", String(year), "years.json", "多年总览.xlsx"]);
    await call(...CALL, ...QUOTAS, "--out", "span");
    await writeFile(path(`span/${year + 1}/轮岗方案.xlsx`), "edited");
    const kept = await call(...shorter, "--out", "span");
    expect([kept.code, kept.err.includes("本次没有对应的文件")]).toEqual([2, true]);
    expect(kept.err).not.toContain("求解");
    expect(await readFile(path(`span/${year + 1}/轮岗方案.xlsx`), "utf8")).toBe("edited");
  });

  it.each([
    [["--years", "7"], "--years"],
    [["--yearly", "quotaShare"], "--yearly"],
    [["--withdraw", "T1"], "--withdraw"],
    [["--fixed", "1"], "--fixed"],
    [["--replan", "county.json"], "county.json"],
    [["--replan", "first/years.json", "--withdraw", "nobody"], "nobody"],
    [["--replan", "first/years.json", "--fixed", "2"], "--fixed"],
    [["--replan", "first/years.json", "--years", "3"], "--years"],
    [["--replan", "first/years.json", "--yearly", "quotaShare=50%"], "--replan"],
    [["--yearly", "quotaShare=10%,zehn"], "quotaShare"],
  ])("refuses %j", async (options, named) => {
    const { code, err } = await call(...CALL, ...options);
    expect(code).toBe(2);
    expect(err).toContain(named);
  });

  it("says which year has no plan, and what would have to give", async () => {
    const settings = ["expertShare=100%", "expertTitles=", "expertHonours="].flatMap((pair) => ["--set", pair]);
    const { code, out } = await call(...CALL, ...settings, "--lang", "en", "--out", "none");
    expect(code).toBe(3);
    expect(out).toContain(`${county.planYear}: no plan`);
    await expect(readdir(path("none"))).resolves.toContain("无方案说明.xlsx");
    const book = await readXlsxBook(await readFile(path("none/无方案说明.xlsx")));
    const filled = (book.ok ? book.value.sheets : []).map(({ name }) => name);
    for (const name of ["Conclusion", "What would help", "The most that can be reached", "Least violation in all"])
      expect(filled).toContain(name);
  });

  it("explains a later year on the county that the years before leave", async () => {
    const opened = await openYearsCase({
      county: { instance: smallCounty(4, 60) },
      policy: { name: "detailed-measures" },
      years: 2,
      yearly: [{ expertShare: "0%" }, { expertShare: "100%" }],
      settings: { expertTitles: "", expertHonours: "" },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    const session = openSession();
    const outcome = await session.planYears(opened.value, { method: "rolling" });
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    const { instance, policy } = caseOfYearAfter(opened.value, outcome.plans);
    expect([outcome.year, outcome.plans.length, instance.planYear]).toEqual([
      county.planYear + 1,
      1,
      county.planYear + 1,
    ]);
    expect(instance.persons.length).toBeGreaterThan(0);
    const conflict = await session.conflict({ instance, policy, locks: [] });
    await session.close();
    expect(conflict.value?.rules.length).toBeGreaterThan(0);
  });

  it("ends with its own code when a limit comes before the first plan", async () => {
    const { code, out } = await call(...CALL, "--time-limit", "0.000001", "--method", "rolling", "--lang", "en");
    expect(code).toBe(4);
    expect(out).toContain("Stopped by the time limit before a plan was found");
  });
});
