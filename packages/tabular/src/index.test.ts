import { expect, test } from "vitest";
import * as door from "./index.ts";

test("the package exports these names", () => {
  expect(Object.keys(door).sort()).toEqual([
    "groupIssues",
    "placeIssue",
    "planSheets",
    "readCounty",
    "readRoster",
    "readXlsxBook",
    "writeCheckResult",
    "writeCounty",
    "writeCountyCsv",
    "writeCsv",
    "writeTemplate",
    "writeWorkbook",
  ]);
});
