import { loadInstance } from "../../src/instance/load.ts";
import { resolvePolicy } from "../../src/planner/resolve-policy.ts";
import type { Checked } from "../../src/instance/issue.ts";
import type { Instance } from "../../src/instance/instance.ts";
import type { Policy } from "../../src/policy/resolved.ts";
import { policyDocument } from "@lungang/policies";
import type { SchoolRow } from "@lungang/synthetic";
import { readSame, readSjkc, staff } from "@lungang/synthetic";
import { csvRows } from "../../../../bench/src/csv-rows.ts";
import { dataText } from "./data-files.ts";

/** Seed of the made-up people. */
const SEED = "acceptance";

function unwrap<T>(result: Checked<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 5), undefined, 2));
  return result.value;
}

/** Real schools with as many made-up people as they have teachers. */
export interface RealCounty {
  readonly rows: readonly SchoolRow[];
  readonly instance: Instance;
}

function county(id: string, rows: readonly SchoolRow[]): RealCounty {
  const input = staff(rows, { seed: SEED, planYear: 2024, county: { id, name: id } });
  return { rows, instance: unwrap(loadInstance(input)) };
}

/** The Chinese-medium primary schools of Perak; the district office is zone and alliance. */
export function perak(): RealCounty {
  return county("Perak", unwrap(readSjkc(csvRows(dataText("schools/malaysia_sjkc_without_johor.csv")), "PERAK")));
}

/** The primary schools of Same; the ward is zone and alliance, those not of the state are private. */
export function same(): RealCounty {
  return county("Same", unwrap(readSame(csvRows(dataText("schools/tanzania_same.csv")))));
}

/** Returns the Yulin notice with the one masked value that planning needs. */
export function yulinNotice(exchangeScope: "alliance" | "zone"): Policy {
  const settings = { exchangeScope, document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" };
  return unwrap(resolvePolicy(policyDocument("yulin-notice"), { settings }));
}
