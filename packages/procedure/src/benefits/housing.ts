import { compareText } from "@lungang/core";
import { NONE } from "@lungang/core";
import type { BenefitEntry } from "@lungang/core/policy";
import type { BenefitContext } from "./context.ts";
import { exchangeOf, isRural, peopleOf, personAt, schoolAt } from "./context.ts";
import { serviceRange } from "./service.ts";

/**
 * A person who needs a room, and the place in the order of the school.
 *
 * @public
 */
export interface HousingFinding {
  readonly entry: BenefitEntry;
  readonly person: number;
  /** School worked at under the plan. */
  readonly school: number;
  /** 1 exchanged to the country, 2 long in the country, 3 everybody else. */
  readonly group: 1 | 2 | 3;
  /** Place at the school, counted from 1. */
  readonly rank: number;
  /** Whether a room is left; unknown where nobody states the rooms of the school. */
  readonly housed: boolean | null;
}

/**
 * Returns who needs a room at the rural schools, in the order of the policy: people exchanged to the country first,
 * then those longest in the country; who has less than the years of long service that the policy states comes last (YL-28).
 *
 * Within a group those with more rural years come first, then those who live farther away, then the order of ids.
 */
export function housingOrder(entry: BenefitEntry, context: BenefitContext): readonly HousingFinding[] {
  const bySchool = new Map<number, Claim[]>();
  for (const person of peopleOf(entry, context)) {
    const school = context.worksAfter[person] as number;
    if (!personAt(context, person).housingNeed || !isRural(schoolAt(context, school))) continue;
    bySchool.set(school, [...(bySchool.get(school) ?? []), claimOf(entry, context, person)]);
  }
  return [...bySchool]
    .sort(([a], [b]) => a - b)
    .flatMap(([school, claims]) => {
      const rooms = schoolAt(context, school)?.roomsAvailable;
      return claims.sort(compareClaims).map(({ person, group }, index) => ({
        entry,
        person,
        school,
        group,
        rank: index + 1,
        housed: rooms === undefined ? null : index < rooms,
      }));
    });
}

interface Claim {
  readonly person: number;
  readonly id: string;
  readonly group: 1 | 2 | 3;
  readonly years: number;
  readonly metres: number;
}

function claimOf(entry: BenefitEntry, context: BenefitContext, person: number): Claim {
  const { county } = context.eligibility;
  const years = serviceRange("ruralYears", entry, { context, person, afterPlan: false }).low;
  const home = county.home[person] as number;
  const guest = home !== NONE && home !== context.worksAfter[person];
  const long = years >= (entry.longServiceYears ?? 0);
  return {
    person,
    id: personAt(context, person).id,
    group: guest || exchangeOf(context, person) !== undefined ? 1 : long ? 2 : 3,
    years,
    metres: context.moves.get(person)?.distanceMetres ?? 0,
  };
}

function compareClaims(a: Claim, b: Claim): number {
  return a.group - b.group || b.years - a.years || b.metres - a.metres || compareText(a.id, b.id);
}
