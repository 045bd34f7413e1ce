import type { Text } from "../instance/issue.ts";

/**
 * Standing of a person in the plan; the first that applies decides.
 *
 * @public
 */
export type Standing =
  /** The school or the person is outside the scope of the policy. */
  | "outOfScope"
  /** A recruit of the year who needs a first school. */
  | "recruit"
  /** On an exchange that goes on. */
  | "running"
  /** The exchange has ended: goes back, or stays for good where approved. */
  | "returning"
  | "exempt"
  /** A lock says that the person stays. */
  | "held"
  /** A lock says where the person goes. */
  | "pinned"
  | "forced"
  /** Moved with the relation for a term that has not ended: stays, unless a lock or an entry that says so moves the person. */
  | "inTerm"
  | "due"
  | "volunteer"
  /** In scope, but nothing asks or allows the person to move. */
  | "notDue";

/**
 * What kind of reason decides about a person: the standing that it speaks for, or `extended` where the goal of an
 * exchange was missed.
 *
 * @public
 */
export type ReasonCode = Standing | "extended";

/**
 * One reason for a decision: which entry of the policy, its source, and the sentence for readers.
 *
 * @public
 */
export interface Reason {
  readonly code: ReasonCode;
  /** Entry of the policy, or `lock`. */
  readonly rule: string;
  readonly source: string;
  readonly text: Text;
  /** Health or discipline: never shown in public output. */
  readonly sensitive: boolean;
}

/**
 * What the policy decides about one person before any solve.
 *
 * @public
 */
export interface Decision {
  readonly standing: Standing;
  /** Everything that applied, also what a stronger reason overruled. */
  readonly reasons: readonly Reason[];
  /** Meets age, years and type of a due group at the cut-off. */
  readonly meetsDue: boolean;
  readonly exempt: boolean;
  readonly forced: boolean;
  readonly volunteer: boolean;
  /** Uses headcount of the school (XC-15). */
  readonly occupiesHeadcount: boolean;
  readonly backbone: boolean;
}

const MAY_MOVE: ReadonlySet<Standing> = new Set(["recruit", "pinned", "forced", "due", "volunteer"]);
const MUST_MOVE: ReadonlySet<Standing> = new Set(["recruit", "returning", "pinned", "forced"]);

/**
 * Returns whether a person may start at another school.
 *
 * @public
 */
export function mayMove(standing: Standing): boolean {
  return MAY_MOVE.has(standing);
}

/** Returns whether a lock says where a recruit starts: the recruit is then placed, whatever the rules about recruits. */
export function isPinnedRecruit({ standing, reasons }: Pick<Decision, "standing" | "reasons">): boolean {
  return standing === "recruit" && reasons.some(({ code }) => code === "pinned");
}

const MAY_TAKE_PART: ReadonlySet<Standing> = new Set([
  "held",
  "pinned",
  "forced",
  "inTerm",
  "due",
  "volunteer",
  "notDue",
]);

/** Returns whether a person may take part in a light form beside the own post: everybody in scope who is there. */
export function mayTakePart(standing: Standing): boolean {
  return MAY_TAKE_PART.has(standing);
}

/** Returns whether a person has to leave the present post: forced, pinned, recruits and ended exchanges. */
export function mustMove(standing: Standing): boolean {
  return MUST_MOVE.has(standing);
}
