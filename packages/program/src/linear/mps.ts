import type { LinearProgram, Level } from "./program.ts";

const OBJECTIVE = "COST";

/**
 * Returns one level of a program as free-format MPS text.
 *
 * Names are generated (`R0`, `C0`, ...), so no label can change the meaning of the text.
 *
 * Guarantees: numbers are written so that reading gives the same doubles; a range whose ends one RANGES entry cannot
 * hit exactly becomes two rows (`R0`, `R0U`); every column has its bounds written out.
 *
 * @param level - number of the level that is minimised
 * @throws {RangeError} if the program has no such level
 * @public
 */
export function writeMps(program: LinearProgram, level: number): string {
  const objective = program.levels[level];
  if (objective === undefined) throw new RangeError(`Cannot write MPS: no level ${level} of ${program.levels.length}`);
  const rows = Array.from({ length: program.rowCount }, (_, row) => describeRow(program, row));
  const ranges = rows.filter((row) => row.range !== undefined).map((row) => ` RNG ${row.name} ${row.range}`);
  const bounds = Array.from({ length: program.columnCount }, (_, column) => boundLines(program, column));
  return [
    "NAME LUNGANG FREE",
    "ROWS",
    ` N ${OBJECTIVE}`,
    ...rows.flatMap((row) => [` ${row.kind} ${row.name}`, ...(row.twin === undefined ? [] : [` L ${row.twin.name}`])]),
    "COLUMNS",
    ...columnLines(program, objective, rows),
    "RHS",
    // By convention the right-hand side of the objective is taken from it.
    ...rhsLine(OBJECTIVE, -objective.offset),
    ...rows.flatMap((row) => [...rhsLine(row.name, row.rhs), ...rhsLine(row.twin?.name ?? "", row.twin?.rhs ?? 0)]),
    ...(ranges.length > 0 ? ["RANGES", ...ranges] : []),
    "BOUNDS",
    ...bounds.flat(),
    "ENDATA",
    "",
  ].join("\n");
}

function rhsLine(name: string, rhs: number): string[] {
  return rhs === 0 ? [] : [` RHS ${name} ${rhs}`];
}

interface RowText {
  readonly name: string;
  readonly kind: "N" | "E" | "L" | "G";
  readonly rhs: number;
  readonly range?: number;
  /** The upper half of a range that one entry cannot express. */
  readonly twin?: { readonly name: string; readonly rhs: number };
}

function describeRow(program: LinearProgram, row: number): RowText {
  const name = `R${row}`;
  const lower = program.rowLower[row] as number;
  const upper = program.rowUpper[row] as number;
  if (lower === upper) return { name, kind: "E", rhs: lower };
  if (lower === -Infinity && upper === Infinity) return { name, kind: "N", rhs: 0 };
  if (lower === -Infinity) return { name, kind: "L", rhs: upper };
  if (upper === Infinity) return { name, kind: "G", rhs: lower };
  const range = upper - lower;
  if (range > 0 && lower + range === upper) return { name, kind: "G", rhs: lower, range };
  return { name, kind: "G", rhs: lower, twin: { name: `${name}U`, rhs: upper } };
}

function columnLines(program: LinearProgram, level: Level, rows: readonly RowText[]): string[] {
  const lines: string[] = [];
  let inside = 0;
  for (let column = 0; column < program.columnCount; column++) {
    const integer = program.integer[column] as number;
    if (integer !== inside) lines.push(` MARKER 'MARKER' '${integer === 1 ? "INTORG" : "INTEND"}'`);
    inside = integer;
    const first = program.starts[column] as number;
    const end = program.starts[column + 1] as number;
    const cost = level.cost[column] as number;
    // A column without entries still has to be named.
    if (cost !== 0 || first === end) lines.push(` C${column} ${OBJECTIVE} ${cost}`);
    for (let entry = first; entry < end; entry++) {
      const row = rows[program.rows[entry] as number] as RowText;
      lines.push(` C${column} ${row.name} ${program.values[entry]}`);
      if (row.twin !== undefined) lines.push(` C${column} ${row.twin.name} ${program.values[entry]}`);
    }
  }
  if (inside === 1) lines.push(" MARKER 'MARKER' 'INTEND'");
  return lines;
}

function boundLines(program: LinearProgram, column: number): string[] {
  const lower = program.columnLower[column] as number;
  const upper = program.columnUpper[column] as number;
  const name = `C${column}`;
  if (lower === upper) return [` FX BND ${name} ${lower}`];
  if (lower === -Infinity && upper === Infinity) return [` FR BND ${name}`];
  return [
    lower === -Infinity ? ` MI BND ${name}` : ` LO BND ${name} ${lower}`,
    upper === Infinity ? ` PL BND ${name}` : ` UP BND ${name} ${upper}`,
  ];
}
