// The same county as CSV, and a plan that people changed by hand. Run it from the root: node examples/04-verify-an-edited-roster.mjs
import { planCounty, verifyRoster } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { planSheets, readCounty, readRoster, writeCountyCsv, writeWorkbook } from "@lungang/tabular";
import { exampleCounty, examplePolicy, need } from "./county/load.mjs";

const encoder = new TextEncoder();
const files = writeCountyCsv(await exampleCounty()).map(({ name, text }) => ({ name, bytes: encoder.encode(text) }));
const instance = need(await readCounty(files));
console.log(`${files.length} CSV files: ${instance.schools.length} schools, ${instance.persons.length} people`);

const policy = examplePolicy();
const solver = createHighsSolver();
const outcome = await planCounty({ instance, policy, solver });
await solver.close();
if (outcome.status !== "planned") throw new Error(`No plan: ${outcome.status}`);

// The workbook of a plan can be edited in any spreadsheet program and read back.
const workbook = await writeWorkbook(planSheets(outcome.plan, instance, { public: false }));
const roster = need(await readRoster(workbook, instance));
console.log(`as planned: ${verifyRoster({ instance, policy, ...roster }).ok}`);

// Somebody takes every backbone teacher off the list.
const isBackbone = (id) => instance.persons.find((person) => person.id === id)?.honours.length > 0;
const moves = roster.moves.filter((move) => !isBackbone(move.person));
const report = verifyRoster({ instance, policy, ...roster, moves });
console.log(`edited: ${report.ok}`);
for (const { source, strength, message } of report.violations)
  if (strength === "hard") console.log(`${source}: ${message.en}`);
