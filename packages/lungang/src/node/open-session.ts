import type { Session } from "../session/session.ts";
import { openSession as openSessionWith } from "../session/session.ts";
import { loadSolver } from "./solvers.ts";

/**
 * Opens a session that knows every solver; its workers are threads of Node.
 *
 * @public
 */
export function openSession(): Session {
  return openSessionWith({ loadSolver });
}
