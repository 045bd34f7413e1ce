import type { Issue, SourceLocation, Text, IssueCode } from "@lungang/core";
import { maskIdNumbers } from "../values/text.ts";

/** Most issues that are returned; the rest is counted. No county has as many, but a file may be made to. */
export const MAX_ISSUES = 10_000;

interface Tally {
  count: number;
  readonly issue: (count: number) => Issue;
}

/** Collects issues while reading; repeated small remarks become one warning with a count. */
export class IssueLog {
  readonly #issues: Issue[] = [];
  readonly #tallies = new Map<string, Tally>();

  add(issue: Issue): void {
    this.#issues.push(issue);
  }

  /** Counts a remark; the issue is made once, from the count and the first place. */
  count(key: string, issue: (count: number) => Issue): void {
    const tally = this.#tallies.get(key);
    if (tally === undefined) this.#tallies.set(key, { count: 1, issue });
    else tally.count++;
  }

  /** Returns everything found, errors first, without identity numbers. */
  all(): readonly Issue[] {
    return [...this.#issues, ...Array.from(this.#tallies.values(), ({ count, issue }) => issue(count))];
  }
}

/** Puts errors first, cuts the list at {@link MAX_ISSUES} with a count of the rest, and masks identity numbers. */
export function presentIssues(issues: readonly Issue[]): readonly Issue[] {
  const errors = issues.filter((issue) => issue.severity === "error");
  const warnings = issues.filter((issue) => issue.severity === "warning");
  const ordered = [...errors, ...warnings];
  const shown = ordered.slice(0, MAX_ISSUES).map(maskIssue);
  const rest = ordered.length - shown.length;
  if (rest === 0) return shown;
  const more: Issue = {
    code: "more-issues",
    severity: errors.length > 0 ? "error" : "warning",
    message: { zh: `另有 ${rest} 个问题未列出`, en: `${rest} more issues are not listed` },
    advice: { zh: "请先改正已列出的问题再检查", en: "Correct those listed and check again" },
    received: String(rest),
  };
  return [...shown, more];
}

function maskIssue(issue: Issue): Issue {
  const { received, advice } = issue;
  return {
    ...issue,
    message: maskText(issue.message),
    ...(advice === undefined ? {} : { advice: maskText(advice) }),
    ...(received === undefined ? {} : { received: maskIdNumbers(received) }),
  };
}

function maskText({ zh, en }: Text): Text {
  return { zh: maskIdNumbers(zh), en: maskIdNumbers(en) };
}

const RECEIVED_CHARS = 60;

/** Returns a value as it may stand in an issue: short and on one line. */
export function shortText(value: unknown): string {
  const text = String(value).replace(/\s+/gu, " ");
  return text.length > RECEIVED_CHARS ? `${text.slice(0, RECEIVED_CHARS)}…` : text;
}

export interface IssueDetails {
  /** What to do about it: an issue without that helps nobody. */
  readonly advice: Text;
  readonly received?: string;
  readonly expected?: string | Text;
}

/** Returns an error at a place. */
export function errorAt(
  place: SourceLocation,
  code: IssueCode,
  details: IssueDetails & { readonly message: Text },
): Issue {
  return { code, severity: "error", place, ...details };
}

/** Returns a warning at a place. */
export function warningAt(
  place: SourceLocation,
  code: IssueCode,
  details: IssueDetails & { readonly message: Text },
): Issue {
  return { code, severity: "warning", place, ...details };
}
