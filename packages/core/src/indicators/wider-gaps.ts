import { words } from "../instance/vocabulary.ts";
import type { Text } from "../instance/issue.ts";
import type { Indicators } from "./indicators.ts";

/**
 * A coefficient of variation between schools that a plan makes larger.
 *
 * @public
 */
export interface WiderGap {
  /** Key of the indicator after the plan. */
  readonly key: string;
  /** Stage and people in words. */
  readonly stage: Text;
  readonly who: Text;
  /** At the two decimals that reports show: what does not differ there is not wider. */
  readonly before: string;
  readonly after: string;
}

const SETS = {
  backbone: { zh: "骨干教师", en: "backbone teachers" },
  senior: { zh: "高级职称教师", en: "teachers with a senior title" },
} as const;

const DECIMALS = 2;

/**
 * Returns the gaps between schools that a plan makes wider, from its indicators.
 *
 * @public
 */
export function widerGaps(indicators: Indicators): readonly WiderGap[] {
  return Object.keys(indicators).flatMap((key): WiderGap[] => {
    const [, set, stage] = /^(backbone|senior)Cv\.(\w+)\.after$/u.exec(key) ?? [];
    if (set === undefined || stage === undefined) return [];
    const after = indicators[key]?.toFixed(DECIMALS);
    const before = indicators[`${set}Cv.${stage}.before`]?.toFixed(DECIMALS);
    if (after === undefined || before === undefined || Number(after) <= Number(before)) return [];
    const where = words.stage[stage as keyof typeof words.stage];
    return [{ key, stage: where, who: SETS[set as keyof typeof SETS], before, after }];
  });
}
