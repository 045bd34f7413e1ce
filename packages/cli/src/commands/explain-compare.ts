import { comparePlans, together } from "lungang";
import { usageIssue } from "../input/arguments.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellComparison } from "../text/comparison-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `explain compare`. */
export interface CompareOptions {
  readonly instance: string;
}

/** Tells in what two plans differ. */
export async function comparison(
  session: Session,
  { plan, other }: { readonly plan: string; readonly other: string },
  { instance }: CompareOptions,
): Promise<ExitCode> {
  const options = { instance, set: [], override: [] };
  const read = together(await readPlanInput(session, plan, options), await readPlanInput(session, other, options));
  if (!read.ok) return reportBadInput(session, read.issues);
  reportWarnings(session, read.warnings);
  const [one, two] = read.value;
  const [before, after] = [one, two].map((input) => (input.roster === undefined ? input.plan : undefined));
  if (before === undefined || after === undefined) return reportBadInput(session, [edited()]);
  const found = comparePlans(before, after);
  if (session.json) tellJson(session, found);
  else tellComparison(session, found, two.planningCase);
  return EXIT.done;
}

/** An edited workbook becomes a plan first: what follows from the edits is then in it. */
function edited() {
  return usageIssue(
    "compare",
    {
      zh: "只能比较方案文件；改过的名册请先用 lungang adopt 采用",
      en: "Only plan files are compared: make a plan of an edited workbook with lungang adopt first",
    },
    { expected: "plan.json" },
  );
}
