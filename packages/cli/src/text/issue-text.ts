import type { Issue, IssueGroup, SourceLocation } from "lungang";
import { groupIssues } from "lungang";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";

/** Reports what is wrong with the input: every issue as JSON, or in words with cells where known. */
export function reportBadInput(session: Session, issues: readonly Issue[]): ExitCode {
  if (session.json) tellJson(session, { issues });
  else writeIssues(session, issues);
  return EXIT.badInput;
}

/** Writes warnings in words to standard error. */
export function reportWarnings(session: Session, warnings: readonly Issue[]): void {
  if (!session.json && warnings.length > 0) writeIssues(session, warnings);
}

/** The same problem of many rows is one line with their numbers, so that all of them can be told. */
function writeIssues(session: Session, issues: readonly Issue[]): void {
  for (const group of groupIssues(issues)) warn(session, groupText(session, group));
  const errors = issues.filter((issue) => issue.severity === "error").length;
  const count = {
    zh: `${errors} 个错误，${issues.length - errors} 个提醒`,
    en: countText(errors, issues.length - errors),
  };
  warn(session, say(session, count));
}

function countText(errors: number, warnings: number): string {
  const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;
  return `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
}

/** Returns a problem for the person who has to correct it: where, what was found, what is expected, what to do. */
function groupText(session: Pick<Session, "language">, { issue, message, received, expected }: IssueGroup): string {
  const words = WORDS[session.language];
  const where = placeText(issue);
  const head = `${issue.severity === "error" ? words.error : words.warning} ${where === "" ? "" : `${where}${words.colon}`}`;
  const details = [
    received === undefined ? "" : `${words.received}${words.colon}${oneLine(received)}`,
    expected === undefined ? "" : `${words.expected}${words.colon}${oneLine(say(session, expected))}`,
  ].filter((part) => part !== "");
  const lines = [
    `${head}${say(session, message)}${issue.source === undefined ? "" : ` [${issue.source}]`}`,
    ...(details.length > 0 ? [`    ${details.join(words.gap)}`] : []),
    ...adviceLines(session, issue),
  ];
  return lines.join("\n");
}

function adviceLines(session: Pick<Session, "language">, issue: Issue): readonly string[] {
  const words = WORDS[session.language];
  const advice = issue.advice === undefined ? issue.example : say(session, issue.advice);
  return advice === undefined ? [] : [`    ${words.todo}${words.colon}${advice}`];
}

const LONGEST = 600;

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function placeText(issue: Issue): string {
  const { place } = issue;
  const found = place === undefined ? "" : partsOf(place);
  // A line or a cell says where; a file alone does not.
  const isExact = place?.cell !== undefined || place?.line !== undefined || place?.sheet !== undefined;
  return isExact ? found : [found, pathText(issue, found)].filter((part) => part !== "").join(" › ");
}

/** Where an entry stands in a document that nobody has open says nothing; its words and its source do. Options were typed. */
function pathText({ code, path = [] }: Issue, found: string): string {
  const isOption = code === "invalid-option" || String(path[0]).startsWith("--");
  return found === "" && !isOption ? "" : path.join(".");
}

function partsOf({ file, sheet, cell, line }: SourceLocation): string {
  const lined = line === undefined ? file : `${file ?? ""}:${line}`;
  return [lined, sheet, cell].filter((part) => part !== undefined && part !== "").join(" › ");
}

const WORDS = {
  zh: {
    error: "错误",
    warning: "提醒",
    received: "现为",
    expected: "应为",
    todo: "处理",
    colon: "：",
    gap: "；",
  },
  en: {
    error: "Error",
    warning: "Warning",
    received: "found",
    expected: "expected",
    todo: "To do",
    colon: ": ",
    gap: "; ",
  },
} as const;
