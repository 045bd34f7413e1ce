/** What needs a machine with files: counties, policies and plans by their paths, solvers on threads, writing. */
export type { CaseFiles, Folder, YearsCaseFiles } from "./node/open.ts";
export {
  findPolicy,
  openApplications,
  openCase,
  openCounty,
  openYearsCase,
  readAppointmentListFile,
  readExplanationFile,
  readLocks,
  readPlanFile,
  readProcedureFile,
  readRecordsFile,
  readRosterFile,
  readYearsFile,
} from "./node/open.ts";
export type { ForPlan } from "./node/county-of-plan.ts";
export { openCountyFor } from "./node/county-of-plan.ts";
export type { StandingsOf } from "./files/standings-sheet.ts";
export type { CheckResultFile } from "./node/check-result.ts";
export { writeCheckResult } from "./node/check-result.ts";
export type { EarlierFiles } from "./node/read-edited.ts";
export { planBeside, readEarlierYears } from "./node/read-edited.ts";
export { sourcesOf } from "./node/sources.ts";
export { openSession } from "./node/open-session.ts";
export { SOLVER_NAMES, loadSolver } from "./node/solvers.ts";
export type { OutputOptions } from "./node/output/check-output.ts";
export { checkOutput } from "./node/output/check-output.ts";
export type { MadeFrom } from "./node/output/record.ts";
export type { WriteOptions } from "./node/output/write-files.ts";
export { writeFiles } from "./node/output/write-files.ts";
