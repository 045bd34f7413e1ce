export type { CountyOptions, Rates } from "./options.ts";
export { generateCounty } from "./county.ts";
export type { SchoolRow, StaffOptions } from "./row.ts";
export { staff } from "./staff.ts";
export type { TableRow } from "./lists.ts";
export { readSame, readSjkc } from "./lists.ts";
