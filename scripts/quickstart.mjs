// Installs where needed, builds, and plans the example county.
import { join } from "node:path";
import { build, ensureInstalled, root, run } from "./pnpm.mjs";

/** What the bureau of the example county answers to the question that the notice leaves open. */
const EXEMPTIONS = "document74Exemptions=pregnancy,lactation,seriousIllness,longSickLeave";

ensureInstalled();
build();
const out = join("out", "quickstart");
const cli = join("packages", "cli", "dist", "bin.js");
const county = join("examples", "county", "county.xlsx");
const command = ["plan", county, "--policy", "yulin-notice", "--set", EXEMPTIONS, "--out", out];
console.log(`\n$ lungang ${command.join(" ")}\n`);
process.exitCode = run(process.execPath, [cli, ...command, ...process.argv.slice(2)]);
if (process.exitCode === 0) console.log(`\nThe plan is in ${join(root, out)}`);
