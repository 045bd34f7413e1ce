import { fileURLToPath } from "node:url";
import { resolvePolicy } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import { readCounty } from "@lungang/tabular/node";

/** What the bureau of the example county answers to the question that the notice leaves open. */
export const SETTINGS = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" };

/**
 * Returns the value, or stops with the first thing that is wrong.
 * @template T
 * @param {import("@lungang/core").Checked<T>} checked
 * @returns {T}
 */
export function need(checked) {
  if (!checked.ok) throw new Error(checked.issues[0]?.message.en);
  return checked.value;
}

/** Returns the example county from its workbook. */
export async function exampleCounty() {
  return need(await readCounty(fileURLToPath(new URL("county.xlsx", import.meta.url))));
}

/**
 * Returns the Yulin notice with the settings of the example county and further ones.
 * @param {import("@lungang/core/policy").Settings} further
 */
export function examplePolicy(further = {}) {
  return need(resolvePolicy(policyDocument("yulin-notice"), { settings: { ...SETTINGS, ...further } }));
}
