import type { IsoDate } from "@lungang/core";
import type { Plan, PlanMove, PlanReturn } from "@lungang/core/plan";

/**
 * What was done with a plan, in order.
 *
 * @public
 */
export interface ProcedureEvent {
  readonly event: "publish" | "withdraw" | "finalise";
  /** Day of the event; of a publicity the first one. */
  readonly on: IsoDate;
  /** Day on which it was decided to publish, before the first day; only where the plan was published. */
  readonly decidedOn?: IsoDate;
  /** Last day of publicity; only where the plan was published. */
  readonly until?: IsoDate;
  /** Digest of the plan that was published or became final. */
  readonly plan?: string;
}

/**
 * An objection (异议) raised while a list is public, or an appeal (申诉) after the plan is final, and how it was decided.
 *
 * @public
 */
export interface ObjectionRecord {
  readonly kind: "objection" | "appeal";
  /** The person whose line it is about. */
  readonly person: string;
  readonly on: IsoDate;
  /** Who raised it; the person by default. */
  readonly by?: string;
  readonly reason?: string;
  /** How the review (复核) ended; absent while it is open. */
  readonly decision?: "upheld" | "dismissed";
  readonly decidedOn?: IsoDate;
  readonly note?: string;
}

/**
 * Who assesses somebody on exchange (BQ-15), in order.
 *
 * @public
 */
export const ASSESSORS = ["leaders", "students", "peers", "parents"] as const;

/**
 * Who assesses somebody on exchange (BQ-15).
 *
 * @public
 */
export type Assessor = (typeof ASSESSORS)[number];

/**
 * What is assessed (BQ-15), in order.
 *
 * @public
 */
export const ASPECTS = ["ethics", "teaching", "attendance"] as const;

/**
 * What is assessed (BQ-15).
 *
 * @public
 */
export type Aspect = (typeof ASPECTS)[number];

/**
 * What one group of assessors gave somebody at the end of a term: points from 0 to 100.
 *
 * @public
 */
export interface AssessmentRecord extends Readonly<Partial<Record<Aspect, number>>> {
  readonly person: string;
  readonly assessor: Assessor;
  readonly on?: IsoDate;
}

/**
 * Lines of a plan that were made public.
 *
 * @public
 */
export interface PublishedLines {
  readonly moves: readonly PlanMove[];
  readonly returns: readonly PlanReturn[];
}

/**
 * Everything that is kept about the procedure of one plan.
 *
 * @public
 */
export interface ProcedureRecord {
  readonly events: readonly ProcedureEvent[];
  /** Lines of the last publicity. */
  readonly published: PublishedLines;
  readonly objections: readonly ObjectionRecord[];
  readonly assessments: readonly AssessmentRecord[];
}

/**
 * A procedure of which nothing was done yet.
 *
 * @public
 */
export const NO_PROCEDURE: ProcedureRecord = {
  events: [],
  published: { moves: [], returns: [] },
  objections: [],
  assessments: [],
};

/** Returns the lines of a plan that a publicity shows. */
export function linesOf({ moves, returns }: Plan): PublishedLines {
  return { moves, returns };
}
