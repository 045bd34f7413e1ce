import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import type { ExplainOptions } from "./explained-plan.ts";
import { withCase } from "./explained-plan.ts";

/** Tells which hard rules cannot hold together, and how far each has to give; the exit code says whether there are any. */
export function conflict(session: Session, instance: string, options: ExplainOptions): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: () => ({ ok: true, value: undefined, warnings: [] }),
      answer: async ({ planning, planningCase, asked }) => {
        const { value, sentences } = await planning.conflict(planningCase, asked);
        if (session.json) tellJson(session, { conflict: value ?? null, sentences });
        else for (const sentence of sentences) tell(session, say(session, sentence));
        return value === undefined ? EXIT.done : EXIT.infeasible;
      },
    },
  );
}
