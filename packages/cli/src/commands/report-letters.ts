import type { Checked } from "lungang";
import { lettersFile, together } from "lungang";
import { usageIssue } from "../input/arguments.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { stageBeside } from "../input/procedure-record.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFile, datedOptions, readDate, writeFile } from "../output.ts";
import { reasonsOfPlan } from "../reasons.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { judge, tellBroken } from "./judged-plan.ts";
import type { ReportOptions } from "./report-options.ts";

/** Writes the letters of a plan as one file to print; a plan that breaks hard rules gets none. */
export async function reportLetters(
  session: Session,
  planName: string,
  options: ReportOptions & { readonly letters: string },
): Promise<ExitCode> {
  const { letters: out } = options;
  const call = together(readCall(options), readDate(options), await checkFile(session, { ...options, out }));
  if (!call.ok) return reportBadInput(session, call.issues);
  const input = await readPlanInput(session, planName, options);
  if (!input.ok) return reportBadInput(session, input.issues);
  const judged = await judge(input.value);
  if (judged.status === "invalid") return reportBadInput(session, judged.issues);
  const { planningCase } = input.value;
  const { verified } = judged;
  reportWarnings(session, [...input.warnings, ...verified.issues]);
  if (judged.status === "broken") return tellBroken(session, verified, planningCase);
  const ground = { planningCase, plan: judged.plan };
  const stage = await stageBeside(session, planName, ground);
  if (!stage.ok) return reportBadInput(session, stage.issues);
  const file = lettersFile(out, ground, {
    ...datedOptions(session, options, planningCase),
    ...(stage.value === undefined ? {} : { stage: stage.value }),
    ...(await comparisons(session, ground)),
  });
  const written = await writeFile(session, { ...options, out }, file);
  if (!written.ok) return reportBadInput(session, written.issues);
  const path = pathOf(session, out);
  if (session.json) tellJson(session, { letters: path });
  else tell(session, `${say(session, { zh: "通知书、介绍信和本人说明：", en: "Letters: " })}${path}`);
  return EXIT.done;
}

/** Nothing has to be compared where nobody goes who might have another place, and nobody stays who may go. */
async function comparisons(session: Session, ground: Ground): Promise<Pick<LettersOptions, "people">> {
  const { moves, stays } = ground.plan;
  const isOpen = moves.length > 0 || stays.some(({ reason }) => reason === "notChosen");
  const people = isOpen ? await reasonsOfPlan(session, ground) : undefined;
  return people === undefined ? {} : { people };
}

type LettersOptions = Parameters<typeof lettersFile>[2];
type Ground = Parameters<typeof lettersFile>[1];

/** Letters hold the names of everybody who moves: they are no public edition, and go without the other outputs. */
function readCall({
  letters,
  out,
  only,
  public: isPublic,
}: ReportOptions & { readonly letters: string }): Checked<undefined> {
  const issues = [
    ...(letters.toLowerCase().endsWith(".html")
      ? []
      : [
          usageIssue(
            "--letters",
            { zh: "请给出以 .html 结尾的文件名", en: "Name a file that ends in .html" },
            { received: letters, expected: "通知书.html" },
          ),
        ]),
    ...(out === undefined && only === undefined && isPublic !== true
      ? []
      : [
          usageIssue("--letters", {
            zh: "通知书发给本人：--letters 不与 --out、--only、--public 同用",
            en: "Letters are for each person: --letters goes without --out, --only and --public",
          }),
        ]),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: undefined, warnings: [] };
}
