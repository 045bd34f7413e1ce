import { readFileSync } from "node:fs";

/**
 * What a process had used when it was last looked at; only Linux says.
 *
 * @public
 */
export interface Usage {
  readonly cpuSeconds?: number;
  readonly peakMegabytes?: number;
}

const LOOK_EVERY_MILLISECONDS = 20;
/** Of `/proc/<pid>/stat`, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const KILOBYTES_PER_MEGABYTE = 1024;

/** Looks at a process from time to time; what it did after the last look is not counted. */
export function startUsage(pid: number | undefined): { stop(): Usage } {
  let last: Usage = {};
  const look = (): void => {
    const seen = pid === undefined ? undefined : lookAt(pid);
    if (seen !== undefined) last = seen;
  };
  const timer = setInterval(look, LOOK_EVERY_MILLISECONDS);
  return {
    stop: () => {
      clearInterval(timer);
      return last;
    },
  };
}

function lookAt(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name in brackets, which may hold anything: state is field 3, user and system time are 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const peak = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    // A process that has ended but was not waited for has no memory left.
    if (peak === undefined) return undefined;
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    return { cpuSeconds, peakMegabytes: Number(peak) / KILOBYTES_PER_MEGABYTE };
  } catch {
    return undefined;
  }
}
