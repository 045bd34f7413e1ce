/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type PoliciesIssueCode =
  | "file-too-large"
  | "file-unreadable"
  | "not-a-file"
  | "nothing-to-change"
  | "nothing-to-remove"
  | "read-as-gb18030"
  | "unknown-policy";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly policies: PoliciesIssueCode;
  }
}
