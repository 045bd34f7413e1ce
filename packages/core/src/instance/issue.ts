import type { IssueCode } from "./issue-codes.ts";

/**
 * A text in the two languages that every reader of ours gets.
 *
 * @public
 */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/**
 * Where in a file something stands; the adapter that read the file fills it in.
 *
 * @public
 */
export interface SourceLocation {
  readonly file?: string;
  readonly sheet?: string;
  /** A1 address of the cell. */
  readonly cell?: string;
  /** Line of a text file, counted from 1. */
  readonly line?: number;
}

/**
 * Something wrong in given data; collected, not thrown.
 *
 * An `error` stops the verb that found it, a `warning` is reported and work goes on.
 *
 * @public
 */
export interface Issue {
  /** Stable kebab-case code; tests and tools look at this and never at the text. */
  readonly code: IssueCode;
  readonly severity: "error" | "warning";
  readonly message: Text;
  /** What to do about it. */
  readonly advice?: Text;
  /** Keys from the root of the document to the value. */
  readonly path?: readonly (string | number)[];
  readonly place?: SourceLocation;
  /** What was found, as text; never a health, discipline or birth date value. */
  readonly received?: string;
  /** What could stand there: a value as it is typed, or a description in both languages. */
  readonly expected?: string | Text;
  /** Rule id, for example `YL-06`. */
  readonly source?: string;
  /** For a value that the authority has to give: what to ask and how to answer. */
  readonly question?: Text;
  /** Example on the command line, for example `--set quotaShare=8%`. */
  readonly example?: string;
}

/**
 * A value or everything that is wrong with it; warnings come with the value.
 *
 * @public
 */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Returns whether at least one issue stops the work.
 *
 * @public
 */
export function hasError(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === "error");
}

/**
 * Returns the value with its warnings, or all issues if one of them is an error.
 *
 * @public
 */
export function checked<T>(value: T, issues: readonly Issue[]): Checked<T> {
  return hasError(issues) ? { ok: false, issues } : { ok: true, value, warnings: issues };
}
