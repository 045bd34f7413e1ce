// What a rule costs: the same county under several readings of one rule. Run it from the root: node examples/02-what-rules-cost.mjs
import { openSession } from "lungang/node";
import { exampleCase } from "./county/load.mjs";

const session = openSession();
const level = (plan, name) => plan.levels.find((entry) => entry.name === name)?.value;

// The session remembers what one plan leaves behind, which makes the next one faster; its values are the same without.
let outcome = await session.plan(await exampleCase());
console.log("Where may teachers go (YL-14a), and how many must (YL-06)?");
for (const exchangeScope of ["alliance", "township", "county"]) {
  for (const quotaShare of ["8%", "12%"]) {
    outcome = await session.whatIf(outcome, { settings: { exchangeScope, quotaShare } });
    if (outcome.status !== "planned") {
      console.log(`${exchangeScope} ${quotaShare}: ${outcome.status}`);
      continue;
    }
    const { plan, summary } = outcome;
    const kilometres = (level(plan, "nearness") / 1000).toFixed(1);
    console.log(
      `${exchangeScope} ${quotaShare}: ${plan.moves.length} moves, ${summary.missingAfter} heads short, ${kilometres} km`,
    );
  }
}
await session.close();
