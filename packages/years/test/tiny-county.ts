import { Draws, seedOf } from "@lungang/solver-testkit";
import type { Instance, PersonInput } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { forYears } from "../src/years-policy.ts";
import { oneOf } from "../../core/test/plan/draw.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Counties of three schools and five people, so small that every plan of two or three years can be tried. */

const SCHOOLS = ["A", "B", "C"] as const;

function place(draws: Draws) {
  return { latitude: 34 + draws.integer(0, 300) / 1000, longitude: 109 + draws.integer(0, 300) / 1000 };
}

/** Comes in the first year and has no school yet. */
function recruit(draws: Draws, index: number): PersonInput {
  const { homeSchool: _none, ...given } = teacher({ id: `p${index}`, recruitYear: 2024, residence: place(draws) });
  return given;
}

function person(draws: Draws, index: number): PersonInput {
  const home = oneOf(draws, SCHOOLS);
  const other = oneOf(
    draws,
    SCHOOLS.filter((id) => id !== home),
  );
  const end = draws.integer(2024, 2025);
  const away = draws.chance(0.25)
    ? {
        currentSchool: other,
        exchanges: [
          {
            from: home,
            to: other,
            form: "rotation" as const,
            start: `${end - 1}-09-01`,
            end: `${end}-08-31`,
            ...(draws.chance(0.5) ? { stay: { applied: true, approved: true } } : {}),
          },
        ],
      }
    : {};
  if (draws.chance(0.15)) return recruit(draws, index);
  return teacher({
    id: `p${index}`,
    homeSchool: home,
    // Men are due up to 50 in the test policy: some pass the limit within the years.
    birthDate: `${draws.integer(1973, 1980)}-05-05`,
    tenureStart: `${draws.integer(2016, 2019)}-09-01`,
    residence: place(draws),
    ...away,
  });
}

const ALL = { name: "rest", schools: { all: [] } };
const INTO_A = { from: "*", to: "a", max: 0 };
const TO_C = { attr: "to.id", op: "in", value: ["C"] };
const YOUNG = { attr: "person.age", op: "lt", value: 48 };

/** Returns a tiny county and the policies of its years; the quota gives at a price unless it is firm, and rounds as it says. */
export function tinyCounty(
  seed: number,
  quota: object = { strength: "soft", price: 20 },
  rounded: { readonly rounding?: string } = {},
): { readonly instance: Instance; readonly policies: readonly Policy[] } {
  const draws = new Draws(seedOf(seed, 1));
  const instance = countyOf({
    schools: SCHOOLS.map((id) => school({ id, coordinates: place(draws), establishment: draws.integer(1, 4) })),
    posts: SCHOOLS.map((id) => post(id, draws.integer(0, 3))),
    persons: Array.from({ length: 5 }, (_, index) => person(draws, index)),
  });
  const relationMoves = draws.chance(0.3);
  const months = oneOf(draws, [12, 24]);
  const policy = (share: string) =>
    policyOf({
      forms: [
        form("recruit", { relationMoves: true, countsInQuota: false }),
        form("rotation", { relationMoves, termMonths: { min: months, max: 36 } }),
      ],
      eligibility: { exchangeBreaksTenure: true, returns: { source: "s", stayAllowed: true } },
      rules: [
        rule("postBalance", { level: "gaps" }, { strength: "soft", price: 5 }),
        rule("establishment", { level: "heads", working: "free", relation: "free" }),
        rule(
          "newRecruits",
          { schools: { attr: "to.id", op: "in", value: ["A", "B"] } },
          { strength: "soft", price: 7 },
        ),
        rule("quota", { share, ...rounded }, quota),
        rule(
          "directionMatrix",
          { classes: [{ name: "a", schools: { attr: "school.id", op: "in", value: ["A"] } }, ALL], cells: [INTO_A] },
          { strength: "soft", price: 3 },
        ),
        rule("prerequisite", { moves: TO_C, requires: YOUNG }, { strength: "soft", price: 4 }),
        rule("batches", { level: "batches", years: 3 }),
        rule("nearness", { level: "near", gridMetres: 1000 }),
      ],
      levels: ["compliance", "gaps", "evenBurden", "heads", "batches", "near"],
    });
  return { instance, policies: [forYears(policy(oneOf(draws, ["20%", "40%"]))), forYears(policy("50%"))] };
}
