import type { ObjectionRecord, ProcedureRecord } from "@lungang/procedure";
import { PLAN_STATE_WORDS, procedureStanding } from "@lungang/procedure";
import { ID, NAME } from "../columns.ts";
import type { Source } from "../source.ts";
import type { RowSpec, TableSpec } from "../spec.ts";
import { column, count, tableOf } from "../spec.ts";
import { text } from "../text.ts";

const EVENTS: Readonly<Record<ProcedureRecord["events"][number]["event"], ReturnType<typeof text>>> = {
  publish: text("公示", "published"),
  withdraw: text("撤回", "withdrawn"),
  finalise: text("定稿", "final"),
};

/** Returns what was done with the plan, and the objections: their number for all, their people for the bureau. */
export function procedureTables({ records, county }: Source): readonly TableSpec[] {
  const { procedure } = records;
  return procedure === undefined
    ? []
    : [progressTable(procedure), countsTable(procedure), objectionTable(procedure, county)];
}

function progressTable(procedure: ProcedureRecord): TableSpec {
  const columns = [
    column("event", ["事项", "Step"]),
    column("on", ["日期", "Day"], { type: "date" }),
    column("until", ["公示截止", "Public until"], { type: "date" }),
  ];
  return tableOf({ id: "progress", title: ["程序进度", "Progress"], columns }, [
    ...procedure.events.map(({ event, on, until }): RowSpec => ({ event: EVENTS[event], on, until: until ?? null })),
    { event: PLAN_STATE_WORDS[procedureStanding(procedure).state], on: null, until: null },
  ]);
}

function countsTable(procedure: ProcedureRecord): TableSpec {
  const columns = [column("what", ["项目", "What"]), count("count", ["件数", "Number"], "count")];
  const those = (is: (one: ObjectionRecord) => boolean) => procedure.objections.filter(is).length;
  return tableOf({ id: "objectionCounts", title: ["异议和申诉件数", "Objections"], columns }, [
    { what: text("异议", "objections"), count: those(({ kind }) => kind === "objection") },
    { what: text("申诉", "appeals"), count: those(({ kind }) => kind === "appeal") },
    { what: DECISIONS.upheld, count: those(({ decision }) => decision === "upheld") },
    { what: DECISIONS.dismissed, count: those(({ decision }) => decision === "dismissed") },
    { what: DECISIONS.open, count: procedureStanding(procedure).open.length },
  ]);
}

const DECISIONS = {
  upheld: text("成立", "upheld"),
  dismissed: text("不成立", "dismissed"),
  open: text("待复核", "open"),
};

function objectionTable(procedure: ProcedureRecord, county: Source["county"]): TableSpec {
  const columns = [
    ID,
    NAME,
    column("kind", ["类别", "Kind"]),
    column("on", ["提出日期", "Raised on"], { type: "date" }),
    column("decision", ["复核结果", "Decision"]),
    column("decidedOn", ["复核日期", "Decided on"], { type: "date" }),
  ];
  return tableOf(
    { id: "objections", title: ["异议和申诉（内部）", "Objections (internal)"], columns, internal: true },
    procedure.objections.map(({ person, kind, on, decision, decidedOn }): RowSpec => ({
      person,
      name: county.persons[county.personIndex.get(person) ?? -1]?.name ?? "",
      kind: kind === "objection" ? text("异议", "objection") : text("申诉", "appeal"),
      on,
      decision: DECISIONS[decision ?? "open"],
      decidedOn: decidedOn ?? null,
    })),
  );
}
