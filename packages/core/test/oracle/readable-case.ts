import { Draws } from "@lungang/solver-testkit";
import { loadInstance } from "../../src/instance/load.ts";
import type { InstanceInput } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import { oneOf } from "../plan/draw.ts";
import type { RandomCase } from "../plan/random-county.ts";
import { randomCase } from "../plan/random-county.ts";

/** Rules of points and shares of staff: they came after the second reading, which does not know them. */
export const UNREAD: ReadonlySet<string> = new Set(["pointsFirst", "pointsSum", "staffShare"]);

interface WrittenCase {
  readonly eligibility: { readonly forced?: readonly object[] };
  readonly rules: readonly { readonly rule: string }[];
}

/** Returns a random county whose policy the second reading knows whole, in which terms run that moved the relation. */
export function readableCase(seed: number): RandomCase {
  const given = randomCase(seed);
  const draws = new Draws(seed);
  const isRead = ({ rule }: { readonly rule: string }) => !UNREAD.has(rule);
  const written = given.policyDocument as WrittenCase;
  // Whether what forces people also does so within their terms.
  const withinTerm = draws.chance(0.5);
  const forcing = <T extends object>(entries: readonly T[]) => entries.map((entry) => ({ ...entry, withinTerm }));
  const document = withTerms(given.document, draws);
  const loaded = loadInstance(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return {
    ...given,
    document,
    instance: loaded.value,
    policyDocument: {
      ...written,
      eligibility: { ...written.eligibility, forced: forcing(written.eligibility.forced ?? []) },
      rules: written.rules.filter(isRead),
    },
    policy: {
      ...given.policy,
      eligibility: { ...given.policy.eligibility, forced: forcing(given.policy.eligibility.forced) },
      rules: given.policy.rules.filter(isRead),
    },
  };
}

const ENDS = ["2024-08-31", "2024-09-01", "2026-08-31"];

/** Some have come to where the relation is by an exchange whose term runs, or has just ended. */
function withTerms(document: InstanceInput, draws: Draws): InstanceInput {
  const ids = document.schools.map(({ id }) => id);
  const persons = document.persons.map((person): PersonInput => {
    const others = ids.filter((id) => id !== person.homeSchool);
    if (person.homeSchool === undefined || others.length === 0 || !draws.chance(0.25)) return person;
    const form = draws.chance(0.8) ? ("rotation" as const) : ("settle" as const);
    const way = { from: oneOf(draws, others), to: person.homeSchool, form };
    const term = { ...way, start: "2021-09-01", end: oneOf(draws, ENDS) };
    return { ...person, exchanges: [...(person.exchanges ?? []), term] };
  });
  return { ...document, persons };
}
