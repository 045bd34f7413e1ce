import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Issue } from "../instance/issue.ts";
import type { School } from "../instance/school.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import type { Policy } from "../policy/resolved.ts";
import { pairBalanceMeaning } from "../rules/pairBalance/schema.ts";
import { rulePath } from "./rule-conditions.ts";

/** Schools in scope of one pair. */
type Pairs = ReadonlyMap<string, readonly School[]>;

function pairsInScope({ county, inScope }: DecidedCounty): Pairs {
  const pairs = new Map<string, School[]>();
  county.schools.forEach((school, index) => {
    if (inScope[index] !== 1) return;
    for (const id of school.pairs) pairs.set(id, [...(pairs.get(id) ?? []), school]);
  });
  return pairs;
}

/**
 * Returns a warning for every pair of more than two schools that a rule on pairs speaks of: as many one way as the other is said
 * of two, and such a pair is held to nothing.
 */
export function crowdedPairs({
  policy,
  eligibility,
}: {
  readonly policy: Policy;
  readonly eligibility: DecidedCounty;
}): readonly Issue[] {
  const rules = rulesOf(policy.rules, pairBalanceMeaning).filter(({ params }) => params.between === "pairs");
  if (rules.length === 0) return [];
  const crowded = [...pairsInScope(eligibility)].filter(([, schools]) => schools.length > 2);
  return rules.flatMap((rule) =>
    crowded.map(([id, schools]): Issue => {
      const names = schools.map(({ name }) => name);
      return {
        code: "pair-of-many",
        severity: "warning",
        path: rulePath(policy, rule),
        source: rule.source,
        received: String(schools.length),
        expected: "2",
        message: {
          zh: `结对“${id}”有${schools.length}所学校（${names.join("、")}），“${rule.text.zh}”只核对两所学校的结对，对它不起作用`,
          en: `Pair "${id}" has ${schools.length} schools (${names.join(", ")}), and "${rule.text.en}" speaks of pairs of two: it has no effect there`,
        },
        advice: {
          zh: "请按两校一对分别填写结对名称；一所学校可以填写几个结对",
          en: "Give each pair of two schools a name of its own; a school may be in several",
        },
      };
    }),
  );
}
