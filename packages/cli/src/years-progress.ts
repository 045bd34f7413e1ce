import type { Text, YearsCase, YearsProgress } from "lungang";
import { forYears } from "lungang";
import type { ProgressLines } from "./progress-lines.ts";
import { say, warn } from "./session.ts";
import type { Session } from "./session.ts";
import { leftOutLine } from "./text/years-text.ts";

const PHASES: Readonly<Record<YearsProgress["phase"], Text>> = {
  base: { zh: "逐年判断资格和去向", en: "deciding year by year who may go where" },
  program: { zh: "建立多年规划模型", en: "building the program of all years" },
  level: { zh: "求解", en: "solving" },
  years: { zh: "逐年落实方案", en: "carrying the plan out year by year" },
  verify: { zh: "逐年复核", en: "checking every year a second time" },
};

/** The level of a year that is planned again, which no policy has. */
const FEWEST_CHANGES: readonly [string, Text] = ["changes", { zh: "变动人数", en: "people whose move changes" }];

/** Writes what happens to standard error; before the solve also what the program of all years leaves out. */
export function yearsProgress(
  session: Session,
  yearsCase: YearsCase,
  lines: ProgressLines,
): (progress: YearsProgress) => void {
  const [first] = yearsCase.policies;
  const levels = first === undefined ? [] : forYears(first).levels;
  const titles = new Map([FEWEST_CHANGES, ...levels.map(({ name, text }) => [name, text] as const)]);
  return ({ phase, level, planYear, leftOut = [] }) => {
    const title = level === undefined ? undefined : titles.get(level);
    const what = level === undefined ? "" : ` ${title === undefined ? level : say(session, title)}`;
    const when = planYear === undefined ? { zh: "", en: "" } : { zh: `：${planYear}年`, en: `: ${planYear}` };
    lines.show(`${say(session, PHASES[phase])}${say(session, when)}${what}`);
    if (phase === "program" && leftOut.length > 0) warn(session, leftOutLine(session, leftOut, yearsCase));
  };
}
