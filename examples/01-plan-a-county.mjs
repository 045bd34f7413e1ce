import { planCounty, resolvePolicy, verifyPlan } from "@lungang/core";
import { policyDocument } from "@lungang/policies";
import { createHighsSolver } from "@lungang/solver-highs";
import { readCounty } from "@lungang/tabular";

/** Returns the value, or stops with the first thing that is wrong. */
const need = (checked) => {
  if (!checked.ok) throw new Error(checked.issues[0].message.en);
  return checked.value;
};

const instance = need(await readCounty("examples/county/county.xlsx"));
const settings = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave", quotaShare: "10%" };
const policy = need(resolvePolicy(policyDocument("yulin-notice"), { settings }));

const solver = createHighsSolver();
const outcome = await planCounty({ instance, policy, solver });
await solver.close();
if (outcome.status !== "planned") throw new Error(`No plan: ${outcome.status}`);

const { moves, measures, termination } = outcome.plan;
console.log(
  `${moves.length} people move; ${termination.reason}; verified: ${verifyPlan({ instance, policy, plan: outcome.plan }).ok}`,
);
for (const { source, value, sense, target } of measures) console.log(source, value, sense, target);
