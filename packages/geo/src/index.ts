export type { Datum } from "./datum.ts";
export { DATUMS, convertDeclared, datumOf, fromWgs84, toWgs84 } from "./datum.ts";
export type { LocatedPoint } from "./plausibility.ts";
export { checkCoordinates, checkPoints } from "./plausibility.ts";
export type { TravelMatrixOptions, TravelPair, TravelProvider, TravelRequest, TravelResult } from "./travel.ts";
export { haversineProvider, travelMatrix } from "./travel.ts";
export type { GeoIssueCode } from "./issue-codes.ts";
