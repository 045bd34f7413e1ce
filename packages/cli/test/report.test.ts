import { readFile } from "node:fs/promises";
import { readXlsxBook } from "@lungang/tabular";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

const terminal = openTerminal();
const { call, path } = terminal;
const county = smallCounty();
const POLICY = ["--policy", "detailed-measures"] as const;
type Said = { readonly zh: string };

const PLAN = ["out/plan.json", "--instance", "county.json", ...POLICY] as const;

beforeAll(async () => {
  await writeJson(terminal, "county.json", county);
  await call("plan", "county.json", ...POLICY, "--out", "out");
});

describe("report", () => {
  it("writes all reports into one workbook and names what nobody gave", async () => {
    const { code, out, err } = await call("report", ...PLAN, "--out", "报表.xlsx");
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(/^R1 .+/mu);
    expect(out).toMatch(/^R13 .+无数据：.*公示工作日数/mu);
    expect(out).toContain("报表.xlsx");
    const book = await readXlsxBook(await readFile(path("报表.xlsx")));
    const names = book.ok ? book.value.sheets.map(({ name }) => name) : [];
    expect(names).toContain("各类名册的内部与公开版本");
    expect(names.filter((name) => /R\d/u.test(name))).toEqual([]);
  });

  it("gives the chosen ones as JSON", async () => {
    const { code, out } = await call("report", ...PLAN, "--only", "r2，R1", "--json");
    expect(code).toBe(0);
    const { reports } = JSON.parse(out) as { reports: { id: string; audience: string }[] };
    expect(reports.map(({ id, audience }) => [id, audience])).toEqual([
      ["R1", "internal"],
      ["R2", "internal"],
    ]);
  });

  it("shows no name, id or birth date in the public version of any report", async () => {
    const { code, out } = await call("report", ...PLAN, "--public", "--json");
    expect(code).toBe(0);
    for (const { name, birthDate } of county.persons) {
      expect(out).not.toContain(`"${name}"`);
      expect(out).not.toContain(birthDate);
    }
    const values = new Set(out.match(/"[^"]*"/gu));
    for (const { id } of county.persons) expect(values.has(`"${id}"`)).toBe(false);
  });

  it.each([[], ["--public"]])(
    "names the same reports on the terminal, in JSON and in the workbook %j",
    async (...edition) => {
      const { out } = await call("report", ...PLAN, ...edition, "--out", "same.xlsx", "--force");
      const told = [...out.matchAll(/^(R\d+) ([^ \n]+)/gmu)].map(([, id, title]) => ({ id, title }));
      const { reports } = JSON.parse((await call("report", ...PLAN, ...edition, "--json")).out) as {
        reports: { id: string; title: Said; tables: { title: Said; heading?: Said }[] }[];
      };
      expect(told).toEqual(reports.map(({ id, title }) => ({ id, title: title.zh })));
      const book = await readXlsxBook(await readFile(path("same.xlsx")));
      const contents = book.ok ? (book.value.sheets.find(({ name }) => name === "目录")?.rows ?? []) : [];
      const named = contents.flat().map(String).join("\n");
      const sheetsOf = ({ title, tables }: (typeof reports)[number]) =>
        tables.length === 0 ? [title.zh] : tables.map((table) => (table.heading ?? table.title).zh);
      for (const heading of reports.flatMap(sheetsOf)) expect(named).toContain(heading);
      expect(named.includes("各类名册的内部与公开版本")).toBe(edition.length === 0);
    },
  );

  it("refuses to publish what has nothing that the public may see", async () => {
    const { code, out } = await call("report", ...PLAN, "--public", "--only", "R1,R23", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ issues: [{ path: ["--only"], received: "R23" }] });
  });

  it("takes what the data do not hold from a file of records", async () => {
    const [someone] = county.persons;
    const [first, second] = county.schools;
    if (someone === undefined || first === undefined || second === undefined) throw new Error("an empty county");
    const start = `${county.planYear - 1}-09-01`;
    await writeJson(terminal, "records.json", {
      decidedOn: "2026-08-20",
      unplaced: [
        {
          person: someone.id,
          wishes: [first.id],
          step: "wish",
          school: first.id,
          training: "passed",
          conduct: "obeys",
        },
      ],
      departed: [{ from: first.id, to: second.id, form: "support", start, relationMoves: false }],
      totals: [{ year: county.planYear - 1, teachers: 131, principals: 6 }],
      universities: ["某某师范大学"],
      subjectLeaders: { city: 1, county: 3 },
    });
    const given = ["--records", "records.json", "--only", "R4,R5,R7,R8,R15", "--json"];
    const { code, out } = await call("report", ...PLAN, ...given);
    expect(code).toBe(0);
    expect(out).toContain("131");
    expect(out).toContain("某某师范大学");
    expect(out).toContain(`"${first.name}"`);
    const { reports } = JSON.parse(out) as {
      reports: { id: string; missing: object[]; tables: { rows: unknown[][] }[] }[];
    };
    expect(reports.map(({ id, missing }) => [id, missing.length])).toEqual([
      ["R4", 0],
      ["R5", 0],
      ["R7", 1],
      ["R8", 0],
      ["R15", 0],
    ]);
    const forms = reports.find(({ id }) => id === "R8")?.tables[0]?.rows ?? [];
    expect(forms).toContainEqual([county.planYear - 1, { zh: "支教", en: "support teaching" }, 1, 0, 1]);
  });

  it("names every record that is wrong, with the file and the place in it", async () => {
    await writeJson(terminal, "bad-records.json", {
      conduct: [{ person: "nobody", trigger: "refused", on: "2026-07-01" }],
      unplaced: [{ person: "nobody", wishes: ["nowhere"], step: "wish", training: "passed", conduct: "obeys" }],
    });
    const { code, out, err } = await call("report", ...PLAN, "--records", "bad-records.json", "--out", "bad.xlsx");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("bad-records.json:1：人员编号不在人员名单中");
    expect(err).toContain("bad-records.json:1：学校编号不在学校名单中");
    expect(err).toContain("3 个错误");
    await writeJson(terminal, "odd-records.json", { decided: "2026-08-20" });
    const odd = await call("report", ...PLAN, "--records", "odd-records.json", "--json");
    expect(odd.code).toBe(2);
    expect(JSON.parse(odd.out)).toMatchObject({ issues: [{ code: "unknown-key", received: "decided" }] });
    expect((await call("report", ...PLAN, "--records", "none.json", "--json")).out).toContain("file-not-found");
    await expect(readFile(path("bad.xlsx"))).rejects.toThrow("ENOENT");
  });

  it("asks for the masked values that the chosen reports read, and for no others", async () => {
    const yulin = ["--policy", "yulin-notice", "--set", "document74Exemptions=", "--json"];
    const ask = async (only: string) => {
      const { out } = await call("report", "out/plan.json", "--instance", "county.json", ...yulin, "--only", only);
      const { issues = [] } = JSON.parse(out) as { issues?: { code: string; path: string[] }[] };
      return issues.filter(({ code }) => code === "parameter-required").map(({ path: [, name] }) => name);
    };
    expect(await ask("R19")).toContain("titleRuralYears");
    expect(await ask("R1")).not.toContain("titleRuralYears");
  });

  it("refuses a page and letters in one call, of which one would be left out", async () => {
    const { code, err } = await call("report", ...PLAN, "--html", "x.html", "--letters", "y.html");
    expect([code, err.includes("--html 不与 --letters 同用")]).toEqual([2, true]);
  });

  it("refuses unknown reports, other files than workbooks and wrong dates, all at once", async () => {
    const { code, out } = await call(
      "report",
      ...PLAN,
      "--only",
      "R99",
      "--out",
      "a.pdf",
      "--decided",
      "soon",
      "--json",
    );
    expect(code).toBe(2);
    const { issues } = JSON.parse(out) as { issues: { path: string[] }[] };
    expect(issues.map(({ path: [option] }) => option)).toEqual(["--only", "--out", "--decided"]);
  });

  it("makes no report of a plan that breaks its rules", async () => {
    const plan = JSON.parse(await readFile(path("out/plan.json"), "utf8")) as { moves: object[] };
    await writeJson(terminal, "broken.json", { ...plan, moves: plan.moves.slice(1) });
    const rest = ["--instance", "county.json", ...POLICY, "--out", "broken.xlsx"];
    const { code } = await call("report", "broken.json", ...rest);
    expect(code).toBe(3);
    await expect(readFile(path("broken.xlsx"))).rejects.toThrow("ENOENT");
  });
});
