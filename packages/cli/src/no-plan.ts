import type { NoPlan, PlanningCase, Session as Planning } from "lungang";
import { NO_PLAN_FILE, noPlanFile, planFileNames } from "lungang";
import type { Checked } from "lungang";
import { documentOptions, writeFolder } from "./output.ts";
import type { DatedOptions } from "./output.ts";
import { progressLines } from "./progress-lines.ts";
import { say } from "./session.ts";
import type { Session } from "./session.ts";

/** Files that may come to stand in the folder of a plan: those of the plan, or the one that says why there is none. */
export const planOutcomeNames: readonly string[] = [...planFileNames, NO_PLAN_FILE];

/** Why there is no plan, as far as it was asked for and found. */
export type WhyNoPlan = Pick<NoPlan, "conflict" | "highest">;

/** What is known of a case without a plan, in which session more can be found, and what. */
interface Asked {
  readonly planning: Planning;
  readonly planningCase: PlanningCase;
  readonly asked: NonNullable<Parameters<Planning["conflict"]>[1]>;
  readonly parts: { readonly highest: boolean };
}

/**
 * Finds which rules cannot hold together and, where it is asked for, how far quotas and shares can be raised; what an
 * interrupt came before is left out.
 */
export async function whyNoPlan(session: Session, { planning, planningCase, asked, parts }: Asked): Promise<WhyNoPlan> {
  const isOver = () => asked.signal?.aborted === true;
  if (isOver()) return {};
  const { show, close } = progressLines(session);
  try {
    show(say(session, { zh: "查明哪些规定不能同时满足", en: "finding the rules that cannot hold together" }));
    const conflict = await planning.conflict(planningCase, asked);
    if (isOver() || !parts.highest) return { conflict };
    show(say(session, { zh: "计算各项比例最高可达", en: "finding how far quotas and shares can be raised" }));
    return { conflict, highest: await planning.highest(planningCase, asked) };
  } finally {
    close();
  }
}

/** A case without a plan, and in which set its workbook stands. */
interface Unplanned {
  readonly planningCase: PlanningCase;
  /** Where the county was read from. */
  readonly county: string;
  readonly found: NoPlan;
  /** The set that a plan would have been, with its files. */
  readonly set: { readonly name: "plan" | "years"; readonly names: readonly string[] };
}

/** The set of a plan of one year. */
export const PLAN_SET: Unplanned["set"] = { name: "plan", names: planFileNames };

/**
 * Writes the workbook that says why there is no plan into the folder where the plan would have been; a plan that stands
 * there from before stays.
 */
export function writeNoPlan(
  session: Session,
  options: DatedOptions,
  { planningCase, county, found, set }: Unplanned,
): Promise<Checked<readonly string[]>> {
  const make = async () => [await noPlanFile(planningCase, found, documentOptions(session, options))];
  return writeFolder(session, options, { set: set.name, madeFrom: { county }, beside: set.names, make });
}
