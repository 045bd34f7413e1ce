import type { Checked, Highest, Told } from "lungang";
import { madeFrom, together } from "lungang";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { PLAN_SET, planOutcomeNames, whyNoPlan, writeNoPlan } from "../no-plan.ts";
import type { WhyNoPlan } from "../no-plan.ts";
import { checkFolder, readDate } from "../output.ts";
import type { DatedOptions } from "../output.ts";
import { tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellSentences } from "../text/infeasible-text.ts";
import { reportBadInput } from "../text/issue-text.ts";
import type { ExplainOptions, OpenCase } from "./explained-plan.ts";
import { withCase } from "./explained-plan.ts";

/** Options of `explain conflict`. */
export interface ConflictOptions extends ExplainOptions, DatedOptions {
  readonly highest?: boolean;
}

/**
 * Tells which hard rules cannot hold together, and how far each has to give; the exit code says whether there are any. A
 * folder gets the workbook that says all of it, where there are any.
 */
export function conflict(session: Session, instance: string, options: ConflictOptions): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: () => readPlace(session, options),
      answer: async (open) => {
        const parts = { highest: options.highest === true || options.out !== undefined };
        const found = await whyNoPlan(session, { ...open, parts });
        const written = await writeFound(session, { instance, options }, { open, found });
        if (!written.ok) return reportBadInput(session, written.issues);
        await tellFound(session, open, found);
        if (!session.json) for (const path of written.value) tell(session, path);
        return found.conflict?.value === undefined ? EXIT.done : EXIT.infeasible;
      },
    },
  );
}

/** Returns whether the folder can be written and the day is one. */
async function readPlace(session: Session, options: ConflictOptions): Promise<Checked<unknown>> {
  return together(readDate(options), await checkFolder(session, options, { set: "plan", names: planOutcomeNames }));
}

/** Writes the workbook into the folder that was asked for; nothing where all rules can hold together. */
function writeFound(
  session: Session,
  { instance, options }: { readonly instance: string; readonly options: ConflictOptions },
  { open: { planningCase }, found }: { readonly open: OpenCase; readonly found: WhyNoPlan },
): Promise<Checked<readonly string[]>> {
  if (found.conflict?.value === undefined) return Promise.resolve({ ok: true, value: [], warnings: [] });
  return writeNoPlan(session, options, { planningCase, county: instance, found, set: PLAN_SET });
}

async function tellFound(session: Session, { planningCase }: OpenCase, { conflict: told, highest }: WhyNoPlan) {
  if (!session.json) return tellSentences(session, [told, ...(highest ?? [])]);
  const raised = highest?.map((each: Told<Highest>) => ({ ...each.value, sentences: each.sentences }));
  const more = raised === undefined ? {} : { highest: raised };
  const { value = null, sentences = [] } = told ?? {};
  return tellJson(session, { madeFrom: await madeFrom(planningCase), conflict: value, sentences, ...more });
}
