import type { Cell } from "../../instance/cells.ts";
import type { School } from "../../instance/school.ts";
import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import { cellCounts } from "../postBalance/check.ts";
import type { EvenShortfallParams } from "./schema.ts";
import { levelOfStep, stepPrice, stepsOf } from "./schema.ts";

interface Place {
  need: number;
  missing: number;
}

/** Returns what every place needs and lacks after the plan; a school of no township is of no place. */
function placesOf({ by }: EvenShortfallParams, facts: PlanFacts): readonly Place[] {
  const { schools } = facts.eligibility.county;
  // Joined posts lack heads together.
  const nameOf = ({ key, school, joined }: Cell) =>
    ({
      post: joined === undefined ? key : `joined ${joined}`,
      school: String(school),
      township: (schools[school] as School).township,
    })[by];
  const places = new Map<string, Place>();
  for (const { cell, need, shortfall } of cellCounts(facts)) {
    const name = nameOf(cell);
    if (name === undefined) continue;
    const place = places.get(name) ?? { need: 0, missing: 0 };
    place.need += need;
    place.missing += shortfall;
    places.set(name, place);
  }
  return [...places.values()];
}

/** Recomputes how shortfalls are shared out; the measure is the greatest number of heads that a place lacks. */
export const evenShortfallCheck: RuleCheck<EvenShortfallParams> = {
  check: (params, entry, facts) => {
    const greatest = Math.max(0, ...placesOf(params, facts).map(({ missing }) => missing));
    return { measures: [pricedMeasure(entry, "heads", greatest)], violations: [] };
  },
  levels: (params) => stepsOf(params).map((step) => levelOfStep(params.level, step)),
  levelValue: (params, facts, level) => {
    const step = stepsOf(params).find((one) => levelOfStep(params.level, one) === level);
    if (step === undefined) return 0;
    return placesOf(params, facts).reduce((sum, { need, missing }) => {
      const { from, first, each } = stepPrice(params, step, need);
      return missing < from ? sum : sum + first + (missing - from) * each;
    }, 0);
  },
};
