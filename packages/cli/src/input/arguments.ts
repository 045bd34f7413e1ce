import type { Checked, Issue, PlanLimits, Settings, Text } from "lungang";

/** Reasons for which rules are set aside, by the id of the rule. */
export type Overrides = Readonly<Record<string, string>>;

type CallDetails = Pick<Issue, "received" | "expected">;

/** Returns an issue about an option of the call. */
export function usageIssue(option: string, message: Text, details: CallDetails = {}): Issue {
  return { ...callIssue(message, details), path: [option] };
}

/** Returns an issue about what stands in the call without an option, which its place says. */
export function callIssue(message: Text, details: CallDetails = {}): Issue {
  return { code: "invalid-option", severity: "error", message, ...details };
}

/** Reads `name=value` pairs; the last of a name wins. */
export function readSettings(pairs: readonly string[]): Checked<Settings> {
  const { entries, issues } = splitPairs("--set", pairs, "quotaShare=8%");
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, value: Object.fromEntries(entries) as Settings, warnings: [] };
}

/** Reads `rule=reason` pairs. */
export function readOverrides(pairs: readonly string[]): Checked<Overrides> {
  const { entries, issues } = splitPairs("--override", pairs, "quota=经局长办公会同意");
  const empty = entries
    .filter(([, reason]) => reason === "")
    .map(([rule]) =>
      usageIssue("--override", {
        zh: `放宽规则“${rule}”必须写明理由`,
        en: `Setting rule "${rule}" aside needs a reason`,
      }),
    );
  const all = [...issues, ...empty];
  return all.length > 0 ? { ok: false, issues: all } : { ok: true, value: Object.fromEntries(entries), warnings: [] };
}

function splitPairs(option: string, pairs: readonly string[], expected: string) {
  const entries: [string, string][] = [];
  const issues: Issue[] = [];
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at > 0) entries.push([pair.slice(0, at).trim(), pair.slice(at + 1).trim()]);
    else {
      const message = { zh: "应写成“名称=值”", en: "It takes name=value" };
      issues.push(usageIssue(option, message, { received: pair, expected }));
    }
  }
  return { entries, issues };
}

/** Limits of a plan as they stand on the command line. */
export interface LimitOptions {
  readonly gap?: string;
  readonly timeLimit?: string;
  readonly nodeLimit?: string;
}

/** Reads the limits of a plan. */
export function readLimits(options: LimitOptions): Checked<PlanLimits> {
  const issues: Issue[] = [];
  const read = (option: string, text: string | undefined, fits: Fits): number | undefined => {
    if (text === undefined) return undefined;
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (Number.isFinite(value) && fits.test(value)) return value;
    const message = { zh: "值不正确", en: "The value is wrong" };
    issues.push(usageIssue(option, message, { received: text, expected: fits.expected }));
    return undefined;
  };
  const relativeGap = read("--gap", options.gap, GAP);
  const timeSeconds = read("--time-limit", options.timeLimit, SECONDS);
  const nodes = read("--node-limit", options.nodeLimit, NODES);
  if (issues.length > 0) return { ok: false, issues };
  const value = {
    ...(relativeGap === undefined ? {} : { relativeGap }),
    ...(timeSeconds === undefined ? {} : { timeSeconds }),
    ...(nodes === undefined ? {} : { nodes }),
  };
  return { ok: true, value, warnings: [] };
}

interface Fits {
  readonly test: (value: number) => boolean;
  readonly expected: string;
}

const GAP: Fits = { test: (value) => value >= 0 && value < 1, expected: "0 ≤ … < 1 (0.0001)" };
const SECONDS: Fits = { test: (value) => value > 0, expected: "> 0 (60)" };
const NODES: Fits = { test: (value) => Number.isSafeInteger(value) && value >= 1, expected: "1, 2, 3, …" };
