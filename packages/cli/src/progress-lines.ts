import { say, warn } from "./session.ts";
import type { Session } from "./session.ts";

/**
 * Seconds after which a line is said again that nothing followed: nobody shall think that the program hangs. Work on the
 * calling thread may hold it up by a second, and five are the most that anybody shall wait for.
 */
export const STILL_SECONDS = 4;

/** What is being done, a line a step on standard error; a step that lasts says so again. */
export interface ProgressLines {
  readonly show: (line: string) => void;
  readonly close: () => void;
}

/** Opens the lines of a session. */
export function progressLines(session: Session): ProgressLines {
  let last = "";
  let seconds = 0;
  let stop: (() => void) | undefined;
  const tick = () => {
    seconds += STILL_SECONDS;
    warn(session, say(session, { zh: `${last}（已用 ${seconds} 秒）`, en: `${last} (${seconds} s)` }));
  };
  const show = (line: string) => {
    if (line === last) return;
    warn(session, line);
    last = line;
    seconds = 0;
    // The clock begins with the step: seconds that belong to the one before are none of its own.
    stop?.();
    stop = session.io.every?.(STILL_SECONDS, tick);
  };
  return { show, close: () => stop?.() };
}

/** Says that files are being read, for as long as they are: a large county takes its time. */
export async function whileReading<T>(session: Session, read: () => Promise<T>): Promise<T> {
  const { show, close } = progressLines(session);
  show(say(session, { zh: "读入数据", en: "reading the data" }));
  try {
    return await read();
  } finally {
    close();
  }
}
