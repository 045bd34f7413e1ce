/** Milliseconds of work between two turns that events get. */
const WORKED = 30;

/** Lets waiting events in while much is worked through on the calling thread: a cancel is heard, progress is told. */
export class Turns {
  #since = performance.now();

  /** Gives events a turn, where the last one is long enough ago. */
  async take(): Promise<void> {
    if (performance.now() - this.#since < WORKED) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
