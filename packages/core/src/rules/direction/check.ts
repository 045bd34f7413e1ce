import { ceilShare } from "../../policy/share.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, pricedMeasure, violationOf } from "../../recount/rule-check.ts";
import { exchangesOf, moveTest } from "../../recount/tally.ts";
import type { DirectionParams } from "./schema.ts";
import { directionFindings } from "./text.ts";

function count(params: DirectionParams, facts: PlanFacts) {
  const whole = exchangesOf(facts).filter(moveTest(params.of, facts));
  return { whole: whole.length, part: whole.filter(moveTest(params.moves, facts)).length };
}

/** Recomputes a direction: wanted moves against a share, a controlled direction against its number. */
export const directionCheck: RuleCheck<DirectionParams> = {
  check: (params, entry, facts) => {
    const { whole, part } = count(params, facts);
    const common = { unit: "moves", value: part };
    const of = (limit: "minShare" | "max") => ({ kind: "county", limit }) as const;
    const readings = [
      ...(params.minShare === undefined
        ? []
        : [
            {
              ...common,
              about: of("minShare"),
              target: ceilShare(params.minShare, whole),
              sense: "atLeast" as const,
            },
          ]),
      ...(params.max === undefined
        ? []
        : [{ ...common, about: of("max"), target: params.max, sense: "atMost" as const }]),
    ];
    const missed = readings.filter((reading) => missedBy(reading) > 0);
    const measures = readings.map((reading) => measureOf(entry, reading));
    return {
      measures: measures.length > 0 ? measures : [pricedMeasure(entry, "moves", whole - part)],
      violations: missed.map((reading) =>
        violationOf(entry, {
          about: reading.about,
          amount: missedBy(reading),
          unit: "moves",
          finding: directionFindings.say.missed({
            part,
            whole,
            target: reading.target,
            least: reading.sense === "atLeast",
          }),
        }),
      ),
    };
  },
  levelValue: (params, facts) => {
    const { whole, part } = count(params, facts);
    return params.weight * (whole - part);
  },
};
