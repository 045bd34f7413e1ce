/** The reports R1 to R23 as data and as sheets, and the page of a plan. */
export { REPORT_IDS, buildReports, policySectionsOf } from "./build-reports.ts";
export { HELD_BACK, holdBack } from "./privacy.ts";
export type { Audience, Report, ReportColumn, ReportColumnType, ReportTable, ReportValue } from "./report.ts";
export type { ReportSheet, ReportSheetsOptions } from "./sheets.ts";
export { reportSheets } from "./sheets.ts";
export type { DeliverableRecord, ReportRecords, UnplacedRecord } from "./records.ts";
export { readRecords } from "./records.ts";
export type { ReportRequest } from "./source.ts";
export type { ReportIssueCode } from "./issue-codes.ts";
export { dutyText } from "./letters/duty.ts";
export type { Letter, LettersRequest } from "./letters/letter.ts";
export { buildLetters } from "./letters/letters.ts";
export type { LettersHtmlOptions } from "./letters/letters-html.ts";
export { lettersHtml } from "./letters/letters-html.ts";
export type { PageRequest, SweepResult } from "./page/ground.ts";
export { buildPage } from "./page/build-page.ts";
export { pageHtml } from "./page/page-html.ts";
export type { Edition, Page } from "./page/page.ts";
