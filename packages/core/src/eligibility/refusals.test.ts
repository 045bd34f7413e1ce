import { describe, expect, test } from "vitest";
import { randomCase } from "../../test/plan/random-county.ts";
import { indexCounty } from "../instance/county.ts";
import type { Policy } from "../policy/resolved.ts";
import { NO_FORM } from "./admissible.ts";
import { decideEligibility } from "./eligibility.ts";
import { refusalsOf } from "./refusals.ts";

/** The policy with volunteers taken only where they wish to go. */
function withWishesOnly(policy: Policy): Policy {
  const { volunteers } = policy.eligibility;
  if (volunteers === undefined) return policy;
  return { ...policy, eligibility: { ...policy.eligibility, volunteers: { ...volunteers, onlyWishes: true } } };
}

describe("refusalsOf", () => {
  test("has a reason exactly where nobody is admitted, on random counties", () => {
    const seen = new Set<string>();
    let admitted = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const given = randomCase(seed, { people: [2, 6] });
      const policy = seed % 2 === 0 ? given.policy : withWishesOnly(given.policy);
      const eligibility = decideEligibility(indexCounty(given.instance).county, policy, given.locks);
      const { county, admission } = eligibility;
      for (const [person] of county.persons.entries())
        for (const [cell] of county.cells.entries()) {
          const { person: own, forms } = refusalsOf(eligibility, person, cell);
          const isAdmitted = admission.formOf(person, cell) !== NO_FORM;
          expect([seed, person, cell, own.length + forms.length === 0]).toEqual([seed, person, cell, isAdmitted]);
          if (isAdmitted) admitted++;
          for (const reason of [...own, ...forms.map(({ reason }) => reason)]) seen.add(reason);
        }
    }
    expect(admitted).toBeGreaterThan(200);
    expect([...seen].sort()).toEqual(
      [
        "kind",
        "locked",
        "noConsent",
        "noVacancy",
        "notQualified",
        "notWished",
        "outOfReach",
        "samePost",
        "schoolClosed",
        "schoolOutOfScope",
        "standing",
        "where",
        "who",
      ].sort(),
    );
  });
});
