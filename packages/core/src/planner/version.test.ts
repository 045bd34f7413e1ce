import { expect, test } from "vitest";
import pack from "../../package.json" with { type: "json" };
import { CORE_VERSION } from "./version.ts";

test("the version that manifests state is that of the package", () => {
  expect(CORE_VERSION).toBe(pack.version);
});
