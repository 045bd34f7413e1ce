import { COUNTY } from "../../subject/rule-subject.ts";
import { shareOf } from "../../policy/share.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { countedMoves, moveTest } from "../../recount/tally.ts";
import type { ShareParams } from "./schema.ts";
import { shareFindings } from "./text.ts";

/**
 * Recomputes a share of a variable total: denominator * part - numerator * whole against 0 (tricky case 4).
 *
 * It is told in moves: the part that the whole of this plan asks for, rounded up for a minimum and down for a maximum
 * unless the policy says otherwise. The amount of a violation is in moves as well.
 */
export const shareCheck: RuleCheck<ShareParams> = {
  check: (params, entry, facts) => {
    const whole = countedMoves(facts).filter(moveTest(params.of, facts));
    const part = whole.filter(moveTest(params.set, facts)).length;
    const least = params.bound === "atLeast";
    const target = shareOf(params.share, whole.length, params);
    const reading = { unit: "moves", value: part, target, sense: params.bound } as const;
    const amount = missedBy(reading);
    const finding = shareFindings.say.missed({ part, whole: whole.length, target, least });
    return {
      measures: [measureOf(entry, reading)],
      violations: amount === 0 ? [] : [violationOf(entry, { about: COUNTY, amount, unit: "moves", finding })],
    };
  },
};
