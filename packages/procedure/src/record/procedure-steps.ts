import type { Checked, IsoDate, Issue } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import type { Plan } from "@lungang/core/plan";
import type { PublicityRequest, PublicitySchedule } from "../publicity/publicity.ts";
import { publicitySchedule } from "../publicity/publicity.ts";
import { lineChanges, refusedChanges } from "../states/plan-changes.ts";
import { nextPlanState } from "../states/plan-states.ts";
import { procedureStanding } from "./procedure-state.ts";
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
  { plan, digest }: IdentifiedPlan,
  request: PublicityRequest,
): Checked<ProcedureStep> {
  const { state, upheld } = procedureStanding(record);
  const next = nextPlanState(state, "publish");
  const issues = [
    ...(next.ok ? [] : [next.issue]),
    ...outOfOrder(record, request.decidedOn),
    ...(upheld.length === 0 ? [] : refusedChanges("objection", lineChanges(record.published, plan), new Set(upheld))),
  ];
  if (issues.length > 0) return { ok: false, issues };
  const schedule = publicitySchedule(request);
  const event = { event: "publish", on: schedule.start, until: schedule.end, plan: digest } as const;
  const made = { ...record, events: [...record.events, event], published: linesOf(plan) };
  return { ok: true, value: { record: made, schedule }, warnings: schedule.issues };
}

/**
 * Takes a public plan back (撤回): it may be changed and published again.
 *
 * @public
 */
export function withdrawPlan(record: ProcedureRecord, on: IsoDate): Checked<ProcedureStep> {
  const next = nextPlanState(procedureStanding(record).state, "withdraw");
  const issues = [...(next.ok ? [] : [next.issue]), ...outOfOrder(record, on)];
  if (issues.length > 0) return { ok: false, issues };
  return sound({ ...record, events: [...record.events, { event: "withdraw", on }] });
}

/**
 * Adds an objection within the days of publicity, or an appeal after the plan is final.
 *
 * @public
 */
export function addObjection(record: ProcedureRecord, objection: ObjectionRecord): Checked<ProcedureStep> {
  const { kind, on } = objection;
  const next = nextPlanState(procedureStanding(record).state, kind === "objection" ? "object" : "appeal");
  if (!next.ok) return { ok: false, issues: [next.issue] };
  const days = daysFor(record, kind);
  if (on < days.first || (days.last !== undefined && on > days.last))
    return { ok: false, issues: [outOfPublicity(on, days)] };
  return sound({ ...record, objections: [...record.objections, objection] });
}

interface Days {
  readonly first: IsoDate;
  /** Absent where there is no end. */
  readonly last?: IsoDate | undefined;
}

/** Objections are raised while the plan is public, appeals once it is final. */
function daysFor(record: ProcedureRecord, kind: ObjectionRecord["kind"]): Days {
  if (kind === "appeal") return { first: record.events.at(-1)?.on ?? "" };
  const { publicity } = procedureStanding(record);
  return { first: publicity?.on ?? "", last: publicity?.until };
}

/**
 * Decides the open objections or appeals about a person after a review (复核): upheld ones send the plan back.
 *
 * @public
 */
export function decideObjections(
  record: ProcedureRecord,
  person: string,
  outcome: Required<Pick<ObjectionRecord, "decision" | "decidedOn">> & Pick<ObjectionRecord, "note">,
): Checked<ProcedureStep> {
  const open = procedureStanding(record).open.filter((one) => one.person === person);
  if (open.length === 0) return { ok: false, issues: [nothingOpen(person)] };
  const early = open.filter(({ on }) => outcome.decidedOn < on);
  if (early.length > 0) return { ok: false, issues: early.map(({ on }) => tooEarly(outcome.decidedOn, on)) };
  const objections = record.objections.map((one) => (open.includes(one) ? { ...one, ...outcome } : one));
  return sound({ ...record, objections });
}

/**
 * Makes a plan final (定稿): publicity is over, no objection is open, and the plan is the one that was public.
 *
 * @public
 */
export function finalisePlan(
  record: ProcedureRecord,
  { plan, digest }: IdentifiedPlan,
  on: IsoDate,
): Checked<ProcedureStep> {
  const { state, publicity } = procedureStanding(record);
  const facts = { today: on, ...(publicity?.until === undefined ? {} : { publicityEnd: publicity.until }) };
  const next = nextPlanState(state, "finalise", facts);
  const changes = lineChanges(record.published, plan);
  const issues = [
    ...(next.ok ? [] : [next.issue]),
    ...(next.ok ? outOfOrder(record, on) : []),
    ...(publicity === undefined || publicity.plan === digest
      ? []
      : changes.length > 0
        ? refusedChanges("publicised", changes)
        : [otherPlan(digest, publicity.plan ?? "")]),
  ];
  if (issues.length > 0) return { ok: false, issues };
  return sound({ ...record, events: [...record.events, { event: "finalise", on, plan: digest }] });
}

function sound(record: ProcedureRecord): Checked<ProcedureStep> {
  return { ok: true, value: { record }, warnings: [] };
}

/** A step is not before the one before it. */
function outOfOrder({ events }: ProcedureRecord, on: IsoDate): readonly Issue[] {
  const last = events.at(-1);
  return last === undefined || on >= last.on ? [] : [tooEarly(on, last.on)];
}

function tooEarly(on: IsoDate, earliest: IsoDate): Issue {
  return {
    code: "procedure-date",
    severity: "error",
    received: on,
    expected: earliest,
    message: {
      zh: `日期${dateText(on).zh}早于上一步的日期${dateText(earliest).zh}`,
      en: `The day ${on} is before that of the step before it, ${earliest}`,
    },
    advice: { zh: "请核对日期", en: "Check the day" },
  };
}

function outOfPublicity(on: IsoDate, { first: from, last }: Days): Issue {
  const to = last ?? "";
  return {
    code: "procedure-date",
    severity: "error",
    received: on,
    expected: last === undefined ? from : `${from} - ${to}`,
    message:
      last === undefined
        ? {
            zh: `申诉日期${dateText(on).zh}早于定稿日期${dateText(from).zh}`,
            en: `The appeal of ${on} is before the plan was final on ${from}`,
          }
        : {
            zh: `异议日期${dateText(on).zh}不在公示期（${dateText(from).zh}至${dateText(to).zh}）内`,
            en: `The objection of ${on} is not within publicity, ${from} to ${to}`,
          },
    advice: {
      zh: "公示期内提出的是异议，定稿后提出的是申诉（--appeal）",
      en: "An objection is raised within publicity; after the plan is final it is an appeal (--appeal)",
    },
  };
}

function nothingOpen(person: string): Issue {
  return {
    code: "no-open-objection",
    severity: "error",
    received: person,
    message: {
      zh: `没有关于“${person}”的待处理异议或申诉`,
      en: `No objection or appeal about "${person}" is open`,
    },
    advice: { zh: "请核对人员编号，或先登记异议", en: "Check the id, or record the objection first" },
  };
}

function otherPlan(received: string, expected: string): Issue {
  return {
    code: "other-plan",
    severity: "error",
    received,
    expected,
    message: {
      zh: "方案与公示的不是同一份（去向相同，其他数字有变）",
      en: "The plan is not the one that was public: the same people go to the same places, other figures differ",
    },
    advice: {
      zh: "请用公示的那份方案定稿，或撤回后重新公示",
      en: "Finalise the plan that was public, or withdraw and publish again",
    },
  };
}
