// Installs where needed, builds, plans the example county, and writes the page of the plan.
import { join } from "node:path";
import { build, ensureInstalled, root, run } from "./pnpm.mjs";

/** What the bureau of the example county answers to the question that the notice leaves open. */
const EXEMPTIONS = "document74Exemptions=pregnancy,lactation,seriousIllness,longSickLeave";

ensureInstalled();
build();
const out = join("out", "quickstart");
const cli = join("packages", "cli", "dist", "bin.js");
const county = join("examples", "county", "county.xlsx");
const plan = ["plan", county, "--policy", "yulin-notice", "--set", EXEMPTIONS, "--out", out];
const page = ["report", join(out, "plan.json"), "--html", join(out, "轮岗方案.html")];

/**
 * Runs the command line as a user would, and shows the call.
 * @param {readonly string[]} command
 */
function lungang(command) {
  console.log(`\n$ lungang ${command.join(" ")}\n`);
  return run(process.execPath, [cli, ...command]);
}

process.exitCode = lungang([...plan, ...process.argv.slice(2)]) || lungang(page);
if (process.exitCode === 0)
  console.log(`\nThe plan is in ${join(root, out)}; open ${join(root, out, "轮岗方案.html")} in a browser`);
