import type { RuleSubject } from "@lungang/core/plan";
import type { RuleName } from "@lungang/core/policy";
import { form, rule } from "../../../core/test/small-county.ts";
import type { Parts } from "./county.ts";

/** A county in which one rule is missed by one unit at one subject, whatever the plan. */
export interface SubjectCase {
  readonly rule: RuleName;
  readonly params: object;
  readonly county: Parts;
  /** Code of the finding. */
  readonly code: string;
  /** What is missed. */
  readonly about: RuleSubject;
  /** By how much it is missed: the least that it can be missed by. @defaultValue 1 */
  readonly amount?: number;
  /** What the measure that is not met is about; null where the rule has none. @defaultValue the same as `about` */
  readonly measured?: RuleSubject | null;
  /**
   * Entries that leave no choice, each written once more than the rule is missed by: then it is cheaper for the rule to
   * give than for them.
   *
   * @defaultValue none: the county itself leaves no choice
   */
  readonly forced?: readonly object[];
  readonly forms?: readonly object[];
  readonly eligibility?: object;
  /**
   * Parameters that the plan is made with where the program cannot break the rule at any price: verification alone can
   * find it broken.
   */
  readonly plannedWith?: object;
}

const TYPES = { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] };

/** Nobody: a form that the policy has and no person takes. */
const NOBODY = { any: [] };

/** Forms of every case. */
export const FORMS = [
  form("leaderRotation", { who: TYPES, kinds: ["management"] }),
  form("rotation", { who: { not: TYPES } }),
  form("recruit"),
  { base: "network", who: NOBODY },
];

/** A point for every year of age. */
export const POINTS = [
  { id: "age", source: "test", text: { zh: "积分", en: "points" }, items: [{ per: "person.age", points: 1 }] },
];

/** Everybody who is due goes. */
export const ALL_GO = [rule("quota", { share: "100%" })];

/** Id and text of the entry that is missed. */
export const ENTRY = "entry-at-hand";
export const ENTRY_TEXT = { zh: "待查的规定", en: "the rule at hand" };

export const isIn = (attr: string, value: readonly string[]) => ({ attr, op: "in", value });

/** Returns a case in which a share is a whole number of people, rounded in every way: nothing changes. */
export function roundedEveryWay(given: SubjectCase | undefined): readonly SubjectCase[] {
  if (given === undefined) return [];
  return ["down", "up", "halfUp", "halfDown"].map((rounding) => ({ ...given, params: { ...given.params, rounding } }));
}
