import type { Checked, Issue, Settings, YearsCase } from "lungang";
import { MOST_YEARS, together } from "lungang";
import type { EarlierFiles } from "lungang/node";
import { openCounty, openYearsCase, readEarlierYears, readLocks } from "lungang/node";
import type { Session } from "../session.ts";
import { readOverrides, readSettings, usageIssue } from "./arguments.ts";
import type { Overrides } from "./arguments.ts";
import { issuesOf } from "./issues-of.ts";
import type { PlanningOptions } from "./options.ts";

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
  readonly yearsCase: YearsCase;
  /** Plans that are planned again, and what people edited in their workbooks. */
  readonly earlier: EarlierFiles | undefined;
  readonly fixed: number;
}

/** Reads everything that the call names; the problems of all of it at once. */
export async function readYearsInput(
  session: Session,
  county: string,
  options: YearsInputOptions,
): Promise<Checked<YearsInput>> {
  const call = readCall(options);
  const earlier = await readEarlier(session, options.replan);
  if (!call.ok)
    return {
      ok: false,
      issues: [...call.issues, ...(await fileIssues(session, county, options)), ...issuesOf(earlier)],
    };
  const { fixed, ...span } = call.value;
  const { policy, lock } = options;
  const named = { ...(policy === undefined ? {} : { policy }), ...(lock === undefined ? {} : { locks: lock }) };
  const files = { county, folder: session.io.cwd, ...named };
  const read = together(await openYearsCase({ ...files, ...span }), earlier);
  if (!read.ok) return read;
  const [yearsCase, plans] = read.value;
  return { ok: true, value: { yearsCase, earlier: plans, fixed }, warnings: read.warnings };
}

interface Call {
  readonly years: number;
  readonly fixed: number;
  readonly settings: Settings;
  readonly overrides: Overrides;
  /** Settings of each year. */
  readonly yearly: readonly Settings[];
}

function readCall(options: YearsInputOptions): Checked<Call> {
  const call = together(
    readWhole("--years", options.years, { least: 1, most: MOST_YEARS }),
    readWhole("--fixed", options.fixed ?? "0", { least: 0, most: MOST_YEARS - 1 }),
    readSettings(options.set),
    readYearly(options.yearly),
    readOverrides(options.override),
    onlyWithPlan(options),
  );
  if (!call.ok) return call;
  const [years, fixed, settings, yearly, overrides] = call.value;
  return { ...call, value: { years, fixed, settings, yearly, overrides } };
}

async function fileIssues({ io }: Session, county: string, { lock }: YearsInputOptions): Promise<readonly Issue[]> {
  const at = { folder: io.cwd };
  return [
    ...issuesOf(await openCounty(county, at)),
    ...(lock === undefined ? [] : issuesOf(await readLocks(lock, at))),
  ];
}

function readWhole(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): Checked<number> {
  const value = /^\d+$/u.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return { ok: true, value, warnings: [] };
  const message = { zh: "值不正确", en: "The value is wrong" };
  return { ok: false, issues: [usageIssue(option, message, { received: text, expected: `${least}–${most}` })] };
}

/** Returns the settings of each year from `name=value,value` pairs. */
function readYearly(pairs: readonly string[]): Checked<readonly Settings[]> {
  const read = readSettings(pairs);
  if (!read.ok) return { ok: false, issues: read.issues.map((issue) => ({ ...issue, path: ["--yearly"] })) };
  const values = Object.entries(read.value).map(([name, text]) => [name, String(text).split(",")] as const);
  const of = (year: number) =>
    Object.fromEntries(values.map(([name, list]) => [name, (list[Math.min(year, list.length - 1)] ?? "").trim()]));
  return { ok: true, value: Array.from({ length: MOST_YEARS }, (_, year) => of(year)), warnings: [] };
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

async function readEarlier({ io }: Session, name: string | undefined): Promise<Checked<EarlierFiles | undefined>> {
  return name === undefined ? { ok: true, value: undefined, warnings: [] } : readEarlierYears(name, { folder: io.cwd });
}

/** The option behind each part of what is given of earlier years. */
const OPTIONS: Readonly<Record<string, string>> = {
  withdrawn: "--withdraw",
  years: "--years",
  fixed: "--fixed",
  plans: "--replan",
};

/** Returns issues about earlier years with the option in place of their path. */
export function byOption(issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => {
    const [first, part] = issue.path ?? [];
    const option = first === "earlier" ? OPTIONS[String(part)] : undefined;
    return option === undefined ? issue : { ...issue, path: [option] };
  });
}
