import type { Checked } from "@lungang/core";
import { hasError } from "@lungang/core";
import type { Market } from "../market/market.ts";
import type { Rule } from "../market/rule.ts";
import type { StableOptions } from "../program/two-levels.ts";
import type { Appointment } from "./appoint.ts";
import { appointed } from "./appoint.ts";
import { notesOnRule } from "./notes.ts";
import { settle } from "./settle.ts";

/**
 * Decides who gets which post as `appoint` does; where posts of titles lead its search round in a circle, an integer program
 * looks for an appointment that keeps them and passes nobody over, or proves that there is none.
 */
export async function appointWithinTitles(
  market: Market,
  rule: Rule,
  options: StableOptions,
): Promise<Checked<Appointment>> {
  const issues = notesOnRule(market, rule);
  if (hasError(issues)) return { ok: false, issues };
  return appointed(market, rule, { ...(await settle(market, rule, options)), issues });
}
