import type { SolveOptions } from "@lungang/program";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import { claim, claimClose, claimSolved } from "./claims.ts";
import type { JslpModelText } from "./jslp-model.ts";
import { fromJslpModel } from "./jslp-model.ts";

/**
 * A model with the result that its authors expect.
 *
 * @public
 */
export interface TestModel {
  readonly name: string;
  readonly model: JslpModelText;
  readonly expected: { readonly status: string; readonly result: number | null };
  readonly options?: { readonly tolerance?: number };
}

/**
 * One case for each model.
 *
 * A model solved there within a tolerance only says how bad the optimum may be at most; `cycled` is the failure of another
 * solver and says nothing.
 */
export function modelCases(context: ConformanceContext, models: readonly TestModel[]): ConformanceCase[] {
  return models.map((model) => ({ name: `model: ${model.name}`, run: () => solveModel(context, model) }));
}

async function solveModel(
  { solver, patience }: ConformanceContext,
  { model, expected, options }: TestModel,
): Promise<void> {
  const { program, sign } = fromJslpModel(model);
  if (program.columnCount > solver().capabilities.maxColumns) return;
  const solveOptions: SolveOptions = { level: 0, limits: { relativeGap: 0, timeSeconds: patience } };
  const result = await solver().solve(program, solveOptions);
  const { reason } = result.termination;
  if (expected.status === "cycled") return;
  claim(reason === expected.status, `wanted ${expected.status}, got ${reason} (${result.rawStatus})`);
  if (expected.result === null) return;
  const { primalBound } = claimSolved(result, program, solveOptions);
  const wanted = sign * expected.result;
  if (options?.tolerance === undefined) claimClose(primalBound, wanted, "optimum");
  else
    claim(primalBound <= wanted + 1e-6 * Math.max(1, Math.abs(wanted)), `optimum ${primalBound} worse than ${wanted}`);
}
