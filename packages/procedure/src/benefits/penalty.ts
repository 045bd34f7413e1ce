import type { IsoDate } from "@lungang/core";
import { addMonths } from "@lungang/core";
import { lastDayOfMonths } from "@lungang/core/plan";
import type { BenefitEntry, PenaltyFlag, PenaltyTrigger } from "@lungang/core/policy";
import type { BenefitContext, ConductRecord } from "./context.ts";
import { peopleOf, personAt } from "./context.ts";

const MONTHS = 12;

/**
 * What follows for one person.
 *
 * @public
 */
export interface PenaltyFinding {
  readonly entry: BenefitEntry;
  readonly person: number;
  readonly trigger: PenaltyTrigger;
  readonly on: IsoDate;
  /** Last day, where the penalty lasts for stated years. */
  readonly until?: IsoDate;
  readonly flags: readonly PenaltyFlag[];
  readonly deductShare?: string;
  readonly capShare?: string;
}

/** Returns what follows from recorded conduct and from exchanges that failed in the year before the cut-off. */
export function penalties(entry: BenefitEntry, context: BenefitContext): readonly PenaltyFinding[] {
  const concerned = new Set(peopleOf(entry, context));
  const { personIndex } = context.eligibility.county;
  return [...context.conduct, ...failures(context)].flatMap(({ person: id, trigger, on }): PenaltyFinding[] => {
    const person = personIndex.get(id);
    if (person === undefined || !concerned.has(person) || entry.on?.includes(trigger) !== true) return [];
    const { years, flags } = entry;
    return [
      {
        entry,
        person,
        trigger,
        on,
        ...(years === undefined ? {} : { until: lastDayOfMonths(on, years * MONTHS) }),
        flags: flags ?? [],
        ...sharesOf(entry, trigger),
      },
    ];
  });
}

/** Where an entry names both, what was not done is deducted now and a failed assessment caps the next year (BQ-11). */
function sharesOf({ deductShare, capShare }: BenefitEntry, trigger: PenaltyTrigger) {
  const failed = trigger === "assessmentFailed";
  return {
    ...(deductShare === undefined || (failed && capShare !== undefined) ? {} : { deductShare: String(deductShare) }),
    ...(capShare === undefined || (!failed && deductShare !== undefined) ? {} : { capShare: String(capShare) }),
  };
}

function failures(context: BenefitContext): readonly ConductRecord[] {
  const { county, context: dates } = context.eligibility;
  const from = addMonths(dates.cutoff, -MONTHS);
  return county.persons.flatMap((_person, index) => {
    const { id, exchanges } = personAt(context, index);
    return exchanges
      .filter(({ pass, end }) => pass === false && end > from && end <= dates.cutoff)
      .map(({ end }) => ({ person: id, trigger: "assessmentFailed" as const, on: end }));
  });
}
