/** Where text goes; a stream of Node fits. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The world outside: a process gives its own, a test gives a made-up one. */
export interface Io {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Aborted when the user wants to stop; the best plan found so far is kept. */
  readonly signal?: AbortSignal;
  /** Calls back every so many seconds until what it returns is called. @defaultValue there is no clock */
  readonly every?: (seconds: number, tick: () => void) => () => void;
}

/** What a run ends with. */
export const EXIT = {
  /** Planned, or whatever else was asked for. */
  done: 0,
  /** Something of ours broke. */
  broken: 1,
  /** The input or the call is wrong. */
  badInput: 2,
  /** No plan can satisfy the rules, or a plan that was verified does not. */
  infeasible: 3,
  /** A limit came before the first plan. */
  stopped: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
