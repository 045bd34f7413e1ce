import { mayMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { decideEligibility } from "../eligibility/eligibility.ts";
import type { Lock } from "../eligibility/locks.ts";
import { indexCounty } from "../instance/county.ts";
import type { Instance } from "../instance/instance.ts";
import type { Issue } from "../instance/issue.ts";
import type { TravelTable } from "../instance/travel.ts";
import { createTravel, travelIssues } from "../instance/travel.ts";
import type { Policy } from "../policy/resolved.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import { schoolPlacesMeaning } from "../rules/schoolPlaces/schema.ts";
import { lackingPoints } from "./lacking-points.ts";
import { ownValueIssues } from "./own-values.ts";
import { termIssues } from "./term-issues.ts";
import { unknownNames } from "./unknown-names.ts";
import { unusedNames, unusedSwaps } from "./unused-asks.ts";

/**
 * An instance and a policy brought together: everything that is known before candidates are made.
 *
 * @public
 */
export interface Prepared {
  readonly eligibility: DecidedCounty;
  readonly rules: readonly PolicyRule[];
  readonly travel: TravelTable;
  /** Every issue, those of the rules among them. */
  readonly issues: readonly Issue[];
  /** Issues that no rule has a part in. */
  readonly countyIssues: { readonly posts: readonly Issue[]; readonly eligibility: readonly Issue[] };
}

/**
 * Decides eligibility and collects every issue of data and policy, before any solve.
 *
 * @public
 */
export function prepare(instance: Instance, policy: Policy, locks: readonly Lock[] = []): Prepared {
  const { county, issues } = indexCounty(instance);
  const ground = { travel: createTravel(county), posts: issues };
  return prepareCounty(policy, { ...ground, eligibility: decideEligibility(county, policy, locks) });
}

/** Collects every issue around an eligibility that is decided. */
export function prepareCounty(
  policy: Policy,
  {
    eligibility,
    travel,
    posts,
  }: { readonly eligibility: DecidedCounty; readonly travel: TravelTable; readonly posts: readonly Issue[] },
): Prepared {
  const { county } = eligibility;
  const movers = eligibility.decisions.flatMap(({ standing }, person) => (mayMove(standing) ? [person] : []));
  const schools = county.schools.flatMap((_school, index) => (eligibility.inScope[index] === 1 ? [index] : []));
  const found = [
    ...eligibility.issues,
    ...travelIssues(county, movers, schools),
    ...emptySelections(eligibility),
    ...termIssues(eligibility),
  ];
  return prepareRules(policy, { eligibility, travel, countyIssues: { posts, eligibility: found } });
}

/** Puts the rules of a policy beside an eligibility that is decided. */
export function prepareRules(
  policy: Policy,
  { eligibility, travel, countyIssues }: Pick<Prepared, "eligibility" | "travel" | "countyIssues">,
): Prepared {
  const issues = [
    ...ownValueIssues(policy, eligibility.county),
    ...lackingPoints(policy, eligibility),
    ...countyIssues.posts,
    ...countyIssues.eligibility,
    ...unknownNames(policy, eligibility.county),
    ...unusedSwaps(policy, eligibility.county),
    ...unusedNames(policy, eligibility.county),
    ...silentPlaces(policy, eligibility),
  ];
  return { eligibility, rules: policy.rules, travel, countyIssues, issues };
}

/**
 * Schools in scope that state no number of places set no limit: seldom meant where a rule asks for it. Of rooms nothing is
 * said where nobody needs one.
 */
function silentPlaces({ rules }: Policy, { county, inScope }: DecidedCounty): readonly Issue[] {
  const roomsMatter = county.persons.some(({ housingNeed }) => housingNeed);
  return rulesOf(rules, schoolPlacesMeaning).flatMap(({ text, source, params: { places } }): Issue[] => {
    if (places === "roomsAvailable" && !roomsMatter) return [];
    const silent = county.schools.filter((school, at) => inScope[at] === 1 && school[places] === undefined);
    const [first] = silent;
    if (first === undefined) return [];
    return [
      {
        code: "missing-value",
        severity: "warning",
        path: ["schools", first.id, places],
        source,
        message: {
          zh: `“${text.zh}”：有${silent.length}所学校没有填写数目，对这些学校不设限制，首先是“${first.name}”`,
          en: `"${text.en}": ${silent.length} schools state no number and set no limit, first of all "${first.name}"`,
        },
        advice: { zh: "请填写数目，没有的填0", en: "Give the number; 0 where there is none" },
      },
    ];
  });
}

/** An empty selection is no error, but seldom meant. */
function emptySelections({ decisions, inScope, county }: DecidedCounty): readonly Issue[] {
  const issues: Issue[] = [];
  if (county.schools.length > 0 && !inScope.includes(1)) {
    issues.push({
      code: "empty-scope",
      severity: "warning",
      path: ["scope"],
      message: { zh: "没有学校在政策适用范围内", en: "No school is in the scope of the policy" },
    });
  }
  if (decisions.length > 0 && !decisions.some(({ meetsDue }) => meetsDue)) {
    issues.push({
      code: "nobody-due",
      severity: "warning",
      path: ["eligibility", "due"],
      message: { zh: "没有人符合应交流条件", en: "Nobody meets the conditions for rotation" },
    });
  }
  return issues;
}
