import { COUNTRYSIDE } from "./countryside.ts";
import { MORE } from "./more.ts";
import { NOTICES } from "./notices.ts";
import { REGULATIONS } from "./regulations.ts";
import type { SmallCase } from "./small.ts";

/** One small county for every policy that ships. */
export const CASES: readonly SmallCase[] = [...NOTICES, ...COUNTRYSIDE, ...REGULATIONS];

/** Returns the small counties of a policy: the one whose plan is kept in `golden/`, then those in which other parts bind. */
export function casesOf(policy: string): readonly [SmallCase, ...SmallCase[]] {
  const [first, ...others] = [...CASES, ...MORE].filter((entry) => entry.policy === policy);
  if (first === undefined) throw new Error(`No small county for "${policy}"`);
  return [first, ...others];
}
