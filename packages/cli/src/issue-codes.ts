/**
 * Codes of the issues that only the command line finds.
 *
 * @public
 */
export type CliIssueCode = "invalid-option" | "usage";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly cli: CliIssueCode;
  }
}
