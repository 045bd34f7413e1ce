import type { Checked } from "@lungang/core";
import { checked } from "@lungang/core";
import { readAppointment } from "../market/appointment-document.ts";
import type { Market } from "../market/market.ts";
import { preparedMarket } from "../market/prepare.ts";
import type { Rule } from "../market/rule.ts";
import type { PropertyFinding } from "../properties/finding.ts";
import { checkProperties } from "../properties/properties.ts";
import type { Appointment } from "./appoint.ts";
import { appoint } from "./appoint.ts";

/** A rule beside others: what it moves and what it leaves undone. */
export interface RuleComparison {
  readonly appointment: Appointment;
  /** Who is passed over for somebody behind him, by name. */
  readonly envy: readonly PropertyFinding[];
  /** A trade that everybody in it would like, if one is left. */
  readonly trades: readonly PropertyFinding[];
  readonly waste: readonly PropertyFinding[];
}

/**
 * Decides a market by several rules side by side: by default acceptance, which moves few and passes over nobody, and
 * trading, which moves more (about three times as many in Combe, Tercieux and Terrier 2022) and lists who is passed over.
 */
export function compareRules(
  market: Market,
  rules: readonly Rule[] = [{ name: "acceptance" }, { name: "trading" }],
): Checked<readonly RuleComparison[]> {
  const runs = rules.map((rule) => appoint(market, rule));
  const issues = runs.flatMap((run) => (run.ok ? run.warnings : run.issues));
  const comparisons = runs.flatMap((run) => (run.ok ? [compare(market, run.value)] : []));
  return checked(comparisons, issues);
}

function compare(market: Market, appointment: Appointment): RuleComparison {
  const read = readAppointment(market, appointment);
  if (!read.ok) throw new Error("An appointment of our own cannot be read");
  const question = { market: preparedMarket(market, appointment.rule.name), placement: read.value.placement };
  return {
    appointment,
    envy: checkProperties(question, ["noJustifiedEnvy"]),
    trades: checkProperties(question, ["noImprovingTrade"]),
    waste: checkProperties(question, ["noWaste"]),
  };
}
