import type { Issue, Text } from "@lungang/core";
import type {
  PlannedYear,
  ProgramReport,
  ReplanYearsOutcome,
  YearsOutcome as CoreOutcome,
  YearsReport,
} from "@lungang/years";
import { stoppedText } from "../outcome/tell-plan.ts";
import { plainIssues, tellLeast, tellViolations } from "../outcome/told.ts";
import { dryYearText, noPlanText } from "./dry-year-text.ts";
import { tellFindings } from "./tell-findings.ts";
import type { YearsCase } from "./years-case.ts";
import type { YearsOutcome } from "./years-outcome.ts";
import { YEARS_OUTCOME_FORMAT } from "./years-outcome.ts";

type Made = Exclude<CoreOutcome | ReplanYearsOutcome, { status: "invalid" }>;

/** What a plan over years is told from. */
interface PlannedMaterial {
  readonly outcome: Made;
  /** Fixed years and those planned, in order. */
  readonly planned: readonly PlannedYear[];
  readonly report: YearsReport;
  /** What is to be said beside the plans. */
  readonly issues: readonly Issue[];
}

/** Returns the outcome where data, policy or call are wrong. */
export function invalidYears(
  issues: readonly Issue[],
  about: Partial<Pick<YearsCase, "instance" | "locks">> = {},
): YearsOutcome {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const message = {
    zh: `无法编制：数据、政策或调用有 ${errors} 处错误。`,
    en: `Nothing was planned: ${errors} things are wrong with the data, the policy or the call.`,
  };
  return { format: YEARS_OUTCOME_FORMAT, status: "invalid", message, issues: plainIssues(issues, about) };
}

/** Returns a plan over years as plain data with its sentences. */
export function tellPlannedYears({ outcome, planned, report, issues }: PlannedMaterial): YearsOutcome {
  const { method, totals, solvedAgain } = outcome;
  const { ok, moved, missed, waiting, findings, burden } = report;
  const changes = "changes" in outcome ? outcome.changes : null;
  return plain<YearsOutcome>({
    format: YEARS_OUTCOME_FORMAT,
    status: "planned",
    message: dutyText(planned.length, report),
    issues: plainIssues(issues),
    method,
    plans: planned.map(({ plan }) => plan),
    violations: planned.map(({ plan, ...year }) => tellViolations(plan.violations, year)),
    totals: totals.map(({ years, ...total }) => ({ ...total, text: titleOf(total.name, outcome), years: [...years] })),
    program: programOf(outcome.program),
    solvedAgain: solvedAgain.map(({ year, rules }) => ({ year, rules: [...rules] })),
    changes: changes === null ? null : { ...changes, changed: [...changes.changed] },
    verified: {
      ok,
      moved,
      missed: [...missed],
      waiting: [...waiting],
      findings: tellFindings(findings, planned),
      burden: [...burden],
    },
  });
}

/** Returns that a year has no plan, and what would have to give or which limit came first. */
export function tellUnplannedYears(
  yearsCase: YearsCase,
  outcome: Made,
  { fixed, issues }: { readonly fixed: readonly PlannedYear[]; readonly issues: readonly Issue[] },
): YearsOutcome {
  const { instance, policies } = yearsCase;
  const { stopped, years: done, method } = outcome;
  if (stopped?.status === "invalid") return invalidYears(stopped.issues, yearsCase);
  const before = [...fixed, ...done];
  const number = before.length;
  const base = {
    format: YEARS_OUTCOME_FORMAT,
    issues: plainIssues([...issues, ...(stopped?.warnings ?? [])], { instance }),
    method,
    year: instance.planYear + number,
    program: programOf(outcome.program),
  } as const;
  if (stopped?.status === "infeasible") {
    const policy = policies[Math.min(number, policies.length - 1)] as YearsCase["policies"][number];
    const leastViolations = tellLeast(stopped.leastViolations, { instance, policy });
    const { possibleUnmoved } = outcome;
    const message = dryYearText({
      year: base.year,
      before: done.length,
      afterFixed: fixed.length > 0,
      possibleUnmoved,
      byProgram: outcome.program !== undefined,
    });
    const { termination } = stopped;
    const plans = before.map(({ plan }) => plan);
    const unmoved = possibleUnmoved ?? null;
    return { ...base, status: "infeasible", message, termination, leastViolations, plans, possibleUnmoved: unmoved };
  }
  const termination = stopped?.termination ?? { reason: "noSolutionFound", limit: "other" };
  const none = noPlanText(base.year);
  const stop = stoppedText(termination.limit);
  const message = { zh: `${none.zh}${stop.zh}`, en: `${none.en} ${stop.en}` };
  return { ...base, status: "stopped", message, termination };
}

/** How the policy calls a level; the name where only the years have it. */
function titleOf(level: string, { years }: Made): Text {
  const found = years[0]?.policy.levels.find(({ name }) => name === level);
  return found?.text ?? { zh: level, en: level };
}

function dutyText(years: number, { moved, waiting, missed }: YearsReport): Text {
  return {
    zh: `${years} 年共交流 ${moved} 人；规划期后仍符合条件而未安排 ${waiting.length} 人；期间未安排、此后不再符合条件（如超龄、退休）${missed.length} 人。`,
    en: `${moved} people move in ${years} years; ${waiting.length} are still due after them; ${missed.length} were due and no longer are (over age, retired) before they moved.`,
  };
}

type Planned = Extract<YearsOutcome, { status: "planned" }>;
type Program = Planned["program"];

/** Returns what the program proved; a bound without end is `null`, and times are left out. */
function programOf(report: ProgramReport | undefined): Program {
  if (report === undefined) return null;
  const { seconds: _seconds, ...rest } = report;
  return plain(rest as unknown as NonNullable<Program>);
}

/** JSON writes numbers without end as `null`. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
