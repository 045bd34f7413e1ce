import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { bindsPage } from "./evidence/binds.ts";

/**
 * `docs/measurements/binds.md` tells which entries of policies decide something in their small counties.
 *
 * After `npm run evidence`, which writes it: `UPDATE_RULEBOOK=1 npx vitest run packages/policies/test/binds-page.test.ts`.
 */

const PAGE = new URL("../../../docs/measurements/binds.md", import.meta.url);

test("docs/measurements/binds.md is what the evidence says", async () => {
  const page = await format(bindsPage(), { parser: "markdown", printWidth: 120 });
  if (process.env["UPDATE_RULEBOOK"] === "1") writeFileSync(PAGE, page);
  expect(page).toBe(readFileSync(PAGE, "utf8"));
});
