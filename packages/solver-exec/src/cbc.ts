import type { AnswerSheet, NativeAnswer, NativeOutput, NativeProgram, NativeTask } from "./native-program.ts";
import { finiteLimit, numberIn } from "./words.ts";

/** Cbc takes a limit of 0 for none. */
const LEAST_SECONDS = 0.05;

/** COIN-OR CBC, one thread. */
export const CBC: NativeProgram = {
  name: "cbc",
  executables: ["cbc"],
  version: { args: ["-quit"], pattern: /Version: (\S+)/u },
  capabilities: { relaxation: true, warmStart: true, nodeLimit: true },
  args: ({ model, answer, start }, task) => [
    model,
    ...settings(task),
    ...(start === undefined ? [] : ["-mipStart", start]),
    "-solve",
    "-solution",
    answer,
  ],
  startText: (values) =>
    ["start", ...Array.from(values, (value, column) => `${column} C${column} ${value}`), ""].join("\n"),
  read: readCbc,
};

function settings({ limits, seed, configuration }: NativeTask): readonly string[] {
  const always = {
    ratioGap: limits.relativeGap,
    allowableGap: limits.absoluteGap,
    timeMode: "elapsed",
    threads: 0,
    randomCbcSeed: seed % 2 ** 31,
    // The rows too, with their prices.
    printingOptions: "all",
    ...(configuration === 1 ? { presolve: "off", preprocess: "off" } : {}),
  };
  return [
    ...Object.entries(always).flatMap(([name, value]) => [`-${name}`, String(value)]),
    ...finiteLimit(limits.timeSeconds, (seconds) => ["-seconds", String(Math.max(LEAST_SECONDS, seconds))]),
    ...finiteLimit(limits.nodes, (nodes) => ["-maxNodes", String(nodes)]),
  ];
}

/** A line of the answer: number, name, value, price or reduced cost; `**` before one that breaks a bound. */
const LINE = /^(?:\*\*)?\s*\d+\s+(\S+)\s+(\S+)\s+(\S+)\s*$/u;

function readCbc({ answer, stdout, exitCode }: NativeOutput, sheet: AnswerSheet, task: NativeTask): NativeAnswer {
  if (answer === undefined) throw new Error(`cbc wrote no answer, exit code ${exitCode}: ${lastLine(stdout)}`);
  const end = answer.indexOf("\n");
  const head = (end < 0 ? answer : answer.slice(0, end)).trim();
  const status = statusOf(head);
  const isClaim = status.status !== "optimal" && status.status !== "stopped";
  if (isClaim || /no integer solution/iu.test(head)) return { ...status, rawStatus: head, hasPoint: false };
  readLines(answer.slice(end + 1), sheet);
  // Where there are no integers the prices are the bound.
  const bound = task.isLinear ? undefined : boundOf(head, stdout, status.status);
  const said = { ...status, rawStatus: head, hasPoint: true, hasPrices: task.isLinear };
  return bound === undefined ? said : { ...said, dualBound: numberIn(bound, "cbc") };
}

/** A search that is complete says no bound: it is the value. */
function boundOf(head: string, stdout: string, status: NativeAnswer["status"]): string | undefined {
  const said = /Lower bound:\s+(\S+)/u.exec(stdout) ?? /best possible (\S+)/u.exec(stdout);
  const value = status === "optimal" ? /objective value\s+(\S+)/u.exec(head) : null;
  return (said ?? value)?.[1];
}

function statusOf(head: string): Pick<NativeAnswer, "status" | "limit"> {
  if (head.startsWith("Optimal")) return { status: "optimal" };
  if (/infeasible/iu.test(head)) return { status: "infeasible" };
  if (head.startsWith("Unbounded")) return { status: "unbounded" };
  const stopped = /^Stopped on (\w+)/u.exec(head)?.[1];
  if (stopped === undefined) throw new Error(`cbc says "${head.slice(0, 200)}"`);
  // Said of nodes too; iterations are not limited here.
  const limit = ({ time: "time", nodes: "node", iterations: "node" } as const)[stopped] ?? "other";
  return { status: "stopped", limit };
}

function readLines(text: string, sheet: AnswerSheet): void {
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [, name, value, price] = LINE.exec(line) ?? [];
    if (name === undefined || value === undefined || price === undefined) {
      throw new Error(`cbc wrote "${line.slice(0, 200)}" in its answer`);
    }
    if (name.startsWith("R")) sheet.price(name, numberIn(price, "cbc"));
    else sheet.column(name, numberIn(value, "cbc"));
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.slice(0, 200) ?? "";
}
