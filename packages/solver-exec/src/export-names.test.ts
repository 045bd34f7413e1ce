import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the door for Node lets out these names, each with a description", () => {
  const door = new URL("./node.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "AnswerSheet",
      "ExecOptions",
      "ExecRun",
      "InstalledProgram",
      "NativeAnswer",
      "NativeOutput",
      "NativeProgram",
      "NativeTask",
      "PROGRAM_NAMES",
      "RunFiles",
      "Usage",
      "createExecSolver",
      "findProgram",
    ]
  `);
});
