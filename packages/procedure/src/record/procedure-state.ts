import type { PlanState } from "../states/plan-states.ts";
import type { ObjectionRecord, ProcedureEvent, ProcedureRecord } from "./record.ts";

/**
 * Where the procedure of a plan stands.
 *
 * @public
 */
export interface ProcedureStanding {
  readonly state: PlanState;
  /** The last publicity, if there was one. */
  readonly publicity?: ProcedureEvent;
  /** Objections since, or appeals after the end, that nobody has decided. */
  readonly open: readonly ObjectionRecord[];
  /** People whose objection or appeal was upheld since: their lines may be changed and published again. */
  readonly upheld: readonly string[];
}

/**
 * Returns where a procedure stands: what was done last, and what became of the objections since.
 *
 * @public
 */
export function procedureStanding({ events, objections }: ProcedureRecord): ProcedureStanding {
  const last = events.at(-1);
  const publicity = events.findLast(({ event }) => event === "publish");
  if (last === undefined || publicity === undefined) return { state: "draft", open: [], upheld: [] };
  const since = objections.filter(({ on, kind }) =>
    kind === "objection" ? on >= publicity.on : last.event === "finalise" && on >= last.on,
  );
  const open = since.filter(({ decision }) => decision === undefined);
  const upheld = [...new Set(since.flatMap(({ decision, person }) => (decision === "upheld" ? [person] : [])))].sort();
  const found = { publicity, open, upheld };
  if (last.event === "withdraw") return { ...found, state: "draft", open: [], upheld: [] };
  if (upheld.length > 0) return { ...found, state: "draft" };
  if (last.event === "finalise") return { ...found, state: "final" };
  return { ...found, state: open.length > 0 ? "objection" : "publicised" };
}
