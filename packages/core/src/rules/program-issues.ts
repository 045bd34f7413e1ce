import type { Issue } from "../instance/issue.ts";
import { balanceIssues } from "./balance/issues.ts";
import type { RowsContext } from "./rows-types.ts";

/** Returns what keeps rules from being written as rows, known once the candidate moves are. */
export function programIssues(context: Pick<RowsContext, "eligibility" | "moves" | "rules">): readonly Issue[] {
  return balanceIssues(context);
}
