// What a rule costs: the same county under several readings of one rule. Run it from the root: node examples/02-what-rules-cost.mjs
import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { exampleCounty, examplePolicy } from "./county/load.mjs";

const instance = await exampleCounty();
const solver = createHighsSolver();
const level = (plan, name) => plan.levels.find((entry) => entry.name === name)?.value;

// What one plan leaves behind makes the next one faster; its values are the same without.
let memory;
console.log("Where may teachers go (YL-14a), and how many must (YL-06)?");
for (const exchangeScope of ["alliance", "township", "county"]) {
  for (const quotaShare of ["8%", "12%"]) {
    const policy = examplePolicy({ exchangeScope, quotaShare });
    const outcome = await planCounty({ instance, policy, solver, ...(memory && { after: memory }) });
    if (outcome.status !== "planned") {
      console.log(`${exchangeScope} ${quotaShare}: ${outcome.status}`);
      continue;
    }
    const { plan } = outcome;
    memory = outcome.memory;
    const kilometres = (level(plan, "nearness") / 1000).toFixed(1);
    console.log(
      `${exchangeScope} ${quotaShare}: ${plan.moves.length} moves, ${level(plan, "shortfall")} heads short, ${kilometres} km`,
    );
  }
}
await solver.close();
