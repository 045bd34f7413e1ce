import type { Person } from "@lungang/core";
import type { BenefitEntry } from "@lungang/core/policy";
import type { BenefitContext, TitleReview } from "./context.ts";
import { homeOf, isRural, isTown, peopleOf } from "./context.ts";

/**
 * Reviews of one title in some schools.
 *
 * @public
 */
export interface PassCount {
  readonly reviewed: number;
  readonly passed: number;
}

/**
 * How often rural people pass the reviews of a title beside those of towns (BN-11).
 *
 * @public
 */
export interface PassRateFinding {
  readonly entry: BenefitEntry;
  readonly title: Person["professionalTitle"];
  readonly rural: PassCount;
  readonly town: PassCount;
  /** Whether the rural rate is at least that of towns; unknown where one side had no reviews. */
  readonly met: boolean | null;
}

/** Returns the rates of every title that the entry names, by the area of the home school; compared in whole numbers. */
export function passRates(entry: BenefitEntry, context: BenefitContext): readonly PassRateFinding[] {
  const { personIndex } = context.eligibility.county;
  const concerned = new Set(peopleOf(entry, context));
  const among = ({ person }: TitleReview, fits: typeof isRural) => {
    const index = personIndex.get(person) ?? -1;
    return concerned.has(index) && fits(homeOf(context, index));
  };
  return (entry.titles ?? []).map((title) => {
    const reviews = context.reviews.filter((review) => review.title === title);
    const rural = countOf(reviews.filter((review) => among(review, isRural)));
    const town = countOf(reviews.filter((review) => among(review, isTown)));
    const known = rural.reviewed > 0 && town.reviewed > 0;
    const met = known ? rural.passed * town.reviewed >= town.passed * rural.reviewed : null;
    return { entry, title, rural, town, met };
  });
}

function countOf(reviews: readonly TitleReview[]): PassCount {
  return { reviewed: reviews.length, passed: reviews.filter(({ passed }) => passed).length };
}
