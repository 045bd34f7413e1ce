import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the door lets out these names, each with a description", () => {
  const door = new URL("./index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door).length).toBeLessThanOrEqual(120);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "AdvanceOptions",
      "EVEN_BURDEN",
      "EarlierStart",
      "LevelLoss",
      "LevelTotal",
      "MissedPerson",
      "PlannedYear",
      "PlannedYears",
      "ProgramReport",
      "ReplanYearsOutcome",
      "ReplanYearsRequest",
      "RollingLoss",
      "SchoolBurden",
      "SolvedAgain",
      "VerifyYearsOptions",
      "YearsBasis",
      "YearsFinding",
      "YearsOutcome",
      "YearsProgress",
      "YearsReport",
      "YearsRequest",
      "YearsSolving",
      "advanceInstance",
      "forYears",
      "planYears",
      "plannedYears",
      "replanYears",
      "rollingLoss",
      "verifyYears",
      "yearAfter",
    ]
  `);
});
