/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type GeoIssueCode =
  "coordinates-far" | "coordinates-zero" | "person-without-residence" | "school-without-coordinates";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly geo: GeoIssueCode;
  }
}
