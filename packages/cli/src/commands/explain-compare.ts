import type { Comparison, Instance, Policy } from "lungang";
import { amountText, comparePlans, placementText, together, wordingOf } from "lungang";
import { usageIssue } from "../input/arguments.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tableText } from "../text/table.ts";

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

function tellComparison(
  session: Session,
  { levels, people, schools, measures, indicators }: Comparison,
  named: { readonly instance: Instance; readonly policy: Policy },
): void {
  if ([levels, people, schools, measures, indicators].every(({ length }) => length === 0)) {
    tell(session, say(session, { zh: "两个方案相同。", en: "The plans are the same." }));
    return;
  }
  const wording = wordingOf(named);
  const [first, second] = [
    { zh: "方案一", en: "first" },
    { zh: "方案二", en: "second" },
  ];
  const table = (title: { zh: string; en: string }, rows: readonly (readonly (string | number)[])[]) => {
    const columns = [title, first, second].map((text) => ({ title: say(session, text) }));
    if (rows.length > 0)
      tell(
        session,
        tableText(
          columns,
          rows.map((row) => [...row]),
        ),
      );
  };
  table(
    { zh: "目标", en: "level" },
    levels.map(({ level, unit, before, after }) => [
      say(session, wording.level(level)),
      say(session, amountText(before, unit)),
      say(session, amountText(after, unit)),
    ]),
  );
  table(
    { zh: "规定（结果／要求）", en: "rule (value / target)" },
    measures.map(({ rule, about, values, targets }) => [
      `${say(session, wording.names.rule(rule))} ${say(session, wording.names.subject(about))}`,
      `${values[0] ?? "-"} / ${targets[0] ?? "-"}`,
      `${values[1] ?? "-"} / ${targets[1] ?? "-"}`,
    ]),
  );
  table(
    { zh: "人员", en: "person" },
    people.map(({ person, before, after }) => [
      wording.names.person(person),
      say(session, placementText(person, before, wording)),
      say(session, placementText(person, after, wording)),
    ]),
  );
  table(
    { zh: "学校（派出、派入、在校）", en: "school (out, in, working)" },
    schools.map(({ school, movesOut, movesIn, working }) => [
      wording.names.school(school),
      [movesOut[0], movesIn[0], working[0]].join(" / "),
      [movesOut[1], movesIn[1], working[1]].join(" / "),
    ]),
  );
}
