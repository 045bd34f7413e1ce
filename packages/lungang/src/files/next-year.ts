import type { Instance, Issue } from "@lungang/core";
import { canonicalJson, worksAt } from "@lungang/core";
import { compareIds, placesInList } from "@lungang/core/plan";
import { planDates } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import type { OutSheet } from "@lungang/tabular";
import { writeCounty } from "@lungang/tabular";
import { advanceInstance } from "@lungang/years";
import type { AppointedPeople } from "../appointment/appointed-of-county.ts";
import type { PlanOfCase } from "../explain/reasons-of-plan.ts";
import type { OutFile } from "./out-file.ts";
import { retiredBetween, unknownRetirements } from "./retirements.ts";
import { policySheets } from "./template.ts";

/**
 * The workbook of a county one year later.
 *
 * @public
 */
export interface NextYear {
  readonly file: OutFile;
  /** Whether it names the policy of the plan; one of the county's own is named when the year is planned. */
  readonly namesPolicy: boolean;
  /** People who have retired: their rows stay, out of post. */
  readonly retired: number;
  /** Of whom it is not known whether they have retired. */
  readonly warnings: readonly Issue[];
}

/**
 * What the year has decided beside the plan.
 *
 * @public
 */
export interface NextYearOptions {
  /** From `appointedOfCounty`. @defaultValue nobody */
  readonly appointed?: AppointedPeople;
}

/**
 * Returns the workbook of a county one year later, when its plan has been carried out: schools and exchanges of people as the
 * plan leaves them, who was appointed by a competition at the new post, who has retired out of post; with the policy and its settings where the policy is one that ships. What the
 * year brings beside the plan, such as recruits and statuses, is for the county to fill in.
 *
 * @public
 */
export async function nextYearFile(
  name: string,
  { planningCase, plan }: PlanOfCase,
  { appointed = [] }: NextYearOptions = {},
): Promise<NextYear> {
  const { instance, policy } = planningCase;
  const next = bySchool(advanceInstance(instance, plan, { policy, appointed }));
  const { policy: used, settings } = plan.basis;
  const id = typeof used["id"] === "string" ? used["id"] : "";
  const document = policyDocument(id);
  const isShipped = document !== undefined && canonicalJson(asData(document)) === canonicalJson(used);
  const decisions = isShipped ? policySheets({ name: id, found: { document, placeOf: () => ({}) }, settings }) : [];
  const content = await writeCounty(next, decisions.map(withoutPolicies));
  const { start } = planDates(next.planYear, policy.calendar);
  return {
    file: { name, content },
    namesPolicy: isShipped,
    retired: retiredBetween(instance, next),
    warnings: unknownRetirements(next, start),
  };
}

/** Which policy it is stands there already, and a list of all of them is too long for a cell. */
function withoutPolicies(sheet: OutSheet): OutSheet {
  return sheet.rowChoices === undefined
    ? sheet
    : { ...sheet, rowChoices: sheet.rowChoices.filter(({ row }) => row > 0) };
}

/** People stand with their schools, in the order of the sheet of schools: somebody will work in this list. */
function bySchool(instance: Instance): Instance {
  const placeOf = placesInList(instance);
  const persons = instance.persons.toSorted(
    (a, b) => placeOf(worksAt(a)) - placeOf(worksAt(b)) || compareIds(a.id, b.id),
  );
  return { ...instance, persons };
}

/** A document as a plan carries it: a policy in code has keys that hold nothing. */
function asData(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document));
}
