import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine } from "./machine.ts";
import type { Measured } from "./measure.ts";
import type { RunChoice } from "./one-run.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIOS, scenarioOf } from "./scenarios.ts";
import type { Run } from "./table.ts";
import { tableOf } from "./table.ts";

const HELP = `Runs benchmark scenarios, each run in a process of its own, and writes JSON and a table.

  --scenarios A,B   all by default: ${SCENARIOS.map(({ name }) => name).join(", ")}
  --sizes 20,60     numbers of schools; real lists have one size
  --seeds 1,2,3     seeds of the made-up counties
  --repeat 1        runs of each choice, one round after the other
  --solver highs    highs or jslp
  --time-limit 600  seconds of all levels together; a run that needs them does not count
  --out FILE        where the JSON goes
  --list            say what there is and stop
`;

const { values } = parseArgs({
  options: {
    scenarios: { type: "string" },
    sizes: { type: "string", default: "20,60,200" },
    seeds: { type: "string", default: "1,2,3" },
    repeat: { type: "string", default: "1" },
    solver: { type: "string", default: "highs" },
    "time-limit": { type: "string", default: "600" },
    out: { type: "string", default: "out/bench/results.json" },
    list: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** Returns the runs of one scenario and size, in rounds so that a slow minute of the machine meets all seeds. */
function choicesOf(scenario: Scenario): readonly (readonly RunChoice[])[] {
  const rounds = Array.from({ length: count("repeat", values.repeat) });
  const sizes =
    scenario.sizes === undefined ? [undefined] : values.sizes.split(",").map((size) => count("sizes", size));
  return sizes.map((schools) =>
    rounds.flatMap(() =>
      values.seeds.split(",").map((seed) => ({
        scenario: scenario.name,
        ...(schools === undefined ? {} : { schools }),
        seed,
        solver: values.solver,
        timeSeconds: count("time-limit", values["time-limit"]),
      })),
    ),
  );
}

function count(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`Cannot read --${option}: must be a positive integer, current value is "${text}"`);
}

function runOne(choice: RunChoice): Run {
  const script = fileURLToPath(new URL("./one-run.js", import.meta.url));
  const child = spawnSync(process.execPath, [script, JSON.stringify(choice)], {
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
  });
  if (child.status === 0) return { choice, measured: JSON.parse(child.stdout) as Measured };
  return { choice, failed: child.stderr.trim() || `ended with ${child.signal ?? child.status}` };
}

function runAll(): void {
  const chosen = values.scenarios === undefined ? SCENARIOS : values.scenarios.split(",").map(scenarioOf);
  const runs: Run[] = [];
  for (const choices of chosen.flatMap(choicesOf)) {
    const group = choices.map(runOne);
    console.log(`${tableOf(group)}\n`);
    runs.push(...group);
  }
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(
    values.out,
    `${JSON.stringify({ format: "lungang-bench-1", machine: describeMachine(), runs }, null, 2)}\n`,
  );
  console.log(`written to ${values.out}`);
  if (runs.some(({ failed }) => failed !== undefined)) process.exitCode = 1;
}

if (values.help) console.log(HELP);
else if (values.list) for (const { name, stresses } of SCENARIOS) console.log(`${name.padEnd(20)}${stresses}`);
else runAll();
