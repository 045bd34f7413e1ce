import type { Checked, IsoDate, Issue } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { PublicityRequest, PublicitySchedule } from "../publicity/publicity.ts";
import { publicitySchedule } from "../publicity/publicity.ts";
import type { NameOf } from "../states/plan-changes.ts";
import { byId, lineChanges, refusedChanges } from "../states/plan-changes.ts";
import { nextPlanState } from "../states/plan-states.ts";
import { procedureStanding } from "./procedure-state.ts";
import type { Days } from "./step-issues.ts";
import {
  farFromStart,
  lastDayRuns,
  nothingOpen,
  objectionsOpen,
  otherPlan,
  outOfPublicity,
  recordedTwice,
  tooEarly,
  upheldForNothing,
  withoutReason,
} from "./step-issues.ts";
import type { ObjectionRecord, ProcedureRecord } from "./record.ts";
import { linesOf } from "./record.ts";

/**
 * A plan and the digest by which it is known again.
 *
 * @public
 */
export interface IdentifiedPlan {
  readonly plan: Plan;
  readonly digest: string;
  /** What readers call a person; the id by default. */
  readonly nameOf?: NameOf;
}

/**
 * A record after a step, and what the step says.
 *
 * @public
 */
export interface ProcedureStep {
  readonly record: ProcedureRecord;
  /** Days of the publicity that began; only after publishing. */
  readonly schedule?: PublicitySchedule;
}

/**
 * Publishes a plan (公示): from the next working day on for the working days of the policy.
 *
 * After an objection or appeal was upheld, only the lines of those people may differ from what was public; after a
 * withdrawal everything may.
 *
 * @returns the record and the days, or why the plan cannot be published now
 * @public
 */
export function publishPlan(
  record: ProcedureRecord,
  { plan, digest, nameOf = byId }: IdentifiedPlan,
  request: PublicityRequest,
): Checked<ProcedureStep> {
  const { state, upheld } = procedureStanding(record);
  const next = nextPlanState(state, "publish");
  const changes = upheld.length === 0 ? [] : lineChanges(record.published, plan);
  const issues = [
    ...(next.ok ? [] : [next.issue]),
    ...outOfOrder(record, request.decidedOn),
    ...refusedChanges("objection", changes, { objectors: new Set(upheld), nameOf }),
  ];
  if (issues.length > 0) return { ok: false, issues };
  const schedule = publicitySchedule(request);
  const changed = new Set(changes.map(({ person }) => person));
  const warnings = [
    ...schedule.issues,
    ...farFromStart(schedule, plan.moves[0]?.start),
    ...upheld.filter((person) => !changed.has(person)).map((person) => upheldForNothing(person, nameOf)),
  ];
  const { decidedOn, start, end } = schedule;
  const event = { event: "publish", on: start, decidedOn, until: end, plan: digest } as const;
  const made = { ...record, events: [...record.events, event], published: linesOf(plan) };
  return { ok: true, value: { record: made, schedule }, warnings };
}

/**
 * Takes a public plan back (撤回): everything in it may be changed before it is published again. So may it where an
 * objection was upheld and the lines of other people have to change with that of the person. It may be taken back from the day
 * of the decision on, before anybody has seen it.
 *
 * @public
 */
export function withdrawPlan(record: ProcedureRecord, on: IsoDate): Checked<ProcedureStep> {
  const { state, upheld } = procedureStanding(record);
  const next = nextPlanState(state, "withdraw");
  const issues = [...(next.ok || upheld.length > 0 ? [] : [next.issue]), ...outOfOrder(record, on)];
  if (issues.length > 0) return { ok: false, issues };
  return sound({ ...record, events: [...record.events, { event: "withdraw", on }] });
}

/**
 * Adds an objection within the days of publicity, or an appeal after the plan is final.
 *
 * @public
 */
export function addObjection(
  record: ProcedureRecord,
  objection: ObjectionRecord,
  nameOf: NameOf = byId,
): Checked<ProcedureStep> {
  const { kind, on } = objection;
  const next = nextPlanState(procedureStanding(record).state, kind === "objection" ? "object" : "appeal");
  if (!next.ok) return { ok: false, issues: [next.issue] };
  const days = daysFor(record, kind);
  if (on < days.first || (days.last !== undefined && on > days.last))
    return { ok: false, issues: [outOfPublicity(on, days)] };
  if (record.objections.some((known) => isSame(known, objection)))
    return { ok: false, issues: [recordedTwice(objection, nameOf)] };
  const warnings = objection.reason === undefined ? [withoutReason()] : [];
  return { ok: true, value: { record: { ...record, objections: [...record.objections, objection] } }, warnings };
}

/** Objections are raised while the plan is public, appeals once it is final. */
function daysFor(record: ProcedureRecord, kind: ObjectionRecord["kind"]): Days {
  if (kind === "appeal") return { first: record.events.at(-1)?.on ?? "" };
  const { publicity } = procedureStanding(record);
  return { first: publicity?.on ?? "", last: publicity?.until };
}

/**
 * How a review ended.
 *
 * @public
 */
export interface ObjectionOutcome extends Required<Pick<ObjectionRecord, "decision" | "decidedOn">> {
  readonly note?: string;
  /** What readers call a person. @defaultValue the id */
  readonly nameOf?: NameOf;
}

/**
 * Decides the open objections or appeals about a person after a review (复核): upheld ones send the plan back.
 *
 * @public
 */
export function decideObjections(
  record: ProcedureRecord,
  person: string,
  { nameOf = byId, ...outcome }: ObjectionOutcome,
): Checked<ProcedureStep> {
  const open = procedureStanding(record).open.filter((one) => one.person === person);
  if (open.length === 0) return { ok: false, issues: [nothingOpen(person, nameOf)] };
  const early = open.filter(({ on }) => outcome.decidedOn < on);
  if (early.length > 0) return { ok: false, issues: early.map(({ on }) => tooEarly(outcome.decidedOn, on)) };
  const objections = record.objections.map((one) => (open.includes(one) ? { ...one, ...outcome } : one));
  return sound({ ...record, objections });
}

/**
 * Makes a plan final (定稿): publicity is over, no objection is open, and the plan is the one that was public.
 *
 * The last day of publicity is the first on which that may be (tricky case 12 of the rulebook): that objections may still come on
 * that day is a warning.
 *
 * @public
 */
export function finalisePlan(
  record: ProcedureRecord,
  { plan, digest, nameOf = byId }: IdentifiedPlan,
  on: IsoDate,
): Checked<ProcedureStep> {
  const { state, publicity, open } = procedureStanding(record);
  const facts = { today: on, ...(publicity?.until === undefined ? {} : { publicityEnd: publicity.until }) };
  const next = nextPlanState(state, "finalise", facts);
  const issues = [
    ...(next.ok ? outOfOrder(record, on) : [state === "objection" ? objectionsOpen(open, nameOf) : next.issue]),
    ...(state === "publicised" ? notAsPublished(record, { plan, digest, nameOf }) : []),
  ];
  if (issues.length > 0) return { ok: false, issues };
  const made = { ...record, events: [...record.events, { event: "finalise", on, plan: digest } as const] };
  return { ok: true, value: { record: made }, warnings: on === publicity?.until ? [lastDayRuns(on)] : [] };
}

/** A plan that is not the one that was public last. */
function notAsPublished(record: ProcedureRecord, { plan, digest, nameOf = byId }: IdentifiedPlan): readonly Issue[] {
  const known = procedureStanding(record).publicity?.plan ?? "";
  if (known === digest) return [];
  const changes = lineChanges(record.published, plan);
  return changes.length > 0 ? refusedChanges("publicised", changes, { nameOf }) : [otherPlan(digest, known)];
}

function sound(record: ProcedureRecord): Checked<ProcedureStep> {
  return { ok: true, value: { record }, warnings: [] };
}

/** A step is not before the one before it, be it a decision; to publish was decided before the first day of publicity. */
function outOfOrder({ events, objections }: ProcedureRecord, on: IsoDate): readonly Issue[] {
  const decided = objections.flatMap(({ decidedOn }) => decidedOn ?? []);
  const last = [...events.slice(-1).map((event) => event.decidedOn ?? event.on), ...decided].sort().at(-1);
  return last === undefined || on >= last ? [] : [tooEarly(on, last)];
}

/** The same objection of the same day about the same person, as somebody types it twice. */
function isSame(known: ObjectionRecord, { kind, person, on, by, reason }: ObjectionRecord): boolean {
  const alike = known.kind === kind && known.person === person && known.on === on;
  return alike && known.by === by && known.reason === reason && known.decision === undefined;
}
