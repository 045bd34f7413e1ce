import type { LinearProgram } from "@lungang/program";
import type { Draws } from "./random.ts";
import type { SmallColumn, SmallRow } from "./small-program.ts";
import { smallProgram } from "./small-program.ts";

/**
 * Draws one program of a family; all are small enough for exhaustive search.
 *
 * @public
 */
export type Family = (draws: Draws) => LinearProgram;

/**
 * Integer programs of 2 to 5 columns and 1 to 5 rows of every kind, some infeasible.
 *
 * @public
 */
export function generalProgram(draws: Draws): LinearProgram {
  const count = draws.integer(2, 5);
  const columns = Array.from({ length: count }, () => ({
    lower: 0,
    upper: draws.integer(1, 5),
    costs: [draws.integer(-9, 9), draws.integer(-9, 9)],
  }));
  const rows = Array.from({ length: draws.integer(1, 5) }, () => randomRow(draws, count));
  return smallProgram({ columns, rows, levels: [{}, { offset: draws.integer(-20, 20) }] });
}

/**
 * Integer programs of 1 to 3 columns whose bounds lie anywhere, below 0 too.
 *
 * @public
 */
export function negativeProgram(draws: Draws): LinearProgram {
  const count = draws.integer(1, 3);
  const columns = Array.from({ length: count }, () => {
    const lower = draws.integer(-9, 4);
    return { lower, upper: lower + draws.integer(0, 9), costs: [draws.integer(-9, 9)] };
  });
  return smallProgram({ columns, rows: Array.from({ length: draws.integer(1, 3) }, () => randomRow(draws, count)) });
}

/**
 * Integer programs of 1 to 3 columns with infinite bounds that rows keep within -8 and 8.
 *
 * @public
 */
export function freeProgram(draws: Draws): LinearProgram {
  const count = draws.integer(1, 3);
  const columns = Array.from({ length: count }, () => ({
    lower: draws.chance(0.7) ? -Infinity : -6,
    upper: draws.chance(0.7) ? Infinity : 6,
    costs: [draws.integer(-9, 9)],
  }));
  const box: SmallRow[] = columns.map((_, column) => ({
    lower: draws.integer(-8, -1),
    upper: draws.integer(0, 8),
    terms: [[column, 1]],
  }));
  return smallProgram({
    columns,
    rows: [...box, ...Array.from({ length: draws.integer(0, 2) }, () => randomRow(draws, count))],
  });
}

/**
 * Integer programs of 2 or 3 columns with wide ranges and greater coefficients.
 *
 * @public
 */
export function wideProgram(draws: Draws): LinearProgram {
  const count = draws.integer(2, 3);
  const columns = Array.from({ length: count }, () => {
    const lower = draws.integer(-40, 0);
    return { lower, upper: lower + draws.integer(20, 60), costs: [draws.integer(-50, 50)] };
  });
  const rows = Array.from({ length: draws.integer(1, 4) }, () => randomRow(draws, count, 25));
  return smallProgram({ columns, rows });
}

/**
 * Teachers to schools: one school each, room in every school, forbidden pairs, pairs who stay together.
 *
 * @public
 */
export function assignmentProgram(draws: Draws): LinearProgram {
  const teachers = draws.integer(3, 6);
  const schools = draws.integer(2, 3);
  const at = (teacher: number, school: number): number => teacher * schools + school;
  const columns = Array.from({ length: teachers * schools }, () => ({
    lower: 0,
    upper: draws.chance(0.15) ? 0 : 1,
    costs: [draws.integer(1, 30), draws.integer(0, 3)],
  }));
  const rows: SmallRow[] = [];
  for (let teacher = 0; teacher < teachers; teacher++) {
    rows.push({ lower: 1, upper: 1, terms: each(schools, (school) => [at(teacher, school), 1]) });
  }
  for (let school = 0; school < schools; school++) {
    const room = Math.ceil(teachers / schools) + draws.integer(-1, 1);
    rows.push({
      lower: draws.integer(0, 1),
      upper: room,
      terms: each(teachers, (teacher) => [at(teacher, school), 1]),
    });
  }
  if (draws.chance(0.5)) {
    const school = draws.integer(0, schools - 1);
    rows.push({
      lower: 0,
      upper: 0,
      terms: [
        [at(0, school), 1],
        [at(1, school), -1],
      ],
    });
  }
  return smallProgram({ columns, rows, levels: [{}, {}] });
}

/**
 * Fair numbers: binary choices, continuous deviations from an integer target, locks and forbidden choices.
 *
 * @public
 */
export function mixedProgram(draws: Draws): LinearProgram {
  const teachers = draws.integer(3, 6);
  const schools = 2;
  const columns: SmallColumn[] = each(teachers * schools, () => ({
    lower: draws.chance(0.08) ? 1 : 0,
    upper: 1,
    costs: [draws.integer(0, 9)],
  }));
  const rows: SmallRow[] = [];
  for (let teacher = 0; teacher < teachers; teacher++) {
    rows.push({ lower: 0, upper: 1, terms: each(schools, (school) => [teacher * schools + school, 1]) });
  }
  for (let school = 0; school < schools; school++) {
    const deviation = columns.length;
    columns.push({ lower: 0, upper: teachers, integer: false, costs: [draws.integer(1, 12)] });
    const target = draws.integer(0, teachers);
    const here = each(teachers, (teacher) => [teacher * schools + school, 1] as const);
    rows.push({ lower: -Infinity, upper: target, terms: [...here, [deviation, -1]] });
    rows.push({ lower: target, upper: Infinity, terms: [...here, [deviation, 1]] });
  }
  return smallProgram({ columns, rows });
}

/**
 * Systems of equations with few integer points, most of them with a planted one.
 *
 * @public
 */
export function equationProgram(draws: Draws): LinearProgram {
  const count = draws.integer(3, 5);
  const columns = Array.from({ length: count }, () => ({ lower: 0, upper: 4, costs: [draws.integer(-5, 5)] }));
  const planted = columns.map(() => draws.integer(0, 4));
  const rows = Array.from({ length: draws.integer(1, 3) }, (): SmallRow => {
    const values = columns.map(() => draws.integer(-3, 3));
    const sum = values.reduce((total, value, column) => total + value * (planted[column] as number), 0);
    const side = draws.chance(0.2) ? sum + draws.integer(-2, 2) : sum;
    return { lower: side, upper: side, terms: values.map((value, column) => [column, value] as const) };
  });
  return smallProgram({ columns, rows });
}

/**
 * Programs with many equal optima and rows that say the same thing twice.
 *
 * @public
 */
export function degenerateProgram(draws: Draws): LinearProgram {
  const count = draws.integer(3, 6);
  const columns = Array.from({ length: count }, () => ({ lower: 0, upper: 2, costs: [draws.integer(-1, 1)] }));
  const terms = each(count, (column) => [column, 1] as const);
  const upper = draws.integer(0, count);
  const rows: SmallRow[] = [
    { lower: -Infinity, upper, terms },
    { lower: -Infinity, upper, terms },
    { lower: -2 * upper, upper: Infinity, terms: each(count, (column) => [column, -2] as const) },
    {
      lower: 0,
      upper: 0,
      terms: [
        [0, 1],
        [1, -1],
      ],
    },
  ];
  return smallProgram({ columns, rows });
}

function randomRow(draws: Draws, count: number, size = 9): SmallRow {
  const terms = each(count, (column) => [column, draws.chance(0.75) ? draws.integer(-size, size) : 0] as const);
  const side = draws.integer(-2 * size, 3 * size);
  const kind = draws.integer(0, 9);
  if (kind < 5) return { lower: -Infinity, upper: side, terms };
  if (kind < 8) return { lower: side - 2 * size, upper: Infinity, terms };
  if (kind < 9) return { lower: side - draws.integer(0, size), upper: side, terms };
  return { lower: side, upper: side, terms };
}

function each<T>(count: number, make: (k: number) => T): T[] {
  return Array.from({ length: count }, (_, k) => make(k));
}
