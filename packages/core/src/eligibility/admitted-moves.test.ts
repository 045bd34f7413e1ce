import { expect, test } from "vitest";
import { randomCase } from "../../test/plan/random-county.ts";
import { indexCounty } from "../instance/county.ts";
import { NO_FORM } from "./admissible.ts";
import { countAdmittedMoves } from "./admitted-moves.ts";
import { decideEligibility } from "./eligibility.ts";

test("every move that a form of random counties admits is counted once", () => {
  let seen = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const { instance, policy, locks } = randomCase(seed, { people: [2, 6] });
    const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
    const { county, admission } = eligibility;
    const all = county.persons.flatMap((_person, person) =>
      county.cells.flatMap((_cell, cell) => {
        const forms = admission.formsOf(person, cell);
        expect(forms[0] ?? NO_FORM).toBe(admission.formOf(person, cell));
        return forms;
      }),
    ).length;
    expect([seed, countAdmittedMoves(eligibility)]).toEqual([seed, all]);
    seen += all;
  }
  expect(seen).toBeGreaterThan(200);
});
