import type { ObjectionStage } from "@lungang/core/plan";
import { procedureStanding } from "@lungang/procedure";
import type { Procedure } from "./procedure.ts";

/**
 * Returns how far the procedure of a plan has come for who gets a letter about it; undefined where this plan, to the line,
 * is neither public nor final.
 *
 * @public
 */
export function objectionStage({ record, digest }: Pick<Procedure, "record" | "digest">): ObjectionStage | undefined {
  const { state, publicity } = procedureStanding(record);
  if (publicity?.until === undefined || publicity.plan !== digest) return undefined;
  if (state === "final") return "final";
  return state === "draft" ? undefined : { start: publicity.on, end: publicity.until };
}
