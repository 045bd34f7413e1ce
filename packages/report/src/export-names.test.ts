import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the door lets out these names, each with a description", () => {
  const door = new URL("./index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door).length).toBeLessThanOrEqual(120);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "Audience",
      "DeliverableRecord",
      "Edition",
      "HELD_BACK",
      "Letter",
      "LettersHtmlOptions",
      "LettersRequest",
      "Page",
      "PageRequest",
      "REPORT_IDS",
      "Report",
      "ReportColumn",
      "ReportColumnType",
      "ReportIssueCode",
      "ReportRecords",
      "ReportRequest",
      "ReportSheet",
      "ReportSheetsOptions",
      "ReportTable",
      "ReportValue",
      "SweepResult",
      "UnplacedRecord",
      "buildLetters",
      "buildPage",
      "buildReports",
      "dutyText",
      "holdBack",
      "lettersHtml",
      "officeTexts",
      "pageHtml",
      "policySectionsOf",
      "readRecords",
      "reportSheets",
    ]
  `);
});
