import type { LinearProgram } from "@lungang/program";
import { ProgramBuilder } from "@lungang/program";
import { Draws, seedOf } from "@lungang/solver-testkit";
import { expect, test } from "vitest";
import { ImpliedCounts } from "./implied-counts.ts";
import type { Box } from "./proof.ts";

const SEED = Number(process.env["LUNGANG_SEED"] ?? 20261130);
const PROGRAMS = 400;

test("of a share binding two counts: 237 people and three tenths of them are 72 at least", () => {
  const builder = new ProgramBuilder();
  const group = builder.group({ rule: "share", source: "", subjectKind: "rule" });
  const column = (upper: number) => builder.addColumn({ lower: 0, upper, integer: true }, { group, subject: 0 });
  const [all, chosen] = [column(300), column(100)];
  const row = builder.addSideRow({ lower: 0, upper: Infinity }, { group, subject: 0 });
  builder.addEntry(row, all, -3);
  builder.addEntry(row, chosen, 10);
  const program = builder.build();
  const implied = new ImpliedCounts(program, [all, chosen]);
  const { columnLower, columnUpper } = program;
  expect([implied.isBound(all), implied.isBound(chosen)]).toEqual([true, true]);
  const more = implied.within({ columnLower: columnLower.with(all, 237), columnUpper });
  expect(more?.columnLower[chosen]).toBe(72);
  const less = implied.within({ columnLower, columnUpper: columnUpper.with(chosen, 71) });
  expect(less?.columnUpper[all]).toBe(236);
  expect(
    implied.within({ columnLower: columnLower.with(all, 237), columnUpper: columnUpper.with(chosen, 71) }),
  ).toBeUndefined();
});

test(`random rows of small counts: nothing is implied that some point breaks (seed ${SEED})`, () => {
  let [empty, narrowed] = [0, 0];
  for (let k = 0; k < PROGRAMS; k++) {
    const program = randomCounts(new Draws(seedOf(SEED, k)));
    const counts = [...program.columnLower.keys()];
    const box = new ImpliedCounts(program, counts).within(program);
    const points = pointsOf(program);
    if (box === undefined) empty++;
    else if (counts.some((column) => isNarrower(program, box, column))) narrowed++;
    const lost = points.filter((point) => box === undefined || counts.some((column) => !isWithin(box, column, point)));
    expect([k, lost]).toEqual([k, []]);
  }
  expect(empty).toBeGreaterThan(PROGRAMS / 50);
  expect(narrowed).toBeGreaterThan(PROGRAMS / 4);
});

function isNarrower(program: Box, { columnLower, columnUpper }: Box, column: number): boolean {
  return columnLower[column] !== program.columnLower[column] || columnUpper[column] !== program.columnUpper[column];
}

function isWithin({ columnLower, columnUpper }: Box, column: number, point: readonly number[]): boolean {
  const value = point[column] as number;
  return value >= (columnLower[column] as number) && value <= (columnUpper[column] as number);
}

/** Three counts and two rows. */
function randomCounts(draws: Draws): LinearProgram {
  const builder = new ProgramBuilder();
  const group = builder.group({ rule: "count", source: "", subjectKind: "rule" });
  const columns = [0, 1, 2].map(() => {
    const lower = draws.integer(-2, 2);
    return builder.addColumn({ lower, upper: lower + draws.integer(0, 5), integer: true }, { group, subject: 0 });
  });
  for (let at = 0; at < 2; at++) {
    const lower = draws.integer(-6, 8);
    const bounds = { lower: draws.chance(0.3) ? -Infinity : lower, upper: lower + draws.integer(0, 4) };
    const row = builder.addSideRow(bounds, { group, subject: 0 });
    for (const column of columns) if (draws.chance(0.8)) builder.addEntry(row, column, draws.integer(1, 5) - 3);
  }
  return builder.build();
}

/** Every point of three counts. */
function pointsOf(program: LinearProgram): readonly (readonly number[])[] {
  const { columnLower, columnUpper, rowLower, rowUpper, starts, rows, values } = program;
  const range = (column: number) =>
    Array.from(
      { length: (columnUpper[column] as number) - (columnLower[column] as number) + 1 },
      (_, step) => (columnLower[column] as number) + step,
    );
  const all = range(0).flatMap((a) => range(1).flatMap((b) => range(2).map((c) => [a, b, c])));
  return all.filter((point) => {
    const sums = Array.from(rowLower, () => 0);
    point.forEach((x, column) => {
      for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
        const row = rows[entry] as number;
        sums[row] = (sums[row] as number) + (values[entry] as number) * x;
      }
    });
    return sums.every((sum, row) => sum >= (rowLower[row] as number) && sum <= (rowUpper[row] as number));
  });
}
