import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadInstance } from "@lungang/core";
import type { Checked, Instance } from "@lungang/core";
import { readSjkc, staff } from "@lungang/synthetic";
import { csvRows } from "../../../bench/src/csv-rows.ts";

/** Folder of public lists of schools; tests that need it are skipped where it is not named. */
export const DATA = process.env["LUNGANG_DATA"];

function unwrap<T>(result: Checked<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 5), undefined, 2));
  return result.value;
}

let known: Instance | undefined;

/** Returns the Chinese-medium primary schools of Perak with made-up people. */
export function perak(): Instance {
  const file = join(DATA ?? "", "schools/malaysia_sjkc_without_johor.csv");
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/u, "");
  const listed = unwrap(readSjkc(csvRows(text), "PERAK"));
  // A district of one school has nobody to exchange with: shares by district have no answer there.
  const rows = listed.filter(({ zone }) => listed.filter((row) => row.zone === zone).length > 1);
  known ??= unwrap(
    loadInstance(staff(rows, { seed: "perak", planYear: 2024, county: { id: "Perak", name: "Perak" } })),
  );
  return known;
}
