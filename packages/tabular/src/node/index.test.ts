import { expect, test } from "vitest";
import * as door from "./index.ts";

test("the entry for Node exports these names", () => {
  expect(Object.keys(door).sort()).toEqual([
    "readCounty",
    "readRoster",
    "readXlsxBook",
    "writeCheckResult",
    "writeFileAtomic",
  ]);
});
