import type { Instance } from "@lungang/core";
import { loadInstance } from "@lungang/core";
import type { Policy, Settings } from "@lungang/core/policy";
import { resolvePolicy } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import { generateCounty } from "@lungang/synthetic";

/** Everybody may go anywhere in the county, to the 20 nearest posts. */
const COUNTY_WIDE: Settings = {
  exchangeScope: "county",
  candidateLimit: "20",
  document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave",
};

/** Returns a made-up county under the notice of Yulin, county-wide: the county of the measurements. */
export function madeUpCounty(
  schools: number,
  settings: Settings = {},
): { readonly instance: Instance; readonly policy: Policy } {
  const instance = loadInstance(generateCounty({ seed: "explain/a", schools }));
  const policy = resolvePolicy(policyDocument("yulin-notice"), { settings: { ...COUNTY_WIDE, ...settings } });
  if (!instance.ok || !policy.ok)
    throw new Error(JSON.stringify([instance, policy].flatMap((each) => (each.ok ? [] : each.issues))));
  return { instance: instance.value, policy: policy.value };
}
