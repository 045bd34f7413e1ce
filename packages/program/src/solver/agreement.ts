import { greatestCoefficient } from "../linear/coefficients.ts";
import type { AssessContext, Incumbent, Verdict } from "./assess.ts";
import type { Configuration } from "./engine.ts";
import type { SolvedResult, SolveResult } from "./port.ts";
import { hasIncumbent } from "./port.ts";
import type { WideRanges } from "./ranges.ts";
import { wideRanges } from "./ranges.ts";

/** Better points that the configurations may find in turn before none of them is believed. */
const MOST_TURNS = 3;

/**
 * Values that a column may range over at most, where it is the only one that ranges widely, and where several do. One
 * alone is an interval once the others are known; several together can be told apart by the last digit only.
 */
const GREATEST_RANGE = { alone: 10_000_000, several: 100_000 };

/** Asks a configuration of an engine, starting from a point. */
export type AskFrom = (configuration: Configuration, from: Incumbent) => Promise<Verdict>;

/** An optimum that a configuration claims. */
export interface Claimed {
  readonly result: SolvedResult;
  readonly configuration: Configuration;
}

/** An optimum that is believed, or why none is. */
export type Agreement =
  | { readonly kind: "result"; readonly result: SolveResult }
  | { readonly kind: "doubtful" | "refused"; readonly why: string };

/**
 * Returns a claimed optimum once it is believed.
 *
 * Where columns range widely or coefficients are large, solvers in floating point cut optima off and call what is left
 * optimal. There an optimum counts when every configuration, started at the best point known, finds none better. What a
 * limit leaves without a second opinion is a point without a proof.
 */
export async function agreedOptimum(
  context: Pick<AssessContext, "request" | "engine">,
  first: Claimed,
  ask: AskFrom,
): Promise<Agreement> {
  const wide = wideRanges(context.request, first.result.primalBound);
  if (wide === undefined && !hasLargeCoefficients(context)) return { kind: "result", result: first.result };
  const refused = wide && tooWide(wide);
  return refused === undefined ? agree(first, ask) : { kind: "refused", why: refused };
}

function hasLargeCoefficients({ request, engine }: Pick<AssessContext, "request" | "engine">): boolean {
  return greatestCoefficient(request.program, request.cuts) > engine.capabilities.trustedCoefficient;
}

async function agree(first: Claimed, ask: AskFrom): Promise<Agreement> {
  let { result: best, configuration: asked } = first;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    asked = asked === 0 ? 1 : 0;
    const verdict = await ask(asked, { values: best.values, value: best.primalBound });
    if (verdict.kind !== "result") return { kind: "doubtful", why: doubtOf(verdict, best.primalBound) };
    const { result } = verdict;
    if (!hasIncumbent(result) || result.termination.reason === "feasible") {
      return { kind: "result", result: unproven(best, result) };
    }
    if (!(result.primalBound < best.primalBound)) return { kind: "result", result: best };
    best = result;
  }
  return { kind: "doubtful", why: `finds ever better points than its optima, the last at ${best.primalBound}` };
}

/** Returns why columns range too widely for an answer to be believed, or nothing if they do not. */
export function tooWide({ column, range, count }: WideRanges): string | undefined {
  const most = count > 1 ? GREATEST_RANGE.several : GREATEST_RANGE.alone;
  // What has no end brings no large number either; it gets a second look.
  if (range <= most || range === Infinity) return undefined;
  return `column ${column}, one of ${count} that range widely, may have ${range} values; at most ${most} can be told apart`;
}

function doubtOf(verdict: Exclude<Verdict, { kind: "result" }>, value: number): string {
  const said = verdict.kind === "claim" ? `claims ${verdict.rawStatus}` : verdict.why;
  return `claims an optimum at ${value}; with another configuration: ${said}`;
}

/** The better of two points, of which a limit ended the proof. */
function unproven(first: SolvedResult, second: SolveResult): SolveResult {
  const best = hasIncumbent(second) && second.primalBound < first.primalBound ? second : first;
  const limit = "limit" in second.termination ? second.termination.limit : "other";
  return {
    ...best,
    termination: { reason: "feasible", limit },
    dualBound: -Infinity,
    relativeGap: Infinity,
    proof: "none",
    reproducible: first.reproducible && second.reproducible,
  };
}
