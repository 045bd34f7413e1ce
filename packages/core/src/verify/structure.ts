import type { Violation } from "../plan/plan.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import { structureFindings } from "../subject/structure.ts";
import type { StructureCode, StructureFound } from "../subject/structure.ts";

/** Rule id of the violations that no entry of a policy is behind, so that they have no source: `plan:` and the code. */
export function structureRule(code: StructureCode): string {
  return `plan:${code}`;
}

/**
 * Returns the violation of a line that is wrong in itself; it is always hard.
 *
 * @param found - what stands in its sentence: the entry of the policy, what would be right, why
 */
export function structureViolation(code: StructureCode, about: RuleSubject, found: StructureFound = {}): Violation {
  return {
    rule: structureRule(code),
    source: "",
    strength: "hard",
    about,
    amount: 1,
    unit: "lines",
    finding: structureFindings.say[code](found),
  };
}

/** Returns the violation of a line about a person. */
export function personViolation(code: StructureCode, person: string, found: StructureFound = {}): Violation {
  return structureViolation(code, { kind: "person", person }, found);
}
