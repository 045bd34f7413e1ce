import { lintPolicy, policyAppointment, resolvePolicy, ruleText } from "@lungang/core/policy";
import { Draws } from "@lungang/solver-testkit";
import { describe, expect, test } from "vitest";
import { policyDocument, policyNames } from "../src/index.ts";
import { MASKED, MASKED_IN_APPOINTMENT, MASKED_IN_REPORTS } from "./masked-values.ts";
import type { Mutation } from "./mutations/mutations.ts";
import { replacements, slips } from "./mutations/mutations.ts";

/**
 * No slip of the pen in a policy is silent: a seeded sample of all of them with the tests, all of them with
 * `EVERY_SLIP=1 npx vitest run packages/policies/test/mutations.test.ts`.
 */
const EVERY = process.env["EVERY_SLIP"] === "1";
const SEED = Number(process.env["SLIP_SEED"] ?? 1);
const SAMPLE = 16;
/** All of them take minutes. */
const MOST_MILLISECONDS = EVERY ? 3_600_000 : 120_000;

function sampled(all: readonly Mutation[], seed: number): readonly Mutation[] {
  if (EVERY || all.length <= SAMPLE) return all;
  const draws = new Draws(seed);
  return Array.from({ length: SAMPLE }, () => all[draws.integer(0, all.length - 1)] as Mutation);
}

const settingsOf = (name: string) => ({ ...MASKED[name], ...MASKED_IN_REPORTS[name] });

/** What a policy says once it is read, of a plan and of an appointment, and how its rules are stated; nothing where it is wrong. */
function read(name: string, document: unknown): string | undefined {
  const plan = resolvePolicy(document, { settings: settingsOf(name), withReports: true });
  const appointment = policyAppointment(document, MASKED_IN_APPOINTMENT[name] ?? {});
  if (!plan.ok || !appointment.ok) return undefined;
  const { origin: _origin, ...policy } = plan.value;
  return JSON.stringify([policy, policy.rules.map(ruleText), appointment.value]);
}

describe.each(policyNames.map((name, index) => [name, index] as const))("%s", (name, index) => {
  const document = policyDocument(name) as Readonly<Record<string, unknown>>;

  test(
    "a misspelt word, reference, key or name of a parameter is an error",
    () => {
      const silent = sampled([...slips(document)], SEED + index).filter(({ document: wrong }) => {
        return read(name, wrong) !== undefined && !lintPolicy(wrong).some(({ severity }) => severity === "error");
      });
      expect(silent.map(({ kind, where }) => `${kind} ${where}`)).toEqual([]);
    },
    MOST_MILLISECONDS,
  );

  test(
    "another word or reference is another policy, or an error",
    () => {
      const before = read(name, document);
      if (before === undefined) throw new Error(`${name} cannot be read`);
      const values = { ...settingsOf(name), ...MASKED_IN_APPOINTMENT[name] };
      const silent = sampled([...replacements(document, values)], SEED + index).filter(
        ({ document: other }) => read(name, other) === before,
      );
      expect(silent.map(({ kind, where }) => `${kind} ${where}`)).toEqual([]);
    },
    MOST_MILLISECONDS,
  );
});
