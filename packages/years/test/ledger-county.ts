import { Draws, seedOf } from "@lungang/solver-testkit";
import type { Instance, PersonInput } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { forYears } from "../src/years-policy.ts";
import { oneOf } from "../../core/test/plan/draw.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Counties of four schools and two dozen people in which headcounts are tight, people are away and others retire. */

const SCHOOLS = ["A", "B", "C", "D"] as const;

function person(draws: Draws, index: number): PersonInput {
  const home = oneOf(draws, SCHOOLS);
  const id = `p${String(index).padStart(2, "0")}`;
  // Men retire at 60, up to three months later in these years; past 50 nobody is due in the test policy.
  const born = draws.chance(0.3) ? draws.integer(1963, 1967) : draws.integer(1974, 1990);
  const settled = {
    id,
    homeSchool: home,
    birthDate: `${born}-05-05`,
    tenureStart: `${draws.integer(2014, 2020)}-09-01`,
    residence: { latitude: 34 + draws.integer(0, 300) / 1000, longitude: 109 },
  };
  if (!draws.chance(0.35)) return teacher(settled);
  const host = oneOf(
    draws,
    SCHOOLS.filter((other) => other !== home),
  );
  const end = draws.integer(2024, 2027);
  const stay = draws.chance(0.3) ? { stay: { applied: true, approved: true } } : {};
  const record = { from: home, to: host, form: "rotation" as const, start: `${end - 3}-09-01`, end: `${end}-08-31` };
  return teacher({ ...settled, currentSchool: host, exchanges: [{ ...record, ...stay }] });
}

/** Returns a county of its own for every seed, and its policy. */
export function ledgerCounty(seed: number): { readonly instance: Instance; readonly policies: readonly Policy[] } {
  const draws = new Draws(seedOf(seed, 7));
  const instance = countyOf({
    schools: SCHOOLS.map((id) =>
      school({
        id,
        establishment: draws.integer(3, 8),
        coordinates: { latitude: 34 + draws.integer(0, 300) / 1000, longitude: 109 },
      }),
    ),
    posts: SCHOOLS.map((id) => post(id, draws.integer(3, 9))),
    persons: Array.from({ length: 24 }, (_, index) => person(draws, index)),
  });
  const relationMoves = draws.chance(0.4);
  const min = oneOf(draws, [12, 24, 36]);
  const policy = policyOf({
    forms: [form("rotation", { relationMoves, termMonths: { min, max: 36 } })],
    eligibility: { exchangeBreaksTenure: true, returns: { source: "s", stayAllowed: true } },
    rules: [
      rule("mustMove"),
      rule("postBalance", { level: "gaps" }, { strength: "soft", price: 5 }),
      rule("establishment", { level: "heads" }),
      rule("quota", { share: oneOf(draws, ["15%", "30%"]) }, { strength: "soft", price: 20 }),
      rule("nearness", { level: "near", gridMetres: 1000 }),
    ],
    levels: ["compliance", "gaps", "heads", "near"],
  });
  return { instance, policies: [forYears(policy)] };
}
