import type { LinearProgram } from "./program.ts";

const TERMS_PER_LINE = 8;

interface Term {
  readonly column: number;
  readonly value: number;
}

/**
 * Returns one level of a program as CPLEX LP text, for people to read.
 *
 * Names are generated (`R0`, `C0`, ...), so no label can change the meaning of the text; a range becomes two rows
 * (`R0L`, `R0U`). For machines use `writeMps`.
 *
 * @param level - number of the level that is minimised
 * @throws {RangeError} if the program has no such level
 * @public
 */
export function writeLp(program: LinearProgram, level: number): string {
  const objective = program.levels[level];
  if (objective === undefined)
    throw new RangeError(`Cannot write LP text: no level ${level} of ${program.levels.length}`);
  const costs: Term[] = [];
  for (let column = 0; column < program.columnCount; column++) {
    costs.push({ column, value: objective.cost[column] as number });
  }
  const offset = objective.offset === 0 ? "" : ` ${signed(objective.offset)}`;
  const integers = costs.filter(({ column }) => program.integer[column] === 1).map(({ column }) => ` C${column}`);
  return [
    "Minimize",
    ` COST: ${sum(costs)}${offset}`,
    "Subject To",
    ...rowLines(program),
    "Bounds",
    ...costs.map(({ column }) => ` ${boundText(program, column)}`),
    ...(integers.length > 0 ? ["General", ...integers] : []),
    "End",
    "",
  ].join("\n");
}

function rowLines(program: LinearProgram): string[] {
  const terms: Term[][] = Array.from({ length: program.rowCount }, () => []);
  for (let column = 0; column < program.columnCount; column++) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      terms[program.rows[entry] as number]?.push({ column, value: program.values[entry] as number });
    }
  }
  return terms.flatMap((row, index) => rowText(program, index, sum(row)));
}

function rowText(program: LinearProgram, row: number, text: string): string[] {
  const lower = program.rowLower[row] as number;
  const upper = program.rowUpper[row] as number;
  // A row without terms is no LP text; it is not lost if there is a column to write with coefficient 0.
  const body = text === "" ? "0 C0" : text;
  if (lower === upper) return [` R${row}: ${body} = ${lower}`];
  const lines: string[] = [];
  const isRange = lower !== -Infinity && upper !== Infinity;
  if (lower !== -Infinity) lines.push(` R${row}${isRange ? "L" : ""}: ${body} >= ${lower}`);
  if (upper !== Infinity) lines.push(` R${row}${isRange ? "U" : ""}: ${body} <= ${upper}`);
  return lines;
}

function boundText(program: LinearProgram, column: number): string {
  const lower = program.columnLower[column] as number;
  const upper = program.columnUpper[column] as number;
  if (lower === upper) return `C${column} = ${lower}`;
  if (lower === -Infinity && upper === Infinity) return `C${column} free`;
  const from = lower === -Infinity ? "-inf" : String(lower);
  return upper === Infinity ? `C${column} >= ${from}` : `${from} <= C${column} <= ${upper}`;
}

function sum(terms: readonly Term[]): string {
  const parts: string[] = [];
  for (const [k, { column, value }] of terms.entries()) {
    if (k > 0 && k % TERMS_PER_LINE === 0) parts.push("\n ");
    parts.push(`${signed(value)} C${column}`);
  }
  return parts.join(" ");
}

function signed(value: number): string {
  return value < 0 ? `- ${-value}` : `+ ${value}`;
}
