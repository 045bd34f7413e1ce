import type { RuleDefinition } from "../definition.ts";
import { leaderPostsCheck } from "./check.ts";
import { addLeaderPostsRows } from "./rows.ts";
import type { LeaderPostsParams } from "./schema.ts";
import { leaderPostsMeaning } from "./schema.ts";
import { leaderPostsFindings, leaderPostsText } from "./text.ts";

/** Everything about the rule `leaderPosts`. */
export const leaderPostsRule: RuleDefinition<LeaderPostsParams> = {
  meaning: leaderPostsMeaning,
  text: leaderPostsText,
  findings: leaderPostsFindings,
  rows: addLeaderPostsRows,
  overYears: { rows: "same" },
  check: leaderPostsCheck,
};
