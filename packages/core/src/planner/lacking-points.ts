import { mayMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { placeOfValue } from "../eligibility/value-place.ts";
import type { Issue } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import { worksAt } from "../instance/person.ts";
import { attributeText } from "../policy/attribute-words.ts";
import { attributesOf, pointCounters } from "../policy/policy-attributes.ts";
import type { Policy } from "../policy/resolved.ts";

/** Returns values that the points of somebody who may move lack, where a rule ranks people by them: nobody is ranked by half of the points. */
export function lackingPoints(
  policy: Policy,
  { county, context, decisions }: Pick<DecidedCounty, "county" | "context" | "decisions">,
): readonly Issue[] {
  const counters = pointCounters(policy);
  const ranked = new Set(policy.rules.flatMap(({ params }) => (params as { readonly points?: string }).points ?? []));
  return [...ranked].flatMap((id) => {
    const counter = counters.get(id);
    if (counter === undefined) return [];
    return decisions.flatMap(({ standing }, person) =>
      mayMove(standing) && standing !== "recruit"
        ? counter.ofPerson(context, person).lacks.map((attr) => lacking(attr, county.persons[person] as Person, policy))
        : [],
    );
  });
}

function lacking(attr: string, person: Person, policy: Policy): Issue {
  const { id } = person;
  const { zh, en } = attributeText(attr, attributesOf(policy));
  return {
    code: "missing-value",
    severity: "error",
    path: attr.startsWith("from.")
      ? ["schools", worksAt(person) ?? "", ...placeOfValue(attr)]
      : ["persons", id, ...placeOfValue(attr)],
    message: { zh: `人员“${id}”缺少“${zh}”，计分需要它`, en: `Person "${id}" lacks "${en}", which the points need` },
    advice: {
      zh: "请补填该项；空格另有含义的，在政策中用 empty 写明",
      en: "Fill in the value, or say in the policy under empty what an empty cell means",
    },
  };
}
