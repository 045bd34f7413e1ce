/** The conformance suite of the solver port. */
export { bruteForce } from "./brute-force.ts";
export type { BruteForceOptions, BruteForceResult } from "./brute-force.ts";
export type { ConformanceCase } from "./case.ts";
export { ConformanceError, VALUE_TOLERANCE } from "./claims.ts";
export { conformanceTests } from "./conformance.ts";
export type { ConformanceOptions, ConformanceSkip } from "./conformance.ts";
export { exactSearch } from "./exact-search.ts";
export type { ExactResult } from "./exact-search.ts";
export {
  assignmentProgram,
  degenerateProgram,
  equationProgram,
  freeProgram,
  generalProgram,
  mixedProgram,
  negativeProgram,
  wideProgram,
} from "./families.ts";
export type { Family } from "./families.ts";
export { fromJslpModel } from "./jslp-model.ts";
export type { JslpModelText, JslpProgram } from "./jslp-model.ts";
export { hardProgram, hardStart } from "./limit-cases.ts";
export type { TestModel } from "./model-cases.ts";
export { rangedProgram, steepProgram } from "./magnitudes.ts";
export { networkProgram, SIDE_ROW_KINDS } from "./network-families.ts";
export type { SideRowKind } from "./network-families.ts";
export { Draws, seedOf } from "./random.ts";
export { smallProgram } from "./small-program.ts";
export type { SmallColumn, SmallProgram, SmallRow } from "./small-program.ts";
