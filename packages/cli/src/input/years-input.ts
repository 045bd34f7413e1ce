import { basename } from "node:path";
import type { Checked, Instance, Issue, Lock } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Policy, Settings } from "@lungang/core/policy";
import { planSchema } from "@lungang/core/plan";
import { pathOf } from "../session.ts";
import type { Session } from "../session.ts";
import { readOverrides, readSettings, together, usageIssue } from "./arguments.ts";
import type { PlanningOptions } from "./options.ts";
import { readInstance, readLocks, readPolicy } from "./planning-input.ts";
import { readJson } from "./read-file.ts";

/** Format of the file that holds the plans of all years. */
export const YEARS_FORMAT = "lungang-years-1";

/** Options by which years, their policies and an earlier plan are named. */
export interface YearsInputOptions extends PlanningOptions {
  readonly years: string;
  /** Settings by year: `name=value,value`; the last value holds for the years after it. */
  readonly yearly: readonly string[];
  readonly replan?: string;
  readonly withdraw: readonly string[];
  readonly fixed?: string;
}

/** What years are planned from. */
export interface YearsInput {
  readonly instance: Instance;
  /** One policy a year. */
  readonly policies: readonly Policy[];
  readonly years: number;
  /** Decisions of the first year. */
  readonly locks: readonly Lock[];
  /** Plans that are planned again. */
  readonly earlier?: readonly Plan[];
  readonly withdrawn: readonly string[];
  readonly fixed: number;
}

const MOST_YEARS = 6;

/** Reads everything that the call names; the problems of all of it at once. */
export async function readYearsInput(
  session: Session,
  instanceName: string,
  options: YearsInputOptions,
): Promise<Checked<YearsInput>> {
  const call = together(
    readWhole("--years", options.years, { least: 1, most: MOST_YEARS }),
    readWhole("--fixed", options.fixed ?? "0", { least: 0, most: MOST_YEARS - 1 }),
    readSettings(options.set),
    readYearly(options.yearly),
    readOverrides(options.override),
    onlyWithPlan(options),
  );
  const files = together(
    await readInstance(session, instanceName),
    await readLocks(session, options.lock),
    await readPlans(session, options.replan),
  );
  if (!call.ok) return { ok: false, issues: [...call.issues, ...(files.ok ? [] : files.issues)] };
  const [years, fixed, settings, yearly, overrides] = call.value;
  const policies: Policy[] = [];
  for (let year = 0; year < years; year++) {
    const policy = await readPolicy(session, { ...options, settings: { ...settings, ...yearly(year) }, overrides });
    // What is wrong in one year is wrong in all of them, or is a value of that year.
    if (!policy.ok) return { ok: false, issues: [...policy.issues, ...(files.ok ? [] : files.issues)] };
    policies.push(policy.value);
  }
  if (!files.ok) return files;
  const [instance, locks, earlier] = files.value;
  const issues = [...unknownPeople(instance, options.withdraw), ...tooFewPlans(earlier, { years, fixed })];
  if (issues.length > 0) return { ok: false, issues };
  const value = { instance, policies, years, locks, withdrawn: options.withdraw, fixed };
  return { ok: true, value: earlier === undefined ? value : { ...value, earlier }, warnings: files.warnings };
}

function readWhole(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): Checked<number> {
  const value = /^\d+$/u.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return { ok: true, value, warnings: [] };
  const message = { zh: "值不正确", en: "The value is wrong" };
  return { ok: false, issues: [usageIssue(option, message, { received: text, expected: `${least} - ${most}` })] };
}

/** Returns the settings of each year from `name=value,value` pairs. */
function readYearly(pairs: readonly string[]): Checked<(year: number) => Settings> {
  const read = readSettings(pairs);
  if (!read.ok) return { ok: false, issues: read.issues.map((issue) => ({ ...issue, path: ["--yearly"] })) };
  const values = Object.entries(read.value).map(([name, text]) => [name, String(text).split(",")] as const);
  const of = (year: number) =>
    Object.fromEntries(values.map(([name, list]) => [name, (list[Math.min(year, list.length - 1)] ?? "").trim()]));
  return { ok: true, value: of, warnings: [] };
}

/** Withdrawals and fixed years speak of an earlier plan. */
function onlyWithPlan({ replan, withdraw, fixed }: YearsInputOptions): Checked<undefined> {
  const given = [...(withdraw.length > 0 ? ["--withdraw"] : []), ...(fixed === undefined ? [] : ["--fixed"])];
  if (replan !== undefined || given.length === 0) return { ok: true, value: undefined, warnings: [] };
  const message = {
    zh: "只能与 --replan（原方案文件）一起使用",
    en: "It needs --replan with the file of the earlier plan",
  };
  return { ok: false, issues: given.map((option) => usageIssue(option, message, { expected: "--replan years.json" })) };
}

async function readPlans(session: Session, name: string | undefined): Promise<Checked<readonly Plan[] | undefined>> {
  if (name === undefined) return { ok: true, value: undefined, warnings: [] };
  const data = await readJson(pathOf(session, name), name);
  if (!data.ok) return data;
  const { format, plans } = (data.value ?? {}) as { readonly format?: unknown; readonly plans?: unknown };
  const place = { file: basename(name) };
  if (format !== YEARS_FORMAT || !Array.isArray(plans)) {
    const message = { zh: "这不是多年方案文件（years.json）", en: "This is no plan over years (years.json)" };
    const expected = `"format": "${YEARS_FORMAT}"`;
    return { ok: false, issues: [{ code: "invalid-plan", severity: "error", place, message, expected }] };
  }
  const read = (plans as readonly unknown[]).map((plan) => planSchema.safeParse(plan));
  const issues = read.flatMap(({ success, error }, year): Issue[] => {
    if (success) return [];
    const [first] = error.issues;
    const what = `${String(first?.path.join("."))}: ${first?.message}`;
    const message = {
      zh: `第 ${year + 1} 年的方案无法识别：${what}`,
      en: `Cannot read the plan of year ${year + 1}: ${what}`,
    };
    return [{ code: "invalid-plan", severity: "error", place, message }];
  });
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: read.flatMap(({ data: plan }) => (plan === undefined ? [] : [plan])), warnings: [] };
}

function unknownPeople({ persons }: Instance, withdrawn: readonly string[]): readonly Issue[] {
  const known = new Set(persons.map(({ id }) => id));
  const unknown = withdrawn.filter((id) => !known.has(id));
  const message = { zh: "没有这个编号的人员", en: "There is nobody with this id" };
  return unknown.map((id) => usageIssue("--withdraw", message, { received: id }));
}

function tooFewPlans(
  earlier: readonly Plan[] | undefined,
  { years, fixed }: { readonly years: number; readonly fixed: number },
): readonly Issue[] {
  if (earlier === undefined) return [];
  const message = { zh: "原方案的年数与此不符", en: "The earlier plan has another number of years" };
  const issues: Issue[] = [];
  if (earlier.length !== years)
    issues.push(usageIssue("--years", message, { received: String(years), expected: String(earlier.length) }));
  if (fixed >= earlier.length) {
    const none = { zh: "没有留下可以重排的年份", en: "No year is left to plan" };
    issues.push(usageIssue("--fixed", none, { received: String(fixed), expected: `< ${earlier.length}` }));
  }
  return issues;
}
