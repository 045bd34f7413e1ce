import { expect, test } from "vitest";
import * as door from "./node.ts";

test("the entry for Node exports these names", () => {
  expect(Object.keys(door).sort()).toMatchInlineSnapshot(`
    [
      "SOLVER_NAMES",
      "checkOutput",
      "findPolicy",
      "loadSolver",
      "openApplications",
      "openCase",
      "openCounty",
      "openCountyFor",
      "openSession",
      "openYearsCase",
      "planBeside",
      "readAppointmentListFile",
      "readEarlierYears",
      "readExplanationFile",
      "readLocks",
      "readPlanFile",
      "readProcedureFile",
      "readRecordsFile",
      "readRosterFile",
      "readYearsFile",
      "sourcesOf",
      "writeCheckResult",
      "writeFiles",
    ]
  `);
});
