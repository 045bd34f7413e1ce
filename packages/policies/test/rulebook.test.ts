import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { RULE_NAMES } from "@lungang/core/policy";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { NATIONAL_RULES, RULEBOOK } from "../src/index.ts";
import { RULEBOOK_IDS } from "./rulebook-ids.ts";
import { placeOf, rulebookPage, shownBy } from "./rulebook-page.ts";

/**
 * Every rule of the source documents has a home, and `docs/rulebook.md` tells which.
 *
 * After a wanted change: `UPDATE_RULEBOOK=1 npx vitest run packages/policies/test/rulebook.test.ts`.
 */

const PAGE = new URL("../../../docs/rulebook.md", import.meta.url);
const ROOT = new URL("../../../", import.meta.url);
const UPDATE = process.env["UPDATE_RULEBOOK"] === "1";

const ALL = [...RULEBOOK, ...NATIONAL_RULES];

test("every id of the source documents is there once", () => {
  expect(RULEBOOK.map(({ id }) => id).sort()).toEqual([...RULEBOOK_IDS].sort());
});

describe("homes", () => {
  test("exist in the code, or say that they are later work", () => {
    const missing = ALL.flatMap(({ id, homes }) =>
      homes
        .filter((home) => {
          const place = placeOf(home);
          return place !== undefined && !existsSync(new URL(place, ROOT));
        })
        .map((home) => `${id}: ${home}`),
    );
    expect(missing).toEqual([]);
  });

  test("name rules that policies may use", () => {
    const rules = ALL.flatMap(({ homes }) => homes).filter((home) => home.startsWith("rules/"));
    const unknown = rules.filter((home) => !RULE_NAMES.some((name) => name === home.slice("rules/".length)));
    expect(unknown).toEqual([]);
  });

  test("every rule that is not later work is shown by a test", () => {
    const hidden = ALL.filter(({ planned }) => planned).filter((entry) => shownBy(entry).length === 0);
    expect(hidden.map(({ id }) => id)).toEqual([]);
    const files = ALL.flatMap(shownBy).map(({ file }) => file);
    expect([...new Set(files)].filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
  });
});

test("rules without a home in code are these, and rules of appointment those", () => {
  const of = (coverage: string) => ALL.filter((entry) => entry.coverage === coverage).map(({ id }) => id);
  expect(of("notYet").join(" ")).toBe("");
  expect(of("appointment").join(" ")).toBe(
    "XR-04 XR-05 XR-06 XR-17 YL-14b GP-06 SZ-01 YY-03 YY-04 YY-05 YY-06 YY-07 YY-08 YY-12 YY-13 YY-14 YY-16 XC-04 XC-07 XC-16 XC-17 XC-18 XC-19 XC-20 DM-10",
  );
});

test("docs/rulebook.md is what the registry says", async () => {
  const page = await format(rulebookPage(), { parser: "markdown", printWidth: 120 });
  if (UPDATE) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});
