import type { Standing } from "../eligibility/decision.ts";
import { mayMove } from "../eligibility/decision.ts";
import type { Eligibility } from "../eligibility/eligibility.ts";
import type { Lock } from "../eligibility/locks.ts";
import type { Instance } from "../instance/instance.ts";
import type { Issue, Text } from "../instance/issue.ts";
import { compareText } from "../instance/canonical.ts";
import { candidateMoves } from "../moves/candidates.ts";
import type { Policy } from "../policy/policy.ts";
import type { Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import { quotaGroups, totalBound } from "../rules/bounds-of-total.ts";
import { startHeadcounts } from "../rules/headcounts.ts";
import { rulesOf } from "../rules/schemas.ts";
import { hasError } from "../instance/issue.ts";

/** How many people one reason applies to. */
export interface ReasonCount {
  readonly code: string;
  readonly rule: string;
  readonly source: string;
  readonly text: Text;
  readonly sensitive: boolean;
  readonly people: number;
}

/** What one quota asks for. */
export interface QuotaPreview {
  readonly rule: string;
  readonly source: string;
  /** School, zone or alliance; empty for the county. */
  readonly group: string;
  readonly base: number;
  readonly required: number;
  readonly bound: "atLeast" | "atMost";
}

/** Heads needed and there, by kind, stage and subject, over the schools in scope. */
export interface SupplyDemand {
  readonly kind: string;
  readonly stage: string | null;
  /** Subject of teaching posts, office of management posts. */
  readonly subject: string | null;
  readonly demand: number;
  readonly supply: number;
  /** Heads missing and heads too many, summed over schools. */
  readonly shortfall: number;
  readonly surplus: number;
  /** People of these posts who may move. */
  readonly movable: number;
}

/** What is known of a county before any solve. */
export interface CountyCheck {
  readonly issues: readonly Issue[];
  readonly schoolsInScope: number;
  readonly people: number;
  readonly standings: Readonly<Partial<Record<Standing, number>>>;
  readonly reasons: readonly ReasonCount[];
  readonly quotas: readonly QuotaPreview[];
  /** Most moves of people other than volunteers and recruits. */
  readonly totalBound: number | null;
  readonly supplyDemand: readonly SupplyDemand[];
  /** Absent where issues forbid making candidates. */
  readonly candidateMoves: number | null;
}

/** Returns problems, who is eligible and exempt, the quotas, and supply and demand, without any solve. */
export function checkCounty(instance: Instance, policy: Policy, locks: readonly Lock[] = []): CountyCheck {
  const prepared = prepare(instance, policy, locks);
  const { eligibility, issues } = prepared;
  const stopped = hasError(issues);
  return {
    issues,
    schoolsInScope: eligibility.inScope.filter((yes) => yes === 1).length,
    people: instance.persons.length,
    standings: countStandings(eligibility),
    reasons: countReasons(eligibility),
    ...(stopped ? { quotas: [], totalBound: null } : previewQuotas(prepared)),
    supplyDemand: supplyDemand(eligibility),
    candidateMoves: stopped ? null : candidateMoves(eligibility, prepared.travel).count,
  };
}

function countStandings({ decisions }: Eligibility): Partial<Record<Standing, number>> {
  const counts: Partial<Record<Standing, number>> = {};
  for (const { standing } of decisions) counts[standing] = (counts[standing] ?? 0) + 1;
  return counts;
}

function countReasons({ decisions }: Eligibility): readonly ReasonCount[] {
  const counts = new Map<string, ReasonCount>();
  for (const { reasons } of decisions) {
    for (const { code, rule, source, text, sensitive } of reasons) {
      const key = JSON.stringify([code, rule]);
      // Some texts name a date or a reason of one person; the count keeps the first.
      counts.set(key, { code, rule, source, text, sensitive, people: (counts.get(key)?.people ?? 0) + 1 });
    }
  }
  return [...counts.entries()].sort(([a], [b]) => compareText(a, b)).map(([, count]) => count);
}

function previewQuotas({ eligibility, rules }: Prepared): Pick<CountyCheck, "quotas" | "totalBound"> {
  const quotas = rulesOf(rules, "quota").flatMap(({ entry, params }) =>
    quotaGroups(eligibility, params).map(({ name, baseCount, required }) => ({
      rule: entry.id,
      source: entry.source,
      group: name,
      base: baseCount,
      required,
      bound: params.bound,
    })),
  );
  return { quotas, totalBound: totalBound(eligibility, rules) };
}

function supplyDemand(eligibility: Eligibility): readonly SupplyDemand[] {
  const { county, decisions, inScope } = eligibility;
  const { cells: heads } = startHeadcounts(eligibility);
  const movable = new Int32Array(county.cells.length);
  decisions.forEach(({ standing }, person) => {
    const cell = county.cellOf[person] as number;
    if (cell >= 0 && mayMove(standing)) movable[cell] = (movable[cell] as number) + 1;
  });
  const rows = new Map<string, SupplyDemand>();
  county.cells.forEach((cell, index) => {
    if (inScope[cell.school] !== 1) return;
    const name = { kind: cell.kind, stage: cell.stage ?? null, subject: cell.subject ?? cell.office ?? null };
    const key = JSON.stringify(Object.values(name));
    const row = rows.get(key) ?? { ...name, demand: 0, supply: 0, shortfall: 0, surplus: 0, movable: 0 };
    const gap = cell.demand - (heads[index] as number);
    rows.set(key, {
      ...row,
      demand: row.demand + cell.demand,
      supply: row.supply + (heads[index] as number),
      shortfall: row.shortfall + Math.max(0, gap),
      surplus: row.surplus + Math.max(0, -gap),
      movable: row.movable + (movable[index] as number),
    });
  });
  return [...rows.entries()].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row);
}
