import type { Cut, Level, LinearProgram, SolvedResult, SolveOptions } from "@lungang/program";
import { pricedBound } from "@lungang/program";
import { bruteForce } from "./brute-force.ts";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import { claim, claimAgrees, claimClose, claimSolved } from "./claims.ts";
import { assignmentProgram, generalProgram, mixedProgram } from "./families.ts";
import { networkProgram, SIDE_ROW_KINDS } from "./network-families.ts";
import { Draws, seedOf } from "./random.ts";

/** Cases about cuts, bounds, starts, gaps, levels and relaxations. */
export function optionCases(context: ConformanceContext): ConformanceCase[] {
  return [
    { name: "options: cuts hold in their solve only", run: () => onEach(context, cutsHold) },
    { name: "options: bounds hold in their solve only", run: () => onEach(context, boundsHold) },
    { name: "options: a chain of levels on one program", run: () => onEach(context, chainHolds) },
    { name: "options: the optimum as start comes back", run: () => onEach(context, startComesBack) },
    {
      name: "options: a start that is infeasible or of another size does no harm",
      run: () => onEach(context, badStart),
    },
    { name: "options: a wide gap is kept", run: () => onEach(context, gapIsKept) },
    { name: "options: an absolute gap is kept", run: () => onEach(context, absoluteGapIsKept) },
    { name: "options: another seed has the same optimum", run: () => onEach(context, seedIsHarmless) },
    { name: "relaxation: prices prove its value", run: () => onEach(context, relaxationIsProven) },
    {
      name: "relaxation: goes on from a token after bounds, cuts and a cost change",
      run: () => onEach(context, tokenHelps),
    },
  ];
}

type Check = (context: ConformanceContext, program: LinearProgram, draws: Draws) => Promise<void>;

async function onEach(context: ConformanceContext, check: Check): Promise<void> {
  const count = Math.max(6, Math.floor(context.programs / 2));
  for (let k = 0; k < count; k++) {
    const seed = seedOf(context.seed * 1000 + 77, k);
    const draws = new Draws(seed);
    const families = [generalProgram, assignmentProgram, mixedProgram];
    const kind = SIDE_ROW_KINDS[k % SIDE_ROW_KINDS.length] ?? "quota";
    const program = (families[k % 4] ?? ((d: Draws) => networkProgram(kind, d)))(draws);
    try {
      await check(context, program, draws);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}

function randomCut(program: LinearProgram, draws: Draws): Cut {
  const columns = Int32Array.from({ length: program.columnCount }, (_, column) => column).filter(() =>
    draws.chance(0.6),
  );
  const values = Float64Array.from(columns, () => draws.integer(1, 3));
  return { lower: -Infinity, upper: draws.integer(0, 6), columns, values };
}

async function cutsHold({ solver }: ConformanceContext, program: LinearProgram, draws: Draws): Promise<void> {
  const first = randomCut(program, draws);
  await claimAgrees(solver(), program, { level: 0, cuts: [first] });
  await claimAgrees(solver(), program, { level: 0, cuts: [first, randomCut(program, draws)] });
  await claimAgrees(solver(), program, { level: 0 });
}

async function boundsHold({ solver }: ConformanceContext, program: LinearProgram, draws: Draws): Promise<void> {
  const columnUpper = program.columnUpper.map((bound) => (draws.chance(0.4) ? Math.max(0, bound - 1) : bound));
  await claimAgrees(solver(), program, { level: 0, columnUpper });
  const columnLower = program.columnLower.map((bound, column) =>
    draws.chance(0.2) ? Math.min(bound + 1, columnUpper[column] as number) : bound,
  );
  await claimAgrees(solver(), program, { level: 0, columnLower, columnUpper });
  await claimAgrees(solver(), program, { level: 0 });
}

async function chainHolds({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const cuts: Cut[] = [];
  let start: SolveOptions["start"];
  for (const [level, { cost, offset }] of program.levels.entries()) {
    const options: SolveOptions = {
      level,
      cuts,
      limits: { relativeGap: 0 },
      ...(start === undefined ? {} : { start }),
    };
    await claimAgrees(solver(), program, options);
    const wanted = bruteForce(program, { level, cuts });
    if (!wanted.feasible) return;
    start = { values: wanted.values };
    const columns = Int32Array.from(cost.keys()).filter((column) => cost[column] !== 0);
    // Half a unit above: nothing is cut off and nothing is let in.
    const upper = wanted.value - offset + 0.5;
    cuts.push({
      lower: -Infinity,
      upper,
      columns,
      values: Float64Array.from(columns, (column) => cost[column] as number),
    });
  }
}

async function startComesBack({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const wanted = bruteForce(program);
  if (!wanted.feasible) return;
  const options: SolveOptions = { level: 0, start: { values: wanted.values }, limits: { relativeGap: 0 } };
  const result = claimSolved(await solver().solve(program, options), program, options);
  claimClose(result.primalBound, wanted.value, "optimum");
  claim(result.start?.values !== undefined, "a result with a point must have a start");
}

async function badStart({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  for (const values of [program.columnUpper.map(() => 99), new Float64Array(1), program.columnLower.map(() => 0.5)]) {
    await claimAgrees(solver(), program, { level: 0, start: { values, token: "of another backend" } });
  }
}

async function gapIsKept({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const wanted = bruteForce(program);
  const options: SolveOptions = { level: 0, limits: { relativeGap: 0.5 } };
  const result = await solver().solve(program, options);
  if (!wanted.feasible) return;
  const solved = claimSolved(result, program, options);
  claim(solved.relativeGap <= 0.5, `wanted a gap of at most 0.5, got ${solved.relativeGap}`);
  claim(solved.dualBound <= wanted.value + 1e-6, `bound ${solved.dualBound} above the optimum ${wanted.value}`);
}

async function absoluteGapIsKept({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const wanted = bruteForce(program);
  const options: SolveOptions = { level: 0, limits: { relativeGap: 0, absoluteGap: 3 } };
  const result = await solver().solve(program, options);
  if (!wanted.feasible) return;
  const solved = claimSolved(result, program, options);
  claim(solved.primalBound <= wanted.value + 3 + 1e-6, `${solved.primalBound} is over 3 from ${wanted.value}`);
}

async function seedIsHarmless({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  await claimAgrees(solver(), program, { level: 0, seed: 12345 });
}

async function relax(
  { solver }: ConformanceContext,
  program: LinearProgram,
  options: SolveOptions,
): Promise<SolvedResult | undefined> {
  if (!solver().capabilities.relaxation) return undefined;
  const result = await solver().solve(program, options);
  if (result.termination.reason === "infeasible") return undefined;
  const solved = claimSolved(result, program, options);
  claim(solved.reducedCosts?.length === program.columnCount, "a relaxation must return reduced costs");
  claim(solved.rowPrices?.length === program.rowCount + (options.cuts?.length ?? 0), "a price a row, then one a cut");
  return solved;
}

async function relaxationIsProven(context: ConformanceContext, program: LinearProgram): Promise<void> {
  const options: SolveOptions = { level: 0, relaxation: true };
  const solved = await relax(context, program, options);
  const wanted = bruteForce(program);
  if (solved === undefined) return;
  const { columnLower, columnUpper } = program;
  const level = program.levels[0];
  claim(level !== undefined && solved.rowPrices !== undefined && solved.reducedCosts !== undefined, "prices missing");
  const rules = { program, columnLower, columnUpper, cuts: [], relaxation: true };
  claimClose(pricedBound(rules, level, solved.rowPrices).bound, solved.primalBound, "bound by the row prices");
  if (wanted.feasible) claim(solved.dualBound <= wanted.value + 1e-6, "a relaxation above the integer optimum");
  for (const [column, reduced] of solved.reducedCosts.entries()) {
    const at = solved.values[column] as number;
    if (reduced > 1e-6) claimClose(at, columnLower[column] as number, `column ${column} with positive reduced cost`);
    if (reduced < -1e-6) claimClose(at, columnUpper[column] as number, `column ${column} with negative reduced cost`);
  }
}

async function tokenHelps(context: ConformanceContext, program: LinearProgram, draws: Draws): Promise<void> {
  const first = await relax(context, program, { level: 0, relaxation: true });
  if (first?.start === undefined) return;
  const columnUpper = program.columnUpper.map((bound) => (draws.chance(0.3) ? bound / 2 : bound));
  const changed: SolveOptions = { level: 0, relaxation: true, cuts: [randomCut(program, draws)], columnUpper };
  const warm = await relax(context, program, { ...changed, start: first.start });
  const cold = await relax(context, program, changed);
  claim((warm === undefined) === (cold === undefined), "with a token and without one answers differ");
  if (warm === undefined || cold === undefined || warm.start === undefined) return;
  claimClose(warm.primalBound, cold.primalBound, "relaxation with a token");
  const back = await relax(context, program, { level: 0, relaxation: true, start: warm.start });
  claimClose(back?.primalBound ?? NaN, first.primalBound, "relaxation after the cut is gone");
  await otherCost(context, program, { start: first.start, draws });
}

/** A column that stood at a bound has another one there, and costs something else. */
async function otherCost(
  context: ConformanceContext,
  program: LinearProgram,
  { start, draws }: { readonly start: NonNullable<SolveOptions["start"]>; readonly draws: Draws },
): Promise<void> {
  const level = program.levels[0] as Level;
  const column = draws.integer(0, program.columnCount - 1);
  const at = start.values?.[column] ?? 0;
  const cost = level.cost.with(column, (level.cost[column] as number) + draws.integer(-40, 40));
  const changed = { ...program, levels: [{ ...level, cost }] };
  const options: SolveOptions = {
    level: 0,
    relaxation: true,
    ...(at === program.columnLower[column]
      ? { columnLower: program.columnLower.with(column, at - 1), columnUpper: program.columnUpper.with(column, at) }
      : { columnLower: program.columnLower.with(column, at) }),
  };
  const warm = await relax(context, changed, { ...options, start });
  const cold = await relax(context, changed, options);
  claim((warm === undefined) === (cold === undefined), "with a token of other costs and without one answers differ");
  if (warm !== undefined && cold !== undefined)
    claimClose(warm.primalBound, cold.primalBound, "a token of other costs");
}
