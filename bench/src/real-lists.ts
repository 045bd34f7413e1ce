import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checked } from "@lungang/core";
import type { Settings } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import type { SchoolRow } from "@lungang/synthetic";
import { readSame, readSjkc, staff } from "@lungang/synthetic";
import type { CsvRow } from "./csv-rows.ts";
import { csvRows } from "./csv-rows.ts";
import type { Scenario } from "./scenario.ts";

/** Returns the scenarios on real lists of schools; none where LUNGANG_DATA, the folder of the lists, is unset. */
export function realLists(settings: Settings): readonly Scenario[] {
  const folder = process.env["LUNGANG_DATA"];
  if (folder === undefined || folder === "") return [];
  const table = (path: string) => csvRows(readFileSync(join(folder, "schools", path), "utf8"));
  const real = (name: string, stresses: string, read: () => Checked<SchoolRow[]>): Scenario => ({
    name,
    stresses,
    build: ({ seed }) => ({
      input: staff(schoolsOf(read()), { seed, planYear: 2024, county: { id: name, name } }),
      policy: policyDocument("yulin-notice"),
      settings,
    }),
  });
  const sjkc = (): readonly CsvRow[] => table("malaysia_sjkc_without_johor.csv");
  return [
    real("perak", "185 real schools, exchange inside the district office", () => readSjkc(sjkc(), "PERAK")),
    real("same", "163 real schools, exchange inside the ward, some schools out of scope", () =>
      readSame(table("tanzania_same.csv")),
    ),
  ];
}

function schoolsOf(result: Checked<SchoolRow[]>): readonly SchoolRow[] {
  if (result.ok) return result.value;
  throw new Error(`Cannot read the list of schools: ${JSON.stringify(result.issues.slice(0, 3))}`);
}
