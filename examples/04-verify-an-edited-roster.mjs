// The same county as CSV, and a plan that people changed by hand. Run it from the root: node examples/04-verify-an-edited-roster.mjs
import { countyFiles, openCase, planFiles, readRoster, verifyRoster } from "lungang";
import { openSession } from "lungang/node";
import { exampleCase, exampleCounty, need, planned } from "./county/load.mjs";

const sheets = countyFiles(await exampleCounty());
const { policy } = await exampleCase();
const { document, settings } = policy.origin;
const opened = need(await openCase({ county: { sheets }, policy: { document }, settings }));
const { schools, persons } = opened.instance;
console.log(`${sheets.length} CSV files: ${schools.length} schools, ${persons.length} people`);

const session = openSession();
const plan = planned(await session.plan(opened));
await session.close();

// The workbook of a plan can be edited in any spreadsheet program and read back.
const files = await planFiles(opened, plan, { language: "zh" });
const workbook = files.find(({ name }) => name === "轮岗方案.xlsx")?.content;
const roster = need(await readRoster(workbook, opened.instance));
console.log(`as planned: ${verifyRoster(opened, roster).ok}`);

// Somebody takes every backbone teacher off the list.
const isBackbone = (id) => persons.find((person) => person.id === id)?.honours.length > 0;
const moves = roster.moves.filter((move) => !isBackbone(move.person));
const report = verifyRoster(opened, { ...roster, moves });
console.log(`edited: ${report.ok}`);
for (const { source, strength, message } of report.violations)
  if (strength === "hard") console.log(`${source}: ${message.en}`);
