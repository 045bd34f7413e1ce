/**
 * The limit of a run that solves many times; its seconds begin with the first solve.
 *
 * The limit of core gives a level only half of the time that is left, so that the levels after it get some too. A solver that
 * spends most of its time on one level would be cut off long before the limit that the table names.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #seconds: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** Aborted when the time is over. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts the clock; the first call counts. */
  begin(): void {
    this.#timer ??= setTimeout(() => this.#controller.abort(), this.#seconds * 1000);
  }

  /** Stops the clock and returns whether the time was over before. */
  end(): boolean {
    clearTimeout(this.#timer);
    return this.signal.aborted;
  }
}
