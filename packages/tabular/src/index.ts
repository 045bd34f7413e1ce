export type { ConvertCoordinates } from "./county/datum.ts";
export type { ReadCountyOptions } from "./county/read-county.ts";
export { placeIssue, readCounty } from "./county/read-county.ts";
export type { CountySource, NamedFile } from "./county/source.ts";
export type { IssueGroup } from "./county/issue-groups.ts";
export { groupIssues } from "./county/issue-groups.ts";
export type { CheckResultOptions } from "./writing/check-result.ts";
export { writeCheckResult } from "./writing/check-result.ts";
export type { Decisions } from "./county/read-decisions.ts";
export { readDecisions } from "./county/read-decisions.ts";
export type { SettingRow } from "./writing/decision-sheets.ts";
export { decisionSheets } from "./writing/decision-sheets.ts";
export { writeTemplate } from "./writing/template.ts";
export type { CsvFile } from "./writing/write-county.ts";
export { writeCounty, writeCountyCsv } from "./writing/write-county.ts";
export type { PlanSheetsOptions } from "./plan/plan-sheets.ts";
export { planSheets } from "./plan/plan-sheets.ts";
export type { CountedScale } from "./plan/plan-context.ts";
export type { Roster, RosterLine } from "./plan/read-roster.ts";
export { readRoster } from "./plan/read-roster.ts";
export type { KnownRows } from "./appointment/appointment-template.ts";
export { writeAppointmentTemplate } from "./appointment/appointment-template.ts";
export { conditionProblem } from "./appointment/condition-text.ts";
export type { AppointmentRows } from "./appointment/appointment-rows.ts";
export { settingText } from "./sheets/appointment-settings.ts";
export type { WrittenItem } from "./appointment/item-rows.ts";
export type {
  AppointmentBook,
  CompletedReading,
  FoundPoints,
  ReadAppointmentOptions,
} from "./appointment/read-appointment-book.ts";
export { readAppointmentBook } from "./appointment/read-appointment-book.ts";
export type { KnownIds, KnownPerson, KnownPost } from "./county/known-ids.ts";
export type { AppointmentListLine, AppointmentListOptions, AppointmentStepLine } from "./appointment/list-sheets.ts";
export { appointmentListSheets, appointmentStepSheet } from "./appointment/list-sheets.ts";
export type { AppointmentList, AppointmentListRow } from "./appointment/read-list.ts";
export { readAppointmentList } from "./appointment/read-list.ts";
export type { ProcedureBook } from "./procedure/read-procedure-book.ts";
export { readProcedureBook } from "./procedure/read-procedure-book.ts";
export type { ProcedureRows } from "./procedure/procedure-rows.ts";
export { procedureSheets } from "./procedure/procedure-book-sheets.ts";
export type { Book, CellValue, SheetData } from "./workbook/book.ts";
export { writeCsv } from "./workbook/csv.ts";
export { readStamp } from "./workbook/read-stamp.ts";
export type { ReadOptions } from "./workbook/read-xlsx.ts";
export { readXlsxBook } from "./workbook/read-xlsx.ts";
export type { OfficialDocument } from "./writing/official.ts";
export { officialSheets } from "./writing/official.ts";
export type { PersonWords } from "./plan/plan-context.ts";
export type { Frame } from "./workbook/frame.ts";
export type { OutColumn, OutColumnType, OutSheet, OutValue } from "./workbook/out-sheet.ts";
export type { WriteOptions } from "./workbook/write-xlsx.ts";
export { writeWorkbook } from "./workbook/write-xlsx.ts";
export type { TabularIssueCode } from "./issue-codes.ts";
