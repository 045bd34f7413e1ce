import { shareOf } from "../../policy/share.ts";
import type { CheckedMove, PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, pricedMeasure, violationOf } from "../../recount/rule-check.ts";
import { exchangesOf, moveTest } from "../../recount/tally.ts";
import type { DirectionParams } from "./schema.ts";
import { directionFindings } from "./text.ts";

/** Moves in question and how many of them go the way that is wanted; of one subject where the rule counts by subject. */
interface Count {
  readonly whole: number;
  readonly part: number;
  readonly subject?: string;
}

function countOf(params: DirectionParams, facts: PlanFacts, whole: readonly CheckedMove[]): Count {
  return { whole: whole.length, part: whole.filter(moveTest(params.moves, facts)).length };
}

function movesOf(params: DirectionParams, facts: PlanFacts): readonly CheckedMove[] {
  return exchangesOf(facts).filter(moveTest(params.of, facts));
}

function countsOf(params: DirectionParams, facts: PlanFacts): readonly Count[] {
  const moves = movesOf(params, facts);
  if (!params.bySubject) return [countOf(params, facts, moves)];
  const subjectOf = ({ cell }: CheckedMove) => facts.eligibility.county.cells[cell]?.subject;
  const subjects = [...new Set(moves.map(subjectOf))].filter((subject) => subject !== undefined);
  return subjects.sort().map((subject) => {
    const own = moves.filter((move) => subjectOf(move) === subject);
    return { ...countOf(params, facts, own), subject };
  });
}

/** The share and the number that hold for some moves, what the plan reaches, and of how many moves. */
function readingsOf({ minShare, max, rounding }: DirectionParams, { whole, part, subject }: Count) {
  const about = (limit: "minShare" | "max") =>
    ({ kind: "county", ...(subject !== undefined && { subject }), limit }) as const;
  const common = { unit: "moves", value: part };
  const share = minShare && shareOf(minShare, whole, { bound: "atLeast", rounding });
  const readings = [
    ...(share === undefined ? [] : [{ ...common, about: about("minShare"), target: share, sense: "atLeast" as const }]),
    ...(max === undefined ? [] : [{ ...common, about: about("max"), target: max, sense: "atMost" as const }]),
  ];
  return readings.map((reading) => ({ reading, whole }));
}

/** Recomputes a direction: wanted moves against a share, a controlled direction against its number. */
export const directionCheck: RuleCheck<DirectionParams> = {
  check: (params, entry, facts) => {
    const readings = countsOf(params, facts).flatMap((count) => readingsOf(params, count));
    const { whole, part } = countOf(params, facts, movesOf(params, facts));
    const hasLimit = params.minShare !== undefined || params.max !== undefined;
    return {
      measures: hasLimit
        ? readings.map(({ reading }) => measureOf(entry, reading))
        : [pricedMeasure(entry, "moves", whole - part)],
      violations: readings
        .filter(({ reading }) => missedBy(reading) > 0)
        .map(({ reading, whole: of }) =>
          violationOf(entry, {
            about: reading.about,
            amount: missedBy(reading),
            unit: "moves",
            finding: directionFindings.say.missed({
              part: reading.value,
              whole: of,
              target: reading.target,
              subject: reading.about.subject,
              least: reading.sense === "atLeast",
            }),
          }),
        ),
    };
  },
  levelValue: (params, facts) => {
    const { whole, part } = countOf(params, facts, movesOf(params, facts));
    return params.weight * (whole - part);
  },
};
