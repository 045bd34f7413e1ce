import type { Checked, Instance, Issue, Plan, PlanningCase } from "lungang";
import { madeFrom } from "lungang";
import type { Session } from "../session.ts";
import { say, warn } from "../session.ts";

/** A plan with the county that is read again for a step after it. */
interface ReadAgain {
  readonly county: Checked<Instance>;
  readonly plan: Plan | undefined;
  readonly planningCase: PlanningCase;
}

/**
 * Leaves out the warnings of a county that were told when its plan was made, and says so in one line: what a step comes to
 * is not to be looked for under a page of them. One JSON document has them all, for who reads it reads nothing else.
 */
export async function notYetTold(
  session: Session,
  warnings: readonly Issue[],
  read: ReadAgain,
): Promise<readonly Issue[]> {
  // What is said of no sheet and no line is not of the reading: that a county was projected from years before.
  const ofCounty = read.county.ok ? read.county.warnings : [];
  const told = ofCounty.filter(({ place }) => place?.sheet !== undefined || place?.line !== undefined);
  if (session.json || told.length === 0 || !(await isSameCounty(read))) return warnings;
  const { length } = told;
  warn(
    session,
    say(session, {
      zh: `县域数据与编制方案时相同，读入时的 ${length} 个提醒不再重复；需要时请运行 lungang check`,
      en: `The county is as the plan was made from it; ${length} ${length === 1 ? "warning" : "warnings"} of its reading are not told again: run lungang check to see them`,
    }),
  );
  return warnings.filter((warning) => !told.includes(warning));
}

async function isSameCounty({ plan, planningCase }: ReadAgain): Promise<boolean> {
  return plan !== undefined && (await madeFrom(planningCase)).instance === plan.manifest.hashes.instance;
}
