import type { QuotaNeed } from "./quota-needs.ts";
import { quotaNeeds } from "./quota-needs.ts";
import { quotaWarnings } from "./quota-warnings.ts";
import type { Reason, Standing, ReasonCode } from "../eligibility/decision.ts";
import { mayMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Lock } from "../eligibility/locks.ts";
import type { StandingReason } from "../eligibility/standing-reasons.ts";
import { standingReasons } from "../eligibility/standing-reasons.ts";
import { compareText } from "../instance/canonical-json.ts";
import type { Instance } from "../instance/instance.ts";
import type { Issue } from "../instance/issue.ts";
import { hasError } from "../instance/issue.ts";
import { needOf } from "../instance/joined.ts";
import { candidateMoves } from "../moves/candidates.ts";
import type { Policy } from "../policy/resolved.ts";
import { totalBound } from "../rules/total/bound.ts";
import type { StartHeadcounts } from "../formulation/headcounts.ts";
import { policyEffects } from "./policy-effects.ts";
import { programIssues } from "./program-issues.ts";
import { startHeadcounts } from "../formulation/headcounts.ts";
import type { Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import { staffWarnings } from "./staff-warnings.ts";

/**
 * How many people one reason applies to, also where a stronger one decided.
 *
 * @public
 */
export interface ReasonCount {
  readonly code: ReasonCode;
  readonly rule: string;
  readonly source: string;
  readonly text: Reason["text"];
  readonly count: number;
}

/**
 * Heads needed and there in one subject of one stage, over the schools in scope.
 *
 * @public
 */
export interface SubjectBalance {
  readonly stage: string;
  readonly subject: string;
  readonly demand: number;
  readonly people: number;
  /** Heads that posts lack and heads beyond what they need, added up over schools. */
  readonly missing: number;
  readonly surplus: number;
  /** People of these posts who may move. */
  readonly movable: number;
}

/**
 * How one person stands before any solve, and why.
 *
 * @public
 */
export interface PersonStanding {
  readonly person: string;
  /** School worked at; absent for recruits. */
  readonly school: string | null;
  readonly standing: Standing;
  readonly reasons: readonly StandingReason[];
}

/**
 * What is known of a county before any solve.
 *
 * @public
 */
export interface CountyCheck {
  readonly county: { readonly id: string; readonly name: string; readonly planYear: number };
  readonly counts: {
    readonly schools: number;
    readonly schoolsInScope: number;
    readonly people: number;
    readonly posts: number;
    /** Absent where an issue forbids making candidates. */
    readonly candidateMoves?: number;
  };
  readonly standings: readonly { readonly standing: Standing; readonly count: number }[];
  readonly reasons: readonly ReasonCount[];
  /** Everybody in scope, in the order of the county. */
  readonly people: readonly PersonStanding[];
  readonly quotas: readonly QuotaNeed[];
  /** Most moves of people other than volunteers and recruits. */
  readonly totalBound?: number;
  readonly subjects: readonly SubjectBalance[];
  readonly schools: {
    readonly overEstablishment: number;
    readonly underEstablishment: number;
    readonly headsOver: number;
    readonly headsUnder: number;
  };
  readonly issues: readonly Issue[];
}

/**
 * Returns problems, who is eligible and exempt, the quotas, supply and demand, without any solve.
 *
 * With an error among the issues the counts are of little use; quotas and candidates are then left out.
 *
 * @public
 */
export function checkCounty(instance: Instance, policy: Policy, locks: readonly Lock[] = []): CountyCheck {
  const prepared = prepare(instance, policy, locks);
  const { eligibility, issues, travel } = prepared;
  const sound = !hasError(issues);
  const moves = sound ? candidateMoves(eligibility, travel) : undefined;
  const start = startHeadcounts(eligibility);
  return {
    county: { id: instance.county.id, name: instance.county.name, planYear: instance.planYear },
    counts: {
      schools: instance.schools.length,
      schoolsInScope: eligibility.inScope.filter((yes) => yes === 1).length,
      people: instance.persons.length,
      posts: instance.posts.length,
      ...(moves === undefined ? {} : { candidateMoves: moves.count }),
    },
    standings: countStandings(eligibility),
    reasons: countReasons(eligibility),
    people: standingsOf(eligibility),
    quotas: sound ? quotaNeeds(prepared) : [],
    ...(sound ? boundOfTotal(prepared) : {}),
    subjects: subjectBalances(eligibility, start),
    schools: establishmentCounts(eligibility, start),
    issues:
      moves === undefined
        ? issues
        : [
            ...issues,
            ...programIssues({ ...prepared, moves }),
            ...quotaWarnings(prepared, moves),
            ...policyEffects({ policy, eligibility, moves }),
            ...staffWarnings(eligibility),
          ],
  };
}

/** Nothing where no entry bounds the total from above. */
function boundOfTotal({ eligibility, rules }: Prepared): Pick<CountyCheck, "totalBound"> {
  const bound = totalBound(eligibility, rules);
  return Number.isFinite(bound) ? { totalBound: bound } : {};
}

function countStandings({ decisions }: DecidedCounty): CountyCheck["standings"] {
  const counts = new Map<Standing, number>();
  for (const { standing } of decisions) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  return [...counts]
    .map(([standing, count]) => ({ standing, count }))
    .sort((a, b) => b.count - a.count || compareText(a.standing, b.standing));
}

function standingsOf(decided: DecidedCounty): readonly PersonStanding[] {
  const { county, decisions } = decided;
  const reasonsOf = standingReasons(decided);
  return decisions.flatMap(({ standing }, index): PersonStanding[] => {
    if (standing === "outOfScope") return [];
    const person = county.persons[index]?.id ?? "";
    const school = county.schools[county.works[index] as number]?.id ?? null;
    return [{ person, school, standing, reasons: reasonsOf(index) }];
  });
}

function countReasons({ decisions }: DecidedCounty): readonly ReasonCount[] {
  const counts = new Map<string, ReasonCount>();
  for (const { reasons } of decisions) {
    for (const { code, rule, source, text } of reasons) {
      const key = code === "held" || code === "pinned" ? code : `${code}/${rule}`;
      counts.set(key, { code, rule, source, text, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => compareText(a.code, b.code) || b.count - a.count);
}

function subjectBalances(
  { county, decisions, inScope }: DecidedCounty,
  start: StartHeadcounts,
): readonly SubjectBalance[] {
  const movable = new Int32Array(county.cells.length);
  decisions.forEach(({ standing }, person) => {
    const cell = county.cellOf[person] as number;
    if (cell >= 0 && mayMove(standing)) movable[cell] = (movable[cell] as number) + 1;
  });
  const balances = new Map<string, SubjectBalance>();
  county.cells.forEach(({ kind, school, stage = "", subject = "" }, index) => {
    if (kind !== "teaching" || inScope[school] !== 1) return;
    const demand = needOf(county, start.cells, index);
    const people = start.cells[index] as number;
    const key = `${stage}/${subject}`;
    const nobody = { demand: 0, people: 0, missing: 0, surplus: 0, movable: 0 };
    const before = balances.get(key) ?? { stage, subject, ...nobody };
    balances.set(key, {
      ...before,
      demand: before.demand + demand,
      people: before.people + people,
      missing: before.missing + Math.max(0, demand - people),
      surplus: before.surplus + Math.max(0, people - demand),
      movable: before.movable + (movable[index] as number),
    });
  });
  return [...balances.values()].sort(
    (a, b) => compareText(a.stage, b.stage) || b.missing - a.missing || compareText(a.subject, b.subject),
  );
}

function establishmentCounts({ county, inScope }: DecidedCounty, start: StartHeadcounts): CountyCheck["schools"] {
  const gaps = county.schools.flatMap(({ establishment }, index) =>
    inScope[index] === 1 && establishment !== undefined ? [(start.working[index] as number) - establishment] : [],
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const over = gaps.filter((gap) => gap > 0);
  const under = gaps.filter((gap) => gap < 0);
  return {
    overEstablishment: over.length,
    underEstablishment: under.length,
    headsOver: sum(over),
    headsUnder: -sum(under),
  };
}
