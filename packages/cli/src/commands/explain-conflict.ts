import { madeFrom } from "lungang";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import type { ExplainOptions } from "./explained-plan.ts";
import { nothingMore, withCase } from "./explained-plan.ts";

/** Options of `explain conflict`. */
export interface ConflictOptions extends ExplainOptions {
  readonly highest?: boolean;
}

/** Tells which hard rules cannot hold together, and how far each has to give; the exit code says whether there are any. */
export function conflict(session: Session, instance: string, options: ConflictOptions): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: nothingMore,
      answer: async ({ planning, planningCase, asked }) => {
        const { value, sentences } = await planning.conflict(planningCase, asked);
        const highest = options.highest === true ? await planning.highest(planningCase, asked) : undefined;
        if (session.json) {
          const raised = highest?.map((each) => ({ ...each.value, sentences: each.sentences }));
          const more = raised === undefined ? {} : { highest: raised };
          tellJson(session, { madeFrom: await madeFrom(planningCase), conflict: value ?? null, sentences, ...more });
        } else
          for (const sentence of [...sentences, ...(highest ?? []).flatMap((each) => each.sentences)])
            tell(session, say(session, sentence));
        return value === undefined ? EXIT.done : EXIT.infeasible;
      },
    },
  );
}
