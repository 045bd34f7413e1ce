import type { Plan } from "@lungang/core/plan";
import { whyEverybody, wordingOf } from "@lungang/explain";
import { buildLetters, lettersHtml } from "@lungang/report";
import type { PlanningCase } from "../case/planning-case.ts";
import { officialDocument } from "./official-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import type { PlanFilesOptions } from "./plan-files.ts";

/**
 * Returns the letters of a plan that was verified, to be printed whole: for everybody who moves, comes back or stays for good
 * at the host a notice, an introduction to the school and why, each on a page of its own. It holds the data of many people
 * and is for the bureau, which hands each page to whom it is about.
 *
 * @public
 */
export function lettersFile(
  name: string,
  { planningCase, plan }: { readonly planningCase: PlanningCase; readonly plan: Plan },
  options: Pick<PlanFilesOptions, "date"> & { readonly language: Language },
): OutFile {
  const { unit } = officialDocument(planningCase.instance, options);
  const ground = { ...planningCase, plan };
  const letters = buildLetters({ ...ground, people: whyEverybody(ground), wording: wordingOf(planningCase) });
  return { name, content: lettersHtml(letters, { ...options, unit }) };
}
