import { planCounty, verifyPlan } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { readCounty } from "@lungang/tabular/node";

const county = await readCounty("examples/county/county.xlsx");
const settings = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave", quotaShare: "10%" };
const policy = resolvePolicy(policyDocument("yulin-notice"), { settings });
if (!county.ok || !policy.ok) throw new Error("The issues say which cell is wrong and what to do");

const input = { instance: county.value, policy: policy.value };
const solver = createHighsSolver();
const outcome = await planCounty({ ...input, solver });
await solver.close();
if (outcome.status !== "planned") throw new Error(`No plan: ${outcome.status}`);

const { plan } = outcome;
const verified = verifyPlan({ ...input, plan }).ok;
console.log(`${plan.moves.length} people move; ${plan.termination.reason}; verified: ${verified}`);
for (const { source, value, sense, target } of plan.measures) console.log(source, value, sense, target);
