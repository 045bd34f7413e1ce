// Runs the tests of random cases with many times their usual number: `npm run campaign -- 20 packages/years`.
import { execFileSync, spawnSync } from "node:child_process";

const [factor = "10", ...paths] = process.argv.slice(2);
if (!(Number(factor) >= 1)) {
  process.stderr.write(`How many times the usual number of cases? Found "${factor}", expected a number from 1.\n`);
  process.exit(2);
}

const found = execFileSync("git", ["grep", "-l", "campaign-size.ts", "--", "*.test.ts"], { encoding: "utf8" });
/** @param {string} file */
const isAsked = (file) => paths.length === 0 || paths.some((path) => file.startsWith(path));
const tests = found.split("\n").filter((file) => file !== "" && isAsked(file));
if (tests.length === 0) {
  process.stderr.write(`No test of random cases under ${paths.join(", ")}: expected one that uses campaign-size.ts.\n`);
  process.exit(2);
}
const given = { LUNGANG_CAMPAIGN: factor };
const { status } = spawnSync("npx", ["vitest", "run", "--testTimeout", "3600000", ...tests], {
  stdio: "inherit",
  env: { ...process.env, ...given },
});
process.exit(status ?? 1);
