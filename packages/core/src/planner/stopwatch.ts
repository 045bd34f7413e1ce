/** Measures phases in seconds; the figures go to benchmarks and never into a plan. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {};

  time<T>(phase: string, run: () => T): T {
    const started = performance.now();
    const value = run();
    this.#add(phase, started);
    return value;
  }

  async timeAsync<T>(phase: string, run: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const value = await run();
    this.#add(phase, started);
    return value;
  }

  #add(phase: string, started: number): void {
    this.seconds[phase] = (this.seconds[phase] ?? 0) + (performance.now() - started) / 1000;
  }
}
