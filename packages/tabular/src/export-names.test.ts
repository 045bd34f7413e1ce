import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the main door lets out these names, each with a description", () => {
  const door = new URL("./index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door).length).toBeLessThanOrEqual(120);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "AppointmentBook",
      "AppointmentList",
      "AppointmentListLine",
      "AppointmentListOptions",
      "AppointmentRows",
      "AppointmentStepLine",
      "Book",
      "CellValue",
      "CheckResultOptions",
      "ConvertCoordinates",
      "CountedScale",
      "CountySource",
      "CsvFile",
      "Decisions",
      "Frame",
      "IssueGroup",
      "KnownRows",
      "NamedFile",
      "OfficialDocument",
      "OutColumn",
      "OutColumnType",
      "OutSheet",
      "OutValue",
      "PersonWords",
      "PlanSheetsOptions",
      "ReadAppointmentOptions",
      "ReadCountyOptions",
      "ReadOptions",
      "Roster",
      "RosterLine",
      "SettingRow",
      "SheetData",
      "TabularIssueCode",
      "WriteOptions",
      "appointmentListSheets",
      "appointmentStepSheet",
      "decisionSheets",
      "groupIssues",
      "officialSheets",
      "placeIssue",
      "planSheets",
      "readAppointmentBook",
      "readAppointmentList",
      "readCounty",
      "readDecisions",
      "readRoster",
      "readStamp",
      "readXlsxBook",
      "settingText",
      "writeAppointmentTemplate",
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
      "readAppointmentBook",
      "readAppointmentList",
      "readCounty",
      "readDecisions",
      "readRoster",
      "readXlsxBook",
      "writeCheckResult",
    ]
  `);
});
