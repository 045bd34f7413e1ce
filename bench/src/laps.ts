/** Time of one phase and the most memory that the process had held when it ended. */
export interface Lap {
  readonly name: string;
  readonly seconds: number;
  /** Processor time of all threads: on a busy machine nearer to the truth than the clock. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Returns a phase as a line: clock, processor, memory. */
export function lapLine({ name, seconds, cpuSeconds, peakMegabytes }: Lap): string {
  const [clock, cpu] = [seconds, cpuSeconds].map((value) => value.toFixed(2).padStart(8));
  return `  ${name.padEnd(24)}${clock} s${cpu} cpu s${String(peakMegabytes).padStart(7)} MB`;
}

const MICROSECONDS = 1e6;
const KILOBYTES_PER_MEGABYTE = 1024;

/** Measures phases one after the other; a phase that starts again is added to. */
export class Laps {
  readonly #laps = new Map<string, Lap>();
  #name: string | undefined;
  #started = 0;
  #cpuStarted = process.cpuUsage();

  /** Ends the running phase and starts another; the same name goes on. */
  start(name: string): void {
    if (name === this.#name) return;
    this.#end();
    this.#name = name;
    this.#started = performance.now();
    this.#cpuStarted = process.cpuUsage();
  }

  /** Ends the running phase and returns all, in the order in which they started. */
  stop(): readonly Lap[] {
    this.#end();
    this.#name = undefined;
    return [...this.#laps.values()];
  }

  #end(): void {
    if (this.#name === undefined) return;
    const before = this.#laps.get(this.#name);
    const seconds = (performance.now() - this.#started) / 1000 + (before?.seconds ?? 0);
    const { user, system } = process.cpuUsage(this.#cpuStarted);
    const cpuSeconds = (user + system) / MICROSECONDS + (before?.cpuSeconds ?? 0);
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / KILOBYTES_PER_MEGABYTE);
    this.#laps.set(this.#name, { name: this.#name, seconds, cpuSeconds, peakMegabytes });
  }
}
