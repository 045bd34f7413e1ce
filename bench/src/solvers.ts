import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Solver } from "@lungang/program";
import type { ExecRun } from "@lungang/solver-exec/node";
import { createExecSolver, findProgram, PROGRAM_NAMES } from "@lungang/solver-exec/node";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { createPeerSolver } from "./peers/peer-solver.ts";

/** What every other solver is compared with. */
export const OURS = "network";

const require = createRequire(import.meta.url);

/** Packages from npm that are measured and nothing else. */
const PEERS: Readonly<Record<string, { readonly module: string; readonly worker: string }>> = {
  "javascript-lp-solver": { module: "javascript-lp-solver", worker: "jslp-worker" },
  yalps: { module: "yalps", worker: "yalps-worker" },
  "glpk.js": { module: "glpk.js", worker: "glpk-worker" },
};

type OnRun = (run: ExecRun) => void;

const BACKENDS: Readonly<Record<string, () => Solver>> = {
  network: () => createNetworkSolver({ finisher: createHighsSolver() }),
  highs: createHighsSolver,
  jslp: createJslpSolver,
};

/** Every name that `--solver` takes. */
export const SOLVER_NAMES: readonly string[] = [...Object.keys(BACKENDS), ...PROGRAM_NAMES, ...Object.keys(PEERS)];

/** Returns which of some solvers this machine lacks. @throws {RangeError} if there is no solver of a name */
export function missingSolvers(names: readonly string[]): readonly string[] {
  refuseUnknown(names);
  return names.filter((name) => PROGRAM_NAMES.includes(name) && findProgram(name) === undefined);
}

function refuseUnknown(names: readonly string[]): void {
  const unknown = names.find((name) => !SOLVER_NAMES.includes(name));
  if (unknown === undefined) return;
  throw new RangeError(`Cannot find solver "${unknown}": there are ${SOLVER_NAMES.join(", ")}`);
}

/**
 * Returns a solver by name; `onRun` hears of every run of an installed program.
 *
 * @throws {RangeError} if there is none or it is not installed
 */
export function solverOf(name: string, onRun: OnRun = () => {}): Solver {
  const create = Object.hasOwn(BACKENDS, name) ? BACKENDS[name] : undefined;
  if (create !== undefined) return create();
  const peer = Object.hasOwn(PEERS, name) ? PEERS[name] : undefined;
  if (peer !== undefined) {
    const worker = new URL(`./peers/${peer.worker}.js`, import.meta.url);
    return createPeerSolver({ name, version: `${name} ${versionOf(peer.module)}`, worker });
  }
  refuseUnknown([name]);
  const found = findProgram(name);
  if (found === undefined) throw new RangeError(`Cannot run ${name}: it is not installed`);
  return createExecSolver(found, { onRun });
}

/** Returns the version in the manifest of a package that this one depends on. */
function versionOf(module: string): string {
  const entry = require.resolve(module);
  // Not every package lets its manifest be imported; the folder above the entry has it.
  for (let folder = new URL(`file://${entry}`); folder.pathname !== "/"; folder = new URL("..", folder)) {
    const version = manifestVersion(new URL("package.json", folder), module);
    if (version !== undefined) return version;
  }
  return "unknown";
}

function manifestVersion(manifest: URL, module: string): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as { name?: string; version?: string };
    return name === module ? version : undefined;
  } catch {
    return undefined;
  }
}
