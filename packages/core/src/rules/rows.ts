import { addBalanceRows } from "./balance/rows.ts";
import { addBatchesRows } from "./batches/rows.ts";
import { addChangesRows } from "./changes/rows.ts";
import { addDirectionRows } from "./direction/rows.ts";
import { addDirectionMatrixRows } from "./directionMatrix/rows.ts";
import { addEstablishmentRows } from "./establishment/rows.ts";
import { addFairBurdenRows } from "./fairBurden/rows.ts";
import { addItinerantRows } from "./itinerant/rows.ts";
import { addLeaderPostsRows } from "./leaderPosts/rows.ts";
import { addMustMoveRows } from "./mustMove/rows.ts";
import { addNearnessRows } from "./nearness/rows.ts";
import { addNetInflowRows } from "./netInflow/rows.ts";
import { addNewRecruitsRows } from "./newRecruits/rows.ts";
import { addPairBalanceRows } from "./pairBalance/rows.ts";
import { addParticipationRows } from "./participation/rows.ts";
import { addPerSchoolRows } from "./perSchool/rows.ts";
import { addPostBalanceRows } from "./postBalance/rows.ts";
import { addPrerequisiteRows } from "./prerequisite/rows.ts";
import { addQuotaRows } from "./quota/rows.ts";
import type { AddRows, RowsContext } from "./rows-types.ts";
import type { ActiveRule, RuleName, RuleParams } from "./schemas.ts";
import { addShareRows } from "./share/rows.ts";
import { addStabilityRows } from "./stability/rows.ts";
import { addTeamCapRows } from "./teamCap/rows.ts";
import { addTenureRows } from "./tenure/rows.ts";
import { addTotalRows } from "./total/rows.ts";
import { addWishesRows } from "./wishes/rows.ts";

/** Rows of every rule: one line a folder. */
const ROWS: { readonly [N in RuleName]: AddRows<RuleParams<N>> } = {
  mustMove: addMustMoveRows,
  postBalance: addPostBalanceRows,
  establishment: addEstablishmentRows,
  leaderPosts: addLeaderPostsRows,
  newRecruits: addNewRecruitsRows,
  prerequisite: addPrerequisiteRows,
  quota: addQuotaRows,
  total: addTotalRows,
  share: addShareRows,
  teamCap: addTeamCapRows,
  perSchool: addPerSchoolRows,
  direction: addDirectionRows,
  netInflow: addNetInflowRows,
  directionMatrix: addDirectionMatrixRows,
  balance: addBalanceRows,
  pairBalance: addPairBalanceRows,
  nearness: addNearnessRows,
  wishes: addWishesRows,
  tenure: addTenureRows,
  fairBurden: addFairBurdenRows,
  stability: addStabilityRows,
  itinerant: addItinerantRows,
  participation: addParticipationRows,
  batches: addBatchesRows,
  changes: addChangesRows,
};

/** Adds the rows, bounds and costs of one rule to the program. */
export function addRows<N extends RuleName>(rule: ActiveRule<N>, context: RowsContext): void {
  const add: AddRows<RuleParams<N>> = ROWS[rule.rule];
  add(rule.params, rule.entry, context);
}
