import type { Checked, Issue, Text } from "@lungang/core";
import { indexCounty } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { dateText, namesOf } from "@lungang/core/plan";
import type {
  Assessment,
  ObjectionRecord,
  ProcedureRecord,
  ProcedureStanding,
  ProcedureStep,
} from "@lungang/procedure";
import {
  ASSESSORS,
  NO_PROCEDURE,
  PLAN_STATE_WORDS,
  addObjection,
  assessmentsOf,
  chinaCalendar,
  decideObjections,
  dueDates,
  finalisePlan,
  procedureStanding,
  publishPlan,
  withdrawPlan,
} from "@lungang/procedure";
import type { DueDate } from "@lungang/procedure";
import type { ProcedureBook } from "@lungang/tabular";
import { procedureSheets, writeWorkbook } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import { refused, sound } from "../case/together.ts";
import { planDigest } from "../documents/plan-document.ts";
import { findPerson } from "../explain/questions.ts";
import { officialDocument } from "../files/official-document.ts";
import type { Language, OutFile } from "../files/out-file.ts";
import { recordOfBook, rowsOfRecord } from "./procedure-book.ts";

/** Name of the workbook in which the procedure of a plan is kept, beside the plan. */
export const PROCEDURE_FILE = "程序记录.xlsx";

/**
 * A plan, its case, and what was done with it so far.
 *
 * @public
 */
export interface Procedure {
  readonly planningCase: PlanningCase;
  readonly plan: Plan;
  /** Digest of the plan. */
  readonly digest: string;
  readonly record: ProcedureRecord;
}

/**
 * What a step in the procedure of a plan asks for; days are `YYYY-MM-DD`.
 *
 * - `publish` (公示) from the next working day on, for the working days of the policy
 * - `withdraw` (撤回)
 * - `object` (异议 within publicity, 申诉 after the end) about the line of a person, by name or id
 * - `decide` (复核) what is open about a person
 * - `finalise` (定稿)
 * - `assess` (期末考核): adds the rows to fill in for everybody on exchange, and sums up what was filled in
 *
 * @public
 */
export type ProcedureRequest =
  | { readonly step: "publish"; readonly on: string; readonly workingDays?: number }
  | { readonly step: "withdraw"; readonly on: string }
  | {
      readonly step: "object";
      readonly on: string;
      readonly kind: "objection" | "appeal";
      readonly person: string;
      readonly by?: string;
      readonly reason?: string;
    }
  | {
      readonly step: "decide";
      readonly on: string;
      readonly person: string;
      readonly decision: "upheld" | "dismissed";
      readonly note?: string;
    }
  | { readonly step: "finalise"; readonly on: string }
  | { readonly step: "assess"; readonly on: string };

/**
 * Where the procedure of a plan stands after a step, as plain data.
 *
 * @public
 */
export interface ProcedureStatus {
  readonly state: ProcedureStanding["state"];
  readonly stateText: Text;
  /** First and last day of the last publicity. */
  readonly publicity?: { readonly start: string; readonly end: string };
  /** Objections or appeals that nobody has decided. */
  readonly open: readonly Pick<ObjectionRecord, "kind" | "person" | "on">[];
  /** People whose lines may be changed and published again. */
  readonly upheld: readonly string[];
  /** What the policy wants sent, kept or done, those with a day first. */
  readonly due: readonly DueDate[];
  /** Of everybody on exchange or attached to the bureau; only after `assess`. */
  readonly assessments?: readonly Assessment[];
  readonly message: Text;
}

/**
 * Brings a plan and the workbook of its procedure together; without a workbook nothing was done yet.
 *
 * @returns the procedure, or which cells of the workbook are wrong
 * @public
 */
export async function openProcedure(
  planningCase: PlanningCase,
  plan: Plan,
  book?: ProcedureBook,
): Promise<Checked<Procedure>> {
  const digest = await planDigest(plan);
  const record = book === undefined ? sound(NO_PROCEDURE) : recordOfBook(book, planningCase.instance);
  return record.ok ? { ...record, value: { planningCase, plan, digest, record: record.value } } : record;
}

/**
 * Takes a step in the procedure of a plan.
 *
 * @returns the procedure and where it stands, or why the step cannot be taken and what can
 * @public
 */
export function takeProcedureStep(
  procedure: Procedure,
  request: ProcedureRequest,
): Checked<{ readonly procedure: Procedure; readonly status: ProcedureStatus }> {
  const step = stepOf(procedure, request);
  if (!step.ok) return step;
  const after = { ...procedure, record: step.value.record };
  const assessed = request.step === "assess" ? assessmentsDone(after) : undefined;
  const { state, publicity, open, upheld } = procedureStanding(after.record);
  const status: ProcedureStatus = {
    state,
    stateText: PLAN_STATE_WORDS[state],
    ...(publicity === undefined ? {} : { publicity: { start: publicity.on, end: publicity.until ?? publicity.on } }),
    open: open.map(({ kind, person, on }) => ({ kind, person, on })),
    upheld,
    due: dueDates(procedure.planningCase.policy.reports?.due ?? [], procedure.planningCase.instance.planYear),
    ...(assessed === undefined ? {} : { assessments: assessed }),
    message: messageOf(request, after, assessed),
  };
  return { ...step, value: { procedure: after, status } };
}

function stepOf(procedure: Procedure, request: ProcedureRequest): Checked<ProcedureStep> {
  const { record, planningCase, plan, digest } = procedure;
  const nameOf = namesOf(planningCase.instance).person;
  const known = { plan, digest, nameOf };
  switch (request.step) {
    case "publish":
      return publish(procedure, request);
    case "withdraw":
      return withdrawPlan(record, request.on);
    case "finalise":
      return finalisePlan(record, known, request.on);
    case "assess":
      return sound({ record: withRowsToFill(procedure) });
    case "object":
    case "decide": {
      const person = findPerson(request.person, planningCase.instance);
      if (!person.ok) return person;
      if (request.step === "decide") {
        const { decision, on, note } = request;
        const outcome = { decision, decidedOn: on, ...(note === undefined ? {} : { note }) };
        return decideObjections(record, person.value, { ...outcome, nameOf });
      }
      const { step: _step, ...objection } = request;
      return addObjection(record, { ...objection, person: person.value }, nameOf);
    }
  }
}

function publish(
  { record, planningCase, plan, digest }: Procedure,
  { on, workingDays }: Extract<ProcedureRequest, { step: "publish" }>,
): Checked<ProcedureStep> {
  const { calendar } = planningCase.policy;
  const days = workingDays ?? calendar.publicityDays;
  if (days === undefined) return refused(noDays());
  const { planYear } = planningCase.instance;
  const of = (day: string | undefined) => (day === undefined ? undefined : `${planYear}-${day}`);
  const { start, end, final } = calendar.deadlines ?? {};
  return publishPlan(
    record,
    { plan, digest, nameOf: namesOf(planningCase.instance).person },
    {
      decidedOn: on,
      workingDays: days,
      calendar: chinaCalendar(calendar.holidays ?? []),
      deadlines: { start: of(start), end: of(end), final: of(final) },
    },
  );
}

function noDays(): Issue {
  return {
    code: "missing-publicity-days",
    severity: "error",
    path: ["calendar", "publicityDays"],
    message: {
      zh: "政策没有写明公示几个工作日",
      en: "The policy does not say for how many working days a plan is public",
    },
    advice: {
      zh: "请用 --days 给出公示的工作日数，例如 --days 5",
      en: "Give the working days of publicity with --days, for example --days 5",
    },
  };
}

/** Everybody who is on exchange or attached to the bureau during the year, and where. */
function placesOnExchange({ planningCase: { instance }, plan }: Procedure): ReadonlyMap<string, string> {
  const names = namesOf(instance);
  const { county } = indexCounty(instance);
  const start = plan.moves[0]?.start ?? `${instance.planYear}-09-01`;
  const back = new Set(plan.returns.map(({ person }) => person));
  const places = new Map<string, string>();
  for (const { id, currentSchool, homeSchool, statuses } of county.persons) {
    const away = currentSchool !== undefined && currentSchool !== homeSchool && !back.has(id);
    if (away) places.set(id, names.school(currentSchool));
    const attached = statuses.some(({ code, to }) => code === "seconded" && (to === undefined || to >= start));
    if (attached) places.set(id, ATTACHED);
  }
  for (const { person, to } of plan.moves) places.set(person, names.school(to));
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Attached to the bureau or elsewhere without a school (BN-18). */
const ATTACHED = "县教育局（挂职、借调）";

function withRowsToFill(procedure: Procedure): ProcedureRecord {
  const { record } = procedure;
  const given = new Set(record.assessments.map(({ person, assessor }) => `${person}\n${assessor}`));
  const missing = [...placesOnExchange(procedure).keys()].flatMap((person) =>
    ASSESSORS.filter((assessor) => !given.has(`${person}\n${assessor}`)).map((assessor) => ({ person, assessor })),
  );
  return { ...record, assessments: [...record.assessments, ...missing] };
}

function assessmentsDone(procedure: Procedure): readonly Assessment[] {
  return assessmentsOf(procedure.record.assessments, [...placesOnExchange(procedure).keys()]);
}

/** What a step has done, in words. */
function messageOf(request: ProcedureRequest, { record }: Procedure, assessed: readonly Assessment[] = []): Text {
  if (request.step === "publish") return publishedText(record);
  if (request.step === "assess") return assessedText(assessed);
  if (request.step === "withdraw")
    return { zh: "方案已撤回，修改后重新公示", en: "The plan is withdrawn: change it and publish it again" };
  if (request.step === "finalise") return { zh: "方案定稿", en: "The plan is final" };
  const { open } = procedureStanding(record);
  if (request.step === "object")
    return { zh: `已登记，待复核${open.length}件`, en: `Recorded; ${open.length} to be decided` };
  return request.decision === "upheld"
    ? {
        zh: "成立：只能改有关人员的安排，改后重新公示；须改动其他人员的，先撤回",
        en: "Upheld: only the lines of these people may change; publish again, or withdraw first to change others",
      }
    : { zh: `不成立，待复核${open.length}件`, en: `Dismissed; ${open.length} to be decided` };
}

function publishedText(record: ProcedureRecord): Text {
  const { publicity } = procedureStanding(record);
  const [from, to] = [publicity?.on ?? "", publicity?.until ?? ""];
  return {
    zh: `公示自${dateText(from).zh}起，至${dateText(to).zh}止；期满且没有待处理异议的，可以定稿`,
    en: `The plan is public from ${from} to ${to}; then, with no objection open, it may be final`,
  };
}

function assessedText(assessed: readonly Assessment[]): Text {
  const done = assessed.filter(({ missing }) => missing.length === 0).length;
  return {
    zh: `应考核${assessed.length}人，四类评价主体均已打分${done}人`,
    en: `${assessed.length} people to be assessed, ${done} by all four assessors`,
  };
}

/**
 * Returns the workbook in which the procedure of a plan is kept.
 *
 * @public
 */
export async function procedureFile(
  procedure: Procedure,
  { language }: { readonly language: Language },
): Promise<OutFile> {
  const { planningCase, record, digest } = procedure;
  const places = placesOnExchange(procedure);
  const { instance } = planningCase;
  const rows = rowsOfRecord(record, { instance, language, placeOf: (person) => places.get(person) ?? "" });
  const document = officialDocument(instance, { language });
  return {
    name: PROCEDURE_FILE,
    content: await writeWorkbook(procedureSheets(rows, language), { stamp: digest, title: document.title }),
  };
}
