import { say, warn } from "./session.ts";
import type { Session } from "./session.ts";

/** Seconds after which a line is said again that nothing followed: nobody shall think that the program hangs. */
export const STILL_SECONDS = 5;

/** What is being done, a line a step on standard error; a step that lasts says so again. */
export interface ProgressLines {
  readonly show: (line: string) => void;
  readonly close: () => void;
}

/** Opens the lines of a session. */
export function progressLines(session: Session): ProgressLines {
  let last = "";
  let seconds = 0;
  const tick = () => {
    seconds += STILL_SECONDS;
    if (last !== "") warn(session, say(session, { zh: `${last}（已用 ${seconds} 秒）`, en: `${last} (${seconds} s)` }));
  };
  const stop = session.io.every?.(STILL_SECONDS, tick);
  const show = (line: string) => {
    if (line === last) return;
    warn(session, line);
    last = line;
    seconds = 0;
  };
  return { show, close: () => stop?.() };
}
