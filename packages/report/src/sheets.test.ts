import { expect, test } from "vitest";
import type { Report } from "./report.ts";
import { reportSheets } from "./sheets.ts";

const said = (words: string) => ({ zh: words, en: words });

test.each([
  ["internal", ["注：说明", "注：缺少数据，未列入：公示工作日数"]],
  ["public", ["注：说明"]],
] as const)("what data lack is a note for the bureau: %s", (audience, notes) => {
  const table = { id: "t", title: said("表"), columns: [], rows: [] };
  const report: Report = {
    id: "R13",
    title: said("名单"),
    sources: [],
    audience,
    tables: [table],
    notes: [said("说明")],
    missing: [said("公示工作日数")],
  };
  expect(reportSheets([report])[0]?.notes).toEqual(notes);
});
