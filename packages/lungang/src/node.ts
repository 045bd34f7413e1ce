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
export { openSession } from "./node/open-session.ts";
export { SOLVER_NAMES, loadSolver } from "./node/solvers.ts";
export { writeFiles } from "./node/write-files.ts";
