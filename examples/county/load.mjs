import { fileURLToPath } from "node:url";
import { openCase, openCounty } from "lungang/node";

/** What the bureau of the example county answers to the question that the notice leaves open. */
export const SETTINGS = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" };

const COUNTY = fileURLToPath(new URL("county.xlsx", import.meta.url));

/**
 * Returns the value, or stops with the first thing that is wrong.
 * @template T
 * @param {import("lungang").Checked<T>} checked
 * @returns {T}
 */
export function need(checked) {
  if (!checked.ok) throw new Error(checked.issues[0]?.message.en);
  return checked.value;
}

/**
 * Returns the plan of an outcome, or stops.
 * @param {import("lungang").Outcome} outcome
 */
export function planned(outcome) {
  if (outcome.status !== "planned") throw new Error(outcome.message.en);
  return outcome.plan;
}

/** Returns the example county from its workbook. */
export async function exampleCounty() {
  return need(await openCounty(COUNTY));
}

/**
 * Returns the example county under the Yulin notice, with the settings of the county and further ones.
 * @param {import("lungang").Settings} further
 */
export async function exampleCase(further = {}) {
  return need(await openCase({ county: COUNTY, policy: "yulin-notice", settings: { ...SETTINGS, ...further } }));
}
