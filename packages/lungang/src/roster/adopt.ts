import type { Issue } from "@lungang/core";
import { hasError, planOfRoster } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Roster } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import type { VerifyOutcome } from "../outcome/verify-outcome.ts";
import { verifyPlan, verifyStated } from "../outcome/verify-outcome.ts";
import { FailedVerificationError } from "../session/plan-year.ts";
import type { RosterChange } from "./changes.ts";
import { changesOf } from "./changes.ts";
import { completeRoster } from "./complete-roster.ts";

/**
 * What came of adopting a roster: `adopted` with the plan that it makes, `broken` where it breaks a rule, `invalid` where a
 * line cannot be read.
 *
 * @public
 */
export type AdoptOutcome =
  | {
      readonly status: "adopted";
      readonly plan: Plan;
      readonly changes: readonly RosterChange[];
      readonly verified: VerifyOutcome;
      readonly issues: readonly Issue[];
    }
  | {
      readonly status: "broken";
      readonly changes: readonly RosterChange[];
      readonly verified: VerifyOutcome;
      readonly issues: readonly Issue[];
    }
  | { readonly status: "invalid"; readonly issues: readonly Issue[] };

/**
 * Makes the plan of a roster that people edited: what follows from their edits is recomputed, every rule recounted, and
 * the plan is verified like one that was solved.
 *
 * @param before - the plan that the roster was made from, for what was changed; without it nothing counts as planned
 * @throws {@link FailedVerificationError} if the plan failed its verification though the roster passed
 * @public
 */
export async function adoptRoster(planningCase: PlanningCase, roster: Roster, before?: Plan): Promise<AdoptOutcome> {
  const completed = completeRoster(planningCase, roster, before?.moves);
  if (!completed.ok) return { status: "invalid", issues: completed.issues };
  const verified = verifyStated(planningCase, completed.value);
  const issues = [...completed.warnings, ...verified.issues];
  if (hasError(issues)) return { status: "invalid", issues };
  const { manifest, ...planned } = before ?? NOTHING;
  const plan = await planOfRoster({ ...planningCase, ...completed.value }, manifest.seed);
  const changes = changesOf(planningCase.instance, planned, plan);
  if (!verified.ok) return { status: "broken", changes, verified, issues };
  return { status: "adopted", plan, changes, verified: await mustBeVerified(planningCase, plan), issues };
}

/** No plan leaves before a second reading has found the same. */
async function mustBeVerified(planningCase: PlanningCase, plan: Plan): Promise<VerifyOutcome> {
  const read = await verifyPlan(planningCase, plan);
  if (!read.ok) throw new FailedVerificationError(read.violations[0]?.message.en ?? read.message.en);
  return read;
}

/** What is known of a plan that is not known: nobody is planned to go, and its seed stands for none. */
const NOTHING = { moves: [], returns: [], participations: [], itineraries: [], manifest: { seed: "1" } };
