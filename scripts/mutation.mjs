// Changes the code that checks plans, dates and points in every small way, and counts what tests notice:
// `npm run mutation`, `npm run mutation -- dates facts`, `npm run mutation -- --again verify` to ask slower tests of what was
// missed; MUTATION_TESTS="globs with blanks between" asks those tests alone. What was found before is kept in out/mutation; remove it to begin anew.
import { spawn } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { tell } from "./mutation/table.mjs";
import { ensureInstalled, root } from "./pnpm.mjs";

const FOLDER = join(root, "out", "mutation");
const PARTS = ["verify", "checks", "points", "dates", "facts", "eligibility"];
const isAgain = process.argv.includes("--again");
const asked = process.argv.slice(2).filter((word) => word !== "--again");
/** Nothing is written for so long: a mutant that never ends, and that no count of hits ends either. */
const PATIENCE_MS = 300_000;

/**
 * Runs one part until its process ends by itself; one that says nothing any more is ended and started again behind the mutant.
 * @param {string} part
 * @returns {Promise<number>}
 */
async function run(part) {
  const fates = join(FOLDER, `${part}.jsonl`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", "--config", "vitest.mutation.config.ts"], {
    cwd: root,
    stdio: "inherit",
    detached: true,
    env: { ...process.env, MUTATION_PART: part, MUTATION_FOLDER: FOLDER, MUTATION_AGAIN: isAgain ? "1" : "" },
  });
  let isStuck = false;
  const started = Date.now();
  const watch = setInterval(() => {
    const last = statSync(fates, { throwIfNoEntry: false })?.mtimeMs ?? started;
    if (Date.now() - Math.max(last, started) < PATIENCE_MS) return;
    isStuck = true;
    process.kill(-Number(child.pid), "SIGKILL");
  }, 10_000);
  const code = await new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
  clearInterval(watch);
  return isStuck ? run(part) : code;
}

ensureInstalled();
mkdirSync(FOLDER, { recursive: true });
for (const part of asked.length > 0 ? asked : PARTS) process.exitCode = (await run(part)) || process.exitCode;
tell(FOLDER, PARTS);
