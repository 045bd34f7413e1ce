import type { ObjectionStage, Plan } from "@lungang/core/plan";
import { whyEverybody, wordingOf } from "@lungang/explain";
import { buildLetters, lettersHtml } from "@lungang/report";
import type { PlanningCase } from "../case/planning-case.ts";
import { officialDocument } from "./official-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import type { PlanFilesOptions } from "./plan-files.ts";

/**
 * Returns the letters of a plan that was verified, to be printed whole: for everybody who moves, comes back or stays for good
 * at the host a notice, an introduction to the school and why, and for everybody who was due or applied and stays why, each on
 * a page of its own. It holds the data of many people and is for the bureau, which hands each page to whom it is about.
 *
 * @public
 */
export function lettersFile(
  name: string,
  { planningCase, plan }: { readonly planningCase: PlanningCase; readonly plan: Plan },
  options: Pick<PlanFilesOptions, "date" | "people"> & {
    readonly language: Language;
    /** How far the procedure of the plan has come. @defaultValue nothing is known of it */
    readonly stage?: ObjectionStage;
  },
): OutFile {
  const { unit } = officialDocument(planningCase.instance, options);
  const ground = { ...planningCase, plan };
  const { people = whyEverybody(ground), language, date, stage } = options;
  const known = stage === undefined ? {} : { stage };
  const letters = buildLetters({ ...ground, ...known, people, wording: wordingOf(planningCase) });
  const dated = date === undefined ? {} : { date };
  return { name, content: lettersHtml(letters, { language, unit, ...dated }) };
}
