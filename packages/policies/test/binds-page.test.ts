import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { bindsPage } from "./evidence/binds.ts";
import { REASONS } from "./evidence/reasons.ts";
import { evidenceTable } from "./evidence/table.ts";
import { MASKED } from "./masked-values.ts";
import { policyOf } from "./sentences.ts";

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

test.each(Object.entries(REASONS))("%s decides nothing, for the reason that the page gives", (entry, { holds }) => {
  const [policy = "", place = ""] = entry.split(" ");
  expect(holds(policyOf(policy, MASKED[policy]))).toBe(true);
  const known = evidenceTable().find((found) => found.policy === policy && found.place === place);
  expect(known?.fate).toBe("survives");
});

test("every entry decides something, or it is told why not", () => {
  expect(bindsPage()).not.toContain("not shown");
});
