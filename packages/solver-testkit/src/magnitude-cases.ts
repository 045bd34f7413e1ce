import type { Cut, LinearProgram, SolveOptions, SolveResult } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import { claim, claimRejects, claimSolved } from "./claims.ts";
import { exactSearch } from "./exact-search.ts";
import { CUT_OFF_BY_HIGHS, LARGE_OPTIMA, ROUNDED_AWAY } from "./large-answers.ts";
import { rangedProgram, steepProgram } from "./magnitudes.ts";
import { Draws, seedOf } from "./random.ts";
import type { SmallProgram } from "./small-program.ts";
import { smallProgram } from "./small-program.ts";

/** How a program with large numbers may end. */
type Ending = "right" | "refused" | "unsolved";

/** Errors with which a backend may decline to answer what it cannot tell. */
const DECLINED: Readonly<Record<string, Ending>> = {
  UnsupportedModelError: "refused",
  SolverFailedError: "unsolved",
};

/** Seconds that a program with large numbers may take; no answer is right too. */
const PATIENCE = 2;

/** Cases about large numbers: an answer is right, to the unit, or there is none. */
export function magnitudeCases(context: ConformanceContext): ConformanceCase[] {
  return [
    {
      name: "magnitude: the optimum that HiGHS 1.15 cuts off is found or refused",
      run: async () => void (await claimRightOrRefused(context, smallProgram(CUT_OFF_BY_HIGHS))),
    },
    ...ROUNDED_AWAY.map(({ name, program }) => ({
      name: `magnitude: ${name} is solved or refused`,
      run: async () => void (await claimRightOrRefused(context, smallProgram(program))),
    })),
    ...LARGE_OPTIMA.map(({ name, program }) => ({
      name: `magnitude: ${name}`,
      run: () => claimExact(context, smallProgram(program)),
    })),
    { name: "magnitude: a cut of a million metres gives no metre", run: () => cutGivesNothing(context) },
    { name: "magnitude: what is no number is refused", run: () => refusesNoNumbers(context) },
    random(context, { name: "ranges of 1,000", draw: (draws) => rangedProgram(draws, 1000), isOrdinary: true }),
    random(context, { name: "ranges of 10,000", draw: (draws) => rangedProgram(draws, 10_000) }),
    random(context, { name: "ranges of 1,000,000", draw: (draws) => rangedProgram(draws, 1e6) }),
    random(context, { name: "coefficients of 1,000", draw: (draws) => steepProgram(draws, 1000), isOrdinary: true }),
    random(context, { name: "coefficients of 1,000,000", draw: (draws) => steepProgram(draws, 1e6) }),
    random(context, { name: "coefficients of 2,000,000,000", draw: (draws) => steepProgram(draws, 2e9) }),
  ];
}

interface RandomMagnitudes {
  readonly name: string;
  readonly draw: (draws: Draws) => LinearProgram;
  /** No reason to refuse anything. */
  readonly isOrdinary?: boolean;
}

function random(context: ConformanceContext, { name, draw, isOrdinary = false }: RandomMagnitudes): ConformanceCase {
  return {
    name: `magnitude: random programs with ${name} against exact integers`,
    run: async () => {
      for (let k = 0; k < context.programs; k++) {
        const seed = seedOf(context.seed * 1000 + 5, k);
        const program = draw(new Draws(seed));
        const end = await claimRightOrRefused(context, program).catch((error: unknown) => {
          throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        });
        claim(!isOrdinary || end !== "refused", `seed ${seed}: refused`);
      }
    },
  };
}

/** Solves at gap 0; a wrong answer throws. */
async function claimRightOrRefused(context: ConformanceContext, program: LinearProgram): Promise<Ending> {
  const options: SolveOptions = { level: 0, limits: { relativeGap: 0, timeSeconds: PATIENCE } };
  const result = await context
    .solver()
    .solve(program, options)
    .catch((error: unknown) => {
      const ending = error instanceof Error ? DECLINED[error.name] : undefined;
      if (ending === undefined) throw error;
      return ending;
    });
  if (typeof result === "string") return result;
  if ("limit" in result.termination) return "unsolved";
  claimExactlyRight(result, program, options);
  return "right";
}

function claimExactlyRight(result: SolveResult, program: LinearProgram, options: SolveOptions): void {
  const { level, cuts } = options;
  const wanted = exactSearch(program, { level, ...(cuts === undefined ? {} : { cuts }) });
  if ("gaveUp" in wanted) return;
  const { reason } = result.termination;
  claim(reason === (wanted.feasible ? "optimal" : "infeasible"), `wanted ${JSON.stringify(wanted)}, got ${reason}`);
  if (!hasIncumbent(result) || !wanted.feasible) return;
  const { primalBound, dualBound } = claimSolved(result, program, options);
  claim(primalBound === wanted.value, `optimum must be ${wanted.value}, got ${primalBound}`);
  claim(dualBound === wanted.value, `dual bound must be ${wanted.value}, got ${dualBound}`);
}

async function claimExact({ solver }: ConformanceContext, program: LinearProgram): Promise<void> {
  const options: SolveOptions = { level: 0, limits: { relativeGap: 0 } };
  claimExactlyRight(await solver().solve(program, options), program, options);
}

/** Twenty legs of 50,000 metres are a million; with the leg of 50,001 among them, worth more, it is a metre too long. */
async function cutGivesNothing({ solver }: ConformanceContext): Promise<void> {
  const program = smallProgram({
    columns: [
      { lower: 0, upper: 20, costs: [-9] },
      { lower: 0, upper: 1, costs: [-10] },
    ],
    rows: [{ lower: 0, upper: 20, terms: [[0, 1], [1, 1]] }], // prettier-ignore
  });
  const cut: Cut = {
    lower: -Infinity,
    upper: 1_000_000,
    columns: Int32Array.of(0, 1),
    values: Float64Array.of(50_000, 50_001),
  };
  const options: SolveOptions = { level: 0, cuts: [cut], limits: { relativeGap: 0 } };
  const result = await solver().solve(program, options);
  claimExactlyRight(result, program, options);
  claim(result.primalBound === -180, `wanted 20 legs of 50,000 metres, got ${result.primalBound}`);
}

async function refusesNoNumbers({ solver }: ConformanceContext): Promise<void> {
  const plain: SmallProgram = {
    columns: [{ lower: 0, upper: 9, costs: [1] }],
    rows: [{ lower: 1, upper: 2, terms: [[0, 1]] }],
  };
  const [column, row] = [plain.columns[0], plain.rows[0]] as const;
  for (const bad of [NaN, Infinity]) {
    const broken: SmallProgram[] = [
      { ...plain, rows: [{ lower: 1, upper: 2, terms: [[0, bad]] }] },
      { ...plain, rows: [{ upper: 2, terms: [], ...row, lower: bad }] },
      { ...plain, rows: [{ lower: 1, terms: [], ...row, upper: -bad }] },
      { ...plain, columns: [{ upper: 9, ...column, lower: bad }] },
      { ...plain, columns: [{ lower: 0, ...column, upper: -bad }] },
      { ...plain, columns: [{ lower: 0, upper: 9, costs: [bad] }] },
      { ...plain, levels: [{ offset: bad, step: 1 }] },
    ];
    for (const program of broken) {
      await claimRejects(solver().solve(smallProgram(program), { level: 0 }), "UnsupportedModelError");
    }
    const cut = { lower: 0, upper: 5, columns: Int32Array.of(0), values: Float64Array.of(bad) };
    await claimRejects(solver().solve(smallProgram(plain), { level: 0, cuts: [cut] }), "UnsupportedModelError");
  }
}
