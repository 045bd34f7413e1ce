import type { AnswerSheet, NativeAnswer, NativeOutput, NativeProgram, NativeTask } from "./native-program.ts";
import { finiteLimit, numberIn } from "./words.ts";

/** Glpsol counts whole seconds, from one. */
const LEAST_SECONDS = 1;
/** Digits that glpsol prints of a bound lose at most this, relative. */
const PRINTED = 1e-9;

/** The program of the GNU linear programming kit. */
export const GLPSOL: NativeProgram = {
  name: "glpsol",
  executables: ["glpsol"],
  version: { args: ["--version"], pattern: /GLPSOL.*?(\d+\.\d+)/u },
  capabilities: { relaxation: true, warmStart: false, nodeLimit: false },
  args: ({ model, answer }, { limits, configuration }) => [
    "--freemps",
    model,
    "--mipgap",
    String(limits.relativeGap),
    ...finiteLimit(limits.timeSeconds, (seconds) => ["--tmlim", String(Math.max(LEAST_SECONDS, Math.floor(seconds)))]),
    ...(configuration === 1 ? ["--nopresol", "--dfs"] : []),
    "--write",
    answer,
  ],
  read: readGlpsol,
};

function readGlpsol(output: NativeOutput, sheet: AnswerSheet, task: NativeTask): NativeAnswer {
  const { lines, rest, isBasic } = readHead(output, sheet);
  const said = { stdout: output.stdout, isTimeOver: output.stdout.includes("TIME LIMIT EXCEEDED") };
  const status = isBasic ? basicStatus(rest, said) : integerStatus(rest, said);
  const hasPoint = status.status === "optimal" || (!isBasic && rest[0] === "f");
  const rawStatus =
    lines
      .find((line) => line.startsWith("c Status:"))
      ?.slice("c Status:".length)
      .trim() ?? "";
  const answer = { ...status, rawStatus, hasPoint, hasPrices: hasPoint && task.isLinear };
  if (!hasPoint) return answer;
  readPoint(lines, sheet, isBasic);
  return isBasic ? answer : { ...answer, ...searchBound(said.stdout, status.status, rest.at(-1) ?? "") };
}

/** The line of the answer that counts rows and columns: `s bas rows columns primal dual value`, `s mip rows columns status value`. */
function readHead({ answer, stdout, exitCode }: NativeOutput, sheet: AnswerSheet) {
  const lines = answer?.split("\n") ?? [];
  const head = lines.find((line) => line.startsWith("s "));
  if (head === undefined)
    throw new Error(`glpsol wrote no answer, exit code ${exitCode}: ${stdout.slice(-200).trim()}`);
  const [, kind, rows, columns, ...rest] = head.split(" ");
  if (Number(rows) === sheet.rowNames.length && Number(columns) === sheet.columnNames.length) {
    return { lines, rest, isBasic: kind === "bas" };
  }
  throw new Error(`glpsol answers for ${rows} rows and ${columns} columns`);
}

interface Said {
  readonly stdout: string;
  readonly isTimeOver: boolean;
}

/** Status of a relaxation: letters for the primal and the dual side. */
function basicStatus([primal, dual]: readonly string[], said: Said): Pick<NativeAnswer, "status" | "limit"> {
  if (primal === "f" && dual === "f") return { status: "optimal" };
  if (said.isTimeOver) return { status: "stopped", limit: "time" };
  return claimed(primal === "n", dual === "n", said);
}

function integerStatus([letter]: readonly string[], said: Said): Pick<NativeAnswer, "status" | "limit"> {
  if (letter === "o") return { status: "optimal" };
  if (said.isTimeOver) return { status: "stopped", limit: "time" };
  if (letter === "f") return { status: "stopped", limit: "other" };
  return claimed(letter === "n", false, said);
}

function claimed(isInfeasible: boolean, isDualInfeasible: boolean, { stdout }: Said): Pick<NativeAnswer, "status"> {
  if (isInfeasible || /NO (PRIMAL|INTEGER) FEASIBLE SOLUTION/u.test(stdout)) return { status: "infeasible" };
  if (isDualInfeasible || /UNBOUNDED|NO DUAL FEASIBLE SOLUTION/u.test(stdout))
    return { status: "infeasibleOrUnbounded" };
  throw new Error(`glpsol ended without a status: ${stdout.slice(-200).trim()}`);
}

/** Returns the bound of the last line of the search; where the tree is empty the value is the bound. */
function searchBound(stdout: string, status: string, value: string): { dualBound?: number } {
  const said = [...stdout.matchAll(/mip =\s*\S.*? >=\s+(tree is empty|\S+)/gu)].at(-1)?.[1];
  if (said === "tree is empty" || (said === undefined && status === "optimal")) {
    return { dualBound: numberIn(value, "glpsol") };
  }
  const bound = Number(said);
  return Number.isFinite(bound) ? { dualBound: bound - PRINTED * Math.max(1, Math.abs(bound)) } : {};
}

/** Lines of rows are `i number [status] value [price]`, of columns `j number [status] value [reduced cost]`. */
function readPoint(lines: readonly string[], sheet: AnswerSheet, isBasic: boolean): void {
  for (const line of lines) {
    const [letter, number, ...cells] = line.split(" ");
    const names = letter === "i" ? sheet.rowNames : letter === "j" ? sheet.columnNames : undefined;
    if (names === undefined) continue;
    const name = names[Number(number) - 1];
    if (name === undefined) throw new Error(`glpsol wrote "${line.slice(0, 200)}" in its answer`);
    if (letter === "j") sheet.column(name, wordIn(cells, isBasic ? 1 : 0));
    else if (isBasic) sheet.price(name, wordIn(cells, 2));
  }
}

function wordIn(cells: readonly string[], place: number): number {
  return numberIn(cells[place] ?? "", "glpsol");
}
