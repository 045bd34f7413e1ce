import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, totalmem } from "node:os";

const PACKAGES = ["core", "policies", "solver-highs", "solver-jslp", "synthetic"];

/** Returns what times depend on beside the scenario; results of different machines are not comparable. */
export function describeMachine() {
  const require = createRequire(import.meta.url);
  const version = (name: string) =>
    (JSON.parse(readFileSync(require.resolve(`@lungang/${name}/package.json`), "utf8")) as { version: string }).version;
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    packages: Object.fromEntries(PACKAGES.map((name) => [name, version(name)])),
    commit: commit(),
  };
}

/** Returns the commit of the working copy, `null` where there is none. */
function commit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}
