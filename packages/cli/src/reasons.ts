import type { PlanFilesOptions, PlanOfCase, Text } from "lungang";
import { openSession } from "lungang/node";
import { progressLines } from "./progress-lines.ts";
import { say, warn } from "./session.ts";
import type { Session } from "./session.ts";

type Reasons = NonNullable<PlanFilesOptions["people"]>;

const COMPARING: Text = { zh: "逐人比较其他安排", en: "comparing other places for everybody" };
const NOT_TOLD: Text = {
  zh: "未能逐人比较其他安排，原因只列规定和数据",
  en: "What other places would cost is not told: reasons are those of rules and data alone",
};
const NO_OTHER: Text = {
  zh: "其余人员不变时没有可供比较的方案",
  en: "no plan leaves all others as they are",
};

/**
 * Returns what decided about everybody, for the workbook, and says that it is compared and where it could not be: a plan that
 * was found is never lost to its explanation.
 *
 * @param compare - gives nothing where there is nothing to compare with
 * @param when - what is compared, after the words for it. @defaultValue nothing
 */
export async function toldReasons(
  session: Session,
  compare: () => Promise<Reasons | undefined>,
  when: Text = { zh: "", en: "" },
): Promise<Reasons | undefined> {
  const { show, close } = progressLines(session);
  const missing = (why: string) => {
    const [open, end] = { zh: ["（", "）"], en: [" (", ")"] }[session.language] as [string, string];
    warn(session, `${say(session, NOT_TOLD)}${say(session, when)}${open}${why}${end}`);
    return undefined;
  };
  try {
    show(`${say(session, COMPARING)}${say(session, when)}`);
    return (await compare()) ?? missing(say(session, NO_OTHER));
  } catch (error) {
    return missing(error instanceof Error ? error.message : String(error));
  } finally {
    close();
  }
}

/** Returns what decided about everybody of a plan that the session did not make, planning the year again to compare. */
export async function reasonsOfPlan(session: Session, ground: PlanOfCase): Promise<Reasons | undefined> {
  const { signal } = session.io;
  const planning = openSession();
  try {
    return await toldReasons(session, () => planning.reasons(ground, signal === undefined ? {} : { signal }));
  } finally {
    await planning.close();
  }
}
