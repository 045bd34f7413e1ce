import { shareOf } from "../../policy/share.ts";
import type { CheckedMove, PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { exchangesOf, moveTest, schoolTest } from "../../recount/tally.ts";
import type { DirectionMatrixParams, MatrixCell } from "./schema.ts";
import { ANY_CLASS } from "./schema.ts";
import type { CellLimit } from "./text.ts";
import { directionMatrixFindings } from "./text.ts";

/** One limit of one cell, and what it is held against. */
interface Limit {
  readonly cell: MatrixCell;
  readonly name: CellLimit;
  readonly count: number;
  readonly target: number;
}

function limitsOf(params: DirectionMatrixParams, facts: PlanFacts): readonly Limit[] {
  const tests = params.classes.map(({ name, schools }) => ({ name, test: schoolTest(schools, facts) }));
  const nameOf = (school: number) => {
    if (school < 0 || facts.eligibility.inScope[school] !== 1) return undefined;
    return tests.find(({ test }) => test(school))?.name;
  };
  const routes = exchangesOf(facts)
    .filter(moveTest(params.of, facts))
    .map(({ from, to }: CheckedMove) => [nameOf(from), nameOf(to)] as const)
    .filter(([from, to]) => from !== undefined && to !== undefined);
  const count = (from: string, to: string) =>
    routes.filter((route) => (from === ANY_CLASS || route[0] === from) && (to === ANY_CLASS || route[1] === to)).length;
  return params.cells.flatMap((cell) => {
    const { min, max, minShare, maxShare, maxOfReverse, rounding } = cell;
    const most = { bound: "atMost", rounding } as const;
    const targets: Readonly<Record<CellLimit, number | undefined>> = {
      min,
      max,
      minShare: minShare && shareOf(minShare, routes.length, { bound: "atLeast", rounding }),
      maxShare: maxShare && shareOf(maxShare, routes.length, most),
      maxOfReverse: maxOfReverse && shareOf(maxOfReverse, count(cell.to, cell.from), most),
    };
    return Object.entries(targets).flatMap(([name, target]) =>
      target === undefined ? [] : [{ cell, name: name as CellLimit, count: count(cell.from, cell.to), target }],
    );
  });
}

/** Recomputes every limit of a direction matrix. */
export const directionMatrixCheck: RuleCheck<DirectionMatrixParams> = {
  check: (params, entry, facts) => {
    const found = limitsOf(params, facts).map((limit) => ({
      ...limit,
      reading: {
        about: { kind: "route", from: limit.cell.from, to: limit.cell.to, limit: limit.name } as const,
        unit: "moves",
        value: limit.count,
        target: limit.target,
        sense: limit.name.startsWith("min") ? ("atLeast" as const) : ("atMost" as const),
      },
    }));
    return {
      measures: found.map(({ reading }) => measureOf(entry, reading)),
      violations: found
        .filter(({ reading }) => missedBy(reading) > 0)
        .map(({ reading, count, target }) =>
          violationOf(entry, {
            about: reading.about,
            amount: missedBy(reading),
            unit: "moves",
            finding: directionMatrixFindings.say.missed({ count, target, least: reading.sense === "atLeast" }),
          }),
        ),
    };
  },
};
