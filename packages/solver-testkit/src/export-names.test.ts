import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the main door lets out these names, each with a description", () => {
  const door = new URL("./index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "BruteForceOptions",
      "BruteForceResult",
      "ConformanceCase",
      "ConformanceError",
      "ConformanceOptions",
      "ConformanceSkip",
      "Draws",
      "ExactResult",
      "Family",
      "JslpModelText",
      "JslpProgram",
      "SIDE_ROW_KINDS",
      "SideRowKind",
      "SmallColumn",
      "SmallProgram",
      "SmallRow",
      "TestModel",
      "VALUE_TOLERANCE",
      "assignmentProgram",
      "bruteForce",
      "conformanceTests",
      "degenerateProgram",
      "equationProgram",
      "exactSearch",
      "freeProgram",
      "fromJslpModel",
      "generalProgram",
      "hardProgram",
      "hardStart",
      "mixedProgram",
      "negativeProgram",
      "networkProgram",
      "rangedProgram",
      "seedOf",
      "smallProgram",
      "steepProgram",
      "wideProgram",
    ]
  `);
});

test("the door for Node lets out these names, each with a description", () => {
  const door = new URL("./node.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "readModels",
    ]
  `);
});
