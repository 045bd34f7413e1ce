import { planFiles } from "lungang";
import { openCase, openSession, writeFiles } from "lungang/node";

const settings = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave", quotaShare: "10%" };
const opened = await openCase({ county: "examples/county/county.xlsx", policy: "yulin-notice", settings });
if (!opened.ok) throw new Error("The issues say which cell is wrong and what to do");

const session = openSession();
const outcome = await session.plan(opened.value); // a plan that comes back has been verified
await session.close();
console.log(outcome.message.en);
if (outcome.status !== "planned") throw new Error(`No plan: ${outcome.status}`);

for (const { source, value, sense, target } of outcome.plan.measures) console.log(source, value, sense, target);
const written = await writeFiles("out/example", await planFiles(opened.value, outcome.plan, { language: "zh" }));
if (!written.ok) console.log(written.issues);
