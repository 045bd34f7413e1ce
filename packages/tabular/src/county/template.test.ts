import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCounty } from "./read-county.ts";
import { writeTemplate } from "./template.ts";

test("template", async () => {
  const bytes = await writeTemplate();
  writeFileSync("/tmp/template.xlsx", bytes);
  console.log(JSON.stringify(await readCounty(bytes), null, 1));
});
