import type { EngineAnswer, EngineLimits } from "@lungang/program";

/**
 * Files of one run; all in one folder that is deleted afterwards.
 *
 * @public
 */
export interface RunFiles {
  /** The program as free MPS. */
  readonly model: string;
  /** Where the answer may be written. */
  readonly answer: string;
  /** The start point in the words of the program that runs; absent where there is none. */
  readonly start?: string;
}

/**
 * What a program is asked to do with its files.
 *
 * @public
 */
export interface NativeTask {
  /** No column has to be an integer: row prices prove the value. */
  readonly isLinear: boolean;
  /** A relaxation may end inside its optimal face. */
  readonly interior: boolean;
  /** `timeSeconds` is what is left when the program starts. */
  readonly limits: EngineLimits;
  readonly seed: number;
  /** 0: the best settings; 1: settings as different as the program has, for a second opinion. */
  readonly configuration: 0 | 1;
}

/**
 * What a program left behind.
 *
 * @public
 */
export interface NativeOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Text of the answer file, absent where the program wrote none. */
  readonly answer: string | undefined;
}

/**
 * What the words of a program mean; the point is put into the sheet. The bound is one of the text, without offset.
 *
 * @public
 */
export type NativeAnswer = Pick<EngineAnswer, "status" | "limit" | "rawStatus" | "dualBound"> & {
  /** Whether the sheet holds a point. */
  readonly hasPoint: boolean;
  /** Whether the sheet holds row prices. */
  readonly hasPrices?: boolean;
  /** Seconds of reading and solving by its own clock, for measurements. */
  readonly ownSeconds?: number;
};

/**
 * Takes what a program says of columns (`C0`, ...) and rows (`R0`, `R0U`, ...), by name or by number in the text.
 *
 * @public
 */
export interface AnswerSheet {
  /** @throws {Error} if the name is none of the text's */
  column(name: string, value: number): void;
  /** Adds to the price of a row. @throws {Error} if the name is none of the text's */
  price(name: string, value: number): void;
  /** The names of the rows and columns in the order of the text. */
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
}

/**
 * How to run one program and how to read what it says.
 *
 * @public
 */
export interface NativeProgram {
  readonly name: string;
  /** Looked for in this order, on the PATH. */
  readonly executables: readonly string[];
  /** Arguments with which it says its version, and what to look for in what it says. */
  readonly version: { readonly args: readonly string[]; readonly pattern: RegExp };
  readonly capabilities: {
    /** Gives the prices of the rows of a program without integers, precise enough to prove its value. */
    readonly relaxation: boolean;
    readonly warmStart: boolean;
    readonly nodeLimit: boolean;
  };
  args(files: RunFiles, task: NativeTask): readonly string[];
  /** Returns the text of a start file. Shapes: one value a column. */
  startText?(values: Float64Array): string;
  /** @throws {Error} if the output makes no sense */
  read(output: NativeOutput, sheet: AnswerSheet, task: NativeTask): NativeAnswer;
}
