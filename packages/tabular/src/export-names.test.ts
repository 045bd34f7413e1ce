import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the main door lets out these names, each with a description", () => {
  const door = new URL("./index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door).length).toBeLessThanOrEqual(120);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "Book",
      "CellValue",
      "CheckResultOptions",
      "ConvertCoordinates",
      "CountySource",
      "CsvFile",
      "IssueGroup",
      "NamedFile",
      "OutColumn",
      "OutColumnType",
      "OutSheet",
      "OutValue",
      "PlanSheetsOptions",
      "ReadCountyOptions",
      "ReadOptions",
      "Roster",
      "RosterLine",
      "SheetData",
      "TabularIssueCode",
      "WriteOptions",
      "groupIssues",
      "placeIssue",
      "planSheets",
      "readCounty",
      "readRoster",
      "readStamp",
      "readXlsxBook",
      "writeCheckResult",
      "writeCounty",
      "writeCountyCsv",
      "writeCsv",
      "writeTemplate",
      "writeWorkbook",
    ]
  `);
});

test("the door for Node lets out these names, each with a description", () => {
  const door = new URL("./node/index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door).length).toBeLessThanOrEqual(120);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "PathOrFiles",
      "ReadLimits",
      "readCounty",
      "readRoster",
      "readXlsxBook",
      "writeCheckResult",
    ]
  `);
});
