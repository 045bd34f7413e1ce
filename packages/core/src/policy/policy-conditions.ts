import { CONDITION_SUBJECTS } from "./condition-issues.ts";
import type { PlacedCondition } from "./conditions.ts";
import type { PolicyTerms } from "./policy.ts";

/** Returns the conditions that a policy states outside its rules, in the order of the document. */
export function policyConditions({
  sets,
  scope,
  eligibility,
  forms,
  benefits = [],
  points,
}: PolicyTerms): readonly PlacedCondition[] {
  const { person, school, move } = CONDITION_SUBJECTS;
  const { due, exemptions, forced, volunteers, backbone } = eligibility;
  const at = (
    condition: PlacedCondition["condition"],
    about: PlacedCondition["about"],
    ...path: (string | number)[]
  ) => ({
    condition,
    about,
    path,
  });
  return [
    // A set is asked where it is used; it may be over anything.
    ...Object.entries(sets).map(([name, set]) => at(set, undefined, "sets", name)),
    ...points.flatMap(({ items }, k) =>
      items.flatMap(({ when }, item) =>
        when === undefined ? [] : [at(when, move, "points", k, "items", item, "when")],
      ),
    ),
    at(scope.schools, school, "scope", "schools"),
    ...due.map(({ who }, k) => at(who, person, "eligibility", "due", k, "who")),
    ...exemptions.map(({ when }, k) => at(when, person, "eligibility", "exemptions", k, "when")),
    ...forced.map(({ when }, k) => at(when, person, "eligibility", "forced", k, "when")),
    ...(volunteers === undefined ? [] : [at(volunteers.who, person, "eligibility", "volunteers", "who")]),
    ...(backbone === undefined ? [] : [at({ set: backbone }, person, "eligibility", "backbone")]),
    ...forms.flatMap(({ who, where }, k) => [at(who, person, "forms", k, "who"), at(where, move, "forms", k, "where")]),
    // A benefit may look at the school worked at before, after and on its own.
    ...benefits.map(({ who }, k) => at(who, undefined, "benefits", k, "who")),
  ];
}
