/** What needs a machine with files: counties, policies and plans by their paths, solvers on threads, writing. */
export type { CaseFiles, Folder, YearsCaseFiles } from "./node/open.ts";
export {
  findPolicy,
  openApplications,
  openCase,
  openCounty,
  openYearsCase,
  readAppointmentListFile,
  readLocks,
  readPlanFile,
  readRecordsFile,
  readRosterFile,
  readYearsFile,
} from "./node/open.ts";
export type { CheckResultFile } from "./node/check-result.ts";
export { writeCheckResult } from "./node/check-result.ts";
export { planBeside } from "./node/read-edited.ts";
export { openSession } from "./node/open-session.ts";
export { SOLVER_NAMES, loadSolver } from "./node/solvers.ts";
export type { OutputOptions } from "./node/output/check-output.ts";
export { checkOutput } from "./node/output/check-output.ts";
export { writeFiles } from "./node/output/write-files.ts";
