import type { Names, Text, YearsCase, YearsOutcome, YearsProgress } from "lungang";
import { amountText, forYears, limitText, namesOf } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** What a plan over years is shown with. */
export interface YearsView {
  readonly outcome: Extract<YearsOutcome, { status: "planned" }>;
  readonly yearsCase: YearsCase;
}

/** People named in a line; the files hold all of them. */
const SHOWN_PEOPLE = 10;

/** Writes a plan over years for readers: every year, the levels with their bounds, and who waits or was missed. */
export function tellYears(session: Session, view: YearsView): void {
  tell(session, yearsTable(session, view));
  tell(session, totalsTable(session, view));
  for (const line of [...methodLines(session, view), ...dutyLines(session, view), ...findingLines(session, view)])
    tell(session, line);
}

function yearsTable(session: Session, { outcome }: YearsView): string {
  const columns = [
    { title: say(session, { zh: "年份", en: "year" }) },
    { title: say(session, { zh: "交流", en: "exchanged" }), right: true },
    { title: say(session, { zh: "新教师", en: "recruits" }), right: true },
    { title: say(session, { zh: "期满返回", en: "returned" }), right: true },
    { title: say(session, { zh: "期满留任", en: "stayed for good" }), right: true },
    { title: say(session, { zh: "缺人岗位", en: "heads missing" }), right: true },
  ];
  const rows = outcome.plans.map((plan) => {
    const recruits = plan.moves.filter(({ form }) => form === "recruit").length;
    const settled = plan.returns.filter(({ settles }) => settles).length;
    const missing = plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0);
    return [planYearOf(plan), plan.moves.length - recruits, recruits, plan.returns.length - settled, settled, missing];
  });
  return tableText(columns, rows);
}

function planYearOf({ manifest }: YearsView["outcome"]["plans"][number]): number {
  return manifest.instance.planYear;
}

function totalsTable(session: Session, { outcome }: YearsView): string {
  const { plans, totals, method, program } = outcome;
  const open = plans.slice(plans.length - (totals[0]?.years.length ?? 0));
  const found = new Map(method === "program" ? program?.levels.map((level) => [level.name, level]) : []);
  const columns = [
    { title: say(session, { zh: "目标（按先后）", en: "level, in order" }) },
    ...open.map((plan) => ({ title: String(planYearOf(plan)), right: true })),
    { title: say(session, { zh: "合计", en: "total" }), right: true },
    { title: say(session, { zh: "理论最好值", en: "bound" }), right: true },
    { title: "" },
  ];
  const proven = say(session, { zh: "最好结果", en: "optimal" });
  const feasible = say(session, { zh: "尚未证明", en: "feasible" });
  const rows = totals.map(({ name, text, unit, years, total }) => {
    const level = found.get(name);
    // Rules that are planned year by year are not in the program, and a year solved again is another plan than its own.
    const fits = level !== undefined && level.value === total;
    return [
      say(session, text),
      ...years.map((value) => say(session, amountText(value, unit))),
      say(session, amountText(total, unit)),
      fits && level.dualBound !== null ? say(session, amountText(level.dualBound, unit)) : "-",
      fits && level.reason === "optimal" ? proven : feasible,
    ];
  });
  return tableText(columns, rows);
}

function methodLines(session: Session, { outcome, yearsCase }: YearsView): readonly string[] {
  const { program, method, solvedAgain } = outcome;
  const names = yearsNames(yearsCase);
  const titles = (rules: readonly string[], language: keyof Text) =>
    rules.map((rule) => names.rule(rule)[language]).join({ zh: "、", en: ", " }[language]);
  const lines: { zh: string; en: string }[] = [];
  if (method === "rolling")
    lines.push({ zh: "逐年滚动编制，未作多年整体求解。", en: "Planned year after year, not as one program." });
  if (program?.status === "tooLarge")
    lines.push({
      zh: `多年整体模型过大（${program.columns} 列），改为逐年滚动。`,
      en: `One program of all years would be too large (${program.columns} columns).`,
    });
  lines.push(...limitLines(outcome));
  if (program?.blend !== undefined) lines.push(blendText(program.blend));
  for (const { year, rules } of solvedAgain)
    lines.push({
      zh: `第 ${year + 1} 年单独重新求解：${titles(rules, "zh")}。`,
      en: `Year ${year + 1} was solved again on its own (${titles(rules, "en")}).`,
    });
  lines.push(...amongLines(outcome.plans));
  const left = program?.leftOut ?? [];
  return [
    ...lines.map((line) => say(session, line)),
    ...(left.length > 0 ? [leftOutLine(session, left, yearsCase)] : []),
  ];
}

/** Which limit ended the solve of how many levels: what was found of them need not be the best. */
function limitLines({ method, program }: YearsView["outcome"]): readonly Text[] {
  const limits = method === "program" ? (program?.levels ?? []).flatMap(({ limit }) => limit ?? []) : [];
  return [...new Set(limits)].map((name) => {
    const limit = limitText(name);
    const count = limits.filter((other) => other === name).length;
    return {
      zh: `${count} 项目标到${limit.zh}即停止求解，所得未必是最好结果，理论最好值见上表；用 --time-limit 给出秒数，则只按时间停止。`,
      en: `${limit.en} ended the solve of ${count} level${count === 1 ? "" : "s"}: what was found need not be the best, the table has its bound. With --time-limit only the seconds count.`,
    };
  });
}

/** What "optimal" is said of, year by year. */
function amongLines(plans: YearsView["outcome"]["plans"]): readonly Text[] {
  return plans.flatMap((plan) => {
    const { candidateMoves: kept, admittedMoves: all } = plan.termination;
    if (kept === undefined || all === undefined) return [];
    const year = planYearOf(plan);
    return [
      {
        zh: `${year} 年在 ${kept} 个候选去向（政策允许的共 ${all} 个）中比较。`,
        en: `${year} was chosen among ${kept} candidate moves of ${all} that are admitted.`,
      },
    ];
  });
}

function blendText({ relativeGap }: NonNullable<NonNullable<YearsView["outcome"]["program"]>["blend"]>): Text {
  const gap = relativeGap === null ? "∞" : `${(100 * relativeGap).toFixed(2)}%`;
  return {
    zh: `全部目标加权合计，与最好结果相差至多 ${gap}。`,
    en: `All levels weighed and summed: at most ${gap} from the best.`,
  };
}

/** The words of a county and of its policy, with the rules that only years have. */
function yearsNames({ instance, policies }: YearsCase): Names {
  return namesOf(instance, { policy: policies[0] === undefined ? undefined : forYears(policies[0]) });
}

/** Returns which rules the program of all years leaves out or bounds loosely, and why. */
export function leftOutLine(
  session: Session,
  leftOut: NonNullable<YearsProgress["leftOut"]>,
  yearsCase: YearsCase,
): string {
  const names = yearsNames(yearsCase);
  const list = (language: keyof Text) =>
    leftOut.map(({ rule, reason }) => [names.rule(rule)[language], reason[language]] as const);
  return say(session, {
    zh: `多年模型未完全包含的规则（由逐年复核把关）：${list("zh")
      .map(([rule, reason]) => `${rule}（${reason}）`)
      .join("、")}。`,
    en: `Not fully in the program of all years, verified year by year: ${list("en")
      .map(([rule, reason]) => `${rule} (${reason})`)
      .join(", ")}.`,
  });
}

function dutyLines(session: Session, { outcome, yearsCase }: YearsView): readonly string[] {
  const names = namesOf(yearsCase.instance);
  const list = (people: readonly string[]) => {
    const shown = people.slice(0, SHOWN_PEOPLE).map((person) => names.person(person));
    return [...shown, ...(people.length > SHOWN_PEOPLE ? ["…"] : [])].join(say(session, { zh: "、", en: ", " }));
  };
  const { missed } = outcome.verified;
  const { changes } = outcome;
  const lines = [
    outcome.message,
    ...(missed.length === 0
      ? []
      : [
          {
            zh: `此后不再符合条件：${list(missed.map(({ person }) => person))}`,
            en: `No longer due: ${list(missed.map(({ person }) => person))}`,
          },
        ]),
    ...(changes === null ? [] : [changesText(changes, list)]),
  ];
  return lines.map((line) => say(session, line));
}

type Changes = NonNullable<YearsView["outcome"]["changes"]>;

function changesText({ people, bound, proven, changed }: Changes, list: (people: readonly string[]) => string) {
  const who = people === 0 ? "" : ` ${list(changed)}`;
  return {
    zh: `与原方案相比，除退出者外变动 ${people} 人（${proven ? "已证明最少" : `至少 ${bound} 人`}）。${who}`,
    en: `Beside those who withdrew, ${people} people change (${proven ? "proven the fewest" : `at least ${bound}`}).${who}`,
  };
}

const KINDS: Readonly<Record<"hard" | "soft", Text>> = {
  hard: { zh: "违反：", en: "Broken: " },
  soft: { zh: "未达到：", en: "Not met: " },
};

function findingLines(session: Session, { outcome }: YearsView): readonly string[] {
  return outcome.verified.findings.map(
    ({ strength, message }) => `${say(session, KINDS[strength])}${say(session, message)}`,
  );
}
