/** What the engine and its worker tell each other. All arrays are copied or handed over, never turned into text. */

/** The part of a program that stays in the worker. Shapes: see `LinearProgram`. */
export interface ProgramData {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** An extra row. Shapes: `columns` and `values` have one entry a term. */
export interface CutData {
  readonly lower: number;
  readonly upper: number;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A simplex basis in the codes of HiGHS. Shapes: one entry a column; one a row, then one a cut. */
export interface HighsBasis {
  readonly colStatus: Int32Array;
  readonly rowStatus: Int32Array;
}

/** One solve. */
export interface HighsRequest {
  readonly programId: number;
  /** Given where the worker does not have the program yet. */
  readonly program?: ProgramData;
  /** Programs that the worker may forget. */
  readonly drop: readonly number[];
  readonly cost: Float64Array;
  readonly offset: number;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly cuts: readonly CutData[];
  readonly relaxation: boolean;
  readonly basis?: HighsBasis;
  readonly point?: Float64Array;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** Iterations after which an integer solve ends; absent without a limit. */
  readonly iterations?: number;
  /** Seconds between two progress notes. */
  readonly progressInterval: number;
}

/** Sent while an integer solve runs. */
export type HighsNote =
  | { readonly kind: "incumbent"; readonly values: Float64Array }
  | { readonly kind: "progress"; readonly primalBound: number; readonly dualBound: number; readonly nodes: number };

/** The end of a solve. */
export interface HighsReply {
  /** Code of `HighsConstants.modelStatus`. */
  readonly modelStatus: number;
  readonly values?: Float64Array;
  readonly dualBound?: number;
  /** Integer solves: iterations of the linear programs. */
  readonly iterations?: number;
  /** The limit of iterations ended the solve. */
  readonly isUsedUp?: boolean;
  readonly rowPrices?: Float64Array;
  readonly basis?: HighsBasis;
  /** Capacity of the worker's WebAssembly memory; it never shrinks. */
  readonly memoryBytes: number;
}
