import { describe, expect, test } from "vitest";
import { policyDocument } from "@lungang/policies";
import { generateCounty } from "@lungang/synthetic";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { loadInstance, planCounty, verifyManifest } from "../src/index.ts";
import type { Instance, Lock } from "../src/index.ts";
import { resolvePolicy } from "../src/policy.ts";
import { planSchema } from "../src/plan.ts";
import type { Plan } from "../src/plan.ts";

/** What a plan says that it was made from, against the county at hand and its own basis. */

function countyOf(seed: string): Instance {
  const loaded = loadInstance(generateCounty({ seed, schools: 4, people: 60 }));
  if (!loaded.ok) throw new Error("county");
  return loaded.value;
}

const instance = countyOf("manifest");
const SETTINGS = { quotaShare: "20%" };
const OVERRIDES = { quota: "经局长办公会同意" };
const locks: readonly Lock[] = [{ person: instance.persons[0]?.id ?? "", stay: true, reason: "毕业班" }];

async function planned(): Promise<Plan> {
  const policy = resolvePolicy(policyDocument("detailed-measures"), { settings: SETTINGS, overrides: OVERRIDES });
  if (!policy.ok) throw new Error("policy");
  const solver = createHighsSolver();
  const outcome = await planCounty({ instance, policy: policy.value, locks, solver });
  await solver.close();
  if (outcome.status !== "planned") throw new Error(outcome.status);
  return outcome.plan;
}

const plan = await planned();

/** Returns the parts of the manifest that are found untrue. */
async function untrue(
  given: Pick<Plan, "manifest" | "basis">,
  county: Instance = instance,
): Promise<readonly unknown[]> {
  return (await verifyManifest(given, county)).map(({ about, strength }) => [strength, "part" in about && about.part]);
}

describe("verifyManifest", () => {
  test("a plan carries policy, settings, overrides and locks as data", async () => {
    expect(plan.basis).toEqual({
      policy: JSON.parse(JSON.stringify(policyDocument("detailed-measures"))) as unknown,
      settings: SETTINGS,
      overrides: OVERRIDES,
      locks,
    });
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    expect(await untrue(plan)).toEqual([]);
  });

  const { basis } = plan;
  test.each<[string, Plan["basis"], readonly string[]]>([
    ["policy", { ...basis, policy: { ...basis.policy, version: "0" } }, ["policy"]],
    ["settings", { ...basis, settings: { quotaShare: "30%" } }, ["policy"]],
    ["locks", { ...basis, locks: [] }, ["locks"]],
    ["overrides", { ...basis, overrides: {} }, ["policy", "overrides"]],
  ])("finds %s that were changed afterwards", async (_name, changed, parts) => {
    expect(await untrue({ ...plan, basis: changed })).toEqual(parts.map((part) => ["hard", part]));
  });

  test("finds another county, and the same with one person changed", async () => {
    expect(await untrue(plan, countyOf("other"))).toEqual([["hard", "instance"]]);
    const [first, ...rest] = instance.persons;
    if (first === undefined) throw new Error("nobody");
    const older = { ...instance, persons: [{ ...first, birthDate: "1970-01-01" }, ...rest] };
    expect(await untrue(plan, older)).toEqual([["hard", "instance"]]);
  });
});
