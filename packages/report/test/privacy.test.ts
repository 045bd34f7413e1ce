import { maskName } from "@lungang/core/plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HELD_BACK, REPORT_IDS, buildReports, holdBack, reportSheets } from "../src/index.ts";
import type { Report } from "../src/index.ts";
import { CANARIES, instance, plan, policy, records } from "./county.ts";

const internal = buildReports({ instance, policy, plan, audience: "internal", records });
const open = buildReports({ instance, policy, plan, audience: "public", records });

function cells(reports: readonly Report[]): readonly string[] {
  return reports.flatMap(({ tables, notes, missing }) => [
    ...tables.flatMap(({ rows }) => rows.flat().map((value) => JSON.stringify(value))),
    ...[...notes, ...tables.flatMap((table) => table.notes ?? []), ...missing].map((note) => JSON.stringify(note)),
  ]);
}

describe("the public version", () => {
  const text =
    JSON.stringify(open) + JSON.stringify(reportSheets(open)) + JSON.stringify(reportSheets(open, { language: "en" }));

  it.each(CANARIES)("never holds the name, id or birth date of $name", ({ id, name, birthDate }) => {
    expect(JSON.stringify(internal)).toContain(name);
    expect(text).not.toContain(name);
    expect(text).not.toContain(id);
    expect(text).not.toContain(birthDate);
  });

  it("holds no full name and no id of anybody", () => {
    const found = new Set(cells(open));
    for (const { id, name, birthDate } of instance.persons) {
      expect(text).not.toContain(name);
      expect(found).not.toContain(JSON.stringify(id));
      expect(text).not.toContain(birthDate);
    }
  });

  it.each(["孕期", "哺乳", "借调人员", "处分", "末位", "拒", "不得评", "pregnan", "refus", "last-place"])(
    "says nothing of %s in its rows",
    (word) => {
      // The last report lists titles of reports and columns; it speaks about nobody.
      const rows = open.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
      expect(JSON.stringify(rows)).not.toContain(word);
    },
  );

  it("gives every exempt reason of health and discipline the same words", () => {
    expect(text).toContain("按规定不纳入");
    expect(text).not.toContain("孕期哺乳期");
  });

  it("does not depend on the order of people in the data", () => {
    const turned = { ...instance, persons: [...instance.persons].reverse() };
    const again = buildReports({ instance: turned, policy, plan, audience: "public", records });
    expect(again).toEqual(open);
  });

  it("has columns that a reader can name, and as many values", () => {
    for (const { tables } of [...open, ...internal])
      for (const { columns, rows } of tables) {
        for (const { header } of columns) expect(header.zh).toMatch(/\p{Script=Han}/u);
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
  });
});

describe("maskName()", () => {
  it("keeps the first character, whatever follows", () => {
    expect([maskName("张三"), maskName("欧阳修之"), maskName("𠮷田"), maskName("")]).toEqual([
      "张**",
      "欧**",
      "𠮷**",
      "**",
    ]);
  });
});

describe("holdBack()", () => {
  it("holds back small counts, and with a single one the next smallest", () => {
    expect(holdBack([12, 2, 7, 0], 5)).toEqual({ shown: [12, HELD_BACK, HELD_BACK, 0], totalShown: true });
    expect(holdBack([12, 9], 5)).toEqual({ shown: [12, 9], totalShown: true });
  });

  it("holds back the total where the parts would follow from it", () => {
    expect(holdBack([2], 5)).toEqual({ shown: [HELD_BACK], totalShown: false });
    expect(holdBack([1, 1], 5)).toEqual({ shown: [HELD_BACK, HELD_BACK], totalShown: false });
  });

  it("never lets a small count follow from what is shown", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 8 }), (values, least) => {
        const { shown, totalShown } = holdBack(values, least);
        const hidden = values.filter((_, at) => shown[at] === HELD_BACK);
        const small = shown.filter((value) => typeof value === "number" && value > 0 && value < least);
        expect(small).toEqual([]);
        const heads = hidden.reduce((sum, value) => sum + value, 0);
        const safe = hidden.length === 0 || (hidden.length >= 2 && heads >= least);
        expect(!totalShown || safe).toBe(true);
      }),
    );
  });
});

describe("buildReports()", () => {
  it("makes the reports that the policy selects, and those asked for before these", () => {
    const selecting = {
      ...policy,
      reports: { due: [], later: [], deliverables: [], smallestCount: 5, select: ["R1", "R2"] },
    };
    const ids = (reports: readonly Report[]) => reports.map(({ id }) => id);
    expect(ids(buildReports({ instance, policy: selecting, plan, audience: "public" }))).toEqual(["R1", "R2"]);
    expect(ids(buildReports({ instance, policy: selecting, plan, audience: "public", reports: ["R5"] }))).toEqual([
      "R5",
    ]);
  });

  it("leaves out of the public version what shows the public no table: which version shows what, who is unplaced", () => {
    const idsFor = (audience: "internal" | "public") =>
      buildReports({ instance, policy, plan, audience }).map(({ id }) => id);
    expect(idsFor("internal")).toEqual(REPORT_IDS);
    expect(idsFor("public")).toEqual(REPORT_IDS.filter((id) => id !== "R15" && id !== "R23"));
  });

  it("refuses a report that does not exist", () => {
    expect(() => buildReports({ instance, policy, plan, audience: "public", reports: ["R24"] })).toThrow(RangeError);
  });

  it("names what nobody gave, and invents nothing", () => {
    const { benefits: _benefits, reports: _reports, ...bare } = policy;
    const calendar = { source: "DM-03", cutoff: "08-31", start: "09-01" };
    const reports = buildReports({ instance, policy: { ...bare, calendar }, plan, audience: "internal" });
    const missing = Object.fromEntries(
      reports.map(({ id, missing: found }) => [id, found.map(({ en }) => en).join("; ")]),
    );
    expect(missing["R13"]).toContain("publicityDays");
    expect(missing["R13"]).toContain("day of the decision");
    expect(missing["R15"]).toContain("records.unplaced");
    expect(missing["R19"]).toContain("benefits of the policy");
    expect(missing["R22"]).toContain("deliverables");
    expect(reports.find(({ id }) => id === "R15")?.tables).toEqual([]);
  });
});

describe("reportSheets()", () => {
  it("gives one sheet a table, with unique names that a workbook takes", () => {
    const sheets = reportSheets(internal);
    // The table of contents says which report a sheet is a part of.
    expect(sheets.filter(({ about }) => about === "")).toEqual([]);
    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(internal.reduce((sum, { tables }) => sum + tables.length, 0));
    for (const name of names) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/u);
    for (const { columns, rows } of sheets) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it("has the numbers of reports in one list for the bureau, and nowhere in public", () => {
    for (const language of ["zh", "en"] as const) {
      expect(JSON.stringify(reportSheets(open, { language }))).not.toMatch(/\bR\d/u);
      const numbered = reportSheets(internal, { language }).filter((sheet) => /\bR\d/u.test(JSON.stringify(sheet)));
      expect(numbered.map(({ heading }) => heading)).toEqual([
        { zh: "各类名册的内部与公开版本", en: "Internal and public versions of every list" }[language],
      ]);
    }
  });

  it("promises on a wall no more than a table shows: counts are not called by the name of the roster left out", () => {
    const headings = reportSheets(open).map(({ heading }) => heading);
    expect(headings.filter((heading) => /惩处|名册$/u.test(heading))).toEqual([]);
    expect(headings).toContain("符合或享受待遇人数");
    // A report of one table is called by its own name, also where that of the table is short.
    expect(headings).toContain("交流形式结构");
  });

  it("speaks the language asked for", () => {
    const [sheet] = reportSheets(internal, { language: "en" });
    expect(sheet?.columns[0]?.header).toBe("School");
    expect(REPORT_IDS).toHaveLength(23);
  });
});
