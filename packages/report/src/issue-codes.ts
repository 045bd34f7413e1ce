/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type ReportIssueCode = "invalid-records";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly report: ReportIssueCode;
  }
}
