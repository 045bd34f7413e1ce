/** What needs files or threads: reading from a path, parsing in a guarded thread, writing whole files. */
export type { ReadLimits } from "./guarded-parse.ts";
export type { PathOrFiles } from "./read-path.ts";
export {
  readAppointmentBook,
  readAppointmentList,
  readCounty,
  readDecisions,
  readProcedureBook,
  readRoster,
  readXlsxBook,
  writeCheckResult,
} from "./read-path.ts";
