import { postName } from "../../instance/cells.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { cellCounts } from "../postBalance/check.ts";
import type { LeaderPostsParams } from "./schema.ts";
import { leaderPostsFindings } from "./text.ts";

/** Recomputes that posts of the offices named are filled as before, as far as they are needed. */
export const leaderPostsCheck: RuleCheck<LeaderPostsParams> = {
  check: (params, entry, facts) => {
    const posts = cellCounts(facts)
      .filter(
        ({ cell }) => cell.kind === "management" && cell.office !== undefined && params.offices.includes(cell.office),
      )
      .map(({ cell, before, after }) => ({ cell, after, least: Math.min(cell.demand, before) }));
    const broken = posts.filter(({ after, least }) => after < least);
    const target = posts.reduce((sum, { least }) => sum + least, 0);
    const missing = broken.reduce((sum, { after, least }) => sum + least - after, 0);
    return {
      measures: [measureOf(entry, { unit: "heads", value: target - missing, target, sense: "atLeast" })],
      violations: broken.map((post) =>
        violationOf(entry, {
          about: { kind: "post", post: postName(post.cell) },
          amount: post.least - post.after,
          unit: "heads",
          finding: leaderPostsFindings.say.empty({ after: post.after, least: post.least }),
        }),
      ),
    };
  },
};
