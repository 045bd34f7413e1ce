// Installs where needed, builds, and plans the example county.
import { join } from "node:path";
import { build, ensureInstalled, root, run } from "./pnpm.mjs";

ensureInstalled();
build();
const out = join("out", "quickstart");
const cli = join("packages", "cli", "dist", "bin.js");
const args = ["plan", join("examples", "county"), "--policy", "yulin-notice", "--out", out];
process.exitCode = run(process.execPath, [cli, ...args]);
if (process.exitCode === 0) console.log(`The plan is in ${join(root, out)}`);
