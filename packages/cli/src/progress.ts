import type { PlanProgress, Text } from "lungang";
import { Presets, SingleBar } from "cli-progress";
import { progressLines } from "./progress-lines.ts";
import { say } from "./session.ts";
import type { Session } from "./session.ts";

/** Shows what a planner is doing on standard error: a bar on a terminal, one line a step elsewhere. */
export interface ProgressView {
  readonly onProgress: (progress: PlanProgress) => void;
  readonly close: () => void;
}

const PHASES: Readonly<Record<Exclude<PlanProgress["phase"], "level">, Text>> = {
  eligibility: { zh: "判断交流资格", en: "deciding who must, may and must not move" },
  moves: { zh: "生成候选去向", en: "finding candidate moves" },
  formulation: { zh: "建立规划模型", en: "building the program" },
  decode: { zh: "整理方案", en: "reading the plan" },
  verify: { zh: "复核方案", en: "checking the plan a second time" },
};

/** Returns the view that fits the standard error of the session. */
export function createProgressView(session: Session, levels: ReadonlyMap<string, Text>): ProgressView {
  return session.io.stderr.isTTY === true ? barView(session, levels) : lineView(session, levels);
}

function lineView(session: Session, levels: ReadonlyMap<string, Text>): ProgressView {
  const { show, close } = progressLines(session);
  return { onProgress: (progress) => show(describe(session, progress, levels)), close };
}

function barView(session: Session, levels: ReadonlyMap<string, Text>): ProgressView {
  const bar = new SingleBar(
    {
      format: "[{bar}] {percentage}% {what} {duration_formatted}",
      stream: session.io.stderr as NodeJS.WriteStream,
      barsize: 24,
      clearOnComplete: true,
      hideCursor: true,
      linewrap: false,
    },
    Presets.shades_classic,
  );
  bar.start(levels.size, 0, { what: "" });
  const onProgress = (progress: PlanProgress) => {
    if (progress.phase === "level") bar.setTotal(progress.count);
    const solved = progress.phase === "decode" || progress.phase === "verify";
    const done = progress.phase === "level" ? progress.index : solved ? bar.getTotal() : 0;
    bar.update(done, { what: describe(session, progress, levels) });
  };
  return { onProgress, close: () => bar.stop() };
}

function describe(session: Session, progress: PlanProgress, levels: ReadonlyMap<string, Text>): string {
  if (progress.phase !== "level") return say(session, PHASES[progress.phase]);
  const name = levels.get(progress.level);
  const title = name === undefined ? progress.level : say(session, name);
  const place = `${progress.index + 1}/${progress.count}`;
  return say(session, { zh: `求解 ${place} ${title}`, en: `solving ${place} ${title}` });
}
