import { answersTable } from "./answers-table.ts";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { HELP, readArguments } from "./arguments.ts";
import { changesTable } from "./changes-table.ts";
import { comparisonTable } from "./comparison-table.ts";
import { runGroup } from "./groups.ts";
import type { Group } from "./groups.ts";
import { growthLines } from "./growth.ts";
import { levelsTable } from "./levels-table.ts";
import { describeMachine } from "./machine.ts";
import { phasesTable } from "./phases-table.ts";
import type { Run } from "./run.ts";
import { SCENARIOS } from "./scenarios.ts";
import { missingSolvers, OURS } from "./solvers.ts";
import { SUITES } from "./suites.ts";

/** Cores that others keep busy above which times of the clock are not to be trusted. */
const BUSY = 0.5;

/** Everything written so far; an interrupted measurement keeps what it has. */
class Results {
  readonly #machine = describeMachine();
  readonly #out: string;
  #runs: readonly Run[] = [];

  constructor(out: string) {
    this.#out = out;
    mkdirSync(dirname(out), { recursive: true });
  }

  add(run: Run): void {
    this.set([...this.#runs, run]);
  }

  /** Takes the place of everything before: which runs contradict each other is known only when all are there. */
  set(runs: readonly Run[]): void {
    this.#runs = runs;
    const text = JSON.stringify({ format: "lungang-bench-2", machine: this.#machine, runs }, null, 1);
    writeFileSync(`${this.#out}.part`, `${text}\n`);
    renameSync(`${this.#out}.part`, this.#out);
  }
}

function main(): void {
  const { only, groups, out } = readArguments(process.argv.slice(2));
  if (only === "help") console.log(HELP);
  else if (only === "list") list();
  else runAll(groups, out);
}

function list(): void {
  for (const { name, stresses } of SCENARIOS) console.log(`${name.padEnd(20)}${stresses}`);
  for (const [name, groups] of Object.entries(SUITES)) {
    console.log(`suite ${name.padEnd(14)}${groups.map(({ title }) => title).join("; ")}`);
  }
}

function runAll(groups: readonly Group[], out: string): void {
  const missing = missingSolvers([...new Set(groups.flatMap(({ solvers }) => solvers))]);
  if (missing.length > 0) console.log(`not installed, left out: ${missing.join(", ")}\n`);
  const results = new Results(out);
  const runs: Run[] = [];
  for (const group of groups) {
    const solvers = group.solvers.filter((name) => !missing.includes(name));
    const ofGroup = runGroup({ ...group, solvers }, (run) => results.add(run));
    runs.push(...ofGroup);
    results.set([...runs]);
    print(group, ofGroup);
    if (hasFailed(ofGroup)) process.exitCode = 1;
  }
  console.log(growthLines(runs).join("\n"));
  const busy = runs.filter(({ busyCores }) => busyCores > BUSY).length;
  if (busy > 0) console.log(`${busy} of ${runs.length} runs began while others computed: see "busyCores" in the JSON`);
  console.log(`written to ${out}`);
}

/** That a peer does not finish beside ours is a result; where ours is not asked, or does not finish, something is wrong. */
function hasFailed(ofGroup: readonly Run[]): boolean {
  const ours = ofGroup.filter(({ choice }) => choice.solver === OURS);
  return (ours.length > 0 ? ours : ofGroup).some(({ failed }) => failed !== undefined);
}

function print(group: Group, runs: readonly Run[]): void {
  for (const schools of group.sizes) {
    const ofSize = runs.filter(({ choice }) => choice.schools === schools);
    const size = schools === undefined ? "" : `, ${schools} schools`;
    const limits = `gap ${group.relativeGap}, limit ${group.timeSeconds} s, seeds ${group.seeds.join(" ")}`;
    console.log(`${group.title}: ${group.scenario}${size} (${limits})`);
    console.log(comparisonTable(ofSize).join("\n"));
    for (const name of group.solvers) {
      const ofSolver = ofSize.filter(({ choice }) => choice.solver === name);
      const lines = phasesTable(ofSolver);
      if (lines.length > 0) console.log([` ${name}`, ...lines, ...moreLines(group, ofSolver)].join("\n"));
    }
    console.log();
  }
}

function moreLines({ kind }: Group, runs: readonly Run[]): readonly string[] {
  if (kind === "questions") return answersTable(runs);
  if (kind === "whatIf") return changesTable(runs);
  return kind === "years" ? levelsTable(runs) : [];
}

try {
  main();
} catch (error) {
  // A wrong argument is told without a stack.
  if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
