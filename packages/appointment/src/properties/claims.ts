import type { RuleName } from "../market/rule.ts";
import type { PropertyName } from "./finding.ts";

const PLACES: readonly PropertyName[] = ["seatsKept", "onlyWished", "ownPostKept"];

/** What every rule claims of its result; each claim is checked on any result, also on one made by hand. */
export const CLAIMS: Readonly<Record<RuleName, readonly PropertyName[]>> = {
  acceptance: [...PLACES, "noJustifiedEnvy", "noWaste"],
  trading: [...PLACES, "noWaste", "noImprovingTrade"],
  twoSided: [...PLACES, "noBlockingPair"],
  floors: [...PLACES, "floorsHold", "fairAmongFree"],
  examination: ["seatsKept", "onlyWished", "examinationOrder"],
  cycles: [...PLACES, "onlyShortCircles", "noShortCircle"],
  swaps: ["onlyNamedSwaps", "agreedSwapsMade"],
};
