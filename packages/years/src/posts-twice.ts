import type { Policy } from "@lungang/core/policy";
import { postBalanceMeaning, rulesOf } from "@lungang/core/policy";
import type { DecidedCounty } from "@lungang/core/policy";
import { postName } from "@lungang/core";
import { mostNeeded } from "@lungang/core/recount";
import type { YearsFinding } from "./findings.ts";
import { LedgerWalk } from "./ledger-walk.ts";

/** A year after its lines have been carried out. */
interface WalkedYear {
  readonly policy: Policy;
  readonly walk: LedgerWalk;
  readonly eligibility: DecidedCounty;
  /** The year if nobody had started anything. */
  readonly still: DecidedCounty;
}

/**
 * Returns the posts to which somebody has come back though others had come there: they hold more people than they need, and than
 * if nobody had moved. The rule of a year lets in whoever comes back.
 */
export function postsTwice({ policy, walk, eligibility, still }: WalkedYear): readonly YearsFinding[] {
  const balance = rulesOf(policy.rules, postBalanceMeaning);
  if (!balance.some(({ params }) => params.growth === "never")) return [];
  const year = eligibility.county.instance.planYear;
  const { posts } = walk.heads(eligibility);
  const unmoved = LedgerWalk.settled(still).heads(still).posts;
  return still.county.cells.flatMap((cell): YearsFinding[] => {
    if (still.inScope[cell.school] !== 1) return [];
    const amount = (posts.get(cell.key) ?? 0) - Math.max(mostNeeded(cell), unmoved.get(cell.key) ?? 0);
    if (amount <= 0) return [];
    const [came, back] = [walk.broughtTo(cell.key, "came", eligibility), walk.broughtTo(cell.key, "back", eligibility)];
    if (came.length === 0 || back.length === 0) return [];
    const about = { kind: "post", post: postName(cell) } as const;
    // The rules of every year are kept: it is told, and no reason to refuse the plans.
    return [{ code: "post-filled-twice", year, about, amount, came, back, strength: "soft" }];
  });
}
