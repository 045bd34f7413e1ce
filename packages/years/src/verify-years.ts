import type { Policy } from "@lungang/core/policy";
import { establishmentMeaning } from "@lungang/core/policy";
import type { DecidedCounty } from "@lungang/core/policy";
import { decideEligibility } from "@lungang/core/policy";
import { indexCounty } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { School } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { rulesOf } from "@lungang/core/policy";
import { isHard } from "@lungang/core/policy";
import type { VerifyReport } from "@lungang/core";
import { verifyPlan } from "@lungang/core";
import { checkOf, recountPlan } from "@lungang/core/recount";
import { advanceInstance, stillPlan } from "./advance.ts";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear, recruitsOfYear } from "./base-years.ts";
import type { SchoolBurden } from "./even-burden.ts";
import { BurdenCount } from "./even-burden.ts";
import type { YearsFinding } from "./findings.ts";
import type { Heads } from "./ledger-walk.ts";
import { LedgerWalk } from "./ledger-walk.ts";
import { postsTwice } from "./posts-twice.ts";
import { misstatedPosts, startFindings } from "./year-starts.ts";

/**
 * A person who was due and can no longer be: the age limit has passed.
 *
 * @public
 */
export interface MissedPerson {
  readonly person: string;
  /** Last plan year in which the person was due. */
  readonly year: number;
}

/**
 * What verification over the years finds.
 *
 * @public
 */
export interface YearsReport {
  /** Every year is right on its own, and no hard rule is broken over the years. */
  readonly ok: boolean;
  readonly years: readonly VerifyReport[];
  readonly findings: readonly YearsFinding[];
  /** Different people who exchange; recruits at their first school are not among them. */
  readonly moved: number;
  readonly missed: readonly MissedPerson[];
  /** People who are still due after the last year. */
  readonly waiting: readonly string[];
  /** What every school sends over the years, and its part. */
  readonly burden: readonly SchoolBurden[];
}

/**
 * What years are verified with beside their plans.
 *
 * @public
 */
export interface VerifyYearsOptions {
  /**
   * The county of each year as its plan was made on it.
   *
   * @defaultValue the county that the years before leave behind
   */
  readonly counties?: readonly Instance[];
  /** Called before each year is verified. */
  readonly onYear?: (planYear: number) => void;
}

/**
 * Checks plans of several years: each on the county that those before leave behind, both ledgers of every school and the
 * heads of posts in every year by a walk through the lines of all plans, whether the county of every year has everybody
 * where the plans before say, terms across years, and whether everybody due has moved.
 *
 * @public
 */
export function verifyYears(
  basis: YearsBasis,
  plans: readonly Plan[],
  { counties, onYear }: VerifyYearsOptions = {},
): YearsReport {
  const reports: VerifyReport[] = [];
  const findings: YearsFinding[] = [];
  const duty = new Duty();
  const walk = new LedgerWalk();
  const burden = new BurdenCount();
  let { instance } = basis;
  let base = basis.instance;
  let known: readonly Person[] = [];
  plans.forEach((plan, year) => {
    onYear?.(instance.planYear);
    const policy = policyOfYear(basis, year);
    const locks = basis.locks?.[year] ?? [];
    reports.push(verifyPlan({ instance, policy, locks, plan }));
    const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
    const still = decideEligibility(indexCounty(base).county, policy, locks);
    if (year > 0) findings.push(...startFindings(walk, indexCounty(counties?.[year] ?? instance).county, known));
    walk.meet(eligibility.county);
    known = instance.persons;
    const before = walk.heads(eligibility);
    findings.push(...walk.apply(plan, eligibility));
    const heads = { before, after: walk.heads(eligibility) };
    findings.push(...overfull({ policy, eligibility, now: heads.after, still }));
    findings.push(...postsTwice({ policy, walk, eligibility, still }));
    findings.push(...misstated(plan, heads, instance.planYear), ...misstatedPosts(plan, eligibility.county, heads));
    duty.note(eligibility, plan);
    const { rules } = policy;
    const unmoved = stillPlan(still);
    burden.noteBase(recountPlan({ eligibility: still, rules, checkOf }, unmoved).facts);
    burden.notePlan(recountPlan({ eligibility, rules, checkOf }, plan).facts);
    const next = { policy, ...recruitsOfYear(basis, year + 1) };
    instance = advanceInstance(instance, plan, next);
    base = advanceInstance(base, unmoved, next);
  });
  const last = policyOfYear(basis, plans.length);
  const { missed, waiting } = duty.settle(decideEligibility(indexCounty(instance).county, last, []));
  const ok = reports.every((report) => report.ok) && findings.every(({ strength }) => strength === "soft");
  return { ok, years: reports, findings, moved: duty.moved.size, missed, waiting, burden: burden.schools() };
}

/** Who was due, who has gone, and who can no longer go. */
class Duty {
  readonly moved = new Set<string>();
  readonly #lastDue = new Map<string, number>();

  note({ decisions, county }: DecidedCounty, plan: Plan): void {
    decisions.forEach(({ standing }, index) => {
      const { id } = county.persons[index] as Person;
      if (standing === "due") this.#lastDue.set(id, county.instance.planYear);
    });
    for (const { person, form } of plan.moves) {
      // A recruit who gets the first school exchanges nothing, and the table beside counts recruits apart.
      if (form !== "recruit") this.moved.add(person);
      this.#lastDue.delete(person);
    }
  }

  settle({ decisions, county }: DecidedCounty): Pick<YearsReport, "missed" | "waiting"> {
    const missed: MissedPerson[] = [];
    const waiting: string[] = [];
    for (const [person, year] of [...this.#lastDue].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const decision = decisions[county.personIndex.get(person) ?? -1];
      // Who is exempt for a while may be due again; the age limit never comes back.
      if (decision !== undefined && (decision.meetsDue || decision.exempt)) waiting.push(person);
      else missed.push({ person, year });
    }
    return { missed, waiting };
  }
}

/** Returns schools in which a ledger stands above the establishment because of moves. */
function overfull({
  policy,
  eligibility,
  now,
  still,
}: {
  readonly policy: Policy;
  readonly eligibility: DecidedCounty;
  readonly now: Heads;
  readonly still: DecidedCounty;
}): readonly YearsFinding[] {
  const rules = rulesOf(policy.rules, establishmentMeaning);
  const { county } = eligibility;
  const unmoved = LedgerWalk.settled(still).heads(still);
  const check = (code: "relation-over" | "working-over", ledger: "relation" | "working"): readonly YearsFinding[] => {
    const bounding = rules.filter(({ params }) => params[ledger] === "never");
    if (bounding.length === 0) return [];
    const strength = bounding.some((rule) => isHard(rule)) ? "hard" : "soft";
    return county.schools.flatMap(({ id, establishment }: School, index): YearsFinding[] => {
      if (establishment === undefined || eligibility.inScope[index] !== 1) return [];
      const allowed = Math.max(establishment, unmoved[ledger].get(id) ?? 0);
      const amount = (now[ledger].get(id) ?? 0) - allowed;
      return amount > 0
        ? [{ code, year: county.instance.planYear, about: { kind: "school", school: id }, amount, strength }]
        : [];
    });
  };
  return [...check("relation-over", "relation"), ...check("working-over", "working")];
}

/** Returns where the headcounts that a plan states, before and after it, are not those of the walk. */
function misstated(
  { schools }: Plan,
  { before, after }: { readonly before: Heads; readonly after: Heads },
  year: number,
): readonly YearsFinding[] {
  return schools.flatMap(({ school, ...stated }): YearsFinding[] => {
    const apart = (heads: Heads, working: number, relation: number) =>
      Math.abs(working - (heads.working.get(school) ?? 0)) + Math.abs(relation - (heads.relation.get(school) ?? 0));
    const off =
      apart(before, stated.workingBefore, stated.relationBefore) +
      apart(after, stated.workingAfter, stated.relationAfter);
    return off > 0
      ? [{ code: "ledger-differs", year, about: { kind: "school", school }, amount: off, strength: "hard" }]
      : [];
  });
}
