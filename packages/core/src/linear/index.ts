/** The solver-neutral program. */
export { cutActivity, rowActivity } from "./activity.ts";
export { NO_NODE, ProgramBuilder } from "./builder.ts";
export type { ColumnSpec, LabelRef, LevelSpec, RowSpec } from "./builder.ts";
export { writeLp } from "./lp.ts";
export { writeMps } from "./mps.ts";
export { labelOf, levelValue, ROW_NODE, ROW_SIDE } from "./program.ts";
export type { Cut, LabelGroup, LabelTable, Level, LinearProgram, RowKind } from "./program.ts";
export { restrictProgram } from "./restrict.ts";
export type { RestrictedProgram, Restriction } from "./restrict.ts";
