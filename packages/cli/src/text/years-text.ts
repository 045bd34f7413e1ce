import type {
  ChangeCount,
  LevelTotal,
  PlannedYear,
  ReplanYearsOutcome,
  YearsFinding,
  YearsOutcome,
  YearsReport,
} from "@lungang/years";
import type { Text } from "@lungang/core";
import { namesOf } from "@lungang/core/plan";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";
import { amountText } from "./words.ts";

/** What a plan over years is shown with. */
export interface YearsView {
  /** Fixed years and those planned, in order. */
  readonly planned: readonly PlannedYear[];
  readonly outcome: Exclude<YearsOutcome | ReplanYearsOutcome, { status: "invalid" }>;
  readonly verified: YearsReport;
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

function yearsTable(session: Session, { planned }: YearsView): string {
  const columns = [
    { title: say(session, { zh: "年份", en: "year" }) },
    { title: say(session, { zh: "交流", en: "exchanged" }), right: true },
    { title: say(session, { zh: "新教师", en: "recruits" }), right: true },
    { title: say(session, { zh: "期满返回", en: "returned" }), right: true },
    { title: say(session, { zh: "期满留任", en: "stayed for good" }), right: true },
    { title: say(session, { zh: "缺人岗位", en: "heads missing" }), right: true },
  ];
  const rows = planned.map(({ instance, plan }) => {
    const recruits = plan.moves.filter(({ form }) => form === "recruit").length;
    const settled = plan.returns.filter(({ settles }) => settles).length;
    const missing = plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0);
    return [instance.planYear, plan.moves.length - recruits, recruits, plan.returns.length - settled, settled, missing];
  });
  return tableText(columns, rows);
}

function totalsTable(session: Session, { planned, outcome }: YearsView): string {
  const open = planned.slice(planned.length - outcome.years.length);
  const titles = new Map(open[0]?.policy.levels.map(({ name, text }) => [name, say(session, text)]));
  const found = new Map(
    outcome.method === "program" ? outcome.program?.levels.map((level) => [level.name, level]) : [],
  );
  const columns = [
    { title: say(session, { zh: "目标（按先后）", en: "level, in order" }) },
    ...open.map(({ instance }) => ({ title: String(instance.planYear), right: true })),
    { title: say(session, { zh: "合计", en: "total" }), right: true },
    { title: say(session, { zh: "下界", en: "bound" }), right: true },
    { title: "" },
  ];
  const proven = say(session, { zh: "最优", en: "optimal" });
  const feasible = say(session, { zh: "可行", en: "feasible" });
  const rows = outcome.totals.map(({ name, unit, years, total }: LevelTotal) => {
    const level = found.get(name);
    // The program counts some levels by who is due on the base: its bound is none of the recounted value then.
    const fits = level !== undefined && level.value === total;
    return [
      titles.get(name) ?? name,
      ...years.map((value) => amountText(session, value, unit)),
      amountText(session, total, unit),
      fits && Number.isFinite(level.dualBound) ? amountText(session, level.dualBound, unit) : "-",
      fits && level.reason === "optimal" ? proven : feasible,
    ];
  });
  return tableText(columns, rows);
}

function methodLines(session: Session, { outcome }: YearsView): readonly string[] {
  const { program, method, solvedAgain } = outcome;
  const lines: { zh: string; en: string }[] = [];
  if (method === "rolling")
    lines.push({ zh: "逐年滚动编制，未作多年整体求解。", en: "Planned year after year, not as one program." });
  if (program?.status === "tooLarge")
    lines.push({
      zh: `多年整体模型过大（${program.columns} 列），改为逐年滚动。`,
      en: `One program of all years would be too large (${program.columns} columns).`,
    });
  if (program?.blend !== undefined) {
    const gap = `${(100 * program.blend.relativeGap).toFixed(2)}%`;
    lines.push({
      zh: `全部目标加权合计，与最优相差至多 ${gap}。`,
      en: `All levels weighed and summed: at most ${gap} from the best.`,
    });
  }
  for (const { year, rules } of solvedAgain)
    lines.push({
      zh: `第 ${year + 1} 年单独重新求解（${rules.join("、")}）。`,
      en: `Year ${year + 1} was solved again on its own (${rules.join(", ")}).`,
    });
  const left = program?.leftOut ?? [];
  if (left.length > 0)
    lines.push({
      zh: `多年模型未完全包含的规则（由逐年复核把关）：${left.map(({ rule, reason }) => `${rule}（${reason.zh}）`).join("、")}。`,
      en: `Not fully in the program of all years, verified year by year: ${left.map(({ rule, reason }) => `${rule} (${reason.en})`).join(", ")}.`,
    });
  return lines.map((line) => say(session, line));
}

function dutyLines(session: Session, { planned, outcome, verified }: YearsView): readonly string[] {
  const first = planned[0];
  if (first === undefined) return [];
  const names = namesOf(first.instance);
  const list = (people: readonly string[]) => {
    const shown = people.slice(0, SHOWN_PEOPLE).map((person) => names.person(person));
    return `${shown.join(", ")}${people.length > SHOWN_PEOPLE ? ", …" : ""}`;
  };
  const { moved, missed, waiting } = verified;
  const lines = [
    {
      zh: `${planned.length} 年共交流 ${moved} 人；规划期后仍应交流 ${waiting.length} 人；超龄而未交流 ${missed.length} 人。`,
      en: `${moved} people move in ${planned.length} years; ${waiting.length} are still due after them; ${missed.length} passed the age limit before they moved.`,
    },
    ...(missed.length === 0
      ? []
      : [
          {
            zh: `超龄：${list(missed.map(({ person }) => person))}`,
            en: `Passed: ${list(missed.map(({ person }) => person))}`,
          },
        ]),
    ...("changes" in outcome ? [changesText(outcome.changes, list)] : []),
  ];
  return lines.map((line) => say(session, line));
}

function changesText({ people, bound, proven, changed }: ChangeCount, list: (people: readonly string[]) => string) {
  const who = people === 0 ? "" : ` ${list(changed)}`;
  return {
    zh: `与原方案相比，除退出者外变动 ${people} 人（${proven ? "已证明最少" : `至少 ${bound} 人`}）。${who}`,
    en: `Beside those who withdrew, ${people} people change (${proven ? "proven the fewest" : `at least ${bound}`}).${who}`,
  };
}

const KINDS: Readonly<Record<YearsFinding["strength"], Text>> = {
  hard: { zh: "违反", en: "Broken" },
  soft: { zh: "未达到", en: "Not met" },
};

const FINDINGS: Readonly<Record<YearsFinding["code"], Text>> = {
  "relation-over": {
    zh: "人事关系人数超过编制，也多于无人交流时的人数",
    en: "more people belong there than its establishment, and than if nobody had moved",
  },
  "working-over": {
    zh: "在岗人数超过编制，也多于无人交流时的人数",
    en: "more people work there than its establishment, and than if nobody had moved",
  },
  "starts-while-away": { zh: "交流期未满又交流", en: "starts again before the term has ended" },
  "back-too-early": { zh: "交流期未满即返回", en: "comes back before the term has ended" },
  "ledger-differs": {
    zh: "方案所列人数与各年去向推算的人数不符",
    en: "the headcounts that the plan states are not those that the lines of all years give",
  },
};

function findingLines(session: Session, { planned, verified }: YearsView): readonly string[] {
  const first = planned[0];
  if (first === undefined) return [];
  const names = namesOf(first.instance);
  return verified.findings.map(({ code, year, about, amount, strength }) => {
    const who = say(session, names.subject(about));
    const kind = say(session, KINDS[strength]);
    const what = say(session, FINDINGS[code]);
    return say(session, {
      zh: `${kind}：${year} 年 ${who} ${what}（${amount}）`,
      en: `${kind}: ${year} ${who}: ${what} (${amount})`,
    });
  });
}
