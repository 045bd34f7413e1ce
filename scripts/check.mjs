// The gate: named steps, the first failure stops. With names as arguments only those steps run.
import { bin, build, ensureInstalled, run } from "./pnpm.mjs";

/** What the last run saw is kept where nothing else is, so that the next looks at what has changed only. */
const INCREMENTAL = ["--incremental", "--tsBuildInfoFile", "node_modules/.cache/types.tsbuildinfo"];

/** What runs in a browser page has the types of a browser, and none of Node. */
const BROWSER = "packages/report/browser/tsconfig.json";

/** @type {Readonly<Record<string, () => number>>} */
const STEPS = {
  format: () => bin("prettier", ["--check", "--cache", "--cache-strategy=content", "."]),
  lint: () => bin("oxlint", []),
  deps: () => bin("depcruise", ["packages", "examples", "bench", "scripts"]),
  unused: () => bin("knip", ["--no-config-hints"]),
  manifests: () => bin("sherif", ["--ignore-rule", "root-package-manager-field"]),
  types: () => bin("tsc6", ["--project", "tsconfig.json", ...INCREMENTAL]) || bin("tsc6", ["--project", BROWSER]),
  "types (native)": () => bin("tsc", ["--project", "tsconfig.json"]) || bin("tsc", ["--project", BROWSER]),
  tests: () => bin("vitest", ["run"]),
  build: () => (build(), 0),
  pack: () => run(process.execPath, ["scripts/pack.mjs"]),
};

/**
 * Runs one step and says how long it took.
 * @param {string} name
 * @returns {boolean} whether it passed
 */
function passes(name) {
  const step = STEPS[name];
  if (!step) throw new Error(`no step is called ${name}; there are ${Object.keys(STEPS).join(", ")}`);
  console.log(`\n== ${name}`);
  const start = performance.now();
  const ok = step() === 0;
  console.log(`== ${name}: ${ok ? "passed" : "FAILED"} in ${seconds(start)}`);
  return ok;
}

/**
 * The time since a start, for people.
 * @param {number} start
 * @returns {string}
 */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

ensureInstalled();
const start = performance.now();
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(STEPS);
const failed = names.find((name) => !passes(name));
const done = failed === undefined ? names.length : names.indexOf(failed);
console.log(`\n${done} of ${names.length} steps passed in ${seconds(start)}${failed ? `; ${failed} failed` : ""}`);
process.exitCode = failed === undefined ? 0 : 1;
