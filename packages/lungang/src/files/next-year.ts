import { canonicalJson } from "@lungang/core";
import { policyDocument } from "@lungang/policies";
import { writeCounty } from "@lungang/tabular";
import { advanceInstance } from "@lungang/years";
import type { PlanOfCase } from "../explain/reasons-of-plan.ts";
import type { OutFile } from "./out-file.ts";
import { policySheets } from "./template.ts";

/**
 * Returns the workbook of a county one year later, when its plan has been carried out: schools and exchanges of people as the
 * plan leaves them, who has retired left out; with the policy and its settings where the policy is one that ships. What the
 * year brings beside the plan, such as recruits and statuses, is for the county to fill in.
 *
 * @public
 */
export async function nextYearFile(name: string, { planningCase, plan }: PlanOfCase): Promise<OutFile> {
  const { instance, policy } = planningCase;
  const next = advanceInstance(instance, plan, { policy });
  const { policy: used, settings } = plan.basis;
  const id = String(used["id"]);
  const document = policyDocument(id);
  // A policy of the county's own is named when the year is planned.
  const isShipped = document !== undefined && canonicalJson(asData(document)) === canonicalJson(used);
  const decisions = isShipped ? policySheets({ name: id, found: { document, placeOf: () => ({}) }, settings }) : [];
  return { name, content: await writeCounty(next, decisions) };
}

/** A document as a plan carries it: a policy in code has keys that hold nothing. */
function asData(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document));
}
