import type { ActiveRule, Eligibility, Instance, Issue, Lock, Measure, Policy, Reason, Standing } from "@lungang/core";
import {
  activeRules,
  compareText,
  decideEligibility,
  hasError,
  indexCounty,
  quotaBase,
  verifyRoster,
} from "@lungang/core";

/** How many people one reason applies to, also where a stronger one decided. */
export interface ReasonCount {
  readonly code: string;
  readonly rule: string;
  readonly source: string;
  readonly text: Reason["text"];
  readonly count: number;
}

/** What a quota asks for before anybody moves. */
export interface QuotaNeed {
  readonly rule: string;
  readonly source: string;
  /** School, zone, township or alliance; absent for the county. */
  readonly subject?: string;
  /** People in the base of the quota, over all subjects. */
  readonly base: number;
  readonly target: number;
  readonly sense: Measure["sense"];
}

/** Heads needed and there in one subject of one stage, over the schools in scope. */
export interface SubjectBalance {
  readonly stage: string;
  readonly subject: string;
  readonly demand: number;
  readonly people: number;
  /** Heads that posts lack, added up over schools. */
  readonly missing: number;
  /** Heads beyond what posts need, added up over schools. */
  readonly surplus: number;
}

/** What is known before any solve. */
export interface CheckReport {
  readonly county: { readonly id: string; readonly name: string; readonly planYear: number };
  readonly counts: {
    readonly schools: number;
    readonly schoolsInScope: number;
    readonly people: number;
    readonly posts: number;
  };
  readonly standings: readonly { readonly standing: Standing; readonly count: number }[];
  readonly reasons: readonly ReasonCount[];
  readonly quotas: readonly QuotaNeed[];
  readonly subjects: readonly SubjectBalance[];
  readonly schools: {
    readonly overEstablishment: number;
    readonly underEstablishment: number;
    readonly headsOver: number;
    readonly headsUnder: number;
  };
  readonly issues: readonly Issue[];
}

/** What is checked. */
export interface CheckInput {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
}

/** Brings an instance and a policy together and counts; with an error among the issues the counts are of little use. */
export function checkReport({ instance, policy, locks }: CheckInput): CheckReport {
  const { county, issues: postIssues } = indexCounty(instance);
  const eligibility = decideEligibility(county, policy, locks);
  const { issues: ruleIssues } = activeRules(policy);
  const issues = [...postIssues, ...ruleIssues, ...eligibility.issues];
  return {
    county: { id: instance.county.id, name: instance.county.name, planYear: instance.planYear },
    counts: {
      schools: instance.schools.length,
      schoolsInScope: eligibility.inScope.filter((flag) => flag === 1).length,
      people: instance.persons.length,
      posts: instance.posts.length,
    },
    standings: countStandings(eligibility),
    reasons: countReasons(eligibility),
    quotas: hasError(issues) ? [] : quotaNeeds(eligibility, { instance, policy, locks }),
    subjects: subjectBalances(eligibility),
    schools: establishmentCounts(eligibility),
    issues,
  };
}

function countStandings({ decisions }: Eligibility): CheckReport["standings"] {
  const counts = new Map<Standing, number>();
  for (const { standing } of decisions) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  return [...counts]
    .map(([standing, count]) => ({ standing, count }))
    .sort((a, b) => b.count - a.count || compareText(a.standing, b.standing));
}

function countReasons({ decisions }: Eligibility): readonly ReasonCount[] {
  const counts = new Map<string, ReasonCount>();
  for (const { reasons } of decisions) {
    for (const { code, rule, source, text } of reasons) {
      const key = code === "held" || code === "pinned" ? code : `${code}/${rule}`;
      counts.set(key, { code, rule, source, text, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => compareText(a.code, b.code) || b.count - a.count);
}

/** A plan in which everybody stays says what every quota asks for. */
function quotaNeeds(eligibility: Eligibility, input: CheckInput): readonly QuotaNeed[] {
  const { measures } = verifyRoster({ ...input, moves: [], returns: [] });
  const isQuota = (active: ActiveRule): active is ActiveRule<"quota"> => active.rule === "quota";
  return activeRules(input.policy)
    .rules.filter(isQuota)
    .flatMap((active): QuotaNeed[] => {
      const base = quotaBase(eligibility, active.params).reduce((sum, flag) => sum + flag, 0);
      return measures
        .filter((measure) => measure.rule === active.entry.id)
        .map(({ rule, source, subject, target, sense }) => ({
          rule,
          source,
          ...(subject === undefined ? {} : { subject }),
          base,
          target,
          sense,
        }));
    });
}

function subjectBalances({ county, context, inScope }: Eligibility): readonly SubjectBalance[] {
  const balances = new Map<string, SubjectBalance>();
  county.cells.forEach(({ kind, school, stage = "", subject = "", demand }, index) => {
    if (kind !== "teaching" || inScope[school] !== 1) return;
    const people = context.cellHeadcount[index] as number;
    const key = `${stage}/${subject}`;
    const before = balances.get(key) ?? { stage, subject, demand: 0, people: 0, missing: 0, surplus: 0 };
    balances.set(key, {
      ...before,
      demand: before.demand + demand,
      people: before.people + people,
      missing: before.missing + Math.max(0, demand - people),
      surplus: before.surplus + Math.max(0, people - demand),
    });
  });
  return [...balances.values()].sort((a, b) => compareText(a.stage, b.stage) || b.missing - a.missing);
}

function establishmentCounts({ county, context, inScope }: Eligibility): CheckReport["schools"] {
  const gaps = county.schools.flatMap(({ establishment }, index) =>
    inScope[index] === 1 && establishment !== undefined ? [(context.workingHeadcount[index] ?? 0) - establishment] : [],
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
